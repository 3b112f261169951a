"""The reference desk: what an editor is to be asked about references, one question after another."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from entries.models import (
    CrossReference,
    DecisionKind,
    NameSound,
    Projection,
    ReferenceDecision,
    ReferencePlace,
    Resolution,
)
from entries.models.columns import KEY_LENGTH
from entries.services import linking
from entries.services.deciding import bulk_accept
from entries.services.directory import directory
from entries.text.article import Article
from entries.text.names import parse_title, turn_round
from entries.text.passage import passage
from entries.text.segment import words
from entries.text.shortnames import near_sounds
from entries.text.sound import similarity

__all__ = [
    "SURE", "Candidate", "Cursor", "Filters", "Passage", "Question", "QuestionKind", "bulk_accept", "near_misses",
    "next_question", "orphaned", "questions", "queue", "unsure",
]  # fmt: skip

#: From here on an anchor is not asked about.
SURE: Final = 0.9
#: Names that sound less alike are not offered for one another.
_ALIKE: Final = 0.8
_REACH: Final = 60
_OFFERED: Final = 8


class QuestionKind(TextChoices):
    """What is asked. Of several questions about one reference the first is asked."""

    DISAGREEING = "disagreeing", _("คำที่โยงกับคำกำกับชี้ต่างรายการ")
    AMBIGUOUS = "ambiguous", _("คำตั้งที่เขียนเหมือนกัน")
    LOOP = "loop", _("รายการโยงวนกลับมาที่เดิม")
    NEAR = "near", _("เขียนใกล้เคียงกับคำตั้งที่มี")
    UNSURE = "unsure", _("ไม่แน่ใจว่าคำที่โยงเริ่มที่ใด")
    ORPHANED = "orphaned", _("การตัดสินที่หาที่เดิมไม่พบ")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which questions: of one entry (id), of one kind, of confidence from `least` (included) to `below` (not)."""

    work: int | None = None
    entry: int | None = None
    kind: QuestionKind | None = None
    least: float = 0.0
    below: float = 2.0


#: Where a question stands in the queue: filing key, entry, place and position (a decision's: "~" and its id).
Cursor = tuple[str, int, str, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paragraph; `start` to `end` is the anchor in it, `opening` to `closing` the parenthesis.

    All are offsets into `text`; `begin` is that of `text` in the paragraph.
    """

    text: str
    begin: int
    start: int
    end: int
    opening: int
    closing: int

    @property
    def parts(self) -> tuple[str, str, str, str, str]:
        """The text before the anchor, the anchor, what parts it from the parenthesis, the parenthesis, the rest."""
        cuts = (0, self.start, self.end, self.opening, self.closing + 1, len(self.text))
        before, anchor, between, gloss, after = (
            self.text[cuts[at] : cuts[at + 1]] for at in range(5)
        )  # fmt: skip
        return before, anchor, between, gloss, after


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be meant: its working face, and how alike its name sounds (1.0 where it is the same)."""

    face: Projection
    likeness: float = 1.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `reference` is None for an orphaned `decision`.

    `anchors` are other anchors that may be meant, nearest first, each the text that ends before the parenthesis;
    `evidence` says in words why the anchor was found where it was.
    """

    kind: QuestionKind
    face: Projection
    cursor: Cursor
    reference: CrossReference | None = None
    decision: ReferenceDecision | None = None
    passage: Passage | None = None
    candidates: tuple[Candidate, ...] = ()
    anchors: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def queue(filters: Filters = Filters()) -> QuerySet[CrossReference]:
    """The references of working texts that an editor is to be asked about, in filing order, each with its `question`.

    What an editor has decided or dismissed is not asked again.
    """
    alike = NameSound.objects.filter(face__is_working=True, face__entry__work=OuterRef("face__entry__work")).exclude(
        face__entry=OuterRef("face__entry")
    )
    near = Exists(alike.filter(sound=OuterRef("gloss_sound"))) | Exists(alike.filter(sound=OuterRef("anchor_sound")))
    said = (Resolution.DISAGREEING, Resolution.AMBIGUOUS, Resolution.LOOP)
    targets = [When(resolution=each, decision=None, then=Value(QuestionKind(each.value))) for each in said]
    rows = CrossReference.objects.filter(face__is_working=True, dismissal=None)
    rows = rows.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE))
    rows = rows.filter(
        Q(resolution__in=(*said, Resolution.WANTED), decision=None) | Q(starred=True, confidence__lt=SURE)
    ).annotate(
        question=Case(
            *targets,
            When(Q(resolution=Resolution.WANTED, decision=None) & near, then=Value(QuestionKind.NEAR)),
            When(
                Q(starred=True, confidence__lt=SURE, anchor_decision=None) & ~_REFUSED,
                then=Value(QuestionKind.UNSURE),
            ),
            default=Value(""),
        )
    )
    rows = rows.exclude(question="").filter(confidence__gte=filters.least, confidence__lt=filters.below)
    if filters.work is not None:
        rows = rows.filter(face__entry__work=filters.work)
    if filters.entry is not None:
        rows = rows.filter(face__entry=filters.entry)
    if filters.kind is not None:
        rows = rows.filter(question=filters.kind)
    return rows.order_by("face__sort_key", "face__entry_id", "place", "position")


_REFUSED: Final = Q(decision__kind=DecisionKind.NOT_REFERENCE, decision__isnull=False)


def unsure(filters: Filters = Filters()) -> QuerySet[CrossReference]:
    """The references whose anchor is unsure, whatever else is asked about them: what `bulk_accept` may take."""
    rows = CrossReference.objects.filter(
        face__is_working=True, starred=True, dismissal=None, anchor_decision=None, confidence__lt=SURE
    ).exclude(_REFUSED)
    rows = rows.filter(confidence__gte=filters.least, confidence__lt=filters.below)
    if filters.work is not None:
        rows = rows.filter(face__entry__work=filters.work)
    return rows.filter(face__entry=filters.entry) if filters.entry is not None else rows


def orphaned(filters: Filters = Filters()) -> QuerySet[ReferenceDecision]:
    """The decisions that found no place in their entry's working text, in the entries' filing order."""
    rows = ReferenceDecision.objects.orphaned().annotate(filing=F("entry__faces__sort_key"))
    if filters.work is not None:
        rows = rows.filter(entry__work=filters.work)
    if filters.entry is not None:
        rows = rows.filter(entry=filters.entry)
    return rows.order_by("filing", "entry_id", "pk")


def next_question(
    filters: Filters = Filters(),
    *,
    after: Cursor | None = None,
) -> Question | None:
    """The first question after this place of the queue; None where there is none. A fixed number of queries.

    Orphaned decisions come after all references.
    """
    if filters.kind != QuestionKind.ORPHANED and (after is None or after[2] != _DECISION):
        rows = queue(filters)
        if after is not None:
            rows = rows.filter(_after(after))
        if found := list(_with_texts(rows)[:1]):
            return questions(found)[0]
    if filters.kind in (None, QuestionKind.ORPHANED):
        decisions = orphaned(filters)
        if after is not None and after[2] == _DECISION:
            decisions = decisions.filter(
                Q(filing__gt=after[0])
                | Q(filing=after[0], entry__gt=after[1])
                | Q(filing=after[0], entry=after[1], pk__gt=after[3])
            )
        for decision in decisions.select_related("target", "entry")[:1]:
            return _orphan(decision)
    return None


_DECISION: Final = "~"


def _after(cursor: Cursor) -> Q:
    filing, entry, place, position = cursor
    same = Q(face__sort_key=filing)
    return (
        Q(face__sort_key__gt=filing)
        | same & Q(face__entry__gt=entry)
        | same & Q(face__entry=entry, place__gt=place)
        | same & Q(face__entry=entry, place=place, position__gt=position)
    )


def _orphan(decision: ReferenceDecision) -> Question:
    face = Projection.objects.working().select_related("entry").get(entry=decision.entry_id)
    return Question(
        kind=QuestionKind.ORPHANED,
        face=face,
        cursor=(face.sort_key, face.entry_id, _DECISION, decision.pk),
        decision=decision,
    )


def _with_texts(rows: QuerySet[CrossReference]) -> QuerySet[CrossReference]:
    return rows.select_related("face__entry", "face__revision", "target")


def questions(references: Sequence[CrossReference]) -> list[Question]:
    """The questions of these rows of the queue, with faces, entries and revisions loaded. A fixed number of queries."""
    near = near_misses([row for row in references if _kind(row) is QuestionKind.NEAR])
    meant = _candidates([row for row in references if _kind(row) is not QuestionKind.NEAR])
    asked: list[Question] = []
    for _face, rows in groupby(references, key=lambda row: row.face_id):
        own = list(rows)
        article = own[0].face.revision.article
        asked += [_question(row, article, near.get(row.pk) or meant.get(row.pk, [])) for row in own]
    return asked


def _kind(row: CrossReference) -> QuestionKind:
    return QuestionKind(getattr(row, "question", QuestionKind.UNSURE))


def _question(row: CrossReference, article: Article, candidates: Sequence[Candidate]) -> Question:
    found: Passage | None = None
    anchors: tuple[str, ...] = ()
    if row.place == ReferencePlace.PROSE:
        paragraph = article.paragraphs[row.paragraph]
        found = passage_of(row, paragraph)
        anchors = tuple(_other_anchors(paragraph, row))
    return Question(
        kind=_kind(row),
        face=row.face,
        cursor=(row.face.sort_key, row.face.entry_id, row.place, row.position),
        reference=row,
        passage=found,
        candidates=tuple(candidates),
        anchors=anchors,
        evidence=tuple(each[1] for each in row.evidence),
    )


def passage_of(row: CrossReference, paragraph: str) -> Passage:
    """The passage of a reference of the prose."""
    first, last = passage(paragraph, row.start, row.closing + 1)
    return Passage(
        text=paragraph[first:last],
        begin=first,
        start=row.start - first,
        end=row.end - first,
        opening=row.opening - first,
        closing=row.closing - first,
    )


def _other_anchors(paragraph: str, row: CrossReference) -> Iterable[str]:
    """What else may be the anchor: what ends before the parenthesis and begins with a word, the shortest first."""
    window = max(paragraph.rfind(")", 0, row.end) + 1, row.end - _REACH, 0)
    starts = [window + start for start, _end in words(paragraph[window : row.end])]
    if window and not paragraph[window - 1].isspace() and starts[:1] == [window] and paragraph[window - 1] != ")":
        del starts[0]  # cut in the middle of a word
    return [paragraph[start : row.end] for start in reversed(starts) if start != row.start][:_OFFERED]


def _candidates(references: Sequence[CrossReference]) -> dict[int, list[Candidate]]:
    """The entries that the witnesses of these references may mean."""
    if not references:
        return {}
    names = directory(linking.keys_of(references))
    meant = {row.pk: linking.candidates(row, work=row.face.entry.work_id, names=names) for row in references}
    faces = _working_faces({entry for entries in meant.values() for entry in entries})
    return {pk: [Candidate(faces[entry]) for entry in entries if entry in faces] for pk, entries in meant.items()}


def near_misses(references: Sequence[CrossReference]) -> dict[int, list[Candidate]]:
    """For each reference (by id) the entries whose names sound nearly like its anchor or gloss, the likeliest first.

    They are to be proposed, never linked: one consonant more, less or other is enough to be found, and the spellings
    must be alike. Two queries.
    """
    heard = {row.pk: near_sounds(row.gloss_sound) | near_sounds(row.anchor_sound) for row in references}
    wanted = {sound[:KEY_LENGTH] for sounds in heard.values() for sound in sounds}
    if not wanted:
        return {}
    rows = NameSound.objects.filter(sound__in=wanted, face__is_working=True)
    by_sound: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for sound, name, entry, work in rows.values_list("sound", "name", "face__entry_id", "face__entry__work_id"):
        by_sound.setdefault((work, sound), []).append((entry, name))
    scored: dict[int, dict[int, tuple[float, str]]] = {}
    for row in references:
        best = scored.setdefault(row.pk, {})
        for sound in heard[row.pk]:
            for entry, name in by_sound.get((row.face.entry.work_id, sound), ()):
                spoken = parse_title(turn_round(name)).full
                likeness = max(similarity(spoken, row.gloss), similarity(spoken, row.anchor))
                if entry != row.face.entry_id and likeness >= max(_ALIKE, best.get(entry, (0.0, ""))[0]):
                    best[entry] = (likeness, name)
    faces = _working_faces({entry for best in scored.values() for entry in best})
    return {
        pk: sorted(
            (Candidate(faces[entry], likeness, name) for entry, (likeness, name) in best.items() if entry in faces),
            key=lambda candidate: (-candidate.likeness, candidate.face.sort_key),
        )[:_OFFERED]
        for pk, best in scored.items()
    }


def _working_faces(entries: Collection[int]) -> dict[int, Projection]:
    if not entries:
        return {}
    faces = Projection.objects.working().filter(entry__in=entries).select_related("entry")
    return {face.entry_id: face for face in faces}
