"""Periods of head lines: spans, eras that agree or not, and splitting a line into name and years."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.dates import Period, compare_eras, outer_span, parse_periods, split_years, unread_periods
from entries.text.dates.periods import MOST_PERIODS

CE_LINES: list[tuple[str, list[tuple[int | None, int | None, str]]]] = [
    # start, end, then letters: a approximate, u uncertain, o open, B written in BE
    ("1879–1940", [(1879, 1940, "")]),
    ("1879-1940", [(1879, 1940, "")]),
    ("๑๘๗๙–๑๙๔๐", [(1879, 1940, "")]),
    ("1905-1906, 1911", [(1905, 1906, ""), (1911, 1911, "")]),
    ("1931–    ", [(1931, None, "o")]),
    ("1931–ปัจจุบัน", [(1931, None, "o")]),
    ("1931–present", [(1931, None, "o")]),
    ("ตั้งแต่ 1931", [(1931, None, "o")]),
    ("–1940", [(None, 1940, "")]),
    ("1917", [(1917, 1917, "")]),
    ("c. 1450", [(1450, 1450, "a")]),
    ("c. 1450–c. 1500", [(1450, 1500, "a")]),
    ("ราว ค.ศ. 1200", [(1200, 1200, "a")]),
    ("ประมาณ 1200–1250", [(1200, 1250, "a")]),
    ("1450?", [(1450, 1450, "u")]),
    ("c. 1450?–1500", [(1450, 1500, "au")]),
    ("1640/41", [(1640, 1641, "u")]),
    ("ค.ศ. 1879 หรือ 1880", [(1879, 1880, "u")]),
    ("1940–1879", [(1940, None, "u")]),
    ("ก่อนคริสต์ศักราช 44", [(-44, -44, "")]),
    ("44 BC", [(-44, -44, "")]),
    ("100–44 BC", [(-100, -44, "")]),
    ("27 BC–AD 14", [(-27, 14, "")]),
    ("43 ปีก่อนคริสต์ศักราช–ค.ศ. 17", [(-43, 17, "")]),
    ("1904–05", [(1904, 1905, "")]),
    ("1898–9", [(1898, 1899, "")]),
    ("คริสต์ศตวรรษที่ 19", [(1801, 1900, "a")]),
    ("16th century", [(1501, 1600, "a")]),
    ("ทศวรรษ 1920", [(1920, 1929, "a")]),
    ("28 July 1914–11 November 1918", [(1914, 1918, "")]),
    ("July 28, 1914 – November 11, 1918", [(1914, 1918, "")]),
    ("วันที่ ๑ กันยายน ค.ศ. ๑๙๓๙–๒ กันยายน ค.ศ. ๑๙๔๕", [(1939, 1945, "")]),
    ("13–17 March 1920", [(1920, 1920, "")]),
    ("13 to 17 March 1920", [(1920, 1920, "")]),
    ("13, 15 and 17 March 1920", [(1920, 1920, "")]),
    ("March 13–17, 1920", [(1920, 1920, "")]),
    ("18 March–28 May 1871", [(1871, 1871, "")]),
    ("23 October – 4 November 1956", [(1956, 1956, "")]),
    ("May 1–June 3, 1920", [(1920, 1920, "")]),
    ("March–May 1871", [(1871, 1871, "")]),
    ("Oct.–Nov. 1956", [(1956, 1956, "")]),
    ("March 1914–May 1915", [(1914, 1915, "")]),
    ("13 March 1920–17 March 1921, 5–7 May 1923", [(1920, 1921, ""), (1923, 1923, "")]),
    ("18 March 1871–", [(1871, None, "o")]),
    ("13–17/3/1920", [(1920, 1920, "")]),
    ("13.3.1920–17.3.1921", [(1920, 1921, "")]),
    ("1920-03-13", [(1920, 1920, "")]),
    ("๑๓–๑๗ มีนาคม ค.ศ. ๑๙๒๐", [(1920, 1920, "")]),
    ("วันที่ ๑๓ ถึงวันที่ ๑๗ มีนาคม ๑๙๒๐", [(1920, 1920, "")]),
    ("๑๓ และ ๑๗ มีนาคม ค.ศ. ๑๙๒๐", [(1920, 1920, "")]),
    ("๑๘ มีนาคม–๒๘ พฤษภาคม ค.ศ. ๑๘๗๑", [(1871, 1871, "")]),
    ("มีนาคม–พฤษภาคม ค.ศ. ๑๘๗๑", [(1871, 1871, "")]),
    ("เดือนมีนาคม ถึงเดือนพฤษภาคม ค.ศ. ๑๘๗๑", [(1871, 1871, "")]),
    ("ต้นเดือนมีนาคม–ปลายเดือนพฤษภาคม ค.ศ. ๑๘๗๑", [(1871, 1871, "")]),
    ("ต.ค.–พ.ย. ๑๙๕๖", [(1956, 1956, "")]),
    ("ฤดูร้อน ค.ศ. 1914", [(1914, 1914, "")]),
    ("เกิด 1879 ตาย 1940", [(1879, 1940, "")]),
    ("b. 1879, d. c. 1940", [(1879, 1940, "a")]),
    ("เกิด ค.ศ. 1879; ถึงแก่อสัญกรรม ค.ศ. 1940", [(1879, 1940, "")]),
    ("ถึงแก่กรรม ค.ศ. 879", [(None, 879, "")]),
    ("มีชีวิตอยู่ใน ค.ศ. 862", [(862, 862, "a")]),
    ("มีชีวิตอยู่ระหว่าง ค.ศ. 862–900", [(862, 900, "")]),
    ("1729–1796 ครองราชย์ 1762–1796", [(1729, 1796, ""), (1762, 1796, "")]),
    ("1729–1796 (ครองราชย์ 1762–1796)", [(1729, 1796, ""), (1762, 1796, "")]),
    ("1792–1878; บวช 1846", [(1792, 1878, ""), (1846, 1846, "")]),
    ("พ.ศ. ๒๔๒๒–๒๔๘๓", [(1879, 1940, "B")]),
    ("1879-40", [(1879, None, "u")]),
    ("44–100 BC", [(-44, None, "u")]),
    ("before 1500", [(None, 1500, "a")]),
    ("prior to 1500", [(None, 1500, "a")]),
    ("after 1500", [(1500, None, "a")]),
    ("after 1450–before 1500", [(1450, 1500, "a")]),
    ("before 44 BC", [(None, -44, "a")]),
    ("ก่อน ๑๕๐๐", [(None, 1500, "a")]),
    ("ก่อน ค.ศ. ๑๕๐๐", [(None, 1500, "a")]),
    ("ก่อน ค.ศ. ๕๐๐ ปี", [(-500, -500, "")]),
    ("หลัง ค.ศ. ๑๕๐๐", [(1500, None, "a")]),
    ("ค.ศ. ๓๐๐ ก่อนคริสต์ศักราช", [(-300, -300, "")]),
    ("27 BC–14 AD", [(-27, 14, "")]),
    ("ก่อน ค.ศ. ๒๗–ค.ศ. ๑๔", [(-27, 14, "")]),
    ("1600s–1650s", [(1600, 1659, "a")]),
    ("1920s-30s", [(1920, 1939, "a")]),
    ("1920s–1935", [(1920, 1935, "a")]),
    ("1905–1920s", [(1905, 1929, "a")]),
    ("early 1920s–late 1930s", [(1920, 1939, "a")]),
    ("ทศวรรษ 1920–1930", [(1920, 1939, "a")]),
    ("ทศวรรษ ๑๙๒๐–๓๐", [(1920, 1939, "a")]),
    ("ทศวรรษ 1920–1935", [(1920, 1935, "a")]),
    ("ต้นทศวรรษ 1920 ถึงปลายทศวรรษ 1930", [(1920, 1939, "a")]),
    ("ทศวรรษ ๒๔๖๐", [(1917, 1926, "aB")]),
    ("1920s–", [(1920, None, "ao")]),
    ("1920s–present", [(1920, None, "ao")]),
    ("since the 1920s", [(1920, None, "ao")]),
    ("before the 1920s", [(None, 1920, "a")]),
    ("after the 1920s", [(1929, None, "a")]),
    ("1930s–1920s", [(1930, None, "au")]),
    ("late 18th century–early 19th century", [(1701, 1900, "a")]),
    ("คริสต์ศตวรรษที่ 18–คริสต์ศตวรรษที่ 19", [(1701, 1900, "a")]),
    ("คริสต์ศตวรรษที่ 18–19", [(1701, 1900, "a")]),
    ("5th–4th century BC", [(-500, -301, "a")]),
    ("3rd century BC–2nd century", [(-300, 200, "a")]),
    ("1850–20th century", [(1850, 2000, "a")]),
    ("1900 1910–", [(1900, 1900, "")]),
    ("19000", []),
    ("1905–19000", []),
    ("ไม่ทราบ", []),
    ("March–May", []),
    ("-", []),
    ("", []),
    ("ไม่ปรากฏ", []),
    ("0", []),
]


def short(period: Period) -> tuple[int | None, int | None, str]:
    marks = ("a" * period.approximate) + ("u" * period.uncertain) + ("o" * period.open) + ("B" * (period.era == "BE"))
    return period.start, period.end, marks


@pytest.mark.parametrize(("line", "expected"), CE_LINES)
def test_ce_line(line: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    assert [short(period) for period in parse_periods([line], [])] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("พ.ศ. ๒๔๒๒–๒๔๘๓", [(1879, 1940, "B")]),
        ("๒๔๒๒–๒๔๘๓", [(1879, 1940, "B")]),
        ("2422-2483", [(1879, 1940, "B")]),
        ("๒๔๔๗–๔๘", [(1904, 1905, "B")]),
        ("พ.ศ. ๒๔๗๔–    ", [(1931, None, "oB")]),
        ("ราว พ.ศ. ๑๙๙๓", [(1450, 1450, "aB")]),
        ("พ.ศ. ๕๐๐", [(-44, -44, "B")]),
        ("๑๓–๑๗ มีนาคม พ.ศ. ๒๔๖๓", [(1920, 1920, "B")]),
        ("๑๘ มีนาคม–๒๘ พฤษภาคม ๒๔๑๔", [(1871, 1871, "B")]),
        ("พ.ศ. ๒๒๗๒–๒๓๓๙ ครองราชย์ พ.ศ. ๒๓๐๕–๒๓๓๙", [(1729, 1796, "B"), (1762, 1796, "B")]),
        ("ก่อนพุทธศักราช ๑๐๐", [(-643, -643, "B")]),
        ("๗๓๖–๖๗๐ ปีก่อนพุทธศักราช", [(-1279, -1213, "B")]),
        ("๑๐ ปีก่อนพุทธศักราช–พ.ศ. ๕", [(-553, -539, "B")]),
        ("ก่อนพุทธศักราช ๑๐–พ.ศ. ๕", [(-553, -539, "B")]),
        ("๕ ปีก่อนพุทธศักราช–พ.ศ. ๑๐", [(-548, -534, "B")]),
        ("ก่อน พ.ศ. ๒๔๐๐", [(None, 1857, "aB")]),
        ("44 BC", [(-44, -44, "")]),
        ("พุทธศตวรรษที่ ๒๕", [(1858, 1957, "aB")]),
        ("ค.ศ. ๑๙๐๕", [(1905, 1905, "")]),
    ],
)
def test_be_line(line: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    assert [short(period) for period in parse_periods([], [line])] == expected


@pytest.mark.parametrize(
    ("line", "person", "kinds"),
    [
        ("1879–1940", None, ["unknown"]),
        ("1879–1940", True, ["life"]),
        ("1904–1905", False, ["event"]),
        ("ครองราชย์ 1894–1917", None, ["reign"]),
        ("r. 1894–1917", True, ["reign"]),
        ("1868–1918; ครองราชย์ 1894–1917", None, ["life", "reign"]),
        ("1868–1918; ครองราชย์ 1894–1917", False, ["event", "reign"]),
        ("ครองราชย์ 1660–1667, 1670–1685", None, ["reign", "reign"]),
        ("1868–1918\nครองราชย์ 1894–1917", None, ["life", "reign"]),
        ("เกิด 1879", None, ["life"]),
        ("มีชีวิตอยู่ใน 862", None, ["life"]),
        ("1819–1901 ครองราชสมบัติ 1837–1901", None, ["life", "reign"]),
        ("1792–1878; ดำรงตำแหน่ง 1846–1878", None, ["life", "reign"]),
        ("1792–1878, อยู่ในตำแหน่ง 1846–1878", None, ["life", "reign"]),
        ("1792–1878; สมณสมัย 1846–1878", None, ["life", "reign"]),
        ("1769–1821, จักรพรรดิ 1804–1814, 1815", True, ["life", "unknown", "unknown"]),
    ],
)
def test_kind(line: str, person: bool | None, kinds: list[str]) -> None:
    assert [period.kind for period in parse_periods([line], [], person=person)] == kinds


def test_both_eras_are_kept_the_common_one_first_with_the_words_as_written() -> None:
    found = parse_periods(["1905-1906, 28 July 1914"], ["พ.ศ. ๒๔๔๘–๒๔๔๙"])
    assert [(period.era, period.text) for period in found] == [
        ("CE", "1905-1906"),
        ("CE", "28 July 1914"),
        ("BE", "พ.ศ. ๒๔๔๘–๒๔๔๙"),
    ]


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("1905-1906, 1911", (1905, 1911)),
        ("1868–1918; ครองราชย์ 1894–1917", (1868, 1918)),
        ("1905, 1931–", (1905, None)),
        ("–1940", (None, 1940)),
        ("1917", (1917, 1917)),
        ("", None),
    ],
)
def test_outer_span(line: str, span: tuple[int | None, int | None] | None) -> None:
    assert outer_span(parse_periods([line], [])) == span


@pytest.mark.parametrize(
    ("ce", "be", "answer"),
    [
        ("1879–1940", "พ.ศ. ๒๔๒๒–๒๔๘๓", "agree"),
        ("1879–1940", "พ.ศ. ๒๔๒๑–๒๔๘๓", "official-year"),
        ("1879–1940", "พ.ศ. ๒๔๒๓–๒๔๘๓", "differ"),
        ("1 BC–AD 1", "พ.ศ. ๕๔๓–๕๔๓", "official-year"),
        ("18 February 1905", "๑๘ กุมภาพันธ์ พ.ศ. ๒๔๔๗", "official-year"),
        ("18 December 1905", "๑๘ ธันวาคม พ.ศ. ๒๔๔๗", "differ"),
        ("18 December 1905", "พ.ศ. ๒๔๔๗", "differ"),
        ("1905", "ธันวาคม พ.ศ. ๒๔๔๗", "differ"),
        ("5 April 1871", "พ.ศ. ๒๔๑๓", "official-year"),
        ("5 April 1900", "พ.ศ. ๒๔๔๒", "differ"),
        ("1 March 1905–2 May 1906", "พ.ศ. ๒๔๔๗–๒๔๔๙", "official-year"),
        ("1 March 1905–2 May 1906", "พ.ศ. ๒๔๔๗–๒๔๔๘", "differ"),
        ("December 1905–1907", "พ.ศ. ๒๔๔๗–๒๔๕๐", "official-year"),
        ("1879–1940", "พ.ศ. ๒๔๒๐–๒๔๘๓", "differ"),
        ("1879–1940", "พ.ศ. ๒๔๒๒–๒๔๙๓", "differ"),
        ("1879–1953", "พ.ศ. ๒๔๒๒–๒๔๙๕", "differ"),
        ("1931–", "พ.ศ. ๒๔๗๔–", "agree"),
        ("1931–", "พ.ศ. ๒๔๗๔–๒๔๘๐", "differ"),
        ("1905-1906, 1911", "๒๔๔๘–๒๔๔๙, ๒๔๕๔", "agree"),
        ("1905–1911", "๒๔๔๘–๒๔๔๙, ๒๔๕๔", "agree"),
        ("1905", "", "agree"),
        ("44 BC", "พ.ศ. ๕๐๐", "agree"),
        ("13–17 March 1920", "๑๓–๑๗ มีนาคม พ.ศ. ๒๔๖๓", "agree"),
        ("18 March–28 May 1871", "๑๘ มีนาคม–๒๘ พฤษภาคม พ.ศ. ๒๔๑๔", "agree"),
        ("March–May 1871", "มีนาคม–พฤษภาคม พ.ศ. ๒๔๑๔", "agree"),
        ("March–May 1871", "มีนาคม–พฤษภาคม พ.ศ. ๒๔๑๖", "differ"),
        ("d. 879", "ถึงแก่กรรม พ.ศ. ๑๔๒๒", "agree"),
        ("1729–1796, ครองราชย์ 1762–1796", "พ.ศ. ๒๒๗๒–๒๓๓๙ ครองราชย์ พ.ศ. ๒๓๐๕–๒๓๓๙", "agree"),
    ],
)
def test_compare_eras(ce: str, be: str, answer: str) -> None:
    assert compare_eras(parse_periods([ce], []), parse_periods([], [be])) == answer


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trotsky, Leon (1879–1940)", ("Trotsky, Leon", "1879–1940")),
        ("นายเลออน ตรอตสกี (พ.ศ. ๒๔๒๒–๒๔๘๓)", ("นายเลออน ตรอตสกี", "พ.ศ. ๒๔๒๒–๒๔๘๓")),
        ("นายเลออน ตรอตสกี (๒๔๒๒–๒๔๘๓)", ("นายเลออน ตรอตสกี", "๒๔๒๒–๒๔๘๓")),
        ("League (1931–    )", ("League", "1931–    ")),
        ("League (1931–    ", ("League", "1931–    ")),
        ("Party (SPD) (1875–)", ("Party (SPD)", "1875–")),
        ("Nicholas II (1868–1918; ครองราชย์ 1894–1917)", ("Nicholas II", "1868–1918; ครองราชย์ 1894–1917")),
        ("Caesar, Julius (100–44 BC)", ("Caesar, Julius", "100–44 BC")),
        ("A (c. 1450?)", ("A", "c. 1450?")),
        ("A (ราว ค.ศ. ๑๒๐๐)", ("A", "ราว ค.ศ. ๑๒๐๐")),
        ("Wellesley, 1ˢᵗ Duke (1769–1852)", ("Wellesley, 1ˢᵗ Duke", "1769–1852")),
        ("A (13–17 March 1920)", ("A", "13–17 March 1920")),
        ("ก (มีนาคม–พฤษภาคม พ.ศ. ๒๔๑๔)", ("ก", "มีนาคม–พฤษภาคม พ.ศ. ๒๔๑๔")),
        ("A (1879–1940)*", ("A", "1879–1940")),
        ("A [1879–1940]", ("A", "1879–1940")),
        ("A [1879–1940", ("A", "1879–1940")),
        ("A [B] (1879)", ("A [B]", "1879")),
        ("A (1879]", ("A (1879]", "")),
        ("ก (ถึงแก่กรรม พ.ศ. ๑๔๒๒)", ("ก", "ถึงแก่กรรม พ.ศ. ๑๔๒๒")),
        ("ก (มีชีวิตอยู่ใน พ.ศ. ๑๔๐๕)", ("ก", "มีชีวิตอยู่ใน พ.ศ. ๑๔๐๕")),
        ("ก (๒๓๓๕–๒๔๒๑; สมณสมัย ๒๓๘๙–๒๔๒๑)", ("ก", "๒๓๓๕–๒๔๒๑; สมณสมัย ๒๓๘๙–๒๔๒๑")),
        ("ก (๒๓๓๕–๒๔๒๑, บวช พ.ศ. ๒๓๘๙)", ("ก", "๒๓๓๕–๒๔๒๑, บวช พ.ศ. ๒๓๘๙")),
        ("A (1792–1878, Pope from 1846)", ("A", "1792–1878, Pope from 1846")),
        ("A (Pope from 1846, 1792–1878)", ("A (Pope from 1846, 1792–1878)", "")),
        ("A (1905, the second one)", ("A (1905, the second one)", "")),
        ("Third International", ("Third International", "")),
        ("Third International (Comintern)", ("Third International (Comintern)", "")),
        ("Revolution (Revolution of 1905)", ("Revolution (Revolution of 1905)", "")),
        ("พรรค (ก่อตั้ง ๑๙๐๕)", ("พรรค (ก่อตั้ง ๑๙๐๕)", "")),
        ("X (2)", ("X (2)", "")),
        ("Trotsky (1879–1940) Leon", ("Trotsky (1879–1940) Leon", "")),
        ("()", ("()", "")),
        ("", ("", "")),
    ],
)
def test_split_years(line: str, expected: tuple[str, str]) -> None:
    assert split_years(line) == expected


UNREAD = [
    ("ไม่ทราบ", ["ไม่ทราบ"]),
    ("19000", ["19000"]),
    ("0", ["0"]),
    ("1905–19000", ["1905–19000"]),
    ("1905; 19000, 1911", [" 19000"]),
    ("March–May", ["March–May"]),
    ("1905, 13–17 March 1920; จักรพรรดิ 1921", []),
    ("?", []),
    ("", []),
]


@pytest.mark.parametrize(("line", "words"), UNREAD)
def test_what_is_not_read_of_a_line_is_known(line: str, words: list[str]) -> None:
    assert [line[start:end] for start, end in unread_periods(line, "CE")] == words


PIECES = (
    "1905",
    "1920s",
    "before",
    "๒๔๗๕",
    "0",
    "44",
    "–",
    "-",
    "/",
    ",",
    ";",
    "(",
    ")",
    "[",
    "]",
    " ",
    "?",
    "c.",
    "ราว",
    "ครองราชย์",
    "r.",
    "พ.ศ.",
    "ค.ศ.",
    "ร.ศ.",
    "BC",
    "AD",
    "ก่อนคริสต์ศักราช",
    "ปัจจุบัน",
    "ศตวรรษที่",
    "th century",
    "July",
    "12",
    "มีนาคม",
    "วันที่ ",
    "เกิด",
    "ถึงแก่กรรม",
    "ดำรงตำแหน่ง",
    "Pope",
    "และ",
    "\n",
)
LINES: Any = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=40)


@given(st.lists(LINES, max_size=3), st.lists(LINES, max_size=3))
def test_any_lines_give_years_that_exist(ce: list[str], be: list[str]) -> None:
    found = parse_periods(ce, be)
    assert [period for period in found if 0 in (period.start, period.end)] == []
    assert [period for period in found if period.open and period.end is not None] == []
    assert [period for period in found if not any(period.text in line for line in (*ce, *be))] == []
    ends = [(period.start, period.end) for period in found if period.start is not None and period.end is not None]
    assert [(start, end) for start, end in ends if end < start] == []
    assert compare_eras(found, found) == "agree"
    assert (outer_span(found) is None) == (found == ())


@given(LINES)
def test_any_line_is_split_without_losing_its_letters(line: str) -> None:
    name, years = split_years(line)
    if years:
        rest = line.strip().removeprefix(name).lstrip()
        assert rest[0] in "([（"
        assert rest[1:].startswith(years[: len(rest) - 1])
        assert set(rest[len(years) + 1 :]) <= set(")]） *.")
    else:
        assert name == line


@pytest.mark.parametrize(
    "piece", ["1", "1905 ", "1 May–", "March–", "(", "[", "c", "-", " ", "ครองราชย์", "คริสต์ศตวรรษที่ ", "1920s 1905 "]
)
def test_a_long_line_is_read_to_its_end(piece: str) -> None:
    long = piece * (200_000 // len(piece))
    assert parse_periods([f"{long}; 1879–1940"], [])[-1].end == 1940
    assert split_years(f"{long} (1879–1940)")[1] == "1879–1940"


def test_of_very_many_spans_the_first_are_read() -> None:
    assert len(parse_periods(["1905, " * 30_000], ["๒๔๔๘\n" * 30_000])) == 2 * MOST_PERIODS
