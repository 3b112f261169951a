"""Periods of head lines: spans, eras that agree or not, and splitting a line into name and years."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.dates import Period, compare_eras, outer_span, parse_periods, split_years

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
    ("1940–1879", [(1940, 1879, "u")]),
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
    ("พ.ศ. ๒๔๒๒–๒๔๘๓", [(1879, 1940, "B")]),
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
        ("ก่อนพุทธศักราช ๑๐๐", [(-643, -643, "B")]),
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
        ("1879–1940", "พ.ศ. ๒๔๒๓–๒๔๘๓", "official-year"),
        ("1879–1940", "พ.ศ. ๒๔๒๐–๒๔๘๓", "differ"),
        ("1879–1940", "พ.ศ. ๒๔๒๒–๒๔๙๓", "differ"),
        ("1879–1953", "พ.ศ. ๒๔๒๒–๒๔๙๕", "differ"),
        ("1931–", "พ.ศ. ๒๔๗๔–", "agree"),
        ("1931–", "พ.ศ. ๒๔๗๔–๒๔๘๐", "differ"),
        ("1905-1906, 1911", "๒๔๔๘–๒๔๔๙, ๒๔๕๔", "agree"),
        ("1905–1911", "๒๔๔๘–๒๔๔๙, ๒๔๕๔", "agree"),
        ("1905", "", "agree"),
        ("44 BC", "พ.ศ. ๕๐๐", "agree"),
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


PIECES = (
    "1905",
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
    assert compare_eras(found, found) == "agree"
    assert (outer_span(found) is None) == (found == ())


@given(LINES)
def test_any_line_is_split_without_losing_its_letters(line: str) -> None:
    name, years = split_years(line)
    if years:
        rest = line.strip().removeprefix(name).lstrip()
        assert rest.startswith(f"({years}"[: len(rest)])
        assert set(rest[len(years) + 1 :]) <= set(") *.")
    else:
        assert name == line


@pytest.mark.parametrize("piece", ["1", "1905 ", "1905, ", "(", "c", "-", " ", "ครองราชย์", "คริสต์ศตวรรษที่ "])
def test_a_long_line_is_read_to_its_end(piece: str) -> None:
    long = piece * (200_000 // len(piece))
    assert parse_periods([f"{long}; 1879–1940"], [])[-1].end == 1940
    assert split_years(f"{long} (1879–1940)")[1] == "1879–1940"
