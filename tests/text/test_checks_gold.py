"""The checks against what a careful editor marked in a real entry, and against the sample entries, which are clean."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from entries.text.checks import CHECKS_BY_CODE
from entries.text.inspection import Inspection, Notice, inspect_source
from tests.shared import ROOT, corpus_file, gold

#: The kinds of faults that are looked for by rule; of missing sentence spaces a part is suggested, see below.
COVERED = {
    "bracket_nesting", "broken_paragraph", "date_inside_gloss", "decade_not_round", "empty_field", "final_full_stop",
    "inconsistent_spelling", "joined_english", "keyword_duplicate", "keyword_not_inverted", "mai_yamok_spacing",
    "missing_space_digit", "missing_space_era", "missing_space_in_name", "missing_space_latin", "missing_space_word",
    "repeated_star", "spurious_space", "stray_hyphen",
}  # fmt: skip
#: What the sample entries have on purpose, to show the varieties of the format.
ON_PURPOSE = {
    ("crimean-war", "date_inside_gloss"): 1,
    ("duma", "parenthesis_spacing"): 2,
    ("first-world-war", "date_inside_gloss"): 1,
    ("hitler-adolf", "repeated_star"): 1,
}


def inspected(path: Path) -> Inspection:
    """A file that must be readable."""
    inspection = inspect_source(path.read_bytes(), path.stem)
    assert isinstance(inspection, Inspection)
    return inspection


def overlap(notice: Notice, row: dict[str, Any]) -> bool:
    """Whether a notice and a marked fault share a place."""
    return notice.start < row["end"] and row["start"] < notice.end


@pytest.fixture(scope="module")
def real() -> Inspection:
    """The real entry."""
    return inspected(corpus_file())


def test_sure_faults_of_the_covered_kinds_are_found(real: Inspection) -> None:
    rows = [row for row in gold("seed_problems") if row["confidence"] == "sure" and row["kind"] in COVERED]
    missed = [row["text"] for row in rows if not any(n.code == row["kind"] and overlap(n, row) for n in real.notices)]
    assert len(rows) >= 28
    assert missed == []


def test_no_safe_check_fires_where_nothing_was_marked(real: Inspection) -> None:
    rows = gold("seed_problems")
    safe = [n for n in real.notices if n.code in CHECKS_BY_CODE and CHECKS_BY_CODE[n.code].is_safe]
    assert len(safe) >= 20
    assert [n for n in safe if not any(overlap(n, row) for row in rows)] == []


def test_warnings_and_errors_are_all_marked_faults(real: Inspection) -> None:
    rows = gold("seed_problems")
    loud = [n for n in real.notices if n.severity != "remark"]
    assert [n for n in loud if not any(overlap(n, row) for row in rows)] == []


@pytest.mark.parametrize(("code", "least"), [("missing_sentence_space", 10), ("possible_sentence_space", 12)])
def test_the_share_of_missing_sentence_spaces_that_is_suggested(real: Inspection, code: str, least: int) -> None:
    rows = [row for row in gold("seed_problems") if row["kind"] == "missing_sentence_space"]
    told = [n for n in real.notices if n.code == code]
    sure = [row for row in rows if row["confidence"] == "sure" and any(overlap(n, row) for n in told)]
    assert len(sure) >= least
    assert [n.message for n in told if not any(overlap(n, row) for row in rows)] == []


def test_proposals_for_names_and_keywords_are_those_of_the_editor(real: Inspection) -> None:
    wanted = {
        "missing_space_in_name",
        "keyword_not_inverted",
        "joined_english",
        "stray_hyphen",
        "inconsistent_spelling",
    }
    for row in gold("seed_problems"):
        if row["kind"] in wanted:
            assert [n.fix for n in real.notices if n.code == row["kind"] and overlap(n, row)] == [row["fix"]]


def test_safe_fixes_leave_no_safe_problem_in_the_real_entry(real: Inspection) -> None:
    again = inspect_source(real.fixed_text().encode())
    assert isinstance(again, Inspection)
    codes = {problem.code for problem in again.problems if problem.fix is not None}
    assert {code for code in codes if CHECKS_BY_CODE[code].is_safe} == set()


def test_the_sample_entries_have_only_what_they_show_on_purpose() -> None:
    counts = Counter[tuple[str, str]]()
    files = sorted((ROOT / "fixtures").glob("*.txt"))
    assert len(files) >= 40
    for path in files:
        counts.update((path.stem, problem.code) for problem in inspected(path).problems)
    assert dict(counts) == ON_PURPOSE
