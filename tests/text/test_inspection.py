"""One file looked at: its public JSON, its lines for a terminal, its fixed copy."""

import json
from typing import Any

import pytest

from entries.text.checks import CheckSettings
from entries.text.findings import Severity
from entries.text.inspection import Inspection, Unreadable, inspect_source, lexicon_of_lines, totals
from entries.text.serializer import read_canonical
from tests.shared import corpus_file, gold

SOURCE = """Alpha, Anna (1871–1919)
นางอันนา อัลฟา (พ.ศ. ๒๔๑๔–๒๔๖๒)

อันนา อัลฟา เป็นนักปฏิวัติ มีบุตร๒คน พบบอริส บีตา (Boris Beta)* ใน ค.ศ. ๑๙๐๕

\u00a0ต่อมาในเดือนสิงหาคม เข้าร่วมสงครามแกมมา (Gamma War)*

ที่เมืองเดลตา (Delta)

คำตั้ง
Alpha, Anna
คำเทียบ
นางอันนา อัลฟา
คำสำคัญ
- บีตา, บอริส
- บีตา, บอริส
ผู้เขียนคำอธิบาย
มานะ อักษรสมมุติ
บรรณานุกรมคำตั้ง
แหล่งอ้างอิง
-
วงศ์
ก
"""
KEYS = [
    "file", "encoding", "headwords", "thai_titles", "period", "periods", "kind", "see", "paragraphs", "keywords",
    "authors", "bibliography", "sources", "see_also", "media", "extra", "references", "dates", "problems",
]  # fmt: skip


def inspected(text: str = SOURCE, **options: Any) -> Inspection:
    """A text that must be readable."""
    inspection = inspect_source(text.encode(), "alpha.txt", **options)
    assert isinstance(inspection, Inspection)
    return inspection


def test_the_public_interface() -> None:
    found = inspected().as_json()
    assert list(found) == KEYS
    lists = ("references", "dates", "problems")
    assert {key: value for key, value in found.items() if key not in lists} == {
        "file": "alpha.txt",
        "encoding": "utf-8",
        "headwords": ["Alpha, Anna"],
        "thai_titles": ["นางอันนา อัลฟา"],
        "period": {"ce": [1871, 1919], "be": [2414, 2462]},
        "periods": [
            {"from": 1871, "to": 1919, "approximate": False, "uncertain": False, "era": "CE", "kind": "life"},
            {"from": 1871, "to": 1919, "approximate": False, "uncertain": False, "era": "BE", "kind": "life"},
        ],
        "kind": "person",
        "see": None,
        "paragraphs": 2,
        "keywords": ["บีตา, บอริส", "บีตา, บอริส"],
        "authors": ["มานะ อักษรสมมุติ"],
        "bibliography": [],
        "sources": [],
        "see_also": [],
        "media": [],
        "extra": {"วงศ์": ["ก"]},
    }
    assert json.loads(json.dumps(found)) == found


def test_offsets_are_those_of_the_decoded_file() -> None:
    for text, data in ((SOURCE, SOURCE.encode("utf-8-sig")), (SOURCE, SOURCE.replace("\n", "\r\n").encode())):
        found = inspect_source(data).as_json()
        references = found["references"]
        assert [(r["anchor"], r["gloss"], r["starred"]) for r in references] == [
            ("บอริส บีตา", "Boris Beta", True), ("สงครามแกมมา", "Gamma War", True), ("เมืองเดลตา", "Delta", False),
        ] or references[2]["anchor"] == "เดลตา"  # fmt: skip
        assert all(text[r["start"] : r["end"]] == r["anchor"] for r in references)
        assert all(0 <= r["confidence"] <= 1 and round(r["confidence"], 3) == r["confidence"] for r in references)
        assert all(r["evidence"] and all(isinstance(words, str) for words in r["evidence"]) for r in references)
        assert [(text[d["start"] : d["end"]], d["iso"], d["implied_year"]) for d in found["dates"]] == [
            ("ค.ศ. ๑๙๐๕", "1905", None),
            ("เดือนสิงหาคม", "--08", 1905),
        ]


def test_problems_and_findings_stand_together_in_the_order_of_the_file() -> None:
    found = inspected().as_json()["problems"]
    assert [(p["code"], SOURCE[p["start"] : p["end"]], p["line"], p["fix"]) for p in found] == [
        ("missing_space_digit", "ร๒ค", 4, "ร ๒ ค"),
        ("broken_paragraph", "\n\n", 6, " "),
        ("keyword_duplicate", "บีตา, บอริส", 16, ""),
        ("empty_field", "บรรณานุกรมคำตั้ง", 19, "บรรณานุกรมคำตั้ง\n-"),
        ("missing_bibliography", "บรรณานุกรมคำตั้ง", 19, None),
        ("unknown_label", "วงศ์", 22, None),
    ]
    assert [list(p) for p in found] == [["code", "severity", "start", "end", "line", "message", "fix"]] * len(found)
    assert {p["severity"] for p in found} == {"warning", "remark"}


def test_findings_are_weighed_as_problems_are() -> None:
    settings = CheckSettings({"unknown_label": Severity.ERROR, "empty_field": None, "keyword_duplicate": None})
    found = inspect_source(SOURCE.encode(), settings=settings)
    assert isinstance(found, Inspection)
    assert [(notice.code, notice.severity.value) for notice in found.notices] == [
        ("missing_space_digit", "warning"),
        ("broken_paragraph", "warning"),
        ("missing_bibliography", "remark"),
        ("unknown_label", "error"),
    ]


PERIODS = [
    ("1879–1940", "พ.ศ. ๒๔๒๒–๒๔๘๓", [1879, 1940], [2422, 2483]),
    ("1905-1906, 1911", "", [1905, 1911], None),
    ("1931–    ", "พ.ศ. ๒๔๗๔–    ", [1931, None], [2474, None]),
    ("1279–1213 BC", "๗๓๖–๖๗๐ ปีก่อนพุทธศักราช", [-1279, -1213], [-736, -670]),
    ("553–539 BC", "๑๐ ปีก่อนพุทธศักราช–พ.ศ. ๕", [-553, -539], [-10, 5]),
    ("1879-40", "", [1879, None], None),
    ("", "", None, None),
]


@pytest.mark.parametrize(("ce", "be", "ce_span", "be_span"), PERIODS)
def test_outer_spans(ce: str, be: str, ce_span: list[int] | None, be_span: list[int] | None) -> None:
    first = f"Alpha ({ce})" if ce else "Alpha"
    second = f"อัลฟา ({be})" if be else "อัลฟา"
    found = inspected(f"{first}\n{second}\n\nอัลฟาเป็นเมือง (X)\n\nคำตั้ง\nAlpha\nคำเทียบ\nอัลฟา\n").as_json()
    assert found["period"] == {"ce": ce_span, "be": be_span}


def test_a_see_entry() -> None:
    found = inspected("Beta\n\nบีตา\n\nดู Alpha, Anna\n\nคำตั้ง\nBeta\nคำเทียบ\nบีตา\n").as_json()
    assert (found["see"], found["paragraphs"], found["references"]) == ("Alpha, Anna", 0, [])


def test_a_lexicon_and_the_entrys_own_keywords_are_known_names() -> None:
    text = "Alpha\nอัลฟา\n\nพบกับทิมทอมทัม (Qqq)*\n\nคำตั้ง\nAlpha\nคำเทียบ\nอัลฟา\nคำสำคัญ\n- ทอมทัม\n"
    lexicon = lexicon_of_lines(["", "ทิมทอมทัม", " "])
    assert [r["anchor"] for r in inspected(text).as_json()["references"]] == ["ทอมทัม"]
    without = inspected(text, own_keywords=False).as_json()["references"]
    assert not any("คำสำคัญ" in words for r in without for words in r["evidence"])
    known = inspected(text, own_keywords=False, lexicon=lexicon).as_json()["references"]
    assert [r["anchor"] for r in known] == ["ทิมทอมทัม"]


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", "Alpha\x00\nก".encode()])
def test_what_cannot_be_read_is_an_error(data: bytes) -> None:
    unreadable = inspect_source(data, "alpha.txt")
    assert isinstance(unreadable, Unreadable)
    assert unreadable.as_json() == {"file": "alpha.txt", "error": unreadable.error}
    assert list(unreadable.as_lines()) == [f"alpha.txt: อ่านไม่ได้: {unreadable.error}"]
    assert any("ก" <= char <= "ฮ" for char in unreadable.error)


def test_a_tab_is_told_once() -> None:
    codes = [p["code"] for p in inspected(SOURCE.replace("มีบุตร", "มี\tบุตร")).as_json()["problems"]]
    assert codes.count("tab") == 1
    assert "irregular_space" not in codes


def test_lines_for_a_terminal() -> None:
    lines = list(inspected().as_lines())
    assert lines[0] == "alpha.txt: Alpha, Anna · นางอันนา อัลฟา [บุคคล] 2 ย่อหน้า โยง 2 แห่ง (utf-8)"
    assert lines[1] == (
        "alpha.txt:4: ควรตรวจ missing_space_digit ตัวเลข “๒” เขียนติดกับคำ ควรเว้นวรรค ใน “ฏิวัติ มีบุต⟦ร๒ค⟧น พบบอริส บี” → “ร ๒ ค”"
    )
    assert all("\n" not in line for line in lines)
    assert totals([inspected(), Unreadable("b", "")]) == "2 ไฟล์ · ต้องแก้ 0 · ควรตรวจ 3 · แจ้งให้ทราบ 3 · อ่านไม่ได้ 1"


def test_the_fixed_copy_is_canonical_and_mended() -> None:
    text = inspected().fixed_text()
    article = read_canonical(text)
    assert article.keywords == ("บีตา, บอริส",)
    assert "มีบุตร ๒ คน" in article.paragraphs[0]
    again = inspect_source(text.encode())
    assert isinstance(again, Inspection)
    assert again.fixed_text() == text


def test_the_real_entry_by_its_gold() -> None:
    path = corpus_file()
    inspection = inspect_source(path.read_bytes(), path.name)
    assert isinstance(inspection, Inspection)
    found = inspection.as_json()
    assert found["period"] == {"ce": [1879, 1940], "be": [2422, 2483]}
    assert (found["kind"], found["paragraphs"], len(found["keywords"])) == ("person", 31, 100)
    fields = ("start", "end", "text", "kind", "iso", "era", "qualifier", "implied_year", "part_of_name")
    dates = [tuple(row[field] for field in fields) for row in gold("seed_dates") if row["section"] == "body"]
    got = {tuple(date[field] for field in fields) for date in found["dates"]}
    assert sum(row in got for row in dates) >= 0.95 * len(dates)
    spans = {(r["start"], r["end"]) for r in found["references"]}
    starred = [(row["start"], row["end"]) for row in gold("seed_references") if row.get("starred")]
    assert sum(span in spans for span in starred) >= 0.95 * len(starred)
