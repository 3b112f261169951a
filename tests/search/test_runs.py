"""Runs cut inside irregular writing, at the end of long entries, of one letter, and past the shortlist."""

import pytest

from entries.models import Entry, Projection
from entries.search.folding import count_letters, forms
from entries.services.aliases import add_alias, remove_alias
from entries.services.checking import compare_with_rebuild
from tests.search.paging import all_found, enter
from tests.texts import article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "นํ้าทํานองเเม่นํ้าเเดง",
        "ก้ินข้าวก่ีม้ือ",
        "คำ\u200bว่า\u200bไทย\u00adแท้",
        "Émigrés Österreich Đà-Nẵng Ленин й 東京 ˢᵗ",
        "ทุก ๆ ที่ ๆ มี ฯลฯ",
    ],
)
def test_irregular_writing_is_found_as_it_stands_and_as_it_should_be(text: str) -> None:
    (entry,) = enter(article("Alpha", text, f"ก่อน {text} หลัง", keywords=(text,)))
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 6) + 1):
            if max(map(count_letters, forms(text[start:end]))) >= 2:
                assert all_found(f"“{text[start:end]}”") == [entry], text[start:end]


def test_regular_writing_finds_irregular_and_the_other_way_round() -> None:
    (entry,) = enter(article("Alpha", "อัลฟา", "แม่นํ้าเเดงใน ค.ศ. ๑๙๐๕ ที่ เมือง-เดลตา"))
    for query in ("แม่น้ำแดง", "เเม่นํ้าเเดง", "คศ 1905", "ที่เมืองเดลตา", "เมืองเดลตา", "1905ที่เมือง"):
        assert all_found(query) == [entry], query


def test_the_end_of_a_very_long_entry() -> None:
    filler = "ข้อความยาวที่ไม่มีอะไรให้ค้น " * 70 + "จบ"
    paragraphs = [filler] * 105
    planted = [f"วลีที่ปลูกไว้{number} แซฟไฟร์{number}" for number in (1, 2, 3)]
    (entry,) = enter(article("Long", "รายการยาว", *paragraphs, *planted))
    assert sum(map(len, paragraphs)) > 200_000
    for phrase in (*planted, "แซฟไฟร์3", "ปลูกไว้2", "ปลูกไว้2แซฟ", filler[:300]):
        assert all_found(phrase) == [entry], phrase


def test_one_letter_is_enough_in_a_title() -> None:
    (entry,) = enter(article("Alpha", "ฌ", "ไม่มีอักษรนั้น"))
    enter(article("Beta", "เบตา", "ฌ อยู่ในคำอธิบายเท่านั้น"))
    assert all_found("ฌ") == [entry]


def test_an_alias_finds_its_entry_at_once() -> None:
    (number,) = enter(article("Alpha", "อัลฟา", "ไม่มีชื่อนั้น"))
    entry = Entry.objects.get(pk=number)
    assert all_found("คิวปิด") == []
    alias = add_alias(entry, "เทพคิวปิด", by=None)
    for query in ("เทพคิวปิด", "คิวปิด", "วปิ", "ทพค"):
        assert all_found(query) == [number], query
    assert compare_with_rebuild() == []
    remove_alias(alias)
    assert all_found("คิวปิด") == []
    assert compare_with_rebuild() == []


def test_pages_beyond_the_shortlist_follow_in_filing_order() -> None:
    letters = "กขคงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
    articles = [
        article(f"Name {first}{second}", f"{first}า{second}าย", "ข้อความที่มีแก้วมณีอยู่ในนั้น")
        for first in letters
        for second in "กคงดตนบมยรลวส"
    ]
    enter(*articles)
    found = all_found("แก้วมณี", size=37)
    filed = list(Projection.objects.live().in_filing_order().values_list("entry_id", flat=True))
    assert found == filed
    assert len(found) > 400
