"""Look-ups in a GIN index of all runs of three bytes; a longer run is compared with the bodies that hold all of its."""

from collections.abc import Sequence
from typing import Final

from entries.models.search import SearchText
from entries.search.folding import SEPARATOR, SYMBOLS

#: A condition with one parameter.
HOLDS_KEY: Final = "strpos(key, %s) > 0"
#: No more runs of three than this are looked up.
_MOST: Final = 40

Sql = tuple[str, list[object]]


def holding(run: str) -> Sql:
    """Rows (face, part) of the bodies that hold this run of two letters or more."""
    parts = SearchText.PARTS
    rows = f"SELECT id / {parts} AS face, id %% {parts} AS part FROM"
    length = len(run.encode())
    if length == 2:
        some = {number for after in (*SYMBOLS, SEPARATOR) for number in grams(run + after)}
        return f"{rows} entries_search_beginning(%s::integer[]) AS found(id)", [sorted(some)]
    every = sorted(grams(run))
    # Evenly taken from the whole run, which is compared anyway.
    step = -(-len(every) // _MOST)
    asked = [sorted(every[::step]), "" if length == 3 else run]
    return f"{rows} entries_search_holding(%s::integer[], %s) AS found(id)", asked


def sharing(runs: Sequence[str]) -> Sql:
    """Rows (face, number) of the bodies of names that hold one of these runs of three: which."""
    numbers = [min(grams(run)) for run in runs]
    found = f"SELECT id / {SearchText.PARTS} AS face, place - 1 AS number FROM entries_search_names(%s::integer[])"
    return found, [numbers]


def grams(text: str) -> set[int]:
    """The runs of three bytes of a text, each as one number, as the function entries_search_grams has them."""
    data = text.encode()
    return {first << 16 | second << 8 | third for first, second, third in zip(data, data[1:], data[2:], strict=False)}


def faults() -> list[str]:
    """What is wrong with the index itself: nothing ever is, since PostgreSQL makes its numbers of the bodies."""
    return []
