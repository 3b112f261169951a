"""Look-ups in FTS5, whose trigram tokenizer makes a phrase of a run: hits are exact, and only the index is read."""

from collections.abc import Iterable, Sequence
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


def _phrase(run: str) -> str:
    return f'"{run}"'


def insert(table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Adds rows to a table, many at little cost."""
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(columns))})", list(rows))


def faults() -> list[str]:
    """What is wrong with the index itself: it must hold the very bodies."""
    with connection.cursor() as cursor:
        try:
            cursor.execute(
                "INSERT INTO entries_searchtext_fts(entries_searchtext_fts, rank) VALUES ('integrity-check', 1)"
            )
        except DatabaseError as error:
            return [f"entries_searchtext_fts: {error}"]
    return []
