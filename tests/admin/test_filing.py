"""What editors decide of an entry beside its text: kind, filing form, address."""

import pytest
from django.test import Client

from entries.models import Entry, Projection, Revision, SlugRedirect
from tests.admin.conftest import Enter, edit, screen
from tests.texts import ANNA, BORIS, GAMMA


@pytest.fixture
def anna(enter: Enter) -> Entry:
    """A public entry among others."""
    return enter(ANNA, BORIS, live=True)[0]


def face(entry: Entry) -> Projection:
    """The entry's working face."""
    return Projection.objects.working().get(entry=entry)


def test_the_guess_is_shown_with_its_evidence(as_lookout: Client, enter: Enter) -> None:
    (gamma,) = enter(GAMMA)
    page = as_lookout.get(screen("entry_filing", gamma.pk))
    assert page.context["guessed"] == "เหตุการณ์/สงคราม"
    assert page.context["guess"].evidence[0] == "คำเทียบขึ้นต้นด้วย “สงคราม”"


def test_kind_and_filing_form_are_decided_and_stay(as_editor: Client, anna: Entry) -> None:
    as_editor.post(screen("entry_filing", anna.pk), {"kind": "treaty", "filing_form": "ฮันนา"})
    edit(anna, ANNA.replace(authors=("อื่น",)))
    assert (face(anna).kind, face(anna).filing_form, face(anna).letter) == ("treaty", "ฮันนา", "ฮ")
    as_editor.post(screen("entry_filing", anna.pk), {"kind": "", "filing_form": ""})
    assert (face(anna).kind, face(anna).filing_form) == ("person", "อัลฟา, อันนา")
    assert Revision.objects.filter(entry=anna).count() == 2


def test_an_unknown_kind_is_refused(as_editor: Client, anna: Entry) -> None:
    answer = as_editor.post(screen("entry_filing", anna.pk), {"kind": "unknown", "filing_form": ""})
    assert list(answer.context["form"].errors) == ["kind"]
    anna.refresh_from_db()
    assert anna.kind == ""


def test_a_new_address_is_given_and_the_old_one_leads_to_it(as_editor: Client, anna: Entry) -> None:
    as_editor.post(screen("entry_filing", anna.pk), {"address": "anna-alpha"})
    anna.refresh_from_db()
    assert (anna.slug, [row.slug for row in SlugRedirect.objects.filter(entry=anna)]) == ("anna-alpha", ["alpha-anna"])
    page = as_editor.get(screen("entry_filing", anna.pk))
    assert [row.slug for row in page.context["old_addresses"]] == ["alpha-anna"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("beta-boris", "ที่อยู่ beta-boris เป็นของรายการอื่น หรือเคยเป็น"),
        ("Anna Alpha", "ที่อยู่ใช้ได้เฉพาะอักษรไทย อักษรละติน ตัวเลข และขีดกลาง"),
    ],
)
def test_what_cannot_be_the_address_is_told(as_editor: Client, anna: Entry, address: str, reason: str) -> None:
    answer = as_editor.post(screen("entry_filing", anna.pk), {"address": address})
    assert answer.context["address_form"].errors["address"] == [reason]
    anna.refresh_from_db()
    assert anna.slug == "alpha-anna"


@pytest.mark.parametrize("who", ["as_lookout", "as_reviewer"])
def test_only_who_edits_decides(request: pytest.FixtureRequest, anna: Entry, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    answers = [
        client.post(screen("entry_filing", anna.pk), sent).status_code
        for sent in ({"kind": "treaty", "filing_form": ""}, {"address": "anna"})
    ]
    assert answers == [403, 403]
