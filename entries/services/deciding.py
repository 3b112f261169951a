"""What editors decide of references: kept by gloss, anchor and the text around, effective at once, undoable."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext

from entries.models import CrossReference, DecisionKind, Entry, ReferenceDecision, ReferencePlace
from entries.services import projecting
from entries.services.actors import signature
from entries.services.locking import writing
from entries.services.projecting import Elsewhere
from entries.text.article import Article
from entries.text.placing import Spot, mark

_ANCHOR_LENGTH: Final = 500
#: Decisions of one group answer the same question: of one reference only one of them can hold.
_GROUPS: Final = (
    frozenset({DecisionKind.LINK, DecisionKind.NOT_REFERENCE}),
    frozenset({DecisionKind.ANCHOR}),
    frozenset({DecisionKind.DISMISS}),
)


class ReferenceGoneError(LookupError):
    """The reference is no longer where it was: its text has changed since it was shown."""


class DecidedMeanwhileError(LookupError):
    """Somebody else has decided of the reference since it was loaded."""


class AnchorNotThereError(ValueError):
    """The words chosen as the anchor do not stand straight before the parenthesis."""


class TargetError(ValueError):
    """A link needs a target of the same work, and nothing else takes one."""


class AlreadyUndoneError(ValueError):
    """The decision has been undone or replaced."""


class Decisions(list[ReferenceDecision]):
    """The decisions that were made together, and what they moved `elsewhere`: a confirmed anchor is a known name."""

    def __init__(self, made: Iterable[ReferenceDecision], elsewhere: Elsewhere) -> None:
        super().__init__(made)
        self.elsewhere = elsewhere


def decide(
    reference: CrossReference,
    kind: DecisionKind,
    *,
    by: AbstractBaseUser | None,
    target: Entry | None = None,
    anchor: str = "",
) -> ReferenceDecision:
    """Records a decision on a reference of a face; it holds for every face of the entry in which it finds its place.

    `target` goes with LINK; `anchor` with ANCHOR: the words that end where the parenthesis begins ("" confirms those
    that were found). An earlier decision on the same question is undone. Raises ReferenceGoneError,
    AnchorNotThereError, TargetError, and changes nothing then.
    """
    return decide_each([(reference, anchor)], kind, by=by, target=target)[0]


def decide_each(
    chosen: Sequence[tuple[CrossReference, str]],
    kind: DecisionKind,
    *,
    by: AbstractBaseUser | None,
    target: Entry | None = None,
) -> Decisions:
    """The same decision on several references, each with its anchor ("" for the one that was found), in one go."""
    with writing():
        rows = _reload([reference for reference, _anchor in chosen])
        texts = _texts(rows.values())
        now = timezone.now()
        made = []
        for reference, anchor in chosen:
            row = rows.get(reference.pk)
            if row is None or (row.gloss, row.opening) != (reference.gloss, reference.opening):
                raise ReferenceGoneError(gettext("ข้อความของรายการนี้เปลี่ยนไปแล้ว ให้โหลดหน้านี้ใหม่แล้วตัดสินอีกครั้ง"))
            if _decided(row) != _decided(reference):
                raise DecidedMeanwhileError(gettext("มีผู้ตัดสินแห่งนี้ไปแล้วหลังจากที่ท่านเปิดหน้านี้"))
            deciding = _Deciding(row, texts[row.face_id], kind, target, anchor)
            made.append(deciding.decision(now, by))
        _replace([rows[reference.pk] for reference, _anchor in chosen], kind, now)
        ReferenceDecision.objects.bulk_create(made)
        elsewhere = projecting.renew_decisions({decision.entry_id for decision in made})
    return Decisions(made, elsewhere)


def _reload(references: Iterable[CrossReference]) -> dict[int, CrossReference]:
    found = CrossReference.objects.filter(pk__in=[reference.pk for reference in references])
    return {row.pk: row for row in found.select_related("face__entry", "face__revision")}


def _decided(row: CrossReference) -> tuple[int | None, ...]:
    return row.decision_id, row.anchor_decision_id, row.dismissal_id


def state(reference: CrossReference) -> str:
    """What a question about this reference was asked on, as a short text to be compared: another one, another question.

    A page sends it back with the answer, so that nobody answers what is no longer asked.
    """
    said = (
        reference.face_id, reference.place, reference.position, reference.paragraph, reference.start, reference.opening,
        reference.gloss, reference.resolution, reference.target_id, *_decided(reference),
    )  # fmt: skip
    return sha256(repr(said).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Text:
    """A face's text with the places of its references, and where among them each row (id) is."""

    article: Article
    spots: Sequence[Spot]
    index: Mapping[int, int]


def _texts(rows: Iterable[CrossReference]) -> dict[int, _Text]:
    """The texts of the faces of these rows. One query."""
    articles: dict[int, Article] = {}
    for row in rows:
        if row.face_id not in articles:
            articles[row.face_id] = row.face.revision.article
    siblings: dict[int, list[CrossReference]] = defaultdict(list)
    for row in CrossReference.objects.filter(face__in=articles).order_by("place", "position"):
        siblings[row.face_id].append(row)
    return {
        face: _Text(
            article,
            projecting.spots(siblings[face], article),
            {row.pk: index for index, row in enumerate(siblings[face])},
        )
        for face, article in articles.items()
    }


class _Deciding:
    """One decision on its way: checked, and with what tells its place."""

    def __init__(self, row: CrossReference, text: _Text, kind: DecisionKind, target: Entry | None, anchor: str) -> None:
        self.row, self.kind, self.target = row, kind, target
        self.text, self.article = text, text.article
        self.anchor = anchor.strip()
        self._check()

    def _check(self) -> None:
        work = self.row.face.entry.work_id
        if (self.kind == DecisionKind.LINK) != (self.target is not None):
            raise TargetError(gettext("ต้องเลือกรายการที่จะโยงถึง"))
        if self.target is not None and self.target.work_id != work:
            raise TargetError(gettext("โยงถึงได้เฉพาะรายการในผลงานเดียวกัน"))
        if self.kind == DecisionKind.ANCHOR and self.start() is None:
            raise AnchorNotThereError(gettext("คำที่โยงต้องอยู่ติดหน้าวงเล็บของคำกำกับ ให้เลือกข้อความใหม่"))

    def start(self) -> int | None:
        """Where the chosen anchor begins; None where it does not stand before the parenthesis."""
        if self.row.place != ReferencePlace.PROSE:
            return None
        words = self.anchor or _words(self.row, self.article)
        return projecting.anchor_start(self.article.paragraphs[self.row.paragraph], self.row, words)

    def decision(self, now: datetime, by: AbstractBaseUser | None) -> ReferenceDecision:
        """The row to be added."""
        words = _words(self.row, self.article)
        where = mark(self.text.spots, self.text.index[self.row.pk], words)
        chosen = (self.anchor or words)[-_ANCHOR_LENGTH:] if self.kind == DecisionKind.ANCHOR else ""
        return ReferenceDecision(
            entry=self.row.face.entry,
            kind=self.kind,
            place=where.place,
            gloss=where.gloss,
            anchor=where.anchor,
            occurrence=where.occurrence,
            occurrences=where.occurrences,
            before=where.before,
            after=where.after,
            target=self.target,
            chosen_anchor=chosen,
            created=now,
            **signature(by),
        )


def _words(row: CrossReference, article: Article) -> str:
    """The anchor as it stands, cut on its left where it is longer than a row holds."""
    if row.place != ReferencePlace.PROSE:
        return row.anchor
    return article.paragraphs[row.paragraph][row.start : row.end][-_ANCHOR_LENGTH:]


def _replace(rows: Iterable[CrossReference], kind: DecisionKind, now: datetime) -> None:
    """Undoes, at the moment of the new decision, what stands on these references on the same question."""
    column = {DecisionKind.ANCHOR: "anchor_decision_id", DecisionKind.DISMISS: "dismissal_id"}.get(kind, "decision_id")
    old = {getattr(row, column) for row in rows} - {None}
    ReferenceDecision.objects.filter(pk__in=old).update(undone=now)


def decide_again(decision: ReferenceDecision, reference: CrossReference, *, by: AbstractBaseUser | None) -> Decisions:
    """Makes an orphaned decision of this reference of its entry, in place of where it was; answers the new decision.

    The new one undoes the orphaned one as it would one that stands on the reference, so undoing it brings that back.
    Raises AlreadyUndoneError, and what `decide` raises.
    """
    with writing():
        if not ReferenceDecision.objects.standing().filter(pk=decision.pk, entry=reference.face.entry_id).exists():
            raise AlreadyUndoneError(gettext("การตัดสินนี้ถูกยกเลิกหรือถูกแทนที่ไปแล้ว"))
        kind = DecisionKind(decision.kind)
        made = decide_each([(reference, decision.chosen_anchor)], kind, by=by, target=decision.target)
        ReferenceDecision.objects.filter(pk=decision.pk).update(undone=made[0].created)
        return made


def undo_decision(decision: ReferenceDecision) -> None:
    """Takes a decision back; what it replaced holds again. Raises AlreadyUndoneError."""
    undo_decisions([decision])


def undo_decisions(decisions: Sequence[ReferenceDecision]) -> None:
    """Takes these decisions back, in one go. Raises AlreadyUndoneError, and changes nothing then."""
    with writing():
        standing = ReferenceDecision.objects.standing().filter(pk__in=[decision.pk for decision in decisions])
        found = list(standing)
        if len(found) != len(decisions):
            raise AlreadyUndoneError(gettext("การตัดสินนี้ถูกยกเลิกหรือถูกแทนที่ไปแล้ว"))
        again = _replaced_by(found)
        standing.update(undone=timezone.now())
        ReferenceDecision.objects.filter(pk__in=again).update(undone=None)
        projecting.renew_decisions({decision.entry_id for decision in found})


def reinstate(decisions: Iterable[ReferenceDecision]) -> None:
    """Lets decisions that were taken back hold again; where a later one answers the same question, that one holds."""
    with writing():
        again = ReferenceDecision.objects.filter(pk__in=[decision.pk for decision in decisions])
        entries = set(again.values_list("entry", flat=True))
        again.update(undone=None)
        projecting.renew_decisions(entries)


def _replaced_by(decisions: Iterable[ReferenceDecision]) -> list[int]:
    """The decisions that these undid: undone at the moment at which one of these was made, of the same reference."""
    moments: dict[tuple[int, datetime], list[ReferenceDecision]] = defaultdict(list)
    for decision in decisions:
        moments[decision.entry_id, decision.created].append(decision)
    rows = ReferenceDecision.objects.filter(
        entry__in={entry for entry, _moment in moments}, undone__in={moment for _entry, moment in moments}
    )
    made = ReferenceDecision.objects.filter(
        entry__in={entry for entry, _moment in moments}, created__in={moment for _entry, moment in moments}
    )
    alone = Counter(made.values_list("entry_id", "created"))
    return [
        row.pk
        for row in rows
        if row.undone
        and any(
            _answers_the_same(row, decision, anywhere=alone[row.entry_id, row.undone] == 1)
            for decision in moments.get((row.entry_id, row.undone), ())
        )
    ]


def _answers_the_same(one: ReferenceDecision, other: ReferenceDecision, *, anywhere: bool) -> bool:
    """Whether both are of one group and place; `anywhere`: of any, since nothing else was decided at that moment."""
    same_place = anywhere or (one.place, one.gloss) == (other.place, other.gloss)
    return same_place and any({one.kind, other.kind} <= group for group in _GROUPS)


def bulk_accept(references: Iterable[CrossReference], *, by: AbstractBaseUser | None) -> Decisions:
    """Confirms the anchors of these references as they were found; answers the decisions, to be undone together."""
    return decide_each([(reference, "") for reference in references], DecisionKind.ANCHOR, by=by)
