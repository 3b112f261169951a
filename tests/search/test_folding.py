"""Folding: one byte a letter, equal to the key by which texts are compared, and cut anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.search.folding import (
    OTHER,
    SEPARATOR,
    SYMBOLS,
    body,
    count_letters,
    fold,
    forms,
    letters,
    offsets,
    unfold,
)
from entries.text.thai import match_key

ANYTHING = st.text(
    st.one_of(
        st.sampled_from("กขนมรสอเแโใไำาะัิีึืุู็่้๊๋์ํๆฯ ๐๑๙-–“”()*aZéß\u0301\u0308ийЙ한\u200b\u00a0\u00ad\n.,"),
        st.characters(codec="utf-8"),
    ),
    max_size=24,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เลออน ตรอตสกี", "เลออนตรอตสกี"),
        ("สงครามรัสเซีย-ญี่ปุ่น", "สงครามรัสเซีย–ญี่ปุ่น"),
        ("น\u200bโปเลียน", "นโปเลียน"),
        ("ค.ศ. ๑๙๑๗", "คศ1917"),
        ("นํา", "นำ"),
        ("เเม่", "แม่"),
        ("BREST-LITOVSK", "Brest Litovsk"),
        ("Curaçao", "curacao"),
    ],
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(ANYTHING)
def test_it_is_the_key_of_comparing_in_other_letters(text: str) -> None:
    assert unfold(fold(text)).replace(" ", "") == match_key(text)
    assert fold(match_key(text)) == fold(text)


@given(ANYTHING, st.data())
def test_a_part_of_a_text_is_a_part_of_it_folded(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    indexed = body([text])
    assert any(run in indexed for run in forms(text[start:end]))
    assert letters(text[start:end]) in letters(text)


@given(ANYTHING)
def test_offsets_lead_back_to_the_text(text: str) -> None:
    folded = letters(text)
    places = offsets(text)
    assert len(places) == len(folded)
    assert places == sorted(places)
    assert letters("".join(text[place] for place in dict.fromkeys(places))) == folded


def test_symbols_are_one_byte_each_and_never_separate() -> None:
    assert all(len(symbol.encode()) == 1 for symbol in SYMBOLS)
    assert len(set(SYMBOLS)) == len(SYMBOLS)
    assert SEPARATOR not in SYMBOLS
    assert '"' not in SYMBOLS


def test_names_do_not_run_into_each_other() -> None:
    assert fold("ตา") not in body(["ชาต", "าก"])
    assert body([]) == body(["“”"]) == ""


def test_another_alphabet_keeps_its_letters() -> None:
    assert fold("Ленин") == "".join(OTHER + letter for letter in "ленин")
    assert count_letters(fold("Ленин")) == 5
