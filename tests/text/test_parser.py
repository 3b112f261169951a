"""Reading files in all their varieties: head lines, paragraphs, labels, values and what is reported of them."""

import pytest

from entries.text.article import LABELS, Article, ExtraField
from entries.text.parser import ParseError, parse
from entries.text.serializer import serialize

LEAD = "อันนา อัลฟา เป็นบุคคลตัวอย่าง"
LABELLED = "คำตั้ง\nAlpha, Anna\nคำเทียบ\nนางอันนา อัลฟา\n"


def codes(text: str) -> list[str]:
    return [finding.code for finding in parse(text).findings]


def values(text: str, field: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(parse(text).article, field)
    return found


@pytest.mark.parametrize(
    ("line", "headwords", "periods"),
    [
        ("Trotsky, Leon (1879–1940)", ("Trotsky, Leon",), ("1879–1940",)),
        ("Trotsky, Leon (1879-1940)", ("Trotsky, Leon",), ("1879-1940",)),
        ("Trotsky, Leon", ("Trotsky, Leon",), ()),
        ("Russian Revolutions (1905-1906, 1911)", ("Russian Revolutions",), ("1905-1906, 1911",)),
        (
            "Russian Civil War; Civil War in Russia (1918–1921)",
            ("Russian Civil War", "Civil War in Russia"),
            ("1918–1921",),
        ),
        ("Alpha (1900); Beta (1910–1912)", ("Alpha", "Beta"), ("1900", "1910–1912")),
        ("Gorbachev, Mikhail (1931–    )", ("Gorbachev, Mikhail",), ("1931–",)),
        ("Gutenberg, Johann (c. 1400–1468?)", ("Gutenberg, Johann",), ("c. 1400–1468?",)),
        ("Gutenberg, Johann (ราว 1400–1468)", ("Gutenberg, Johann",), ("ราว 1400–1468",)),
        ("Caesar, Julius (100–44 ปีก่อนคริสต์ศักราช)", ("Caesar, Julius",), ("100–44 ปีก่อนคริสต์ศักราช",)),
        ("Nicholas II (1868–1918; ครองราชย์ 1894–1917)", ("Nicholas II",), ("1868–1918", "ครองราชย์ 1894–1917")),
        ("Wellington, Arthur, 1ˢᵗ Earl of (1769–1852)", ("Wellington, Arthur, 1ˢᵗ Earl of",), ("1769–1852",)),
        ("Third International (Comintern)", ("Third International (Comintern)",), ()),
        ("Third International (Comintern) (1919–1943)", ("Third International (Comintern)",), ("1919–1943",)),
        ("Žižka, Jan (ประมาณ 1360–1424)", ("Žižka, Jan",), ("ประมาณ 1360–1424",)),
    ],
)
@pytest.mark.parametrize("rest", [f"\n\nนางอันนา อัลฟา\n\n{LEAD}\n", f"\nนางอันนา อัลฟา\n{LEAD}", f"\n\n{LEAD}\n"])
def test_headword_line(line: str, headwords: tuple[str, ...], periods: tuple[str, ...], rest: str) -> None:
    article = parse(line + rest).article
    assert (article.headwords, article.periods_ce, article.paragraphs) == (headwords, periods, (LEAD,))


@pytest.mark.parametrize(
    ("line", "titles", "periods"),
    [
        ("นายเลออน ตรอตสกี (พ.ศ. ๒๔๒๒–๒๔๘๓)", ("นายเลออน ตรอตสกี",), ("พ.ศ. ๒๔๒๒–๒๔๘๓",)),
        ("นายเลออน ตรอตสกี (๒๔๒๒-๒๔๘๓)", ("นายเลออน ตรอตสกี",), ("๒๔๒๒-๒๔๘๓",)),
        ("นายเลออน ตรอตสกี", ("นายเลออน ตรอตสกี",), ()),
        ("จักรวรรดิ ก-ข, รัฐ ก (พ.ศ. ๒๔๑๐)", ("จักรวรรดิ ก-ข", "รัฐ ก"), ("พ.ศ. ๒๔๑๐",)),
        ("พระเจ้า ก; ซาร์ ข (พ.ศ. ๒๔๑๑; ครองราชย์ ๒๔๓๗)", ("พระเจ้า ก", "ซาร์ ข"), ("พ.ศ. ๒๔๑๑", "ครองราชย์ ๒๔๓๗")),
        ("อาร์ชดุ๊กคาร์ล, ดุ๊กแห่งกอ; คาร์ล", ("อาร์ชดุ๊กคาร์ล, ดุ๊กแห่งกอ", "คาร์ล"), ()),
        ("กบฏชาวนา ๑๐,๐๐๐ คน", ("กบฏชาวนา ๑๐,๐๐๐ คน",), ()),
        ("การปฏิวัติ ค.ศ. ๑๘๔๘ (๒๓๙๑)", ("การปฏิวัติ ค.ศ. ๑๘๔๘",), ("๒๓๙๑",)),
        ("ความเป็นกลางทางอาวุธ (พ.ศ. ๒๓๒๓)", ("ความเป็นกลางทางอาวุธ",), ("พ.ศ. ๒๓๒๓",)),
        ("เอสพีดี (พ.ศ. ๒๔๑๘–    )", ("เอสพีดี",), ("พ.ศ. ๒๔๑๘–",)),
    ],
)
def test_title_line(line: str, titles: tuple[str, ...], periods: tuple[str, ...]) -> None:
    for text in (f"Alpha\n\n{line}\n\n{LEAD}\n", f"{line}\n{LEAD}\n\n\u00a0ต่อ"):
        article = parse(text).article
        assert (article.thai_titles, article.periods_be, article.lead) == (titles, periods, LEAD)


@pytest.mark.parametrize(
    ("head", "labels", "ce", "be"),
    [
        ("Alpha\nอัลฟา (ค.ศ. ๑๙๐๐–๑๙๕๐)", "", ("ค.ศ. ๑๙๐๐–๑๙๕๐",), ()),
        ("Alpha (1900-1950)\nอัลฟา (ค.ศ. ๑๙๐๐–๑๙๕๐)", "", ("1900-1950",), ()),
        ("Alpha\nอัลฟา (ค.ศ. ๑๙๐๐–๑๙๕๐; ครองราชย์ ๑๙๒๐–๑๙๓๐)", "", ("ค.ศ. ๑๙๐๐–๑๙๕๐", "ครองราชย์ ๑๙๒๐–๑๙๓๐"), ()),
        ("Alpha\nอัลฟา (ค.ศ. ๑๙๐๐; พ.ศ. ๒๔๔๓; ๒๔๔๔)", "", ("ค.ศ. ๑๙๐๐",), ("พ.ศ. ๒๔๔๓", "๒๔๔๔")),
        ("Alpha\nอัลฟา (๔๔ ปีก่อนคริสต์ศักราช)", "", ("๔๔ ปีก่อนคริสต์ศักราช",), ()),
        ("Alpha (1900–1950/2443–2493)\nอัลฟา", "", ("1900–1950",), ("2443–2493",)),
        ("Alpha\nอัลฟา (พ.ศ. ๒๔๔๓ / ค.ศ. ๑๙๐๐)", "", ("ค.ศ. ๑๙๐๐",), ("พ.ศ. ๒๔๔๓",)),
        ("Alpha\nอัลฟา", "คำเทียบ\nอัลฟา (ค.ศ. ๑๙๐๐)\n", ("ค.ศ. ๑๙๐๐",), ()),
        ("Alpha (1640/41)\nอัลฟา", "", ("1640/41",), ()),
        ("Alpha (1900/2400)\nอัลฟา", "", ("1900/2400",), ()),
        ("Alpha (พ.ศ. ๒๔๔๓)\nอัลฟา (1900–1950)", "", ("พ.ศ. ๒๔๔๓",), ("1900–1950",)),
    ],
)
def test_years_go_to_the_era_they_are_written_in(
    head: str, labels: str, ce: tuple[str, ...], be: tuple[str, ...]
) -> None:
    reading = parse(f"{head}\n\n{LEAD}\n\n{labels}")
    assert (reading.article.headwords, reading.article.thai_titles) == (("Alpha",), ("อัลฟา",))
    assert (reading.article.periods_ce, reading.article.periods_be) == (ce, be)
    assert reading.findings == ()


def test_both_head_lines_absent() -> None:
    article = parse(f"{LEAD}\n\n\u00a0ย่อหน้าที่สอง\n\n{LABELLED}").article
    assert article == Article(headwords=("Alpha, Anna",), thai_titles=("นางอันนา อัลฟา",), paragraphs=(LEAD, "ย่อหน้าที่สอง"))


def test_no_labels_at_all() -> None:
    article = parse(f"Alpha, Anna (1871)\nนางอันนา อัลฟา\n{LEAD}\nย่อหน้าที่สอง").article
    assert article.paragraphs == (LEAD, "ย่อหน้าที่สอง")
    assert (article.headwords, article.thai_titles, article.periods_ce) == (
        ("Alpha, Anna",),
        ("นางอันนา อัลฟา",),
        ("1871",),
    )


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("ดู Napoleon I", "Napoleon I"),
        ("\u00a0ดู\u00a0Napoleon I\n", "Napoleon I"),
        ("ดูNapoleon I", "Napoleon I"),
        ("ดู: Napoleon I", "Napoleon I"),
        ("ดู จักรพรรดินโปเลียนที่ ๑", "จักรพรรดินโปเลียนที่ ๑"),
    ],
)
@pytest.mark.parametrize("head", ["Bonaparte, Napoleon\n\nนโปเลียน โบนาปาร์ต\n\n", "Bonaparte, Napoleon\n", ""])
def test_see_entry(body: str, target: str, head: str) -> None:
    article = parse(f"{head}{body}\nคำตั้ง\nBonaparte, Napoleon\nคำเทียบ\nนโปเลียน โบนาปาร์ต\n").article
    assert (article.see, article.paragraphs, article.headwords) == (target, (), ("Bonaparte, Napoleon",))
    assert article.thai_titles == ("นโปเลียน โบนาปาร์ต",)


@pytest.mark.parametrize("body", ["ดูแลกิจการบ้านเมือง", "ดู ก\n\n\u00a0ดู ข", "ดู " + "ก" * 201])
def test_no_see_entry(body: str) -> None:
    assert parse(f"Alpha\n\n{body}\n\n{LABELLED}").article.see == ""


@pytest.mark.parametrize(
    ("body", "paragraphs", "joins"),
    [
        ("ก\n\n\u00a0ข\n\n\u00a0ค", ("ก", "ข", "ค"), []),
        ("ก\n\n\n\nข\n\n\u00a0ค", ("ก ข", "ค"), ["\n\n\n\n"]),
        ("ก (A)* \n \nข\n\n\u00a0ค", ("ก (A)* ข", "ค"), [" \n \n"]),
        ("ก\n     ข\n     ค", ("ก", "ข", "ค"), []),
        ("ก\n     ข\nต่อ\n     ค", ("ก", "ข ต่อ", "ค"), ["\n"]),
        ("\tก\n\tข\n\n\tค", ("ก", "ข", "ค"), []),
        ("\u00a0ก\n\n\u00a0ข\n\nต่อ\n\nต่อ", ("ก", "ข ต่อ ต่อ"), ["\n\n", "\n\n"]),
        ("ก\n\nข\n\nค", ("ก", "ข", "ค"), []),
        ("ก\nข\nค", ("ก", "ข", "ค"), []),
        ("ก\nบรรทัด\n\nข", ("ก\nบรรทัด", "ข"), []),
        ("ก\n\n ข\n\nค\n\nง", ("ก", "ข", "ค", "ง"), []),
        ("ก\n\n ข\n\n ค\n\nต่อ", ("ก", "ข", "ค ต่อ"), ["\n\n"]),
        ("ก\n\nต่อ\n\nต่อ\n\nต่อ\n\n\u00a0ข", ("ก ต่อ ต่อ ต่อ", "ข"), ["\n\n", "\n\n", "\n\n"]),
        ("", (), []),
    ],
)
def test_paragraphs(body: str, paragraphs: tuple[str, ...], joins: list[str]) -> None:
    reading = parse(f"Alpha, Anna (1871)\n\nนางอันนา อัลฟา (๒๔๑๔)\n\n{body}\n\n{LABELLED}แหล่งอ้างอิง\n-")
    assert reading.article.paragraphs == paragraphs
    assert [(f.code, f.words, f.fix) for f in reading.findings] == [("broken_paragraph", join, " ") for join in joins]


@pytest.mark.parametrize(
    "line",
    [
        "คำสำคัญ",
        "คำสำคัญ:",
        "คำสำคัญ :",
        " คำสำคัญ \u00a0",
        "คำ สำคัญ",
        "คําสําคัญ",
        "คำสำคัญ\u200b",
        "== คำสำคัญ ==",
        "คำสำคัญของเรื่อง",
    ],
)
def test_a_label_in_its_varieties(line: str) -> None:
    text = f"{LABELLED}{line}\n- ก\n- ข\nแหล่งอ้างอิง\n-\n"
    assert (values(text, "keywords"), codes(text)) == (("ก", "ข"), [])


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("ผู้เขียนคำอธิบาย: ก ข", ("ก ข",)),
        ("ผู้เขียนคำอธิบาย ก ข", ("ก ข",)),
        ("ผู้เขียนคำอธิบาย\tก ข", ("ก ข",)),
        ("ผู้เขียน คำอธิบาย: ก", ("ก",)),
        ("ผู้เขียน: ก", ("ก",)),
        ("ผู้เขียนคำอธิบาย: -", ()),
        ("ผู้เขียนคำอธิบาย\nก\nข", ("ก", "ข")),
        ("ผู้เขียนคำอธิบาย\n- ก\n- ข", ("ก", "ข")),
        ("ผู้เขียนคำอธิบาย\n-ก\n•ข", ("ก", "ข")),
        ("ผู้เขียนคำอธิบาย\nก; ข", ("ก", "ข")),
        ("ผู้เขียนคำอธิบาย\nก, ข และ ค", ("ก", "ข", "ค")),
        ("ผู้เขียนคำอธิบาย\nก ข และค ง", ("ก ข", "ค ง")),
        ("ผู้เขียนคำอธิบาย\nก, ข, และ ค", ("ก", "ข", "ค")),
        ("ผู้เขียนคำอธิบาย\nก, ข และคณะ", ("ก", "ข และคณะ")),
        ("ผู้เขียนคำอธิบาย\nวิชา ปากกาและสายธาร บท", ("วิชา ปากกา", "สายธาร บท")),
        ("ผู้เขียนคำอธิบาย\nวิชา แสงและเงา", ("วิชา แสงและเงา",)),
        ("ผู้เขียนคำอธิบาย\nศ. ก, ราชบัณฑิต, ข", ("ศ. ก, ราชบัณฑิต", "ข")),
        ("ผู้เขียนคำอธิบาย\nSmith, John", ("Smith, John",)),
        ("ผู้เขียนคำอธิบาย\nJohn Smith, Jane Doe", ("John Smith", "Jane Doe")),
        ("ผู้เขียนคำอธิบาย\nก (ข, ค), ง", ("ก (ข, ค)", "ง")),
        ("ผู้เขียนคำอธิบาย\nก (ข, ค", ("ก (ข", "ค")),
        ("ผู้เขียนคำอธิบาย\n-", ()),
        ("ผู้เขียนคำอธิบาย\n–", ()),
        ("ผู้เขียนคำอธิบาย\n-\n\n", ()),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    text = f"{LABELLED}{line}\nแหล่งอ้างอิง\n-"
    assert (values(text, "authors"), codes(text)) == (authors, [])


@pytest.mark.parametrize(
    ("label", "lines", "field", "expected"),
    [
        ("คำตั้ง", "A\nB", "headwords", ("A", "B")),
        ("คำตั้ง", "A; B, C", "headwords", ("A", "B, C")),
        ("คำเทียบ", "ก\nข, ค", "thai_titles", ("ก", "ข", "ค")),
        ("คำสำคัญ", "- ก, ข\n– ค\n* ง\n- - จ\n-", "keywords", ("ก, ข", "ค", "ง", "- จ")),
        ("คำสำคัญ", "ก, ข\nค", "keywords", ("ก, ข", "ค")),
        ("คำสำคัญ", "ก, ข; ค\n- ง; จ", "keywords", ("ก, ข", "ค", "ง; จ")),
        ("คำสำคัญ", "- คำตั้ง", "keywords", ("คำตั้ง",)),
        ("ช่วงเวลาระบุเป็นคริสต์ศักราช", "–1940\n- 1950; 1960", "periods_ce", ("–1940", "1950; 1960")),
        ("ช่วงเวลาระบุเป็นพุทธศักราช", "พุทธศักราช ๒๔๘๓", "periods_be", ("พุทธศักราช ๒๔๘๓",)),
        ("บรรณานุกรมคำตั้ง", "A. B. C, 1990; D\n———. E", "bibliography", ("A. B. C, 1990; D", "———. E")),
        ("บรรณานุกรมคำตั้ง", "ก. กรุงเทพฯ: สำนักพิมพ์", "bibliography", ("ก. กรุงเทพฯ: สำนักพิมพ์",)),
        ("ดูเพิ่มเติม", "- A\n- B", "see_also", ("A", "B")),
        ("มัลติมีเดียประกอบ", "ภาพ: ก", "media", ("ภาพ: ก",)),
        ("แหล่งอ้างอิง", "ก\tข", "sources", ("ก\tข",)),
    ],
)
def test_values(label: str, lines: str, field: str, expected: tuple[str, ...]) -> None:
    text = f"{label}\n{lines}\n"
    assert (values(text, field), codes(text)) == (expected, [])


def test_labels_whose_values_all_stand_on_their_lines() -> None:
    article = parse(f"{LEAD}\n\nคำตั้ง Alpha, Anna\nคำเทียบ นางอันนา อัลฟา\nคำสำคัญ\n- ก\nแหล่งอ้างอิง -").article
    assert article == Article(("Alpha, Anna",), ("นางอันนา อัลฟา",), paragraphs=(LEAD,), keywords=("ก",))


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("แหล่งอ้างอิง\n-\nแนวคิดที่เกี่ยวข้อง\n- ก\n- ข", ("แนวคิดที่เกี่ยวข้อง", ("ก", "ข"))),
        ("คำสำคัญ\n- ก\n- ข\nแนวคิดที่เกี่ยวข้อง\n- ค", ("แนวคิดที่เกี่ยวข้อง", ("ค",))),
        ("คำสำคัญ\n- ก\nสิ่งพิมพ์\nข\nแหล่งอ้างอิง\n-", ("สิ่งพิมพ์", ("ข",))),
        ("คำตั้ง\nIxora\nชื่อวิทยาศาสตร์\nIxora coccinea L.", ("ชื่อวิทยาศาสตร์", ("Ixora coccinea L.",))),
        ("คำตั้ง\nIxora\nลักษณะเด่น\nไม้พุ่ม", ("ลักษณะเด่น", ("ไม้พุ่ม",))),
        ("คำเทียบ\nเข็ม\nวงศ์: Rubiaceae", ("วงศ์", ("Rubiaceae",))),
        ("คำเทียบ\nเข็ม\nถิ่นกำเนิด: เอเชีย", ("ถิ่นกำเนิด", ("เอเชีย",))),
        ("คำเทียบ\nเข็ม\nถิ่นกำเนิด:\nเอเชีย", ("ถิ่นกำเนิด", ("เอเชีย",))),
        ("ช่วงเวลาระบุเป็นพุทธศักราช\n๒๔๘๓\nผู้ให้ภาพ\nก", ("ผู้ให้ภาพ", ("ก",))),
        ("ผู้เขียนคำอธิบาย\nก ข\nผู้แปล\nค ง", ("ผู้แปล", ("ค ง",))),
    ],
)
def test_a_label_nobody_has_met_is_kept_reported_and_written_back(
    text: str, extra: tuple[str, tuple[str, ...]]
) -> None:
    reading = parse(text)
    assert reading.article.extra == (ExtraField(*extra),)
    assert [f.code for f in reading.findings if f.code != "empty_field"] == ["unknown_label"]
    assert parse(serialize(reading.article)).article == reading.article


def test_labels_that_editors_have_entered() -> None:
    text = "คำตั้ง\nIxora\nถิ่นกำเนิด\nเอเชีย\nนักเขียน\nก\n"
    reading = parse(text, {"ถิ่น กำเนิด": "extra", "นักเขียน": "authors"})
    assert (reading.article.extra, reading.article.authors) == ((ExtraField("ถิ่นกำเนิด", ("เอเชีย",)),), ("ก",))
    assert reading.findings == ()


def test_a_keyword_without_its_dash_is_no_label() -> None:
    reading = parse("คำสำคัญ\n- กบฏ\nการปฏิวัติ\n- ขบวนการ\n")
    assert reading.article.keywords == ("กบฏ", "การปฏิวัติ", "ขบวนการ")
    assert [(f.code, f.words, f.fix) for f in reading.findings] == [("missing_dash", "การปฏิวัติ", "- การปฏิวัติ")]


def test_a_repeated_label() -> None:
    reading = parse("คำสำคัญ\n- ก\nแหล่งอ้างอิง\n-\nคำสำคัญ\n- ข\n- ก\nวงศ์\nค\nวงศ์\nง")
    assert reading.article.keywords == ("ก", "ข", "ก")
    assert reading.article.extra == (ExtraField("วงศ์", ("ค", "ง")),)
    assert [f.code for f in reading.findings] == ["repeated_label", "unknown_label", "repeated_label", "unknown_label"]


def test_a_label_with_nothing_under_it() -> None:
    reading = parse("คำตั้ง\nA\nบรรณานุกรมคำตั้ง\nแหล่งอ้างอิง\n-")
    assert [(f.code, f.start, f.end, f.words, f.fix) for f in reading.findings] == [
        ("empty_field", 9, 25, "บรรณานุกรมคำตั้ง", "บรรณานุกรมคำตั้ง\n-")
    ]


@pytest.mark.parametrize(
    ("head", "labels", "field", "expected", "found"),
    [
        ("Alpha (1871–1919)", "คำตั้ง\nBeta\n", "headwords", ("Beta",), "title_overruled"),
        ("Alpha (1871–1919)", "คำตั้ง\nAlpha\n", "headwords", ("Alpha",), None),
        ("Müller (1871)", "คำตั้ง\nMuller\n", "headwords", ("Muller",), "title_overruled"),
        ("Alpha; Beta", "คำตั้ง\nAlpha\n", "headwords", ("Alpha", "Beta"), "title_added"),
        ("Alpha", "คำตั้ง\nAlpha\nBeta\n", "headwords", ("Alpha", "Beta"), None),
        ("Alpha; Beta", "คำตั้ง\nAlpha\nGamma\n", "headwords", ("Alpha", "Gamma"), "title_overruled"),
        ("Alpha (1871)", "คำตั้ง\nAlpha\nคริสต์ศักราช\n1872\n", "periods_ce", ("1872",), "title_overruled"),
        ("Alpha (1871-1919)", "คำตั้ง\nAlpha\nคริสต์ศักราช\nค.ศ. 1871–1919\n", "periods_ce", ("ค.ศ. 1871–1919",), None),
        ("Alpha (1904–05)", "คำตั้ง\nAlpha\nคริสต์ศักราช\n1904–1905\n", "periods_ce", ("1904–1905",), None),
        (
            "Alpha (1871)",
            "คำตั้ง\nAlpha\nคริสต์ศักราช\n1871\nครองราชย์ 1900\n",
            "periods_ce",
            ("1871", "ครองราชย์ 1900"),
            None,
        ),
        (
            "Alpha (1871; ครองราชย์ 1900)",
            "คำตั้ง\nAlpha\nคริสต์ศักราช\n1871\n",
            "periods_ce",
            ("1871", "ครองราชย์ 1900"),
            "title_added",
        ),
        (
            "Alpha (1905-1906, 1911)",
            "คำตั้ง\nAlpha\nคริสต์ศักราช\n1905–1906\n1911\n",
            "periods_ce",
            ("1905–1906", "1911"),
            None,
        ),
        ("Alpha (1871)", "คำตั้ง\nAlpha\nคริสต์ศักราช\n-\n", "periods_ce", ("1871",), None),
        ("Alpha (ราว 1871)", "คำตั้ง\nAlpha\nคริสต์ศักราช\n1871\n", "periods_ce", ("1871",), "title_overruled"),
        ("Alpha (1931–    )", "คำตั้ง\nAlpha\nคริสต์ศักราช\n1931–\n", "periods_ce", ("1931–",), None),
        ("Alpha", "คำตั้ง\nAlpha (1871)\nคริสต์ศักราช\n1872\n", "periods_ce", ("1872",), "title_overruled"),
        ("Alpha", "คำตั้ง\nAlpha (1871)\n", "periods_ce", ("1871",), None),
        (
            "Alpha (พ.ศ. ๒๔๑๔)",
            "คำตั้ง\nAlpha\nคริสต์ศักราช\n1871\n",
            "periods_ce",
            ("1871",),
            "title_overruled",
        ),
    ],
)
def test_title_line_against_label(
    head: str, labels: str, field: str, expected: tuple[str, ...], found: str | None
) -> None:
    reading = parse(f"{head}\n\n{LEAD}\n\n{labels}")
    assert getattr(reading.article, field) == expected
    assert [f.code for f in reading.findings] == ([found] if found else [])


def test_both_sides_of_a_disagreement_stand_in_its_message() -> None:
    (finding,) = parse(f"Alpha (1871)\n\n{LEAD}\n\nคำตั้ง\nBeta\n").findings
    assert (finding.start, finding.end, finding.words) == (0, 5, "Alpha")
    assert finding.message == "ชื่อในบรรทัดหัวเรื่องคือ “Alpha” แต่ใต้ป้ายกำกับคือ “Beta” ระบบใช้ค่าใต้ป้ายกำกับ"


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        ("ก\nข\0", 3, 2),
        ("ก\r\nข", 1, 1),
        ("คำสำคัญ\n- ก\n\ud800", 12, 3),
        ("ก\n\n==   ==\n\nข", 3, 3),
    ],
)
def test_refused_with_its_place(text: str, offset: int, line: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert (caught.value.offset, caught.value.line) == (offset, line)


@pytest.mark.parametrize("text", ["", "\n\n", "-", "คำตั้ง", "คำตั้ง\n-", "(", "::", "== x ==", "\u200b"])
def test_almost_nothing_is_read_too(text: str) -> None:
    article = parse(text).article
    assert parse(serialize(article)).article == article


def test_every_label_of_the_format_is_read() -> None:
    text = "".join(f"{label}\nค่า {index}\n" for index, label in enumerate(LABELS.values()))
    article = parse(text).article
    assert {field: getattr(article, field) for field in LABELS} == {
        field: (f"ค่า {index}",) for index, field in enumerate(LABELS)
    }
