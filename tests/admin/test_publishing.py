"""Publishing and withdrawing from the desk: asked first, then done, each by the one who did it."""

import pytest
from django.test import Client

from entries.models import Entry, Projection, Publication, Revision, WorkState
from entries.services.revising import Change, revise
from tests.admin.conftest import Enter, fields, latest, screen
from tests.texts import ANNA, BORIS, GAMMA


@pytest.fixture
def anna(enter: Enter) -> Entry:
    """A draft that was never public."""
    return enter(ANNA)[0]


def live_number(entry: Entry) -> int | None:
    """The number of the revision that readers see."""
    publication = Publication.objects.filter(entry=entry, ended=None).select_related("revision").first()
    return publication.revision.number if publication else None


def confirm(client: Client, page: object, verb: str, **others: str) -> None:
    """Presses the button of a page that asks."""
    revisions = page.context["form"].initial["revisions"]  # type: ignore[attr-defined]
    assert client.post(screen(f"entry_{verb}_all"), {"revisions": revisions, **others}).status_code == 302


def test_asking_changes_nothing_and_confirming_publishes(as_prasert: Client, anna: Entry) -> None:
    page = as_prasert.get(screen("entry_publish", anna.pk))
    assert live_number(anna) is None
    confirm(as_prasert, page, "publish")
    assert live_number(anna) == 1
    assert Publication.objects.get(entry=anna).by_name == "ประเสริฐ"


def test_what_was_shown_is_published_even_if_a_newer_text_came_in(as_prasert: Client, anna: Entry) -> None:
    page = as_prasert.get(screen("entry_publish", anna.pk))
    revise([Change(anna, ANNA.replace(authors=("อื่น",)), base=latest(anna))], by=None)
    confirm(as_prasert, page, "publish")
    assert (live_number(anna), latest(anna).number) == (1, 2)


def test_the_page_that_asks_shows_what_readers_will_see_differently(as_prasert: Client, enter: Enter) -> None:
    anna = enter(ANNA, live=True)[0]
    as_prasert.post(screen("entry_change", anna.pk), fields(ANNA.replace(authors=("วารี เขียนแทน",)), latest(anna)))
    page = as_prasert.get(screen("entry_publish", anna.pk))
    assert [field.name for field in page.context["fields"]] == ["ผู้เขียนคำอธิบาย"]


def test_withdrawing_ends_the_publication_and_keeps_the_reason(as_prasert: Client, enter: Enter) -> None:
    anna = enter(ANNA, live=True)[0]
    confirm(as_prasert, as_prasert.get(screen("entry_withdraw", anna.pk)), "withdraw", reason="ข้อเท็จจริงผิด")
    assert live_number(anna) is None
    assert Projection.objects.working().get(entry=anna).public_state == "withdrawn"
    assert [state.note for state in WorkState.objects.all()] == ["ข้อเท็จจริงผิด"]


def test_many_are_asked_about_and_published_at_once(as_prasert: Client, enter: Enter) -> None:
    live = enter(GAMMA, live=True)
    drafts = enter(ANNA, BORIS)
    chosen = {"action": "publish_selected", "_selected_action": [str(entry.pk) for entry in (*drafts, *live)]}
    page = as_prasert.post(screen("entry_changelist"), chosen)
    assert [face.entry_id for face in page.context["faces"]] == [drafts[1].pk, drafts[0].pk]
    assert page.context["left"] == 1
    assert Publication.objects.count() == 1
    confirm(as_prasert, page, "publish")
    assert [live_number(entry) for entry in (*drafts, *live)] == [1, 1, 1]


def test_many_are_withdrawn_at_once(as_prasert: Client, enter: Enter) -> None:
    entries = enter(ANNA, BORIS, live=True)
    chosen = {"action": "withdraw_selected", "_selected_action": [str(entry.pk) for entry in entries]}
    confirm(as_prasert, as_prasert.post(screen("entry_changelist"), chosen), "withdraw")
    assert [live_number(entry) for entry in entries] == [None, None]


def test_a_spoilt_form_publishes_nothing(as_prasert: Client, anna: Entry) -> None:
    for revisions in ("", "x", "999999"):
        as_prasert.post(screen("entry_publish_all"), {"revisions": revisions})
    assert Publication.objects.count() == 0


def test_a_side_revision_is_never_published(as_prasert: Client, anna: Entry) -> None:
    base = latest(anna)
    revise([Change(anna, ANNA.replace(authors=("หนึ่ง",)), base=base)], by=None)
    revise([Change(anna, ANNA.replace(sources=("สอง",)), base=base)], by=None)
    side = Revision.objects.get(entry=anna, number=None)
    as_prasert.post(screen("entry_publish_all"), {"revisions": str(side.pk)})
    assert Publication.objects.count() == 0
