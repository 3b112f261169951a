"""Which part of an old sequence of texts is which part of a new one: the ground that merging and comparing stand on.

Equal parts are found first: the common ends, then the texts that occur once on both sides in their longest common
order ("patience diff", B. Cohen), then whatever lies between; an equal text elsewhere has moved. What is left is
paired by likeness, the Dice coefficient of sets of character n-grams, inside the gaps that equal parts leave. Large
gaps are shortlisted through an inverted index of shingles sampled at fixed letters, so that the cost stays near to
linear in the length of the texts.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from entries.text import thai

Pair = tuple[int, int]

#: Gaps of at most this many pairs are compared each with each; larger ones go through the shortlist.
_ALL_PAIRS: Final = 256
#: Gaps without a text that is unique on both sides are given to difflib up to this many cells.
_DIFFLIB_CELLS: Final = 20_000
#: A shingle that more texts share than this tells nothing.
_COMMON_SHINGLE: Final = 12
_CANDIDATES: Final = 4
_SHINGLE: Final = re.compile("(?=([กนรมaeo].{7}))", re.DOTALL)
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Matching:
    """How texts of one sort are matched.

    `key`: texts with the same key are equal. `grams`: length of the n-grams likeness is measured with. `like`: the
    least likeness (0–1) in the same gap. `positional`: gaps with as many old as new texts left pair them in order,
    however unlike. `prose`: also find edited texts that moved, and paragraphs that were split or joined.
    """

    key: Callable[[str], str] = thai.normalise
    grams: int = 2
    like: float = 0.6
    positional: bool = False
    prose: bool = False


PROSE: Final = Matching(grams=5, like=0.3, positional=True, prose=True)
ITEMS: Final = Matching()
SLOTS: Final = Matching(positional=True)
EXACT: Final = Matching(key=str, like=2.0)

#: An edited paragraph counts as moved only if it is this like its old self, and has this many n-grams at least.
_FAR_LIKE: Final = 0.6
_FAR_GRAMS: Final = 30
#: A neighbour is part of a split or a join if this share of its n-grams is found in the whole.
_CONTAINED: Final = 0.6
_CONTAINED_GRAMS: Final = 16


@dataclass(frozen=True, slots=True)
class Block:
    """old[old_start:old_end] became new[new_start:new_end].

    One text each side, but for a paragraph that was split (one to many) or paragraphs that were joined (many to one).
    `moved`: it left the order that most of the others kept.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    moved: bool = False


def align(old: Sequence[str], new: Sequence[str], how: Matching) -> tuple[Block, ...]:
    """The blocks in which `new` continues `old`, by old_start; what no block covers was removed or added.

    No index is in two blocks. A sequence aligned with itself gives every text its own place.
    """
    old_keys, new_keys = [how.key(text) for text in old], [how.key(text) for text in new]
    core = common(old_keys, new_keys)
    found = _Found(len(old), len(new), core)
    found.add_moved(_moved_equals(found, old_keys, new_keys))
    likeness = _Likeness(old_keys, new_keys, how)
    if how.like <= 1:
        for olds, news in found.gaps():
            found.add(_ordered(likeness.pairs(olds, news, how.like)))
        if how.prose:
            far = likeness.pairs(found.free_old(), found.free_new(), _FAR_LIKE, least=_FAR_GRAMS)
            found.add_moved((pair for _, pair in far))
    alike = set(found.pairs)
    if how.positional:
        for olds, news in found.gaps():
            if len(olds) == len(news):
                found.add(zip(olds, news, strict=True))
    blocks = [
        _widened(old_at, new_at, found, likeness)
        if how.prose and (old_at, new_at) in alike and old_keys[old_at] != new_keys[new_at]
        else Block(old_at, old_at + 1, new_at, new_at + 1)
        for old_at, new_at in sorted(found.pairs)
    ]
    kept = set(longest_increasing([block.new_start for block in blocks]))
    return tuple(
        block if at in kept else Block(block.old_start, block.old_end, block.new_start, block.new_end, moved=True)
        for at, block in enumerate(blocks)
    )


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs (i, j) of equal elements in an order common to both, rising in both; long, not always the longest."""
    pairs: list[Pair] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        old_at, old_end, new_at, new_end = todo.pop()
        while old_at < old_end and new_at < new_end and old[old_at] == new[new_at]:
            pairs.append((old_at, new_at))
            old_at, new_at = old_at + 1, new_at + 1
        while old_at < old_end and new_at < new_end and old[old_end - 1] == new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
            pairs.append((old_end, new_end))
        if old_at == old_end or new_at == new_end:
            continue
        anchors = _unique_anchors(old, new, range(old_at, old_end), range(new_at, new_end))
        if anchors:
            for anchor_old, anchor_new in [*anchors, (old_end, new_end)]:
                todo.append((old_at, anchor_old, new_at, anchor_new))
                old_at, new_at = anchor_old + 1, anchor_new + 1
            pairs.extend(anchors)
        else:
            pairs.extend(_between(old, new, range(old_at, old_end), range(new_at, new_end)))
    return sorted(pairs)


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly rising subsequence of `values` (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_left(tails, value)
        before.append(ends[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [at]
    at = ends[-1] if ends else -1
    rising: list[int] = []
    while at >= 0:
        rising.append(at)
        at = before[at]
    return rising[::-1]


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    return [pairs[at] for at in longest_increasing([new_at for _, new_at in pairs])]


def _unique_anchors(old: Sequence[Hashable], new: Sequence[Hashable], olds: range, news: range) -> list[Pair]:
    old_counts, new_counts = Counter(old[at] for at in olds), Counter(new[at] for at in news)
    new_place = {new[at]: at for at in news}
    return _rising([(at, new_place[old[at]]) for at in olds if old_counts[old[at]] == 1 == new_counts[old[at]]])


def _between(old: Sequence[Hashable], new: Sequence[Hashable], olds: range, news: range) -> Iterable[Pair]:
    """Equal pairs where nothing is unique: by difflib while that is cheap, else the k-th of a kind with the k-th."""
    if len(olds) * len(news) <= _DIFFLIB_CELLS:
        matcher = SequenceMatcher(None, old[olds.start : olds.stop], new[news.start : news.stop], autojunk=False)
        return [
            (olds.start + block.a + step, news.start + block.b + step)
            for block in matcher.get_matching_blocks()
            for step in range(block.size)
        ]
    return _rising(list(same_occurrences(((old[at], at) for at in olds), ((new[at], at) for at in news))))


def same_occurrences(old: Iterable[tuple[Hashable, int]], new: Iterable[tuple[Hashable, int]]) -> Iterator[Pair]:
    """The k-th place of each key in `old` with its k-th place in `new`, in the order of `old`."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for key, at in new:
        places[key].append(at)
    iterators = {key: iter(found) for key, found in places.items()}
    for key, at in old:
        partner = next(iterators.get(key, iter(())), None)
        if partner is not None:
            yield at, partner


class _Found:
    """Pairs found so far; those of `core` rise in both sequences and part the rest into gaps."""

    def __init__(self, old_length: int, new_length: int, core: list[Pair]) -> None:
        self.lengths = (old_length, new_length)
        self.core = core
        self.pairs = list(core)
        self.old_taken = {old_at for old_at, _ in core}
        self.new_taken = {new_at for _, new_at in core}

    def add_moved(self, pairs: Iterable[Pair]) -> None:
        """Take pairs that may lie anywhere."""
        for old_at, new_at in pairs:
            self.pairs.append((old_at, new_at))
            self.old_taken.add(old_at)
            self.new_taken.add(new_at)

    def add(self, pairs: Iterable[Pair]) -> None:
        """Take pairs of one gap, in its order: they part it."""
        pairs = list(pairs)
        self.add_moved(pairs)
        self.core.extend(pairs)

    def free_old(self) -> list[int]:
        return [at for at in range(self.lengths[0]) if at not in self.old_taken]

    def free_new(self) -> list[int]:
        return [at for at in range(self.lengths[1]) if at not in self.new_taken]

    def gaps(self) -> list[tuple[list[int], list[int]]]:
        """What is unpaired between two neighbours of the core, where that is something on both sides."""
        found = []
        old_at = new_at = 0
        for old_end, new_end in [*sorted(self.core), self.lengths]:
            olds = [at for at in range(old_at, old_end) if at not in self.old_taken]
            news = [at for at in range(new_at, new_end) if at not in self.new_taken]
            if olds and news:
                found.append((olds, news))
            old_at, new_at = old_end + 1, new_end + 1
        return found


def _moved_equals(found: _Found, old_keys: Sequence[str], new_keys: Sequence[str]) -> list[Pair]:
    olds, news = found.free_old(), found.free_new()
    return list(same_occurrences(((old_keys[at], at) for at in olds), ((new_keys[at], at) for at in news)))


class _Likeness:
    """How like two texts are, their n-grams made when first asked for."""

    def __init__(self, old_keys: Sequence[str], new_keys: Sequence[str], how: Matching) -> None:
        self.keys = (old_keys, new_keys)
        self.how = how
        self.made: dict[tuple[int, int], frozenset[str]] = {}

    def grams(self, side: int, at: int) -> frozenset[str]:
        if (side, at) not in self.made:
            text, size = _SPACES.sub("", self.keys[side][at]), self.how.grams
            if not self.how.prose:
                text = f"\x02{text}\x03"
            self.made[side, at] = frozenset(text[start : start + size] for start in range(max(1, len(text) - size + 1)))
        return self.made[side, at]

    def score(self, old_at: int, new_at: int) -> float:
        old, new = self.grams(0, old_at), self.grams(1, new_at)
        return 2 * len(old & new) / (len(old) + len(new))

    def pairs(self, olds: Sequence[int], news: Sequence[int], like: float, least: int = 0) -> list[tuple[float, Pair]]:
        """Pairs at least so alike, no index twice, the most alike first; `least`: how many n-grams a text must have."""
        olds = [at for at in olds if len(self.grams(0, at)) >= least]
        news = [at for at in news if len(self.grams(1, at)) >= least]
        if len(olds) * len(news) <= _ALL_PAIRS:
            candidates: Iterable[Pair] = ((old_at, new_at) for old_at in olds for new_at in news)
        else:
            candidates = self._shortlist(olds, news)
        scored = [(self.score(*pair), pair) for pair in candidates]
        shift = (news[0] - olds[0]) if olds and news else 0
        scored = [item for item in scored if item[0] >= like]
        scored.sort(key=lambda item: (-item[0], abs(item[1][1] - item[1][0] - shift), item[1]))
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        best = []
        for score, (old_at, new_at) in scored:
            if old_at not in taken_old and new_at not in taken_new:
                taken_old.add(old_at)
                taken_new.add(new_at)
                best.append((score, (old_at, new_at)))
        return best

    def _shortlist(self, olds: Sequence[int], news: Sequence[int]) -> Iterator[Pair]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for at in news:
            for shingle in self._shingles(1, at):
                index[shingle].append(at)
        for old_at in olds:
            votes: Counter[int] = Counter()
            for shingle in self._shingles(0, old_at):
                posting = index.get(shingle, ())
                if len(posting) <= _COMMON_SHINGLE:
                    votes.update(posting)
            ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
            yield from ((old_at, new_at) for new_at, _ in ranked[:_CANDIDATES])

    def _shingles(self, side: int, at: int) -> set[str]:
        text = _SPACES.sub("", self.keys[side][at])
        if len(text) < 60:
            return set(self.grams(side, at))
        return set(_SHINGLE.findall(text))


def _ordered(pairs: list[tuple[float, Pair]]) -> list[Pair]:
    """Those pairs, taken from the most alike down, that cross none taken before."""
    taken: list[Pair] = []
    for _, pair in pairs:
        place = bisect_left(taken, pair)
        if (place == 0 or taken[place - 1][1] < pair[1]) and (place == len(taken) or pair[1] < taken[place][1]):
            taken.insert(place, pair)
    return taken


def _widened(old_at: int, new_at: int, found: _Found, likeness: _Likeness) -> Block:
    """The block of an edited paragraph with the unpaired neighbours that it was split into, or joined with."""
    old_whole, new_whole = likeness.grams(0, old_at), likeness.grams(1, new_at)
    new_range = _reach(new_at, found.lengths[1], found.new_taken, lambda at: likeness.grams(1, at), old_whole)
    if len(new_range) > 1:
        return Block(old_at, old_at + 1, new_range.start, new_range.stop)
    old_range = _reach(old_at, found.lengths[0], found.old_taken, lambda at: likeness.grams(0, at), new_whole)
    return Block(old_range.start, old_range.stop, new_at, new_at + 1)


def _reach(
    at: int, length: int, taken: set[int], grams: Callable[[int], frozenset[str]], whole: frozenset[str]
) -> range:
    def belongs(neighbour: int) -> bool:
        if not 0 <= neighbour < length or neighbour in taken:
            return False
        part = grams(neighbour)
        return len(part) >= _CONTAINED_GRAMS and len(part & whole) >= _CONTAINED * len(part)

    start, stop = at, at + 1
    while belongs(start - 1):
        start -= 1
    while belongs(stop):
        stop += 1
    taken.update(range(start, stop))
    return range(start, stop)
