"""Names that are known beside those of the article: only what readers may see, and never stale."""

import pytest
from django.test import Client

from tests.reader.conftest import Enter, html_of
from tests.texts import article

pytestmark = pytest.mark.django_db
KEPT = '<span class="w">เปโตรกราด</span>'


def test_names_of_other_live_entries_and_keywords_stay_whole(client: Client, enter: Enter) -> None:
    enter(article("Teller", "ผู้เล่า", "เขาอยู่ที่เปโตรกราดกับปรัสเซียนา", ce=()))
    assert KEPT not in html_of(client, "/entries/teller/")
    enter(article("Petrograd", "เปโตรกราด", "ความนำ", keywords=("ปรัสเซียนา, ราชอาณาจักร",), ce=()))
    assert f'เขาอยู่ที่{KEPT}กับ<span class="w">ปรัสเซียนา</span>' in html_of(client, "/entries/teller/")


def test_a_draft_is_not_told_by_how_a_page_is_set(client: Client, enter: Enter) -> None:
    enter(article("Teller", "ผู้เล่า", "เขาอยู่ที่เปโตรกราดนาน", ce=()))
    before = html_of(client, "/entries/teller/")
    enter(article("Petrograd", "เปโตรกราด", "ความนำ", ce=()), live=False)
    assert html_of(client, "/entries/teller/") == before


def test_beginnings_of_entries_too(client: Client, enter: Enter) -> None:
    told = "เขาอยู่ที่เปโตรกราดนาน" + " คำอธิบาย" * 200
    enter(article("Teller", "ผู้เล่า", told, ce=()), article("Teller, Another", "ผู้เล่า", told, ce=()))
    enter(article("Petrograd", "เปโตรกราด", "ความนำ", ce=()))
    addresses = ("/", "/entries/teller/preview/", "/homonyms/ผู้เล่า/")
    found = {address: f"เขาอยู่ที่{KEPT}นาน" in html_of(client, address) for address in addresses}
    assert found == dict.fromkeys(addresses, True)
