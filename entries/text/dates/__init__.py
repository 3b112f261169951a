"""Dates: expressions in prose (`find_dates`), periods of head lines (`parse_periods`, `split_years`)."""

from entries.text.dates.agreement import Agreement, compare_eras, is_official_year, parts_in_eras
from entries.text.dates.days import months_of
from entries.text.dates.periods import (
    MOST_PERIODS,
    Period,
    is_years,
    outer_span,
    parse_periods,
    split_years,
    unread_periods,
)
from entries.text.dates.prose import MOST_DATES, find_dates, told_span, told_spans, year_span
from entries.text.dates.values import DateExpression

__all__ = [
    "MOST_DATES",
    "MOST_PERIODS",
    "Agreement",
    "DateExpression",
    "Period",
    "compare_eras",
    "find_dates",
    "is_official_year",
    "is_years",
    "months_of",
    "outer_span",
    "parse_periods",
    "parts_in_eras",
    "split_years",
    "told_span",
    "told_spans",
    "unread_periods",
    "year_span",
]
