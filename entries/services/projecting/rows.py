"""Making faces: the rows that follow from a text, from its analysis."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
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
from entries.services.projecting.problems import add_text_problems
from entries.services.projecting.search import add_search_rows
from entries.services.projecting.spans import forms_of_face
from entries.services.projecting.wanted import Face
from entries.services.tables import current_tables
from entries.text.analysis import Analysis
from entries.text.dates import year_span
from entries.text.names import parse_title
from entries.text.shortnames import name_sound
from entries.text.surroundings import surroundings
from entries.text.tables import DEFAULT_TABLES
from entries.text.thai import first_letter, sort_key

#: Analyses that the caller has made already, by digest of the canonical text.
Analyses = Mapping[str, Analysis]

_NAME_LENGTH: Final = 300


@dataclass(slots=True)
class Made:
    """A new face with what hangs from it."""

    face: Face
    row: Projection
    analysis: Analysis
    names: list[EntryName]
    forms: list[KnownForm] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        """Every key by which the face is meant, by full and shorter names."""
        return {name.key for name in self.names} | {key[:KEY_LENGTH] for key in self.analysis.short_names}


def create_faces(faces: Sequence[Face], analyses: Analyses) -> list[Made]:
    """Makes new faces with all that hangs from them but their references, which depend on other entries."""
    tables = current_tables() if faces else DEFAULT_TABLES
    made = []
    for face in faces:
        analysis = analyses.get(face.revision.digest) or Analysis(face.revision.article, tables)
        made.append(Made(face, _row(face, analysis), analysis, []))
    Projection.objects.bulk_create([each.row for each in made])
    for each in made:
        keys = {key[:KEY_LENGTH]: name for key, name in each.analysis.names.items()}
        each.names = [EntryName(face=each.row, key=key, name=name[:_NAME_LENGTH]) for key, name in keys.items()]
    EntryName.objects.bulk_create([name for each in made for name in each.names])
    ShortName.objects.bulk_create([name for each in made for name in _short_names(each)])
    NameSound.objects.bulk_create([sound for each in made for sound in _sounds(each)])
    for each in made:
        each.forms = list(forms_of_face(each.row, each.analysis.article, each.analysis.tables.honorifics))
    KnownForm.objects.bulk_create([form for each in made for form in each.forms])
    EntryPeriod.objects.bulk_create([period for each in made for period in _periods(each)])
    DatedPassage.objects.bulk_create([passage for each in made for passage in _dated_passages(each)])
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


def _periods(made: Made) -> Iterator[EntryPeriod]:
    for position, period in enumerate(made.analysis.periods):
        yield EntryPeriod(
            face=made.row,
            position=position,
            first=period.start,
            last=period.end,
            kind=period.kind,
            is_approximate=period.approximate,
            is_uncertain=period.uncertain,
            is_open=period.open,
        )


def _dated_passages(made: Made) -> Iterator[DatedPassage]:
    """The dates of the prose that are no part of a name, each with the passage that a page may show."""
    paragraphs = made.analysis.article.paragraphs
    starts = list(accumulate((len(paragraph) + 1 for paragraph in paragraphs), initial=0))
    position = 0
    for date in made.analysis.dates:
        years = year_span(date)
        if date.part_of_name or years is None:
            continue
        paragraph = bisect_right(starts, date.start) - 1
        start, end = date.start - starts[paragraph], date.end - starts[paragraph]
        around = surroundings(paragraphs[paragraph], start, end)
        yield DatedPassage(
            face=made.row,
            position=position,
            paragraph=paragraph,
            start=start,
            end=end,
            first=years[0],
            last=years[1],
            kind=date.kind,
            sentence_start=around[0],
            sentence_end=around[1],
        )
        position += 1


def _create_uses(made: Sequence[Made]) -> None:
    """Keywords and authors as written, each leading to what its name means in the work."""
    works = [(each.face.entry.work_id, each) for each in made]
    keywords = _owners(registers.KEYWORDS, works)
    authors = _owners(registers.AUTHORS, works)
    EntryKeyword.objects.bulk_create(
        EntryKeyword(face=each.row, position=position, keyword_id=keywords[work, name], name=name[:_NAME_LENGTH])
        for work, each in works
        for position, name in enumerate(each.analysis.article.keywords)
    )
    Authorship.objects.bulk_create(
        Authorship(face=each.row, position=position, author_id=authors[work, name], name=name[:_NAME_LENGTH])
        for work, each in works
        for position, name in enumerate(each.analysis.article.authors)
    )


def _owners(register: registers.Register, works: Sequence[tuple[int, Made]]) -> dict[tuple[int, str], int]:
    names = [(work, name) for work, each in works for name in getattr(each.analysis.article, register.field)]
    return registers.owners_by_name(register, names)


def _short_names(made: Made) -> Iterator[ShortName]:
    keys = {key[:KEY_LENGTH] for key in made.analysis.short_names} - {name.key for name in made.names}
    return (ShortName(face=made.row, key=key) for key in sorted(keys))


def _sounds(made: Made) -> Iterator[NameSound]:
    article = made.analysis.article
    for name in dict.fromkeys(name[:_NAME_LENGTH] for name in (*article.headwords, *article.thai_titles)):
        if sound := name_sound(parse_title(name, made.analysis.tables.honorifics).full):
            yield NameSound(face=made.row, sound=sound[:KEY_LENGTH], name=name)
