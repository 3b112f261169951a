"""The axis of the timeline: centuries, decades and years, and where a span of years lies on it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

#: What a window of so many years is divided into.
STEPS: Final = {100: 10, 10: 1}
#: So many centuries are on one axis: more leave no room for their years on a phone.
CENTURIES: Final = 8
#: The axis is drawn a thousand units wide.
WIDTH: Final = 1000
_LEAST_BAR: Final = 6
_HEIGHT: Final = 100
#: A unit narrower than this part of the axis has no room for its years.
_LABEL: Final = 16


@dataclass(frozen=True, slots=True)
class Window:
    """The years `first` to `last` of the Common Era, of which each `step` years are a unit.

    The window may begin or end within a unit: there is nothing in the rest of it. There is no year 0: the first century
    and the first decade begin with 1.
    """

    first: int
    last: int
    step: int

    @property
    def units(self) -> tuple[tuple[int, int], ...]:
        """First and last year of each unit, whole ones."""
        first = self.first // self.step * self.step
        return tuple((max(year, 1), year + self.step - 1) for year in range(first, self.last + 1, self.step))

    @property
    def wider(self) -> tuple[int, int] | None:
        """The window around a decade; None around a century, which the whole is."""
        return span_of(self.first, 100) if self.step == 1 else None

    @property
    def rules(self) -> tuple[int, ...]:
        """Where units begin on the axis, but for the first."""
        return tuple(self.at(first) for first, _last in self.units[1:])

    def at(self, year: float) -> int:
        """Where a year begins on the axis."""
        return int((year - self.first) * WIDTH / (self.last - self.first + 1))

    def bar(self, first: int, last: int) -> tuple[int, int]:
        """Where a span of years begins on the axis, and how wide it is: never too narrow to be seen."""
        left, right = self.at(max(first, self.first)), self.at(min(last, self.last) + 1)
        width = max(right - left, _LEAST_BAR)
        return min(left, WIDTH - width), width

    def mark(self, first: int, last: int) -> int:
        """Where a passage that speaks of a span of years has its mark: in the middle of what the window shows of it."""
        return self.at((max(first, self.first) + min(last, self.last) + 1) / 2)

    def until(self, year: int) -> "Window":
        """The window without the units after a year, unless none would be left."""
        last = year // self.step * self.step + self.step - 1
        return replace(self, last=min(self.last, last)) if last >= self.first else self


def span_of(year: int, length: int) -> tuple[int, int]:
    """First and last year of the century or decade (`length` years) of a year; the first ones have no year 0."""
    first = year // length * length
    return max(first, 1), first + length - 1


def window_of(first: int, last: int) -> Window | None:
    """The window of a century (1900–1999) or a decade (1910–1919), the first ones 1–99 and 1–9; None for others."""
    steps = (step for length, step in STEPS.items() if first > 0 and span_of(first, length) == (first, last))
    return next((Window(first, last, step) for step in steps), None)


def whole_window(years: Iterable[tuple[int, int]], *, until: int) -> Window:
    """The window of centuries that holds these spans, from the first decade with something to the last one.

    It holds the latest CENTURIES of them, and nothing of the years after `until`, unless there is nothing before: one
    passage about another age must not make the axis of all others too small to read. Without any span it is the
    twentieth century.
    """
    spans = [(max(first, 1), last) for first, last in years if last > 0]
    spans = [span for span in spans if span[0] <= until] or spans
    if not spans:
        return Window(1900, 1999, 100)
    last = max(last for _first, last in spans)
    last = min(last, until) if min(first for first, _last in spans) <= until else last
    earliest = (last // 100 - CENTURIES + 1) * 100
    first = min(max(first, earliest) for first, end in spans if end >= earliest)
    return Window(max(first // 10 * 10, 1), last // 10 * 10 + 9, 100)


def earlier_window(window: Window, years: Iterable[tuple[int, int]]) -> Window | None:
    """The window of the centuries before one of centuries, from the first that these spans meet; None where none is."""
    end = window.first // 100 * 100 - 1
    first = min((max(first, 1) for first, last in years if last > 0 and first <= end), default=None)
    return None if first is None else Window(max(first // 100 * 100, 1), end, 100)


@dataclass(frozen=True, slots=True)
class Unit:
    """A century, decade or year of the axis with how much there is of it.

    `begins` is the first of its years that the window shows and `tenths` how much it shows of the unit; `height` is of
    the column, of a hundred.
    """

    first: int
    last: int
    entries: int
    passages: int
    height: int
    begins: int
    tenths: int
    is_narrow: bool

    @property
    def top(self) -> int:
        """Where the column begins, counted from above."""
        return _HEIGHT - self.height


def units_of(
    window: Window, entries: Iterable[tuple[int, int, int]], passages: Iterable[tuple[int, int, int]]
) -> list[Unit]:
    """The units of a window, each with the entries and passages (first year, last year, how many) that it meets."""
    periods, dates = list(entries), list(passages)
    counts = [(first, last, _met(periods, first, last), _met(dates, first, last)) for first, last in window.units]
    most = max((entries + passages for _first, _last, entries, passages in counts), default=0) or 1
    return [
        _unit(window, first, last, entries, passages, -(-(entries + passages) * _HEIGHT // most))
        for first, last, entries, passages in counts
    ]


def _unit(window: Window, first: int, last: int, entries: int, passages: int, height: int) -> Unit:
    begins = max(first, window.first)
    years = min(last, window.last) - begins + 1
    is_narrow = years * _LABEL < window.last - window.first + 1
    return Unit(first, last, entries, passages, height, begins, round(years * 10 / window.step), is_narrow)


def _met(spans: Iterable[tuple[int, int, int]], first: int, last: int) -> int:
    return sum(count for start, end, count in spans if start <= last and end >= first)
