"""What a person types, read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.search.folding import fold
from entries.search.query import parse, year_of


def terms(text: str) -> list[tuple[str, tuple[int, int] | None]]:
    return [(term.text, term.span) for term in parse(text).terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" “” () ", []),
        ("ตรอตสกี เลออน", [("ตรอตสกี", None), ("เลออน", None)]),
        ("“กองทัพ แดง” เลนิน", [("กองทัพ แดง", None), ("เลนิน", None)]),
        ('"กองทัพ แดง', [("กองทัพ แดง", None)]),
        ("1917", [("1917", (1917, 1917))]),
        ("๑๙๑๗", [("๑๙๑๗", (1917, 1917))]),
        ("2460", [("2460", (1917, 1917))]),
        ("พ.ศ. ๒๔๖๐", [("พ.ศ. ๒๔๖๐", (1917, 1917))]),
        ("ค.ศ. 1914–1918", [("ค.ศ. 1914–1918", (1914, 1918))]),
        ("ทศวรรษ ๑๙๓๐", [("ทศวรรษ ๑๙๓๐", (1930, 1939))]),
        ("1930s", [("1930s", (1930, 1939))]),
        ("คริสต์ศตวรรษที่ ๑๙", [("คริสต์ศตวรรษที่ ๑๙", (1801, 1900))]),
        ("19th century", [("19th century", (1801, 1900))]),
        ("เลนิน 1917 บอลเชวิค", [("เลนิน", None), ("1917", (1917, 1917)), ("บอลเชวิค", None)]),
        ("แบบ 19171", [("แบบ", None), ("19171", None)]),
        ("“1917”", [("1917", None)]),
        ("สงครามรัสเซีย-ญี่ปุ่น", [("สงครามรัสเซีย-ญี่ปุ่น", None)]),
        ("-เลนิน", [("-เลนิน", None)]),
    ],
)
def test_terms(text: str, expected: list[tuple[str, tuple[int, int] | None]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("พ.ศ. ๒๔๕๗ ถึง พ.ศ. ๒๔๖๑", (1914, 1918)),
        ("ค.ศ. 1914 ถึง ค.ศ. 1918", (1914, 1918)),
        ("พ.ศ. ๒๔๕๗ จนถึง ๒๔๖๑", (1914, 1918)),
        ("1914 ถึง 1918", (1914, 1918)),
        ("1914 to 1918", (1914, 1918)),
        ("1914 - 1918", (1914, 1918)),
        ("1914—1918", (1914, 1918)),
        ("2457-2461", (1914, 1918)),
        ("1914-18", (1914, 1918)),
        ("๑๙๑๔–๑๘", (1914, 1918)),
        ("๒๔๕๗–๖๑", (1914, 1918)),
        ("AD 1917", (1917, 1917)),
        ("A.D. 1917", (1917, 1917)),
        ("1917 CE", (1917, 1917)),
        ("2460 BE", (1917, 1917)),
        ("ค.ศ.1917", (1917, 1917)),
        ("คศ 1917", (1917, 1917)),
        ("พศ. 2460", (1917, 1917)),
        ("พุทธศักราช ๒๔๖๐", (1917, 1917)),
        ("ร.ศ. 112", (1893, 1893)),
        ("ปี ๒๔๖๐", (1917, 1917)),
        ("ทศวรรษ 1930", (1930, 1939)),
        ("ทศวรรษที่ ๑๙๓๐", (1930, 1939)),
        ("๑๙๓๐s", (1930, 1939)),
        ("ศตวรรษที่ 19", (1801, 1900)),
        ("พุทธศตวรรษที่ ๒๕", (1858, 1957)),
        ("44 BC", (-44, -44)),
    ],
)
def test_every_way_to_write_years_is_one_term(text: str, span: tuple[int, int]) -> None:
    assert terms(text) == [(text, span)]
    assert year_of(text) == span


@pytest.mark.parametrize("text", ["1917,", "(1917)", "1917?", "เลนิน (1917)"])
def test_marks_around_a_year_are_no_part_of_it(text: str) -> None:
    assert terms(text)[-1] == ("1917", (1917, 1917))


@pytest.mark.parametrize("text", ["9999", "19171", "1.917", "A1917", "1918–1914"])
def test_what_is_no_year(text: str) -> None:
    assert [span for _text, span in terms(text)] == [None]


def test_what_is_unwanted_and_what_narrows() -> None:
    query = parse("ตรอตสกี -สตาลิน author:มานะ keyword:“สภา ดูมา” year:๒๔๖๐")
    assert [term.text for term in query.terms] == ["ตรอตสกี"]
    assert [term.text for term in query.unwanted] == ["สตาลิน"]
    assert (query.authors, query.keywords, query.spans) == (("มานะ",), ("สภา ดูมา",), ((1917, 1917),))
    assert query.whole.runs == (fold("ตรอตสกี"),)


def test_a_name_is_also_looked_up_as_names_are() -> None:
    assert parse("นิโคลัส II").named.runs == (fold("นิโคลัส2"),)
    assert parse("เลนิน").named.runs == ()


def test_many_words_are_one_phrase() -> None:
    words = [f"คำที่{number}" for number in "กขคงจฉชซญฐณดต"]
    assert [term.text for term in parse(" ".join(words)).terms] == [" ".join(words)]


@pytest.mark.parametrize(
    ("text", "span"), [("1917", (1917, 1917)), ("พ.ศ. ๒๔๕๗–๒๔๖๑", (1914, 1918)), ("เลนิน", None), ("", None)]
)
def test_years(text: str, span: tuple[int, int] | None) -> None:
    assert year_of(text) == span


@given(st.text(max_size=60))
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert all(term.runs or term.span for term in query.terms)
