"""Letters: what decides where lines end comes with the style sheet, and nothing moves when the rest comes late."""

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from entries.text.article import Article
from tests.reader.conftest import Enter, html_of
from tests.reader.test_long import long_article
from tests.texts import ANNA, BORIS, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

STATIC = Path(__file__).resolve().parent.parent.parent / "entries/static/entries"
FACES = (STATIC / "css/fonts.css").read_text().split("@font-face")[1:]
DATA = re.compile(r'url\("data:font/woff2;base64,([^"]*)"\) format\("woff2"\), url\("\.\./([^"]*)"\)')
THAI = [face for face in FACES if "U+0E01-0E5B" in face]
ADDRESSES = ("/entries/omega/", "/", "/timeline/1900-1999/")
#: What nobody sees move; the bound that browsers' makers set for a good page is 0.1.
STILL = 0.001
#: The first paint with text, and some frames after it.
PAINTED = """
() => new Promise((done) => {
  const look = () => {
    const seen = performance.getEntriesByName("first-contentful-paint").length > 0
    return seen ? after(20) : requestAnimationFrame(look)
  }
  const after = (frames) => (frames ? requestAnimationFrame(() => after(frames - 1)) : done())
  look()
})
"""
#: Where every line of text stands.
LINES = """
() => {
  const found = [], range = document.createRange()
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node)
    for (const { top, bottom, left, right } of range.getClientRects()) found.push([top, bottom, left, right].join())
  }
  return found
}
"""


#: All is there, and some frames have been drawn.
FRAMES = """
() => new Promise((done) => {
  const wait = (frames) => {
    const there = document.querySelector(".foot") && !document.documentElement.classList.contains("unpacking")
    return frames ? requestAnimationFrame(() => wait(frames - (there ? 1 : 0))) : done()
  }
  wait(3)
})
"""


def test_thai_letters_come_with_the_style_sheet() -> None:
    assert len(THAI) == 2
    for face in THAI:
        (found,) = DATA.findall(face)
        assert base64.b64decode(found[0]) == (STATIC / found[1]).read_bytes()
        # The space as well: the font that has it decides how high a line is.
        assert "U+0020" in face


def test_what_comes_later_is_never_exchanged() -> None:
    assert [face for face in FACES if face not in THAI and "font-display: optional;" not in face] == []
    assert len(FACES) > len(THAI)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (article("Nagarjuna", "นาคารชุน"), ["latin-400-italic"]),
        (article("Nāgārjuna", "นาคารชุน"), ["latin-400-italic", "latin-ext-400-italic"]),
        (article("", "นาคารชุน", "นาคารชุน (Nāgārjuna)"), ["latin-ext-400-normal"]),
        (article("", "นาคารชุน", "นาคารชุน (Nagarjuna)"), []),
        (article("", "นาคารชุน (ผู้พี่)"), ["latin-600-normal"]),
        (Article(headwords=("Nagarjuna",), paragraphs=("นาคารชุน",)), ["latin-600-normal", "latin-400-italic"]),
        (article("", "นาคารชุน", bibliography=("Ṭīkā.",)), ["latin-ext-400-normal"]),
    ],
)
def test_pages_ask_early_for_the_letters_they_have(
    client: Client, enter: Enter, text: Article, expected: list[str]
) -> None:
    (entry,) = enter(text)
    html = html_of(client, entry.get_absolute_url())
    asked = re.findall(r'<link rel="preload" href="[^"]*/sarabun-([a-z0-9-]*?)(?:\.\w+)?\.woff2" as="font"', html)
    assert asked == ["latin-400-normal", *expected]


def shifts_of(context: "BrowserContext", page: "Page") -> list[float]:
    """Collects by how much the page moves, with scripts or without."""
    found: list[float] = []
    session = context.new_cdp_session(page)
    session.on(
        "PerformanceTimeline.timelineEventAdded",
        lambda event: found.append(event["event"]["layoutShiftDetails"]["value"]),
    )
    session.send("PerformanceTimeline.enable", {"eventTypes": ["layout-shift"]})
    return found


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_moves_when_letters_come_at_once(
    browser: "Browser", live_server: LiveServer, enter: Enter, width: int, *, scripts: bool
) -> None:
    enter(ANNA, BORIS, GAMMA, long_article())
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800})
    for address in ADDRESSES:
        page = context.new_page()
        moved = shifts_of(context, page)
        page.goto(live_server.url + address, wait_until="networkidle")
        page.screenshot()
        assert sum(moved) < STILL, address
        page.close()
    context.close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_letters_come_late(
    browser: "Browser", live_server: LiveServer, enter: Enter, width: int
) -> None:
    enter(ANNA, BORIS, GAMMA, long_article())
    context = browser.new_context(viewport={"width": width, "height": 800})
    held: list[Route] = []
    context.route("**/*.woff2", lambda route: held.append(route))
    for address in ADDRESSES:
        page = context.new_page()
        moved = shifts_of(context, page)
        page.goto(live_server.url + address, wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        assert held
        lines = page.evaluate(LINES)
        while held:
            held.pop().continue_()
        page.wait_for_load_state("networkidle")
        page.evaluate(PAINTED)
        assert sum(moved) < STILL, address
        assert page.evaluate(LINES) == lines, address
        page.close()
    context.close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("chosen", ['{"era": "both"}', '{"digits": "arabic"}'])
@pytest.mark.parametrize("fragment", ["", "#p8"])
def test_nothing_moves_when_years_are_shown_as_chosen_before(
    browser: "Browser", live_server: LiveServer, enter: Enter, chosen: str, fragment: str
) -> None:
    text = " ".join(
        f"เกิดเรื่องหนึ่งใน ค.ศ. ๑๘{year} และอีกเรื่องหนึ่งใน ค.ศ. ๑๙{year}" for year in ["๑๒", "๒๓", "๓๔", "๔๕", "๕๖", "๖๗"]
    )
    enter(article("Years", "ปี", *(f"{text}{' และต่อมา' * number}" for number in range(1, 20))))
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(f"localStorage.setItem('reading', '{chosen}')")
    page = context.new_page()
    held: list[Route] = []
    page.route("**/reader*.js", lambda route: held.append(route))
    moved = shifts_of(context, page)
    page.goto(f"{live_server.url}/entries/years/{fragment}", wait_until="commit")
    page.evaluate(FRAMES)
    written = page.locator(".prose").inner_text()
    held.pop().continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate(PAINTED)
    assert page.locator(".prose").inner_text() != written
    assert sum(moved) < STILL
    if fragment:
        assert abs(page.evaluate("document.getElementById('p8').getBoundingClientRect().top") - 32) < 1
    context.close()
