"""Prose in pieces: pure, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.reader.prose import Anchor, Piece, excerpt, paragraphs_of, without_stars

TEXT = "ร่วมกับวลาดีมีร์ เลนิน (Vladimir Lenin)* ในปี ๒๔๖๐"


def anchor(text: str, term: str, gloss: str, href: str = "", paragraph: int = 0) -> Anchor:
    """The anchor of a term and its gloss in a text."""
    start, opening = text.index(term), text.index(f"({gloss})")
    return Anchor(paragraph, start, start + len(term), opening, opening + len(gloss) + 1, href)


def test_a_linked_term_keeps_its_gloss_and_loses_its_star() -> None:
    pieces = paragraphs_of([TEXT], [anchor(TEXT, "วลาดีมีร์ เลนิน", "Vladimir Lenin", "/x/")])
    assert pieces == (
        (
            Piece("ร่วมกับ"),
            Piece("วลาดีมีร์ เลนิน", href="/x/"),
            Piece(" ("),
            Piece("Vladimir Lenin", is_foreign=True),
            Piece(") ในปี ๒๔๖๐"),
        ),
    )


def test_a_wanted_term_is_plain_text() -> None:
    pieces = paragraphs_of([TEXT], [anchor(TEXT, "วลาดีมีร์ เลนิน", "Vladimir Lenin")])
    assert [piece.href for piece in pieces[0]] == ["", "", ""]


def test_a_gloss_without_a_term_carries_the_link_itself() -> None:
    text = "[(Petrograd)* ในเวลานั้น]"
    pieces = paragraphs_of([text], [Anchor(0, 1, 1, 1, 11, "/petrograd/")])
    assert pieces == ((Piece("[("), Piece("Petrograd", href="/petrograd/", is_foreign=True), Piece(") ในเวลานั้น]")),)


def test_a_gloss_with_thai_in_it_has_no_foreign_language() -> None:
    text = "สงคราม (War ค.ศ. ๑๙๐๔) จบ"
    assert paragraphs_of([text], [anchor(text, "สงคราม", "War ค.ศ. ๑๙๐๔")]) == ((Piece(text),),)


def test_anchors_go_to_their_own_paragraph() -> None:
    texts = ["ก (A)*", "ข (B)*"]
    anchors = [anchor(texts[0], "ก", "A", "/a/"), anchor(texts[1], "ข", "B", "/b/", paragraph=1)]
    linked = [[(p.text, p.href) for p in paragraph if p.href] for paragraph in paragraphs_of(texts, anchors)]
    assert linked == [[("ก", "/a/")], [("ข", "/b/")]]


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


@given(st.lists(st.sampled_from(["ก", "เลนิน", " ", "(", ")", "*", "Lenin", "\n", "“", "”", "[", "]"]), max_size=25))
def test_pieces_joined_are_the_text_without_its_stars(parts: list[str]) -> None:
    text = "".join(parts)
    anchors = [
        Anchor(0, max(0, at - 3), at, at, text.find(")", at), "/x/")
        for at, char in enumerate(text)
        if char == "(" and ")" in text[at:]
    ]
    assert "".join(piece.text for piece in paragraphs_of([text], anchors)[0]) == without_stars(text)


def test_an_excerpt_ends_at_a_space() -> None:
    assert excerpt("หนึ่ง สอง (Two)* สาม สี่", 100) == "หนึ่ง สอง (Two) สาม สี่"
    assert excerpt("หนึ่ง สอง สาม สี่ ห้า", 12) == "หนึ่ง สอง…"
    assert excerpt("กขคงจ" * 10, 8) == "กขคงจกข…"
