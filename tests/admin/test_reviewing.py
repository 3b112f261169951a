"""A text is handed in, sent back with a note, handed in again, and approved."""

import pytest
from django.test import Client

from entries.models import Entry, Projection, Stage, WorkState
from tests.admin.conftest import Enter, edit, latest, screen
from tests.texts import ANNA


@pytest.fixture
def anna(enter: Enter) -> Entry:
    """A draft."""
    return enter(ANNA)[0]


def stage(entry: Entry) -> str:
    """Where the work on the entry stands."""
    return Projection.objects.working().get(entry=entry).stage


def step(client: Client, name: str, entry: Entry, **sent: object) -> int:
    """Takes the latest revision a step on; answers the status."""
    return client.post(screen(f"entry_{name}", entry.pk), {"revision": latest(entry).pk, **sent}).status_code


def test_the_way_of_a_text(as_editor: Client, as_reviewer: Client, anna: Entry) -> None:
    way = [stage(anna)]
    for client, name, sent in (
        (as_editor, "submit", {}),
        (as_reviewer, "send_back", {"note": "ย่อหน้าที่ ๒ ไม่มีแหล่งอ้างอิง"}),
        (as_editor, "submit", {}),
        (as_reviewer, "approve", {}),
    ):
        step(client, name, anna, **sent)
        way.append(stage(anna))
    assert way == [Stage.DRAFT, Stage.IN_REVIEW, Stage.RETURNED, Stage.IN_REVIEW, Stage.APPROVED]
    assert {state.by_name for state in WorkState.objects.all()} == {"บรรณาธิการ", "ผู้ตรวจ"}


def test_the_note_stands_at_the_head_until_the_text_is_handed_in_again(
    as_editor: Client, as_reviewer: Client, anna: Entry
) -> None:
    def is_shown() -> bool:
        return "ขอแหล่งอ้างอิง" in as_editor.get(screen("entry_change", anna.pk)).content.decode()

    step(as_editor, "submit", anna)
    step(as_reviewer, "send_back", anna, note="ขอแหล่งอ้างอิง")
    shown = [is_shown()]
    edit(anna, ANNA.replace(sources=("แหล่ง",)))
    shown.append(is_shown())
    step(as_editor, "submit", anna)
    shown.append(is_shown())
    assert shown == [True, True, False]


def test_nothing_is_sent_back_without_a_note(as_editor: Client, as_reviewer: Client, anna: Entry) -> None:
    step(as_editor, "submit", anna)
    answer = as_reviewer.post(screen("entry_send_back", anna.pk), {"revision": latest(anna).pk, "note": " "})
    assert list(answer.context["form"].errors) == ["note"]
    assert stage(anna) == Stage.IN_REVIEW


def test_what_nobody_has_seen_is_not_approved(as_editor: Client, as_reviewer: Client, anna: Entry) -> None:
    step(as_editor, "submit", anna)
    seen = latest(anna)
    edit(anna, ANNA.replace(authors=("อื่น",)))
    step(as_editor, "submit", anna)
    as_reviewer.post(screen("entry_approve", anna.pk), {"revision": seen.pk})
    assert (stage(anna), WorkState.objects.filter(state=Stage.APPROVED).count()) == (Stage.IN_REVIEW, 0)


def test_a_step_that_was_taken_is_not_taken_twice(as_editor: Client, anna: Entry) -> None:
    for _ in range(2):
        step(as_editor, "submit", anna)
    assert WorkState.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("as_editor", ["send_back", "approve"]),
        ("as_reviewer", ["send_back", "approve"]),
        ("as_wanida", []),
        ("as_lookout", []),
    ],
)
def test_everyone_has_the_steps_that_they_may_take(
    request: pytest.FixtureRequest, anna: Entry, who: str, names: list[str]
) -> None:
    client: Client = request.getfixturevalue(who)
    step(request.getfixturevalue("as_prasert"), "submit", anna)
    page = client.get(screen("entry_change", anna.pk)).content.decode()
    found = [name for name in ("submit", "send_back", "approve") if screen(f"entry_{name}", anna.pk) in page]
    assert found == names
    if not names:
        assert [step(client, name, anna, note="ก") for name in ("send_back", "approve")] == [403, 403]
        assert stage(anna) == Stage.IN_REVIEW
