"""What a browser measures: names on every width, the columns of a long article, the one axis of the timeline."""

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.reader.conftest import Enter
from tests.texts import ANNA, BORIS, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: Names of two to four words, from narrow to wide ones.
NAMES = (
    *("เลโอ โยกิเชส", "ดีเอโก รีเวรา", "อันนา อัลฟา", "โจเซฟ วิสซารี", "เฮเลนา เฟโอโดรอฟนา", "วลาดีมีร์ อิลลิช"),
    *("อะเล็กซานดรา เคเรนสกายา", "วิลเฮลมีนา เทโอโดรา", "คอนสตันติน ปาฟโลวิช โรมานอฟ", "อันนา เปตรอฟนา อิวาโนวา"),
    *("มิฮาอิล อะเล็กซานโดรวิช บาคูนิน", "สาธารณรัฐ เกรตเตอร์ โคลอมเบีย แห่งอเมริกา"),
)
#: Names that stand on more than one line of a place though they take less than so much of one.
BROKEN = """
([names, place, most]) => {
  const prose = document.querySelector(place), broken = []
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT), nodes = []
  let text = ""
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push([text.length, node])
    text += node.data
  }
  const point = (offset) => {
    const [start, node] = nodes.findLast(([first]) => first <= offset)
    return [node, offset - start]
  }
  let seen = 0
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      seen += 1
      const range = document.createRange()
      range.setStart(...point(at))
      const [node, offset] = point(at + name.length - 1)
      range.setEnd(node, offset + 1)
      const boxes = Array.from(range.getClientRects()).filter((box) => box.width > 1)
      const lines = new Set(boxes.map((box) => Math.round(box.bottom / 12)))
      const width = boxes.reduce((sum, box) => sum + box.width, 0)
      if (lines.size > 1 && width < prose.clientWidth * most) broken.push(name)
    }
  }
  return [seen, broken]
}
"""
BOX = """
(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect()
  return { left: box.left, right: box.right, top: box.top, bottom: box.bottom }
}
"""


def test_no_name_is_broken_that_takes_less_than_half_a_line(
    page: "Page", live_server: LiveServer, enter: Enter
) -> None:
    filler = ("คำ", "คำอธิบาย", "เรื่องราวที่ยาวกว่า", "และ")
    text = " ".join(f"{filler[(number + shift) % 4]}{name}" for shift in range(9) for number, name in enumerate(NAMES))
    enter(article("Names", "ชื่อทั้งหลาย", "ความนำ", text, keywords=NAMES))
    page.goto(live_server.url + "/entries/names/")
    found = {}
    for width in (320, 360, 390, 412, 480, 600, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(BROKEN, [list(NAMES), ".prose", 0.5])
    assert found == {width: [len(NAMES) * 9, []] for width in found}


#: Names of other entries, of one part each.
ELSEWHERE = ("เปโตรกราด", "คอนสตันตินา", "แวร์ซาเลีย", "บราติสลาวิเนีย")
TOLD = " ".join(f"{'ก' * (number % 5)}กับ{name}และที่" for number, name in enumerate(ELSEWHERE * 9))


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/entries/teller/", ".prose"),
        ("/homonyms/ผู้เล่า/", ".meanings li p"),
        ("/entries/told/referring/", ".referring p"),
    ],
)
def test_no_line_ends_in_a_name_that_another_entry_has(
    page: "Page", live_server: LiveServer, enter: Enter, address: str, place: str
) -> None:
    enter(
        *(article(f"Elsewhere {number}", name, "ความนำ", ce=()) for number, name in enumerate(ELSEWHERE)),
        article("Told", "เรื่องเล่า", "ความนำ", ce=()),
        article("Teller", "ผู้เล่า", f"{TOLD} เรื่องเล่า (Told)* {TOLD}", ce=()),
        article("Teller, Another", "ผู้เล่า", TOLD, ce=()),
    )
    page.goto(live_server.url + address)
    found = {}
    for width in (320, 360, 412, 600, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        seen, broken = page.evaluate(BROKEN, [list(ELSEWHERE), place, 1])
        found[width] = [seen > 3, broken]
    assert found == {width: [True, []] for width in found}


def test_a_title_ends_its_lines_between_its_parts(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    parts = ("เจ้าชายออทโท", "วิลเฮลมีนาเบอร์กา", "ฟอน", "บิสมาร์คเกนชเตาเฟิน")
    enter(article("Otto", " ".join(parts), "ความนำ", ce=()))
    page.goto(live_server.url + "/entries/otto/")
    found = {}
    for width in (320, 360, 412, 600, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(BROKEN, [list(parts), ".title h1", 1])
    assert found == {width: [len(parts), []] for width in found}
    assert page.locator(".title h1").inner_text() == " ".join(parts)


@pytest.mark.parametrize("width", [1120, 1280, 1600])
def test_what_stands_beside_a_long_article_never_overlaps(
    page: "Page", live_server: LiveServer, enter: Enter, width: int
) -> None:
    told = [f"ใน ค.ศ. {year}" + " คำอธิบาย" * 120 for year in range(1801, 1809)]
    enter(article("Long", "บทความยาว", "ความนำ", *told, ce=("1800–1900",), be=()))
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(live_server.url + "/entries/long/")
    byline = page.locator(".byline")
    assert byline.is_visible()
    height = page.evaluate("document.documentElement.scrollHeight")
    overlapping = []
    for part in range(21):
        page.evaluate("(to) => scrollTo(0, to)", height * part // 20)
        jumps = page.evaluate(BOX, ".jumps")
        for other in (".about", ".prose", ".matter"):
            box = page.evaluate(BOX, other)
            beside = jumps["left"] >= box["right"] or box["left"] >= jumps["right"]
            if not beside and jumps["top"] < box["bottom"] - 1 and box["top"] < jumps["bottom"] - 1:
                overlapping.append((part, other))
    assert overlapping == []
    page.evaluate("document.querySelector('#p5').scrollIntoView()")
    assert page.evaluate(BOX, ".jumps")["top"] == pytest.approx(24, abs=1)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_ticks_bars_and_rules_share_one_axis(page: "Page", live_server: LiveServer, enter: Enter, width: int) -> None:
    enter(ANNA, BORIS, GAMMA)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + "/timeline/1900-1909/")
    measured = page.evaluate(
        """() => {
          const boxes = (selector) => Array.from(document.querySelectorAll(selector), (one) => {
            const box = one.getBoundingClientRect()
            return [Math.round(box.left), Math.round(box.right)]
          })
          return [boxes(".ticks"), boxes(".rules"), [...new Set(boxes(".strip svg").map(String))], boxes(".ticks li")]
        }"""
    )
    (ticks,), (rules,), strips, units = measured
    assert rules == ticks
    assert strips == [f"{ticks[0]},{ticks[1]}"]
    assert (units[0][0], units[-1][1]) == tuple(ticks)
    assert len(units) == 10
    labels = page.evaluate(
        """() => Array.from(document.querySelectorAll(".ticks .ce"), (one) => {
          const range = document.createRange()
          range.selectNodeContents(one.lastChild)
          const box = range.getBoundingClientRect()
          return getComputedStyle(one).visibility === "visible" ? [box.left, box.right] : null
        }).filter(Boolean)"""
    )
    assert len(labels) == (5 if width == 360 else 10)
    assert [left for left, right in pairwise(labels) if left[1] > right[0] - 2] == []
    assert labels[-1][1] <= ticks[1]


def test_the_pointer_tells_its_year_and_a_press_leads_there(
    page: "Page", live_server: LiveServer, enter: Enter
) -> None:
    enter(ANNA, BORIS, GAMMA)
    page.goto(live_server.url + "/timeline/1900-1909/")
    strip = page.locator(".strip").first
    box = strip.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.55, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    assert page.locator(".axis .at").inner_text() == "ค.ศ. ๑๙๐๕ · พ.ศ. ๒๔๔๘"
    page.locator(".ticks a").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/years/1901/"
    page.mouse.click(x, y)
    page.wait_for_url("**/years/1905/")


def test_a_dot_leads_to_its_passage(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(article("Delta", "เดลตา", "ความนำ", "เดลตาเล่าถึง ค.ศ. ๑๙๐๕ ไว้", ce=()))
    page.goto(live_server.url + "/timeline/1900-1909/")
    box = page.locator(".strip svg a").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/entries/delta/#p2")
    page.go_back()
    page.locator(".lanes summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "ค.ศ. ๑๙๐๕"
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/delta/#p2")


def test_the_page_is_what_it_was_once_eras_and_numerals_are_switched_back(
    page: "Page", live_server: LiveServer, enter: Enter
) -> None:
    text = "ในทศวรรษ ๑๘๔๐ และคริสต์ศตวรรษที่ ๑๙ จนถึง พ.ศ. ๒๔๗๕ เมื่อวันที่ ๕ มีนาคม ค.ศ. ๑๙๑๗ ระหว่าง ค.ศ. ๑๙๑๗–๑๙๑๘"
    enter(article("Eras", "ศักราช", text))
    page.goto(live_server.url + "/entries/eras/")
    html = "document.querySelector('article').innerHTML"
    written = page.evaluate(html)
    page.locator(".reading summary").click()
    for choice, value in (("era", "be"), ("era", "both"), ("digits", "arabic"), ("era", "ce")):
        page.locator(f'[name={choice}][value="{value}"]').check()
        assert page.locator(".y.w", has_text="ทศวรรษ").count() == 1
    page.locator('[name=era][value=""]').check()
    page.locator('[name=digits][value=""]').check()
    assert page.evaluate(html) == written
