"""Reading in a browser: where lines end, previews, eras, print, without scripts, and the taps that two tasks take."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from pytest_django.live_server_helper import LiveServer

from entries.text.article import Article
from entries.text.encoding import decode
from entries.text.parser import parse
from tests.reader.conftest import Enter
from tests.texts import ANNA, BORIS, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"
LENIN = "/entries/lenin-vladimir-ilyich/"
SHIFTS = """
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted = (window.shifted || 0) + shift.value
}).observe({ type: "layout-shift", buffered: true })
"""
#: Each run of text between two offsets of the prose that stands on more than one line.
PARTED = """
(words) => {
  const prose = document.querySelector(".prose"), parted = []
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT)
  const nodes = []
  let text = ""
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push([text.length, node])
    text += node.data
  }
  const point = (offset) => {
    const [start, node] = nodes.findLast(([first]) => first <= offset)
    return [node, offset - start]
  }
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const range = document.createRange()
      range.setStart(...point(at))
      const [node, offset] = point(at + word.length - 1)
      range.setEnd(node, offset + 1)
      const tops = Array.from(range.getClientRects()).filter((box) => box.width > 1).map((box) => box.bottom)
      if (Math.max(...tops) - Math.min(...tops) > 12) parted.push(word)
    }
  }
  return parted
}
"""
REMEMBERED = """
() => new Promise((done) => {
  const look = () => (localStorage.getItem("places") ? done() : requestAnimationFrame(look))
  look()
})
"""
#: Where the focus is after a click.
CLICKED = """
() => document.addEventListener("click", () => { window.clicked = document.activeElement.className || "elsewhere" })
"""
COPIED = "() => { getSelection().selectAllChildren(document.querySelector('.prose')); return String(getSelection()) }"


def sample(name: str) -> Article:
    """One of the sample entries."""
    return parse(decode((FIXTURES / f"{name}.txt").read_bytes()).text).article


@pytest.fixture
def samples(enter: Enter) -> None:
    """Sample entries that refer to one another."""
    names = ("lenin-vladimir-ilyich", "october-revolution", "bolsheviks", "nicholas-ii", "first-world-war")
    enter(*(sample(name) for name in names))


@pytest.fixture
def phone(browser: "Browser") -> Iterator["BrowserContext"]:
    """A phone that is touched."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context
    context.close()


#: What stands in the sample entry and never parts, whatever the width.
WHOLE = (
    *("เลนิน", "อุลยานอฟ", "อะเล็กซานเดอร์", "เคเรนสกี", "เปลฮานอฟ", "ครุปสกายา", "โจเซฟ สตาลิน", "บอลเชวิค", "เมนเชวิค"),
    *("ซิมบีร์สค์", "ลิตอฟสค์", "สากลที่ ๓", "ครั้งที่ ๑", "วันที่ ๒๒", "วันที่ ๑๖", "วันที่ ๒๑"),
    *("ค.ศ. ๑๘๗๐", "ค.ศ. ๑๙๐๒", "ค.ศ. ๑๙๑๗", "ค.ศ. ๑๙๒๔"),
)


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("size", ["", "larger"])
def test_lines_end_outside_names_and_dates(page: "Page", live_server: LiveServer, size: str) -> None:
    page.add_init_script(f"localStorage.setItem('reading', JSON.stringify({{size: '{size}'}}))")
    page.goto(live_server.url + LENIN)
    text = page.evaluate("document.querySelector('.prose').textContent")
    words = [word for word in WHOLE if word in text]
    assert len(words) > 15
    parted, wide = {}, {}
    for width in (320, 341, 360, 414, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        parted[width] = page.evaluate(PARTED, words)
        wide[width] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert [found for found in parted.values() if found] == []
    assert wide == dict.fromkeys(wide, 0)


def test_signs_and_initials_stay_with_their_words(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    words = ("ต่าง ๆ", "ดอกไม้ ฯลฯ", "ม.ร.ว.", "พ.ต.อ.", "นิโคลัสที่ ๒", "พ.ศ. ๒๔๗๕", "วันที่ ๕")
    text = "คำ " + " ".join(f"{'ก' * number} {word}" for number in range(1, 14) for word in words)
    enter(article("Signs", "เครื่องหมาย", text, keywords=("นิโคลัสที่ ๒",)))
    page.goto(live_server.url + "/entries/signs/")
    for width in range(320, 480, 16):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(PARTED, list(words)) == []


@pytest.mark.usefixtures("samples")
def test_a_preview_comes_with_the_pointer_and_moves_nothing(page: "Page", live_server: LiveServer) -> None:
    page.add_init_script(SHIFTS)
    page.goto(live_server.url + LENIN, wait_until="networkidle")
    link = page.locator(".prose a").first
    link.hover()
    card = page.locator("#preview:not([hidden])")
    card.wait_for()
    assert "บอลเชวิค" in card.inner_text()
    assert (link.get_attribute("aria-describedby"), card.get_attribute("role")) == ("preview", "tooltip")
    card.hover()
    page.keyboard.press("Escape")
    assert page.locator("#preview[hidden]").count() == 1
    assert link.get_attribute("aria-describedby") is None
    assert page.evaluate("window.shifted || 0") < 0.01


@pytest.mark.usefixtures("samples")
def test_a_preview_comes_with_the_keyboard(page: "Page", live_server: LiveServer) -> None:
    page.goto(live_server.url + LENIN)
    reached: list[str] = []
    for _step in range(40):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.closest('.prose a') ? 'prose' : document.activeElement.tagName")
        )
        if reached[-1] == "prose":
            break
    assert reached[-1] == "prose"
    page.locator("#preview:not([hidden])").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "preview"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.prose a') !== null")
    assert page.locator("#preview[hidden]").count() == 1


@pytest.mark.usefixtures("samples")
def test_a_preview_comes_with_a_long_press(phone: "BrowserContext", live_server: LiveServer) -> None:
    page = phone.new_page()
    page.goto(live_server.url + LENIN)
    link = page.locator(".prose a").first
    box = link.bounding_box()
    assert box is not None
    session = phone.new_cdp_session(page)
    point = {"x": box["x"] + 10, "y": box["y"] + box["height"] / 2}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    card = page.locator("#preview:not([hidden])")
    card.wait_for()
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert page.url.endswith(LENIN)
    assert card.get_attribute("role") == "dialog"
    card.locator("a").tap()
    page.wait_for_url("**/entries/bolsheviks/")


@pytest.mark.usefixtures("samples")
def test_a_preview_keeps_the_focus_and_goes_when_the_focus_leaves(
    phone: "BrowserContext", live_server: LiveServer
) -> None:
    page = phone.new_page()
    page.goto(live_server.url + LENIN)
    page.evaluate(CLICKED)
    box = page.locator(".prose a").first.bounding_box()
    assert box is not None
    session = phone.new_cdp_session(page)
    point = {"x": box["x"] + 10, "y": box["y"] + box["height"] / 2}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.locator("#preview:not([hidden])").wait_for()
    # No menu is asked for here, so letting go is a click as well.
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("window.clicked")
    assert page.evaluate("clicked") == "card-open"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.className") != "card-open"
    page.locator("#preview[hidden]").wait_for(state="attached")
    assert page.url.endswith(LENIN)


@pytest.mark.usefixtures("samples")
def test_years_and_numerals_switch_and_come_back(page: "Page", live_server: LiveServer) -> None:
    page.goto(live_server.url + LENIN)
    written = page.evaluate(COPIED)
    assert "เกิดเมื่อวันที่ ๒๒ เมษายน ค.ศ. ๑๘๗๐" in written
    page.locator(".reading summary").click()
    shown = {}
    for era in ("ce", "be", "both", ""):
        page.locator(f'[name=era][value="{era}"]').check()
        shown[era] = page.evaluate(COPIED)
    assert "เกิดเมื่อวันที่ ๒๒ เมษายน พ.ศ. ๒๔๑๓ ที่" in shown["be"]
    assert "เกิดเมื่อวันที่ ๒๒ เมษายน ค.ศ.\u00a0๑๘๗๐ (พ.ศ.\u00a0๒๔๑๓) ที่" in shown["both"]
    assert shown["ce"] == shown[""] == written
    page.locator('[name=digits][value="arabic"]').check()
    arabic = page.evaluate(COPIED)
    assert "เกิดเมื่อวันที่ 22 เมษายน ค.ศ. 1870" in arabic
    assert not set(arabic) & set("๐๑๒๓๔๕๖๗๘๙")
    page.locator('[name=digits][value="thai"]').check()
    page.locator('[name=digits][value=""]').check()
    assert page.evaluate(COPIED) == written
    page.locator('[name=era][value="be"]').check()
    page.goto(live_server.url + "/entries/october-revolution/")
    assert "พ.ศ. ๒๔๖๐" in page.evaluate(COPIED)
    page.goto(live_server.url + LENIN + "?era=ce")
    assert page.evaluate(COPIED) == written


@pytest.mark.parametrize("scripts", [True, False])
def test_what_a_decade_covers_is_told_by_keyboard_and_by_touch(
    browser: "Browser", live_server: LiveServer, enter: Enter, *, scripts: bool
) -> None:
    enter(article("Eras", "ศักราช", "ในทศวรรษ ๑๘๔๐ เกิดเรื่องหนึ่ง และอีกเรื่องหนึ่งในเดือนมีนาคม ค.ศ. ๑๙๑๗"))
    size = {"width": 320, "height": 740}
    context = browser.new_context(java_script_enabled=scripts, viewport=size, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(live_server.url + "/entries/eras/")
    shown = "getComputedStyle(document.activeElement, '::after').content"
    dates = page.locator(".prose .y[title]")
    dates.nth(0).tap()
    if scripts:
        assert page.evaluate(shown) == '"ค.ศ. ๑๘๔๐–๑๘๔๙ (พ.ศ. ๒๓๘๓–๒๓๙๒)"'
        page.keyboard.press("Tab")
        assert page.evaluate(shown) == '"ตามปีราชการไทยในขณะนั้นเป็น พ.ศ. ๒๔๕๙"'
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.tagName") == "BODY"
        assert "๒๔๕๙" not in page.evaluate(COPIED)
    assert page.locator(".prose .y[title]:focus").count() == (0 if scripts else 1)
    context.close()


def test_colours_and_size_are_kept(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(ANNA)
    page.emulate_media(color_scheme="light")
    page.goto(live_server.url + "/")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.locator(".reading summary").click()
    page.locator("[name=theme][value=dark]").check()
    page.locator("[name=size][value=larger]").check()
    page.goto(live_server.url + "/entries/alpha-anna/")
    dark = page.evaluate(background)
    assert dark != light
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 16 * 1.35
    page.emulate_media(color_scheme="dark")
    page.locator(".reading summary").click()
    page.locator("[name=theme][value=light]").check()
    assert page.evaluate(background) == light
    page.locator("[name=theme][value='']").check()
    assert page.evaluate(background) == dark
    page.keyboard.press("Escape")
    assert page.evaluate("[document.querySelector('.reading').open, document.activeElement.tagName]") == [
        False,
        "SUMMARY",
    ]


@pytest.mark.usefixtures("samples")
def test_without_scripts_everything_is_there(browser: "Browser", live_server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(live_server.url + LENIN)
    page.locator(".reading summary").click()
    assert page.locator(".reading fieldset:visible").count() == 1
    page.locator('[name=era][value="be"]').check()
    page.locator(".reading button").click()
    assert page.url.endswith("?era=be")
    assert "พ.ศ. ๒๔๑๓" in page.locator(".prose").inner_text()
    assert page.locator("link[rel=canonical]").get_attribute("href") == live_server.url + LENIN
    page.locator(".prose a").first.click()
    assert page.url.endswith("/entries/bolsheviks/")
    page.goto(live_server.url + "/")
    assert not page.locator(".reading, .resume, #preview").locator("visible=true").count()
    context.close()


@pytest.mark.usefixtures("samples")
def test_what_is_printed_is_the_article(page: "Page", live_server: LiveServer) -> None:
    page.goto(live_server.url + LENIN)
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    assert "สงวนลิขสิทธิ์" in shown
    assert "/versions/1/" in shown
    assert "ข้ามไปยังช่วงเวลา" not in shown
    assert not page.locator(".masthead, .about, .jumps, .place, #referring").locator("visible=true").count()
    rules = page.evaluate(
        "Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)).join()"
    )
    assert "counter(page, thai)" in rules
    pages = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert {(round(float(width)), round(float(height))) for width, height in pages} == {(595, 842)}


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", ["", "light", "dark"])
def test_ink_is_black_on_paper_whatever_the_colours_of_the_screen(
    page: "Page", live_server: LiveServer, scheme: str, theme: str
) -> None:
    page.add_init_script(f"localStorage.setItem('reading', JSON.stringify({{theme: '{theme}'}}))")
    page.goto(live_server.url + LENIN)
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    colours = page.evaluate(
        """["body", "h1", ".prose p", ".prose a", ".prose .gloss", ".printed"].map((part) => {
          const style = getComputedStyle(document.querySelector(part))
          return [part, style.color, style.textDecorationLine]
        })"""
    )
    black = "rgb(0, 0, 0)"
    assert colours == [
        ["body", black, "none"],
        ["h1", black, "none"],
        [".prose p", black, "none"],
        [".prose a", black, "none"],
        [".prose .gloss", "rgb(68, 68, 68)", "none"],
        [".printed", black, "none"],
    ]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.usefixtures("samples")
def test_a_half_known_name_takes_at_most_three_taps(phone: "BrowserContext", live_server: LiveServer) -> None:
    page = phone.new_page()
    page.goto(live_server.url + "/")
    taps = ['.letters a:has-text("ล")', '.rows a:has-text("เลนิน")']
    for tap in taps:
        page.locator(tap).first.tap()
        page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "นายวลาดีมีร์ เลนิน"
    assert len(taps) <= 3


@pytest.mark.usefixtures("samples")
def test_coming_back_to_where_one_was_reading_takes_one_tap(phone: "BrowserContext", live_server: LiveServer) -> None:
    page = phone.new_page()
    page.goto(live_server.url + LENIN)
    page.evaluate("document.querySelector('#p5').scrollIntoView()")
    page.evaluate(REMEMBERED)
    page.goto(live_server.url + "/")
    page.locator(".resume a").tap()
    page.wait_for_url(f"**{LENIN}#p5")
    assert page.evaluate("Math.abs(document.querySelector('#p5').getBoundingClientRect().top) < 200")
    assert page.locator(".resume:visible").count() == 0


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(page: "Page", live_server: LiveServer, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in (LENIN, "/timeline/1910-1919/", "/years/1917/", LENIN + "referring/", "/en" + LENIN):
        page.goto(live_server.url + quote(address))
        page.locator(".reading summary").click()
        found = axe.run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], address
    page.goto(live_server.url + LENIN)
    page.locator(".prose a").first.hover()
    page.locator("#preview:not([hidden])").wait_for()
    found = axe.run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_pages_are_light(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    page.add_init_script(SHIFTS)
    page.goto(live_server.url + "/entries/alpha-anna/", wait_until="networkidle")
    sizes = page.evaluate(
        """async () => {
          const found = document.querySelectorAll("script[src], link[rel=stylesheet]")
          const own = Array.from(found, (each) => each.src || each.href)
          let bytes = 0
          for (const address of own) {
            const packed = (await fetch(address)).body.pipeThrough(new CompressionStream("gzip"))
            bytes += (await new Response(packed).arrayBuffer()).byteLength
          }
          return [own.length, bytes, window.shifted || 0]
        }"""
    )
    assert sizes[0] == 5
    assert sizes[1] < 60_000
    assert sizes[2] < 0.01
