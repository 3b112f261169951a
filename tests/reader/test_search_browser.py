"""Searching in a browser: by keyboard alone, by touch on a phone, without scripts, and with nothing to complain of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.reader.conftest import Enter
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SEARCHES = ("/search/", *(f"/search/?q={quote(query)}" for query in ("อันนา", "เดลต้า", "ฮิปโปโปเตมัส", "1919")))
OPTIONS = ".suggestions [role='option']"
LOADED = "Boolean(document.querySelector('[role=combobox]'))"


@pytest.fixture
def site(live_server: LiveServer, enter: Enter) -> str:
    """The address of a small encyclopedia."""
    enter(ANNA, BORIS, GAMMA, DELTA)
    return str(live_server.url)


@pytest.fixture
def phone(browser: "Browser", site: str) -> Iterator["Page"]:
    """A page on a phone, at the beginning of the site."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site + "/")
    page.wait_for_function(LOADED)
    yield page
    context.close()


def path(page: "Page") -> str:
    """The path that the page has come to."""
    return unquote(page.url.partition("//")[2].partition("/")[2])


def active(page: "Page") -> str:
    """The title of the suggestion that a screen reader is at, "" for none."""
    return str(
        page.evaluate(
            """() => {
                const id = document.querySelector("[role=combobox]").getAttribute("aria-activedescendant");
                const option = id && document.getElementById(id);
                return option ? (option.querySelector(".suggested") || option).textContent : "";
            }"""
        )
    )


def test_a_half_known_name_is_found_in_two_taps(phone: "Page") -> None:
    phone.tap("#query")
    phone.keyboard.type("อัลฟ")
    phone.tap(f"{OPTIONS}:has-text('นางอันนา อัลฟา')")
    phone.wait_for_url("**/entries/alpha-anna/")
    assert phone.inner_text("h1") == "นางอันนา อัลฟา"


def test_a_name_spelt_another_way_is_found_in_three_taps(phone: "Page") -> None:
    phone.tap("#query")
    phone.keyboard.type("เดลต้า")
    phone.tap(".search button")
    phone.tap(".results a")
    phone.wait_for_url("**/entries/delta/")
    assert phone.inner_text("h1") == "เมืองเดลตา"


def test_the_keyboard_alone_goes_to_an_entry(page: "Page", site: str) -> None:
    page.goto(site + "/index/")
    page.wait_for_function(LOADED)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("อ")
    page.wait_for_selector(OPTIONS)
    assert page.get_attribute("#query", "aria-expanded") == "true"
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        walked.append(active(page))
    titles = page.eval_on_selector_all(OPTIONS, "items => items.map(item => (item.firstChild || item).textContent)")
    assert walked == [titles[0], titles[1], titles[0], "", titles[-1], ""]
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/alpha-anna/")


def test_escape_closes_then_empties_and_enter_asks_for_all(page: "Page", site: str) -> None:
    page.goto(site + "/index/")
    page.wait_for_function(LOADED)
    page.keyboard.press("/")
    page.keyboard.type("แกมมา")
    page.wait_for_selector(OPTIONS)
    page.keyboard.press("Escape")
    assert (page.is_visible(".suggestions"), page.input_value("#query")) == (False, "แกมมา")
    assert page.get_attribute("#query", "aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(OPTIONS)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.input_value("#query") == ""
    page.keyboard.type("แกมมา")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert path(page) == "search/?q=แกมมา"
    assert page.input_value("#query") == "แกมมา"


def test_a_slash_is_typed_where_one_types(page: "Page", site: str) -> None:
    page.goto(site + "/")
    page.wait_for_function(LOADED)
    page.keyboard.press("/")
    page.keyboard.press("/")
    assert page.input_value("#query") == "/"


def test_every_prefix_is_suggested_or_under_all_results(page: "Page", site: str) -> None:
    page.goto(site + "/")
    page.wait_for_function(LOADED)
    found = []
    for end in range(1, len("สงครามแกมมา") + 1):
        page.fill("#query", "สงครามแกมมา"[:end])
        page.wait_for_selector(f".suggestions .all:has-text('“{'สงครามแกมมา'[:end]}”')")
        titles = page.eval_on_selector_all(f"{OPTIONS} .suggested", "items => items.map(item => item.textContent)")
        found.append("สงครามแกมมา" in titles)
    assert found == [True] * len("สงครามแกมมา")


def test_what_is_marked_in_suggestions_is_never_half_a_cluster(page: "Page", site: str) -> None:
    page.goto(site + "/")
    page.wait_for_function(LOADED)
    page.fill("#query", "นางอ")
    page.wait_for_selector(f"{OPTIONS} mark")
    assert page.inner_text(f"{OPTIONS} mark") == "นางอั"


@pytest.mark.parametrize("width", [360, 1280])
def test_suggestions_move_nothing(page: "Page", site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    for address in ("/", "/entries/alpha-anna/", "/search/"):
        page.goto(site + address)
        page.wait_for_function(LOADED)
        page.evaluate(
            """() => {
                window.shifted = 0;
                const outside = ({ node }) => node && !(node.parentElement || node).closest(".suggestions");
                const add = (list) => {
                    window.shifted += list.getEntries().filter((entry) => entry.sources.some(outside)).length;
                };
                new PerformanceObserver(add).observe({ type: "layout-shift" });
            }"""
        )
        before = page.evaluate("[document.documentElement.scrollHeight, document.querySelector('h1').offsetTop]")
        page.focus("#query")
        page.keyboard.type("อัลฟา")
        page.wait_for_selector(".suggestions .all:has-text('“อัลฟา”')")
        after = page.evaluate("[document.documentElement.scrollHeight, document.querySelector('h1').offsetTop]")
        assert (after[1], page.evaluate("window.shifted")) == (before[1], 0), address
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_runs_over_the_side(page: "Page", site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for address in (*SEARCHES, f"/search/?q={quote('แกมมา')}&letter={quote('อ')}&keyword={quote('สงครามแกมมา')}"):
        page.goto(site + address)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
        wide[address] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == dict.fromkeys(wide, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: "Page", site: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for address in SEARCHES:
        page.goto(site + address, wait_until="networkidle")
        found = axe.run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], address
    for address in ("/", "/entries/alpha-anna/"):
        page.goto(site + address)
        page.wait_for_function(LOADED)
        page.keyboard.press("/")
        page.keyboard.type("อัลฟา")
        page.wait_for_selector(OPTIONS)
        page.keyboard.press("ArrowDown")
        found = axe.run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], address
    assert complaints == []


def test_without_scripts_it_is_a_plain_form(browser: "Browser", site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site + "/entries/delta/")
    page.fill("#query", "อัลฟา")
    page.press("#query", "Enter")
    assert path(page) == "search/?q=อัลฟา"
    page.click("summary:has-text('อักษร')")
    page.click(".narrow [open] a:has-text('บ')")
    assert page.locator(".results .name a").all_inner_texts() == ["นายบอริส บีตา"]
    page.click(".chosen a")
    page.click(".results a >> nth=0")
    assert path(page) == "entries/alpha-anna/"
    context.close()


@pytest.mark.parametrize("width", [320, 360])
def test_years_of_several_periods_break_and_those_of_one_do_not(
    page: "Page", live_server: LiveServer, enter: Enter, width: int
) -> None:
    enter(article("Omega, Oscar", "ออสการ์ โอเมกา", ce=("1769–1821", "1804–1814", "1815–1816", "1817–1818")))
    enter(article("Omicron, Olga Olivia", "โอลกา โอมิครอน", ce=("1801–1802",)))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}/search/?q={quote('โอ')}")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    lines = page.evaluate(
        """() => Array.from(document.querySelectorAll(".results .years"), (years) => {
          const range = document.createRange()
          range.selectNodeContents(years)
          return new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top))).size
        })"""
    )
    assert sorted(count > 1 for count in lines) == [False, True]
