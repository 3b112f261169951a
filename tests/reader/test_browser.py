"""What only a browser can tell: nothing runs over the side, nothing breaks the security policy."""

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from pytest_django.live_server_helper import LiveServer

from entries.text.article import Article
from tests.reader.conftest import Enter
from tests.texts import ANNA, BORIS, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE: Article = article(
    "Wide, Anna-Wilhelmina-Theodora of Saxe-Coburg-Gotha-Altenburg",
    "เจ้าหญิงอันนาวิลเฮลมีนาเทโอโดราแห่งซัคเซินโคบูร์กโกทาอัลเทินบูร์ก",
    " ".join(["สนธิสัญญาว่าด้วยการไม่รุกรานกันระหว่างประเทศ (Donaudampfschifffahrtsgesellschaftskapitän)*"] * 3),
    keywords=("พรรคแรงงานสังคมประชาธิปไตยรัสเซียแห่งสหภาพสาธารณรัฐสังคมนิยม",) * 2,
    bibliography=("https://example.org/" + "a" * 120,),
)
#: Another of the same name, and one whose years are many.
NAMESAKE = ANNA.replace(
    periods_ce=("1901–1980",), paragraphs=("อันนาผู้เยาว์ กับบอริส บีตา (Boris Beta)* และผู้ที่ไม่มีใครรู้จัก (Nobody)*",)
)
NAPOLEON = article(
    "Napoleon",
    "จักรพรรดินโปเลียน",
    "ทรงพบกับอันนา อัลฟา (Anna Alpha)*",
    ce=("1769–1821", "r. 1804–1814, 1815"),
    be=("พ.ศ. ๒๓๑๒–๒๓๖๔; ครองราชย์ พ.ศ. ๒๓๔๗–๒๓๕๗, ๒๓๕๘",),
)
ALL = (ANNA, BORIS, GAMMA, NAMESAKE, NAPOLEON)
PAGES = (
    "/",
    "/index/",
    "/index/อ/",
    "/index/keywords/",
    "/authors/",
    "/kinds/",
    "/kinds/person/",
    "/timeline/",
    "/timeline/1900-1999/",
    "/years/1919/",
    "/entries/alpha-anna/referring/",
    "/entries/alpha-anna/neighbours/",
    "/homonyms/อันนาอัลฟา/",
    "/entries/napoleon/",
    "/nothing/",
    "/entries/alpha-anna/",
    "/en/entries/alpha-anna/",
)
WIDE_PAGE = "/entries/wide-anna-wilhelmina-theodora-of-saxe-coburg-gotha-altenburg/"


@pytest.mark.parametrize(("width", "size"), [(320, ""), (320, "larger"), (360, ""), (768, ""), (1280, "")])
def test_nothing_runs_over_the_side(page: "Page", live_server: LiveServer, enter: Enter, width: int, size: str) -> None:
    enter(*ALL, WIDE)
    page.add_init_script(f"localStorage.setItem('reading', JSON.stringify({{size: '{size}'}}))")
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for address in (*PAGES, "/years/1815/", WIDE_PAGE, WIDE_PAGE + "versions/1/"):
        page.goto(live_server.url + quote(address))
        wide[address] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == dict.fromkeys(wide, 0)


def test_the_browser_has_nothing_to_complain_of(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(*ALL)
    complaints: list[str] = []
    failed: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: failed.append(request.url))
    for address in PAGES:
        page.goto(live_server.url + quote(address), wait_until="networkidle")
        assert page.evaluate("document.fonts.check('1rem Sarabun', 'ก')")
    assert failed == []
    assert [text for text in complaints if "404" not in text] == []


def test_copied_prose_is_the_text_without_stars(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    page.goto(live_server.url + "/entries/alpha-anna/")
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.prose')); return String(getSelection()) }"
    )
    assert [line for line in copied.split("\n") if line.strip()] == [
        paragraph.replace("*", "") for paragraph in ANNA.paragraphs
    ]


def test_the_keyboard_goes_first_to_the_text(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(ANNA)
    page.goto(live_server.url + "/entries/alpha-anna/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: "Page", live_server: LiveServer, enter: Enter, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    enter(*ALL)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in (*PAGES, "/entries/alpha-anna/versions/1/", "/keywords/สงครามแกมมา/"):
        page.goto(live_server.url + quote(address))
        found = axe.run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], address
