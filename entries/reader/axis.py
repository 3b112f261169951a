"""The axis of the timeline: centuries, decades and years, and where a span of years lies on it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

#: What a window of so many years is divided into.
STEPS: Final = {1000: 100, 100: 10, 10: 1}
#: The axis is drawn a thousand units wide.
WIDTH: Final = 1000
_LEAST_BAR: Final = 6
_HEIGHT: Final = 100


@dataclass(frozen=True, slots=True)
class Window:
    """The years `first` to `last` of the Common Era, of which each `step` years are a unit."""

    first: int
    last: int
    step: int

    @property
    def units(self) -> tuple[tuple[int, int], ...]:
        """First and last year of each unit."""
        return tuple((year, year + self.step - 1) for year in range(self.first, self.last + 1, self.step))

    @property
    def wider(self) -> tuple[int, int] | None:
        """The window around a decade; None around a century, which the whole is."""
        return (self.first // 100 * 100, self.first // 100 * 100 + 99) if self.step == 1 else None

    def bar(self, first: int, last: int) -> tuple[int, int]:
        """Where a span of years begins on the axis, and how wide it is: never too narrow to be seen."""
        years = self.last - self.first + 1
        left = (max(first, self.first) - self.first) * WIDTH // years
        right = (min(last, self.last) + 1 - self.first) * WIDTH // years
        width = max(right - left, _LEAST_BAR)
        return min(left, WIDTH - width), width


def window_of(first: int, last: int) -> Window | None:
    """The window of a century (1900–1999) or a decade (1910–1919); None for any other span."""
    length = last - first + 1
    return Window(first, last, STEPS[length]) if length in (10, 100) and first >= 0 and first % length == 0 else None


def whole_window(years: Iterable[tuple[int, int]]) -> Window:
    """The window of centuries that holds all these spans; the twentieth century's where there are none."""
    spans = [(first, last) for first, last in years if last > 0]
    first = min((max(first, 1) for first, _last in spans), default=1900) // 100 * 100
    last = max((last for _first, last in spans), default=1900) // 100 * 100 + 99
    return Window(first, last, 100)


@dataclass(frozen=True, slots=True)
class Unit:
    """A century, decade or year of the axis with how much there is of it; `height` is of the column, of a hundred."""

    first: int
    last: int
    entries: int
    passages: int
    height: int

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
        Unit(first, last, entries, passages, -(-(entries + passages) * _HEIGHT // most))
        for first, last, entries, passages in counts
    ]


def _met(spans: Iterable[tuple[int, int, int]], first: int, last: int) -> int:
    return sum(count for start, end, count in spans if start <= last and end >= first)
