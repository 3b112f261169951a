"""Rarer shapes of files: see-entries, years apart from names, numbered lists, and lines that may be labels."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from entries.text.article import DASHED, LABELS, Article, ExtraField
from entries.text.findings import MOST_OF_A_CODE
from entries.text.parser import ParseError, Reading, parse
from entries.text.parser.lines import DEFAULT_LABELS, label_table, line_at, read_label
from entries.text.serializer import serialize
from tests.strategies import articles

LEAD = "อันนา อัลฟา เป็นบุคคลตัวอย่าง"
CANONICAL = serialize(
    Article(
        ("Alpha, Anna",), ("นางอันนา อัลฟา",), paragraphs=(LEAD,), keywords=("ก", "ข"), authors=("ก ข",), sources=("ค ง",)
    )
)


def found(reading: Reading) -> list[tuple[str, str]]:
    return [(finding.code, finding.words) for finding in reading.findings]


@pytest.mark.parametrize(
    ("head", "headwords", "titles", "ce", "be"),
    [
        (
            "Pius IX (1792–1878; ดำรงตำแหน่ง 1846–1878)\nพระสันตะปาปา ก (พ.ศ. ๒๓๓๕–๒๔๒๑; สมณสมัย พ.ศ. ๒๓๘๙–๒๔๒๑)",
            ("Pius IX",),
            ("พระสันตะปาปา ก",),
            ("1792–1878", "ดำรงตำแหน่ง 1846–1878"),
            ("พ.ศ. ๒๓๓๕–๒๔๒๑", "สมณสมัย พ.ศ. ๒๓๘๙–๒๔๒๑"),
        ),
        (
            "Alpha (1729–1796)\nก (พ.ศ. ๒๒๗๒–๒๓๓๙ ครองราชย์ พ.ศ. ๒๓๐๕–๒๓๓๙)",
            ("Alpha",),
            ("ก",),
            ("1729–1796",),
            ("พ.ศ. ๒๒๗๒–๒๓๓๙ ครองราชย์ พ.ศ. ๒๓๐๕–๒๓๓๙",),
        ),
        ("Rurik (d. 879)\nรูริค (ถึงแก่กรรม พ.ศ. ๑๔๒๒)", ("Rurik",), ("รูริค",), ("d. 879",), ("ถึงแก่กรรม พ.ศ. ๑๔๒๒",)),
        ("Rurik (fl. 862)\nรูริค (มีชีวิตอยู่ใน พ.ศ. ๑๔๐๕)", ("Rurik",), ("รูริค",), ("fl. 862",), ("มีชีวิตอยู่ใน พ.ศ. ๑๔๐๕",)),
        (
            "Alpha (1819–1901) (r. 1837–1901)\nก (๒๓๖๒–๒๔๔๔) (ครองราชสมบัติ ๒๓๘๐–๒๔๔๔)",
            ("Alpha",),
            ("ก",),
            ("1819–1901", "r. 1837–1901"),
            ("๒๓๖๒–๒๔๔๔", "ครองราชสมบัติ ๒๓๘๐–๒๔๔๔"),
        ),
        ("Alpha [1870–1924]\nก [๒๔๑๓–๒๔๖๗]", ("Alpha",), ("ก",), ("1870–1924",), ("๒๔๑๓–๒๔๖๗",)),
        ("Alpha\n(1870–1924)\nก\n(พ.ศ. ๒๔๑๓–๒๔๖๗)", ("Alpha",), ("ก",), ("1870–1924",), ("พ.ศ. ๒๔๑๓–๒๔๖๗",)),
        ("Alpha\n1870–1924\n\nก\n\nพ.ศ. ๒๔๑๓–๒๔๖๗", ("Alpha",), ("ก",), ("1870–1924",), ("พ.ศ. ๒๔๑๓–๒๔๖๗",)),
        ("Alpha\n[1870; ครองราชย์ 1880]\nก", ("Alpha",), ("ก",), ("1870", "ครองราชย์ 1880"), ()),
    ],
)
def test_years_of_head_lines(
    head: str, headwords: tuple[str, ...], titles: tuple[str, ...], ce: tuple[str, ...], be: tuple[str, ...]
) -> None:
    reading = parse(f"{head}\n\n{LEAD}\n")
    assert reading.article == Article(headwords, titles, ce, be, paragraphs=(LEAD,))
    assert reading.findings == ()


@pytest.mark.parametrize(
    "line", ["(1870–1924) เป็นยุคหนึ่ง", "(1870–1924) Beta (1871)", "ใน ค.ศ. ๑๙๑๗", "\u00a01870–1924", "1"]
)
def test_a_line_that_is_not_years_alone_is_prose(line: str) -> None:
    article = parse(f"Alpha\nอัลฟา\n{line}\n\n\u00a0{LEAD}\n").article
    assert (article.periods_ce, article.paragraphs) == ((), (line.strip(), LEAD))


def test_a_star_behind_the_years_is_left_out_and_told() -> None:
    reading = parse(f"Alpha (1870–1924)*\nก (๒๔๑๓–๒๔๖๗).\n\n{LEAD}\n")
    assert reading.article == Article(("Alpha",), ("ก",), ("1870–1924",), ("๒๔๑๓–๒๔๖๗",), paragraphs=(LEAD,))
    assert found(reading) == [("head_sign", "*"), ("head_sign", ".")]


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("(ดู Saint Petersburg)", "Saint Petersburg"),
        ("( ดู Saint Petersburg ).", "Saint Petersburg"),
        ("[ดู: เซนต์ปีเตอร์สเบิร์ก]", "เซนต์ปีเตอร์สเบิร์ก"),
        ("(ดูเซนต์ปีเตอร์สเบิร์ก)", "เซนต์ปีเตอร์สเบิร์ก"),
        ("ดูที่ Saint Petersburg", "Saint Petersburg"),
        ("ดูที่: Saint Petersburg", "Saint Petersburg"),
        ("ดูที่Saint Petersburg", "Saint Petersburg"),
        ("ดูที่ เซนต์ปีเตอร์สเบิร์ก", "เซนต์ปีเตอร์สเบิร์ก"),
        ("ดูที่เซนต์ปีเตอร์สเบิร์ก", "เซนต์ปีเตอร์สเบิร์ก"),
        ("ดูคำว่า “เลนินกราด”", "“เลนินกราด”"),
        ("ดูเซนต์ปีเตอร์สเบิร์ก", "เซนต์ปีเตอร์สเบิร์ก"),
        ("ดูจักรพรรดินโปเลียนที่ ๑ (Napoleon I)*", "จักรพรรดินโปเลียนที่ ๑ (Napoleon I)*"),
        ("ดูที่ราบสูงเดลตา", "ที่ราบสูงเดลตา"),
    ],
)
@pytest.mark.parametrize("rest", ["", "\nผู้เขียนคำอธิบาย\n-\n"])
def test_see_entries_in_other_shapes(body: str, target: str, rest: str) -> None:
    reading = parse(f"Petrograd\nเปโตรกราด\n\n{body}\n{rest}")
    assert reading.article == Article(("Petrograd",), ("เปโตรกราด",), see=target)
    (finding,) = reading.findings
    assert (finding.code, finding.words, finding.fix) == ("see_rewritten", body, f"ดู {target}")
    assert reading.positions.offset("see", 0) == len("Petrograd\nเปโตรกราด\n\n") + body.index(target)


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Petrograd ดู Saint Petersburg\n", Article(("Petrograd",), see="Saint Petersburg")),
        ("Petrograd (1914–1924) ดู Leningrad\n", Article(("Petrograd",), (), ("1914–1924",), see="Leningrad")),
        ("Petrograd\nเปโตรกราด ดู เลนินกราด\n", Article(("Petrograd",), ("เปโตรกราด",), see="เลนินกราด")),
        ("Petrograd (ดู Leningrad)\nเปโตรกราด\n", Article(("Petrograd",), ("เปโตรกราด",), see="Leningrad")),
        ("เปโตรกราด ดูที่ เลนินกราด\n", Article((), ("เปโตรกราด",), see="เลนินกราด")),
        (
            "Petrograd ดู Leningrad\n\nคำตั้ง\nPetrograd\nคำเทียบ\nเปโตรกราด\n",
            Article(("Petrograd",), ("เปโตรกราด",), see="Leningrad"),
        ),
    ],
)
def test_a_see_entry_on_the_line_of_its_name(text: str, article: Article) -> None:
    reading = parse(text)
    assert reading.article == article
    assert [finding.code for finding in reading.findings] == ["see_rewritten"]
    assert text[reading.positions.offset("see", 0) or 0 :].startswith(article.see)


def test_two_targets_beside_two_names_are_both_told() -> None:
    text = "Petrograd ดู Leningrad\nเปโตรกราด ดู เลนินกราด\n"
    reading = parse(text)
    assert reading.article == Article(("Petrograd",), ("เปโตรกราด",), see="Leningrad")
    assert found(reading) == [("see_rewritten", line) for line in text.rstrip().split("\n")]


@pytest.mark.parametrize(
    "body",
    ["ดูแลกิจการบ้านเมือง", "ดูหมิ่นพระองค์", "ดูเหมือนว่าเขาแพ้", "ดูจากหลักฐานแล้วเรื่องนี้เป็นเรื่องเล็ก", "(ดู A) และ (ดู B)", "(ดูแลบ้าน)"],
)
def test_prose_that_opens_as_a_see_entry_does(body: str) -> None:
    assert parse(f"Alpha\nอัลฟา\n\n{body}\n").article.paragraphs == (body,)


def test_prose_with_a_word_for_see_on_a_short_line() -> None:
    text = f"Alpha\nอัลฟา\n\nเขาไป ดู Alpha\n\n{LEAD}\n"
    assert parse(text).article.paragraphs == ("เขาไป ดู Alpha", LEAD)


@pytest.mark.parametrize(
    ("lines", "keywords", "codes"),
    [
        ("1. ก\n2. ข, ค\n3. ง", ("ก", "ข, ค", "ง"), ["numbered_list"]),
        ("๑. ก\n๒. ข", ("ก", "ข"), ["numbered_list"]),
        ("1) ก\n๒) ข; ค", ("ก", "ข; ค"), ["numbered_list"]),
        ("1. ก", ("ก",), ["numbered_list"]),
        ("1. ก\n3. ข", ("1. ก", "3. ข"), []),
        ("2. ก", ("2. ก",), []),
        ("1. ก\nข ค ง จ", ("1. ก", "ข ค ง จ"), ["missing_dash"]),
        ("1.5 ล้านคน", ("1.5 ล้านคน",), []),
    ],
)
def test_numbered_keywords(lines: str, keywords: tuple[str, ...], codes: list[str]) -> None:
    reading = parse(f"คำตั้ง\nAlpha\nคำสำคัญ\n{lines}\nแหล่งอ้างอิง\n-\n")
    assert reading.article.keywords == keywords
    assert [finding.code for finding in reading.findings] == codes


def test_numbers_of_headwords_are_their_own() -> None:
    assert parse("คำตั้ง\n1. FC Alpha\n").article.headwords == ("1. FC Alpha",)


EXTRA = ExtraField("ถิ่นกำเนิด", ("เอเชีย",))


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("คำสำคัญ\n- ก\n- ข\nถิ่นกำเนิด\n- เอเชีย\nแหล่งอ้างอิง\n-", EXTRA),
        ("คำสำคัญ\n- ก\n- ข\nถิ่นกำเนิด\nเอเชีย", EXTRA),
        ("คำสำคัญ\n- ฮ\nลักษณะเด่น\nไม้พุ่ม", ExtraField("ลักษณะเด่น", ("ไม้พุ่ม",))),
        ("คำสำคัญ\n1. ก\n2. ฮ\nลักษณะเด่น\nไม้พุ่ม", ExtraField("ลักษณะเด่น", ("ไม้พุ่ม",))),
        ("ผู้เขียนคำอธิบาย\nก ข\nถิ่นกำเนิด\nเอเชีย", EXTRA),
        (f"Alpha\nก\n{LEAD}\n\nถิ่นกำเนิด\nเอเชีย\nแหล่งอ้างอิง\n-", EXTRA),
        (f"Alpha\nก\n{LEAD}\n\nถิ่นกำเนิด: เอเชีย\nแหล่งอ้างอิง\n-", EXTRA),
        (f"Alpha\nก\n{LEAD}\n\nถิ่นกำเนิด\nเอเชีย", EXTRA),
    ],
)
def test_a_label_of_sister_encyclopedias_wherever_it_stands(text: str, extra: ExtraField) -> None:
    reading = parse(text)
    assert reading.article.extra == (extra,)
    assert [code for code, _ in found(reading) if code not in ("empty_field", "numbered_list")] == ["unknown_label"]


@pytest.mark.parametrize(
    "line", ["ผู้เขียนคำอธิบาย  ก ข", "ผู้เขียนคำอธิบาย ก ข", "ผู้เขียนคำอธิบาย\u00a0ก ข", "ผู้เขียนคำอธิบาย\tก ข"]
)
def test_the_only_label_with_its_value_behind_white_space(line: str) -> None:
    assert parse(f"Alpha\nก\n{LEAD}\n\n{line}\n").article == Article(
        ("Alpha",), ("ก",), paragraphs=(LEAD,), authors=("ก ข",)
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CANONICAL.replace("\nก ข\n", "\nก ข\nถิ่นกำเนิด\nเอเชีย\n"), "ถิ่นกำเนิด"),
        (CANONICAL.replace("\nก ข\n", "\nก ข\nลักษณะเด่น\nไม้พุ่ม\n"), "ลักษณะเด่น"),
        (f"{CANONICAL}ผู้ตรวจแก้\nจ ฉ\n", "ผู้ตรวจแก้"),
        (f"{CANONICAL}บรรณานุกรม\nจ ฉ\n", "บรรณานุกรม"),
        (f"{CANONICAL}ลักษณะเด่น\nไม้พุ่ม\n", "ลักษณะเด่น"),
        ("คำเทียบ\nเข็ม\nลักษณะเด่น\nไม้พุ่ม", "ลักษณะเด่น"),
        ("ผู้เขียนคำอธิบาย\nก ข\nลักษณะเด่น\nไม้พุ่ม", "ลักษณะเด่น"),
        ("คำตั้ง\nอัลฟา\nลักษณะเด่น\nไม้พุ่ม", "ลักษณะเด่น"),
        (f"Alpha\nก\n{LEAD}\n\nลักษณะเด่น\nไม้พุ่ม\n\nคำตั้ง\nAlpha\nแหล่งอ้างอิง\n-", "ลักษณะเด่น"),
        (f"Alpha\nก\n{LEAD}\n\nลักษณะเด่น: ไม้พุ่ม\n\nคำตั้ง\nAlpha\nแหล่งอ้างอิง\n-", "ลักษณะเด่น: ไม้พุ่ม"),
        (f"Alpha\nก\n{LEAD}\n\nหมายเหตุ\n\n\u00a0{LEAD}\n\nคำตั้ง\nAlpha\n", "หมายเหตุ"),
    ],
)
def test_what_may_be_a_label_and_is_not_read_as_one_is_told(text: str, words: str) -> None:
    reading = parse(text)
    assert [said for code, said in found(reading) if code == "doubtful_label"] == [words]
    assert reading.article.extra == ()
    assert parse(serialize(reading.article)).article == reading.article


def test_canonical_text_is_read_exactly_even_where_a_value_may_be_a_label() -> None:
    article = Article(("Alpha",), sources=("ก", "วงศ์", "Alphidae"), keywords=("วงศ์",), extra=(ExtraField("สกุล"),))
    assert parse(serialize(article)).article == article


@pytest.mark.parametrize("label", ["บรรณานุกรม", "เอกสารอ้างอิง", "ผู้เขียน"])
def test_another_word_for_a_field_amid_the_prose_is_a_heading(label: str) -> None:
    text = f"Alpha\nก\n\n{LEAD}\n\n{label}\n\nเป็นสิ่งสำคัญ\n\n\u00a0จบ\n\nคำตั้ง\nAlpha\nแหล่งอ้างอิง\n-\n"
    reading = parse(text)
    assert reading.article == Article(("Alpha",), ("ก",), paragraphs=(f"{LEAD} {label} เป็นสิ่งสำคัญ", "จบ"))
    assert [words for code, words in found(reading) if code == "doubtful_label"] == [label]


def test_and_before_other_labels_it_is_one_with_a_doubt() -> None:
    text = f"Alpha\nก\n\n{LEAD}\n\nบรรณานุกรม\nTitle. Bangkok, 1990.\n\nคำตั้ง\nAlpha\nแหล่งอ้างอิง\n-\n"
    reading = parse(text)
    assert (reading.article.paragraphs, reading.article.bibliography) == ((LEAD,), ("Title. Bangkok, 1990.",))
    assert found(reading) == [("doubtful_label", "บรรณานุกรม")]


@given(articles(), st.sampled_from([*list(LABELS.values())[1:], ""]))
def test_a_label_nobody_has_met_is_never_swallowed_in_silence(article: Article, before: str) -> None:
    bare = [value for field in LABELS for value in getattr(article, field) if field not in DASHED]
    assume(not any(read_label(line_at(0, value), label_table(DEFAULT_LABELS), inside=True) for value in bare))
    text = serialize(article)
    at = text.find(f"\n{before}\n", text.index("คำตั้ง\n")) + 1 if before else len(text)
    if at == 0:  # ดูเพิ่มเติม without a value
        return
    try:
        reading = parse(f"{text[:at]}ลักษณะเด่น\nไม้พุ่ม\n{text[at:]}")
    except ParseError:
        return
    said = [finding.code for finding in reading.findings if finding.words == "ลักษณะเด่น"]
    assert said in (["unknown_label"], ["doubtful_label"], ["missing_dash"])
    extra = [extra.label for extra in reading.article.extra if extra.label == "ลักษณะเด่น"]
    assert len(extra) == said.count("unknown_label")


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        (
            "คำตั้ง\nAlpha\n" + "".join(f"ป้าย{'ก' * (i % 40)}{'ข' * (i // 40)}:\nค\n" for i in range(120)),
            "unknown_label",
            120,
        ),
        ("คำตั้ง\nAlpha\n" * 121, "repeated_label", 120),
        (f"Alpha\nก\n{LEAD}\n\n" + "\u00a0ก\n\nข\n" * 120, "broken_paragraph", 120),
        ("ผู้เขียนคำอธิบาย\n" + "กขค\n" * 121, "doubtful_label", 120),
        ("".join(f"== ก{'ข' * i} ==\n" for i in range(120)), "empty_field", 120),
    ],
)
def test_of_many_findings_of_one_code_the_first_are_told_and_how_many_more(text: str, code: str, count: int) -> None:
    same = [finding for finding in parse(text).findings if finding.code == code]
    assert len(same) == MOST_OF_A_CODE
    assert [finding.message.endswith(" แห่งถัดไป)") for finding in same] == [False] * (MOST_OF_A_CODE - 1) + [True]
    assert same[-1].message.endswith(f"(และอีก {count - MOST_OF_A_CODE} แห่งถัดไป)")
    assert [finding.start for finding in same] == sorted(finding.start for finding in same)
