"""Walks through pages in a browser: by keyboard alone, down a long entry, through a neighbourhood, back again."""

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from pytest_django.live_server_helper import LiveServer

from entries.services.publishing import publish
from entries.services.revising import Change, revise
from tests.reader.conftest import Enter
from tests.reader.test_long import TARGETS, long_article, target
from tests.reader.test_reading import COPIED, PARTED, SHIFTS, samples
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["samples"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: What has the focus: its name, and whether one sees where it is.
FOCUSED = """
() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at)
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
  const name = at === document.body ? "" : at.textContent.trim() || at.name || at.tagName
  return [name, seen && style.outlineStyle === "solid"]
}
"""
#: Everything that may have the focus by Tab, in the order of the page.
FOCUSABLE = """
() => Array.from(document.querySelectorAll("a[href], button, input, summary, [tabindex='0']"))
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0)
  .map((each) => each.textContent.trim() || each.name || each.tagName)
"""


@pytest.mark.parametrize(
    "address", ["/entries/alpha-anna/", "/entries/gamma-war/neighbours/", "/timeline/1900-1999/", "/years/1919/"]
)
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(
    page: "Page", live_server: LiveServer, enter: Enter, address: str
) -> None:
    enter(ANNA, BORIS, GAMMA, DELTA)
    page.goto(live_server.url + address)
    expected = page.evaluate(FOCUSABLE)
    walked: list[tuple[str, bool]] = []
    for _step in expected:
        page.keyboard.press("Tab")
        name, is_seen = page.evaluate(FOCUSED)
        walked.append((name, is_seen))
    assert walked == [(name, True) for name in expected]
    assert len(expected) > 10


def test_choices_are_made_and_left_by_keyboard(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(ANNA)
    page.goto(live_server.url + "/entries/alpha-anna/")
    written = page.evaluate(COPIED)
    page.focus(".reading summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "era"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "ใน พ.ศ. ๒๔๖๒ อันนาเสียชีวิต" in page.evaluate(COPIED)
    page.keyboard.press("Escape")
    assert page.evaluate("[document.activeElement.tagName, document.querySelector('.reading').open]") == [
        "SUMMARY",
        False,
    ]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(COPIED) == written


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_long_entry_moves_nothing_and_breaks_no_name(
    page: "Page", live_server: LiveServer, enter: Enter, width: int
) -> None:
    enter(*(target(number) for number in range(1, TARGETS + 1)))
    enter(long_article())
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(live_server.url + "/entries/omega/", wait_until="networkidle")
    for step in range(1, 6):
        page.evaluate(f"scrollTo(0, document.documentElement.scrollHeight * {step} / 5)")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifted || 0") < 0.01
    assert page.evaluate("document.fonts.check('16px Sarabun', 'ก')")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    words = ["โอเมกา", "แกมมาที่ 7", "แกมมาที่ 119", "ค.ศ. 1801", "ค.ศ. 1850", "พ.ศ. 2431", "วันที่ 7", "วันที่ 28"]
    assert page.evaluate(PARTED, words) == []


def test_from_a_neighbourhood_to_its_entries(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA, DELTA)
    page.goto(live_server.url + "/entries/gamma-war/")
    page.get_by_text("แผนที่ความเชื่อมโยงของบทความนี้").click()
    page.locator("figure a", has_text="นายบอริส บีตา").click()
    page.wait_for_url("**/entries/beta-boris/")
    page.go_back()
    page.locator(".map .rows a", has_text="เมืองเดลตา").click()
    page.wait_for_url("**/entries/delta/")


def test_homonyms_without_scripts(browser: "Browser", live_server: LiveServer, enter: Enter) -> None:
    namesake = ANNA.replace(periods_ce=("1901–1980",), paragraphs=("อันนาผู้เยาว์",))
    enter(ANNA, namesake, article("Zeta", "ซีตา", "ซีตา พบกับอันนา อัลฟา (Anna Alpha)* ที่เมืองหนึ่ง", ce=()))
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(live_server.url + "/entries/zeta/")
    page.locator(".prose a").click()
    assert unquote(page.url).endswith("/homonyms/อันนาอัลฟา/")
    page.locator(".meanings a").nth(1).click()
    assert page.url.endswith("/entries/alpha-anna-2/")
    context.close()


def version_of(page: "Page", address: str) -> dict[str, Any]:
    """What a reader sees of a version."""
    page.goto(address)
    return {
        "notice": page.locator(".notice").inner_text(),
        "title": page.locator("h1").inner_text(),
        "prose": page.evaluate(COPIED),
        "links": page.eval_on_selector_all(".prose a", "(all) => all.map((each) => each.getAttribute('href'))"),
    }


def test_a_version_is_cited_and_found_again(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    """Cite an entry, edit and publish it and what it links to, and come back by the address that was cited."""
    anna, boris, _gamma = enter(ANNA, BORIS, GAMMA)
    page.goto(live_server.url + "/entries/alpha-anna/")
    cited = page.locator(".about .address a").first.inner_text()
    before = version_of(page, cited)
    assert "เป็นฉบับที่เผยแพร่อยู่ในขณะนี้" in before["notice"]
    changes = [
        Change(anna, ANNA.replace(paragraphs=("ข้อความใหม่ทั้งหมด",)), base=anna.revisions.get()),
        Change(boris, BORIS.replace(paragraphs=("บอริสในฉบับใหม่",)), base=boris.revisions.get()),
    ]
    publish([result.latest for result in revise(changes, by=None) if result.latest], by=None)
    after = version_of(page, cited)
    assert "มีฉบับที่ใหม่กว่า คือฉบับเผยแพร่ครั้งที่ ๒" in after["notice"]
    assert {**after, "notice": ""} == {**before, "notice": ""}
    page.locator(".prose a").first.click()
    assert page.locator(".prose").inner_text().strip() == "บอริสในฉบับใหม่"


@pytest.mark.usefixtures("samples")
def test_twice_switched_is_the_same_text(page: "Page", live_server: LiveServer) -> None:
    slugs = ("lenin-vladimir-ilyich", "october-revolution", "bolsheviks", "nicholas-ii", "first-world-war")
    for slug in slugs:
        page.goto(f"{live_server.url}/entries/{slug}/")
        written = page.evaluate(COPIED)
        page.locator(".reading summary").click()
        seen = {written}
        for era in ("be", "both", "ce", "be", "ce", "both", ""):
            for digits in ("arabic", "thai", ""):
                page.locator(f'[name=digits][value="{digits}"]').check()
                page.locator(f'[name=era][value="{era}"]').check()
                seen.add(page.evaluate(COPIED))
        assert page.evaluate(COPIED) == written
        assert len(seen) > 5
