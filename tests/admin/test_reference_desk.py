"""The reference desk: one question after another, settled, passed over, taken back; two editors at once."""

import re

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from entries.models import CrossReference, DecisionKind, Entry, ReferenceDecision
from entries.services.deciding import decide
from entries.text.article import Article
from tests.admin.conftest import Enter, edit, logged_in, person, queries, screen
from tests.texts import ANNA, BORIS, GAMMA, article

DESK = "reference_desk"
NAMESAKE = BORIS.replace(periods_ce=("1600",))
NIKITA = article("Khrushchev, Nikita", "นายนีกีตา ครุชอฟ", ce=("1894–1971",))
ZETA = article(
    "Zeta",
    "เซตา",
    "เขาพบนางอันนา อัลฟา (Boris Beta)* แล้วเดินทางไปกับนิกิตา ครุชชอฟ (Nikita Khruschev)* ในปีนั้น",
    keywords=("อัลฟา, อันนา", "ครุชชอฟ, นิกิตา"),
    ce=(),
)
STRANGE = "ในปีนั้นมีเรื่องประหลาดบางอย่างเกิดขึ้นโดยไม่มีใครรู้ความจริง"


def vague(number: int = 1) -> Article:
    """An entry with a reference whose anchor nobody can be sure of."""
    part = f" ชุดที่ {number}" if number > 1 else ""  # an anchor that is confirmed is known from then on
    return article(f"Vague {number}", f"คลุมเครือ {number}", f"{STRANGE}{part} (Qwxyz)* อีกเลย", ce=())


def ask(client: Client, **asked: object) -> object:
    """The page of the desk."""
    page = client.get(screen(DESK), asked)
    assert page.status_code == 200
    return page


def question(client: Client, **asked: object) -> object:
    """What is asked first."""
    return ask(client, **asked).context["question"]


def answer(client: Client, act: str, address: str = "", **sent: object) -> object:
    """Sends an answer as the page's form does, and answers the page that comes then."""
    address = address or screen(DESK)
    page = client.get(address)
    form = dict(
        re.findall(r'<input type="hidden" name="(reference|decision|state)" value="([^"]*)"', page.content.decode())
    )
    return client.post(address, form | {"act": act} | sent, follow=True)


def told(page: object) -> list[str]:
    """The messages of a page."""
    return [str(message) for message in page.context["messages"]]


def standing() -> list[tuple[str, str]]:
    """The decisions that hold, with their glosses."""
    rows = ReferenceDecision.objects.standing().order_by("pk")
    return list(rows.values_list("kind", "gloss"))


def test_a_question_comes_in_its_passage_with_proposal_and_evidence(as_editor: Client, enter: Enter) -> None:
    enter(vague())
    page = ask(as_editor)
    reference = page.context["question"].reference
    text = re.sub(r"<[^>]+>", "", page.content.decode())
    assert f"{STRANGE} (Qwxyz)* อีกเลย" in text
    assert f"“{reference.anchor}” ถูกแล้ว" in text
    evidence = page.context["question"].evidence
    assert evidence
    assert all(words in text for words in evidence)


def test_accepting_confirms_the_anchor_and_shows_the_next(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    first = question(as_editor)
    page = answer(as_editor, "accept")
    assert page.context["question"].face.headword == "Vague 2"
    assert standing() == [("anchor", "Qwxyz")]
    decided = CrossReference.objects.get(face=first.face)
    assert (decided.anchor, decided.confidence) == (first.reference.anchor, 1.0)
    assert answer(as_editor, "accept").context["question"] is None
    assert ReferenceDecision.objects.filter(by_name="บรรณาธิการ").count() == 2


def test_the_desk_says_how_many_other_anchors_follow_and_undo_brings_them_back(as_editor: Client, enter: Enter) -> None:
    same = article("Same", "เช่นกัน", f"{STRANGE} (Xyzzy)* และ {STRANGE} (Plugh)* อีกเลย", ce=())
    enter(article("First", "ก่อน", f"{STRANGE} (Qwxyz)* อีกเลย", ce=()), same)
    before = list(CrossReference.objects.order_by("pk").values_list("anchor", flat=True))
    page = answer(as_editor, "mark", anchor="รู้ความจริง")
    assert "อีก 2 แห่งใน 1 รายการเริ่มคำที่โยงตามนี้ด้วย" in page.content.decode()
    as_editor.post(screen("reference_undo"))
    assert list(CrossReference.objects.order_by("pk").values_list("anchor", flat=True)) == before


@pytest.mark.parametrize(("act", "kind"), [("refuse", "not_reference"), ("dismiss", "dismiss")])
def test_a_question_is_settled_without_an_anchor(as_editor: Client, enter: Enter, act: str, kind: str) -> None:
    enter(vague())
    assert answer(as_editor, act).context["question"] is None
    assert standing() == [(kind, "Qwxyz")]


def test_another_anchor_is_picked_or_written(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    picked = question(as_editor).anchors[0]
    answer(as_editor, f"anchor:{picked}")
    answer(as_editor, "mark", anchor="เกิดขึ้นโดยไม่มีใครรู้ความจริง ชุดที่ 2")
    anchors = CrossReference.objects.order_by("face__headword").values_list("anchor", "confidence")
    assert list(anchors) == [(picked, 1.0), ("เกิดขึ้นโดยไม่มีใครรู้ความจริง ชุดที่ 2", 1.0)]


def test_an_anchor_that_does_not_end_at_the_parenthesis_is_refused(as_editor: Client, enter: Enter) -> None:
    enter(vague())
    page = answer(as_editor, "mark", anchor="เรื่องประหลาด")
    assert told(page) == ["คำที่โยงต้องอยู่ติดหน้าวงเล็บของคำกำกับ ให้เลือกข้อความใหม่"]
    assert page.context["question"] is not None
    assert standing() == []


def test_homonyms_are_told_apart_and_chosen(as_editor: Client, enter: Enter) -> None:
    anna, _boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    page = ask(as_editor, kind="ambiguous")
    text = page.content.decode()
    assert [row["act"] for row in page.context["targets"]] == [f"link:{_boris.pk}", f"link:{namesake.pk}"]
    assert ("1870–1924" in text, "1600" in text) == (True, True)
    answer(as_editor, f"link:{namesake.pk}")
    assert CrossReference.objects.get(face__entry=anna, gloss="Boris Beta").target == namesake


def test_witnesses_that_disagree_are_named(as_editor: Client, enter: Enter) -> None:
    anna, boris, _zeta = enter(ANNA, BORIS, ZETA)
    page = ask(as_editor, kind="disagreeing")
    by = {row["candidate"].face.entry_id: row["candidate"].by for row in page.context["targets"]}
    assert by == {boris.pk: "gloss", anna.pk: "anchor"}


def test_a_near_miss_is_proposed(as_editor: Client, enter: Enter) -> None:
    zeta, nikita = enter(ZETA, NIKITA)
    page = ask(as_editor, kind="near")
    assert [row["candidate"].face.entry_id for row in page.context["targets"]] == [nikita.pk]
    answer(as_editor, f"link:{nikita.pk}", screen(DESK) + "?kind=near")
    assert CrossReference.objects.get(face__entry=zeta, gloss="Nikita Khruschev").target == nikita


def test_any_entry_can_be_looked_for_and_chosen(as_editor: Client, enter: Enter) -> None:
    _vague, anna = enter(vague(), ANNA)
    page = ask(as_editor, kind="unsure", q="อัลฟา")
    assert [row["act"] for row in page.context["targets"]] == [f"link:{anna.pk}"]
    answer(as_editor, f"link:{anna.pk}", screen(DESK) + "?kind=unsure&q=อัลฟา")
    assert CrossReference.objects.get(gloss="Qwxyz").target == anna


def test_what_is_passed_over_comes_again_from_the_start(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    page = as_editor.get(ask(as_editor).context["skip"])
    assert page.context["question"].face.headword == "Vague 2"
    end = as_editor.get(page.context["skip"])
    assert end.context["question"] is None
    assert as_editor.get(end.context["from_start"]).context["question"].face.headword == "Vague 1"


def test_undo_takes_back_step_by_step(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    answer(as_editor, "accept")
    answer(as_editor, "dismiss")
    undo = screen("reference_undo")
    assert as_editor.post(undo, follow=True).context["question"].face.headword == "Vague 2"
    assert as_editor.post(undo, follow=True).context["question"].face.headword == "Vague 1"
    assert standing() == []
    assert told(as_editor.post(undo, follow=True)) == ["ไม่มีการตัดสินของท่านให้ยกเลิก ดูการตัดสินทั้งหมดได้ที่ “การตัดสินรายการโยง”"]


def test_an_answer_to_what_another_has_decided_is_not_taken(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    other = logged_in(person("other", "มานี", "change_entry", "change_referencedecision"))
    page = as_editor.get(screen(DESK))
    form = dict(re.findall(r'name="(reference|state)" value="([^"]+)"', page.content.decode()))
    answer(other, "dismiss")
    after = as_editor.post(screen(DESK), form | {"act": "accept"}, follow=True)
    assert told(after)[0].startswith("มานี ตัดสินแห่งนี้ก่อนท่าน: ไม่ต้องถามเรื่อง")
    assert after.context["question"].face.headword == "Vague 2"
    assert standing() == [("dismiss", "Qwxyz")]


def test_an_answer_to_a_text_that_has_changed_is_not_taken(as_editor: Client, enter: Enter) -> None:
    (entry,) = enter(vague())
    page = as_editor.get(screen(DESK))
    form = dict(re.findall(r'name="(reference|state)" value="([^"]+)"', page.content.decode()))
    edit(entry, vague().replace(paragraphs=(f"{STRANGE} (Qwxyz)* แล้วก็จบ",)))
    after = as_editor.post(screen(DESK), form | {"act": "accept"}, follow=True)
    assert told(after)[0].startswith("ข้อความหรือรายการโยงนี้เปลี่ยนไปแล้ว")
    assert after.context["question"].face.entry_id == entry.pk
    assert standing() == []


@pytest.mark.parametrize("act", ["", "link:", "link:x", "link:999999", "unknown", "again:1"])
def test_what_is_no_answer_changes_nothing(as_editor: Client, enter: Enter, act: str) -> None:
    enter(vague())
    assert len(told(answer(as_editor, act))) == 1
    assert standing() == []
    assert question(as_editor) is not None


@pytest.fixture
def orphan(enter: Enter) -> Entry:
    """An entry with a chosen link whose place has gone, while its gloss stands elsewhere."""
    (entry, anna) = enter(article("Zeta", "เซตา", "เขาพบ บอริส บีตา (Boris Beta)* ที่นั่น", ce=()), ANNA)
    decide(CrossReference.objects.get(face__entry=entry), DecisionKind.LINK, target=anna, by=None)
    edit(entry, article("Zeta", "เซตา", "เธอรู้จักโบริสผู้ยิ่งใหญ่ (Boris Beta)* มานานแล้ว", ce=()))
    return entry


def test_an_orphaned_decision_is_made_again_elsewhere_and_taken_back(as_editor: Client, orphan: Entry) -> None:
    page = ask(as_editor, kind="orphaned")
    (place,) = page.context["places"]
    answer(as_editor, place["act"], screen(DESK) + "?kind=orphaned")
    row = CrossReference.objects.get(face__entry=orphan, face__is_working=True)
    assert row.target.slug == "alpha-anna"
    assert question(as_editor, kind="orphaned") is None
    as_editor.post(screen("reference_undo"))
    row.refresh_from_db()
    assert row.target is None
    assert question(as_editor, kind="orphaned").decision.gloss == "Boris Beta"


def test_an_orphaned_decision_is_dropped_and_brought_back(as_editor: Client, orphan: Entry) -> None:
    answer(as_editor, "undo", screen(DESK) + "?kind=orphaned")
    assert (standing(), question(as_editor, kind="orphaned")) == ([], None)
    as_editor.post(screen("reference_undo"))
    assert standing() == [("link", "Boris Beta")]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "ambiguous"}, 0),
        ({"kind": "unsure"}, 2),
        ({"name": "คลุมเครือ 2"}, 1),
        ({"name": "ไม่มี"}, 0),
        ({"confidence": "90-"}, 0),
        ({"kind": "nonsense", "confidence": "x", "after": "x.y", "entry": "x"}, 2),
    ],
)
def test_questions_are_narrowed(as_editor: Client, enter: Enter, asked: dict[str, str], expected: int) -> None:
    enter(vague(1), vague(2))
    page = ask(as_editor, **asked)
    assert page.context["left"] == expected
    assert (page.context["question"] is None) == (expected == 0)


def test_questions_of_one_entry(as_editor: Client, enter: Enter) -> None:
    _one, two = enter(vague(1), vague(2))
    assert question(as_editor, entry=two.pk).face.entry_id == two.pk
    assert ask(as_editor, entry=two.pk).context["left"] == 1


BULK = "reference_bulk"


def test_many_are_accepted_above_a_confidence_and_taken_back_together(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2), vague(3))
    percents = [int(100 * confidence) for confidence in CrossReference.objects.values_list("confidence", flat=True)]
    assert as_editor.get(screen(BULK), {"least": max(percents) + 1}).context["rows"] == []
    rows = as_editor.get(screen(BULK), {"least": min(percents)}).context["rows"]
    assert [row["reference"].face.headword for row in rows] == ["Vague 1", "Vague 2", "Vague 3"]
    ticked = [row["value"] for row in rows[:2]]
    page = as_editor.post(screen(BULK), {"reference": ticked}, follow=True)
    assert page.context["question"].face.headword == "Vague 3"
    assert standing() == [("anchor", "Qwxyz")] * 2
    as_editor.post(screen("reference_undo"))
    assert standing() == []


def test_nothing_is_accepted_where_one_has_changed(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    rows = as_editor.get(screen(BULK), {"least": 0}).context["rows"]
    decide(rows[0]["reference"], DecisionKind.DISMISS, by=None)
    page = as_editor.post(screen(BULK), {"reference": [row["value"] for row in rows]}, follow=True)
    assert told(page)[0].startswith("บางแห่งเปลี่ยนไปหรือมีผู้ตัดสินแล้ว")
    assert standing() == [("dismiss", "Qwxyz")]


def test_decisions_are_listed_and_undone(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), vague(2))
    answer(as_editor, "accept")
    answer(as_editor, "dismiss")
    listed = as_editor.get(screen("referencedecision_changelist")).context["cl"].result_list
    assert [decision.kind for decision in listed] == ["dismiss", "anchor"]
    sent = {"action": "undo_selected", "_selected_action": [decision.pk for decision in listed]}
    page = as_editor.post(screen("referencedecision_changelist"), sent, follow=True)
    assert told(page) == ["เลิกใช้การตัดสินแล้ว 2 แห่ง"]
    assert standing() == []


@pytest.mark.parametrize("who", ["as_lookout", "as_reviewer", "as_importer"])
def test_who_may_only_look_sees_questions_and_decides_nothing(
    request: pytest.FixtureRequest, enter: Enter, who: str
) -> None:
    enter(vague())
    client: Client = request.getfixturevalue(who)
    page = ask(client).content.decode()
    assert ('name="act"' in page, "ไม่มีสิทธิตัดสิน" in page) == (False, True)
    answers = [client.post(screen(name), {"act": "accept"}).status_code for name in (DESK, BULK, "reference_undo")]
    assert answers == [403] * 3


def test_who_sees_no_entries_sees_no_questions(client: Client, work: object, django_user_model: type) -> None:
    nobody: AbstractUser = django_user_model.objects.create_user("nobody", is_staff=True)
    client.force_login(nobody)
    assert client.get(screen(DESK)).status_code == 403


def test_a_question_takes_as_many_queries_in_a_larger_encyclopedia(as_editor: Client, enter: Enter) -> None:
    enter(vague(1), ANNA, BORIS)
    few = queries(as_editor, screen(DESK))
    enter(vague(2), vague(3), GAMMA, ZETA, NIKITA)
    assert queries(as_editor, screen(DESK)) == few
