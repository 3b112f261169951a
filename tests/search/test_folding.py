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
    finder,
    fold,
    forms,
    letters,
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


WRITTEN = st.text(st.sampled_from("กขนมสเแำาะัิ่้ํฯ ๐๑-–“”(*aZéæйЙ\u0301\u200b.,"), min_size=1, max_size=24)


@given(WRITTEN, st.data())
def test_a_run_is_found_in_the_text_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    run = letters(text[start:end])
    found = finder((run,)).search(text)
    assert (letters(found.group()) if found else "") == run


@given(WRITTEN, WRITTEN)
def test_only_what_is_there_is_found(text: str, other: str) -> None:
    run = letters(other)
    assert (finder((run,)).search(text) is not None) == (run in letters(text) and run != "")


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


_OF_THE_CODE_PAGE = st.characters(codec="cp874")


@given(st.text(st.one_of(_OF_THE_CODE_PAGE, st.characters()), max_size=40))
def test_letters_are_folded_one_by_one(text: str) -> None:
    assert letters(text) == "".join(map(letters, text))


@given(_OF_THE_CODE_PAGE)
def test_a_letter_is_folded_to_its_key(char: str) -> None:
    assert unfold(letters(char)) == match_key(char)
