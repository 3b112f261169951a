"""What other entries' names do to anchors: a name known to end before a parenthesis is a place where one may begin.

The anchor of a reference is a function of its text, its own entry's names, and `known`: the names of other entries that
end there. A live face knows live names alone, so that no draft shows in what readers see; a working face knows all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef

from entries.models import Alias, CrossReference, KnownForm, Projection, PublicState, ReferencePlace
from entries.models.columns import KEY_LENGTH
from entries.services.tables import current_tables
from entries.text.article import Article
from entries.text.lexicon_keys import beginnings, left_key, name_keys
from entries.text.names import Honorific, reference_key
from entries.text.references import (
    CombinedLexicon,
    KnownName,
    NameLexicon,
    Reference,
    article_lexicon,
    find_references,
)
from entries.text.references.spans import parentheses
from entries.text.shortnames import name_sound
from entries.text.tables import Tables

_ANCHOR_LENGTH: Final = 500
_NAME_LENGTH: Final = 300
_CONTEXT: Final = 320
_BATCH: Final = 100_000
_SPAN: Final = ("start", "anchor", "anchor_key", "anchor_sound", "confidence", "evidence", "known")


# Names


def forms_of_face(face: Projection, article: Article, honorifics: Sequence[Honorific]) -> Iterator[KnownForm]:
    """The forms of a face's names."""
    seen: set[str] = set()
    for source, names in (("title", article.thai_titles), ("headword", article.headwords)):
        for name in names:
            for key in sorted(name_keys(name, honorifics) - seen):
                seen.add(key)
                yield KnownForm(entry_id=face.entry_id, face=face, key=key, name=name[:_NAME_LENGTH], source=source)


def renew_alias_forms(entries: Collection[int]) -> None:
    """Gives the aliases of these entries (ids) that have none their forms. Hold the lock."""
    aliases = Alias.objects.filter(entry__in=entries).exclude(Exists(KnownForm.objects.filter(alias=OuterRef("pk"))))
    KnownForm.objects.bulk_create(
        KnownForm(entry_id=alias.entry_id, alias=alias, key=key, name=alias.name, source="alias")
        for alias in aliases
        for key in sorted(name_keys(alias.name))
    )


def form_keys(*, faces: Collection[int] = (), entries: Collection[int] = ()) -> set[str]:
    """The keys of the forms of these faces, and of the aliases of these entries (ids)."""
    keys: set[str] = set()
    if faces:
        keys |= set(KnownForm.objects.filter(face__in=faces).values_list("key", flat=True))
    if entries:
        keys |= set(KnownForm.objects.filter(alias__entry__in=entries).values_list("key", flat=True))
    return keys


# What is known before a parenthesis


def set_left_keys(rows: Iterable[CrossReference], article: Article) -> None:
    """Sets the keys of the prose before the parentheses of these rows, all of one text."""
    by_paragraph: dict[int, list[CrossReference]] = defaultdict(list)
    for row in rows:
        if row.place == ReferencePlace.PROSE:
            by_paragraph[row.paragraph].append(row)
    for number, own in by_paragraph.items():
        limits = _limits(article.paragraphs[number])
        for row in own:
            row.left_key = left_key(_context(article.paragraphs[number], row, limits))


def _limits(paragraph: str) -> dict[int, int]:
    return {pair.open: pair.limit for pair in parentheses(paragraph)}


def _context(paragraph: str, row: CrossReference, limits: dict[int, int]) -> str:
    return paragraph[max(limits[row.opening], row.end - _CONTEXT) : row.end]


@dataclass(frozen=True, slots=True)
class _Form:
    key: str
    name: str
    source: str
    entry: int
    work: int
    is_working: bool
    is_live: bool


def _forms(keys: Iterable[str]) -> dict[str, list[_Form]]:
    """The forms of these keys that an entry which is not withdrawn, or is live, has."""
    found: dict[str, list[_Form]] = defaultdict(list)
    wanted = sorted(set(keys))
    faces = Projection.objects.filter(entry=OuterRef("entry"))
    working = faces.filter(is_working=True).exclude(public_state=PublicState.WITHDRAWN)
    batch = _batch(1)
    for start in range(0, len(wanted), batch):
        rows = KnownForm.objects.filter(key__in=wanted[start : start + batch]).annotate(
            works=Exists(working), lives=Exists(faces.filter(is_live=True))
        )
        columns = (
            "key", "name", "source", "entry_id", "entry__work_id", "alias_id", "face__is_working", "face__is_live",
            "works", "lives",
        )  # fmt: skip
        for key, name, source, entry, work, alias, is_working, is_live, works, lives in rows.values_list(*columns):
            seen = works and (alias is not None or is_working), lives and (alias is not None or is_live)
            found[key].append(_Form(key, name, source, entry, work, *seen))
    return found


def _batch(each: int) -> int:
    """How many values of so many parameters `each` one statement may have."""
    return min(_BATCH, (connection.features.max_query_params or _BATCH) - 10) // each


def set_known(rows: Sequence[CrossReference]) -> list[CrossReference]:
    """Sets which names of other entries end before these rows' parentheses; answers the rows that this changed."""
    forms = _forms(key for row in rows for key in beginnings(row.left_key))
    changed = []
    for row in rows:
        known = []
        for key in beginnings(row.left_key):
            if visible := sorted((form.source, form.name) for form in forms.get(key, ()) if _sees(row, form)):
                source, name = visible[0]
                known.append([name, source])
        if known != row.known:
            row.known = known
            changed.append(row)
    return changed


def _sees(row: CrossReference, form: _Form) -> bool:
    if form.entry == row.face.entry_id or form.work != row.face.entry.work_id:
        return False
    return form.is_live if row.face.is_live else form.is_working


@dataclass(frozen=True, slots=True)
class _Here:
    """A lexicon of what is known before some parentheses of a paragraph, by the text before each."""

    names: Mapping[str, NameLexicon]

    def known_suffixes(self, left_contexts: Sequence[str]) -> Sequence[Sequence[KnownName]]:
        return [
            self.names[context].known_suffixes([context])[0] if context in self.names else ()
            for context in left_contexts
        ]


def find_spans(rows: Sequence[CrossReference], article: Article, tables: Tables, *, anew: bool) -> None:
    """Sets the anchors of these rows, all of one text, as the text and what is `known` have them.

    Not `anew`: the rows have the anchors that the text alone gives, and where what is known says nothing that the
    entry's own names do not say nothing is to be done.
    """
    own = article_lexicon(article)
    by_paragraph: dict[int, list[CrossReference]] = defaultdict(list)
    for row in rows:
        if row.place == ReferencePlace.PROSE and (anew or row.known):
            by_paragraph[row.paragraph].append(row)
    for number, inside in by_paragraph.items():
        paragraph = article.paragraphs[number]
        limits = _limits(paragraph)
        contexts = {row.opening: _context(paragraph, row, limits) for row in inside}
        here = _Here({contexts[row.opening]: _names(row, tables.honorifics) for row in inside})
        if not anew:
            contexts = {opening: context for opening, context in contexts.items() if _says_more(here, own, context)}
        if contexts:
            asked = {row.opening: row for row in inside if row.opening in contexts}
            lexicon = CombinedLexicon(own, here)
            for span in find_references([paragraph], lexicon=lexicon, class_nouns=tables.class_nouns):
                if row_here := asked.get(span.open):
                    set_span(row_here, span)
                    anchor = paragraph[span.start : span.end]
                    set_anchor(row_here, anchor, reference_key(anchor, tables.honorifics))


def _names(row: CrossReference, honorifics: Sequence[Honorific]) -> NameLexicon:
    return NameLexicon([(name, source) for name, source in row.known], honorifics=honorifics)


def _says_more(here: _Here, own: NameLexicon, context: str) -> bool:
    return not _lengths(here.known_suffixes([context])) <= _lengths(own.known_suffixes([context]))


def _lengths(answers: Sequence[Sequence[KnownName]]) -> set[int]:
    return {known.length for known in answers[0]}


def set_span(row: CrossReference, span: Reference) -> None:
    """Gives the row the beginning that was found."""
    row.start, row.confidence = span.start, span.confidence
    row.evidence = [[evidence.code, evidence.words] for evidence in span.evidence]


def set_anchor(row: CrossReference, anchor: str, key: str) -> None:
    """Gives the row these words as its anchor."""
    row.anchor = anchor[:_ANCHOR_LENGTH]
    row.anchor_key = key[:KEY_LENGTH]
    row.anchor_sound = name_sound(anchor)[:KEY_LENGTH]


# Healing


def heal_spans(
    keys: Collection[str], faces: Collection[int] = (), except_faces: Collection[int] = ()
) -> list[CrossReference]:
    """Finds the anchors again of references that these forms (keys) concern, and of these faces; answers the changed.

    Their targets are not looked up again here. Hold the lock.
    """
    ids = set(CrossReference.objects.filter(face__in=faces).exclude(left_key="").values_list("pk", flat=True))
    ids |= _before(keys)
    if not ids:
        return []
    rows = CrossReference.objects.filter(pk__in=ids).exclude(face__in=except_faces)
    changed = set_known(list(rows.select_related("face__entry", "decision").order_by("face", "position")))
    by_face: dict[int, list[CrossReference]] = defaultdict(list)
    for row in changed:
        by_face[row.face_id].append(row)
    if not changed:
        return []
    tables = current_tables()
    for face in Projection.objects.filter(pk__in=by_face).select_related("revision"):
        undecided = [row for row in by_face[face.pk] if row.anchor_decision_id is None]
        find_spans(undecided, face.revision.article, tables, anew=True)
    CrossReference.objects.bulk_update(changed, _SPAN, batch_size=500)
    return changed


def _before(keys: Collection[str]) -> set[int]:
    """The references before whose parentheses one of these forms stands: one statement, a range of the index each."""
    collation = ' COLLATE "C"' if connection.vendor == "postgresql" else ""
    found: set[int] = set()
    wanted = sorted(keys)
    batch = _batch(2)
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
