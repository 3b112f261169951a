"""The form of an article: untouched it says what it was filled with, and what it refuses it names by line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.admin.article_form import LINE_FIELDS, ArticleForm, numbered_paragraphs
from entries.text.article import DASHED, Article, ArticleError, ExtraField, refused_item, refused_paragraph
from entries.text.encoding import decode
from entries.text.parser import parse
from tests.admin.conftest import fields

FIXTURES = sorted((Path(__file__).resolve().parents[2] / "fixtures").rglob("*.txt"))

characters = st.characters(exclude_categories=("Cs",)) | st.sampled_from("กขเแำ่้ ๒()*-\u00a0\t\u200b\u2028,;=ดู")
items = st.text(characters, min_size=1, max_size=12)
plain = items.filter(lambda text: not refused_item(text, dashed=False))
dashed = items.filter(lambda text: not refused_item(text, dashed=True))
paragraphs = st.lists(items, min_size=1, max_size=3).map("\n".join).filter(lambda text: not refused_paragraph(text))
extras = st.lists(
    st.builds(ExtraField, plain, st.lists(dashed, max_size=3).map(tuple)),
    max_size=3,
    unique_by=lambda extra: extra.label,
).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article with a name that can be written."""
    values = {name: tuple(draw(st.lists(dashed if name in DASHED else plain, max_size=3))) for name in LINE_FIELDS}
    if not values["headwords"] and not values["thai_titles"]:
        values[draw(st.sampled_from(["headwords", "thai_titles"]))] = (draw(plain),)
    see = draw(st.just("") | dashed)
    body = {"see": see} if see else {"paragraphs": tuple(draw(st.lists(paragraphs, max_size=3)))}
    try:
        return Article(**values, **body, extra=draw(extras))  # type: ignore[arg-type]
    except ArticleError:  # a body of "ดู …" is a see-entry
        return Article(**values)  # type: ignore[arg-type]


@given(articles())
def test_an_untouched_form_says_what_it_was_filled_with(article: Article) -> None:
    form = ArticleForm(fields(article, None))
    assert form.is_valid(), form.errors
    assert form.article == article


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_an_untouched_form_of_a_sample_says_what_it_was_filled_with(path: Path) -> None:
    article = parse(decode(path.read_bytes()).text).article
    form = ArticleForm(fields(article, None))
    assert form.is_valid(), form.errors
    assert form.article == article


def test_the_form_knows_which_fields_the_format_writes_with_dashes() -> None:
    assert {name for name in LINE_FIELDS if ArticleForm.base_fields[name].dashed} == DASHED  # type: ignore[attr-defined]


def test_blank_lines_part_paragraphs_and_single_line_breaks_do_not() -> None:
    text = "\n\nหนึ่ง\nสอง \n \n\u00a0\n\u00a0\u00a0สาม\n"
    assert list(numbered_paragraphs(text)) == [(3, "หนึ่ง\nสอง"), (7, "สาม")]


def errors_of(**values: str) -> dict[str, list[str]]:
    """What the form says against these fields."""
    form = ArticleForm(fields(Article(), None, **values))
    assert not form.is_valid()
    return {name: list(errors) for name, errors in form.errors.items()}


def test_what_cannot_be_written_is_named_by_line() -> None:
    assert errors_of(authors="มานะ\r\n\r\n-\r\nคำสำคัญ") == {
        "authors": [
            "บรรทัดที่ 3 “-”: “-” หมายถึงไม่มีค่า จึงใช้เป็นค่าไม่ได้",
            "บรรทัดที่ 4 “คำสำคัญ”: “คำสำคัญ” เป็นป้ายกำกับของรูปแบบต้นฉบับ",
        ]
    }
    assert errors_of(paragraphs="หนึ่ง\r\n\r\nสอง\r\nแหล่งอ้างอิง\r\n") == {
        "paragraphs": ["ย่อหน้าที่ 2 (บรรทัดที่ 3): บรรทัด “แหล่งอ้างอิง” เป็นป้ายกำกับของรูปแบบต้นฉบับ"]
    }


def test_an_entry_keeps_a_name() -> None:
    named = fields(Article(headwords=("Rose",), thai_titles=("กุหลาบ",)), None)
    assert ArticleForm(named | {"headwords": ""}).is_valid()
    assert errors_of(paragraphs="กุหลาบเป็นดอกไม้") == {"headwords": ["ใส่คำตั้งหรือคำเทียบอย่างน้อยหนึ่งชื่อ"]}


def test_a_see_entry_has_no_prose() -> None:
    assert errors_of(see="Delta", paragraphs="เดลตา เป็นเมือง") == {"see": ["รายการที่มีคำอธิบายเป็นรายการโยงไม่ได้"]}
    assert errors_of(paragraphs="ดู Delta") == {"paragraphs": ["คำอธิบายที่มีเพียง “ดู …” คือรายการโยง ให้ระบุในช่อง “ดู”"]}


def test_extra_fields_come_go_and_are_refused_beside_their_label() -> None:
    filled = Article(headwords=("Rose",), extra=(ExtraField("วงศ์", ("Rosaceae",)), ExtraField("ชื่อพ้อง", ("ก", "ข"))))
    data = fields(filled, None)
    form = ArticleForm(
        data | {"extra-0-label": "", "extra-0-values": "", "extra-2-label": "ถิ่น", "extra-2-values": "ยุโรป"}
    )
    assert form.is_valid()
    assert form.article.extra == (ExtraField("ชื่อพ้อง", ("ก", "ข")), ExtraField("ถิ่น", ("ยุโรป",)))

    form = ArticleForm(data | {"extra-0-label": ""})
    assert not form.is_valid()
    assert form.extras.errors[0] == {"label": ["ใส่ป้ายกำกับของค่าเหล่านี้ หรือลบค่าออก"]}

    form = ArticleForm(data | {"extra-2-label": "วงศ์"})
    assert not form.is_valid()
    assert form.extras.non_form_errors() == ["ป้ายกำกับ “วงศ์” ซ้ำกัน ให้รวมค่าไว้ที่เดียว"]
