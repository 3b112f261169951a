"""The desk is in Thai for everybody who has not asked for English."""

import re

from django.test import Client
from django.urls import reverse

from tests.admin.conftest import Enter
from tests.texts import ANNA

DESK = reverse("admin:index")
LIST = reverse("admin:entries_entry_changelist")


def language_of(client: Client, address: str) -> tuple[str, str]:
    """What a page says of its language, in itself and to whoever keeps it."""
    page = client.get(address, headers={"accept-language": "en"})
    found = re.search(r'<html lang="(\w+)"', page.content.decode())
    assert found is not None
    return found[1], page["Content-Language"]


def test_the_desk_is_in_thai_whatever_the_browser_prefers(as_wanida: Client) -> None:
    assert language_of(as_wanida, DESK) == ("th", "th")
    assert "งานทั้งหมด" in as_wanida.get(DESK).content.decode()


def test_an_editor_chooses_english_and_thai_again(as_wanida: Client, enter: Enter) -> None:
    enter(ANNA)
    answer = as_wanida.post(reverse("desk_language"), {"language": "en", "next": f"{LIST}?q=Anna"})
    assert answer["Location"] == f"{LIST}?q=Anna"
    assert answer.cookies["django_language"]["path"] == "/admin/"
    assert language_of(as_wanida, LIST) == ("en", "en")
    assert [job["name"] for job in as_wanida.get(DESK).context["app_list"]] == ["Entries", "Cross-references", "Names"]
    as_wanida.post(reverse("desk_language"), {"language": "th", "next": LIST})
    assert language_of(as_wanida, LIST) == ("th", "th")


def test_the_choice_is_offered_before_logging_in(client: Client, db: None) -> None:
    address = f"{reverse('admin:login')}?next={LIST}"
    assert f'<input type="hidden" name="next" value="{address}">' in client.get(address).content.decode()


def test_the_choice_is_the_desks_alone(as_wanida: Client) -> None:
    as_wanida.cookies["django_language"] = "en"
    assert language_of(as_wanida, "/") == ("th", "th")
    assert language_of(as_wanida, "/en/") == ("en", "en")


def test_a_language_that_is_none_is_thai(as_wanida: Client) -> None:
    as_wanida.cookies["django_language"] = "xx"
    assert language_of(as_wanida, DESK) == ("th", "th")
