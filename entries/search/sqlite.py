"""Look-ups in FTS5, whose trigram tokenizer makes a phrase of a run: hits are exact, and only the index is read."""

from collections.abc import Sequence
from typing import Final

from django.db import DatabaseError, connection

from entries.models.search import SearchText
from entries.search.folding import OTHER, SEPARATOR, SYMBOLS

#: A condition with one parameter.
HOLDS_KEY: Final = "instr(key, %s) > 0"
#: A run is looked up by its beginning and compared as a whole from this length on.
_LONG: Final = 120

Sql = tuple[str, list[object]]


def holding(run: str) -> Sql:
    """Rows (face, part) of the bodies that hold this run of two letters or more."""
    parts = SearchText.PARTS
    rows = f"SELECT rowid / {parts} AS face, rowid %% {parts} AS part FROM entries_searchtext_fts"
    if len(run) > _LONG:
        body = "(SELECT body FROM entries_searchtext WHERE id = entries_searchtext_fts.rowid)"
        where = f"WHERE entries_searchtext_fts MATCH %s AND instr({body}, %s) > 0"
        return f"{rows} {where}", [_phrase(run[:_LONG].rstrip(OTHER)), run]
    phrases = [run + after for after in (*SYMBOLS, SEPARATOR)] if len(run) == 2 else [run]
    return f"{rows} WHERE entries_searchtext_fts MATCH %s", [" OR ".join(map(_phrase, phrases))]


def sharing(grams: Sequence[str]) -> Sql:
    """Rows (face, number) of the bodies of names that hold one of these runs of three: which."""
    one = (
        f"SELECT rowid / {SearchText.PARTS} AS face, {{}} AS number FROM entries_searchtext_names "
        "WHERE entries_searchtext_names MATCH %s"
    )
    return " UNION ALL ".join(one.format(number) for number in range(len(grams))), [_phrase(gram) for gram in grams]


def _phrase(run: str) -> str:
    return f'"{run}"'


def faults() -> list[str]:
    """What is wrong with the index itself: it must hold the very bodies."""
    with connection.cursor() as cursor:
        try:
            cursor.execute(
                "INSERT INTO entries_searchtext_fts(entries_searchtext_fts, rank) VALUES ('integrity-check', 1)"
            )
            cursor.execute("INSERT INTO entries_searchtext_names(entries_searchtext_names) VALUES ('integrity-check')")
        except DatabaseError as error:
            return [f"entries_searchtext_fts or entries_searchtext_names: {error}"]
        names, held = (
            "SELECT id FROM entries_searchtext WHERE part < 2",
            "SELECT id FROM entries_searchtext_names_docsize",
        )
        cursor.execute(f"SELECT * FROM ({names} EXCEPT {held}) UNION ALL SELECT * FROM ({held} EXCEPT {names})")
        unlike = [number for (number,) in cursor.fetchall()]
    return [f"entries_searchtext_names: {number}" for number in unlike]
