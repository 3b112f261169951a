from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.references import NO_NAMES, CombinedLexicon, KnownName, NameLexicon, article_lexicon
from entries.text.references.lexicon import fold


def ends(lexicon: NameLexicon | CombinedLexicon, context: str) -> list[str]:
    """What of the context each known name covers."""
    [found] = lexicon.known_suffixes([context])
    return [context[len(context) - name.length :] for name in found]


@pytest.mark.parametrize(
    ("name", "context", "covered"),
    [
        ("เลนิน, วลาดีมีร์", "กับวลาดีมีร์ เลนิน", ["วลาดีมีร์ เลนิน"]),
        ("นายเลออน ตรอตสกี", "ของเลออน ตรอตสกี", ["เลออน ตรอตสกี"]),
        ("นายเลออน ตรอตสกี", "คือนายเลออน ตรอตสกี", ["นายเลออน ตรอตสกี", "เลออน ตรอตสกี"]),
        ("พระเจ้านิโคลัสที่ ๒", "ซาร์นิโคลัสที่ ๒", ["นิโคลัสที่ ๒"]),
        ("สากลที่ ๓", "องค์การสากลที่ 3", ["สากลที่ 3"]),
        ("สากลที่ ๓", "องค์การสากลที่๓", ["สากลที่๓"]),
        ("เลออน ตรอตสกี", "ชื่อเลออนตรอตสกี", ["เลออนตรอตสกี"]),
        ("เลออน ตรอตสกี", "ชื่อเลออน\u00a0ตรอต\u200bสกี", ["เลออน\u00a0ตรอต\u200bสกี"]),
        ("สัมพันธมิตร", "ฝ่ายสัมพันธมิตร", ["สัมพันธมิตร"]),
        ("อำนาจ", "ผู้มีอํานาจ", ["อํานาจ"]),
        ("ออสเตรีย-ฮังการี", "จักรวรรดิออสเตรีย–ฮังการี", ["ออสเตรีย–ฮังการี"]),
        ("Pravda", "หนังสือพิมพ์ PRAVDA", ["PRAVDA"]),
        ("ดุ๊กแห่งเวลลิงตัน", "มีดุ๊กแห่งเวลลิงตัน", ["ดุ๊กแห่งเวลลิงตัน"]),
        ("กาะ", "เกาะ", []),
        ("เลนิน", "เลนินกราด", []),
        ("เลนิน", "", []),
        ("", "เลนิน", []),
    ],
)
def test_names_that_end_a_context(name: str, context: str, covered: list[str]) -> None:
    assert ends(NameLexicon([(name, "keyword")]), context) == covered


def test_the_longest_comes_first_with_name_and_source() -> None:
    lexicon = NameLexicon([("ตรอตสกี", "alias"), ("ลัทธิตรอตสกี", "keyword")])
    assert lexicon.known_suffixes(["กลุ่มลัทธิตรอตสกี"]) == [
        [KnownName(12, "ลัทธิตรอตสกี", "keyword"), KnownName(7, "ตรอตสกี", "alias")]
    ]


def test_joined_lexicons_give_each_name_once_and_the_first_wins() -> None:
    own = NameLexicon([("เมนเชวิค", "keyword")])
    others = NameLexicon([("พรรคเมนเชวิค", "title"), ("เมนเชวิค", "headword")])
    [found] = CombinedLexicon(own, others).known_suffixes(["พรรคเมนเชวิค"])
    assert [(name.name, name.source) for name in found] == [("พรรคเมนเชวิค", "title"), ("เมนเชวิค", "keyword")]


def test_no_names() -> None:
    assert [list(found) for found in NO_NAMES.known_suffixes(["ก", ""])] == [[], []]


def test_the_names_of_an_article() -> None:
    @dataclass
    class Entry:
        headwords: tuple[str, ...] = ("Trotsky, Leon",)
        thai_titles: tuple[str, ...] = ("นายเลออน ตรอตสกี",)
        keywords: tuple[str, ...] = ("ตรอตสกี, เลออน", "เมนเชวิค")

    lexicon = article_lexicon(Entry())
    assert [[name.source for name in found] for found in lexicon.known_suffixes(["เลออน ตรอตสกี", "เมนเชวิค"])] == [
        ["keyword"],
        ["keyword"],
    ]


THAI = st.text(alphabet="กขคงนมรลสหาิีเแโไ่้์็ั ๑๒1ํำAab-", max_size=12)


@given(THAI, THAI)
def test_what_is_found_is_the_name_at_the_end(name: str, before: str) -> None:
    context = before + name
    for found in NameLexicon([(name, "keyword")]).known_suffixes([context])[0]:
        covered = context[len(context) - found.length :]
        assert 0 < found.length <= len(context)
        assert fold(name)[0].endswith(fold(covered)[0])


@given(st.text())
def test_folding_keeps_offsets_in_order_and_is_idempotent(text: str) -> None:
    folded, offsets = fold(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert fold(folded)[0] == folded or "\u0345" in text or "ͅ" in folded
