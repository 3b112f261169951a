"""Checks on the text of an entry: what is wrong, where, and what would mend it."""

from entries.text.checks.fixing import apply_fixes, apply_safe_fixes, chosen, is_safe
from entries.text.checks.registry import CHECKS, CHECKS_BY_CODE, MOST_OF_A_CODE, check
from entries.text.checks.subject import Subject
from entries.text.checks.values import Check, CheckSettings, Problem

__all__ = [
    "CHECKS",
    "CHECKS_BY_CODE",
    "MOST_OF_A_CODE",
    "Check",
    "CheckSettings",
    "Problem",
    "Subject",
    "apply_fixes",
    "apply_safe_fixes",
    "check",
    "chosen",
    "is_safe",
]
