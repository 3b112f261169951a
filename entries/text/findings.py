"""What reading a file came upon, and where in the decoded file each part of the article stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
