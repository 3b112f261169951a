"""Fields of the desk that find an entry while one types, and the inbox of queries that found nothing, by keyboard."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import get_user_model
from pytest_django.live_server_helper import LiveServer

from entries.models import Alias, Entry, FailedQuery
from entries.services.searching import record_failure, search
from tests.admin.conftest import Enter, screen
from tests.admin.test_held import hold
from tests.texts import ANNA, DELTA

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OPTIONS = ".suggestions [role='option']"


@pytest.fixture
def desk(page: "Page", live_server: LiveServer, enter: Enter) -> "Page":
    """A page logged in to a desk with two entries and two queries that found nothing."""
    enter(ANNA, DELTA, live=True)
    for query in ("ยูนิคอน", "ยูนิคอร์น"):
        record_failure(search(query))
    get_user_model().objects.create_superuser("wanida", password="รหัสผ่าน", first_name="วนิดา")
    page.goto(live_server.url + "/admin/")
    page.fill("#id_username", "wanida")
    page.fill("#id_password", "รหัสผ่าน")
    page.click("#login-form [type=submit]")
    return page


def test_an_entry_is_opened_from_the_first_page_by_keyboard(desk: "Page") -> None:
    desk.wait_for_selector("[role=combobox]")
    desk.keyboard.press("/")
    desk.keyboard.type("เดล")
    desk.wait_for_selector(OPTIONS)
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{screen('entry_change', Entry.objects.get(slug='delta').pk)}")


@pytest.mark.parametrize("width", [360, 1280])
def test_failed_queries_become_names_by_keyboard(desk: "Page", live_server: LiveServer, width: int) -> None:
    complaints: list[str] = []
    desk.on("console", lambda message: complaints.append(message.text))
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(live_server.url + screen("failedquery_change", FailedQuery.objects.earliest("pk").pk))
    desk.wait_for_selector("[role=combobox]")
    desk.keyboard.press("/")
    desk.keyboard.type("เดล")
    desk.wait_for_selector(OPTIONS)
    assert desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**?entry=*")
    assert desk.is_checked("[name=entry]")
    for _ in range(60):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.value") == "alias":
            break
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".messagelist .success")
    assert set(Alias.objects.values_list("name", "entry__slug")) == {("ยูนิคอน", "delta"), ("ยูนิคอร์น", "delta")}
    assert complaints == []


def test_a_held_file_is_given_to_an_entry_that_was_picked(
    desk: "Page", live_server: LiveServer, tmp_path: Path
) -> None:
    (held,) = hold(tmp_path / "files")
    desk.goto(live_server.url + screen("importedfile_change", held.pk))
    desk.focus("#entry")
    desk.keyboard.type("เดล")
    desk.click(f"{OPTIONS}:has-text('เมืองเดลตา')")
    assert (desk.input_value("#entry"), desk.is_visible(".suggestions")) == ("delta", False)
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".messagelist .success")
    held.refresh_from_db()
    assert held.entry == Entry.objects.get(slug="delta")


def test_axe_finds_nothing(desk: "Page", live_server: LiveServer) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    first = FailedQuery.objects.earliest("pk")
    for address in (
        screen("failedquery_changelist"),
        f"{screen('failedquery_changelist')}?state=dropped",
        screen("failedquery_change", first.pk),
    ):
        desk.goto(live_server.url + address)
        found = axe.run(desk).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], address
