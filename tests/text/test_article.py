"""What an article refuses: whatever its text could not give back."""

import pytest

from entries.text.article import SEE_LIMIT, Article, ArticleError, ExtraField, strip_items


@pytest.mark.parametrize(
    ("values", "field", "index", "reason"),
    [
        ({"headwords": ("ก", "")}, "headwords", 1, "ค่าว่างหรือมีช่องว่างหน้าหลัง"),
        ({"keywords": (" ก",)}, "keywords", 0, "ค่าว่างหรือมีช่องว่างหน้าหลัง"),
        ({"keywords": ("ก\u00a0",)}, "keywords", 0, "ค่าว่างหรือมีช่องว่างหน้าหลัง"),
        ({"authors": ("-",)}, "authors", 0, "“-” หมายถึงไม่มีค่า จึงใช้เป็นค่าไม่ได้"),
        ({"sources": ("ก\nข",)}, "sources", 0, "ค่าหนึ่งต้องอยู่ในบรรทัดเดียว"),
        ({"sources": ("ก\0ข",)}, "sources", 0, "มีอักขระควบคุม U+0000"),
        ({"sources": ("ก\x85ข",)}, "sources", 0, "มีอักขระควบคุม U+0085"),
        ({"sources": ("ก\ud800",)}, "sources", 0, "มีอักขระควบคุม U+D800"),
        ({"headwords": ("คำตั้ง",)}, "headwords", 0, "“คำตั้ง” เป็นป้ายกำกับของรูปแบบต้นฉบับ"),
        ({"headwords": ("== x ==",)}, "headwords", 0, "“== x ==” เป็นป้ายกำกับของรูปแบบต้นฉบับ"),
        ({"paragraphs": ("",)}, "paragraphs", 0, "ย่อหน้าว่างหรือมีช่องว่างหน้าหลัง"),
        ({"paragraphs": ("ก", "\u00a0ข")}, "paragraphs", 1, "ย่อหน้าว่างหรือมีช่องว่างหน้าหลัง"),
        ({"paragraphs": ("ก\n \nข",)}, "paragraphs", 0, "ย่อหน้าเดียวมีบรรทัดว่างคั่น ให้แยกเป็นสองย่อหน้า"),
        ({"paragraphs": ("ก\nคำสำคัญ",)}, "paragraphs", 0, "บรรทัด “คำสำคัญ” เป็นป้ายกำกับของรูปแบบต้นฉบับ"),
        ({"paragraphs": ("ก\x07",)}, "paragraphs", 0, "มีอักขระควบคุม U+0007"),
        ({"paragraphs": ("ดู ก",)}, "paragraphs", 0, "คำอธิบายที่มีเพียง “ดู …” คือรายการโยง ให้ระบุในช่อง “ดู”"),
        ({"see": "ก", "paragraphs": ("ข",)}, "see", None, "รายการที่มีคำอธิบายเป็นรายการโยงไม่ได้"),
        ({"see": " ก"}, "see", None, "ค่าว่างหรือมีช่องว่างหน้าหลัง"),
        ({"see": "ก" * (SEE_LIMIT + 1)}, "see", None, "รายการโยงยาวเกิน 200 อักขระ"),
        ({"extra": (ExtraField("วงศ์"), ExtraField("วงศ์"))}, "extra", 1, "ป้ายกำกับ “วงศ์” ซ้ำกัน"),
        ({"extra": (ExtraField("คำตั้ง"),)}, "extra", 0, "“คำตั้ง” เป็นป้ายกำกับของรูปแบบต้นฉบับ"),
        ({"extra": (ExtraField("วงศ์", ("-",)),)}, "extra", 0, "“-” หมายถึงไม่มีค่า จึงใช้เป็นค่าไม่ได้"),
    ],
)
def test_refused(values: dict[str, object], field: str, index: int | None, reason: str) -> None:
    with pytest.raises(ArticleError) as caught:
        Article(**values)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.index, caught.value.reason) == (field, index, reason)


@pytest.mark.parametrize(
    "values",
    [
        {"keywords": ("คำตั้ง", "== x ==", "- ก")},
        {"paragraphs": ("ก\nข", "ดู ก")},
        {"paragraphs": ("ดู " + "ก" * (SEE_LIMIT + 1),)},
        {"paragraphs": ("ดู ก\nข",)},
        {"see": "คำตั้ง"},
        {"headwords": ("ก\tข", "ก\u2028ข")},
    ],
)
def test_kept(values: dict[str, object]) -> None:
    article = Article(**values)  # type: ignore[arg-type]
    assert {name: getattr(article, name) for name in values} == values


def test_what_a_list_calls_an_entry() -> None:
    article = Article(headwords=("A", "B"), thai_titles=("ก",), paragraphs=("นำ", "ต่อ"))
    assert (article.headword, article.thai_title, article.title, article.lead) == ("A", "ก", "ก", "นำ")
    bare = Article(headwords=("A",))
    assert (bare.thai_title, bare.title, bare.lead, bare.is_see_entry) == ("", "A", "", False)
    assert Article(see="A").is_see_entry is True


def test_items_without_empty_ones() -> None:
    assert strip_items([" ก ", "", "-", "\u00a0", "ข"]) == ("ก", "ข")
