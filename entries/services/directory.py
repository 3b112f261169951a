"""Who is meant by a key: entries by their names, other names and shorter names, and where see-entries lead."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Exists, OuterRef, Q, Value

from entries.models import Alias, CrossReference, EntryName, Projection, PublicState, ReferencePlace, ShortName

_NOBODY: Final[frozenset[int]] = frozenset()


@dataclass(slots=True)
class Named:
    """The entries of one work that a key means: all not withdrawn, and the live ones."""

    entries: set[int] = field(default_factory=set)
    live: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Directory:
    """Entries by (work, key), by full names and by shorter ones; and for see-entries the entry that they lead to.

    `there` are those among the entries asked for that are not withdrawn, and live.
    """

    full: dict[tuple[int, str], Named] = field(default_factory=lambda: defaultdict(Named))
    short: dict[tuple[int, str], Named] = field(default_factory=lambda: defaultdict(Named))
    leads: dict[int, int | None] = field(default_factory=dict)
    live_leads: dict[int, int | None] = field(default_factory=dict)
    there: Named = field(default_factory=Named)

    def named(self, work: int, key: str, *, full: bool = True, live: bool = False) -> Collection[int]:
        """The entries of a work that this key means; "" means none."""
        known = (self.full if full else self.short).get((work, key)) if key else None
        if known is None:
            return _NOBODY
        return known.live if live else known.entries

    def follow(self, entry: int, *, live: bool = False) -> int | None:
        """Where a reference to this entry ends: itself, or what it leads to as a see-entry; None for a loop.

        A see-entry that leads nowhere is itself the end.
        """
        leads = self.live_leads if live else self.leads
        seen = {entry}
        while (following := leads.get(entry)) is not None:
            if following in seen:
                return None
            seen.add(following)
            entry = following
        return entry


def directory(keys: Collection[str], *, entries: Collection[int] = ()) -> Directory:
    """Who is meant by these keys, and how it is with these entries (ids).

    A fixed number of queries, whatever the number of keys, and one more for each step of the longest chain of
    see-entries.
    """
    found = Directory()
    if keys:
        _add_names(found, keys)
        _add_aliases(found, keys)
    if entries:
        _add_entries(found, entries)
    meant = [named for table in (found.full, found.short) for named in table.values()] + [found.there]
    _add_leads(found, {entry for named in meant for entry in (*named.entries, *named.live)})
    return found


def _add_names(found: Directory, keys: Collection[str]) -> None:
    columns = (
        "face__entry__work_id", "key", "face__entry_id", "face__is_working", "face__is_live", "face__public_state"
    )  # fmt: skip
    full = EntryName.objects.filter(key__in=keys).annotate(is_full=Value(True)).values_list("is_full", *columns)
    short = ShortName.objects.filter(key__in=keys).annotate(is_full=Value(False)).values_list("is_full", *columns)
    for is_full, work, key, entry, is_working, is_live, state in full.union(short, all=True):
        named = (found.full if is_full else found.short)[work, key]
        if is_working and state != PublicState.WITHDRAWN:
            named.entries.add(entry)
        if is_live:
            named.live.add(entry)


def _add_aliases(found: Directory, keys: Collection[str]) -> None:
    faces = Projection.objects.filter(entry=OuterRef("entry"))
    aliases = Alias.objects.filter(key__in=keys).values_list(
        "entry__work_id",
        "key",
        "entry_id",
        Exists(faces.filter(is_working=True).exclude(public_state=PublicState.WITHDRAWN)),
        Exists(faces.filter(is_live=True)),
    )
    for work, key, entry, is_target, is_live in aliases:
        named = found.full[work, key]
        if is_target:
            named.entries.add(entry)
        if is_live:
            named.live.add(entry)


def _add_entries(found: Directory, entries: Collection[int]) -> None:
    columns = ("entry_id", "is_working", "is_live", "public_state")
    for entry, is_working, is_live, state in Projection.objects.filter(entry__in=entries).values_list(*columns):
        if is_working and state != PublicState.WITHDRAWN:
            found.there.entries.add(entry)
        if is_live:
            found.there.live.add(entry)


def _add_leads(found: Directory, entries: set[int]) -> None:
    """Where those of these that are see-entries lead, to the end."""
    asked: set[int] = set()
    columns = ("face__entry_id", "face__is_working", "face__is_live", "target_id", "live_target_id")
    while new := entries - asked:
        asked |= new
        rows = CrossReference.objects.filter(place=ReferencePlace.SEE, face__entry__in=new).values_list(*columns)
        for entry, is_working, is_live, target, live_target in rows:
            if is_working:
                found.leads[entry] = target
            if is_live:
                found.live_leads[entry] = live_target
            entries |= {each for each in (target, live_target) if each is not None}


def leading_to(entries: Iterable[int]) -> set[int]:
    """The see-entries that lead, through others too, to one of these entries (ids)."""
    found: set[int] = set()
    frontier = set(entries)
    while frontier:
        sees = CrossReference.objects.filter(place=ReferencePlace.SEE)
        rows = sees.filter(Q(target__in=frontier) | Q(live_target__in=frontier))
        frontier = set(rows.values_list("face__entry_id", flat=True)) - found
        found |= frontier
    return found


def keys_of_entries(entries: Collection[int]) -> set[str]:
    """Every key by which a face of one of these entries is meant."""
    if not entries:
        return set()
    keys = set(EntryName.objects.filter(face__entry__in=entries).values_list("key", flat=True))
    keys |= set(ShortName.objects.filter(face__entry__in=entries).values_list("key", flat=True))
    return keys | set(Alias.objects.filter(entry__in=entries).values_list("key", flat=True))
