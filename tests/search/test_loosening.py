"""The words of a query one by one."""

import pytest

from entries.search.loosening import loosened, numbered
from entries.search.query import parse


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ปฏิวัติตุลาคม", ["ปฏิวัติ", "ตุลาคม"]),
        ("พรรคนาซีเยอรมัน", ["พรรค", "นาซี", "เยอรมัน"]),
        ("สงครามระหว่างรัสเซียกับญี่ปุ่น", ["สงคราม", "รัสเซีย", "ญี่ปุ่น"]),
        ("พรรคบอลเชวิก", ["พรรค", "บอลเชวิก"]),
        ("ปฏิวัติ1848", ["ปฏิวัติ", "1848"]),
        ("League of Nation", ["League", "Nation"]),
        ("สงครามโลกครั้งที่สอง", ["สงครามโลก", "2"]),
        ("สงครามโลกครั้งที่สองเริ่มเมื่อไร", ["สงครามโลก", "2", "เริ่ม"]),
        ("เลนิน\u200bสตาลิน", ["เลนิน", "สตาลิน"]),
        ("lenin's", ["lenin"]),
    ],
)
def test_words_without_those_that_say_nothing(query: str, words: list[str]) -> None:
    other = loosened(parse(query))
    assert other is not None
    assert [term.text for term in other.terms] == words


@pytest.mark.parametrize(
    "query", ["เลนิน", "ทรอตสกี้", "Trotzky", "“ปฏิวัติตุลาคม”", "ของ", "", "year:1917", "October Revolution"]
)
def test_what_is_no_other_query(query: str) -> None:
    assert loosened(parse(query)) is None


def test_what_narrows_stays() -> None:
    other = loosened(parse("ปฏิวัติตุลาคม -ฝรั่งเศส year:1917 author:มานะ"))
    assert other is not None
    assert [term.text for term in other.unwanted] == ["ฝรั่งเศส"]
    assert (other.spans, other.authors) == (((1917, 1917),), ("มานะ",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("พระเจ้าหลุยส์ที่สิบหก", "พระเจ้าหลุยส์ที่ 16"),
        ("สงครามโลกครั้งที่หนึ่งในยุโรป", "สงครามโลกครั้งที่ 1ในยุโรป"),
        ("ที่สามารถ", "ที่สามารถ"),
        ("ที่สองคน", "ที่สองคน"),
    ],
)
def test_ordinals_in_words(text: str, expected: str) -> None:
    assert numbered(text) == expected
