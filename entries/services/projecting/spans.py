"""What names do to anchors: one that is known to end before a parenthesis is a place where an anchor may begin.

The anchor of a reference is a function of its text, its own entry's names, and `known`: the names of the lexicon that
end there and that its face sees, each with its source and the length of its folded form.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection

from entries.models import CrossReference, Projection, ReferencePlace
from entries.models.columns import KEY_LENGTH
from entries.services.projecting.bulk import update
from entries.services.projecting.lexicon import Form, batch_size, look_up
from entries.services.tables import current_tables
from entries.text.article import Article
from entries.text.lexicon_keys import beginnings, context_before, folded_end
from entries.text.names import reference_key
from entries.text.references import (
    CombinedLexicon,
    Evidence,
    KnownName,
    NameLexicon,
    Odds,
    Reference,
    article_lexicon,
    confirmed,
    find_references,
)
from entries.text.references.lexicon import SOURCES
from entries.text.references.spans import parentheses
from entries.text.references.stopwords import name_within
from entries.text.shortnames import name_sound
from entries.text.tables import Tables

_ANCHOR_LENGTH: Final = 500
_SPAN: Final = ("start", "anchor", "anchor_key", "anchor_sound", "confidence", "evidence", "known")

#: Names known before a parenthesis, the shortest form first: name, source, length of the folded form.
Known = Sequence[list[Any]]


# What is known before a parenthesis


def earliest_start(paragraph: str, opening: int) -> int:
    """Before which offset no anchor of the parenthesis that opens here begins: that of another lies before it."""
    return _limits(paragraph).get(opening, 0)


def _limits(paragraph: str) -> dict[int, int]:
    return {pair.open: pair.limit for pair in parentheses(paragraph)}


def set_known(rows: Sequence[CrossReference]) -> list[tuple[CrossReference, Known]]:
    """Sets which names end before these rows' parentheses; answers the rows that this changed, with what they had."""
    keys = [list(beginnings(row.left_key)) for row in rows]
    forms = look_up(key for of_row in keys for key in of_row)
    changed = []
    for row, of_row in zip(rows, keys, strict=True):
        known = []
        for key in of_row:
            if visible := [form for form in forms.get(key, ()) if _sees(row, form)]:
                first = min(visible, key=lambda form: (SOURCES.index(form.source), form.name))
                known.append([first.name, first.source, len(key)])
        if known != row.known:
            changed.append((row, row.known))
            row.known = known
    return changed


def _sees(row: CrossReference, form: Form) -> bool:
    entry = row.face.entry
    return form.shows(entry=entry.pk, work=entry.work_id, live=row.face.is_live)


@dataclass(frozen=True, slots=True)
class _Here:
    """A lexicon of what is known before some parentheses of a paragraph, by the text before each."""

    known: Mapping[str, Known]

    def known_suffixes(self, left_contexts: Sequence[str]) -> Sequence[Sequence[KnownName]]:
        return [_names(context, self.known.get(context, ())) for context in left_contexts]


def _names(context: str, known: Known) -> list[KnownName]:
    """What is known of the end of this context, the longest first."""
    if not known:
        return []
    _folded, offsets = folded_end(context)
    total, end = len(offsets), len(context)
    return [KnownName(end - offsets[total - length], name, source) for name, source, length in reversed(known)]


def find_spans(
    rows: Sequence[CrossReference],
    article: Article,
    tables: Tables,
    *,
    before: Sequence[Known] | None = None,
) -> None:
    """Sets the anchors of these rows, all of one text, as the text and what is `known` have them.

    `before` is what was known when their anchors were found, one for each row: where what is known now says nothing
    else beside the names of the text's own entry, nothing is to be done. None: they are found anew in any case.
    """
    own = article_lexicon(article)
    by_paragraph: dict[int, dict[int, tuple[CrossReference, Known | None]]] = defaultdict(dict)
    for index, row in enumerate(rows):
        if row.place == ReferencePlace.PROSE:
            by_paragraph[row.paragraph][row.opening] = row, None if before is None else before[index]
    for number, inside in by_paragraph.items():
        paragraph = article.paragraphs[number]
        limits = _limits(paragraph)
        contexts = {
            opening: context_before(paragraph, row.end, limits[opening]) for opening, (row, _old) in inside.items()
        }
        asked = {
            opening: row
            for opening, (row, old) in inside.items()
            if (old is None or _says_else(own, contexts[opening], old, row.known))
            and not (old == [] and _confirm(row, contexts[opening], own))
        }
        if asked:
            lexicon = CombinedLexicon(own, _Here({contexts[opening]: row.known for opening, row in asked.items()}))
            for span in find_references(
                [paragraph], lexicon=lexicon, class_nouns=tables.class_nouns, openings=asked.keys()
            ):
                anchor = paragraph[span.start : span.end]
                set_span(asked[span.open], span)
                set_anchor(asked[span.open], anchor, reference_key(name_within(anchor), tables.honorifics))


def _confirm(row: CrossReference, context: str, own: NameLexicon) -> bool:
    """Whether what is known confirms the anchor that the text alone gave the row; if so, the row says so."""
    names = _names(context, row.known)
    if any(name.is_lent for name in names) and own.known_suffixes([context])[0]:
        return False  # Beside names of its own entry it counts less than those it was found with.
    odds = Odds(*row.odds) if row.odds else None
    reasons = [Evidence(*reason) for reason in row.evidence]
    told = confirmed(row.end - row.start, odds, reasons, names)
    if told:
        row.confidence, evidence = told
        row.evidence = [[reason.code, reason.words] for reason in evidence]
    return told is not None


def _says_else(own: NameLexicon, context: str, old: Known, new: Known) -> bool:
    """Whether a text with these names of its own learns other names from what is known now than before."""
    if old == new:
        return False
    said = {name.length for name in own.known_suffixes([context])[0]}
    return [name for name in _names(context, old) if name.length not in said] != [
        name for name in _names(context, new) if name.length not in said
    ]


def set_span(row: CrossReference, span: Reference) -> None:
    """Gives the row the beginning that was found."""
    row.start, row.confidence = span.start, span.confidence
    row.evidence = [[evidence.code, evidence.words] for evidence in span.evidence]


def set_anchor(row: CrossReference, anchor: str, key: str, sound: str | None = None) -> None:
    """Gives the row these words as its anchor; `sound` is how they sound, where that is known already."""
    row.anchor = anchor[:_ANCHOR_LENGTH]
    row.anchor_key = key[:KEY_LENGTH]
    row.anchor_sound = (name_sound(anchor) if sound is None else sound)[:KEY_LENGTH]


# Healing


@dataclass(frozen=True, slots=True)
class Healed:
    """The references (rows) of which something changed, and those among them (ids) whose anchor has moved."""

    rows: list[CrossReference] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)


def heal_spans(keys: Collection[str], faces: Collection[int] = (), except_faces: Collection[int] = ()) -> Healed:
    """Finds the anchors again of references that these forms (keys) concern, and of these faces.

    Their targets are not looked up again here. Hold the lock.
    """
    ids = set(CrossReference.objects.filter(face__in=faces).exclude(left_key="").values_list("pk", flat=True))
    ids |= _before(keys)
    if not ids:
        return Healed()
    rows = CrossReference.objects.filter(pk__in=ids).exclude(face__in=except_faces)
    changed = set_known(list(rows.select_related("face__entry", "decision").order_by("face", "position")))
    if not changed:
        return Healed()
    began = {row.pk: row.start for row, _old in changed}
    by_face: dict[int, list[tuple[CrossReference, Known]]] = defaultdict(list)
    for row, old in changed:
        if row.anchor_decision_id is None:
            by_face[row.face_id].append((row, old))
    tables = current_tables()
    for face in Projection.objects.filter(pk__in=by_face).select_related("revision"):
        own = by_face[face.pk]
        find_spans([row for row, _old in own], face.revision.article, tables, before=[old for _row, old in own])
    rows_changed = [row for row, _old in changed]
    update(rows_changed, _SPAN)
    return Healed(rows_changed, {row.pk for row in rows_changed if row.start != began[row.pk]})


def _before(keys: Collection[str]) -> set[int]:
    """The references before whose parentheses one of these forms stands: one statement, a range of the index each."""
    collation = ' COLLATE "C"' if connection.vendor == "postgresql" else ""
    found: set[int] = set()
    wanted = sorted(keys)
    batch = batch_size(2)
    for start in range(0, len(wanted), batch):
        part = wanted[start : start + batch]
        values = ", ".join(["(%s, %s)"] * len(part))
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH form(low, high) AS (VALUES {values}) SELECT reference.id FROM form"
                f" CROSS JOIN {CrossReference._meta.db_table} AS reference"
                f" WHERE reference.left_key >= form.low{collation} AND reference.left_key < form.high{collation}",
                [bound for key in part for bound in (key, key + "\U0010ffff")],
            )
            found |= {row[0] for row in cursor.fetchall()}
    return found
