"""Where lines may end: pure, without a browser."""

import pytest

from entries.reader.linebreaks import Names, columns, kept_runs, known_names, runs_of

NAMES = known_names(
    ("พระเจ้านิโคลัสที่ ๒", "นายเลออน ตรอตสกี"),
    ("เคเรนสกี, อะเล็กซานเดอร์", "พรรคแรงงานสังคมประชาธิปไตยรัสเซีย"),
    ("เบรสต์-ลิตอฟสค์", "พรรคบอลเชวิค"),
)


def whole(text: str) -> list[str]:
    """What never parts, of the names in a text."""
    return [text[run.start : run.end] for run in Names(NAMES).runs(text) if run.style in ("w", "wx")]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("พบเลออน ตรอตสกีที่นั่น", ["เลออน ตรอตสกี"]),
        ("แต่ตรอตสกีไม่ยอม", ["ตรอตสกี"]),
        ("กับอะเล็กซานเดอร์ เคเรนสกีใน", ["อะเล็กซานเดอร์", "เคเรนสกี"]),
        ("ตรอตสกี้", []),
        ("พรรคแรงงานสังคมประชาธิปไตยรัสเซีย", ["พรรค", "แรงงาน", "สังคม", "ประชาธิปไตย", "รัสเซีย"]),
        ("สนธิสัญญาเบรสต์-ลิตอฟสค์", ["เบรสต์-ลิตอฟสค์"]),
        ("ไม่มีชื่อ", []),
        ("ที่พรรคบอลเชวิคและบอลเชวิคซ้าย", ["พรรคบอลเชวิค", "บอลเชวิค"]),
        ("ตรอตสกีา เตรอตสกี", []),
    ],
)
def test_names_stay_whole(text: str, runs: list[str]) -> None:
    assert whole(text) == runs


def test_a_wider_name_stays_whole_where_it_takes_less_than_half_a_line() -> None:
    text = "อะเล็กซานเดอร์ เคเรนสกี"
    (outer, *_parts) = Names(NAMES).runs(text)
    assert (outer.start, outer.end, outer.style) == (0, len(text), "n20")


def test_a_name_gives_way_to_one_of_the_article_that_it_would_cut() -> None:
    text = "ที่กรุงเปโตรกราดเก่า"
    own, known = Names(("กรุงเปโตรกราด",)), Names(("เปโตรกราดเก่า", "โตรกราด", "กราด"))
    assert [text[run.start : run.end] for run in runs_of(text, own, known)] == ["กรุงเปโตรกราด"]
    assert [text[run.start : run.end] for run in runs_of(text, known)] == ["เปโตรกราดเก่า"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ใน ค.ศ. ๑๙๑๗ และ พ.ศ.๒๔๖๐", ["ค.ศ. ๑๙๑๗", "พ.ศ.๒๔๖๐"]),
        ("เมื่อวันที่ ๒๖ ตุลาคม", ["วันที่ ๒๖"]),
        ("สงครามโลกครั้งที่ ๑ จบ", ["รั้งที่ ๑"]),
        ("นิโคลัสที่ ๒", ["ลัสที่ ๒"]),
        ("ต่าง ๆ และอื่น ๆ ฯลฯ", ["ต่าง ๆ", "อื่น ๆ ฯลฯ"]),
        ("ม.ร.ว. เสนีย์", ["ม.ร.ว. เส"]),
        ("V. I. Lenin กับ Nicholas II", ["V. I.", "Nicholas II"]),
        ("เดือนตุลาคมค.ศ. ๑๘๗๙", ["ค.ศ. ๑๘๗๙"]),
    ],
)
def test_what_is_never_parted(text: str, runs: list[str]) -> None:
    assert [text[run.start : run.end] for run in kept_runs(text)] == runs


def test_marks_take_no_room() -> None:
    assert columns("ตรอตสกี้") == 6
    assert columns("ที่ ๒") == 3
