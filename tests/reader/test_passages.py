"""Passages in lists: the place marked, without stars, and whole where lines end."""

import re

import pytest

from entries.reader.passages import Place, passage_of, passages_of

TEXT = "เขาพบ วลาดีมีร์ เลนิน (Lenin)* ใน ค.ศ. ๑๙๑๗ ที่กรุงเปโตรกราด <แล้ว> จบ"


@pytest.mark.parametrize(
    ("bounds", "html"),
    [
        (
            (0, len(TEXT)),
            'เขาพบ <mark><span class="w">วลาดีมีร์ เลนิน</span></mark> (Lenin)'
            ' ใน <span class="w">ค.ศ. ๑๙๑๗</span> ที่กรุงเปโตรกราด &lt;แล้ว&gt; จบ',
        ),
        (
            (6, 30),
            '… <mark><span class="w">วลาดีมีร์ เลนิน</span></mark> (Lenin)\u00a0…',
        ),
    ],
)
def test_a_passage_marks_its_place_and_keeps_its_words_whole(bounds: tuple[int, int], html: str) -> None:
    start = TEXT.index("วลาดีมีร์")
    passage = passage_of((TEXT,), 0, start, start + len("วลาดีมีร์ เลนิน"), bounds)
    assert passage is not None
    assert (passage.html, passage.number) == (html, 1)


def test_there_is_no_passage_of_a_paragraph_that_is_not_there() -> None:
    assert passage_of((TEXT,), 1, 0, 1) is None


YEARS = "ใน ค.ศ. ๑๙๑๗ เขากลับมา (Return)* และใน ค.ศ. ๑๙๑๗ นั้นเอง เขาแต่งหนังสือ จน ค.ศ. ๑๙๑๗ สิ้นสุดลง"


NOW, WRITES, LAST = (YEARS.index(word) for word in ("และใน", " เขาแต่ง", "จน"))
TWO = "ใน <mark>ค.ศ. ๑๙๑๗</mark> เขากลับมา (Return) และใน <mark>ค.ศ. ๑๙๑๗</mark> นั้นเอง\u00a0…"


def place(number: int, first: int, last: int) -> Place:
    """The place of the year that stands there for the `number`th time, with the bounds of its passage."""
    start = -1
    for _time in range(number):
        start = YEARS.index("ค.ศ. ๑๙๑๗", start + 1)
    return Place(0, start, start + len("ค.ศ. ๑๙๑๗"), first, last)


@pytest.mark.parametrize(
    ("places", "html"),
    [
        ([place(2, 0, WRITES), place(1, 0, NOW)], [TWO]),
        ([place(1, 0, NOW - 1), place(2, NOW, WRITES)], [TWO]),
        (
            [place(1, 0, 22), place(3, LAST, len(YEARS))],
            ["ใน <mark>ค.ศ. ๑๙๑๗</mark> เขากลับมา\u00a0…", "… จน <mark>ค.ศ. ๑๙๑๗</mark> สิ้นสุดลง"],
        ),
        ([place(1, 0, 12), place(1, 0, 12)], ["ใน <mark>ค.ศ. ๑๙๑๗</mark>\u00a0…"]),
    ],
)
def test_passages_that_overlap_or_follow_one_another_are_one(places: list[Place], html: list[str]) -> None:
    found = passages_of((YEARS,), places)
    assert [re.sub("</?span[^>]*>", "", passage.html) for passage in found] == html


def test_passages_of_two_paragraphs_are_two() -> None:
    places = [Place(1, 3, 12, 0, 20), Place(0, 3, 12, 0, 20)]
    assert [passage.number for passage in passages_of((YEARS, YEARS), places)] == [1, 2]
