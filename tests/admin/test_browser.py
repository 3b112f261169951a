"""A morning at the desk in a browser: nothing runs over the side, nothing breaks the security policy."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import get_user_model
from pytest_django.live_server_helper import LiveServer

from entries.models import Conflict, Entry, ImportedFile, Projection, Revision, Stage
from entries.services.aliases import add_alias
from entries.services.revising import Change, revise
from entries.text.serializer import serialize
from tests.admin.conftest import Enter, bring, edit, latest, screen
from tests.texts import ANNA, BORIS, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = article(
    "Wide, Anna-Wilhelmina-Theodora of Saxe-Coburg-Gotha-Altenburg",
    "เจ้าหญิงอันนาวิลเฮลมีนาเทโอโดราแห่งซัคเซินโคบูร์กโกทาอัลเทินบูร์ก",
    "สนธิสัญญาว่าด้วยการไม่รุกรานกันระหว่างเยอรมนีกับสหภาพสาธารณรัฐสังคมนิยมโซเวียต (Donaudampfschifffahrtsgesellschaft)*",
    keywords=("พรรคแรงงานสังคมประชาธิปไตยรัสเซียแห่งสหภาพสาธารณรัฐสังคมนิยม",) * 2,
    bibliography=("https://example.org/" + "a" * 120,),
)


@pytest.fixture
def desk(page: "Page", live_server: LiveServer, enter: Enter) -> "Page":
    """A page logged in to a desk with four entries."""
    enter(ANNA, BORIS, GAMMA, WIDE, live=True)
    get_user_model().objects.create_superuser("wanida", password="รหัสผ่าน", first_name="วนิดา")
    page.goto(live_server.url + "/admin/")
    page.fill("#id_username", "wanida")
    page.fill("#id_password", "รหัสผ่าน")
    page.click("#login-form [type=submit]")
    return page


@pytest.fixture
def complaints(page: "Page") -> list[str]:
    """What the browser has to complain of."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_an_entry_is_found_changed_and_compared(complaints: list[str], desk: "Page") -> None:
    desk.click("nav.jobs >> text=รายการ")
    desk.fill("#searchbar", "อัลฟา")
    desk.press("#searchbar", "Enter")
    desk.click("#result_list a:has-text('อัลฟา, อันนา')")
    prose = desk.input_value("#id_paragraphs")
    assert prose == "\n\n".join(ANNA.paragraphs)
    desk.fill("#id_paragraphs", prose.replace("เมืองเดลตา (Delta)", "นครเดลตา (Delta)"))
    desk.fill("#id_reason", "เดลตาเป็นนคร")
    desk.click("button[name=_save]")
    desk.click(".messagelist a")
    assert desk.inner_text(".diff-item del") == "เมือง"
    assert desk.inner_text(".diff-item ins") == "นคร"
    assert [text for text in complaints if "favicon" not in text and "404" not in text] == []
    entry = Entry.objects.get(slug="alpha-anna")
    assert (latest(entry).number, latest(entry).reason) == (2, "เดลตาเป็นนคร")


def test_saving_what_a_browser_was_shown_changes_nothing(desk: "Page", live_server: LiveServer) -> None:
    entry = Entry.objects.get(slug="alpha-anna")
    desk.goto(live_server.url + screen("entry_change", entry.pk))
    desk.click("button[name=_save]")
    assert desk.inner_text(".messagelist") == "ไม่มีอะไรเปลี่ยน จึงไม่ได้สร้างฉบับแก้ไขใหม่"
    assert Revision.objects.filter(entry=entry).count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_runs_over_the_side(
    complaints: list[str], desk: "Page", live_server: LiveServer, work: object, width: int
) -> None:
    entry = Entry.objects.get(slug__startswith="wide")
    add_alias(entry, "เจ้าหญิงอันนาวิลเฮลมีนาเทโอโดราแห่งซัคเซินโคบูร์กโกทา", by=None)
    revise([Change(entry, WIDE.replace(keywords=("เดลตา",)), base=latest(entry))], by=None)
    keyword = entry.faces.get(is_working=True).keyword_uses.get().keyword
    addresses = [
        "/admin/",
        *(
            screen(f"{name}_changelist")
            for name in (
                *("entry", "keyword", "author", "alias", "work", "importbatch", "importedfile", "conflict", "problem"),
                "failedquery",
                *("honorificrow", "classnounrow", "kindrow", "labelrow", "checksetting"),
            )
        ),
        *(
            screen(f"entry_{name}", entry.pk)
            for name in ("change", "publish", "withdraw", "revisions", "references", "aliases", "problems", "filing")
        ),
        *(screen(f"{name}_add") for name in ("honorificrow", "classnounrow", "kindrow", "labelrow", "checksetting")),
        screen("problem_checks"),
        screen("entry_add"),
        screen("entry_revision", entry.pk, latest(entry).pk),
        screen("keyword_change", keyword.pk),
        screen("keyword_merge", keyword.pk),
        screen("keyword_history", keyword.pk),
        screen("work_change", entry.work_id),
        "/admin/auth/user/",
        "/admin/auth/user/add/",
        "/admin/auth/group/add/",
        "/admin/password_change/",
    ]
    desk.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for address in addresses:
        answer = desk.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == 200, address
        wide[address] = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == dict.fromkeys(wide, 0)
    assert [text for text in complaints if "404" not in text] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_both_texts_stand_side_by_side_where_they_overlap(desk: "Page", live_server: LiveServer, width: int) -> None:
    entry = Entry.objects.get(slug="alpha-anna")
    base = latest(entry)
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(live_server.url + screen("entry_change", entry.pk))
    theirs = ANNA.replace(paragraphs=("ความนำของอีกฝ่าย", *ANNA.paragraphs[1:]))
    revise([Change(entry, theirs, base=base)], by=None)
    desk.fill("#id_paragraphs", "\n\n".join(("ความนำของวนิดา", *ANNA.paragraphs[1:])))
    desk.click("button[name=_save]")
    assert desk.inner_text(".three section:nth-child(2) .text") == "ความนำของวนิดา"
    assert desk.inner_text(".three section:nth-child(3) .text") == "ความนำของอีกฝ่าย"
    assert desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    desk.click("button[name=_save]")
    assert latest(entry).article.lead == "ความนำของวนิดา"
    assert latest(entry).number == 3


def test_words_that_were_typed_are_not_left_without_a_warning(desk: "Page", live_server: LiveServer) -> None:
    entry = Entry.objects.get(slug="alpha-anna")
    asked: list[str] = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.goto(live_server.url + screen("entry_change", entry.pk))
    desk.click("nav.tabs >> text=ฉบับแก้ไข")
    assert asked == []
    desk.goto(live_server.url + screen("entry_change", entry.pk))
    desk.locator("#id_reason").press_sequentially("ก")
    desk.click("nav.tabs >> text=ฉบับแก้ไข")
    assert asked == ["beforeunload"]


@pytest.fixture
def waiting(desk: "Page", tmp_path: Path) -> Conflict:
    """What an import has left: a conflict, a held file, and an entry with problems."""
    bring(tmp_path / "files", ANNA)
    edit(Entry.objects.get(slug="alpha-anna"), ANNA.replace(paragraphs=("ความนำที่บรรณาธิการเขียน", *ANNA.paragraphs[1:])))
    edit(Entry.objects.get(slug="beta-boris"), BORIS.replace(paragraphs=("ลูกๆของเขา", *BORIS.paragraphs[1:])))
    (tmp_path / "files" / "second.txt").write_text(serialize(WIDE), encoding="utf-8")
    bring(
        tmp_path / "files",
        ANNA.replace(paragraphs=("ความนำที่แฟ้มใหม่เขียน", *ANNA.paragraphs[1:])),
        WIDE.replace(keywords=("อื่น",)),
    )
    return Conflict.objects.get(entry__slug="alpha-anna")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_an_import_left_fits_on_every_screen(
    complaints: list[str], desk: "Page", live_server: LiveServer, waiting: Conflict, width: int
) -> None:
    held = ImportedFile.objects.get(outcome="held")
    boris = Entry.objects.get(slug="beta-boris")
    candidate = Entry.objects.get(slug__startswith="wide")
    addresses = [
        screen("conflict_change", waiting.pk),
        screen("importedfile_changelist"),
        screen("importedfile_change", held.pk) + f"?compare={candidate.pk}",
        screen("importbatch_change", held.batch_id),
        screen("importbatch_undo", held.batch_id),
        screen("entry_problems", boris.pk),
        screen("problem_changelist"),
        screen("problem_checks"),
    ]
    desk.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for address in addresses:
        answer = desk.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == 200, address
        wide[address] = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == dict.fromkeys(wide, 0)
    assert [text for text in complaints if "404" not in text] == []


def test_the_days_work_is_done_from_the_keyboard(
    complaints: list[str], desk: "Page", live_server: LiveServer, waiting: Conflict
) -> None:
    boris = Entry.objects.get(slug="beta-boris")
    desk.goto(live_server.url + screen("entry_problems", boris.pk))
    to_button(desk, "แก้ตามนี้")
    assert latest(boris).article.lead == "ลูก ๆ ของเขา"
    to_button(desk, "ส่งตรวจ")
    assert Projection.objects.working().get(entry=boris).stage == Stage.IN_REVIEW
    desk.goto(live_server.url + screen("conflict_change", waiting.pk))
    to_button(desk, "ใช้ของอีกฝ่าย")
    assert latest(waiting.entry).article.lead == "ความนำที่แฟ้มใหม่เขียน"
    desk.goto(live_server.url + screen("importedfile_changelist"))
    desk.click("#result_list tbody a")
    to_button(desk, "ไม่นำเข้า")
    assert ImportedFile.objects.filter(outcome="held").count() == 0
    assert [text for text in complaints if "404" not in text] == []


def to_button(desk: "Page", label: str) -> None:
    """Goes to the first button of this name by the Tab key alone, and presses it."""
    focused = "document.activeElement.tagName === 'BUTTON' ? document.activeElement.innerText.trim() : ''"
    for _ in range(150):
        desk.keyboard.press("Tab")
        if str(desk.evaluate(focused)).startswith(label):
            with desk.expect_navigation():
                desk.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not come to {label}")
