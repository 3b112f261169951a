"""Merging an ordered list of texts three ways: what both sides made of each part, and where it stands now.

A *part* is one text of the base with what it became on either side, or a run of them where a paragraph was split or
paragraphs were joined, or a text that a side added. A part that one side changed takes that side's text; one that both
changed differently keeps mine and is a clash. The order is mine; a part that only theirs moved or added stands after
the part it follows in theirs, behind whatever mine added at that place. A part that both moved stands where mine put
it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from entries.text.alignment import Block, Matching, align, same_occurrences

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A part both sides changed, or one taken from theirs: where it stands in the merged list, and its three texts.

    `index`: the merged list's index of its first text, or the gap before that index where nothing of it is left.
    `base_index` is the same for the base: None for what the base does not have.
    """

    index: int
    base_index: int | None
    base: Texts
    mine: Texts
    theirs: Texts


@dataclass(frozen=True, slots=True)
class MergedList:
    """A merged list, with the parts that both sides changed differently and those that were taken from theirs."""

    values: Texts
    clashes: tuple[Place, ...] = ()
    taken: tuple[Place, ...] = ()


@dataclass(slots=True, eq=False)
class _Part:
    base: range = range(0)
    mine: range = range(0)
    theirs: range = range(0)
    moved_by_mine: bool = False
    moved_by_theirs: bool = False
    #: Theirs joined it with others, but mine no longer has those beside it: not to be taken for removed.
    stays: bool = False
    clash: bool = False
    texts: Texts = field(default=())

    def only_of_mine(self) -> bool:
        return not self.base and not self.theirs


class _Merging:
    """One merge of three lists on its way: the parts, then what becomes of each, then their order."""

    def __init__(self, base: Texts, mine: Texts, theirs: Texts, how: Matching) -> None:
        self.base, self.mine, self.theirs, self.how = base, mine, theirs, how
        self.of_mine: dict[int, _Part] = {}
        self.of_theirs: dict[int, _Part] = {}
        self.parts: list[_Part] = []

    def same(self, first: Texts, second: Texts) -> bool:
        return first == second or list(map(self.how.key, first)) == list(map(self.how.key, second))

    def build(self) -> None:
        """Find the parts. A side that put something of its own into the midst of a run has it in that part."""
        mine_blocks = align(self.base, self.mine, self.how)
        theirs_blocks = align(self.base, self.theirs, self.how)
        paired = tuple(
            {at for block in blocks for at in _new_range([block])} for blocks in (mine_blocks, theirs_blocks)
        )
        for run in _runs(len(self.base), mine_blocks, theirs_blocks):
            inside = _inside(mine_blocks, run), _inside(theirs_blocks, run)
            if not any(_torn(*side) for side in zip(inside, paired, strict=True)):
                self._add(run, *inside)
                continue
            joined = {at for block in inside[1] for at in range(block.old_start + 1, block.old_end)}
            for at in run:
                mine_at, theirs_at = (_first_only(blocks, at) for blocks in inside)
                self._add(range(at, at + 1), mine_at, theirs_at, stays=at in joined)

    def _add(self, base: range, mine: list[Block], theirs: list[Block], stays: bool = False) -> None:
        part = _Part(
            base,
            _new_range(mine),
            _new_range(theirs),
            any(block.moved for block in mine),
            any(block.moved for block in theirs),
            stays,
        )
        self.parts.append(part)
        self.of_mine.update(dict.fromkeys(part.mine, part))
        self.of_theirs.update(dict.fromkeys(part.theirs, part))

    def recognise(self) -> None:
        """Find what both sides did alike, though no alignment with the base shows it; then what they added."""
        self._recognise_rewritten()
        self._recognise_same_duplicate()
        self._add_insertions()

    def _free_mine(self) -> Iterator[tuple[str, int]]:
        return ((self.how.key(text), at) for at, text in enumerate(self.mine) if at not in self.of_mine)

    def _free_theirs(self) -> Iterator[tuple[str, int]]:
        return ((self.how.key(text), at) for at, text in enumerate(self.theirs) if at not in self.of_theirs)

    def _recognise_rewritten(self) -> None:
        """A text that one side rewrote, and that the other side removed but for adding just that rewriting."""
        rewritten = [part for part in self.parts if len(part.mine) == 1 and not part.theirs]
        by_mine = ((self.how.key(self.mine[part.mine.start]), at) for at, part in enumerate(rewritten))
        for at, theirs_at in list(same_occurrences(by_mine, self._free_theirs())):
            rewritten[at].theirs = range(theirs_at, theirs_at + 1)
            rewritten[at].moved_by_mine = True
            self.of_theirs[theirs_at] = rewritten[at]
        rewritten = [part for part in self.parts if len(part.theirs) == 1 and not part.mine]
        by_theirs = ((self.how.key(self.theirs[part.theirs.start]), at) for at, part in enumerate(rewritten))
        for at, mine_at in list(same_occurrences(by_theirs, self._free_mine())):
            rewritten[at].mine = range(mine_at, mine_at + 1)
            rewritten[at].moved_by_mine = True
            self.of_mine[mine_at] = rewritten[at]

    def _recognise_same_duplicate(self) -> None:
        """Each side removed one of two equal texts, but not the same one: one was removed, one stays."""
        removed: defaultdict[tuple[str, bool], list[_Part]] = defaultdict(list)
        for part in self.parts:
            if len(part.base) == 1 and bool(part.mine) != bool(part.theirs):
                left = self._texts(self.mine, part.mine) or self._texts(self.theirs, part.theirs)
                if self.same(left, self._texts(self.base, part.base)):
                    removed[self.how.key(self.base[part.base.start]), bool(part.mine)].append(part)
        for (key, by_theirs), parts in removed.items():
            if by_theirs:
                for stays, goes in zip(parts, removed.get((key, False), ()), strict=False):
                    stays.theirs, goes.theirs = goes.theirs, range(0)
                    stays.moved_by_mine = True
                    self.of_theirs[stays.theirs.start] = stays

    def _add_insertions(self) -> None:
        both = dict(same_occurrences(self._free_mine(), self._free_theirs()))
        for _, at in list(self._free_mine()):
            part = _Part(mine=range(at, at + 1), moved_by_mine=True)
            if at in both:
                part.theirs = range(both[at], both[at] + 1)
                self.of_theirs[both[at]] = part
            self.of_mine[at] = part
            self.parts.append(part)
        for _, at in list(self._free_theirs()):
            part = _Part(theirs=range(at, at + 1))
            self.of_theirs[at] = part
            self.parts.append(part)

    @staticmethod
    def _texts(values: Texts, places: range) -> Texts:
        return values[places.start : places.stop]

    def three(self, part: _Part) -> tuple[Texts, Texts, Texts]:
        return (
            self._texts(self.base, part.base),
            self._texts(self.mine, part.mine),
            self._texts(self.theirs, part.theirs),
        )

    def decide(self) -> None:
        for part in self.parts:
            base, mine, theirs = self.three(part)
            if mine == base and not part.stays:
                part.texts = theirs
            else:
                part.texts = mine
                part.clash = mine != base and theirs != base and not self.same(mine, theirs)

    def order(self) -> list[_Part]:
        """All parts that either side still has: mine's in mine's order, with theirs put where they belong."""
        start = _Part()
        mine = _distinct(self.of_mine[at] for at in range(len(self.mine)))
        following: dict[_Part, _Part | None] = {}
        preceding: dict[_Part, _Part] = {}

        def link(before: _Part, after: _Part | None) -> None:
            following[before] = after
            if after is not None:
                preceding[after] = before

        for before, after in zip([start, *mine], [*mine, None], strict=True):
            link(before, after)
        cursor = start
        for part in _distinct(self.of_theirs[at] for at in range(len(self.theirs))):
            standing = part in following
            if standing and (part.moved_by_mine or not part.moved_by_theirs):
                cursor = part
                continue
            if standing:
                link(preceding[part], following[part])
            while (after := following[cursor]) is not None and after.only_of_mine():
                cursor = after
            link(part, following[cursor])
            link(cursor, part)
            cursor = part
        ordered = []
        at = following[start]
        while at is not None:
            ordered.append(at)
            at = following[at]
        return ordered


def merge_lists(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], how: Matching) -> MergedList:
    """Merge two sides of a list that came from the same base. Texts are kept as written; `how.key` says what is equal.

    An element that both sides added is one element, wherever they added it; equal elements are counted.
    """
    merging = _Merging(tuple(base), tuple(mine), tuple(theirs), how)
    merging.build()
    merging.recognise()
    merging.decide()
    values: list[str] = []
    clashes: list[Place] = []
    taken: list[Place] = []
    for part in merging.order():
        was, my, their = merging.three(part)
        place = Place(len(values), part.base.start if part.base else None, was, my, their)
        values.extend(part.texts)
        if part.clash:
            _append(clashes, place)
        elif part.texts != my or (part.moved_by_theirs and not part.moved_by_mine and part.texts):
            taken.append(place)
    return MergedList(tuple(values), tuple(clashes), tuple(taken))


def merge_without_base(mine: Sequence[str], theirs: Sequence[str], how: Matching) -> MergedList:
    """Merge two lists of which no common base is known: an empty side takes the other's, equal parts agree, and mine
    stands wherever they differ, with a clash for everything that only theirs has.
    """
    mine, theirs = tuple(mine), tuple(theirs)
    if not theirs:
        return MergedList(mine)
    if not mine:
        return MergedList(theirs, taken=(Place(0, None, (), (), theirs),))
    blocks = sorted(align(mine, theirs, replace(how, positional=False)), key=lambda block: block.new_start)
    paired = {at for block in blocks for at in range(block.old_start, block.old_end)}
    clashes: list[Place] = []
    at_mine = at_theirs = 0
    for block in [*blocks, None]:
        run = theirs[at_theirs : block.new_start if block else len(theirs)]
        if run:
            end = at_mine
            while end < len(mine) and end not in paired:
                end += 1
            _append(clashes, Place(at_mine, None, (), mine[at_mine:end], run))
        if block:
            my, their = mine[block.old_start : block.old_end], theirs[block.new_start : block.new_end]
            if list(map(how.key, my)) != list(map(how.key, their)):
                _append(clashes, Place(block.old_start, None, (), my, their))
            at_mine, at_theirs = block.old_end, block.new_end
    return MergedList(mine, tuple(sorted(clashes, key=lambda place: place.index)))


def _append(clashes: list[Place], place: Place) -> None:
    """Add a clash; two of which mine kept nothing, at the same place, are one: no screen could tell them apart."""
    last = clashes[-1] if clashes else None
    if last is not None and last.index == place.index and not last.mine and not place.mine:
        both = Place(last.index, last.base_index, last.base + place.base, (), last.theirs + place.theirs)
        clashes[-1] = both
    else:
        clashes.append(place)


def _runs(length: int, *sides: tuple[Block, ...]) -> list[range]:
    """The base cut into the finest runs that no block of either side reaches across."""
    inner = {at for blocks in sides for block in blocks for at in range(block.old_start + 1, block.old_end)}
    starts = [at for at in range(length) if at not in inner]
    return [range(start, stop) for start, stop in pairwise([*starts, length])]


def _inside(blocks: tuple[Block, ...], run: range) -> list[Block]:
    start = bisect_left(blocks, run.start, key=lambda block: block.old_start)
    stop = bisect_left(blocks, run.stop, key=lambda block: block.old_start)
    return list(blocks[start:stop])


def _new_range(blocks: list[Block]) -> range:
    if not blocks:
        return range(0)
    return range(min(block.new_start for block in blocks), max(block.new_end for block in blocks))


def _torn(blocks: list[Block], paired: set[int]) -> bool:
    """Whether something that belongs to another part stands among these blocks."""
    own = {at for block in blocks for at in _new_range([block])}
    return any(at in paired and at not in own for at in _new_range(blocks))


def _first_only(blocks: list[Block], at: int) -> list[Block]:
    """The block that starts at this index of the base, cut down to one text on each side."""
    return [replace(block, old_end=at + 1, new_end=block.new_start + 1) for block in blocks if block.old_start == at]


def _distinct(parts: Iterator[_Part]) -> list[_Part]:
    return list(dict.fromkeys(parts))
