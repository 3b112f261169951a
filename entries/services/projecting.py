"""The only writer of projections: what follows from texts, names and decisions, kept equal to a rebuild."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from entries.models import (
    Author,
    Authorship,
    CrossReference,
    Entry,
    EntryKeyword,
    EntryName,
    EntryPeriod,
    Identity,
    ImportedFile,
    Keyword,
    Projection,
    Publication,
    PublicState,
    Resolution,
    Revision,
    Stage,
    WorkState,
)
from entries.models.columns import KEY_LENGTH
from entries.services import linking, registers
from entries.services.locking import writing
from entries.text.analysis import Analysis
from entries.text.thai import first_letter, sort_key

#: Analyses that the caller has made already, by digest of the canonical text.
Analyses = Mapping[str, Analysis]

_NAME_LENGTH: Final = 300
_ANCHOR_LENGTH: Final = 500
_CHUNK: Final = 200


@dataclass(slots=True)
class Face:
    """A face that an entry should have."""

    entry: Entry
    revision: Revision
    is_working: bool
    is_live: bool
    public_state: PublicState
    stage: Stage

    @property
    def flags(self) -> dict[str, object]:
        """The columns that change without the text changing."""
        return {
            "is_working": self.is_working,
            "is_live": self.is_live,
            "public_state": self.public_state,
            "stage": self.stage,
        }


def project(entry_ids: Collection[int], *, analyses: Analyses | None = None) -> None:
    """Brings the faces of these entries, and every link that they concern, up to date. Hold the lock.

    A fixed number of queries, whatever the number of entries.
    """
    entries = Entry.objects.in_bulk(entry_ids)
    wanted = {(face.entry.pk, face.revision.pk): face for face in _wanted_faces(entries)}
    standing = {(face.entry_id, face.revision_id): face for face in Projection.objects.filter(entry__in=entries)}
    gone = [face for key, face in standing.items() if key not in wanted]
    moved = [(standing[key], face) for key, face in wanted.items() if key in standing and _differs(standing[key], face)]
    new = [face for key, face in wanted.items() if key not in standing]

    changed_keys = _keys_of_faces([face.pk for face in gone] + [row.pk for row, _face in moved])
    Projection.objects.filter(pk__in=[face.pk for face in gone]).delete()
    _move_flags(moved)
    created = _create(new, analyses or {})
    changed_keys |= {name.key for made in created for name in made.names}
    changed_keys |= registers.alias_keys(entries)
    _identify(created)
    heal(changed_keys, except_faces={made.row.pk for made in created})


def heal(keys: Collection[str], *, except_faces: Collection[int] = ()) -> int:
    """Resolves again every reference that one of these keys concerns; answers how many changed. Hold the lock."""
    changed = list(linking.retarget(linking.concerned(keys, except_faces=except_faces)))
    CrossReference.objects.bulk_update(changed, ["target", "live_target", "resolution"], batch_size=1000)
    return len(changed)


def move_uses(source: Keyword | Author, into: Keyword | Author) -> None:
    """Lets the uses of one keyword or author be those of another: its names have moved. Hold the lock."""
    if isinstance(source, Keyword):
        EntryKeyword.objects.filter(keyword=source.pk).update(keyword=into.pk)
    else:
        Authorship.objects.filter(author=source.pk).update(author=into.pk)


def rebuild() -> int:
    """Empties every projection and makes it anew; answers how many entries there are."""
    with writing():
        Projection.objects.all().delete()
        Identity.objects.all().delete()
        ids = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
        for chunk in _chunks(ids):
            project(chunk)
            _identify_imported(chunk)
    return len(ids)


def _chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    iterator = iter(ids)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk


# What faces there should be


def _wanted_faces(entries: Mapping[int, Entry]) -> Iterator[Face]:
    latest = {
        revision.entry_id: revision
        for revision in Revision.objects.filter(entry__in=entries).latest_of_each().select_related("entry")
    }
    live = {p.entry_id: p.revision for p in Publication.objects.filter(entry__in=entries, ended=None).select_related("revision")}
    ever = set(Publication.objects.filter(entry__in=entries).values_list("entry_id", flat=True))
    stages = _stages([revision.pk for revision in latest.values()])
    for pk, entry in entries.items():
        state = PublicState.LIVE if pk in live else PublicState.WITHDRAWN if pk in ever else PublicState.NEVER
        revision = latest.get(pk)
        if revision is not None and entry.set_aside is None:
            is_live = pk in live and live[pk].pk == revision.pk
            stage = Stage.NONE if is_live else stages.get(revision.pk, Stage.DRAFT)
            yield Face(entry, revision, True, is_live, state, stage)
        if pk in live and (revision is None or live[pk].pk != revision.pk):
            yield Face(entry, live[pk], False, True, state, Stage.NONE)


def _stages(revisions: Sequence[int]) -> dict[int, Stage]:
    rows = WorkState.objects.filter(revision__in=revisions).order_by("at", "pk").values_list("revision_id", "state")
    return {revision: Stage(state) for revision, state in rows}


def _differs(row: Projection, face: Face) -> bool:
    return any(getattr(row, column) != value for column, value in face.flags.items())


def _move_flags(moved: Sequence[tuple[Projection, Face]]) -> None:
    """Flags are taken away before they are given: no moment has two live faces of an entry."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, face in moved:
        groups[tuple(face.flags.values())].append(row.pk)
    for flags, rows in sorted(groups.items(), key=lambda group: (group[0][0] is True) + (group[0][1] is True)):
        columns = dict(zip(("is_working", "is_live", "public_state", "stage"), flags, strict=True))
        Projection.objects.filter(pk__in=rows).update(**columns)


def _keys_of_faces(faces: Collection[int]) -> set[str]:
    return set(EntryName.objects.filter(face__in=faces).values_list("key", flat=True)) if faces else set()


# Making faces


@dataclass(slots=True)
class Made:
    """A new face with what hangs from it."""

    face: Face
    row: Projection
    analysis: Analysis
    names: list[EntryName]


def _create(faces: Sequence[Face], analyses: Analyses) -> list[Made]:
    made = []
    for face in faces:
        analysis = analyses.get(face.revision.digest) or Analysis(face.revision.article)
        made.append(Made(face, _row(face, analysis), analysis, []))
    Projection.objects.bulk_create([each.row for each in made])
    for each in made:
        keys = {key[:KEY_LENGTH]: name for key, name in each.analysis.names.items()}
        each.names = [EntryName(face=each.row, key=key, name=name[:_NAME_LENGTH]) for key, name in keys.items()]
    EntryName.objects.bulk_create([name for each in made for name in each.names])
    EntryPeriod.objects.bulk_create([period for each in made for period in _periods(each)])
    _create_uses(made)
    references = [reference for each in made for reference in _references(each)]
    for _changed in linking.retarget(references):
        pass
    CrossReference.objects.bulk_create(references)
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
        lead=article.lead,
        see=article.see,
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


# What imports match by


def _identify(made: Sequence[Made]) -> None:
    """Identities of new faces; those that imports gave are never taken away."""
    rows = {(each.face.entry.pk, *identity) for each in made for identity in each.analysis.identities}
    _add_identities(rows)


def add_identities(texts: Iterable[tuple[int, Analysis]]) -> None:
    """The identities of texts that came in with files (entry id, analysis), whether or not they became faces."""
    _add_identities({(entry, *identity) for entry, analysis in texts for identity in analysis.identities})


def _identify_imported(entry_ids: Collection[int]) -> None:
    files = ImportedFile.objects.filter(entry__in=entry_ids, revision__isnull=False).select_related("revision")
    revisions = [file.revision for file in files if file.revision]
    rest = Revision.objects.main_line().filter(entry__in=entry_ids)
    rows: set[tuple[int, str, str]] = set()
    for revision in {*revisions, *rest}:
        rows |= {(revision.entry_id, *identity) for identity in Analysis(revision.article).identities}
    _add_identities(rows)


def _add_identities(rows: Collection[tuple[int, str, str]]) -> None:
    Identity.objects.bulk_create(
        [Identity(entry_id=entry, headword_key=key[:KEY_LENGTH], period_key=period) for entry, key, period in sorted(rows)],
        ignore_conflicts=True,
    )
