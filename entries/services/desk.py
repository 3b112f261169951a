"""The reference desk: what an editor is to be asked about references, one question after another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final, TypeVar

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from entries.models import (
    CrossReference,
    DecisionKind,
    EntryName,
    NameSound,
    Projection,
    ReferenceDecision,
    ReferencePlace,
    Resolution,
)
from entries.services.candidates import Candidate, meant_by, near_misses
from entries.services.deciding import bulk_accept
from entries.services.projecting import earliest_start
from entries.text.article import Article
from entries.text.passage import passage
from entries.text.references.stopwords import BEFORE
from entries.text.segment import words
from entries.text.thai import match_key

__all__ = [
    "SURE", "Candidate", "Cursor", "Filters", "Passage", "Place", "Question", "QuestionKind", "bulk_accept", "counts",
    "near_misses", "next_question", "orphaned", "passage_of", "questions", "queue", "unsure",
]  # fmt: skip

#: From here on an anchor is not asked about.
SURE: Final = 0.9
_REACH: Final = 60
_OFFERED: Final = 8


_Rows = TypeVar("_Rows", bound=QuerySet[Any, Any])


class QuestionKind(TextChoices):
    """What is asked. Of several questions about one reference the first is asked."""

    WITHDRAWN = "withdrawn", _("ปลายทางที่เลือกไว้ถูกถอนจากการเผยแพร่")
    DISAGREEING = "disagreeing", _("คำที่โยงกับคำกำกับชี้ต่างรายการ")
    AMBIGUOUS = "ambiguous", _("คำตั้งที่เขียนเหมือนกัน")
    LOOP = "loop", _("รายการโยงวนกลับมาที่เดิม")
    NEAR = "near", _("เขียนใกล้เคียงกับคำตั้งที่มี")
    UNSURE = "unsure", _("ไม่แน่ใจว่าคำที่โยงเริ่มที่ใด")
    ORPHANED = "orphaned", _("การตัดสินที่หาที่เดิมไม่พบ")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which questions: of one entry (id), of one kind, of confidence from `least` (included) to `below` (not).

    `name`: of entries one of whose names holds it; `key`: about this gloss or anchor (`reference_key`).
    """

    work: int | None = None
    entry: int | None = None
    kind: QuestionKind | None = None
    least: float = 0.0
    below: float = 2.0
    name: str = ""
    key: str = ""

    def references(self, rows: _Rows) -> _Rows:
        """Those of these references that are asked about; their kind of question apart."""
        rows = rows.filter(confidence__gte=self.least, confidence__lt=self.below)
        if self.work is not None:
            rows = rows.filter(face__entry__work=self.work)
        if self.entry is not None:
            rows = rows.filter(face__entry=self.entry)
        if self.key:
            rows = rows.filter(Q(gloss_key=self.key) | Q(anchor_key=self.key))
        if name := match_key(self.name):
            rows = rows.filter(Exists(EntryName.objects.filter(face=OuterRef("face"), key__contains=name)))
        return rows

    def decisions(self, rows: _Rows) -> _Rows:
        """Those of these decisions that are asked about; they have no confidence, and their kind is one."""
        if self.work is not None:
            rows = rows.filter(entry__work=self.work)
        if self.entry is not None:
            rows = rows.filter(entry=self.entry)
        if name := match_key(self.name):
            named = EntryName.objects.filter(face__entry=OuterRef("entry"), face__is_working=True)
            rows = rows.filter(Exists(named.filter(key__contains=name)))
        return rows.none() if self.key else rows


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
class Place:
    """A reference of which an orphaned decision may be made again, in its passage (None outside the prose)."""

    reference: CrossReference
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `reference` is None for an orphaned `decision`, whose `places` are where it may belong now.

    `anchors` are other anchors that may be meant, nearest first, each the text that ends before the parenthesis,
    and `likely` those of them that do not begin with a function word; `earliest` is where in the passage the first of
    all may begin. `evidence` says in words why the anchor was found where it was.
    """

    kind: QuestionKind
    face: Projection
    cursor: Cursor
    reference: CrossReference | None = None
    decision: ReferenceDecision | None = None
    passage: Passage | None = None
    candidates: tuple[Candidate, ...] = ()
    anchors: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    earliest: int = 0
    evidence: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def proposes_first(self) -> bool:
        """Whether the first candidate, or place, is what the desk proposes; homonyms and witnesses are equal."""
        return self.kind in (QuestionKind.NEAR, QuestionKind.ORPHANED)


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
    rows = rows.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE) | _LED_NOWHERE)
    rows = rows.filter(
        _LED_NOWHERE
        | Q(resolution__in=(*said, Resolution.WANTED), decision=None)
        | Q(starred=True, confidence__lt=SURE)
    ).annotate(
        question=Case(
            When(_LED_NOWHERE, then=Value(QuestionKind.WITHDRAWN)),
            *targets,
            When(Q(resolution=Resolution.WANTED, decision=None) & near, then=Value(QuestionKind.NEAR)),
            When(
                Q(starred=True, confidence__lt=SURE, anchor_decision=None) & ~_REFUSED,
                then=Value(QuestionKind.UNSURE),
            ),
            default=Value(""),
        )
    )
    rows = filters.references(rows.exclude(question=""))
    if filters.kind is not None:
        rows = rows.filter(Q(question=filters.kind))
    return rows.order_by("face__sort_key", "face__entry_id", "place", "position")


#: An editor has chosen a target that is there no longer: what is decided to be no reference wants none.
_LED_NOWHERE: Final = Q(resolution=Resolution.WANTED, decision__isnull=False)
_REFUSED: Final = Q(decision__kind=DecisionKind.NOT_REFERENCE, decision__isnull=False)


def unsure(filters: Filters = Filters()) -> QuerySet[CrossReference]:
    """The references whose anchor is unsure, whatever else is asked about them: what `bulk_accept` may take."""
    rows = CrossReference.objects.filter(
        face__is_working=True, starred=True, dismissal=None, anchor_decision=None, confidence__lt=SURE
    ).exclude(_REFUSED)
    return filters.references(rows)


def orphaned(filters: Filters = Filters()) -> QuerySet[ReferenceDecision]:
    """The decisions that found no place in their entry's working text, in the entries' filing order."""
    rows = ReferenceDecision.objects.orphaned().annotate(filing=F("entry__faces__sort_key"))
    return filters.decisions(rows).order_by("filing", "entry_id", "pk")


def counts(filters: Filters = Filters()) -> dict[QuestionKind, int]:
    """How many questions there are of each kind that there is, whatever kind is asked for. Two queries."""
    rows = queue(replace(filters, kind=None)).order_by().values_list(F("question")).annotate(Count("pk"))
    found = {QuestionKind(kind): number for kind, number in rows}
    if orphans := orphaned(filters).count():
        found[QuestionKind.ORPHANED] = orphans
    return {kind: found[kind] for kind in QuestionKind if kind in found}


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
    face = Projection.objects.working().select_related("entry", "revision").get(entry=decision.entry_id)
    return Question(
        kind=QuestionKind.ORPHANED,
        face=face,
        cursor=(face.sort_key, face.entry_id, _DECISION, decision.pk),
        decision=decision,
        places=tuple(_places(decision, face)),
    )


def _places(decision: ReferenceDecision, face: Projection) -> Iterable[Place]:
    """The references of the text that have the decision's gloss or anchor, and on which nothing stands, in order."""
    taken = {DecisionKind.ANCHOR: "anchor_decision", DecisionKind.DISMISS: "dismissal"}.get(
        DecisionKind(decision.kind), "decision"
    )
    rows = CrossReference.objects.filter(face=face, place=decision.place, **{taken: None}).order_by("position")
    gloss, anchor = match_key(decision.gloss), match_key(decision.anchor)
    alike = [
        row
        for row in rows.select_related("face__entry")
        if (gloss and match_key(row.gloss) == gloss) or (anchor and match_key(row.anchor) == anchor)
    ]
    paragraphs = face.revision.article.paragraphs
    for row in alike[:_OFFERED]:
        in_prose = row.place == ReferencePlace.PROSE
        yield Place(row, passage_of(row, paragraphs[row.paragraph]) if in_prose else None)


def _with_texts(rows: QuerySet[CrossReference]) -> QuerySet[CrossReference]:
    return rows.select_related("face__entry", "face__revision", "target", "decision__target")


def questions(references: Sequence[CrossReference]) -> list[Question]:
    """The questions of these rows of the queue, with faces, entries and revisions loaded. A fixed number of queries."""
    near = near_misses([row for row in references if _kind(row) is QuestionKind.NEAR])
    meant = meant_by([row for row in references if _kind(row) is not QuestionKind.NEAR])
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
    anchors: dict[str, bool] = {}
    earliest = 0
    if row.place == ReferencePlace.PROSE:
        paragraph = article.paragraphs[row.paragraph]
        found = passage_of(row, paragraph)
        limit = earliest_start(paragraph, row.opening)
        anchors = dict(_other_anchors(paragraph, row, limit))
        earliest = max(0, limit - found.begin)
    return Question(
        kind=_kind(row),
        face=row.face,
        cursor=(row.face.sort_key, row.face.entry_id, row.place, row.position),
        reference=row,
        passage=found,
        candidates=tuple(candidates),
        anchors=tuple(anchors),
        earliest=earliest,
        likely=tuple(anchor for anchor, is_likely in anchors.items() if is_likely),
        # Another place is no evidence once the anchor has been moved there.
        evidence=tuple(says for code, says in row.evidence if code != "alternative" or f"“{row.anchor}”" not in says),
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


def _other_anchors(paragraph: str, row: CrossReference, limit: int) -> Iterable[tuple[str, bool]]:
    """What else may be the anchor: what ends before the parenthesis and begins with a word, the shortest first.

    Each with whether that word may begin one: a function word stands before anchors.
    """
    window = max(limit, row.end - _REACH)
    bounds = [(window + start, window + end) for start, end in words(paragraph[window : row.end])]
    is_cut = window > limit and not paragraph[window - 1].isspace()
    if is_cut and bounds and bounds[0][0] == window:
        del bounds[0]  # cut in the middle of a word
    others = [(start, end) for start, end in reversed(bounds) if start != row.start][:_OFFERED]
    return [(paragraph[start : row.end], paragraph[start:end] not in BEFORE) for start, end in others]
