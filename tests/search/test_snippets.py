"""Passages: what was found is marked, and nothing is cut inside a cluster."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.search.folding import fold, forms
from entries.search.snippets import Passage, passages, plain
from entries.text.thai import clusters

LEAD = "อันนา อัลฟา เป็นนักปฏิวัติคนสำคัญ"
SECOND = "เธอร่วมงานกับบอริส บีตา (Boris Beta)* ในสงครามแกมมา (Gamma War)* ที่เมืองเดลตาเป็นเวลานาน"


def shown(passage: Passage) -> str:
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in passage)


def test_marks_what_was_found_without_the_star() -> None:
    cut = passages([LEAD, SECOND], [[fold("บอริสบีตา")], [fold("gamma")]])
    assert list(map(shown, cut)) == [
        "เธอร่วมงานกับ[บอริส บีตา] (Boris Beta) ในสงครามแกมมา ([Gamma] War) ที่เมืองเดลตาเป็นเวลานาน"
    ]


def test_shows_the_beginning_where_nothing_was_found() -> None:
    assert list(map(shown, passages([LEAD, SECOND], [[fold("ไม่มี")]]))) == [LEAD]
    assert passages([], [[fold("ไม่มี")]]) == []


def test_a_mark_is_as_wide_as_its_clusters() -> None:
    assert shown(passages(["เมืองที่นี่"], [[fold("อง")]])[0]) == "เมื[อง]ที่นี่"
    assert shown(passages(["เมืองที่นี่"], [[fold("ี่น")]])[0]) == "เมือง[ที่นี่]"


def test_places_of_dates_are_marked() -> None:
    paragraph = "พบ (Delta)* ใน ค.ศ. ๑๙๑๗ ที่นั่น"
    start = paragraph.index("ค.ศ.")
    assert shown(passages([LEAD, paragraph], [], spots=[(1, start, start + 9)])[0]) == "พบ (Delta) ใน [ค.ศ. ๑๙๑๗] ที่นั่น"


PROSE = st.text(st.sampled_from("กนเแำาัีู่้์ ()*a๑-"), min_size=1, max_size=400)


@given(PROSE, st.integers(0, 399), st.integers(2, 12))
def test_no_cluster_is_cut(text: str, start: int, length: int) -> None:
    runs = [form for form in forms(text[start : start + length]) if form]
    whole = re.sub(r"\s+", " ", re.sub(r"(?<=\))[ \u00a0]?\*", "", text))
    ends = {0, *clusters(whole)}
    for passage in passages([text], [runs] if runs else []):
        words = plain(passage).strip("…")
        at = whole.find(words)
        assert at >= 0
        assert at in ends
        assert at + len(words) in ends


@pytest.mark.parametrize("length", [10, 2_000, 200_000])
def test_a_passage_is_short_however_long_the_paragraph(length: int) -> None:
    text = "ก" * length + "เดลตา" + "ข" * length
    assert len(plain(passages([text], [[fold("เดลตา")]])[0])) < 200


def test_a_passage_begins_and_ends_between_words() -> None:
    words = ("รัฐบาล", "ประกาศ", "สงคราม", "มหาวิทยาลัย", "เศรษฐกิจ", "การเมือง", "ประวัติศาสตร์")
    text = "".join(words[number * number % len(words)] for number in range(60)) + "เดลตา"
    text += "".join(words[number * number % len(words)] for number in range(1, 60))
    cut = plain(passages([text], [[fold("เดลตา")]])[0]).strip("…")
    assert cut.startswith(words)
    assert cut.endswith(words)
    assert 100 < len(cut) < 150
