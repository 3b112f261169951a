"""Three-way merging: what is taken, what overlaps, and the law that no word of either side is lost."""

import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entries.text import thai
from entries.text.article import FIELD_NAMES, Article, ArticleError, ExtraField
from entries.text.merge import MATCHING, Merge, Overlap, OverlapMoved, Taken, merge, settle

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
        pytest.param((WAR,), (WAR[:45], WAR[45:]), (WAR, PEACE), (WAR[:45], WAR[45:], PEACE), id="split"),
        pytest.param((WAR, PEACE, KING), (WAR + " " + PEACE, KING), (WAR, PEACE, KING_2), (WAR + " " + PEACE, KING_2),
                     id="joined"),
        pytest.param((WAR, PEACE), (WAR, PEACE), (WAR.replace(" ", "\u200b"), PEACE), (WAR.replace(" ", "\u200b"), PEACE),
                     id="theirs changed only marks"),
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
        pytest.param((WAR, PEACE), (WAR[:45], WAR[45:], PEACE), (WAR_2, PEACE), (WAR[:45], WAR[45:], PEACE),
                     [((WAR,), (WAR[:45], WAR[45:]), (WAR_2,))], id="split against edit"),
        pytest.param((WAR, KING, PEACE), (WAR + " " + KING, PEACE), (WAR, KING_2, PEACE), (WAR + " " + KING, PEACE),
                     [((WAR, KING), (WAR + " " + KING,), (WAR, KING_2))], id="join against edit"),
        pytest.param((WAR, KING, PEACE), (PEACE,), (WAR_2, KING_2, PEACE), (PEACE,), [((WAR, KING), (), (WAR_2, KING_2))],
                     id="neighbours removed are one overlap"),
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


def extra(**labels: str) -> Article:
    return Article(extra=tuple(ExtraField(label, tuple(values.split())) for label, values in labels.items()))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "overlaps"),
    [
        pytest.param(extra(วงศ์="ก"), extra(วงศ์="ก", พ้อง="ข"), extra(วงศ์="ก ค"), extra(วงศ์="ก ค", พ้อง="ข"), [], id="values"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(พ้อง="ข"), extra(วงศ์="ก", พ้อง=""), extra(พ้อง=""), [],
                     id="a label and a value removed"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(พ้อง="ข"), extra(วงศ์="ก ค", พ้อง="ข"), extra(วงศ์="ค", พ้อง="ข"), [],
                     id="a label removed, but theirs added to it"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(วงศ์="ก ค", พ้อง="ข"), extra(พ้อง="ข"), extra(วงศ์="ค", พ้อง="ข"), [],
                     id="a label removed by theirs, but mine added to it"),
        pytest.param(extra(วงศ์="มะม่วงป่า"), extra(), extra(วงศ์="มะม่วงป่าๆ"), extra(),
                     [("extra", ("มะม่วงป่า",), (), ("มะม่วงป่าๆ",))], id="a label removed, its value edited"),
        pytest.param(extra(วงศ์="ก", พ้อง="ข"), extra(วงศ์="ก", พ้อง="ข ค"), extra(พ้อง="ข", วงศ์="ก"), extra(พ้อง="ข ค", วงศ์="ก"),
                     [], id="labels in another order"),
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
                     [("body", ("ดู Lenin", WAR, KING), ("ดู Lenin", WAR), ("ดู Lenin", KING))], id="left with a see-line"),
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
        pytest.param((WAR, KING), (WAR, PEACE, KING, POET), (WAR, KING), [((), (PEACE,)), ((), (POET,))], id="theirs more"),
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


# The law

PIECES = st.sampled_from(
    ["ก", "ข", "น้ำ", "นํ้า", "ก\u200b", "สตาลิน, โยเซฟ", "สตาลิน, โยซิฟ", "ดู Lenin", WAR[:50], WAR[:45], KING]
)
TEXTS = PIECES | st.text(alphabet="กขคะา ", min_size=1, max_size=60).filter(lambda text: text == text.strip())
ITEMS = st.lists(TEXTS, max_size=5).map(tuple)
PROSE = st.lists(TEXTS | st.sampled_from([WAR, WAR_2, WAR_3, KING_2, WAR + KING, PEACE, "ก\nข"]), max_size=7).map(tuple)
EXTRA = st.lists(
    st.builds(ExtraField, st.sampled_from(["วงศ์", "พ้อง", "ชื่อ"]), ITEMS), max_size=3, unique_by=lambda x: x.label
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    fields: dict[str, object] = {
        name: draw(ITEMS) for name in draw(st.sets(st.sampled_from(sorted(MATCHING)), max_size=3))
    }
    fields.pop("paragraphs", None)
    fields["extra"] = tuple(draw(EXTRA))
    if draw(st.integers(0, 5)) == 0:
        fields["see"] = draw(st.sampled_from(["Lenin", "Stalin"]))
    else:
        paragraphs = draw(PROSE)
        if len(paragraphs) != 1 or not paragraphs[0].startswith("ดู "):
            fields["paragraphs"] = paragraphs
    return Article(**fields)  # type: ignore[arg-type]


@st.composite
def edited(draw: st.DrawFn, article: Article) -> Article:
    """An article with a few things changed, removed, added or moved."""
    for _ in range(draw(st.integers(0, 4))):
        name = draw(st.sampled_from(["paragraphs", "paragraphs", "keywords", "headwords", "extra", "see"]))
        values = list(getattr(article, name))
        if name == "see":
            article = article.replace(see=draw(st.sampled_from(["Lenin", "Stalin"])), paragraphs=())
            continue
        if name == "paragraphs":
            article = article.replace(see="")
        at = draw(st.integers(0, len(values)))
        if draw(st.booleans()) and at < len(values):
            removed = values.pop(at)
            if draw(st.booleans()):
                values.insert(draw(st.integers(0, len(values))), removed)
        elif name == "extra":
            values[at : at + draw(st.integers(0, 1))] = draw(EXTRA)
            values = list({value.label: value for value in values}.values())
        else:
            values[at : at + draw(st.integers(0, 1))] = [
                draw(PROSE.filter(bool).map(lambda found: found[0].replace("\n", "")))
            ]
        try:
            article = article.replace(**{name: tuple(values)})
        except ArticleError:
            continue
    return article


@st.composite
def threes(draw: st.DrawFn) -> tuple[Article, Article, Article]:
    base = draw(articles())
    return base, draw(edited(base)), draw(edited(base) | articles())


def slots(article: Article) -> dict[str, tuple[str, ...]]:
    """Every text of an article by field, with those of `extra` by label, compared as the merge compares."""
    texts = {name: getattr(article, name) for name in FIELD_NAMES if name not in ("see", "extra")}
    texts["paragraphs"] = (f"ดู {article.see}",) if article.see else article.paragraphs
    texts |= {f"extra {found.label}": found.values for found in article.extra}
    return {name: tuple(thai.normalise(text) for text in values) for name, values in texts.items()}


def kept(found: Merge) -> dict[str, set[str]]:
    """All texts that a merge still has: in the article or on either side of an overlap."""
    texts = {name: set(values) for name, values in slots(found.article).items()}
    for overlap in found.overlaps:
        name = f"extra {overlap.label}" if overlap.field == "extra" else overlap.field
        opening = "ดู " if name == "see" else ""
        name = "paragraphs" if name in ("see", "body") else name
        texts.setdefault(name, set()).update(thai.normalise(opening + text) for text in overlap.mine + overlap.theirs)
    return texts


def assert_nothing_lost(base: Article | None, mine: Article, theirs: Article) -> None:
    found = merge(base, mine, theirs)
    have = kept(found)
    before = {} if base is None else slots(base)
    for side, other in ((mine, theirs), (theirs, mine)):
        others = slots(other)
        for name, values in slots(side).items():
            was, has = Counter(before.get(name, ())), Counter(others.get(name, ()))
            for text, count in Counter(values).items():
                if count > was[text] or has[text] >= was[text]:
                    assert text in have.get(name, set()), (name, text)
    assert found == merge(base, mine, theirs)
    for overlap in found.overlaps:
        assert settle(found.article, overlap, overlap.mine) == found.article


@settings(max_examples=400, deadline=None)
@given(threes())
def test_no_word_of_either_side_is_lost(three: tuple[Article, Article, Article]) -> None:
    assert_nothing_lost(*three)


@settings(max_examples=200, deadline=None)
@given(threes())
def test_no_word_is_lost_without_base(three: tuple[Article, Article, Article]) -> None:
    _, mine, theirs = three
    assert_nothing_lost(None, mine, theirs)


@settings(max_examples=300, deadline=None)
@given(threes())
def test_one_side_or_both_alike_need_no_merging(three: tuple[Article, Article, Article]) -> None:
    base, x, _ = three
    assert merge(base, x, base) == Merge(x)
    assert (merge(base, base, x).article, merge(base, base, x).overlaps) == (x, ())
    assert merge(base, x, x) == Merge(x)
    assert merge(None, x, x) == Merge(x)
    assert merge(None, x, Article()) == Merge(x)
    assert merge(None, Article(), x).article == x


NEW = "เรื่องใหม่ทั้งสิ้นซึ่งไม่มีในต้นฉบับเดิม"


@st.composite
def disjoint(draw: st.DrawFn) -> tuple[Article, Article, Article, list[str]]:
    """A base and two sides that touch different paragraphs, with what must stand in the result."""
    size = draw(st.integers(1, 8))
    texts = [
        f"{draw(st.sampled_from([WAR, KING, PEACE, TRADE, POET]))} ตอนที่ {at} {'กขคงจฉชซ'[at] * 30}"
        for at in range(size)
    ]
    sides_of: tuple[list[str], list[str]] = ([], [])
    expected: list[str] = []
    for at, text in enumerate(texts):
        owner = draw(st.integers(0, 1))
        done = draw(st.sampled_from(["keep", "edit", "remove", "add"]))
        sides_of[1 - owner].append(text)
        if done in ("keep", "add"):
            sides_of[owner].append(text)
            expected.append(text)
        if done == "edit":
            changed = text.replace("ตอน", "บท") + " เพิ่มเติม"
            sides_of[owner].append(changed)
            expected.append(changed)
        if done == "add":
            added = f"{NEW} {at} ของ {'กข'[owner] * 9}"
            sides_of[owner].append(added)
            expected.append(added)
    return prose(*texts), prose(*sides_of[0]), prose(*sides_of[1]), expected


@settings(max_examples=300, deadline=None)
@given(disjoint())
def test_disjoint_changes_are_all_taken_and_symmetric(
    made: tuple[Article, Article, Article, list[str]],
) -> None:
    base, mine, theirs, expected = made
    found, turned = merge(base, mine, theirs), merge(base, theirs, mine)
    assert (found.overlaps, turned.overlaps) == ((), ())
    assert Counter(found.article.paragraphs) == Counter(expected)
    assert Counter(turned.article.paragraphs) == Counter(found.article.paragraphs)
    in_order, turned_order = (
        [text for text in article.paragraphs if not text.startswith(NEW)] for article in (found.article, turned.article)
    )
    assert in_order == turned_order == [text for text in expected if not text.startswith(NEW)]


def test_cost_is_near_linear() -> None:
    def timed(size: int) -> float:
        texts = [
            f"ย่อหน้าที่ {at} กล่าวถึงเหตุการณ์ {at * 7919 % 10007} และผู้คน {at * 104729 % 99991} คนในเมืองที่ {at}" * 3
            for at in range(size)
        ]
        mine = [text + " แก้ไขท้ายย่อหน้า" for text in texts]
        theirs = ["ขึ้นต้นใหม่ " + text for text in texts]
        start = time.perf_counter()
        found = merge(prose(*texts), prose(*mine), prose(*theirs))
        assert len(found.overlaps) == size
        return time.perf_counter() - start

    timed(50)
    assert timed(1200) < 16 * timed(300)
