"""Three-way merging: what is taken, what overlaps, and finding an overlap again to settle it."""

from dataclasses import replace

import pytest

from entries.text.article import Article, ArticleError, ExtraField
from entries.text.merge import Overlap, OverlapMoved, Taken, merge, settle

WAR = "สงครามปะทุขึ้นเมื่อกองทัพฝ่ายเหนือข้ามแม่น้ำในฤดูหนาวและยึดเมืองท่าได้โดยไม่มีผู้ต่อต้าน"
PEACE = "ผู้แทนทั้งสองฝ่ายลงนามในสนธิสัญญาที่เมืองหลวงและตกลงถอนทหารภายในหนึ่งปี"
KING = "พระเจ้าชาร์ลเสด็จขึ้นครองราชย์ขณะมีพระชนมายุเพียงสิบสองพรรษา พระราชมารดาจึงทรงสำเร็จราชการแทน"
TRADE = "การค้าทางทะเลรุ่งเรืองขึ้นเพราะพ่อค้าต่างชาติได้รับสิทธิพิเศษด้านภาษีและคลังสินค้า"
POET = "กวีผู้นี้ประพันธ์บทละครกว่ายี่สิบเรื่อง หลายเรื่องยังจัดแสดงมาจนถึงปัจจุบัน"
WAR_2 = WAR.replace("ฤดูหนาว", "ฤดูใบไม้ผลิ")
WAR_3 = WAR.replace("เมืองท่า", "ป้อมปราการ")
KING_2 = KING.replace("สิบสอง", "สิบสาม")


def prose(*paragraphs: str) -> Article:
    return Article(headwords=("Charles",), paragraphs=paragraphs)


def words(*keywords: str) -> Article:
    return Article(headwords=("Charles",), keywords=keywords)


def sides(overlaps: tuple[Overlap, ...]) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    return [(found.field, found.base, found.mine, found.theirs) for found in overlaps]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        pytest.param((WAR, PEACE), (WAR_2, PEACE), (WAR, PEACE, KING), (WAR_2, PEACE, KING), id="edit and addition"),
        pytest.param((WAR, PEACE), (WAR_2, PEACE), (WAR_2, PEACE), (WAR_2, PEACE), id="both the same"),
        pytest.param((WAR, PEACE, KING), (WAR, KING), (WAR, PEACE, KING_2), (WAR, KING_2), id="removal and edit"),
        pytest.param((WAR, KING), (WAR, PEACE, KING), (WAR, TRADE, KING), (WAR, PEACE, TRADE, KING), id="one place"),
        pytest.param((WAR, KING), (WAR, PEACE, KING), (WAR, KING, PEACE), (WAR, PEACE, KING), id="same addition"),
        pytest.param((WAR, PEACE, KING), (WAR_2, PEACE, KING), (KING, WAR, PEACE), (KING, WAR_2, PEACE), id="moved"),
        pytest.param((WAR, PEACE, KING), (KING, WAR, PEACE), (WAR, PEACE, TRADE, KING), (KING, WAR, PEACE, TRADE),
                     id="moved away from an addition"),
        pytest.param((WAR,), (WAR[:44], WAR[44:]), (WAR, PEACE), (WAR[:44], WAR[44:], PEACE), id="split"),
        pytest.param((WAR, PEACE, KING), (WAR + " " + PEACE, KING), (WAR, PEACE, KING_2), (WAR + " " + PEACE, KING_2),
                     id="joined"),
        pytest.param((WAR, PEACE), (WAR, PEACE), (WAR + "\u200b", PEACE), (WAR + "\u200b", PEACE),
                     id="theirs changed only marks"),
        pytest.param((WAR, PEACE, KING), (WAR, POET, KING), (WAR, POET, TRADE, KING), (WAR, POET, TRADE, KING),
                     id="mine replaced what theirs removed and added with more"),
        pytest.param((WAR, PEACE, KING), (WAR, POET, TRADE, KING), (WAR, POET, KING), (WAR, POET, TRADE, KING),
                     id="theirs replaced what mine removed and added with more"),
        pytest.param((WAR, KING, PEACE, POET), (WAR, POET, KING, PEACE), (WAR + " " + KING, PEACE, POET),
                     (WAR + " " + KING, POET, KING, PEACE), id="joined by theirs, moved into by mine"),
        pytest.param((), (), (WAR,), (WAR,), id="nothing before"),
        pytest.param((WAR, WAR, PEACE), (WAR, PEACE), (WAR, WAR, PEACE), (WAR, PEACE), id="a duplicate removed"),
    ],
)  # fmt: skip
def test_paragraphs_without_overlap(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...], merged: tuple[str, ...]
) -> None:
    found = merge(prose(*base), prose(*mine), prose(*theirs))
    assert (found.article, found.overlaps) == (prose(*merged), ())


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "overlaps"),
    [
        pytest.param((WAR, PEACE), (WAR_2, PEACE), (WAR_3, PEACE), (WAR_2, PEACE), [((WAR,), (WAR_2,), (WAR_3,))],
                     id="edited differently"),
        pytest.param((WAR, PEACE), (PEACE,), (WAR_3, PEACE), (PEACE,), [((WAR,), (), (WAR_3,))], id="removed by mine"),
        pytest.param((WAR, PEACE), (WAR_2, PEACE), (PEACE,), (WAR_2, PEACE), [((WAR,), (WAR_2,), ())],
                     id="removed by theirs"),
        pytest.param((WAR, PEACE, KING), (WAR, TRADE, KING), (WAR, POET, KING), (WAR, TRADE, KING),
                     [((PEACE,), (TRADE,), (POET,))], id="both rewrote the whole"),
        pytest.param((WAR, PEACE), (WAR[:44], WAR[44:], PEACE), (WAR_2, PEACE), (WAR[:44], WAR[44:], PEACE),
                     [((WAR,), (WAR[:44], WAR[44:]), (WAR_2,))], id="split against edit"),
        pytest.param((WAR, KING, PEACE), (WAR + " " + KING, PEACE), (WAR, KING_2, PEACE), (WAR + " " + KING, PEACE),
                     [((WAR, KING), (WAR + " " + KING,), (WAR, KING_2))], id="join against edit"),
        pytest.param((WAR, KING), (WAR, PEACE, KING), (WAR + " " + KING,), (WAR, PEACE, KING),
                     [((WAR, KING), (WAR, PEACE, KING), (WAR + " " + KING,))], id="joined against addition"),
        pytest.param((WAR, KING), (WAR + " " + KING,), (WAR, PEACE, KING), (WAR + " " + KING,),
                     [((WAR, KING), (WAR + " " + KING,), (WAR, PEACE, KING))], id="addition against joined"),
        pytest.param((WAR, KING, PEACE), (PEACE,), (WAR_2, KING_2, PEACE), (PEACE,),
                     [((WAR, KING), (), (WAR_2, KING_2))], id="neighbours removed are one overlap"),
    ],
)  # fmt: skip
def test_paragraphs_with_overlap(
    base: tuple[str, ...],
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    merged: tuple[str, ...],
    overlaps: list[tuple[tuple[str, ...], ...]],
) -> None:
    found = merge(prose(*base), prose(*mine), prose(*theirs))
    assert found.article == prose(*merged)
    assert sides(found.overlaps) == [("paragraphs", *three) for three in overlaps]


def test_overlap_says_where() -> None:
    found = merge(prose(WAR, KING), prose(PEACE, WAR, KING_2, TRADE), prose(WAR, KING + " (๒)"))
    assert found.overlaps == (Overlap("paragraphs", "", 2, 1, WAR, TRADE, (KING,), (KING_2,), (KING + " (๒)",)),)


def test_taken_says_what_theirs_gave() -> None:
    found = merge(
        replace(prose(WAR, PEACE, KING), keywords=("ก", "ข", "ค")),
        replace(prose(WAR_2, PEACE, KING), keywords=("ก", "ข", "ค")),
        replace(prose(WAR, PEACE, KING_2, TRADE), keywords=("ค", "ก")),
    )
    assert found.taken == (
        Taken("paragraphs", "", 2, (KING,), (KING_2,)),
        Taken("paragraphs", "", 3, (), (TRADE,)),
        Taken("keywords", "", 0, ("ข",), ()),
        Taken("keywords", "", 1, ("ก",), ("ก",)),
    )


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "overlaps"),
    [
        pytest.param("ก ข ค", "ก ข ค ง", "ก ค จ", "ก ค ง จ", [], id="additions and a removal"),
        pytest.param("ก ข", "ก ง ข", "ก จ ข", "ก ง จ ข", [], id="additions at one place"),
        pytest.param("ก ข", "ก ข ก", "ก ข", "ก ข ก", [], id="a duplicate added"),
        pytest.param("ก ข ก", "ข ก", "ก ข", "ข ก", [], id="each removed the other of two duplicates"),
        pytest.param("ก ก ก", "ก", "ก ก", "ก", [], id="one duplicate removed, and two"),
        pytest.param("ก ข ค", "ข ค ก", "ก ข ง ค", "ข ง ค ก", [], id="order of mine"),
        pytest.param("ก ข ค", "ก ข ค ง", "ค ก ข", "ค ก ข ง", [], id="order of theirs where mine kept it"),
        pytest.param("สตาลิน,โยเซฟ", "สตาลิน,โยซิฟ", "สตาลิน,โจเซฟ", "สตาลิน,โยซิฟ",
                     [("สตาลิน,โยเซฟ", "สตาลิน,โยซิฟ", "สตาลิน,โจเซฟ")], id="an item edited by both"),
        pytest.param("สตาลิน,โยเซฟ ข", "สตาลิน,โยซิฟ ข", "ข", "สตาลิน,โยซิฟ ข",
                     [("สตาลิน,โยเซฟ", "สตาลิน,โยซิฟ", "")], id="edited by mine, removed by theirs"),
        pytest.param("ก ข", "ก", "ก ข", "ก", [], id="removed by mine"),
        pytest.param("ก", "น้ำ ก", "นํ้า ก", "น้ำ ก", [], id="the same addition in other marks"),
    ],
)  # fmt: skip
def test_items(base: str, mine: str, theirs: str, merged: str, overlaps: list[tuple[str, str, str]]) -> None:
    found = merge(words(*base.split()), words(*mine.split()), words(*theirs.split()))
    assert found.article.keywords == tuple(merged.split())
    assert sides(found.overlaps) == [("keywords", *(tuple(text.split()) for text in three)) for three in overlaps]


def test_headword_corrected_differently_by_both_overlaps_however_unlike() -> None:
    found = merge(Article(headwords=("Trotzki",)), Article(headwords=("Trotsky",)), Article(headwords=("Bronstein",)))
    assert found.article.headwords == ("Trotsky",)
    assert sides(found.overlaps) == [("headwords", ("Trotzki",), ("Trotsky",), ("Bronstein",))]


def test_what_cannot_stand_beside_mine_does_not_hold_up_the_rest() -> None:
    base = replace(prose("ดู Lenin", WAR, KING), keywords=("ก",))
    mine, theirs = (
        replace(base, paragraphs=("ดู Lenin", WAR)),
        replace(base, paragraphs=("ดู Lenin", KING), keywords=("ก", "ข")),
    )
    found = merge(base, mine, theirs)
    assert found.article == replace(mine, keywords=("ก", "ข"))
    assert (sides(found.overlaps), found.taken) == (
        [("body", base.paragraphs, mine.paragraphs, theirs.paragraphs)],
        (Taken("keywords", "", 1, (), ("ข",)),),
    )


def extra(**labels: str) -> Article:
    return Article(extra=tuple(ExtraField(label, tuple(values.split())) for label, values in labels.items()))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "overlaps"),
    [
        pytest.param(extra(วงศ์="ก"), extra(วงศ์="ก", พ้อง="ข"), extra(วงศ์="ก ค"), extra(วงศ์="ก ค", พ้อง="ข"), [],
                     id="values"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(พ้อง="ข"), extra(วงศ์="ก", พ้อง=""), extra(พ้อง=""), [],
                     id="a label and a value removed"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(พ้อง="ข"), extra(วงศ์="ก ค", พ้อง="ข"), extra(วงศ์="ค", พ้อง="ข"), [],
                     id="a label removed, but theirs added to it"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(วงศ์="ก ค", พ้อง="ข"), extra(พ้อง="ข"), extra(วงศ์="ค", พ้อง="ข"), [],
                     id="a label removed by theirs, but mine added to it"),
        pytest.param(extra(วงศ์="มะม่วงป่า"), extra(), extra(วงศ์="มะม่วงป่าๆ"), extra(),
                     [("extra", ("มะม่วงป่า",), (), ("มะม่วงป่าๆ",))], id="a label removed, its value edited"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(วงศ์="ก", พ้อง="ข ค"), extra(พ้อง="ข", วงศ์="ก"),
                     extra(พ้อง="ข ค", วงศ์="ก"), [], id="labels in another order"),
    ],
)  # fmt: skip
def test_extra(base: Article, mine: Article, theirs: Article, merged: Article, overlaps: list[object]) -> None:
    found = merge(base, mine, theirs)
    assert (found.article, sides(found.overlaps)) == (merged, overlaps)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "overlaps"),
    [
        pytest.param(prose(WAR), Article(see="Lenin"), prose(WAR), Article(see="Lenin"), [], id="mine became one"),
        pytest.param(prose(WAR), prose(WAR), Article(see="Lenin"), Article(see="Lenin"), [], id="theirs became one"),
        pytest.param(prose(WAR), prose(WAR, KING), Article(see="Lenin"), prose(WAR, KING),
                     [("body", (WAR,), (WAR, KING), ("ดู Lenin",))], id="theirs became one, mine went on"),
        pytest.param(prose(WAR), Article(see="Lenin"), prose(WAR, KING), Article(see="Lenin"),
                     [("body", (WAR,), ("ดู Lenin",), (WAR, KING))], id="mine became one, theirs went on"),
        pytest.param(Article(see="Lenin"), Article(see="Stalin"), Article(see="Trotsky"), Article(see="Stalin"),
                     [("see", ("Lenin",), ("Stalin",), ("Trotsky",))], id="two targets"),
        pytest.param(Article(see="Lenin"), Article(see="Stalin"), Article(see="Stalin"), Article(see="Stalin"), [],
                     id="one target"),
        pytest.param(prose("ดู Lenin", WAR, KING), prose("ดู Lenin", WAR), prose("ดู Lenin", KING), prose("ดู Lenin", WAR),
                     [("body", ("ดู Lenin", WAR, KING), ("ดู Lenin", WAR), ("ดู Lenin", KING))],
                     id="left with a see-line"),
        pytest.param(None, Article(see="Lenin"), prose(WAR), Article(see="Lenin"), [("body", (), ("ดู Lenin",), (WAR,))],
                     id="no base"),
        pytest.param(None, Article(), Article(see="Lenin"), Article(see="Lenin"), [], id="no base, nothing of mine"),
        pytest.param(None, Article(see="Lenin"), Article(), Article(see="Lenin"), [], id="no base, nothing of theirs"),
    ],
)  # fmt: skip
def test_see_entries(
    base: Article | None, mine: Article, theirs: Article, merged: Article, overlaps: list[object]
) -> None:
    found = merge(base, mine, theirs)
    assert (found.article.see, found.article.paragraphs) == (merged.see, merged.paragraphs)
    assert sides(found.overlaps) == overlaps


@pytest.mark.parametrize(
    ("mine", "theirs", "merged", "overlaps"),
    [
        pytest.param((), (WAR,), (WAR,), [], id="mine is empty"),
        pytest.param((WAR,), (), (WAR,), [], id="theirs is empty"),
        pytest.param((WAR, KING), (KING, WAR), (WAR, KING), [], id="another order"),
        pytest.param((WAR, KING), (WAR, KING_2), (WAR, KING), [((KING,), (KING_2,))], id="a paragraph differs"),
        pytest.param((WAR, KING), (WAR, PEACE, KING, POET), (WAR, KING), [((), (PEACE,)), ((), (POET,))],
                     id="theirs more"),
        pytest.param((WAR, TRADE, KING), (WAR, PEACE, POET, KING), (WAR, TRADE, KING), [((TRADE,), (PEACE, POET))],
                     id="other paragraphs at one place"),
        pytest.param((WAR, KING, PEACE), (WAR,), (WAR, KING, PEACE), [], id="mine more"),
    ],
)  # fmt: skip
def test_without_base(
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    merged: tuple[str, ...],
    overlaps: list[tuple[tuple[str, ...], tuple[str, ...]]],
) -> None:
    found = merge(None, prose(*mine), prose(*theirs))
    assert found.article.paragraphs == merged
    assert sides(found.overlaps) == [("paragraphs", (), *two) for two in overlaps]


# Settling


@pytest.mark.parametrize(
    ("now", "settled"),
    [
        pytest.param((WAR_2, PEACE), ("ใหม่", PEACE), id="untouched"),
        pytest.param((KING, WAR_2, PEACE), (KING, "ใหม่", PEACE), id="pushed down"),
        pytest.param((PEACE, WAR_2), (PEACE, "ใหม่"), id="moved"),
        pytest.param(
            (TRADE, WAR_2, WAR_2, PEACE), (TRADE, WAR_2, "ใหม่", PEACE), id="doubled, one beside its neighbour"
        ),
        pytest.param((WAR_2, TRADE, WAR_2), ("ใหม่", TRADE, WAR_2), id="doubled, one at its index"),
        pytest.param((TRADE, WAR_2, POET, WAR_2, KING), None, id="doubled, neither in its place"),
        pytest.param((WAR, PEACE), None, id="gone"),
    ],
)
def test_settle_finds_the_text(now: tuple[str, ...], settled: tuple[str, ...] | None) -> None:
    (overlap,) = merge(prose(WAR, PEACE), prose(WAR_2, PEACE), prose(WAR_3, PEACE)).overlaps
    if settled is None:
        with pytest.raises(OverlapMoved) as raised:
            settle(prose(*now), overlap, ("ใหม่",))
        assert raised.value.overlap is overlap
    else:
        assert settle(prose(*now), overlap, ("ใหม่",)) == prose(*settled)


@pytest.mark.parametrize(
    ("now", "settled"),
    [
        pytest.param((WAR, PEACE), (WAR, KING_2, PEACE), id="untouched"),
        pytest.param((TRADE, WAR, PEACE), (TRADE, WAR, KING_2, PEACE), id="pushed down"),
        pytest.param((WAR_2, PEACE), (WAR_2, KING_2, PEACE), id="the neighbour before was edited"),
        pytest.param((WAR, POET), (WAR, KING_2, POET), id="the neighbour after was edited"),
        pytest.param((WAR, TRADE, PEACE), (WAR, KING_2, TRADE, PEACE), id="something new between"),
        pytest.param((PEACE, WAR), None, id="the neighbours changed places"),
        pytest.param((WAR_2, POET), None, id="both neighbours were edited"),
    ],
)
def test_settle_finds_the_gap(now: tuple[str, ...], settled: tuple[str, ...] | None) -> None:
    (overlap,) = merge(prose(WAR, KING, PEACE), prose(WAR, PEACE), prose(WAR, KING_2, PEACE)).overlaps
    if settled is None:
        with pytest.raises(OverlapMoved):
            settle(prose(*now), overlap, overlap.theirs)
    else:
        assert settle(prose(*now), overlap, overlap.theirs) == prose(*settled)


def test_settle_takes_the_other_body() -> None:
    (overlap,) = merge(prose(WAR), prose(WAR, KING), Article(see="Lenin")).overlaps
    assert settle(prose(WAR, KING), overlap, overlap.theirs) == Article(headwords=("Charles",), see="Lenin")
    assert settle(prose(WAR, KING), overlap, ("ใหม่", KING)) == prose("ใหม่", KING)
    with pytest.raises(OverlapMoved):
        settle(prose(WAR), overlap, overlap.theirs)


def test_settle_a_target() -> None:
    (overlap,) = merge(Article(see="Lenin"), Article(see="Stalin"), Article(see="Trotsky")).overlaps
    assert settle(Article(see="Stalin"), overlap, overlap.theirs) == Article(see="Trotsky")
    with pytest.raises(OverlapMoved):
        settle(Article(see="Lenin"), overlap, overlap.theirs)


def test_settle_a_label() -> None:
    (overlap,) = merge(extra(วงศ์="มะม่วงป่า"), extra(), extra(วงศ์="มะม่วงป่าๆ")).overlaps
    assert settle(extra(พ้อง="ข"), overlap, overlap.theirs) == extra(พ้อง="ข", วงศ์="มะม่วงป่าๆ")
    assert settle(extra(พ้อง="ข", วงศ์=""), overlap, overlap.theirs) == extra(พ้อง="ข", วงศ์="มะม่วงป่าๆ")
    assert settle(extra(พ้อง="ข"), overlap, ()) == extra(พ้อง="ข")


def test_settle_refuses_what_cannot_be_written() -> None:
    (overlap,) = merge(prose(WAR, PEACE), prose(WAR_2, PEACE), prose(WAR_3, PEACE)).overlaps
    with pytest.raises(ArticleError):
        settle(prose(WAR_2, PEACE), overlap, ("คำสำคัญ",))
