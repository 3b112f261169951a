"""The names that are known to the encyclopedia, in the forms in which they may stand in prose, and who sees which.

Names of entries and their other names, names of keywords, and anchors that editors have confirmed. A live face sees
what has a live use alone, so that no draft shows in what readers see; a working face sees all but what is withdrawn.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from entries.models import (
    Alias,
    DecisionKind,
    EntryKeyword,
    Keyword,
    KeywordName,
    KnownForm,
    Projection,
    PublicState,
    ReferenceDecision,
)
from entries.services.projecting.bulk import insert
from entries.text.lexicon_keys import name_keys

NAME_LENGTH: Final = 300
_BATCH: Final = 100_000


def batch_size(each: int) -> int:
    """How many values of so many parameters `each` one statement may have."""
    return min(_BATCH, (connection.features.max_query_params or _BATCH) - 10) // each


# Forms


def renew_alias_forms(entries: Collection[int]) -> None:
    """Gives the aliases of these entries (ids) that have none their forms. Hold the lock."""
    aliases = Alias.objects.filter(entry__in=entries).exclude(Exists(KnownForm.objects.filter(alias=OuterRef("pk"))))
    KnownForm.objects.bulk_create(
        KnownForm(entry_id=alias.entry_id, alias=alias, key=key, name=alias.name, source="alias")
        for alias in aliases
        for key in sorted(name_keys(alias.name))
    )


def drop_alias_forms(alias: Alias) -> None:
    """Takes the forms of an alias away, which is about to go. Hold the lock."""
    KnownForm.objects.filter(alias=alias).delete()


def renew_anchor_forms(entries: Collection[int]) -> set[str]:
    """Lets the forms of confirmed anchors be those of the decisions that stand on these entries (ids). Hold the lock.

    Answers the keys that came or went.
    """
    gone = KnownForm.objects.filter(decision__entry__in=entries, decision__undone__isnull=False)
    keys = set(gone.values_list("key", flat=True))
    if keys:
        gone.delete()
    confirmed = ReferenceDecision.objects.standing().filter(entry__in=entries, kind=DecisionKind.ANCHOR)
    made = KnownForm.objects.bulk_create(
        KnownForm(
            entry_id=decision.entry_id,
            decision=decision,
            key=key,
            name=decision.chosen_anchor[:NAME_LENGTH],
            source="anchor",
        )
        for decision in confirmed.exclude(Exists(KnownForm.objects.filter(decision=OuterRef("pk"))))
        for key in sorted(name_keys(decision.chosen_anchor))
    )
    return keys | {form.key for form in made}


def add_keyword_forms(keywords: Collection[int] | None = None) -> set[str]:
    """Gives the names of these keywords (ids; None for all) that have none their forms; answers the keys.

    Hold the lock.
    """
    names = KeywordName.objects.exclude(Exists(KnownForm.objects.filter(keyword_name=OuterRef("pk"))))
    if keywords is not None:
        names = names.filter(keyword__in=keywords)
    forms = [
        (pk, key, name, "keyword") for pk, name in names.values_list("pk", "name") for key in sorted(name_keys(name))
    ]
    insert(KnownForm, ("keyword_name", "key", "name", "source"), forms)
    return {key for _name, key, _written, _source in forms}


# Which forms a change concerns


def form_keys(*, faces: Collection[int] = (), entries: Collection[int] = ()) -> set[str]:
    """The keys of the forms of these faces, and of the aliases and confirmed anchors of these entries (ids)."""
    keys: set[str] = set()
    if faces:
        keys |= set(KnownForm.objects.filter(face__in=faces).values_list("key", flat=True))
    if entries:
        keys |= set(KnownForm.objects.filter(entry__in=entries, face=None).values_list("key", flat=True))
    return keys


def keywords_of(faces: Collection[int]) -> set[int]:
    """The keywords (ids) of these faces (ids)."""
    if not faces:
        return set()
    return set(EntryKeyword.objects.filter(face__in=faces).values_list("keyword_id", flat=True))


def keyword_form_keys(keywords: Collection[int], *, but_for: Collection[int] = ()) -> set[str]:
    """The keys of the names of these keywords (ids), but of those that live faces other than `but_for` (ids) have."""
    if not keywords:
        return set()
    others = EntryKeyword.objects.filter(keyword=OuterRef("pk"), face__is_live=True).exclude(face__in=but_for)
    turned = Keyword.objects.filter(pk__in=keywords).exclude(Exists(others)) if but_for else keywords
    return set(KnownForm.objects.filter(keyword_name__keyword__in=turned).values_list("key", flat=True))


# Looking up


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name: who has it (None for a keyword's), in which work, and which faces see it."""

    key: str
    name: str
    source: str
    entry: int | None
    work: int
    is_working: bool
    is_live: bool

    def shows(self, *, entry: int, work: int, live: bool) -> bool:
        """Whether a live or a working face of this entry sees it: its own names are not news to it."""
        if self.work != work or (self.entry == entry and self.source != "anchor"):
            return False
        return self.is_live if live else self.is_working


def look_up(keys: Iterable[str]) -> dict[str, list[Form]]:
    """The forms of these keys, in one query."""
    found: dict[str, list[Form]] = defaultdict(list)
    wanted = sorted(set(keys))
    faces = Projection.objects.filter(entry=OuterRef("entry"))
    used = EntryKeyword.objects.filter(keyword=OuterRef("keyword_name__keyword"), face__is_live=True)
    known = KnownForm.objects.annotate(
        work=Coalesce("entry__work_id", "keyword_name__work_id"),
        works=Exists(faces.filter(is_working=True).exclude(public_state=PublicState.WITHDRAWN)),
        lives=Exists(faces.filter(is_live=True)),
        keyword_lives=Exists(used),
    )
    rows = known.filter(key__among=wanted).values_list(
        "key", "name", "source", "entry_id", "work", "face_id", "face__is_working", "face__is_live", "works",
        "lives", "keyword_lives",
    )  # fmt: skip
    for key, name, source, entry, work, face, is_working, is_live, works, lives, keyword_lives in rows:
        if entry is None:
            seen = True, keyword_lives
        elif face is None:
            seen = works, lives
        else:
            seen = works and is_working, lives and is_live
        found[key].append(Form(key, name, source, entry, work, *seen))
    return found
