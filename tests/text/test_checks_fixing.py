"""Safe fixes: what they do to a text, and the laws they keep on any text at all."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from entries.text.article import LABELS, Article, ExtraField, is_see_line, refused_item, refused_paragraph
from entries.text.checks import (
    CHECKS_BY_CODE,
    CheckSettings,
    Problem,
    apply_fixes,
    apply_safe_fixes,
    check,
    chosen,
    is_safe,
)
from entries.text.findings import Severity
from entries.text.thai import match_key

PIECES = (
    *"กขนทเแำาํ่้ี์ๆฯ๒๙15Aba ().,*–-“”\"[]\n\t\u00a0\u200b\u202e\u2003",
    "ค.ศ.", "พ.ศ. ๒๔๗๕", "๑๙๑๗", "ที่", "คน", "ของ", "เลฟ", "เซดอฟ", "(Lev Sedov)*", "(Lenin)", "ofthe", "HighCourt",
    "ทศวรรษ ๑๙๗๔", "คำตั้ง", "ดู ", "- ", "อื่นๆ", "เลฟเซดอฟ (Lev Sedov)", "  ", "== ก ==",
    "ก้่า", "แเม่", "เ ก", "เอ๓๒๐", "NewYork", "(X ค.ศ. ๑๙๐๔)* ", "เขาจึง", "เหมือน ", "MoscowTrials", "คศ.",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map("".join).map(str.strip)
BARE = st.lists(TEXT, max_size=4).map(lambda found: tuple(t for t in found if not refused_item(t, dashed=False)))
DASHED = st.lists(TEXT, max_size=4).map(lambda found: tuple(t for t in found if not refused_item(t, dashed=True)))
PROSE = st.lists(TEXT, max_size=4).map(lambda found: tuple(t for t in found if not refused_paragraph(t)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles of nasty little texts."""
    see = draw(st.one_of(st.just(""), TEXT))
    paragraphs = draw(PROSE)
    if refused_item(see, dashed=True) or draw(st.booleans()):
        see = ""
    if see or (len(paragraphs) == 1 and is_see_line(paragraphs[0])):
        paragraphs = ()
    return Article(
        headwords=draw(BARE),
        thai_titles=draw(BARE),
        see=see,
        paragraphs=paragraphs,
        keywords=draw(DASHED),
        authors=draw(BARE),
        bibliography=draw(BARE),
        extra=(ExtraField("วงศ์", draw(DASHED)),),
    )


def keys(values: tuple[str, ...]) -> list[str]:
    """The words of the values, each once, whatever their spaces, marks and digits."""
    return list(dict.fromkeys(key for key in map(match_key, values) if key))


@settings(max_examples=300)
@given(articles())
def test_fixing_twice_changes_nothing_more(article: Article) -> None:
    fixed = apply_safe_fixes(article)
    assert apply_safe_fixes(fixed) == fixed


@settings(max_examples=300)
@given(articles())
@example(Article(bibliography=("กำํ\u200bำ",)))
def test_safe_fixes_never_touch_a_word(article: Article) -> None:
    fixed = apply_safe_fixes(article)
    for field in LABELS:
        assert keys(getattr(fixed, field)) == keys(getattr(article, field))
    assert keys(fixed.paragraphs) == keys(article.paragraphs)
    assert match_key(fixed.see) == match_key(article.see)
    assert [extra.label for extra in fixed.extra] == [extra.label for extra in article.extra]
    assert [keys(extra.values) for extra in fixed.extra] == [keys(extra.values) for extra in article.extra]


@settings(max_examples=200)
@given(articles())
def test_problems_quote_what_stands_there_and_chosen_fixes_do_not_overlap(article: Article) -> None:
    problems = check(article)
    for problem in problems:
        field, _, label = problem.field.partition(":")
        values = next(e.values for e in article.extra if e.label == label) if label else getattr(article, field)
        value = values if field == "see" else values[problem.index] if values else ""
        assert problem.words == value[problem.start : problem.end][:200]
    picked = chosen(problem for problem in problems if is_safe(problem))
    for one, other in pairwise(picked):
        assert (one.field, one.index) != (other.field, other.index) or one.end <= other.start


FIXED = [
    ("เกิดวันที่๕มีนาคมค.ศ.๑๘๗๑", "เกิดวันที่ ๕ มีนาคม ค.ศ. ๑๘๗๑"),
    ("คนอื่นๆเดิน\u00a0ไป  มา", "คนอื่น ๆ เดิน ไป มา"),
    ("ไป\u200b๒คน", "ไป ๒ คน"),
    ("น้ําใจเเม่ ( Mother )* ใน ค.ศ. ๑9๑๗.", "น้ำใจแม่ (Mother)* ใน ค.ศ. ๑๙๑๗"),
    ("ในทศวรรษ ๑๙๗๔ เมื่อ วันที่ ๓", "ในทศวรรษ ๑๙๗๔ เมื่อ วันที่ ๓"),
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_prose_is_mended(before: str, after: str) -> None:
    assert apply_safe_fixes(Article(paragraphs=(before,))).paragraphs == (after,)


def test_repeated_items_go_and_the_rest_keeps_its_order() -> None:
    article = Article(keywords=("ข", "ก", "ข", "เลนิน, วลาดีมีร์", "วลาดีมีร์ เลนิน"), authors=("ก ข", "ก  ข", "ค"))
    fixed = apply_safe_fixes(article)
    assert fixed.keywords == ("ข", "ก", "เลนิน, วลาดีมีร์", "วลาดีมีร์ เลนิน")
    assert fixed.authors == ("ก ข", "ค")


def test_a_fix_that_the_article_would_refuse_is_left_alone() -> None:
    article = Article(paragraphs=("ก", "คำ\u200bตั้ง", "อื่นๆ"))
    assert apply_safe_fixes(article).paragraphs == ("ก", "คำ\u200bตั้ง", "อื่น ๆ")


def test_a_check_that_is_off_fixes_nothing() -> None:
    article = Article(paragraphs=("อื่นๆ ๒คน",))
    kept = apply_safe_fixes(article, settings=CheckSettings({"mai_yamok_spacing": None}))
    assert kept.paragraphs == ("อื่นๆ ๒ คน",)
    known = check(article)
    assert apply_safe_fixes(article, known, settings=CheckSettings({"mai_yamok_spacing": None})) == kept


def test_what_is_spared_stays_while_the_rest_is_mended() -> None:
    article = Article(paragraphs=("อื่นๆ ๒คน อื่นๆ",))
    spared = {("mai_yamok_spacing", "นๆ")}
    assert apply_safe_fixes(article, spared=spared).paragraphs == ("อื่นๆ ๒ คน อื่นๆ",)


def test_more_faults_than_are_told_are_all_mended() -> None:
    article = Article(paragraphs=(" ".join(["๒คน"] * 500),))
    mended = (" ".join(["๒ คน"] * 500),)
    assert apply_safe_fixes(article).paragraphs == mended
    assert apply_safe_fixes(article, check(article)).paragraphs == mended


def test_problems_that_are_known_already_give_the_same() -> None:
    article = Article(paragraphs=("อื่นๆ ๒คน",), see_also=("ก  ข",))
    assert apply_safe_fixes(article, check(article)) == apply_safe_fixes(article)


def test_a_proposal_can_be_applied_by_itself() -> None:
    article = Article(paragraphs=("ในทศวรรษ ๑๙๗๔ คนอื่นๆ",))
    wanted = [problem for problem in check(article) if problem.code == "decade_not_round"]
    assert apply_fixes(article, wanted).paragraphs == ("ในทศวรรษ ๑๙๗๐ คนอื่นๆ",)


def test_what_has_no_fix_or_is_no_safe_check_is_not_safe() -> None:
    for code, one in CHECKS_BY_CODE.items():
        problem = Problem(code, Severity.ERROR, "paragraphs", 0, 0, 1, "ก", "", "ข")
        assert is_safe(problem) == one.is_safe
        assert not is_safe(Problem(code, Severity.ERROR, "paragraphs", 0, 0, 1, "ก", "", None))
