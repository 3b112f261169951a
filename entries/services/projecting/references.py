"""References of faces: their rows from an analysis, what editors decided of them, and their targets."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from entries.models import (
    CrossReference,
    DecisionKind,
    Entry,
    Projection,
    ReferenceDecision,
    ReferencePlace,
    Resolution,
    Revision,
)
from entries.models.columns import KEY_LENGTH
from entries.services import linking
from entries.services.directory import keys_of_entries, leading_to
from entries.services.projecting.bulk import insert, update
from entries.services.projecting.lexicon import renew_anchor_forms
from entries.services.projecting.problems import renew_link_problems, renew_repeated_targets
from entries.services.projecting.spans import earliest_start, find_spans, heal_spans, set_anchor, set_known, set_span
from entries.services.tables import current_tables
from entries.text.analysis import Analysis
from entries.text.article import Article
from entries.text.names import reference_key
from entries.text.placing import Mark, Spot, place
from entries.text.references.lexicon import fold
from entries.text.tables import DEFAULT_TABLES, Tables

_TARGETS: Final = ("target", "live_target", "resolution")
_DECIDED: Final = (
    "start", "anchor", "anchor_key", "anchor_sound", "confidence", "evidence", "decision", "anchor_decision",
    "dismissal", *_TARGETS,
)  # fmt: skip
_FIELDS: Final = [field for field in CrossReference._meta.concrete_fields if not field.primary_key]
_COLUMNS: Final = [field.name for field in _FIELDS]
_ATTRIBUTES: Final = [field.attname for field in _FIELDS]
DECIDED_EVIDENCE: Final = ["decision", "บรรณาธิการกำหนดคำที่โยง"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many anchors began elsewhere after a decision than before, beside those decided, and in how many entries."""

    places: int = 0
    entries: int = 0


@dataclass(slots=True)
class Waiting:
    """References of new faces on their way in; those of see-entries come first, since others follow them."""

    rows: list[CrossReference] = field(default_factory=list)

    def create(self, *, see: bool) -> None:
        """Finds the targets of these rows and saves them. Hold the lock."""
        rows = [row for row in self.rows if (row.place == ReferencePlace.SEE) == see]
        for _changed in linking.retarget(rows):
            pass
        insert(CrossReference, _COLUMNS, [[getattr(row, column) for column in _ATTRIBUTES] for row in rows])


def references_of(texts: Sequence[tuple[Projection, Analysis]]) -> Waiting:
    """The references of these faces, decided as editors decided, without targets yet; entries are loaded.

    A query for what editors decided, and one for the names that the texts may hold.
    """
    waiting = Waiting()
    decisions = _standing({face.entry_id for face, _analysis in texts})
    by_face = [(face, analysis, list(_rows(face, analysis))) for face, analysis in texts]
    set_known([row for _face, _analysis, rows in by_face for row in rows])
    for face, analysis, rows in by_face:
        find_spans(rows, analysis.article, analysis.tables, before=[[] for _row in rows])
        place_decisions(rows, analysis.article, decisions.get(face.entry_id, ()), analysis.tables)
        waiting.rows += rows
    return waiting


def references_of_faces(faces: Collection[int], tables: Tables) -> Waiting:
    """The same of faces (ids) whose texts are found anew."""
    rows = Projection.objects.filter(pk__in=faces).select_related("entry", "revision")
    return references_of([(face, Analysis(face.revision.article, tables)) for face in rows])


def references_of_revision(entry: Entry, revision: Revision) -> list[CrossReference]:
    """The references that a text would have if it were live, as names and decisions stand; rows that are never saved.

    A fixed number of queries, whatever the number of references (but one more a step of a chain of see-entries).
    """
    face = Projection(entry=entry, revision=revision, is_live=True)
    rows = references_of([(face, Analysis(revision.article, current_tables()))]).rows
    for _changed in linking.retarget(rows):
        pass
    return rows


def _rows(face: Projection, analysis: Analysis) -> Iterator[CrossReference]:
    for found in analysis.references:
        row = CrossReference(
            face=face,
            place=found.place,
            position=found.position,
            gloss=found.gloss,
            gloss_key=found.gloss_key[:KEY_LENGTH],
            gloss_sound=found.gloss_sound[:KEY_LENGTH],
            left_key=found.left_key,
            resolution=Resolution.WANTED if found.asks_for_target else Resolution.NONE,
        )
        if span := found.reference:
            row.paragraph, row.end = span.paragraph, span.end
            row.opening, row.closing = span.open, span.close
            row.starred, row.kind = span.starred, span.kind
            row.odds = [span.odds.best, span.odds.rival] if span.odds else None
            set_span(row, span)
        set_anchor(row, found.anchor, found.anchor_key, found.anchor_sound)
        yield row


def _standing(entries: Collection[int]) -> dict[int, list[ReferenceDecision]]:
    found: dict[int, list[ReferenceDecision]] = defaultdict(list)
    rows = ReferenceDecision.objects.standing().filter(entry__in=entries).order_by("created", "pk")
    for decision in rows:
        found[decision.entry_id].append(decision)
    return found


# Decisions


def spots(rows: Iterable[CrossReference], article: Article) -> list[Spot]:
    """The places of these references in their text, in their order."""
    return [_spot(row, article) for row in rows]


def _spot(row: CrossReference, article: Article) -> Spot:
    if row.place != ReferencePlace.PROSE:
        return Spot(row.place, row.gloss, row.anchor, "")
    paragraph = article.paragraphs[row.paragraph]
    return Spot(row.place, row.gloss, paragraph[: row.end], paragraph[row.closing + 1 :])


def mark_of(decision: ReferenceDecision) -> Mark:
    """Where a decision was made."""
    return Mark(
        place=decision.place,
        gloss=decision.gloss,
        anchor=decision.anchor,
        occurrence=decision.occurrence,
        occurrences=decision.occurrences,
        before=decision.before,
        after=decision.after,
    )


def place_decisions(
    rows: Sequence[CrossReference],
    article: Article,
    decisions: Sequence[ReferenceDecision],
    tables: Tables = DEFAULT_TABLES,
) -> None:
    """Sets on these rows, all of one text, what editors decided of them; `decisions` are the oldest first."""
    if not decisions:
        return
    placed = place([mark_of(decision) for decision in decisions], spots(rows, article))
    for decision, index in zip(decisions, placed, strict=True):
        if index is None:
            continue
        row = rows[index]
        if decision.kind == DecisionKind.ANCHOR:
            _move_anchor(row, article, decision, tables)
        elif decision.kind == DecisionKind.DISMISS:
            row.dismissal = decision
        else:
            row.decision = decision


def _move_anchor(row: CrossReference, article: Article, decision: ReferenceDecision, tables: Tables) -> None:
    if row.place != ReferencePlace.PROSE:
        return
    paragraph = article.paragraphs[row.paragraph]
    start = anchor_start(paragraph, row, decision.chosen_anchor)
    if start is None:
        return
    anchor = paragraph[start : row.end]
    row.start, row.confidence, row.evidence = start, 1.0, [DECIDED_EVIDENCE]
    row.anchor_decision = decision
    set_anchor(row, anchor, reference_key(anchor, tables.honorifics))


def anchor_start(paragraph: str, row: CrossReference, anchor: str) -> int | None:
    """Where this anchor begins that ends where the row's does, spaces and kinds of digits apart.

    None where it does not stand there, or would reach over the parenthesis of another reference.
    """
    window = max(0, row.end - 2 * len(anchor) - 40)
    folded, offsets = fold(paragraph[window : row.end])
    words = fold(anchor)[0]
    if not words or not folded.endswith(words):
        return None
    start = window + offsets[len(folded) - len(words)]
    return start if start >= earliest_start(paragraph, row.opening) else None


def renew_decisions(entries: Collection[int]) -> Elsewhere:
    """Sets anew what editors decided of the references of these entries (ids), with all that follows. Hold the lock.

    Answers what that moved in working texts beside the places that were decided.

    An anchor that is no longer decided is found again, in its paragraph alone; those elsewhere before whose parentheses
    the same words stand are found with it as a name that is known, or without.
    """
    decisions = _standing(entries)
    tables = current_tables()
    rows: dict[int, list[CrossReference]] = defaultdict(list)
    for row in CrossReference.objects.filter(face__entry__in=entries).select_related("face__entry", "decision"):
        rows[row.face_id].append(row)
    moved: list[CrossReference] = []
    for face in Projection.objects.filter(pk__in=rows).select_related("revision"):
        article, own = face.revision.article, rows[face.pk]
        before = [_state(row) for row in own]
        find_spans([row for row in own if row.anchor_decision_id], article, tables)
        for row in own:
            row.decision = row.anchor_decision = row.dismissal = None
        place_decisions(own, article, decisions.get(face.entry_id, ()), tables)
        moved += [row for row, old in zip(own, before, strict=True) if _state(row) != old]
    for _changed in linking.retarget(moved):
        pass
    update(moved, _DECIDED)
    decided = {row.pk for row in moved}
    healed = heal_spans(renew_anchor_forms(entries))
    changed = [*moved, *healed.rows, *resolve_again(healed.rows)]
    if sees := [row for row in moved if row.place == ReferencePlace.SEE]:
        renew_link_problems((), sees, ())
        changed += heal_others((), (), sees, ())
    renew_repeated_targets({row.face_id for row in changed})
    others = [row for row in healed.rows if row.pk in healed.moved - decided and row.face.is_working]
    return Elsewhere(len(others), len({row.face.entry_id for row in others}))


def _state(row: CrossReference) -> tuple[object, ...]:
    return row.start, row.confidence, row.decision_id, row.anchor_decision_id, row.dismissal_id


# Targets


def heal_see(keys: Collection[str], entries: Collection[int], except_faces: Collection[int]) -> list[CrossReference]:
    """Resolves again the references of see-entries that these keys or entries concern; answers those that changed."""
    return _heal(linking.concerned(keys, entries=entries, see=True, except_faces=except_faces))


def heal_others(
    keys: Collection[str], entries: Collection[int], changed: Sequence[CrossReference], except_faces: Collection[int]
) -> list[CrossReference]:
    """Resolves again all other references: those of these keys and entries, and of see-entries that lead elsewhere."""
    elsewhere = leading_to({*entries, *(row.face.entry_id for row in changed)})
    elsewhere |= {row.face.entry_id for row in changed}
    keys = {*keys, *keys_of_entries(elsewhere)}
    rows = linking.concerned(keys, entries={*entries, *elsewhere}, see=False, except_faces=except_faces)
    return _heal(rows)


def resolve_again(rows: Sequence[CrossReference]) -> list[CrossReference]:
    """Finds the targets of these rows again, whose anchors have moved; answers those that changed."""
    return _heal(rows)


def _heal(rows: Sequence[CrossReference]) -> list[CrossReference]:
    changed = list(linking.retarget(rows))
    update(changed, _TARGETS)
    return changed
