"""Ten thousand names of people who never were, in both scripts, the same every time."""

import random
from pathlib import Path

_PARTS = Path(__file__).with_name("name_parts.tsv")


def _parts(kind: str) -> list[tuple[str, str]]:
    """Parts of one kind (given, stem, end) in Latin and in Thai letters."""
    rows = [line.split("\t") for line in _PARTS.read_text("utf-8").split("\n") if line]
    return [(latin, thai) for what, latin, thai in rows if what == kind]


def distractors(count: int = 10_000) -> list[tuple[str, str]]:
    """(headword, Thai title) of `count` // 2 persons: `count` different names."""
    chosen = random.Random(13)
    givens, stems, ends = _parts("given"), _parts("stem"), _parts("end")
    found: dict[str, str] = {}
    while len(found) < count // 2:
        given, stem, end = chosen.choice(givens), chosen.choice(stems), chosen.choice(ends)
        found.setdefault(f"{stem[0]}{end[0]}, {given[0]}", f"{given[1]} {stem[1]}{end[1]}")
    return list(found.items())
