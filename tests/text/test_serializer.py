"""The canonical form: exact both ways for every article, and nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.article import LABELS, Article, ExtraField
from entries.text.parser import parse
from entries.text.parser.values import Value, split_values
from entries.text.serializer import NotCanonicalError, digest, read_canonical, serialize
from tests.strategies import articles, items, source_texts

FULL = Article(
    headwords=("Alpha, Anna", "Alfa, Anna"),
    thai_titles=("นางอันนา อัลฟา",),
    periods_ce=("1871–1919",),
    periods_be=("พ.ศ. ๒๔๑๔–๒๔๖๒",),
    paragraphs=("อันนา อัลฟา เป็นบุคคลตัวอย่าง", "ย่อหน้าที่สอง\nบรรทัดที่สอง"),
    keywords=("อัลฟา, อันนา", "คำตั้ง"),
    see_also=("Beta, Boris",),
    authors=("มานะ อักษรสมมุติ", "สายธาร บทตัวอย่าง"),
    bibliography=("Title. Bangkok, 1990.",),
    extra=(ExtraField("วงศ์", ("Alphidae",)), ExtraField("หมายเหตุ")),
)
FULL_TEXT = """\
Alpha, Anna; Alfa, Anna (1871–1919)

นางอันนา อัลฟา (พ.ศ. ๒๔๑๔–๒๔๖๒)

อันนา อัลฟา เป็นบุคคลตัวอย่าง

\u00a0ย่อหน้าที่สอง
บรรทัดที่สอง

คำตั้ง
Alpha, Anna
Alfa, Anna
คำเทียบ
นางอันนา อัลฟา
คำสำคัญ
- อัลฟา, อันนา
- คำตั้ง
ดูเพิ่มเติม
- Beta, Boris
ช่วงเวลาระบุเป็นคริสต์ศักราช
1871–1919
ช่วงเวลาระบุเป็นพุทธศักราช
พ.ศ. ๒๔๑๔–๒๔๖๒
มัลติมีเดียประกอบ
-
ผู้เขียนคำอธิบาย
มานะ อักษรสมมุติ
สายธาร บทตัวอย่าง
บรรณานุกรมคำตั้ง
Title. Bangkok, 1990.
แหล่งอ้างอิง
-
== วงศ์ ==
- Alphidae
== หมายเหตุ ==
-
"""


def test_every_part_is_written_in_its_place() -> None:
    assert serialize(FULL) == FULL_TEXT
    assert read_canonical(FULL_TEXT) == FULL


def test_a_see_entry_leads_to_its_target() -> None:
    article = Article(headwords=("Petrograd",), see="Saint Petersburg")
    text = serialize(article)
    assert text.startswith("Petrograd\n\nดู Saint Petersburg\n\nคำตั้ง\nPetrograd\nคำเทียบ\n-\n")
    assert read_canonical(text) == article


@pytest.mark.parametrize(
    ("field", "values", "lines"),
    [
        ("headwords", ("A; B",), ["- A; B"]),
        ("headwords", ("A, B",), ["A, B"]),
        ("headwords", ("- A",), ["- - A"]),
        ("thai_titles", ("ก, ข", "ค"), ["- ก, ข", "- ค"]),
        ("periods_ce", ("1868–1918; 1920",), ["- 1868–1918; 1920"]),
        ("periods_be", ("–๒๔๘๓",), ["–๒๔๘๓"]),
        ("authors", ("ก และ ข",), ["- ก และ ข"]),
        ("authors", ("-ก",), ["-ก"]),
        ("sources", ("ก; ข",), ["ก; ข"]),
        ("bibliography", ("- ก", "ข"), ["- - ก", "- ข"]),
    ],
)
def test_a_value_that_a_bare_line_would_part_makes_its_field_a_list(
    field: str, values: tuple[str, ...], lines: list[str]
) -> None:
    article = Article(**{field: values})  # type: ignore[arg-type]
    written = serialize(article).split("\n")
    start = written.index(LABELS[field]) + 1
    assert written[start : start + len(lines)] == lines
    assert read_canonical(serialize(article)) == article


@given(articles())
def test_article_to_text_to_article_is_exact(article: Article) -> None:
    text = serialize(article)
    assert read_canonical(text) == article
    assert digest(text) == digest(serialize(read_canonical(text)))


@given(articles(), st.sampled_from([{}, {"คำตั้ง": "extra"}, {"วงศ์": "authors", "ก": "keywords"}]))
def test_the_parser_reads_canonical_text_back_whatever_the_labels_table_says(
    article: Article, labels: dict[str, str]
) -> None:
    reading = parse(serialize(article), labels)
    assert reading.article == article
    assert [finding.code for finding in reading.findings if finding.code != "doubtful_label"] == []


@given(st.data(), st.sampled_from(["headwords", "thai_titles", "periods_ce", "periods_be", "authors"]))
def test_what_the_form_writes_bare_is_never_parted(data: st.DataObject, field: str) -> None:
    value = data.draw(items(dashed=False))
    written = serialize(Article(**{field: (value,)}))  # type: ignore[arg-type]
    if f"\n{LABELS[field]}\n- " not in written:
        assert len(list(split_values(Value(value, 0), field))) < 2


@given(articles(), st.data())
def test_any_other_text_is_refused(article: Article, data: st.DataObject) -> None:
    text = serialize(article)
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(st.sampled_from(["", "\n", " ", "\u00a0", "-", "- ", "== x ==", "คำตั้ง\n", "ก"]))
    changed = text[:at] + put + text[at + data.draw(st.integers(0, 2)) :]
    try:
        read = read_canonical(changed)
    except NotCanonicalError:
        return
    assert serialize(read) == changed


@given(source_texts())
def test_only_what_would_be_written_so_is_canonical(text: str) -> None:
    try:
        read = read_canonical(text)
    except NotCanonicalError:
        return
    assert serialize(read) == text


@pytest.mark.parametrize(
    "changed",
    [
        FULL_TEXT.removesuffix("\n"),
        FULL_TEXT + "\n",
        FULL_TEXT.replace("\u00a0", ""),
        FULL_TEXT.replace("\u00a0", " "),
        FULL_TEXT.replace("\n\n", "\n", 1),
        FULL_TEXT.replace("Alpha, Anna; Alfa, Anna", "Alpha, Anna"),
        FULL_TEXT.replace("== วงศ์ ==", "วงศ์"),
        FULL_TEXT.replace("แหล่งอ้างอิง\n-\n", "แหล่งอ้างอิง\n"),
        FULL_TEXT.replace("ดูเพิ่มเติม\n- Beta, Boris\n", "ดูเพิ่มเติม\n-\n"),
        "",
        "คำตั้ง",
    ],
)
def test_texts_that_are_not_canonical(changed: str) -> None:
    assert changed != FULL_TEXT
    with pytest.raises(NotCanonicalError):
        read_canonical(changed)
