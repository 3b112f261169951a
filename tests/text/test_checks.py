"""Each check by what it finds, what it proposes, and what it must leave alone."""

import pytest

from entries.text.article import Article, ExtraField
from entries.text.checks import CHECKS, CHECKS_BY_CODE, MOST_OF_A_CODE, CheckSettings, Problem, apply_fixes, check
from entries.text.dates import MOST_DATES, find_dates
from entries.text.findings import Severity
from entries.text.references import MOST_REFERENCES, find_references


def found(code: str, **fields: object) -> list[Problem]:
    """The problems of one code in an article of these fields."""
    return [problem for problem in check(Article(**fields)) if problem.code == code]  # type: ignore[arg-type]


def fixes(code: str, **fields: object) -> list[tuple[str, str | None]]:
    """What stands at each problem of a code and what is proposed for it."""
    return [(problem.words, problem.fix) for problem in found(code, **fields)]


PROSE: dict[str, list[tuple[str, list[tuple[str, str | None]]]]] = {
    "missing_space_digit": [
        ("เกิดวันที่๕มีนาคม", [("ที่๕มี", "ที่ ๕ มี")]),
        ("มีบุตร๓คน และหลาน ๗คน", [("ร๓ค", "ร ๓ ค"), ("๗ค", "๗ ค")]),
        ("ระหว่าง ค.ศ. ๑๙๒๐–๑๙๒๕ซึ่ง", [("๑๙๒๐–๑๙๒๕ซึ่", "๑๙๒๐–๑๙๒๕ ซึ่")]),
        ("แอร์บัสเอ๓๒๐ กับ เอฟ๑๖ บี๕๒ และคดี๓ที่", [("ดี๓ที่", "ดี ๓ ที่")]),
        ("มีบุตร ๓ คน ใน ค.ศ. ๑๙๒๐ (๑) ข้อ ก ชั้น ม๓ และ “๕” กับ ๑,๕๐๐.๕ กับ F-16", []),
    ],
    "missing_space_era": [
        ("ในเดือนมีนาคมค.ศ. ๑๙๑๗", [("มค.ศ.", "ม ค.ศ.")]),
        ("ใน พ.ศ.๒๔๗๕ กับ ร. ศ. ๑๑๒", [("พ.ศ.๒", "พ.ศ. ๒"), ("ร. ศ.", "ร.ศ.")]),
        ("ใน ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๐) ก.ค.ศ. และ “ค.ศ. ๑๙๑๘”", []),
    ],
    "mai_yamok_spacing": [
        ("คนอื่นๆเดิน", [("นๆเดิ", "น ๆ เดิ")]),
        ("ต่าง ๆของโลก และเล็กๆ", [("ๆข", "ๆ ข"), ("กๆ", "ก ๆ")]),
        ("ต่าง ๆ (เล็ก ๆ) “ใหญ่ ๆ” บ่อย ๆ, ช้า ๆ", []),
    ],
    "missing_space_latin": [
        ("ฉบับวันTimes ออก", [("นT", "น T")]),
        ("หนังสือ Timesออก", [("sอ", "s อ")]),
        ("หนังสือ Times ออก (Time)* และ “Time”", []),
    ],
    "missing_space_gloss": [
        ("พบเลนิน(Lenin)*และสตาลิน", [("น(", "น ("), (")*และ", ")* และ")]),
        ("“โกลอส”(Golos) ดี", [("”(", "” (")]),
        ("พรรคประชาธิปไตย(ใหม่)ของไทย และ ข้อ ๓(๑)", []),
    ],
    "parenthesis_spacing": [
        ("พบเลนิน ( Lenin ) * ที่นั่น", [("( ", "("), (" )", ")"), (" *", "*")]),
        ("พบเลนิน (Lenin)* ที่นั่น () ", []),
    ],
    "no_break_space": [("ไป\u00a0มา \u00a0 อยู่", [("\u00a0", " "), (" \u00a0 ", " ")]), ("ไป มา", [])],
    "double_space": [("ไป  มา", [("  ", " ")]), ("ไป มา", [])],
    "irregular_marks": [
        ("น้ําใจ", [("น้ํา", "น้ำ")]),
        ("นํ้าใจ", [("นํ้า", "น้ำ")]),
        ("เเม่", [("เเ", "แ")]),
        ("ที่่นี่", [("ที่่", "ที่")]),
        ("ก้่าวไปกี้่คน", [("ก้่า", None), ("กี้่", None)]),
        ("กีินข้าว", [("กีิ", None)]),
        ("น้ำใจแม่ที่นี่ กษัตริย์ เปิ้ล", []),
    ],
    "leading_vowel": [
        ("แเม่เแม่", [("แเ", "แ"), ("เแ", "แ")]),
        ("โไปโโลก เ ก็บ", [("โไ", None), ("โโ", "โ"), ("เ ก", "เก")]),
        ("เเม่ เป็นสระ เ กับแม่ไป", []),
    ],
    "zero_width": [("คำ\u200bนี้\ufeff", [("\u200b", ""), ("\ufeff", "")]), ("คำนี้", [])],
    "bidi_control": [("คำ\u202eนี้\u200f", [("\u202e", ""), ("\u200f", "")]), ("คำนี้", [])],
    "irregular_space": [("คำ\tนี้\u2003\u2009ไป", [("\t", " "), ("\u2003\u2009", " ")]), ("คำ นี้", [])],
    "dangling_mark": [("ไป ่มา", [("่", None)]), ("ไป มา", [])],
    "broken_character": [("ไป\ufffdมา\uf70a", [("\ufffd", None), ("\uf70a", None)]), ("ไปมา", [])],
    "unbalanced_parentheses": [
        ("พบเลนิน (Lenin และ", [("(", None)]),
        ("พบเลนิน Lenin) และ [", [(")", None), ("[", None)]),
        ("แบ่งเป็น ๑) หนึ่ง ๒) สอง ก) ข้อ a) (พบ [ใน (ที่)]) ดี", []),
    ],
    "unbalanced_quotes": [
        ("กล่าวว่า “ไปเถิด", [("“", None)]),
        ("กล่าวว่า ไปเถิด” และ \"ใช่", [("”", None), ('"', None)]),
        ("กล่าวว่า “ไปเถิด” และ \"ใช่\" «ดี»", []),
    ],
    "bracket_nesting": [("เมืองนี้ [(Petrograd) ซึ่งเดิม]", [("[(", None)]), ("เมืองนี้ (Petrograd) [ซึ่งเดิม]", [])],
    "decade_not_round": [
        ("ในทศวรรษ ๑๙๗๔ และทศวรรษที่ 1962", [("ทศวรรษ ๑๙๗๔", "ทศวรรษ ๑๙๗๐"), ("ทศวรรษที่ 1962", "ทศวรรษที่ 1960")]),
        ("ในทศวรรษ ๑๙๗๐ หลายทศวรรษ ทศวรรษที่ ๙ ทศวรรษ ๑๙๗๑–๑๙๘๐ พุทธทศวรรษ ๒๔๗๕", []),
    ],
    "mixed_digits": [
        ("ใน ค.ศ. ๑9๑๗ นั้น", [("๑9๑๗", "๑๙๑๗")]),
        ("ใน ค.ศ. ๑๙๑๗ กับ ค.ศ. ๑๙๑๘ และ ค.ศ. ๑๙๑๙ มี 5 คน", [("5", "๕")]),
        ("ใน ค.ศ. ๑๙๑๗ กับ ค.ศ. ๑๙๑๘ และ ค.ศ. ๑๙๑๙ Revolution of 1905 เป็น (Reform Act 1832)* และ F-16", []),
        ("ใน ค.ศ. 1917 มี 5 คน", []),
    ],
    "era_mismatch": [
        ("ใน ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๒) นั้น", [("พ.ศ. ๒๔๖๒", None)]),
        ("ใน ค.ศ. ๑๙๕๐ ตรงกับ พ.ศ. ๒๔๙๔", [("พ.ศ. ๒๔๙๔", None)]),
        ("ใน ค.ศ. ๑๙๐๕ (พ.ศ. ๒๔๔๙) และ พ.ศ. ๒๔๔๙ (ค.ศ. ๑๙๐๕)", [("พ.ศ. ๒๔๔๙", None), ("ค.ศ. ๑๙๐๕", None)]),
        ("ในเดือนธันวาคม ค.ศ. ๑๙๐๕ (พ.ศ. ๒๔๔๗)", [("พ.ศ. ๒๔๔๗", None)]),
        ("ใน ค.ศ. ๑๙๑๔–๑๙๑๘ (พ.ศ. ๒๔๕๗–๒๔๖๓)", [("พ.ศ. ๒๔๕๗–๒๔๖๓", None)]),
        ("ใน ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๐) และ ค.ศ. ๑๙๐๕ (พ.ศ. ๒๔๔๗) ใน ค.ศ. ๑๙๑๐ และ พ.ศ. ๒๕๐๐", []),
    ],
    "era_official_year": [
        ("ในเดือนมกราคม ค.ศ. ๑๙๐๕ (พ.ศ. ๒๔๔๗)", [("พ.ศ. ๒๔๔๗", None)]),
        ("ใน พ.ศ. ๒๔๔๗ (ค.ศ. ๑๙๐๕)", [("ค.ศ. ๑๙๐๕", None)]),
        ("วันที่ ๓ ธันวาคม ค.ศ. ๑๙๐๕ (พ.ศ. ๒๔๔๘)", []),
        ("ใน ค.ศ. ๑๙๐๕ (พ.ศ. ๒๔๔๘)", []),
    ],
    "impossible_date": [
        ("วันที่ ๓๑ เมษายน ค.ศ. ๑๙๑๗", [("วันที่ ๓๑ เมษายน ค.ศ. ๑๙๑๗", None)]),
        ("วันอาทิตย์ที่ ๙ มกราคม ค.ศ. ๑๙๐๕", []),
    ],
    "range_backwards": [
        ("ระหว่าง ค.ศ. ๑๙๒๐–๑๙๑๘", [("๑๙๒๐–๑๙๑๘", None)]),
        ("ระหว่าง ค.ศ. ๑๙๑๘–๑๙๒๐ และ ๑๒๐๐–๑๑๐๐ ปีก่อนคริสต์ศักราช", []),
    ],
    "hyphen_in_range": [("ค.ศ. ๑๙๑๔-๑๙๑๘", [("๑๙๑๔-๑๙๑๘", "๑๙๑๔–๑๙๑๘")]), ("ค.ศ. ๑๙๑๔–๑๙๑๘", [])],
    "possibly_joined_english": [
        ("เมือง (NewYork)", [("NewYork", "New York")]),
        ("(DaimlerStation) (HighCourt)", [("DaimlerStation", "Daimler Station")]),
        ("(YouTube) (BlackBerry) (iPhone) (McDonald) (PlayStation)", []),
    ],
    "joined_english": [
        ("(YouTube) (BlackBerry) (iPhone) (McDonald) (PlayStation) (NewYork)", []),
        ("ศาล (HighCourt) กับ (Rights ofthe People)", [("HighCourt", "High Court"), ("ofthe", "of the")]),
        ("(McDonald) (MacArthur) (DeGaulle) (YouTube) (GmbH) (Fitzgerald) (lathe) (www.HighCourt.org)", []),
    ],
    "repeated_star": [
        (
            "สงครามไครเมีย (Crimean War)* และต่อมาสงครามไครเมีย (Crimean War)* จบ",
            [("สงครามไครเมีย (Crimean War)*", "สงครามไครเมีย")],
        ),
        ("สงครามไครเมีย (Crimean War)* และสงครามไครเมีย (Crimean War) จบ", []),
        ("พรรคแรงงานอังกฤษ (Labour Party)* กับพรรคแรงงานนอร์เวย์ (Labour Party)* จบ", []),
    ],
    "date_inside_gloss": [
        ("เกิดสงครามไครเมีย (Crimean War ค.ศ. ๑๘๕๓–๑๘๕๖)* ขึ้น",
         [("Crimean War ค.ศ. ๑๘๕๓–๑๘๕๖)*", "Crimean War)* ค.ศ. ๑๘๕๓–๑๘๕๖")]),
        ("เกิดการปฏิวัติ (Revolution of 1848)* ขึ้น", []),
    ],
    "stray_hyphen": [
        ("พบกับนีโคไล บูฮา-ริน (Nikolai Bukharin)*", [("บูฮา-ริน", "บูฮาริน")]),
        ("พบกับหลุยส์ แซ็ง-ฌุสต์ (Louis Saint-Just)*", []),
    ],
    "inconsistent_spelling": [
        ("(Nikita Khrushchev)* ต่อมา Nikita Khruschev", [("Khruschev", "Khrushchev")]),
        ("(Social Democrat) และ Social Democrats กับ Alexander Blok และ Alexandra Blok", []),
    ],
    "missing_space_in_name": [
        ("บุตรชื่อเลฟเซดอฟ (Lev Sedov) ซึ่ง", [("เลฟเซดอฟ", "เลฟ เซดอฟ")]),
        ("บุตรชื่อเลฟ เซดอฟ (Lev Sedov) ซึ่ง", []),
        ("ที่เมืองนิวยอร์ก (New York) ซานฟรันซิสโก (San Francisco) และพรรคแรงงาน (Labour Party)", []),
    ],
    "final_full_stop": [
        ("เขาตายใน ค.ศ. ๑๙๑๗.", [("๑๙๑๗.", "๑๙๑๗")]),
        ("เขาเดินทางกลับบ้าน.", [("น.", "น")]),
        ("ยาว ๕ กม.", []),
        ("ปีที่เกิดนับเป็น ค.ศ.", []),
        ("เขาเดินทางกลับบ้าน...", []),
        ("ทำงานกับบริษัท Krupp Ltd.", []),
    ],
    "missing_sentence_space": [
        ("เขาป่วยหนักอย่างไรก็ตาม เขาไม่ยอมหยุด", [("กอย่างไรก็ตาม", "ก อย่างไรก็ตาม")]),
        ("เขาป่วย อย่างไรก็ตามเขาไม่หยุด", [("อย่างไรก็ตามเขา", "อย่างไรก็ตาม เขา")]),
        ("ไม่ว่าจะเป็นอย่างไรก็ตาม เขาก็มา ในขณะเดียวกัน และต่อมา ในเวลาต่อมา เมื่อ", []),
    ],
    "possible_sentence_space": [
        ("งานพิมพ์ล้มเหลวเขาจึงเดินทาง", [("วเขา", "ว เขา")]),
        ("บ้านของเขาจึงร้าง เห็นว่าเขาได้รับ ในปีนั้นเขาได้ไป และเขาไป", []),
    ],
    "missing_space_word": [
        ("เกิด ณเมืองเล็ก", [("ณเมื", "ณ เมื")]),
        ("ผู้นำหลายคน เช่นเลฟ เซดอฟ (Lev Sedov)*", [("เช่นเล", "เช่น เล")]),
        ("เกิด ณ เมืองเล็ก ชื่อ ณรงค์ เช่นนั้น เช่นกัน", []),
    ],
    "spurious_space": [
        ("เมื่อ วันที่ ๓ มีนาคม", [("เมื่อ วันที่", "เมื่อวันที่")]),
        ("เหมือน คอมมูน แต่เขา ก็ไป", [("เหมือน ค", "เหมือนค"), ("เขา ก็", "เขาก็")]),
        ("เมื่อวันที่ ๓ ใน ค.ศ. ๑๙๑๗ ได้แก่ แดง สิ่งของ เครื่องใช้ ของ พ.ศ. ๒๔๗๕ ถ้าป่วย ก็พัก", []),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "expected"), [(code, text, expected) for code, rows in PROSE.items() for text, expected in rows]
)
def test_prose(code: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert fixes(code, paragraphs=(text.strip(),)) == expected


KEYWORDS = [
    ("keyword_duplicate", ("ก", "ข", "ก"), [(2, "ก", "")]),
    ("keyword_duplicate", ("สงครามโลกครั้งที่ ๑", "สงครามโลกครั้งที่1"), [(1, "สงครามโลกครั้งที่1", "")]),
    ("keyword_duplicate", ("เลนิน, วลาดีมีร์", "วลาดีมีร์ เลนิน"), [(1, "วลาดีมีร์ เลนิน", None)]),
    ("keyword_duplicate", ("ก", "ข"), []),
    ("keyword_not_inverted", ("เลฟ เซดอฟ",), [(0, "เลฟ เซดอฟ", "เซดอฟ, เลฟ")]),
    ("keyword_not_inverted", ("เซดอฟ, เลฟ",), []),
    ("keyword_not_inverted", ("ออทโท ฟอน บิสมาร์ค",), [(0, "ออทโท ฟอน บิสมาร์ค", "บิสมาร์ค, ออทโท ฟอน")]),
    ("keyword_not_inverted", ("ชาร์ล เดอ โกล",), [(0, "ชาร์ล เดอ โกล", "โกล, ชาร์ล เดอ")]),
    ("keyword_not_inverted", ("นิโคลัสที่ ๒", "ฟรานซิส โจเซฟ", "เหมา เจ๋อตง", "พรรค แรงงาน", "มารี เทเรซา"), []),
    ("keyword_fragment", ("โซเวียต", "สภาโซเวียต"), [(0, "โซเวียต", "")]),
    ("keyword_fragment", ("เซดอฟ", "เซดอฟ, เลฟ"), []),
]
KEYWORD_PROSE = (
    "บุตรชื่อเลฟ เซดอฟ (Lev Sedov) กับออทโท ฟอน บิสมาร์ค (Otto von Bismarck)* และชาร์ล เดอ โกล (Charles de Gaulle)* "
    "จักรพรรดิฟรานซิส โจเซฟ (Francis Joseph)* พระนางมารี เทเรซา (Maria Theresa)* ซาร์นิโคลัสที่ ๒ (Nicholas II)* "
    "เหมา เจ๋อตง (Mao Zedong)* พรรค แรงงาน (Labour Party) ตั้งสภาโซเวียต",
)


@pytest.mark.parametrize(("code", "keywords", "expected"), KEYWORDS)
def test_keywords(code: str, keywords: tuple[str, ...], expected: list[tuple[int, str, str | None]]) -> None:
    problems = found(code, keywords=keywords, paragraphs=KEYWORD_PROSE)
    assert [(p.index, p.words, p.fix) for p in problems] == expected
    assert {(p.field, p.start) for p in problems} <= {("keywords", 0)}


def test_a_headword_with_a_comma_shows_the_surname_of_its_own_keyword() -> None:
    article = {"headwords": ("Sedov, Lev",), "thai_titles": ("นายเลฟ เซดอฟ",), "keywords": ("เลฟ เซดอฟ",)}
    assert fixes("keyword_not_inverted", **article) == [("เลฟ เซดอฟ", "เซดอฟ, เลฟ")]


def test_the_entrys_own_name_is_known_where_it_is_joined() -> None:
    article = {"thai_titles": ("นายเลฟ เซดอฟ",), "paragraphs": ("จารึกชื่อเลฟเซดอฟไว้ ต่อมาเลฟ เซดอฟ ตาย",)}
    assert fixes("missing_space_in_name", **article) == [("เลฟเซดอฟ", "เลฟ เซดอฟ")]


PERIODS = [
    (("1879–1940",), ("พ.ศ. ๒๔๒๒–๒๔๘๓",), []),
    (("1879–1940",), ("พ.ศ. ๒๔๒๑–๒๔๘๓",), [("era_official_year", Severity.REMARK)]),
    (("1879–1940",), ("พ.ศ. ๒๔๒๒–๒๔๘๕",), [("era_mismatch", Severity.ERROR)]),
    (("1950–1960",), ("พ.ศ. ๒๔๙๓–๒๕๐๔",), [("era_mismatch", Severity.ERROR)]),
    (("1879–1940",), (), []),
    (("1879–1940",), ("พ.ศ. ๒๔๒๓–๒๔๘๓",), [("era_mismatch", Severity.ERROR)]),
    (("18 December 1905",), ("๑๘ ธันวาคม พ.ศ. ๒๔๔๗",), [("era_mismatch", Severity.ERROR)]),
    (("18 March 1905",), ("๑๘ มีนาคม พ.ศ. ๒๔๔๗",), [("era_official_year", Severity.REMARK)]),
    (("1920–1918",), (), [("range_backwards", Severity.WARNING)]),
    (("1879-40",), (), [("range_backwards", Severity.WARNING)]),
    (("44–100 BC",), (), [("range_backwards", Severity.WARNING)]),
    (("1930s–1920s",), (), [("range_backwards", Severity.WARNING)]),
    (("100–44 BC",), (), []),
    ((), ("พ.ศ. ๒๔๘๓–๒๔๒๒",), [("range_backwards", Severity.WARNING)]),
    (("ไม่ทราบ",), (), [("period_not_read", Severity.WARNING)]),
    (("19000",), ("พ.ศ. ๒๔๔๓; ๑๙๐๐๐",), [("period_not_read", Severity.WARNING)] * 2),
    (("2443–2493",), (), [("era_misplaced", Severity.WARNING)]),
    (("พ.ศ. ๒๔๔๓–๒๔๙๓",), (), []),
    ((), ("1900–1950",), [("era_misplaced", Severity.WARNING)]),
    (("1900–1950",), ("1900–1950",), [("era_mismatch", Severity.ERROR), ("era_misplaced", Severity.WARNING)]),
    (("1357–1407",), ("1900–1950",), []),
    ((), ("พ.ศ. ๑๙๐๐–๑๙๕๐",), []),
    ((), ("๒๔๔๓–๒๔๙๓",), []),
]


@pytest.mark.parametrize(("ce", "be", "expected"), PERIODS)
def test_periods(ce: tuple[str, ...], be: tuple[str, ...], expected: list[tuple[str, Severity]]) -> None:
    codes = {"era_official_year", "era_mismatch", "range_backwards", "period_not_read", "era_misplaced"}
    problems = check(Article(periods_ce=ce, periods_be=be))
    assert [(p.code, p.severity) for p in problems if p.code in codes] == expected


MISSING = [
    (
        {},
        [f"missing_{part}" for part in ("headword", "title", "body", "keywords", "author", "bibliography")],
    ),
    ({"see": "Lenin"}, ["missing_headword", "missing_title"]),
    (
        {
            "headwords": ("A",), "thai_titles": ("ก",), "paragraphs": ("ข",), "keywords": ("ก",), "authors": ("ค",),
            "bibliography": ("ง",),
        },
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), MISSING)
def test_parts_that_are_missing(fields: dict[str, object], expected: list[str]) -> None:
    assert [p.code for p in check(Article(**fields)) if p.code.startswith("missing_")] == expected  # type: ignore[arg-type]


def test_a_list_that_no_entry_has_is_told_and_not_read_to_its_end() -> None:
    article = {"keywords": tuple(f"คำ ที่{number}" for number in range(20_003))}
    problems = [p for p in check(Article(**article)) if p.field == "keywords" and p.code != "missing_space_digit"]
    assert [(p.code, p.index, p.words) for p in problems] == [("too_many_values", 20_000, "คำ ที่20000")]


def test_more_glosses_or_dates_than_any_entry_has_are_told() -> None:
    article = Article(paragraphs=("ก (a) ใน ค.ศ. ๑๙๐๕",))
    references, dates = find_references(article.paragraphs), find_dates(article.paragraphs[0])
    many = check(article, references=references * MOST_REFERENCES, dates=dates * MOST_DATES)
    assert [(p.code, p.words) for p in many if p.code.startswith("too_many")] == [
        ("too_many_glosses", "(a)"),
        ("too_many_dates", "ค.ศ. ๑๙๐๕"),
    ]
    fewer = check(article, references=references * (MOST_REFERENCES - 1), dates=dates * (MOST_DATES - 1))
    assert [p.code for p in fewer if p.code.startswith("too_many")] == []


def test_of_one_code_only_so_many_are_told_and_the_last_says_how_many_more_there_are() -> None:
    problems = found("unbalanced_parentheses", paragraphs=("(" * 1200,))
    assert [p.start for p in problems] == list(range(MOST_OF_A_CODE))
    assert problems[-1].message == f"{problems[0].message} (และอีก 1,000 แห่งถัดไป)"
    assert len({p.message for p in problems[:-1]}) == 1
    assert found("unbalanced_parentheses", paragraphs=("(" * MOST_OF_A_CODE,))[-1].message == problems[0].message


def test_a_rival_spelling_is_found_among_many_names() -> None:
    names = " ".join(f"Boris Beta{(chr(97 + i // 26) + chr(97 + i % 26)) * 2}" for i in range(150))
    prose = f"(Nikita Khrushchev) {names} (Nikita Khruschev)"
    assert fixes("inconsistent_spelling", paragraphs=(prose,)) == [("Khruschev", "Khrushchev")]


def test_the_fix_of_a_date_inside_a_gloss_leaves_no_second_parenthesis() -> None:
    article = Article(paragraphs=("เกิดสงครามญี่ปุ่น (Russo-Japanese War ค.ศ. ๑๙๐๔–๑๙๐๕)* ที่นั่น",))
    problems = [p for p in check(article) if p.code == "date_inside_gloss"]
    fixed = apply_fixes(article, problems)
    assert fixed.paragraphs == ("เกิดสงครามญี่ปุ่น (Russo-Japanese War)* ค.ศ. ๑๙๐๔–๑๙๐๕ ที่นั่น",)


def test_a_quotation_may_be_closed_in_a_later_paragraph() -> None:
    assert found("unbalanced_quotes", paragraphs=("กล่าวว่า “ไปเถิด", "แล้วกลับมา”")) == []
    assert len(found("unbalanced_quotes", paragraphs=("กล่าวว่า “ไปเถิด", "ก", "ข", "ค", "แล้วกลับมา”"))) == 2


def test_values_under_unknown_labels_are_looked_at_too() -> None:
    article = Article(extra=(ExtraField("วงศ์", ("ก", "คำ\u200bนี้")),))
    problems = [p for p in check(article) if p.code == "zero_width"]
    assert [(p.field, p.index, p.start, p.words) for p in problems] == [("extra:วงศ์", 1, 2, "\u200b")]


def test_problems_come_in_the_order_of_the_canonical_form() -> None:
    article = Article(headwords=("A  B",), thai_titles=("ก  ข",), paragraphs=("๒คน  ดี", "อื่นๆ"), keywords=("ก  ข",))
    places = [(p.field, p.index, p.start) for p in check(article) if not p.code.startswith("missing_k")]
    spaced = [place for place in places if place[0] in ("headwords", "thai_titles", "paragraphs", "keywords")]
    assert spaced == [
        ("headwords", 0, 1), ("thai_titles", 0, 1), ("paragraphs", 0, 0), ("paragraphs", 0, 3), ("paragraphs", 1, 3),
        ("keywords", 0, 1),
    ]  # fmt: skip


def test_settings_weigh_a_check_or_turn_it_off() -> None:
    article = Article(paragraphs=("อื่นๆ ๒คน",))
    heavier = CheckSettings({"mai_yamok_spacing": Severity.ERROR, "missing_space_digit": None})
    problems = {p.code: p.severity for p in check(article, settings=heavier)}
    assert problems["mai_yamok_spacing"] == Severity.ERROR
    assert "missing_space_digit" not in problems
    assert "mai_yamok_spacing" not in {p.code for p in check(article, settings=heavier.without("mai_yamok_spacing"))}


def test_every_check_tells_its_name_and_reason_in_thai() -> None:
    assert len(CHECKS_BY_CODE) == len(CHECKS)
    for one in CHECKS:
        assert any("ก" <= char <= "ฮ" for char in one.name), one.code
        assert any("ก" <= char <= "ฮ" for char in one.explanation), one.code


def test_every_check_of_the_prose_has_its_examples() -> None:
    others = (
        {code for code, _, _ in KEYWORDS}
        | {code for _, codes in MISSING for code in codes}
        | {
            "duplicate_item",
            "too_many_values",
            "too_many_glosses",
            "too_many_dates",
            "period_not_read",
            "era_misplaced",
        }
    )
    assert set(CHECKS_BY_CODE) == set(PROSE) | others
