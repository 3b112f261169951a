"""Dates: expressions in prose (`find_dates`), periods of head lines (`parse_periods`, `split_years`)."""

from entries.text.dates.periods import Period, compare_eras, outer_span, parse_periods, split_years
from entries.text.dates.prose import find_dates, year_span
from entries.text.dates.values import DateExpression

__all__ = [
    "DateExpression",
    "Period",
    "compare_eras",
    "find_dates",
    "outer_span",
    "parse_periods",
    "split_years",
    "year_span",
]
