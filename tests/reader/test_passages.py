"""Passages in lists: the place marked, without stars, and whole where lines end."""

import pytest

from entries.reader.passages import passage_of

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
