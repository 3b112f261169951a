"""Prose in pieces: pure, without a database."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.reader.eras import Era
from entries.reader.prose import Anchor, excerpt, prose_of, without_stars
from entries.text.article import Article

TEXT = "ร่วมกับวลาดีมีร์ เลนิน (Vladimir Lenin)* ในปี ๒๔๖๐"


def anchor(text: str, term: str, gloss: str, href: str = "", paragraph: int = 0) -> Anchor:
    """The anchor of a term and its gloss in a text."""
    start, opening = text.index(term), text.index(f"({gloss})")
    return Anchor(paragraph, start, start + len(term), opening, opening + len(gloss) + 1, href)


def html(text: str, *anchors: Anchor, era: Era = "") -> str:
    """The only paragraph of an article, as HTML without the elements that keep words on one line."""
    (paragraph,) = prose_of(Article(headwords=("A",), paragraphs=(text,)), anchors, era).paragraphs
    return re.sub(r'<span class="(?:w|wx|n[0-9]+)">(.*?)</span>', r"\1", str(paragraph.html))


def test_a_linked_term_keeps_its_gloss_and_loses_its_star() -> None:
    assert html(TEXT, anchor(TEXT, "วลาดีมีร์ เลนิน", "Vladimir Lenin", "/x/")) == (
        'ร่วมกับ<a href="/x/">วลาดีมีร์ เลนิน</a> (<span class="gloss" lang="und-Latn">Vladimir Lenin</span>) ในปี ๒๔๖๐'
    )


def test_what_leads_nowhere_is_no_link() -> None:
    assert "<a" not in html(TEXT, anchor(TEXT, "วลาดีมีร์ เลนิน", "Vladimir Lenin"))


def test_a_wanted_term_is_told_apart() -> None:
    wanted = replace(anchor(TEXT, "วลาดีมีร์ เลนิน", "Vladimir Lenin"), is_wanted=True)
    assert html(TEXT, wanted) == (
        'ร่วมกับ<span class="wanted">วลาดีมีร์ เลนิน</span>'
        ' (<span class="gloss" lang="und-Latn">Vladimir Lenin</span>) ในปี ๒๔๖๐'
    )
    alone = "[(Petrograd)* ในเวลานั้น]"
    assert html(alone, Anchor(0, 1, 1, 1, 11, is_wanted=True)) == (
        '[(<span class="wanted" lang="und-Latn">Petrograd</span>) ในเวลานั้น]'
    )


def test_a_gloss_without_a_term_carries_the_link_itself() -> None:
    text = "[(Petrograd)* ในเวลานั้น]"
    linked = html(text, Anchor(0, 1, 1, 1, 11, "/petrograd/"))
    assert linked == '[(<a href="/petrograd/" lang="und-Latn">Petrograd</a>) ในเวลานั้น]'


def test_a_gloss_with_thai_in_it_has_no_foreign_language() -> None:
    text = "สงคราม (War ค.ศ. ๑๙๐๔) จบ"
    assert html(text, anchor(text, "สงคราม", "War ค.ศ. ๑๙๐๔")) == text


def test_anchors_go_to_their_own_paragraph() -> None:
    texts = ("ก (A)*", "ข (B)*")
    anchors = [anchor(texts[0], "ก", "A", "/a/"), anchor(texts[1], "ข", "B", "/b/", paragraph=1)]
    shown = prose_of(Article(headwords=("A",), paragraphs=texts), anchors).paragraphs
    assert [re.findall('<a href="(.*?)">(.*?)</a>', paragraph.html) for paragraph in shown] == [
        [("/a/", "ก")],
        [("/b/", "ข")],
    ]
    assert [paragraph.number for paragraph in shown] == [1, 2]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("เลนิน (Lenin)*ผู้นำ", "เลนิน (Lenin)ผู้นำ"),
        ("เลนิน (Lenin) * ผู้นำ", "เลนิน (Lenin) ผู้นำ"),
        ("“โกลอส” (Golos)*", "“โกลอส” (Golos)"),
        ("(A)* หรือ (B)*", "(A) หรือ (B)"),
        ("๒ * ๓ = ๖", "๒ * ๓ = ๖"),
        ("ไม่มีดาว (Plain)", "ไม่มีดาว (Plain)"),
    ],
)
def test_only_stars_of_references_are_hidden(text: str, shown: str) -> None:
    assert without_stars(text) == shown


PARTS = [
    "ก",
    "เลนิน",
    "วลาดีมีร์ เลนิน",
    " ",
    "(",
    ")",
    "*",
    "Lenin",
    "ข\nค",
    "“",
    "”",
    "[",
    "ค.ศ. ๑๙๑๗",
    "ต่าง ๆ",
    "&",
    "<b>",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=25), st.sampled_from(["", "ce", "be", "both"]))
def test_the_text_of_a_page_is_the_text_without_its_stars(parts: list[str], era: Era) -> None:
    text = "ก" + "".join(parts) + "ก"
    anchors = [
        Anchor(0, max(0, at - 3), at, at, text.find(")", at), "/x/")
        for at, char in enumerate(text)
        if char == "(" and ")" in text[at:]
    ]
    article = Article(headwords=("A",), paragraphs=(text,), keywords=("เลนิน, วลาดีมีร์",))
    (paragraph,) = prose_of(article, anchors, era).paragraphs
    written = re.sub(r'<span [^>]*data-as="([^"]*)"[^>]*>[^<]*', r"\1", str(paragraph.html)).replace("<br>", "\n")
    assert unescape(re.sub("<[^>]*>", "", written)) == without_stars(text)


def test_an_excerpt_ends_at_a_space() -> None:
    assert excerpt("หนึ่ง สอง (Two)* สาม สี่", 100) == "หนึ่ง สอง (Two) สาม สี่"
    assert excerpt("หนึ่ง สอง สาม สี่ ห้า", 12) == "หนึ่ง สอง…"
    assert excerpt("กขคงจ" * 10, 8) == "กขคงจกข…"
