"""The values that reading dates gives: expressions as callers see them, and the parts they are put together from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from entries.text.dates.calendar import Stamp

Kind = Literal[
    "year",
    "year_range",
    "year_list",
    "month",
    "month_range",
    "month_list",
    "day",
    "day_range",
    "day_list",
    "season",
    "decade",
    "decade_range",
    "decade_list",
    "century",
    "century_range",
    "century_list",
    "span",
]
Group = tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as prose writes it.

    `start` and `end` are `str` offsets into the text that was given, and `text` is what stands there.

    `kind` says how it is built: the unit (year, month, day, season, decade, century), a range of the unit sharing
    its larger parts (day_range วันที่ ๕–๘ กันยายน), a list of it, or a span: two complete dates, from the one to the other.

    `iso` is the value in Common Era years: 1905 · 1905-10 · 1905-10-07 · --10 and --10-07 where no year is written ·
    192X · 18XX · FROM/TO for ranges and spans · A,B for lists; a season gives its year; 44 BC is -0043; Buddhist
    decades and centuries, which no ISO form has, give FROM/TO. A day that the calendar does not have
    (๓๑ เมษายน) gives the month alone, with `impossible` true.

    `era` is the era that is written: CE, BE (พ.ศ.), RS (ร.ศ.), CS (จ.ศ.), SS (ม.ศ.), BCE, or None where no year is
    written. `qualifier` is ต้น, กลาง, ปลาย, ราว … as written, always None for a span.

    `implied_year` is the Common Era year that a date without a year takes from what stands before it, None if the date
    has its own or belongs to a name. `part_of_name` says that the date is part of a name (การปฏิวัติเดือนตุลาคม).
    """

    start: int
    end: int
    text: str
    kind: Kind
    iso: str
    era: str | None
    qualifier: str | None
    implied_year: int | None
    part_of_name: bool
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An expression before its context is known: groups of one stamp or of two, from and to."""

    start: int
    end: int
    kind: Kind
    groups: tuple[Group, ...]
    era: str | None = None
    qualifier: str | None = None
    bare: bool = False
    """No era is written beside the year."""

    @property
    def iso(self) -> str:
        return ",".join("/".join(stamp.iso for stamp in group) for group in self.groups)

    @property
    def first(self) -> Stamp:
        return self.groups[0][0]

    @property
    def last(self) -> Stamp:
        return self.groups[-1][-1]

    @property
    def has_year(self) -> bool:
        return self.last.year is not None

    @property
    def impossible(self) -> bool:
        return any(stamp.impossible for group in self.groups for stamp in group)


def groups_in_year(groups: Sequence[Group], year: int | None) -> tuple[Group, ...]:
    """The groups with every stamp put in the year."""
    return tuple(tuple(stamp.in_year(year) for stamp in group) for group in groups)
