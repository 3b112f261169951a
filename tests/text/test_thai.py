import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from entries.text.thai import (
    arabic_digits,
    clusters,
    first_letter,
    has_regular_marks,
    is_thai,
    match_key,
    normalise,
    roman_value,
    slug,
    sort_key,
    thai_digits,
    with_arabic_regnals,
)
from tests.shared import corpus_text
from tests.text.icu_order import icu_key

TITLES = (Path(__file__).parent / "titles_in_icu_order.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
LETTERS = [chr(code) for code in range(0x0E01, 0x0E4F) if not 0x0E3B <= code <= 0x0E3F and chr(code) not in "ฯๆ"]
TEXTS = st.one_of(
    st.text(),
    st.text(
        alphabet=st.sampled_from([*LETTERS, *"ฯๆ ,.-–()IVXabAé๑12๒", "\u0301", "\u0323", "\u200b", "\u00a0", "\ud800"])
    ),
    st.text(alphabet=st.sampled_from([*"กเแาำํ่้์ิุ๊-, ", "\u0323", "\u0301", "\u05b0"])),
)


# ------------------------------------------------------------------------------------------------------ comparing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("ตรอตสกี", "ตรอตสกี"),
        ("นํา", "นำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("น้ำำ", "น้ำ"),
        ("เเดนตัน", "แดนตัน"),
        ("ที่่", "ที่"),
        ("ท่ี", "ที่"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("ก\u200bข\ufeff\u00adค\u2060", "กขค"),
        (" ก\u00a0 \t\nข ", "ก ข"),
        ("e\u0301", "é"),
        ("กา", "กา"),
        ("ปฏิบัติ ๆ", "ปฏิบัติ ๆ"),
        ("①ﬁ²", "①ﬁ²"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text(alphabet="กนเาำ่้์็ัิุู\u0e3a\u0e4d\u0e4e", max_size=8))
def test_normalise_keeps_marks_that_are_regular(text: str) -> None:
    if has_regular_marks(text):
        assert normalise(text) == text.replace("เเ", "แ")


def test_normalise_never_takes_am_apart() -> None:
    assert normalise("น้ำคำ") == "น้ำคำ"
    assert "ํ" not in normalise("น้ำคำ")


@pytest.mark.parametrize(
    "same",
    [
        ("Brest-Litovsk", "brest litovsk", "BREST–LITOVSK", "Brest\u00a0Litovsk"),
        ("สงครามรัสเซีย-ญี่ปุ่น", "สงครามรัสเซีย–ญี่ปุ่น", "สงคราม รัสเซีย ญี่ปุ่น"),
        ("ค.ศ. ๑๙๐๕", "คศ 1905", "ค.ศ.๑๙๐๕"),
        ("Élysée", "Elysee", "E\u0301LYSE\u0301E"),
        ("Łódź", "Lodz"),
        ("Straße", "STRASSE", "strasse"),
        ("1ˢᵗ Earl", "1st earl"),
        ("“โกลอส”", '"โกลอส"', "โกลอส"),
        ("O’Neill", "O'Neill", "ONeill"),
        ("น้ำ", "นํ้า"),
        ("İnönü", "Inonu"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_names_that_are_the_same(same: tuple[str, ...]) -> None:
    assert {match_key(text) for text in same} == {match_key(same[0])}
    assert match_key(same[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("ก่อน", "ก้อน"), ("สตาลิน", "สตาลีน"), ("กรม", "กรรม"), ("นิโคลัสที่ ๑", "นิโคลัสที่ ๒"), ("й", "и"), ("เดช", "เดชน์")],
)
def test_names_that_are_not_the_same(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@given(TEXTS)
@example("ำำ็")
@example("ำ์่")
@example("เ-เเ")
@example("ֱ่")
def test_comparing_is_stable(text: str) -> None:
    same = normalise(text)
    key = match_key(text)
    assert normalise(same) == same
    assert match_key(same) == key
    assert match_key(key) == key
    assert not any(char.isspace() for char in key)


# ---------------------------------------------------------------------------------------------------------- order


def test_corpus_keywords_are_in_their_own_order() -> None:
    lines = corpus_text().split("คำสำคัญ\n", 1)[1].split("\n")
    keywords = [
        line.removeprefix("- ") for line in lines[: next(i for i, x in enumerate(lines) if not x.startswith("- "))]
    ]
    assert len(keywords) == 100
    assert len(set(keywords)) == 99
    assert sorted(keywords, key=sort_key) == keywords
    shuffled = random.Random(7).sample(keywords, len(keywords))
    assert sorted(shuffled, key=sort_key) == keywords


def test_titles_stand_as_icu_has_them() -> None:
    assert len(TITLES) == len(set(TITLES)) == 466
    assert sorted(TITLES, key=sort_key) == TITLES
    assert len({sort_key(title) for title in TITLES}) == len(TITLES)


def test_the_stored_order_is_icus() -> None:
    assert sorted(TITLES, key=icu_key()) == TITLES


def test_random_words_stand_as_icu_has_them() -> None:
    # ํ before ๅ is a sequence that no word has and on which the keys differ.
    key = icu_key()
    random_ = random.Random(20)
    differing = 0
    for _ in range(10_000):
        one = normalise("".join(random_.choices(LETTERS, k=random_.randint(1, 6))))
        place = random_.randrange(len(one) + 1)
        other = normalise(one[:place] + random_.choice(LETTERS) + one[place + random_.randint(0, 1) :])
        here, there = (sort_key(one), sort_key(other)), (key(one), key(other))
        differing += (here[0] < here[1], here[0] == here[1]) != (there[0] < there[1], there[0] == there[1])
    assert differing <= 5


@pytest.mark.parametrize(
    "in_order",
    [
        ("สงครามโลกครั้งที่ ๑", "สงครามโลกครั้งที่ ๒", "สงครามโลกครั้งที่ ๑๐"),
        ("หลุยส์ที่ ๙", "หลุยส์ที่ 14", "หลุยส์ที่ ๑๖"),
        ("Nicholas", "Nicholas I", "Nicholas II", "Nicholas V", "Nicholas X", "Nicholson"),
        ("Louis IX, Saint", "Louis XIV", "Louis XVI of France", "Louis XVIII"),
        ("องค์การ ๙๙", "องค์การ ๑๐๐", "องค์การ ๙๙๙,๙๙๙", "องค์การ ๑,๐๐๐,๐๐๐", "องค์การ 123456789012345678901"),
        ("เล็นนอกซ์", "เลนิน, วลาดีมีร์", "เลนินกราด"),
        ("มากซ์, คาร์ล", "มากซ์บัวร์ก", "มากซิม"),
        ("๑๐ วันสะท้านโลก", "ฐานันดรที่ ๓"),
        ("รูห์ร", "ฤกษ์", "ฤดู", "ฤๅษี", "ลาว", "ฦๅชา", "วน"),
        ("กอน", "ก่อน", "ก้อน", "ก๊อน", "ก๋อน"),
        ("ฮอลันดา", "Adenauer", "Élysée", "elysium", "Zürich", "Ленин"),
        ("สภาดูมา", "สภาที่ ๒"),
    ],
)
def test_order(in_order: tuple[str, ...]) -> None:
    keys = [sort_key(text) for text in in_order]
    assert all(one < other for one, other in pairwise(keys)), keys
    assert [key.encode() for key in keys] == sorted(key.encode() for key in keys)


@pytest.mark.parametrize(
    "same",
    [
        ("สงครามรัสเซีย-ญี่ปุ่น", "สงครามรัสเซีย–ญี่ปุ่น", "สงครามรัสเซียญี่ปุ่น"),
        ("หลุยส์ที่ ๑๖", "หลุยส์ที่ 16", "หลุยส์ที่ 016", "หลุยส์ที่ XVI"),
        ("NEP", "nep", "“Nep”"),
        ("ตรอตสกี, เลออน", " ตรอตสกี,เลออน "),
        ("น้ำ", "นํ้า"),
    ],
)
def test_texts_that_stand_in_one_place(same: tuple[str, ...]) -> None:
    assert len({sort_key(text) for text in same}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nicholas II", "Nicholas 2"),
        ("Nicholas II of Russia", "Nicholas 2 of Russia"),
        ("Charles V, Holy Roman Emperor", "Charles 5, Holy Roman Emperor"),
        ("Romanov, Nicholas II", "Romanov, Nicholas 2"),
        ("John XXIII", "John 23"),
        ("World War I", "World War 1"),
        ("Ivan IV Vasilyevich", "Ivan 4 Vasilyevich"),
        ("Étienne IX (1057)", "Étienne 9 (1057)"),
        ("นิโคลัส II", "นิโคลัส 2"),
        ("Napoleon I and Napoleon III", "Napoleon 1 and Napoleon 3"),
        ("I, Claudius", "I, Claudius"),
        ("I", "I"),
        ("Mix", "Mix"),
        ("MIX", "MIX"),
        ("Type CIVIL", "Type CIVIL"),
        ("Lenin, V. I.", "Lenin, V. I."),
        ("Lenin, V I", "Lenin, V I"),
        ("Rubin, Isaac I", "Rubin, Isaac I"),
        ("Smith, John D", "Smith, John D"),
        ("Vitamin C", "Vitamin C"),
        ("Xi Jinping", "Xi Jinping"),
        ("Am I Here", "Am I Here"),
        ("Division IIII", "Division IIII"),
    ],
)
def test_roman_numerals_only_where_they_number(text: str, expected: str) -> None:
    assert with_arabic_regnals(text) == expected


def test_roman_value() -> None:
    assert [roman_value(numeral) for numeral in ("", "I", "IV", "IX", "XIV", "XL", "LXXII")] == [0, 1, 4, 9, 14, 40, 72]


@given(TEXTS)
def test_sort_key_is_one_for_what_compares_equal(text: str) -> None:
    assert sort_key(text) == sort_key(normalise(text))


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_stand_by_value(one: int, other: int) -> None:
    keys = sort_key(f"สมัยที่ {thai_digits(one)} ก"), sort_key(f"สมัยที่ {other} ก")
    assert (keys[0] < keys[1], keys[0] == keys[1]) == (one < other, one == other)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("เลนิน, วลาดีมีร์", "ล"),
        ("นิโคลัสที่ ๒", "น"),
        ("ใบปลิว", "บ"),
        ("ฤกษ์", "ฤ"),
        ("ฦๅชา", "ฦ"),
        ("“โกลอส”", "ก"),
        ("Österreich", "O"),
        ("Łódź", "L"),
        ("ßa", "S"),
        ("๑๙๐๕", "0"),
        ("1848", "0"),
        ("ะก", "ก"),
        ("ฯพณฯ", "พ"),
        ("", ""),
        ("–", ""),
        ("ะา", ""),
        ("Ленин", ""),
    ],
)
def test_first_letter(text: str, letter: str) -> None:
    assert first_letter(text) == letter


@given(TEXTS)
def test_first_letter_is_of_the_index(text: str) -> None:
    assert re.fullmatch("[ก-ฮA-Z0]?", first_letter(text))


# -------------------------------------------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trotsky, Leon", "trotsky-leon"),
        ("New Economic Policy–NEP", "new-economic-policy-nep"),
        ("Łódź & Østerbro: Straße", "lodz-osterbro-strasse"),
        ("O'Neill, St. J.", "oneill-st-j"),
        ("Wellington, Arthur Wellesley, 1ˢᵗ Duke of", "wellington-arthur-wellesley-1st-duke-of"),
        ("ลัทธิมากซ์", "ลัทธิมากซ์"),
        ("ปิ่นเกล้า", "ปิ่นเกล้า"),
        ("การปฏิวัติรัสเซีย ค.ศ. ๑๙๐๕", "การปฏิวัติรัสเซีย-คศ-1905"),
        ("กรุงเทพฯ", "กรุงเทพ"),
        ("Жи", "u416-u438"),
        ("Lenin Ленин", "lenin"),
        ("a" * 100, "a" * 80),
        ("word " * 20, "word-" * 15 + "word"),
        ("น้ำ" * 40, "น้ำ" * 26),
        ("่", ""),
        ("–!?", ""),
        ("", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(TEXTS)
def test_slugs_fit_the_path_converter(text: str) -> None:
    made = slug(text)
    assert re.fullmatch("[0-9A-Za-z\u0e00-\u0e7f-]{0,80}", made)
    assert made or not any(char.isalnum() for char in normalise(text))
    assert not made or any(char.isalnum() for char in normalise(text) + match_key(text))
    assert slug(made) == made
    assert made == made.strip("-")


# -------------------------------------------------------------------------------------------- digits and clusters


def test_digits() -> None:
    assert arabic_digits("ค.ศ. ๑๙๐๕–๑๐ II") == "ค.ศ. 1905–10 II"
    assert thai_digits(1905) == "๑๙๐๕"
    assert thai_digits("1905–10") == "๑๙๐๕–๑๐"


def test_is_thai() -> None:
    assert [
        is_thai(char) for char in ("ก", "ฮ", "์", "๑", "ฯ", "฿", "a", "1", " ", "\u0e00", "\u0e3b", "\u0e5c", "")
    ] == ([True] * 6 + [False] * 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("เลออน ตรอตสกี", ["เล", "อ", "อ", "น", " ", "ต", "ร", "อ", "ต", "ส", "กี"]),
        ("น้ำ", ["น้ำ"]),
        ("เกาะ", ["เกาะ"]),
        ("สิทธิ์", ["สิ", "ท", "ธิ์"]),
        ("ฤๅษี", ["ฤๅ", "ษี"]),
        ("KGB ๑๒", ["K", "G", "B", " ", "๑", "๒"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("่ก", ["่", "ก"]),
        ("เ", ["เ"]),
    ],
)
def test_clusters(text: str, expected: list[str]) -> None:
    ends = clusters(text)
    assert [text[start:end] for start, end in zip([0, *ends], ends, strict=False)] == expected


@given(TEXTS)
def test_clusters_part_the_text_and_cut_no_mark_off(text: str) -> None:
    ends = clusters(text)
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text)
    assert not any(char in "ัิีึืฺุู็่้๊๋์ํ๎" for char in (text[end] for end in ends[:-1]))


@given(TEXTS, TEXTS)
def test_clusters_do_not_depend_on_what_stands_before(before: str, text: str) -> None:
    # A new cluster always begins at a space, so the same text after one is cut in the same way.
    alone, after = clusters(text), clusters(before + " " + text)
    shift = len(before) + 1
    ends = [end - shift for end in after if end > shift]
    assert ends == alone or text[:1] in {*"ัิีึืฺุู็่้๊๋์ํ๎", "\u0301", "\u0323"}
