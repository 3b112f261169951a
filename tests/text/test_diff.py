"""Comparing two texts: runs that give both texts back, words kept whole, and a reading a person can follow."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entries.text import thai
from entries.text.article import FIELD_NAMES, Article, ExtraField
from entries.text.diff import PARAGRAPH_BREAK, ArticleDiff, FieldDiff, ItemDiff, Run, Summary, diff, runs, summary

WAR = "สงครามปะทุขึ้นเมื่อกองทัพฝ่ายเหนือข้ามแม่น้ำในฤดูหนาวและยึดเมืองท่าได้โดยไม่มีผู้ต่อต้าน"
PEACE = "ผู้แทนทั้งสองฝ่ายลงนามในสนธิสัญญาที่เมืองหลวงและตกลงถอนทหารภายในหนึ่งปี"
KING = "พระเจ้าชาร์ลเสด็จขึ้นครองราชย์ขณะมีพระชนมายุเพียงสิบสองพรรษา"


def by_mark(text: str) -> list[tuple[int, int]]:
    """Words as the tests write them: parted by spaces or by "|"."""
    return [found.span() for found in re.finditer(r"[^\s|]+|\|", text)]


def by_cluster(text: str) -> list[tuple[int, int]]:
    ends = thai.clusters(text)
    return list(zip([0, *ends], ends, strict=False))


def by_letter(text: str) -> list[tuple[int, int]]:
    return [(at, at + 1) for at in range(len(text))]


def shown(found: Sequence[Run]) -> str:
    """Runs in one line: [-removed-] {+added+}."""
    marks = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(marks[run.kind][0] + run.text + marks[run.kind][1] for run in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("ชาวนา|ปลูก|ข้าว", "ชาวนา|ปลูก|ข้าว", "ชาวนา|ปลูก|ข้าว", id="nothing"),
        pytest.param("", "ข้าว", "{+ข้าว+}", id="all added"),
        pytest.param("ข้าว", "", "[-ข้าว-]", id="all removed"),
        pytest.param("", "", "", id="both empty"),
        pytest.param("ชาวนาชาวไร่|ปลูก|ข้าวสาลี", "ชาวนาชาวไร่|ขาย|ข้าวสาลี", "ชาวนาชาวไร่|[-ปลูก-]{+ขาย+}|ข้าวสาลี", id="a word"),
        pytest.param("ชาวนาชาวไร่|ปลูก|ข้าวสาลี", "ชาวนาชาวไร่|ข้าวสาลี", "ชาวนาชาวไร่|[-ปลูก|-]ข้าวสาลี", id="a word removed"),
        pytest.param("กรุงเทพมหานคร สงบเรียบร้อย และ วุ่นวาย มากมาย", "กรุงเทพมหานคร ครึกครื้น และ เงียบเหงา มากมาย",
                     "กรุงเทพมหานคร [-สงบเรียบร้อย และ วุ่นวาย-]{+ครึกครื้น และ เงียบเหงา+} มากมาย", id="a scrap between"),
        pytest.param("ตลาด และ วัด มากมาย", "ตลาดน้อย ตลาด และ วัดใหญ่ วัด มากมาย",
                     "{+ตลาดน้อย +}ตลาด และ{+ วัดใหญ่+} วัด มากมาย", id="kept between additions"),
        pytest.param("ตลาด และ วัดวาอาราม", "ตลาด ใหญ่โต และ สะอาดสะอ้าน วัดวาอาราม",
                     "ตลาด {+ใหญ่โต +}และ{+ สะอาดสะอ้าน+} วัดวาอาราม", id="a scrap between additions"),
        pytest.param("กรุงศรีอยุธยา แตก ครั้งที่สอง", "กรุงศรีอยุธยา เสีย ครั้งที่สอง", "กรุงศรีอยุธยา [-แตก-]{+เสีย+} ครั้งที่สอง",
                     id="between spaces"),
        pytest.param("หนึ่ง สอง สามสิบสี่ ห้า หก เจ็ด แปด เก้า", "แมว หมา สามสิบสี่ นก ปลา หนู งู กบเขียดอึ่งอ่างคางคก",
                     "[-หนึ่ง สอง สามสิบสี่ ห้า หก เจ็ด แปด เก้า-]{+แมว หมา สามสิบสี่ นก ปลา หนู งู กบเขียดอึ่งอ่างคางคก+}",
                     id="hardly a word in common"),
    ],
)  # fmt: skip
def test_runs(old: str, new: str, expected: str) -> None:
    assert shown(runs(old, new, by_mark)) == expected


def test_text_cut_into_other_words_on_both_sides_is_the_same_text() -> None:
    def drifting(text: str) -> list[tuple[int, int]]:
        start = len("เธอ") if text.startswith("เธอ") else 0
        step = 4 if start else 6
        return [(0, start)] + [(at, min(at + step, len(text))) for at in range(start, len(text), step)]

    assert shown(runs("กขคงจฉชซฌญฎฏ", "เธอกขคงจฉชซฌญฎฏ", drifting)) == "{+เธอ+}กขคงจฉชซฌญฎฏ"


def test_no_cluster_is_cut() -> None:
    assert shown(runs("กี่", "กี้", by_letter)) == "[-กี่-]{+กี้+}"


def same(at: int, text: str) -> ItemDiff:
    return ItemDiff("same", (at, at + 1), (at, at + 1), False, (Run("same", text),), 0, 0)


def test_article_by_field_and_item() -> None:
    old = Article(
        headwords=("Charles",), paragraphs=(WAR, PEACE), keywords=("ก", "ข"), extra=(ExtraField("วงศ์", ("ค",)),)
    )
    new = Article(headwords=("Charles",), paragraphs=(WAR, KING, PEACE), keywords=("ก", "ง"), see_also=("จ",))
    assert diff(old, new, by_mark) == ArticleDiff(
        (
            FieldDiff(
                "paragraphs",
                "",
                (
                    same(0, WAR),
                    ItemDiff("added", (0, 0), (1, 2), False, (Run("added", KING),), 0, 1),
                    ItemDiff("same", (1, 2), (2, 3), False, (Run("same", PEACE),), 0, 0),
                ),
            ),
            FieldDiff(
                "keywords",
                "",
                (
                    same(0, "ก"),
                    ItemDiff("removed", (1, 2), (0, 0), False, (Run("removed", "ข"),), 1, 0),
                    ItemDiff("added", (0, 0), (1, 2), False, (Run("added", "ง"),), 0, 1),
                ),
            ),
            FieldDiff("see_also", "", (ItemDiff("added", (0, 0), (0, 1), False, (Run("added", "จ"),), 0, 1),)),
            FieldDiff("extra", "วงศ์", (ItemDiff("removed", (0, 1), (0, 0), False, (Run("removed", "ค"),), 1, 0),)),
        )
    )


def test_equal_articles_have_no_fields() -> None:
    article = Article(headwords=("Charles",), paragraphs=(WAR,), extra=(ExtraField("วงศ์", ("ค",)),))
    assert diff(article, article, by_mark) == ArticleDiff(())


def test_see_entry_and_label_without_value() -> None:
    old, new = Article(see="Lenin"), Article(see="Stalin", extra=(ExtraField("วงศ์"),))
    assert diff(old, new, by_mark) == ArticleDiff(
        (
            FieldDiff(
                "see",
                "",
                (
                    ItemDiff("removed", (0, 1), (0, 0), False, (Run("removed", "Lenin"),), 1, 0),
                    ItemDiff("added", (0, 0), (0, 1), False, (Run("added", "Stalin"),), 0, 1),
                ),
            ),
            FieldDiff("extra", "วงศ์", ()),
        )
    )


def outline(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str, tuple[int, int], tuple[int, int], bool]]:
    (field,) = diff(Article(paragraphs=old), Article(paragraphs=new), by_cluster).fields
    return [(item.kind, item.old, item.new, item.moved) for item in field.items]


def test_moved_paragraph_stands_at_its_new_place() -> None:
    assert outline((WAR, PEACE, KING), (KING, WAR, PEACE)) == [
        ("same", (2, 3), (0, 1), True),
        ("same", (0, 1), (1, 2), False),
        ("same", (1, 2), (2, 3), False),
    ]


def test_removed_paragraph_stands_after_what_it_followed() -> None:
    assert outline((WAR, PEACE, KING), (WAR, KING)) == [
        ("same", (0, 1), (0, 1), False),
        ("removed", (1, 2), (0, 0), False),
        ("same", (2, 3), (1, 2), False),
    ]


def test_split_paragraph_is_one_item() -> None:
    (field,) = diff(Article(paragraphs=(WAR, KING)), Article(paragraphs=(WAR[:44], WAR[44:], KING)), by_cluster).fields
    split, king = field.items
    assert (split.kind, split.old, split.new) == ("changed", (0, 1), (0, 2))
    assert split.runs == (Run("same", WAR[:44]), Run("added", PARAGRAPH_BREAK), Run("same", WAR[44:]))
    assert (king.kind, split.words_removed, split.words_added) == ("same", 0, 0)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param((WAR,), (WAR,), Summary(0, 0), id="nothing"),
        pytest.param((WAR, PEACE), (PEACE, WAR), Summary(0, 0), id="moved"),
        pytest.param((WAR,), (WAR, "แมว หมา นก"), Summary(3, 0), id="added"),
        pytest.param((WAR + " แมว หมา",), (WAR + " ปลา",), Summary(1, 2), id="replaced"),
        pytest.param((WAR,), (WAR + " !",), Summary(0, 0), id="a sign is no word"),
    ],
)
def test_summary(old: tuple[str, ...], new: tuple[str, ...], expected: Summary) -> None:
    assert summary(diff(Article(paragraphs=old), Article(paragraphs=new), by_mark)) == expected


def test_segmenter_of_the_encyclopedia_is_the_default() -> None:
    old = f"{WAR} เมื่อแมวกินปลา"
    assert shown(runs(old, old.replace("แมว", "หมา"))) == f"{WAR} เมื่อ[-แมว-]{{+หมา+}}กินปลา"


# Properties

TEXTS = st.text(alphabet="กขเแาำ่้ีูA1 \n|", max_size=40) | st.lists(
    st.sampled_from(["แมว", "กิน", "ปลา", "น้ำ", "นํ้า", " ", "และ", "สงคราม", "(Cat)*", "\n", "\u200b"]), max_size=25
).map("".join)
SEGMENTERS = st.sampled_from([by_mark, by_cluster, by_letter])


def texts_of(found: Sequence[Run]) -> tuple[str, str]:
    old = "".join(run.text for run in found if run.kind != "added")
    return old, "".join(run.text for run in found if run.kind != "removed")


@settings(max_examples=500, deadline=None)
@given(TEXTS, TEXTS, SEGMENTERS)
def test_runs_give_both_texts_back(old: str, new: str, segmenter: object) -> None:
    found = runs(old, new, segmenter)  # type: ignore[arg-type]
    assert texts_of(found) == (old, new)
    assert all(run.text for run in found)
    kinds = [run.kind for run in found]
    assert all(first != second and (first, second) != ("added", "removed") for first, second in pairwise(kinds))
    for text, other in ((old, "added"), (new, "removed")):
        at = 0
        for run in found:
            if run.kind != other:
                at += len(run.text)
                assert at in thai.clusters(text)


PARAGRAPHS = st.lists(
    st.sampled_from([WAR, WAR[:44], WAR[44:], WAR + PEACE, PEACE, KING, KING + " อีก", "ก", "ข\nค"]), max_size=6
).map(tuple)


@settings(max_examples=300, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_items_give_both_fields_back(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    found = diff(Article(paragraphs=old), Article(paragraphs=new), by_cluster)
    assert bool(found.fields) == (old != new)
    for field in found.fields:
        assert sorted(at for item in field.items for at in range(*item.old)) == list(range(len(old)))
        assert [at for item in field.items for at in range(*item.new)] == list(range(len(new)))
        for item in field.items:
            before, after = texts_of(item.runs)
            assert before == PARAGRAPH_BREAK.join(old[slice(*item.old)])
            assert after == PARAGRAPH_BREAK.join(new[slice(*item.new)])


def test_a_long_paragraph_changed_throughout_is_compared() -> None:
    old = " ".join(f"คำ{at * 7919 % 997} และ" for at in range(8000))
    new = " ".join(f"คำ{at * 7919 % 997} {'หรือ' if at % 7 == 0 else 'และ'}" for at in range(8000))
    assert texts_of(runs(old, new, by_mark)) == (old, new)


def test_every_field_is_compared() -> None:
    for name in FIELD_NAMES:
        value = {"see": "ก", "extra": (ExtraField("วงศ์", ("ก",)),)}.get(name, ("ก",))
        (field,) = diff(Article(), Article().replace(**{name: value}), by_mark).fields
        assert (field.field, [item.kind for item in field.items]) == (name, ["added"])
