"""What reading a file came upon, and where in the decoded file each part of the article stands."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

#: So many findings of one code are told of a file; the last of them says how many more there are.
MOST_OF_A_CODE: Final = 50


class Severity(StrEnum):
    """How much a finding or a problem asks of a person: ต้องแก้ / ควรตรวจ / แจ้งให้ทราบ."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that reading a file came upon. It is the file's, not the text's.

    `start` and `end` are offsets into the decoded text, `words` what stands there (at most 200 code points),
    `message` says in Thai what was found and done, `fix` what to write in the place of the span (None: nothing safe).
    """

    code: str
    severity: Severity
    start: int
    end: int
    words: str
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One kind of finding: its code, and in Thai, for editors, its name and what it is about."""

    code: str
    name: str
    explanation: str


#: Everything that reading a file, and matching it to its entry, may find, in the order in which it is told.
FINDING_KINDS: Final = (
    FindingKind("replacement_character", "อักษรสูญหายก่อนถึงแฟ้ม", "อักขระแทน U+FFFD อยู่ในที่ของอักษรที่สูญหายก่อนถึงแฟ้มนี้"),
    FindingKind("mojibake_repaired", "แก้ข้อความเพี้ยนคืนแล้ว", "แฟ้มถูกบันทึกด้วยการเข้ารหัสที่ผิด ระบบแก้คืนทั้งแฟ้ม"),
    FindingKind("title_overruled", "บรรทัดหัวเรื่องไม่ตรงกับค่าใต้ป้าย", "บรรทัดหัวเรื่องกับค่าใต้ป้ายขัดกัน ระบบใช้ค่าใต้ป้าย"),
    FindingKind("title_added", "เพิ่มค่าจากบรรทัดหัวเรื่อง", "บรรทัดหัวเรื่องมีมากกว่าค่าใต้ป้าย ระบบเพิ่มให้"),
    FindingKind("head_sign", "เครื่องหมายท้ายบรรทัดหัวเรื่อง", "ดอกจันหรือจุดหลังปีในบรรทัดหัวเรื่องถูกละไว้"),
    FindingKind("broken_paragraph", "ย่อหน้าที่ถูกตัดบรรทัด", "ย่อหน้าที่ถูกตัดเป็นหลายบรรทัด ระบบต่อเป็นย่อหน้าเดียว"),
    FindingKind("doubtful_label", "บรรทัดที่อาจเป็นป้าย", "บรรทัดที่อาจเป็นป้ายแต่ระบบไม่ได้อ่านเป็นป้าย หรือกลับกัน"),
    FindingKind("repeated_label", "ป้ายซ้ำ", "ป้ายเดียวกันมีมากกว่าหนึ่งแห่ง ระบบรวมค่าไว้ด้วยกัน"),
    FindingKind("unknown_label", "ป้ายที่ไม่รู้จัก", "ป้ายที่ไม่ใช่ของรูปแบบต้นฉบับ ระบบเก็บไว้ตามที่เขียน"),
    FindingKind("empty_field", "ป้ายที่ไม่มีค่า", "ป้ายที่ไม่มีอะไรอยู่ข้างใต้ แม้แต่ขีด (-)"),
    FindingKind("missing_dash", "ค่าที่ไม่มีขีดนำ", "ค่าที่ไม่มีขีดนำหน้าอย่างค่าอื่นใต้ป้ายเดียวกัน"),
    FindingKind("numbered_list", "ค่าที่มีเลขลำดับ", "เลขลำดับหน้าค่าใต้ป้ายถูกนำออก"),
    FindingKind("see_rewritten", "รายการโยงที่เขียนต่างจากแบบ", "รายการโยงที่ไม่ได้เขียนว่า “ดู” ตามด้วยชื่อ ระบบอ่านเป็นแบบนั้นให้"),
    FindingKind("tab", "แท็บในแฟ้ม", "แท็บที่ระบบเก็บไว้ตามต้นฉบับ ควรใช้วรรคแทน"),
    FindingKind("matched_loosely", "จับคู่กับรายการแม้ไม่ตรงทั้งหมด", "แฟ้มถูกจับคู่กับรายการที่มีอยู่ แม้คำตั้งหรือช่วงเวลาต่างจากเดิม"),
    FindingKind("homonym", "คำตั้งเดียวกับรายการอื่น", "คำตั้งของแฟ้มตรงกับรายการอื่น ระบบจึงสร้างเป็นอีกรายการหนึ่ง"),
)
FINDINGS_BY_CODE: Final = MappingProxyType({kind.code: kind for kind in FINDING_KINDS})


def capped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of their places, of each code the first ones and how many more there are."""
    kept: list[Finding] = []
    last: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for finding in sorted(findings, key=lambda one: (one.start, one.end, one.code)):
        counts[finding.code] += 1
        if counts[finding.code] <= MOST_OF_A_CODE:
            last[finding.code] = len(kept)
            kept.append(finding)
    for code, at in last.items():
        if (more := counts[code] - MOST_OF_A_CODE) > 0:
            kept[at] = replace(kept[at], message=f"{kept[at].message} {and_more(more)}")
    return tuple(kept)


def and_more(count: int) -> str:
    """What the last finding told of a code says of those behind it."""
    return f"(และอีก {count:,} แห่งถัดไป)"


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` code points of a value that stand together in the file from the offset `source` on."""

    length: int
    source: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """From a field's value and an offset in it back to an offset in the decoded text.

    `pieces` has, by (field, index of the value), the runs that the value was made of, in order.
    """

    pieces: Mapping[tuple[str, int], tuple[Piece, ...]] = field(default_factory=dict)

    def offset(self, name: str, index: int, at: int = 0) -> int | None:
        """Where code point `at` of value `index` of the field `name` stands in the file; None for an unknown value.

        `at` may be the value's length: then the offset just after its last code point.
        """
        runs = self.pieces.get((name, index))
        if not runs:
            return None
        passed = 0
        for run in runs[:-1]:
            if at < passed + run.length:
                return run.source + at - passed
            passed += run.length
        return runs[-1].source + min(at - passed, runs[-1].length)

    def span(self, name: str, index: int, start: int, end: int) -> tuple[int, int] | None:
        """The file's span for the non-empty span [start, end) of a value; None for an unknown value."""
        first = self.offset(name, index, start)
        if first is None:
            return None
        last = self.offset(name, index, max(end - 1, start))
        return first, (last if last is not None else first) + (1 if end > start else 0)


def line_of(text: str, offset: int) -> int:
    """The number, from 1, of the line that holds this offset."""
    return text.count("\n", 0, offset) + 1
