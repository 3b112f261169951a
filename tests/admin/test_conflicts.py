"""The queue of conflicts: looked at side by side, settled with one choice, the next one after it."""

from pathlib import Path

import pytest
from django.test import Client

from entries.models import Conflict, ConflictState, Entry
from tests.admin.conftest import bring, edit, latest, queries, screen
from tests.texts import ANNA, BORIS, GAMMA

MINE = "ความนำที่บรรณาธิการเขียน"
THEIRS = "ความนำที่แฟ้มใหม่เขียน"


def told(answer: object) -> list[str]:
    """What the page tells in its messages."""
    return [str(message) for message in answer.context["messages"]]  # type: ignore[attr-defined]


def open_conflicts(folder: Path, number: int) -> list[Conflict]:
    """So many entries with a conflict in the lead of each."""
    texts = (ANNA, BORIS, GAMMA)[:number]
    bring(folder, *texts)
    for text in texts:
        entry = Entry.objects.get(faces__headword=text.headword)
        edit(entry, text.replace(paragraphs=(MINE, *text.paragraphs[1:])))
    bring(folder, *(text.replace(paragraphs=(THEIRS, *text.paragraphs[1:])) for text in texts))
    return list(Conflict.objects.all())


def test_a_conflict_is_shown_with_its_three_texts(as_lookout: Client, conflict: Conflict) -> None:
    page = as_lookout.get(screen("conflict_change", conflict.pk))
    sides = ["".join(run.text for run in page.context[side]) for side in ("mine", "theirs")]
    assert (page.context["place"], page.context["before"], sides) == (
        "คำอธิบาย ย่อหน้าที่ 1",
        ANNA.lead,
        [MINE, THEIRS],
    )
    assert 'name="choice"' not in page.content.decode()


def test_an_entry_with_an_open_conflict_says_so(as_prasert: Client, conflict: Conflict) -> None:
    page = as_prasert.get(screen("entry_change", conflict.entry_id))
    assert [(row.pk, place) for row, place in page.context["conflicts"]] == [(conflict.pk, "คำอธิบาย ย่อหน้าที่ 1")]
    listed = as_prasert.get(screen("entry_changelist"), {"conflicts": "open"})
    assert [entry.pk for entry in listed.context["cl"].result_list] == [conflict.entry_id]


@pytest.mark.parametrize(
    ("sent", "lead", "state"),
    [
        ({"choice": "mine"}, MINE, ConflictState.MINE),
        ({"choice": "theirs"}, THEIRS, ConflictState.THEIRS),
        ({"choice": "written", "written": "ข้อความ\r\nสองบรรทัด"}, "ข้อความ\nสองบรรทัด", ConflictState.WRITTEN),
        ({"choice": "marked"}, MINE, ConflictState.WRITTEN),
    ],
)
def test_what_is_chosen_stands(
    as_editor: Client, conflict: Conflict, sent: dict[str, str], lead: str, state: ConflictState
) -> None:
    answer = as_editor.post(screen("conflict_change", conflict.pk), sent, follow=True)
    conflict.refresh_from_db()
    assert (latest(conflict.entry).article.lead, conflict.state, conflict.settled_by_name) == (
        lead,
        state,
        "บรรณาธิการ",
    )
    assert answer.redirect_chain == [(screen("conflict_changelist"), 302)]
    shown = as_editor.get(screen("conflict_change", conflict.pk))
    assert (shown.context["chosen"], 'name="choice"' in shown.content.decode()) == (state.value, False)


def test_the_next_one_comes_after_settling(as_editor: Client, work: object, tmp_path: Path) -> None:
    newest, middle, oldest = open_conflicts(tmp_path / "files", 3)
    way = [middle]
    for _ in range(2):
        answer = as_editor.post(screen("conflict_change", way[-1].pk), {"choice": "mine"}, follow=True)
        way.append(answer.context["conflict"])
    assert way == [middle, oldest, newest]
    listed = as_editor.get(screen("conflict_changelist"))
    assert list(listed.context["cl"].result_list) == [newest]
    settled = as_editor.get(screen("conflict_changelist"), {"state": "mine"})
    assert list(settled.context["cl"].result_list) == [middle, oldest]


def test_a_place_that_has_moved_is_settled_by_hand(as_editor: Client, conflict: Conflict) -> None:
    edit(conflict.entry, ANNA.replace(paragraphs=("เขียนใหม่ทั้งหมด",)))
    answer = as_editor.post(screen("conflict_change", conflict.pk), {"choice": "theirs"})
    page = answer.content.decode()
    assert (answer.status_code, screen("entry_change", conflict.entry_id) in page) == (409, True)
    conflict.refresh_from_db()
    assert conflict.state == ConflictState.OPEN
    as_editor.post(screen("conflict_change", conflict.pk), {"choice": "marked"})
    conflict.refresh_from_db()
    assert (conflict.state, latest(conflict.entry).article.lead) == (ConflictState.WRITTEN, "เขียนใหม่ทั้งหมด")


def test_what_cannot_be_written_there_is_told_and_kept(as_editor: Client, conflict: Conflict) -> None:
    sent = {"choice": "written", "written": "ก่อน\nคำสำคัญ\nหลัง"}
    answer = as_editor.post(screen("conflict_change", conflict.pk), sent)
    assert answer.context["form"].errors["written"] == ["บรรทัด “คำสำคัญ” เป็นป้ายกำกับของรูปแบบต้นฉบับ"]
    assert answer.context["form"]["written"].value() == sent["written"]
    conflict.refresh_from_db()
    assert conflict.state == ConflictState.OPEN


def test_who_comes_second_is_told_what_was_chosen(as_editor: Client, conflict: Conflict) -> None:
    as_editor.post(screen("conflict_change", conflict.pk), {"choice": "theirs"})
    answer = as_editor.post(screen("conflict_change", conflict.pk), {"choice": "mine"}, follow=True)
    assert told(answer)[1:] == ["มีผู้ตัดสินก่อนท่าน ตัดสินแล้ว: ใช้ของอีกฝ่าย"]
    assert latest(conflict.entry).article.lead == THEIRS


@pytest.mark.parametrize("who", ["as_lookout", "as_reviewer", "as_importer"])
def test_only_editors_settle(request: pytest.FixtureRequest, conflict: Conflict, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.post(screen("conflict_change", conflict.pk), {"choice": "theirs"}).status_code == 403
    assert latest(conflict.entry).article.lead == MINE


def test_a_queue_of_three_asks_no_more_than_one_of_one(as_editor: Client, work: object, tmp_path: Path) -> None:
    conflicts = open_conflicts(tmp_path / "files", 3)
    Conflict.objects.exclude(pk=conflicts[0].pk).update(state=ConflictState.MINE)
    one = queries(as_editor, screen("conflict_changelist"))
    Conflict.objects.update(state=ConflictState.OPEN)
    assert queries(as_editor, screen("conflict_changelist")) == one
