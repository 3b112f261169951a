"""Entries that references ask for and that do not exist: ranked, the spellings of one thing joined."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from entries.models import (
    Alias,
    CrossReference,
    Entry,
    EntryName,
    Projection,
    PublicState,
    ReferencePlace,
    Resolution,
    Work,
)
from entries.services.aliases import EmptyAliasError, add_alias
from entries.services.locking import writing
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article
from entries.text.names import reference_key
from entries.text.references.glosses import parse_gloss
from entries.text.shortnames import surname_first
from entries.text.sound import similarity

#: Spellings that sound the same are one thing where they are at least so much alike.
_ALIKE: Final = 0.85
#: More spellings than this of one sound are left apart: comparing them all would take too long.
_MOST_ALIKE: Final = 200
#: So many spellings of one key are compared with those of another.
_MOST_SPELLINGS: Final = 5


class NoNameError(ValueError):
    """What is wanted has no name that an entry or alias could bear."""


class WithdrawnError(ValueError):
    """What is wanted is there already, but withdrawn: `face` is its working face."""

    def __init__(self, face: Projection) -> None:
        super().__init__(gettext("มีรายการนี้อยู่แล้วแต่ถอนจากการเผยแพร่ ให้เผยแพร่รายการเดิมอีกครั้งแทนการสร้างใหม่"))
        self.face = face


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form in which something is written, and how many references write it so."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that references ask for: its glosses and Thai forms, most used first.

    `entries` asks how many entries ask for it, `references` how many references. `key` finds it again; `ids` are
    those of the references.
    """

    work: int
    key: str
    glosses: tuple[Spelling, ...]
    anchors: tuple[Spelling, ...]
    entries: int
    references: int
    ids: tuple[int, ...] = ()

    @property
    def gloss(self) -> str:
        """The foreign name, without dates; "" for none."""
        return self.glosses[0].text if self.glosses else ""

    @property
    def anchor(self) -> str:
        """The Thai name; "" for none."""
        return self.anchors[0].text if self.anchors else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every form, foreign ones first."""
        return tuple(each.text for each in (*self.glosses, *self.anchors))


@dataclass(frozen=True, slots=True)
class _Row:
    pk: int
    work: int
    entry: int
    anchor: str
    gloss: str
    anchor_key: str
    gloss_key: str
    gloss_sound: str


def wanting(*, work: int | None = None, live: bool = False) -> QuerySet[CrossReference]:
    """The references that ask for what does not exist: of working texts, or of what readers see."""
    asking = CrossReference.objects.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE))
    if live:
        rows = asking.filter(face__is_live=True, live_target=None).exclude(resolution=Resolution.NONE)
    else:
        rows = asking.filter(face__is_working=True, resolution=Resolution.WANTED)
    return rows.filter(face__entry__work=work) if work is not None else rows


def wanted(*, work: int | None = None, live: bool = False, limit: int | None = None) -> list[Wanted]:
    """What is wanted, first what most entries ask for. One query.

    References are of one thing where their glosses have one key, or sound the same and are spelt nearly alike; one
    without a gloss where its Thai form has one key with another's. With `live` what readers miss, drafts included.
    """
    columns = (
        "pk", "face__entry__work_id", "face__entry_id", "anchor", "gloss", "anchor_key", "gloss_key", "gloss_sound"
    )  # fmt: skip
    rows = [
        _Row(*row) for row in wanting(work=work, live=live).order_by("place", "position", "pk").values_list(*columns)
    ]
    groups = [_wanted(group) for group in _joined(rows)]
    groups.sort(key=lambda each: (-each.entries, -each.references, each.key))
    return groups[:limit]


def wanted_by_key(key: str, *, work: int, live: bool = False) -> Wanted | None:
    """The wanted thing of this key, as it stands now; None where nobody asks for it any more."""
    return next((each for each in wanted(work=work, live=live) if each.key == key), None)


def asking_for(what: Wanted) -> QuerySet[CrossReference]:
    """The references that ask for it, in filing order, with their texts."""
    rows = CrossReference.objects.filter(pk__in=what.ids).select_related("face__entry", "face__revision")
    return rows.order_by("face__sort_key", "face__entry_id", "place", "position")


def _joined(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    groups: dict[Hashable, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.work, row.gloss_key or row.anchor_key, bool(row.gloss_key)].append(row)
    lead: dict[Hashable, Hashable] = {key: key for key in groups}

    def find(key: Hashable) -> Hashable:
        while lead[key] != key:
            lead[key] = key = lead[lead[key]]
        return key

    _join_by_sound(groups, lambda one, other: lead.update({find(other): find(one)}))
    _join_without_gloss(groups, lambda one, other: lead.update({find(other): find(one)}))
    together: dict[Hashable, list[_Row]] = defaultdict(list)
    for key, group in groups.items():
        together[find(key)] += group
    yield from together.values()


def _join_by_sound(groups: dict[Hashable, list[_Row]], join: Callable[[Hashable, Hashable], None]) -> None:
    by_sound: dict[tuple[int, str], list[Hashable]] = defaultdict(list)
    for key, group in groups.items():
        if group[0].gloss_key and group[0].gloss_sound:
            by_sound[group[0].work, group[0].gloss_sound].append(key)
    for keys in by_sound.values():
        for one, other in combinations(keys[:_MOST_ALIKE], 2):
            if _are_alike(groups[one], groups[other]):
                join(one, other)


def _are_alike(one: Sequence[_Row], other: Sequence[_Row]) -> bool:
    """Whether a gloss of one is spelt nearly as one of the other; those of one key may differ in dates and order."""
    glosses = [sorted({row.gloss for row in rows})[:_MOST_SPELLINGS] for rows in (one, other)]
    return any(similarity(*pair) >= _ALIKE for pair in product(*glosses))


def _join_without_gloss(groups: dict[Hashable, list[_Row]], join: Callable[[Hashable, Hashable], None]) -> None:
    """A Thai form alone is the thing that the same form with one gloss is."""
    by_anchor: dict[tuple[int, str], set[Hashable]] = defaultdict(set)
    for key, group in groups.items():
        if group[0].gloss_key:
            for row in group:
                if row.anchor_key:
                    by_anchor[row.work, row.anchor_key].add(key)
    for key, group in groups.items():
        if not group[0].gloss_key:
            with_gloss = by_anchor.get((group[0].work, group[0].anchor_key), set())
            if len(with_gloss) == 1:
                join(next(iter(with_gloss)), key)


def _wanted(rows: Sequence[_Row]) -> Wanted:
    glosses = Counter(name for row in rows if (name := parse_gloss(row.gloss).name))
    anchors = Counter(row.anchor for row in rows if row.anchor)
    keys = sorted({row.gloss_key for row in rows if row.gloss_key}) or sorted({row.anchor_key for row in rows})
    return Wanted(
        work=rows[0].work,
        key=keys[0],
        glosses=_spellings(glosses),
        anchors=_spellings(anchors),
        entries=len({row.entry for row in rows}),
        references=len(rows),
        ids=tuple(row.pk for row in rows),
    )


def _spellings(counted: Counter[str]) -> tuple[Spelling, ...]:
    return tuple(Spelling(text, times) for text, times in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def create_draft_from(what: Wanted, *, by: AbstractBaseUser | None) -> Entry:
    """A draft with the wanted thing's commonest names; the others become its aliases: every reference is linked.

    The headword of a person has the surname first. Raises NoNameError where there is no name, and WithdrawnError where
    an entry that was withdrawn bears one of them.
    """
    if not what.gloss and not what.anchor:
        raise NoNameError(gettext("ไม่มีชื่อที่จะใช้เป็นคำตั้งหรือคำเทียบ"))
    headword = surname_first(what.gloss, what.anchor) or what.gloss
    article = Article(headwords=(headword,) if headword else (), thai_titles=(what.anchor,) if what.anchor else ())
    with writing():
        if face := withdrawn([what]).get(what.key):
            raise WithdrawnError(face)
        work = Work.objects.get(pk=what.work)
        made = revise([Change(None, article, new=NewEntry(work))], by=by, reason="สร้างจากคำตั้งที่รอจัดทำ")[0]
        assert made.entry is not None
        _add_aliases(what.names, made.entry, {reference_key(name) for name in (what.gloss, what.anchor)}, by)
        return made.entry


def withdrawn(rows: Sequence[Wanted]) -> dict[str, Projection]:
    """By the keys of these wanted things of one work the working faces of withdrawn entries that bear their names.

    Two queries.
    """
    by_key = {reference_key(name): what for what in rows for name in what.names}
    works = {what.work for what in rows}
    faces = Projection.objects.working().filter(public_state=PublicState.WITHDRAWN, entry__work__in=works)
    names = EntryName.objects.filter(key__in=by_key, face__in=faces)
    others = Alias.objects.filter(key__in=by_key, entry__faces__in=faces)
    borne = dict(names.values_list("key", "face__entry")) | dict(others.values_list("key", "entry"))
    found = {face.entry_id: face for face in faces.filter(entry__in=borne.values())} if borne else {}
    return {by_key[key].key: found[entry] for key, entry in sorted(borne.items())}


def make_alias_of(what: Wanted, entry: Entry, *, by: AbstractBaseUser | None) -> list[Alias]:
    """Lets the entry bear every name of the wanted thing; answers the aliases.

    Raises NoNameError where no name can be looked up by, and changes nothing then.
    """
    with writing():
        aliases = _add_aliases(what.names, entry, set(), by)
    if not aliases:
        raise NoNameError(gettext("ไม่มีชื่อที่จะใช้เป็นชื่ออื่น"))
    return aliases


def _add_aliases(names: Iterable[str], entry: Entry, known: set[str], by: AbstractBaseUser | None) -> list[Alias]:
    made = []
    for name in names:
        key = reference_key(name)
        if key in known:
            continue
        known.add(key)
        try:
            made.append(add_alias(entry, name, by=by))
        except EmptyAliasError:
            continue
    return made
