"""Which text became which: equal, edited, moved, split and joined."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.alignment import EXACT, ITEMS, PROSE, SLOTS, Block, Matching, align, common, longest_increasing

WAR = "สงครามปะทุขึ้นเมื่อกองทัพฝ่ายเหนือข้ามแม่น้ำในฤดูหนาวและยึดเมืองท่าได้โดยไม่มีผู้ต่อต้าน"
PEACE = "ผู้แทนทั้งสองฝ่ายลงนามในสนธิสัญญาที่เมืองหลวงและตกลงถอนทหารภายในหนึ่งปี"
KING = "พระเจ้าชาร์ลเสด็จขึ้นครองราชย์ขณะมีพระชนมายุเพียงสิบสองพรรษา"
WAR_2 = WAR.replace("ฤดูหนาว", "ฤดูใบไม้ผลิ")


@pytest.mark.parametrize(
    ("old", "new", "how", "expected"),
    [
        pytest.param((WAR, PEACE), (WAR_2, PEACE), PROSE, [Block(0, 1, 0, 1), Block(1, 2, 1, 2)], id="edited"),
        pytest.param((WAR,), (PEACE, WAR_2), PROSE, [Block(0, 1, 1, 2)], id="edited, one added before"),
        pytest.param((WAR,), (PEACE,), PROSE, [Block(0, 1, 0, 1)], id="rewritten in its place"),
        pytest.param((WAR,), (PEACE, KING), PROSE, [], id="two unlike texts for one"),
        pytest.param((WAR, PEACE, KING), (PEACE, KING, WAR_2), PROSE,
                     [Block(0, 1, 2, 3, True), Block(1, 2, 0, 1), Block(2, 3, 1, 2)], id="edited and moved"),
        pytest.param((WAR, KING), (WAR[:44], WAR[44:], KING), PROSE, [Block(0, 1, 0, 2), Block(1, 2, 2, 3)],
                     id="split"),
        pytest.param((WAR, PEACE, KING), (WAR + PEACE, KING), PROSE, [Block(0, 2, 0, 1), Block(2, 3, 1, 2)],
                     id="joined"),
        pytest.param(("น้ำ",), ("ก", "นํ้า"), ITEMS, [Block(0, 1, 1, 2)], id="equal but for the order of marks"),
        pytest.param(("น้ำ",), ("ก", "นํ้า"), EXACT, [], id="not equal to the letter"),
        pytest.param(("สตาลิน, โยเซฟ",), ("เลนิน", "สตาลิน, โยซิฟ"), ITEMS, [Block(0, 1, 1, 2)], id="an item edited"),
        pytest.param(("แมว",), ("ปลา",), ITEMS, [], id="another item"),
        pytest.param(("แมว",), ("ปลา",), SLOTS, [Block(0, 1, 0, 1)], id="another item in its slot"),
        pytest.param(("ก", "ข", "ก"), ("ก", "ก"), ITEMS, [Block(0, 1, 0, 1), Block(2, 3, 1, 2)], id="duplicates"),
    ],
)  # fmt: skip
def test_align(old: tuple[str, ...], new: tuple[str, ...], how: Matching, expected: list[Block]) -> None:
    assert list(align(old, new, how)) == expected


LETTERS = st.text(alphabet="กขคง", max_size=30)


@given(LETTERS, LETTERS)
def test_common_pairs_are_equal_and_rise(old: str, new: str) -> None:
    pairs = common(old, new)
    assert all(old[old_at] == new[new_at] for old_at, new_at in pairs)
    assert pairs == sorted(pairs)
    assert [new_at for _, new_at in pairs] == sorted({new_at for _, new_at in pairs})
    assert len({old_at for old_at, _ in pairs}) == len(pairs)
    assert common(old, old) == [(at, at) for at in range(len(old))]


@given(st.lists(st.integers(0, 9), max_size=9))
def test_longest_increasing_is_longest(values: list[int]) -> None:
    longest = [0] * len(values)
    for at, value in enumerate(values):
        longest[at] = 1 + max((longest[back] for back in range(at) if values[back] < value), default=0)
    found = longest_increasing(values)
    assert found == sorted(found)
    assert len({values[at] for at in found}) == len(found) == max(longest, default=0)
    assert [values[at] for at in found] == sorted(values[at] for at in found)


TEXTS = st.lists(st.sampled_from([WAR, WAR_2, WAR[:44], WAR[44:], WAR + PEACE, PEACE, KING, "ก", "ข"]), max_size=7)


@given(TEXTS, TEXTS, st.sampled_from([PROSE, ITEMS, SLOTS, EXACT]))
def test_no_text_is_in_two_blocks(old: list[str], new: list[str], how: Matching) -> None:
    blocks = align(old, new, how)
    for used, length in (
        ([at for block in blocks for at in range(block.old_start, block.old_end)], len(old)),
        ([at for block in blocks for at in range(block.new_start, block.new_end)], len(new)),
    ):
        assert len(used) == len(set(used))
        assert set(used) <= set(range(length))
    in_order = [block.new_start for block in blocks if not block.moved]
    assert in_order == sorted(in_order)
    assert align(old, old, how) == tuple(Block(at, at + 1, at, at + 1) for at in range(len(old)))


@given(TEXTS, st.randoms())
def test_every_equal_text_is_found_wherever_it_moved(old: list[str], random: Random) -> None:
    new = list(old)
    random.shuffle(new)
    blocks = align(old, new, PROSE)
    assert [old[block.old_start] for block in blocks] == old
    assert all(old[block.old_start] == new[block.new_start] for block in blocks)


def test_large_gaps_find_edited_texts_through_the_shortlist() -> None:
    old = [
        f"ย่อหน้าที่ {at} ว่าด้วยเมืองหมายเลข {at * 7919} และราชวงศ์หมายเลข {at * 104729} ซึ่งปกครองอยู่ {at} ปี" for at in range(40)
    ]
    new = [text.replace("ว่าด้วย", "กล่าวถึง") + " จบ" for text in old[::-1]]
    found = align(old, new[5:], PROSE)
    assert [(block.old_start, block.new_start) for block in found] == [(at, 34 - at) for at in range(35)]
