"""Making faces: the rows that follow from a text, from its analysis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from entries.models import (
    Authorship,
    DatedPassage,
    EntryKeyword,
    EntryName,
    EntryPeriod,
    KnownForm,
    NameSound,
    Projection,
    ShortName,
)
from entries.models.columns import KEY_LENGTH
from entries.services import registers
from entries.services.projecting.analyses import Analyses, FaceAnalysis
from entries.services.projecting.bulk import insert
from entries.services.projecting.problems import add_text_problems
from entries.services.projecting.search import add_search_rows
from entries.services.projecting.wanted import Face
from entries.services.tables import current_tables
from entries.text.analysis import Analysis
from entries.text.tables import DEFAULT_TABLES
from entries.text.thai import first_letter, sort_key

_NAME_LENGTH: Final = 300


@dataclass(slots=True)
class Made:
    """A new face with what hangs from it: its names by key, and its keywords (ids)."""

    face: Face
    row: Projection
    analysis: Analysis
    names: dict[str, str]
    keywords: set[int] = field(default_factory=set)

    @property
    def keys(self) -> set[str]:
        """Every key by which the face is meant, by full and shorter names."""
        return {*self.names, *(key[:KEY_LENGTH] for key in self.analysis.short_names)}


def create_faces(faces: Sequence[Face], analyses: Analyses) -> list[Made]:
    """Makes new faces with all that hangs from them but their references, which depend on other entries."""
    if not faces:
        return []
    is_all_there = all(face.revision.digest in analyses for face in faces)
    tables = DEFAULT_TABLES if is_all_there else current_tables()
    made = []
    for face in faces:
        analysis = analyses.get(face.revision.digest) or FaceAnalysis(face.revision.article, tables)
        names = {key[:KEY_LENGTH]: name for key, name in analysis.names.items()}
        made.append(Made(face, _row(face, analysis), analysis, names))
    Projection.objects.bulk_create([each.row for each in made])
    insert(EntryName, ("face", "key", "name"), [row for each in made for row in _names(each)])
    insert(ShortName, ("face", "key"), [row for each in made for row in _short_names(each)])
    insert(NameSound, ("face", "sound", "name"), [row for each in made for row in _sounds(each)])
    insert(KnownForm, ("entry", "face", "key", "name", "source"), [row for each in made for row in _forms(each)])
    insert(EntryPeriod, _PERIOD, [row for each in made for row in _periods(each)])
    insert(DatedPassage, _DATED, [row for each in made for row in _dated_passages(each)])
    _create_uses(made)
    add_text_problems([(each.face.entry, each.row, each.analysis) for each in made])
    add_search_rows([(each.face.entry, each.row, each.analysis) for each in made])
    return made


def _row(face: Face, analysis: Analysis) -> Projection:
    article = analysis.article
    filing = face.entry.filing_form or analysis.filing_form
    return Projection(
        entry=face.entry,
        revision=face.revision,
        **face.flags,
        headword=article.headword[:_NAME_LENGTH],
        thai_title=article.thai_title[:_NAME_LENGTH],
        years_ce="; ".join(article.periods_ce)[:_NAME_LENGTH],
        years_be="; ".join(article.periods_be)[:_NAME_LENGTH],
        filing_form=filing[:_NAME_LENGTH],
        sort_key=sort_key(filing)[:KEY_LENGTH],
        letter=first_letter(filing),
        latin_sort_key=sort_key(article.headword)[:KEY_LENGTH],
        latin_letter=first_letter(article.headword),
        kind=face.entry.kind or analysis.kind.kind,
        kind_evidence=" · ".join(analysis.kind.evidence)[:_NAME_LENGTH],
        lead=article.lead,
        see=article.see[:_NAME_LENGTH],
        length=sum(map(len, article.paragraphs)),
    )


Row = tuple[object, ...]
_PERIOD: Final = ("face", "position", "first", "last", "kind", "is_approximate", "is_uncertain", "is_open")
_DATED: Final = (
    "face", "position", "paragraph", "start", "end", "first", "last", "kind", "sentence_start", "sentence_end",
)  # fmt: skip


def _names(made: Made) -> Iterator[Row]:
    return ((made.row.pk, key, name[:_NAME_LENGTH]) for key, name in made.names.items())


def _short_names(made: Made) -> Iterator[Row]:
    keys = {key[:KEY_LENGTH] for key in made.analysis.short_names} - made.names.keys()
    return ((made.row.pk, key) for key in sorted(keys))


def _sounds(made: Made) -> Iterator[Row]:
    for sound, name in made.analysis.name_sounds:
        yield made.row.pk, sound[:KEY_LENGTH], name[:_NAME_LENGTH]


def _forms(made: Made) -> Iterator[Row]:
    for key, name, source in made.analysis.known_forms:
        yield made.row.entry_id, made.row.pk, key, name[:_NAME_LENGTH], source


def _periods(made: Made) -> Iterator[Row]:
    for position, period in enumerate(made.analysis.periods):
        certainty = period.approximate, period.uncertain, period.open
        yield made.row.pk, position, period.start, period.end, period.kind, *certainty


def _dated_passages(made: Made) -> Iterator[Row]:
    return ((made.row.pk, position, *place) for position, place in enumerate(made.analysis.dated_places))


def _create_uses(made: Sequence[Made]) -> None:
    """Keywords and authors as written, each leading to what its name means in the work."""
    works = [(each.face.entry.work_id, each) for each in made]
    keywords = _owners(registers.KEYWORDS, works)
    authors = _owners(registers.AUTHORS, works)
    for work, each in works:
        each.keywords = {keywords[work, name] for name in each.analysis.article.keywords}
    insert(
        EntryKeyword,
        ("face", "position", "keyword", "name"),
        [
            (each.row.pk, position, keywords[work, name], name[:_NAME_LENGTH])
            for work, each in works
            for position, name in enumerate(each.analysis.article.keywords)
        ],
    )
    insert(
        Authorship,
        ("face", "position", "author", "name"),
        [
            (each.row.pk, position, authors[work, name], name[:_NAME_LENGTH])
            for work, each in works
            for position, name in enumerate(each.analysis.article.authors)
        ],
    )


def _owners(register: registers.Register, works: Sequence[tuple[int, Made]]) -> dict[tuple[int, str], int]:
    names = [(work, name) for work, each in works for name in getattr(each.analysis.article, register.field)]
    return registers.owners_by_name(register, names)
