"""An editor with forty references to settle: by keyboard, by selecting, without scripts, on every width."""

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import get_user_model
from pytest_django.live_server_helper import LiveServer

from entries.models import CrossReference, DecisionKind, Entry, ReferenceDecision
from entries.services import desk as service
from entries.services.deciding import decide
from entries.text.article import Article
from tests.admin.conftest import Enter, edit, screen
from tests.texts import ANNA, BORIS, GAMMA, article

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STRANGE = "ในปีนั้นมีเรื่องประหลาดบางอย่างเกิดขึ้นโดยไม่มีใครรู้ความจริง"
NIKITA = article("Khrushchev, Nikita", "นายนีกีตา ครุชอฟ", ce=("1894–1971",))
WIDE = article(
    "Wide",
    "เจ้าหญิงอันนาวิลเฮลมีนาเทโอโดราแห่งซัคเซินโคบูร์กโกทาอัลเทินบูร์ก",
    "สนธิสัญญาว่าด้วยการไม่รุกรานกันระหว่างเยอรมนีกับสหภาพสาธารณรัฐสังคมนิยมโซเวียต (Donaudampfschifffahrtsgesellschaft)*",
    ce=(),
)


def vague(number: int) -> Article:
    """An entry with a reference whose anchor nobody can be sure of."""
    part = f" ชุดที่ {number}" if number > 1 else ""  # an anchor that is confirmed is known from then on
    return article(f"Vague {number:02}", f"คลุมเครือ {number:02}", f"{STRANGE}{part} (Qwxyz)* อีกเลย", ce=())


def near(number: int) -> Article:
    """An entry that spells another's name otherwise."""
    prose = "เขาเดินทางไปกับนิกิตา ครุชชอฟ (Nikita Khruschev)* ในปีนั้น"
    return article(f"Near {number}", f"ใกล้ {number}", prose, keywords=("ครุชชอฟ, นิกิตา",), ce=())


def log_in(page: "Page", server: LiveServer) -> None:
    """As somebody who may do everything."""
    get_user_model().objects.create_superuser("wanida", password="รหัสผ่าน", first_name="วนิดา")
    page.goto(server.url + "/admin/")
    page.fill("#id_username", "wanida")
    page.fill("#id_password", "รหัสผ่าน")
    page.click("#login-form [type=submit]")


def press(page: "Page", key: str, *, times: int = 1) -> int:
    """Presses a key so often, each time until the next page is there; answers how often."""
    for _time in range(times):
        with page.expect_navigation():
            page.keyboard.press(key)
    return times


def kind(page: "Page") -> str:
    """What is asked."""
    return page.inner_text("#asked")


def test_forty_questions_are_settled_with_at_most_sixty_keys(
    page: "Page", live_server: LiveServer, enter: Enter
) -> None:
    enter(ANNA, BORIS, BORIS.replace(periods_ce=("1600",)), GAMMA, NIKITA)
    enter(*(vague(number) for number in range(34)), *(near(number) for number in range(4)))
    assert sum(service.counts().values()) == 40
    log_in(page, live_server)
    page.goto(live_server.url + screen("reference_desk"))
    keys = 0
    while page.locator("#asked").count():
        asked = kind(page)
        settled = ReferenceDecision.objects.count()
        if asked == "คำตั้งที่เขียนเหมือนกัน":
            keys += press(page, "Digit2")
        elif asked == "เขียนใกล้เคียงกับคำตั้งที่มี" or settled % 4:
            keys += press(page, "a")
        elif settled % 8:
            page.keyboard.press("ArrowLeft")
            keys += 1 + press(page, "Enter")
        else:
            keys += press(page, "n")
        assert ReferenceDecision.objects.count() == settled + 1
    assert ReferenceDecision.objects.standing().count() == 40
    assert service.next_question() is None
    assert keys <= 60
    assert page.inner_text(".questions strong") == "ตัดสินครบแล้ว"
    press(page, "z", times=3)
    assert ReferenceDecision.objects.standing().count() == 37


def test_an_anchor_is_marked_by_selecting_it(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(vague(1))
    log_in(page, live_server)
    page.goto(live_server.url + screen("reference_desk"))
    place = page.evaluate(
        """(words) => {
          const passage = document.getElementById("passage");
          const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
          const box = (node, from, to) => {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, to);
            return range.getBoundingClientRect();
          };
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at >= 0) {
              const first = box(node, at, at + 1);
              const gloss = passage.querySelector(".gloss").getBoundingClientRect();
              return [first.left + 1, first.top + first.height / 2, gloss.left - 2, gloss.top + gloss.height / 2];
            }
          }
        }""",
        "เรื่องประหลาด",
    )
    page.mouse.move(place[0], place[1])
    page.mouse.down()
    page.mouse.move(place[2], place[3], steps=4)
    page.mouse.up()
    page.wait_for_selector("mark.moved")
    chosen = "เรื่องประหลาดบางอย่างเกิดขึ้นโดยไม่มีใครรู้ความจริง"
    assert (page.input_value("#anchor"), page.inner_text("#passage mark")) == (chosen, chosen)
    assert page.inner_text("#passage") == f"{STRANGE} (Qwxyz)* อีกเลย"
    press(page, "Enter")
    assert CrossReference.objects.get().anchor == chosen


def test_selecting_stops_at_the_parenthesis_of_another_reference(
    page: "Page", live_server: LiveServer, enter: Enter
) -> None:
    enter(article("Two", "สองแห่ง", f"ต่อมาพบกับวลาดีมีร์ เลนิน (Vladimir Lenin)* {STRANGE} (Qwxyz)* อีกเลย", ce=()))
    log_in(page, live_server)
    page.goto(live_server.url + screen("reference_desk") + "?kind=unsure")
    page.evaluate(
        """() => {
          const passage = document.getElementById("passage");
          getSelection().selectAllChildren(passage);
          passage.dispatchEvent(new PointerEvent("pointerup"));
        }"""
    )
    page.wait_for_selector("mark.moved")
    assert page.inner_text("#passage mark") == STRANGE
    press(page, "Enter")
    assert CrossReference.objects.get(gloss="Qwxyz").anchor == STRANGE


def test_keys_mean_the_same_on_a_thai_keyboard_and_can_be_switched_off(
    page: "Page", live_server: LiveServer, enter: Enter
) -> None:
    enter(vague(1), vague(2))
    log_in(page, live_server)
    page.goto(live_server.url + screen("reference_desk"))
    thai = "new KeyboardEvent('keydown', {key: 'ฟ', code: 'KeyA', bubbles: true})"
    with page.expect_navigation():
        page.evaluate(f"() => {{ document.body.dispatchEvent({thai}); }}")
    assert ReferenceDecision.objects.count() == 1
    page.uncheck("#use-keys")
    page.reload()
    page.keyboard.press("n")
    page.focus("#anchor")
    page.keyboard.press("d")
    assert page.is_checked("#use-keys") is False
    assert ReferenceDecision.objects.count() == 1


def test_everything_works_without_scripts(page: "Page", live_server: LiveServer, enter: Enter) -> None:
    enter(vague(1), vague(2), vague(3))
    log_in(page, live_server)
    context = page.context.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(live_server.url + screen("reference_desk"))
    plain.click("button[value=accept]")
    plain.fill("#anchor", "โดยไม่มีใครรู้ความจริง ชุดที่ 2")
    plain.press("#anchor", "Enter")
    plain.click("button[value=dismiss]")
    assert plain.inner_text(".questions strong") == "ตัดสินครบแล้ว"
    plain.click(".done button")
    context.close()
    anchors = CrossReference.objects.order_by("face__headword").values_list("anchor", "anchor_decision__kind")
    assert anchors[1] == ("โดยไม่มีใครรู้ความจริง ชุดที่ 2", "anchor")
    assert ReferenceDecision.objects.standing().count() == 2


@pytest.fixture
def addresses(enter: Enter) -> list[str]:
    """Every screen about links with something on it."""
    anna, _boris, *_others = enter(ANNA, BORIS, BORIS.replace(periods_ce=("1600",)), NIKITA, near(1), vague(1), WIDE)
    (zeta,) = enter(article("Zeta", "เซตา", "เขาพบ อันนา อัลฟา ที่เมือง เคร์ซอน (Kherson)* กับบอริส บีตา (Boris Beta)*", ce=()))
    enter(article("Yota", "โยตา", "เขาไป เฮียร์ซอน (Kherson)* ที่จังหวัดเคร์ซ็อน แล้วกลับ", ce=()))
    decide(CrossReference.objects.get(face__entry=zeta, gloss="Boris Beta"), DecisionKind.LINK, target=anna, by=None)
    edit(zeta, article("Zeta", "เซตา", "เขาพบ อันนา อัลฟา ที่เมือง เคร์ซอน (Kherson)* กับโบริส (Boris Beta)*", ce=()))
    wide = Entry.objects.get(slug="wide")
    desk = screen("reference_desk")
    return [
        *(f"{desk}?kind={each.value}" for each in service.QuestionKind),
        f"{desk}?entry={wide.pk}",
        screen("reference_bulk") + "?least=0",
        screen("wanted"),
        screen("wanted_one") + "?key=gammawar",
        *(screen("terminology") + f"?show={show}" for show in ("gloss", "form", "sound")),
        screen("term") + "?gloss=kherson",
        screen("term_correct") + "?form=เคร์ซอน&house=เฮียร์ซอน",
        screen("mentions"),
        screen("link_health"),
        screen("referencedecision_changelist"),
        screen("entry_references", anna.pk),
        screen("entry_change", anna.pk),
    ]


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_runs_over_the_side(page: "Page", live_server: LiveServer, addresses: list[str], width: int) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    log_in(page, live_server)
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for address in addresses:
        answer = page.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == 200, address
        wide[address] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == dict.fromkeys(wide, 0)
    assert [text for text in complaints if "404" not in text] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: "Page", live_server: LiveServer, addresses: list[str], scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    log_in(page, live_server)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in addresses:
        page.goto(live_server.url + address)
        found = axe.run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], address
