"""Rows of the search index: made with a face, and for aliases whenever those change."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from entries.models import Alias, Entry, NameRank, Part, Projection, SearchName, SearchSound, SearchText
from entries.models.search import search_text_ids
from entries.search.rows import Rows, alias_rows, rows_of
from entries.services.projecting.analyses import search_rows
from entries.services.projecting.bulk import insert
from entries.services.tables import current_tables
from entries.text.analysis import Analysis
from entries.text.tables import Tables

_OF_ALIASES = (NameRank.ALIAS, NameRank.IN_ALIAS)


def add_search_rows(faces: Sequence[tuple[Entry, Projection, Analysis]]) -> None:
    """The index of new faces, their entries' aliases included. Hold the lock."""
    rows = [(row, search_rows(analysis)) for _entry, row, analysis in faces]
    if rows:
        rows += _of_aliases([row for _entry, row, _analysis in faces], faces[0][2].tables)
    _add(rows)


def renew_aliases(entries: Collection[int]) -> None:
    """The index of these entries' aliases anew, on every face. Hold the lock."""
    faces = list(Projection.objects.filter(entry__in=entries).only("pk", "entry_id"))
    ids = [face.pk for face in faces]
    SearchText.objects.filter(pk__in=search_text_ids(ids, Part.ALIAS)).delete()
    SearchName.objects.filter(face__in=ids, rank__in=_OF_ALIASES).delete()
    SearchSound.objects.filter(face__in=ids, rank__in=_OF_ALIASES).delete()
    _add(_of_aliases(faces, current_tables()))


def renew_search(entries: Collection[int]) -> None:
    """The index of these entries' faces anew. Hold the lock."""
    made = _with_analyses(entries)
    ids = [face.pk for _entry, face, _analysis in made]
    SearchText.objects.filter(face__in=ids).delete()
    SearchName.objects.filter(face__in=ids).delete()
    SearchSound.objects.filter(face__in=ids).delete()
    add_search_rows(made)


def expected_rows(entries: Collection[int]) -> list[tuple[Projection, Rows]]:
    """What the index should hold for these entries' faces; a face that has aliases comes twice."""
    made = _with_analyses(entries)
    rows = [(face, rows_of(analysis)) for _entry, face, analysis in made]
    return rows + _of_aliases([face for _entry, face, _analysis in made], current_tables())


def _with_analyses(entries: Collection[int]) -> list[tuple[Entry, Projection, Analysis]]:
    tables = current_tables()
    faces = Projection.objects.filter(entry__in=entries).select_related("entry", "revision")
    return [(face.entry, face, Analysis(face.revision.article, tables)) for face in faces]


def _of_aliases(faces: Sequence[Projection], tables: Tables) -> list[tuple[Projection, Rows]]:
    names: dict[int, list[str]] = defaultdict(list)
    aliases = Alias.objects.filter(entry__in={face.entry_id for face in faces}).order_by("key")
    for entry, name in aliases.values_list("entry_id", "name"):
        names[entry].append(name)
    return [(face, alias_rows(names[face.entry_id], tables)) for face in faces if names[face.entry_id]]


def _add(made: Sequence[tuple[Projection, Rows]]) -> None:
    """Three statements, in bulk."""
    insert(
        SearchText,
        ("id", "face", "part", "body"),
        [
            (face.pk * SearchText.PARTS + part, face.pk, int(part), body)
            for face, rows in made
            for part, body in rows.bodies.items()
        ],
    )
    insert(
        SearchName,
        ("face", "entry", "rank", "key"),
        [(face.pk, face.entry_id, int(rank), key) for face, rows in made for rank, key in rows.names],
    )
    insert(
        SearchSound,
        ("face", "rank", "sound", "heard", "name"),
        [
            (face.pk, int(rank), word.skeleton, word.heard, name)
            for face, rows in made
            for rank, word, name in rows.sounds
        ],
    )
