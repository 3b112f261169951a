"""Years in the other era: what is rewritten, and what stays as written."""

import pytest

from entries.reader.eras import Era, era_years
from entries.text.dates import find_dates


def shown(text: str, era: Era, *anchors: tuple[int, int], names: tuple[str, ...] = ()) -> str:
    """The text with its years as a page in an era shows them."""
    (years,) = era_years([text], find_dates(text, names=names), [anchors])
    for year in sorted(years, key=lambda each: -each.start):
        assert text[year.start : year.end] == year.written
        text = text[: year.start] + year.shown(era).replace("\u00a0", " ") + text[year.end :]
    return text


@pytest.mark.parametrize(
    ("written", "be"),
    [
        ("ใน ค.ศ. ๑๙๑๗ เกิด", "ใน พ.ศ. ๒๔๖๐ เกิด"),
        ("ระหว่าง ค.ศ. ๑๙๐๓–๑๙๑๒ เขา", "ระหว่าง พ.ศ. ๒๔๔๖–๒๔๕๕ เขา"),
        ("ระหว่าง ค.ศ. ๑๙๐๔–๐๕ เขา", "ระหว่าง พ.ศ. ๒๔๔๗–๒๔๔๘ เขา"),
        ("ระหว่าง ค.ศ. ๑๙๐๔ ถึงต้น ค.ศ. ๑๙๐๕", "ระหว่าง พ.ศ. ๒๔๔๗ ถึงต้น พ.ศ. ๒๔๔๘"),
        ("วันที่ ๗ พฤศจิกายน ค.ศ. ๑๙๑๗", "วันที่ ๗ พฤศจิกายน พ.ศ. ๒๔๖๐"),
        ("ใน ร.ศ. ๑๑๒ สยาม", "ใน พ.ศ. ๒๔๓๖ สยาม"),
        ("ใน พ.ศ. ๒๔๗๕ สยาม", "ใน พ.ศ. ๒๔๗๕ สยาม"),
        ("ในปี ๑๙๐๕ เขา", "ในปี ๑๙๐๕ เขา"),
        ("ในทศวรรษ ๑๙๒๐ เขา", "ในทศวรรษ ๑๙๒๐ เขา"),
        ("คริสต์ศตวรรษที่ ๑๙", "คริสต์ศตวรรษที่ ๑๙"),
        ("สงคราม (War ค.ศ. ๑๙๐๔) จบ", "สงคราม (War ค.ศ. ๑๙๐๔) จบ"),
        ("สงคราม (ค.ศ. ๑๙๐๔) จบ", "สงคราม (พ.ศ. ๒๔๔๗) จบ"),
        ("เขียนว่า “ใน ค.ศ. ๑๙๐๔” ไว้", "เขียนว่า “ใน ค.ศ. ๑๙๐๔” ไว้"),
        ("ใน ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๐) เกิด", "ใน ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๐) เกิด"),
        ("๔๔ ปีก่อน ค.ศ.", "๔๔ ปีก่อน ค.ศ."),
    ],
)
def test_only_a_year_that_an_era_introduces_is_rewritten(written: str, be: str) -> None:
    assert shown(written, "be") == be
    assert shown(written, "") == written


@pytest.mark.parametrize(
    ("written", "ce"),
    [
        ("ใน พ.ศ. ๒๔๗๕ สยาม", "ใน ค.ศ. ๑๙๓๒ สยาม"),
        ("ใน ร.ศ. ๑๑๒ สยาม", "ใน ค.ศ. ๑๘๙๓ สยาม"),
        ("ใน ค.ศ. ๑๙๑๗", "ใน ค.ศ. ๑๙๑๗"),
    ],
)
def test_to_the_common_era(written: str, ce: str) -> None:
    assert shown(written, "ce") == ce


@pytest.mark.parametrize(
    ("written", "both"),
    [
        ("ใน ค.ศ. ๑๙๑๗ เกิด", "ใน ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๐) เกิด"),
        ("ใน พ.ศ. ๒๔๗๕ เกิด", "ใน พ.ศ. ๒๔๗๕ (ค.ศ. ๑๙๓๒) เกิด"),
        ("ใน ร.ศ. ๑๑๒ เกิด", "ใน ค.ศ. ๑๘๙๓ (พ.ศ. ๒๔๓๖) เกิด"),
    ],
)
def test_both_eras_stand_side_by_side(written: str, both: str) -> None:
    assert shown(written, "both") == both


def test_anchors_and_names_keep_their_years() -> None:
    text = "การปฏิวัติ ค.ศ. ๑๙๐๕ แพ้"
    assert shown(text, "be", (0, text.index(" แพ้"))) == text
    assert shown(text, "be", names=("การปฏิวัติ ค.ศ. ๑๙๐๕",)) == text


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("เดือนมกราคม ค.ศ. ๑๙๐๕", "ตามปีราชการไทยในขณะนั้นเป็น พ.ศ. ๒๔๔๗"),
        ("วันที่ ๑๕ มีนาคม ค.ศ. ๑๙๔๐", "ตามปีราชการไทยในขณะนั้นเป็น พ.ศ. ๒๔๘๒"),
        ("เดือนกุมภาพันธ์ พ.ศ. ๒๔๖๐", "ถ้านับตามปีราชการไทยในขณะนั้นตรงกับ ค.ศ. ๑๙๑๘"),
        ("เดือนเมษายน ค.ศ. ๑๙๐๕", ""),
        ("เดือนมกราคม ค.ศ. ๑๙๔๑", ""),
        ("เดือนมกราคม ค.ศ. ๑๘๘๙", ""),
        ("ทศวรรษ ๑๙๒๐", "ค.ศ. ๑๙๒๐–๑๙๒๙ (พ.ศ. ๒๔๖๓–๒๔๗๒)"),
        ("คริสต์ศตวรรษที่ ๑๙", "ค.ศ. ๑๘๐๑–๑๙๐๐ (พ.ศ. ๒๓๔๔–๒๔๔๓)"),
    ],
)
def test_notes_say_what_a_number_alone_does_not(text: str, note: str) -> None:
    ((year,),) = era_years([text], find_dates(text), [()])
    assert year.note == note
