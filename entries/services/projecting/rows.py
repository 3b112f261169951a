"""Making faces: the rows that follow from a text, from its analysis."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from entries.models import (
    Authorship,
    CrossReference,
    DatedPassage,
    EntryKeyword,
    EntryName,
    EntryPeriod,
    Projection,
    Resolution,
)
from entries.models.columns import KEY_LENGTH
from entries.services import linking, registers
from entries.services.projecting.problems import add_text_problems
from entries.services.projecting.wanted import Face
from entries.services.tables import current_tables
from entries.text.analysis import Analysis
from entries.text.dates import year_span
from entries.text.surroundings import surroundings
from entries.text.tables import DEFAULT_TABLES
from entries.text.thai import first_letter, sort_key

#: Analyses that the caller has made already, by digest of the canonical text.
Analyses = Mapping[str, Analysis]

_NAME_LENGTH: Final = 300
_ANCHOR_LENGTH: Final = 500


@dataclass(slots=True)
class Made:
    """A new face with what hangs from it."""

    face: Face
    row: Projection
    analysis: Analysis
    names: list[EntryName]


def create_faces(faces: Sequence[Face], analyses: Analyses) -> list[Made]:
    """Makes new faces with all that hangs from them; their references are resolved before they are saved."""
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
    EntryPeriod.objects.bulk_create([period for each in made for period in _periods(each)])
    DatedPassage.objects.bulk_create([passage for each in made for passage in _dated_passages(each)])
    _create_uses(made)
    references = [reference for each in made for reference in _references(each)]
    for _changed in linking.retarget(references):
        pass
    CrossReference.objects.bulk_create(references)
    add_text_problems([(each.face.entry, each.row, each.analysis) for each in made])
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


def _references(made: Made) -> Iterator[CrossReference]:
    for found in made.analysis.references:
        row = CrossReference(
            face=made.row,
            place=found.place,
            position=found.position,
            anchor=found.anchor[:_ANCHOR_LENGTH],
            gloss=found.gloss,
            anchor_key=found.anchor_key[:KEY_LENGTH],
            gloss_key=found.gloss_key[:KEY_LENGTH],
            resolution=Resolution.WANTED if found.asks_for_target else Resolution.NONE,
        )
        if span := found.reference:
            row.paragraph, row.start, row.end = span.paragraph, span.start, span.end
            row.opening, row.closing = span.open, span.close
            row.starred, row.kind, row.confidence = span.starred, span.kind, span.confidence
            row.evidence = [[evidence.code, evidence.words] for evidence in span.evidence]
        yield row
