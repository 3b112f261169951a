"""The law of merging, for texts that nobody chose: no word of either side is lost, and the result can be written."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from entries.text import thai
from entries.text.article import FIELD_NAMES, Article, ArticleError, ExtraField
from entries.text.merge import MATCHING, Merge, merge, settle

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


PIECES = st.sampled_from(
    ["ก", "ข", "น้ำ", "นํ้า", "ก\u200b", "สตาลิน, โยเซฟ", "สตาลิน, โยซิฟ", "ดู Lenin", WAR[:50], WAR[:44], KING]
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


def test_eight_hundred_paragraphs_changed_by_both_are_all_told() -> None:
    texts = [
        f"ย่อหน้าที่ {at} กล่าวถึงเหตุการณ์ {at * 7919 % 10007} และผู้คน {at * 104729 % 99991} คนในเมืองที่ {at}" * 3
        for at in range(800)
    ]
    mine = [text + " แก้ไขท้ายย่อหน้า" for text in texts]
    theirs = ["ขึ้นต้นใหม่ " + text for text in texts]
    assert len(merge(prose(*texts), prose(*mine), prose(*theirs)).overlaps) == 800
