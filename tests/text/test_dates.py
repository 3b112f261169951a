"""Dates in prose: places, values, qualifiers, implied years, and what belongs to a name."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.dates import MOST_DATES, DateExpression, find_dates, told_span, told_spans, year_span
from tests.shared import corpus_text, gold

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FIELDS = ("start", "end", "text", "kind", "iso", "era", "qualifier", "implied_year", "part_of_name")
PIECES = (
    "ค.ศ.",
    "พ.ศ.",
    "ร.ศ.",
    "วันที่",
    "เดือน",
    "มกราคม",
    "ตุลาคม",
    "ต.ค.",
    "ปี",
    "ต้น",
    "ปลาย",
    "ราว",
    "ทศวรรษ",
    "ศตวรรษที่",
    "คริสต์",
    "พุทธ",
    "ฤดูร้อน",
    "ก่อน",
    "ระหว่าง",
    "ถึง",
    "และ",
    "–",
    "-",
    ",",
    "(",
    ")",
    "(Revolution of ",
    "๐",
    "๑",
    "๑๙",
    "๓๑",
    "๑๙๐๕",
    "1905",
    "๒๔๗๕",
    "9999",
    " ",
    "\u00a0",
    "\n",
    "- ",
    "BC",
    "การปฏิวัติ",
    "ปีต่อมา",
    "เป็นเวลา ๑ ปี",
    "วันอาทิตย์ที่",
    "กบฏ",
)


def row(date: DateExpression) -> tuple[Any, ...]:
    return tuple(getattr(date, field) for field in FIELDS)


def test_every_date_of_the_real_entry_is_found_as_the_gold_has_it_and_no_other() -> None:
    expected = [tuple(line[field] for field in FIELDS) for line in gold("seed_dates")]
    body = [line for line in gold("seed_dates") if line["section"] == "body"]
    found = {row(date) for date in find_dates(corpus_text())}
    missed = [line for line in expected if line not in found]
    assert len(body) == 103
    assert missed == []
    assert sorted(found) == sorted(expected)


MIXED_CENTURIES = [
    ("ในคริสต์ศตวรรษที่ ๑๘ และ ๑๙", [("17XX,18XX", None)]),
    ("ปลายคริสต์ศตวรรษที่ ๑๘ และต้นคริสต์ศตวรรษที่ ๑๙", [("17XX", "ปลาย"), ("18XX", "ต้น")]),
    ("ปลายคริสต์ศตวรรษที่ ๑๘ และต้น ๑๙", [("17XX", "ปลาย"), ("18XX", "ต้น")]),
    ("ปลายคริสต์ศตวรรษที่ ๑๘ และคริสต์ศตวรรษที่ ๑๙", [("17XX", "ปลาย"), ("18XX", None)]),
    ("คริสต์ศตวรรษที่ ๑๗, ๑๘ และต้น ๑๙", [("16XX,17XX", None), ("18XX", "ต้น")]),
    ("ปลายคริสต์ศตวรรษที่ ๑๘ ถึงต้นคริสต์ศตวรรษที่ ๑๙", [("17XX/18XX", None)]),
    ("กลางคริสต์ศตวรรษที่ ๑๖ ถึงกลาง ๑๗", [("15XX/16XX", None)]),
    ("คริสต์ศตวรรษที่ ๑๙ และพุทธศตวรรษที่ ๒๔", [("18XX", None), ("1758/1857", None)]),
    ("พุทธศตวรรษที่ ๒๔ และต้น ๒๕", [("1758/1857", None), ("1858/1957", "ต้น")]),
    ("คริสต์ศตวรรษที่ ๑๙ และต้น ๑๘ มีคนกลาง ๑๙ คน", [("18XX", None)]),
]


@pytest.mark.parametrize(("prose", "expected"), MIXED_CENTURIES)
def test_centuries_beside_each_other(prose: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(date.iso, date.qualifier) for date in find_dates(prose)] == expected


def test_a_year_before_another_is_not_before_christ() -> None:
    assert [date.iso for date in find_dates("ใน ค.ศ. ๑๙๐๕ ก่อน ค.ศ. ๑๙๑๗")] == ["1905", "1917"]


DAYS_IN_GLOSSES = [
    ("การประชุม (Congress, ๙ มกราคม ค.ศ. ๑๙๐๕)*", "๙ มกราคม ค.ศ. ๑๙๐๕", "1905-01-09"),
    ("วันอาทิตย์นองเลือด (Bloody Sunday ๙ มกราคม ค.ศ. ๑๙๐๕)*", "๙ มกราคม ค.ศ. ๑๙๐๕", "1905-01-09"),
    ("การลุกฮือ (Uprising, ๑๔ ธันวาคม)*", "๑๔ ธันวาคม", "--12-14"),
]


@pytest.mark.parametrize(("prose", "text", "iso"), DAYS_IN_GLOSSES)
def test_days_inside_glosses(prose: str, text: str, iso: str) -> None:
    assert [(date.text, date.iso, date.part_of_name) for date in find_dates(prose)] == [(text, iso, False)]


def test_so_many_dates_are_read_and_no_more() -> None:
    assert len(find_dates("ค.ศ. ๑๙๐๕ " * (MOST_DATES + 3))) == MOST_DATES


VALUES = [
    # years
    ("ใน ค.ศ. ๑๙๐๕ เขา", "ค.ศ. ๑๙๐๕", "year", "1905", "CE", None),
    ("ในค.ศ.๑๙๐๕เขา", "ค.ศ.๑๙๐๕", "year", "1905", "CE", None),
    ("ใน ค.ศ 1905 เขา", "ค.ศ 1905", "year", "1905", "CE", None),
    ("ในปี ค.ศ. ๑๙๐๕", "ปี ค.ศ. ๑๙๐๕", "year", "1905", "CE", None),
    ("คริสต์ศักราช ๑๙๐๕", "คริสต์ศักราช ๑๙๐๕", "year", "1905", "CE", None),
    ("เมื่อ พ.ศ. ๒๔๗๕", "พ.ศ. ๒๔๗๕", "year", "1932", "BE", None),
    ("เมื่อพุทธศักราช ๒๔๗๕", "พุทธศักราช ๒๔๗๕", "year", "1932", "BE", None),
    ("เหตุเกิดใน ร.ศ. ๑๑๒", "ร.ศ. ๑๑๒", "year", "1893", "RS", None),
    ("ใน จ.ศ. ๑๑๓๐", "จ.ศ. ๑๑๓๐", "year", "1768", "CS", None),
    ("ใน ค.ศ. ๑๔ จักรพรรดิ", "ค.ศ. ๑๔", "year", "0014", "CE", None),
    ("ในปี ๑๙๐๕ เขา", "ปี ๑๙๐๕", "year", "1905", "CE", None),
    ("ในปี ๒๔๗๕ เขา", "ปี ๒๔๗๕", "year", "1932", "BE", None),
    ("ใน ๑๙๐๕ เขา", "๑๙๐๕", "year", "1905", "CE", None),
    ("เลนิน (๑๙๐๕) กล่าว", "๑๙๐๕", "year", "1905", "CE", None),
    # what stands before a year
    ("ในต้น ค.ศ. ๑๙๐๕", "ต้น ค.ศ. ๑๙๐๕", "year", "1905", "CE", "ต้น"),
    ("ในช่วงปลายปี ค.ศ. ๑๙๐๕", "ปลายปี ค.ศ. ๑๙๐๕", "year", "1905", "CE", "ปลาย"),
    ("เกิดราว ค.ศ. ๑๔๕๐", "ราว ค.ศ. ๑๔๕๐", "year", "1450", "CE", "ราว"),
    ("เกิดประมาณ พ.ศ. ๑๙๙๓", "ประมาณ พ.ศ. ๑๙๙๓", "year", "1450", "BE", "ประมาณ"),
    ("ครึ่งหลังของ ค.ศ. ๑๙๑๗", "ครึ่งหลังของ ค.ศ. ๑๙๑๗", "year", "1917", "CE", "ครึ่งหลัง"),
    ("ขนมปัง เนย เป็นต้น ค.ศ. ๑๙๐๕ มี", "ค.ศ. ๑๙๐๕", "year", "1905", "CE", None),
    ("คณะกรรมการกลาง ค.ศ. ๑๙๐๕ มี", "ค.ศ. ๑๙๐๕", "year", "1905", "CE", None),
    ("ก่อน ค.ศ. ๑๙๑๗ เขา", "ค.ศ. ๑๙๑๗", "year", "1917", "CE", None),
    # ranges and lists of years
    ("ค.ศ. ๑๙๐๓–๑๙๑๒", "ค.ศ. ๑๙๐๓–๑๙๑๒", "year_range", "1903/1912", "CE", None),
    ("ค.ศ. 1903 - 1912", "ค.ศ. 1903 - 1912", "year_range", "1903/1912", "CE", None),
    ("ค.ศ. ๑๙๐๔–๐๕", "ค.ศ. ๑๙๐๔–๐๕", "year_range", "1904/1905", "CE", None),
    ("พ.ศ. ๒๔๗๕–๒๔๘๐", "พ.ศ. ๒๔๗๕–๒๔๘๐", "year_range", "1932/1937", "BE", None),
    ("ระหว่าง ค.ศ. ๑๙๐๕ ถึง ๑๙๐๗", "ค.ศ. ๑๙๐๕ ถึง ๑๙๐๗", "year_range", "1905/1907", "CE", None),
    ("ตั้งแต่ ๑๙๑๔ ถึง ๑๙๑๘", "๑๙๑๔ ถึง ๑๙๑๘", "year_range", "1914/1918", "CE", None),
    ("ค.ศ. ๑๙๐๕ ถึง ค.ศ. ๑๙๐๗", "ค.ศ. ๑๙๐๕ ถึง ค.ศ. ๑๙๐๗", "span", "1905/1907", "CE", None),
    ("ระหว่าง ค.ศ. ๑๙๐๕ และ ค.ศ. ๑๙๐๗", "ค.ศ. ๑๙๐๕ และ ค.ศ. ๑๙๐๗", "span", "1905/1907", "CE", None),
    ("ใน ค.ศ. ๑๙๐๕ และ ค.ศ. ๑๙๐๗", "ค.ศ. ๑๙๐๕ และ ค.ศ. ๑๙๐๗", "year_list", "1905,1907", "CE", None),
    ("ใน ค.ศ. ๑๘๓๐, ๑๘๔๘ และ ๑๘๗๑", "ค.ศ. ๑๘๓๐, ๑๘๔๘ และ ๑๘๗๑", "year_list", "1830,1848,1871", "CE", None),
    ("ค.ศ. ๑๙๐๕–๑๙๐๖, ๑๙๑๑", "ค.ศ. ๑๙๐๕–๑๙๐๖, ๑๙๑๑", "year_list", "1905/1906,1911", "CE", None),
    ("ใน ค.ศ. ๑๙๐๕ และ ๑๙๐๖ คน", "ค.ศ. ๑๙๐๕", "year", "1905", "CE", None),
    ("ใน ค.ศ. ๑๙๑๗–ปัจจุบัน", "ค.ศ. ๑๙๑๗", "year", "1917", "CE", None),
    ("ค.ศ. ๑๙๑๗–๑๙๐๕", "ค.ศ. ๑๙๑๗", "year", "1917", "CE", None),
    # a year behind a stroke
    ("ใน ค.ศ. ๑๙๑๗/๑๙๑๘ เขา", "ค.ศ. ๑๙๑๗/๑๙๑๘", "year_range", "1917/1918", "CE", None),
    ("พ.ศ. ๒๔๖๐/๖๑", "พ.ศ. ๒๔๖๐/๖๑", "year_range", "1917/1918", "BE", None),
    ("ในปี ๑๙๑๗/๑๘ เขา", "ปี ๑๙๑๗/๑๘", "year_range", "1917/1918", "CE", None),
    ("ใน ค.ศ. ๑๙๑๗/๑๐ เขา", "ค.ศ. ๑๙๑๗", "year", "1917", "CE", None),
    # before Christ
    ("เมื่อ ๔๔ ปีก่อนคริสต์ศักราช", "๔๔ ปีก่อนคริสต์ศักราช", "year", "-0043", "BCE", None),
    ("ก่อนคริสต์ศักราช ๔๔ ปี", "ก่อนคริสต์ศักราช ๔๔ ปี", "year", "-0043", "BCE", None),
    ("ก่อน ค.ศ. ๑๐๐–๔๔", "ก่อน ค.ศ. ๑๐๐–๔๔", "year_range", "-0099/-0043", "BCE", None),
    ("ก่อนคริสต์กาล ๑ ปี", "ก่อนคริสต์กาล ๑ ปี", "year", "0000", "BCE", None),
    ("ใน ค.ศ. ๓๐๐ ก่อนคริสต์ศักราช เขา", "ค.ศ. ๓๐๐ ก่อนคริสต์ศักราช", "year", "-0299", "BCE", None),
    ("ราวปี ค.ศ. ๓๐๐ ปีก่อนคริสต์กาล", "ราวปี ค.ศ. ๓๐๐ ปีก่อนคริสต์กาล", "year", "-0299", "BCE", "ราว"),
    ("ค.ศ. ๓๐๐–๒๐๐ ก่อนคริสต์ศักราช", "ค.ศ. ๓๐๐–๒๐๐ ก่อนคริสต์ศักราช", "year_range", "-0299/-0199", "BCE", None),
    # months
    ("ในเดือนตุลาคมค.ศ. ๑๙๑๗", "เดือนตุลาคมค.ศ. ๑๙๑๗", "month", "1917-10", "CE", None),
    ("ในตุลาคม ค.ศ. ๑๙๑๗", "ตุลาคม ค.ศ. ๑๙๑๗", "month", "1917-10", "CE", None),
    ("ต.ค. ๑๙๑๗", "ต.ค. ๑๙๑๗", "month", "1917-10", "CE", None),
    ("ปลายเดือนกรกฎาคม พ.ศ. ๒๔๗๕", "ปลายเดือนกรกฎาคม พ.ศ. ๒๔๗๕", "month", "1932-07", "BE", "ปลาย"),
    ("ครั้งที่ ๑๓ เดือนพฤษภาคม ค.ศ. ๑๙๒๔", "เดือนพฤษภาคม ค.ศ. ๑๙๒๔", "month", "1924-05", "CE", None),
    ("มกราคม–มีนาคม ค.ศ. ๑๙๐๕", "มกราคม–มีนาคม ค.ศ. ๑๙๐๕", "month_range", "1905-01/1905-03", "CE", None),
    (
        "เดือนมกราคมและกุมภาพันธ์ ค.ศ. ๑๙๐๕",
        "เดือนมกราคมและกุมภาพันธ์ ค.ศ. ๑๙๐๕",
        "month_list",
        "1905-01,1905-02",
        "CE",
        None,
    ),
    # days
    ("เมื่อวันที่๒๖ตุลาคมค.ศ. ๑๘๗๙", "วันที่๒๖ตุลาคมค.ศ. ๑๘๗๙", "day", "1879-10-26", "CE", None),
    ("วันพุธที่ 24 มิ.ย. พ.ศ. 2475", "วันพุธที่ 24 มิ.ย. พ.ศ. 2475", "day", "1932-06-24", "BE", None),
    ("๒๔ มิถุนายน ๒๔๗๕", "๒๔ มิถุนายน ๒๔๗๕", "day", "1932-06-24", "BE", None),
    ("วันที่ ๕ ถึง ๘ กันยายน ค.ศ. ๑๙๑๕", "วันที่ ๕ ถึง ๘ กันยายน ค.ศ. ๑๙๑๕", "day_range", "1915-09-05/1915-09-08", "CE", None),
    ("วันที่ ๖ และ ๙ สิงหาคม ค.ศ. ๑๙๔๕", "วันที่ ๖ และ ๙ สิงหาคม ค.ศ. ๑๙๔๕", "day_list", "1945-08-06,1945-08-09", "CE", None),
    (
        "ระหว่างวันที่ ๕ มีนาคม ถึง ๓ เมษายน ค.ศ. ๑๙๑๗",
        "วันที่ ๕ มีนาคม ถึง ๓ เมษายน ค.ศ. ๑๙๑๗",
        "span",
        "1917-03-05/1917-04-03",
        "CE",
        None,
    ),
    (
        "วันที่ ๒๘ ธันวาคม ถึงวันที่ ๓ มกราคม ค.ศ. ๑๙๑๗",
        "วันที่ ๒๘ ธันวาคม ถึงวันที่ ๓ มกราคม ค.ศ. ๑๙๑๗",
        "span",
        "1916-12-28/1917-01-03",
        "CE",
        None,
    ),
    ("คืนวันที่ ๗ ต่อเช้าวันที่ ๘ พฤศจิกายน", "วันที่ ๗ ต่อเช้าวันที่ ๘ พฤศจิกายน", "day_range", "--11-07/--11-08", None, None),
    # seasons, decades, centuries
    ("ต้นฤดูใบไม้ผลิปี ค.ศ. ๑๘๔๘", "ต้นฤดูใบไม้ผลิปี ค.ศ. ๑๘๔๘", "season", "1848", "CE", "ต้น"),
    ("ฤดูหนาว ค.ศ. ๑๙๒๐–๑๙๒๑", "ฤดูหนาว ค.ศ. ๑๙๒๐–๑๙๒๑", "season", "1920/1921", "CE", None),
    ("ปลายทศวรรษ ๑๙๒๐", "ปลายทศวรรษ ๑๙๒๐", "decade", "192X", "CE", "ปลาย"),
    ("คริสต์ทศวรรษ 1960", "คริสต์ทศวรรษ 1960", "decade", "196X", "CE", None),
    ("ทศวรรษ ๑๙๒๐–๑๙๓๐", "ทศวรรษ ๑๙๒๐–๑๙๓๐", "decade_range", "192X/193X", "CE", None),
    ("ทศวรรษ ๑๙๒๐ และ ๑๙๓๐", "ทศวรรษ ๑๙๒๐ และ ๑๙๓๐", "decade_list", "192X,193X", "CE", None),
    ("ทศวรรษ ๒๔๗๐", "ทศวรรษ ๒๔๗๐", "decade", "1927/1936", "BE", None),
    ("ต้นคริสต์ศตวรรษที่ ๑๙", "ต้นคริสต์ศตวรรษที่ ๑๙", "century", "18XX", "CE", "ต้น"),
    ("ศตวรรษที่สิบเก้า", "ศตวรรษที่สิบเก้า", "century", "18XX", "CE", None),
    ("คริสต์ศตวรรษที่ ๑๘–๑๙", "คริสต์ศตวรรษที่ ๑๘–๑๙", "century_range", "17XX/18XX", "CE", None),
    ("คริสต์ศตวรรษที่ ๑๙ และ ๒๐", "คริสต์ศตวรรษที่ ๑๙ และ ๒๐", "century_list", "18XX,19XX", "CE", None),
    ("พุทธศตวรรษที่ ๒๕", "พุทธศตวรรษที่ ๒๕", "century", "1858/1957", "BE", None),
    ("ศตวรรษที่ ๕ ก่อนคริสต์ศักราช", "ศตวรรษที่ ๕ ก่อนคริสต์ศักราช", "century", "-0499/-0400", "BCE", None),
    ("ครึ่งแรกของคริสต์ศตวรรษที่ ๑๙", "ครึ่งแรกของคริสต์ศตวรรษที่ ๑๙", "century", "18XX", "CE", "ครึ่งแรก"),
    # spans
    ("ปลาย ค.ศ. ๑๙๔๒ ถึงต้น ค.ศ. ๑๙๔๓", "ปลาย ค.ศ. ๑๙๔๒ ถึงต้น ค.ศ. ๑๙๔๓", "span", "1942/1943", "CE", None),
    ("ปลายทศวรรษ ๑๙๒๐ ถึงต้นทศวรรษ ๑๙๓๐", "ปลายทศวรรษ ๑๙๒๐ ถึงต้นทศวรรษ ๑๙๓๐", "span", "192X/193X", "CE", None),
    ("ปลายเดือนมกราคมต่อต้นเดือนมีนาคม", "ปลายเดือนมกราคมต่อต้นเดือนมีนาคม", "span", "--01/--03", None, None),
    ("เดือนธันวาคม ค.ศ. ๑๙๐๕ ถึงเดือนมกราคม", "เดือนธันวาคม ค.ศ. ๑๙๐๕ ถึงเดือนมกราคม", "span", "1905-12/1906-01", "CE", None),
]


@pytest.mark.parametrize(("prose", "text", "kind", "iso", "era", "qualifier"), VALUES)
def test_value(prose: str, text: str, kind: str, iso: str, era: str | None, qualifier: str | None) -> None:
    found = [
        (date.text, date.kind, date.iso, date.era, date.qualifier, date.part_of_name) for date in find_dates(prose)
    ]
    assert found == [(text, kind, iso, era, qualifier, False)]


@pytest.mark.parametrize(
    "prose",
    [
        "ประมาณ ๑๕๐๐ คน",
        "ใน ๑๕๐๐ แห่ง",
        "มี ๑๙๐๕ คน",
        "ราคา ๑,๙๐๕ รูเบิล",
        "ในฤดูหนาวอากาศเย็น",
        "๒ ทศวรรษต่อมา",
        "ช่วงเปลี่ยนคริสต์ศตวรรษ",
        "๕ กิโลเมตร",
        "ต้นไม้กลางป่า",
        "1917-10-25",
        "ก.พ. กำหนด",
        "เดือนละ ๒ ครั้ง",
        "",
    ],
)
def test_no_date(prose: str) -> None:
    assert find_dates(prose) == []


NAMES = [
    ("การปฏิวัติเดือนตุลาคม ค.ศ. ๑๙๑๗", [("เดือนตุลาคม", True), ("ค.ศ. ๑๙๑๗", False)]),
    ("การปฏิวัติใหญ่เดือนตุลาคม", [("เดือนตุลาคม", True)]),
    ("“แถลงการณ์เดือนตุลาคม” ค.ศ. ๑๙๐๕", [("เดือนตุลาคม", True), ("ค.ศ. ๑๙๐๕", False)]),
    ("เหตุการณ์เดือนกรกฎาคม", [("เดือนกรกฎาคม", True)]),
    ("เหตุการณ์ในเดือนกรกฎาคม", [("เดือนกรกฎาคม", False)]),
    ("กบฏเดือนธันวาคม", [("เดือนธันวาคม", True)]),
    ("พรรคตุลาคม", [("ตุลาคม", True)]),
    ("รัฐประหารเดือนธันวาคม", [("เดือนธันวาคม", True)]),
    ("รัฐประหารเดือนธันวาคม ค.ศ. ๑๘๕๑", [("เดือนธันวาคม ค.ศ. ๑๘๕๑", False)]),
    ("การประชุมเดือนตุลาคม ค.ศ. ๑๙๐๗", [("เดือนตุลาคม ค.ศ. ๑๙๐๗", False)]),
    ("ราชวงศ์ในเดือนกรกฎาคม (the July Monarchy)", [("เดือนกรกฎาคม", True)]),
    ("กบฏ ร.ศ. ๑๓๐", [("ร.ศ. ๑๓๐", True)]),
    ("ขบวนการ ๔ พฤษภาคม", [("๔ พฤษภาคม", True)]),
    ("การปฏิวัติจีน ค.ศ. ๑๙๑๑ (Revolution of 1911)*", [("ค.ศ. ๑๙๑๑", True), ("1911", True)]),
    ("กฎหมายปฏิรูป ค.ศ. ๑๘๓๒ (Reform Act 1832)", [("ค.ศ. ๑๘๓๒", True), ("1832", True)]),
    ("สนธิสัญญา ค.ศ. ๑๙๑๙ (Treaty of Versailles, 1919)", [("ค.ศ. ๑๙๑๙", False), ("1919", False)]),
    ("สงคราม (Russo-Japanese War ค.ศ. ๑๙๐๔–๑๙๐๕)", [("ค.ศ. ๑๙๐๔–๑๙๐๕", False)]),
    ("เลนิน (Vladimir Lenin, 1870–1924)", [("1870–1924", False)]),
    ("หนังสือชื่อ The Year 1848 and After", [("1848", True)]),
    ("เหตุการณ์ปฏิวัติ ค.ศ. ๑๙๐๕ ซึ่ง", [("ค.ศ. ๑๙๐๕", False)]),
    ("- การปฏิวัติจีน ค.ศ. ๑๙๑๑\n- จีน", [("ค.ศ. ๑๙๑๑", True)]),
]


@pytest.mark.parametrize(("prose", "expected"), NAMES)
def test_part_of_name(prose: str, expected: list[tuple[str, bool]]) -> None:
    assert [(date.text, date.part_of_name) for date in find_dates(prose)] == expected


def test_known_names_with_a_date_are_names_wherever_they_stand_whatever_their_digits() -> None:
    prose = "หลังการปฏิวัติจีน ค.ศ. ๑๙๑๑ เมื่อ ค.ศ. ๑๙๑๑ และการประชุมเดือนมีนาคม ค.ศ. ๑๙๑๒"
    names = ["การปฏิวัติจีน ค.ศ. 1911", "การประชุมเดือนมีนาคม", "จีน"]
    found = [(date.text, date.part_of_name) for date in find_dates(prose, names=names)]
    assert found == [("ค.ศ. ๑๙๑๑", True), ("ค.ศ. ๑๙๑๑", False), ("เดือนมีนาคม", True), ("ค.ศ. ๑๙๑๒", False)]


IMPLIED = [
    ("เขียนเรื่องการปฏิวัติ ค.ศ. ๑๘๔๘ (Revolutions of 1848)* วันที่ ๓ มีนาคม เขาตาย", [None, None, None]),
    ("ใน ค.ศ. ๑๙๐๐ มีการปฏิวัติ ค.ศ. ๑๙๐๕ (Revolution of 1905)* ในเดือนมีนาคม", [None, None, None, 1900]),
    ("ค.ศ. ๑๙๐๓ ต่อมาในเดือนสิงหาคม", [None, 1903]),
    ("ในเดือนสิงหาคม", [None]),
    ("เดือนพฤษภาคม พ.ศ. ๒๔๗๕ และในวันที่ ๒๔ มิถุนายน", [None, 1932]),
    ("ค.ศ. ๑๙๐๓–๑๙๑๒ ในเดือนสิงหาคม", [None, None]),
    ("ค.ศ. ๑๙๐๒ ระหว่าง ค.ศ. ๑๙๐๓–๑๙๑๒ ในเดือนสิงหาคม", [None, None, 1902]),
    ("เดือนมกราคม ค.ศ. ๑๙๓๗ ถึงเดือนพฤษภาคม ค.ศ. ๑๙๓๙ ในเดือนมิถุนายน", [None, 1939]),
    ("ใน ค.ศ. ๑๙๐๕ (เลนินเกิดใน ค.ศ. ๑๘๗๐ ในเดือนเมษายน) ในเดือนสิงหาคม", [None, None, 1870, 1905]),
    ("ใน ค.ศ. ๑๙๐๕ เหมือนคอมมูน (Commune)* ค.ศ. ๑๘๗๑ ในเดือนสิงหาคม", [None, None, 1905]),
    ("ใน ค.ศ. ๑๙๐๕ เหมือนคอมมูน (Commune)* ค.ศ. ๑๘๗๑ ในเดือนสิงหาคมปีนั้น", [None, None, 1871]),
    ("ใน ค.ศ. ๑๙๑๘\n\nเมื่อเกิดการปฏิวัติ (Revolution)* ค.ศ. ๑๙๑๗ ในเดือนธันวาคม", [None, None, 1917]),
    ("ใน ค.ศ. ๑๙๐๕ ต่อมาอีก ๓ ปีต่อมาในเดือนมีนาคม", [None, 1908]),
    ("ใน ค.ศ. ๑๙๐๕ หลายปีต่อมาในเดือนมีนาคม", [None, None]),
    ("ใน ค.ศ. ๑๙๐๕ เดือนมกราคมปีต่อมา และเดือนมีนาคม", [None, 1906, 1906]),
    ("เดือนธันวาคม ค.ศ. ๑๙๐๕ ต่อมาในเดือนมกราคม", [None, 1906]),
    ("เดือนธันวาคม ค.ศ. ๑๙๐๕ ซึ่งเริ่มมาแต่เดือนมกราคม", [None, 1905]),
    ("เดือนตุลาคม ค.ศ. ๑๙๐๕ ติดคุกเป็นเวลากว่า ๒ ปี ในเดือนมกราคม", [None, 1907]),
    ("เดือนมกราคม และวันที่ ๓ มีนาคม ค.ศ. ๑๙๑๘", [1918, None]),
    ("๒๕ ตุลาคม (๗ พฤศจิกายน ตามปฏิทินใหม่) ค.ศ. ๑๙๑๗", [1917, 1917, None]),
    ("ใน ค.ศ. ๑๙๐๕ ทุกปีในเดือนมกราคม", [None, None]),
    ("ใน ค.ศ. ๑๙๐๕ การปฏิวัติเดือนตุลาคม", [None, None]),
]


@pytest.mark.parametrize(("prose", "expected"), IMPLIED)
def test_implied_year(prose: str, expected: list[int | None]) -> None:
    assert [date.implied_year for date in find_dates(prose)] == expected


@pytest.mark.parametrize(
    ("prose", "iso", "impossible"),
    [
        ("วันที่ ๓๑ เมษายน ค.ศ. ๑๙๑๗", "1917-04", True),
        ("วันที่ ๔๕ มกราคม ค.ศ. ๑๙๐๕", "1905-01", True),
        ("วันที่ ๓๐–๓๑ เมษายน", "--04-30/--04", True),
        ("วันที่ ๒๙ กุมภาพันธ์ ค.ศ. ๑๙๐๑", "1901-02", True),
        ("วันที่ ๒๙ กุมภาพันธ์ ค.ศ. ๑๙๐๐", "1900-02", False),
        ("วันที่ ๒๙ กุมภาพันธ์ ค.ศ. ๑๙๐๔", "1904-02-29", False),
        ("วันที่ ๒๙ กุมภาพันธ์", "--02-29", False),
    ],
)
def test_a_day_that_is_not_in_the_calendar_gives_its_month(prose: str, iso: str, impossible: bool) -> None:
    assert [(date.iso, date.impossible) for date in find_dates(prose)] == [(iso, impossible)]


@pytest.mark.parametrize(
    ("prose", "spans"),
    [
        ("ค.ศ. ๑๙๐๕", [(1905, 1905)]),
        ("ค.ศ. ๑๙๐๕ ในเดือนมีนาคม", [(1905, 1905), (1905, 1905)]),
        ("เดือนมีนาคม", [None]),
        ("คริสต์ศตวรรษที่ ๑๘–๑๙", [(1701, 1900)]),
        ("ทศวรรษ ๑๙๒๐", [(1920, 1929)]),
        ("พุทธศตวรรษที่ ๒๕", [(1858, 1957)]),
        ("ก่อน ค.ศ. ๑๐๐–๔๔", [(-100, -44)]),
        ("ก่อนคริสต์กาล ๑ ปี", [(-1, -1)]),
        ("ค.ศ. ๑๘๓๐, ๑๘๔๘ และ ๑๘๗๑", [(1830, 1871)]),
        ("วันที่ ๒๘ ธันวาคม ถึงวันที่ ๓ มกราคม ค.ศ. ๑๙๑๗", [(1916, 1917)]),
    ],
)
def test_year_span(prose: str, spans: list[tuple[int, int] | None]) -> None:
    assert [year_span(date) for date in find_dates(prose)] == spans


@pytest.mark.parametrize(
    ("prose", "span"),
    [
        ("ทศวรรษ ๑๘๔๐", (1840, 1849)),
        ("ต้นทศวรรษ ๑๘๔๐", (1840, 1843)),
        ("กลางทศวรรษ ๑๘๔๐", (1844, 1846)),
        ("ราวกลางทศวรรษ ๑๘๔๐", (1844, 1846)),
        ("ปลายทศวรรษ ๑๘๔๐", (1847, 1849)),
        ("ครึ่งแรกของทศวรรษ ๑๘๔๐", (1840, 1844)),
        ("ครึ่งหลังของทศวรรษ ๑๘๔๐", (1845, 1849)),
        ("สิ้นทศวรรษ ๑๘๔๐", (1849, 1849)),
        ("กลางทศวรรษ ๒๔๗๐", (1931, 1933)),
        ("ต้นคริสต์ศตวรรษที่ ๑๙", (1801, 1833)),
        ("กลางคริสต์ศตวรรษที่ ๑๙", (1834, 1867)),
        ("ปลายคริสต์ศตวรรษที่ ๑๙", (1868, 1900)),
        ("ครึ่งหลังของคริสต์ศตวรรษที่ ๑๙", (1851, 1900)),
        ("ต้นทศวรรษ ๑๘๔๐ ถึงปลายทศวรรษ ๑๘๕๐", (1840, 1859)),
        ("กลาง ค.ศ. ๑๘๔๘", (1848, 1848)),
        ("ปลาย ค.ศ. ๑๘๔๗-๑๘๔๘", (1847, 1848)),
        ("เดือนมีนาคม", None),
    ],
)
def test_a_qualifier_narrows_what_a_date_tells_of(prose: str, span: tuple[int, int] | None) -> None:
    (date,) = find_dates(prose)
    assert told_span(date) == span


def test_each_year_of_a_list_is_told_of_and_none_between() -> None:
    (years,) = find_dates("ค.ศ. ๑๘๓๐, ๑๘๔๘ และ ๑๘๗๑")
    assert told_spans(years) == [(1830, 1830), (1848, 1848), (1871, 1871)]
    (decade,) = find_dates("กลางทศวรรษ ๑๘๔๐")
    assert told_spans(decade) == [(1844, 1846)]
    (month,) = find_dates("เดือนมีนาคม")
    assert told_spans(month) == []


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*.txt")), ids=lambda file: file.stem)
def test_no_written_date_of_the_sample_entries_is_passed_over(file: Path) -> None:
    data = file.read_bytes()
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp874")
    found = find_dates(text)
    written = re.finditer(r"[คพ]\.ศ\. [๐-๙]{3,4}|เดือน(?:มกราคม|กุมภาพันธ์|มีนาคม|ตุลาคม)|(?:ทศวรรษ|ศตวรรษที่) [๐-๙]+", text)
    passed_over = [mark.group() for mark in written if not any(d.start <= mark.start() < d.end for d in found)]
    assert passed_over == []


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_any_text_gives_dates_in_order_that_stand_where_they_say(text: str) -> None:
    found = find_dates(text, names=[text[3:20]])
    assert [date.text for date in found] == [text[date.start : date.end] for date in found]
    places = [place for date in found for place in (date.start, date.end)]
    assert places == sorted(places)
    assert all(date.start < date.end for date in found)
    spans = [span for span in map(year_span, found) if span is not None]
    assert all(first <= last for first, last in spans)


@pytest.mark.parametrize(
    "piece",
    ["๑", "1905 ", "ค.ศ. ๑๙๐๕ ", ", ๑๙๐๖", "(", "วันที่ ๑๒ ", " และ ๑", "เดือนมกราคม", "ค.ศ. ๑๙๐๕ (aaa "],
)
def test_a_long_text_without_a_break_is_read_to_its_end(piece: str) -> None:
    text = "ค.ศ. ๑๙๐๕ " + piece * (300_000 // len(piece)) + "\nค.ศ. ๑๙๑๗"
    found = find_dates(text)
    assert (found[0].text[:9], found[-1].text) == ("ค.ศ. ๑๙๐๕", "ค.ศ. ๑๙๑๗")
