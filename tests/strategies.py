"""Articles and files as Hypothesis makes them: everything that an Article can be, extremes first."""

from hypothesis import strategies as st

from entries.text.article import DASHED, LABELS, SEE_LIMIT, Article, ExtraField, refused_item, refused_paragraph
from entries.text.article import is_see_line as _is_see_line

#: Values at the edges of the form: labels, dashes, marks of structure, odd spaces, other scripts, separators.
EDGES = (
    "คำตั้ง",
    "ผู้เขียน",
    "คำสำคัญ: ก",
    "== ==",
    "== วงศ์ ==",
    "==",
    "- -",
    "- ก",
    "–",
    "—",
    "-1",
    "–1940",
    "* ก",
    "ดู",
    "ดู ก",
    "ดูเพิ่มเติม",
    "ก; ข",
    "ก, ข",
    "ก และ ข",
    "และ",
    "(",
    ")",
    "(1879–1940)",
    "Trotsky, Leon (1879–1940)",
    "; ;",
    ",",
    "x:",
    "x: y",
    "ก\u00a0ข",
    "ก\u200bข",
    "\u200b",
    "\ufeffก",
    "ก\tข",
    "ก\u2028ข",
    "שלום",
    "مرحبا",
    "Ленин",
    "𝔘𝔫𝔦",
    "😀",
    "เเกํา",
    "1ˢᵗ",
    "พ.ศ. ๒๔๒๒–",
    "ราว 1450?",
    "ครองราชย์ 1894–1917",
    "44 ปีก่อนคริสต์ศักราช",
    "ก่อนหน้านั้นคำตั้ง",
    "𐀀",
)

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
_WORDS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=12),
    st.text("กขคงเแโไัิีื่้์ำๆฯ ()-–;,:*=“”\u00a0\u200bAbc๑๒12", min_size=1, max_size=20),
    st.sampled_from(EDGES),
)


def items(*, dashed: bool) -> st.SearchStrategy[str]:
    """Values that a field written with dashes, or one without, can hold."""
    return _WORDS.map(str.strip).filter(lambda value: not refused_item(value, dashed=dashed))


def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of one line or several."""
    lines = st.lists(_WORDS, min_size=1, max_size=3)
    return lines.map(lambda parts: "\n".join(parts).strip()).filter(lambda text: not refused_paragraph(text))


def _bodies() -> st.SearchStrategy[dict[str, object]]:
    see = items(dashed=True).filter(lambda value: len(value) <= SEE_LIMIT)
    prose = st.lists(paragraphs(), max_size=4).filter(lambda found: len(found) != 1 or not _is_see_line(found[0]))
    return st.one_of(
        see.map(lambda target: {"see": target}),
        prose.map(lambda found: {"paragraphs": tuple(found)}),
    )


def _extras() -> st.SearchStrategy[tuple[ExtraField, ...]]:
    one = st.builds(ExtraField, items(dashed=False), st.lists(items(dashed=True), max_size=3).map(tuple))
    return st.lists(one, max_size=3, unique_by=lambda extra: extra.label).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any Article that can be made."""
    fields = {
        name: tuple(draw(st.lists(items(dashed=name in DASHED), max_size=3))) if draw(st.booleans()) else ()
        for name in LABELS
    }
    return Article(**fields, **draw(_bodies()), extra=draw(_extras()))  # type: ignore[arg-type]


#: Lines such as files hold, for files put together from them.
LINES = (
    "",
    "",
    " ",
    "\u00a0ย่อหน้า (Gloss)* ต่อ",
    "     ย่อหน้าอื่น",
    "ต่อจากข้างบน",
    "Alpha, Anna (1871–1919)",
    "Alpha, Anna",
    "นางอันนา อัลฟา",
    "นางอันนา อัลฟา (พ.ศ. ๒๔๑๔–๒๔๖๒)",
    "อัลฟา, อันนา; แอลฟา (๒๔๑๔)",
    "อันนา อัลฟา เป็นบุคคลตัวอย่าง",
    "ดู Beta, Boris",
    "ดู: Beta",
    "-",
    "–",
    "- ก",
    "- ข, ค",
    "– ค",
    "* ง",
    "ก",
    "ก; ข",
    "ก, ข และ ค",
    "ศ. จ, ราชบัณฑิต",
    "1871–1919",
    "–1940",
    "พ.ศ. ๒๔๑๔–๒๔๖๒",
    "ครองราชย์ 1894",
    "วงศ์",
    "ผู้แปล: ฉ",
    "ป้ายใหม่",
    "ป้ายใหม่:",
    "== ป้าย ==",
    "== คำตั้ง ==",
    "คำตั้ง: Gamma",
    "คำ ตั้ง",
    "คำสำคัญ :",
    "คำเทียบ นายแกมมา",
    "\tก\tข",
    "::",
    "(",
    "ก (ข",
    "== ==",
    "เเหล่งอ้างอิง",
    "ํา",
    "שלום",
    "😀",
    "x" * 90,
    "Title. Bangkok, 2500.",
    "กรุงเทพฯ: สำนักพิมพ์",
    "———. Title",
    "1. ก",
    "2. ข",
    "๑. ค",
    "๒) ง",
    "(1871–1919)",
    "[1871–1919]",
    "Alpha, Anna [1871–1919]",
    "Alpha, Anna (1871–1919)*",
    "นางอันนา อัลฟา (พ.ศ. ๒๔๑๔–๒๔๖๒; ดำรงตำแหน่ง พ.ศ. ๒๔๕๐)",
    "Commune (18 March–28 May 1871)",
    "(ดู Beta)",
    "ดูที่ Beta",
    "ดูเบตา",
    "Alpha ดู Beta",
    "อัลฟา ดู เบตา",
    "ถิ่นกำเนิด",
    "เอเชีย",
    "บรรณานุกรม",
    "ลักษณะเด่น",
    "คำตั้ง Alpha",
    *LABELS.values(),
    *LABELS.values(),
)


def source_texts() -> st.SearchStrategy[str]:
    """Texts of files: lines of every kind in any order, and now and then anything at all."""
    line = st.one_of(st.sampled_from(LINES), st.sampled_from(LINES), _WORDS)
    return st.lists(line, max_size=25).map("\n".join)
