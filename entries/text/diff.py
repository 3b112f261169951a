"""What changed between two texts of an entry, for reading: by field, by paragraph or item, by word inside a paragraph.

Paragraphs and items are paired by entries.text.alignment, words by the longest common order of the words that occur
once (as there). Runs are then made readable: whole words, never a part of a character cluster; scraps of unchanged text
between changes are shown as changed; paragraphs that hardly share a word are shown as one replaced by the other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

from entries.text import segment, thai
from entries.text.alignment import ITEMS, Block, Matching, align, common
from entries.text.article import FIELD_NAMES, Article
from entries.text.merge import MATCHING

#: From a paragraph to the offsets (start, end) of its words; what lies between words is nobody's.
Segmenter = Callable[[str], Sequence[tuple[int, int]]]

#: What stands between the paragraphs of one item, where a paragraph was split or paragraphs were joined.
PARAGRAPH_BREAK: Final = "\n\n"

#: Unchanged text of at most so many visible characters between larger changes is a scrap.
_SCRAP: Final = 4
#: With less than one visible character in so many unchanged, a paragraph is replaced rather than changed.
_HARDLY: Final = 5


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: the "same" and "removed" runs joined are the old text, "same" and "added" the new one."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class ItemDiff:
    """One paragraph or item: what became of it, and its runs.

    `old`, `new`: (start, end) of its indexes in the field before and after, empty where it was added or removed, of
    more than one where a paragraph was split or joined; the runs are then of the texts joined by PARAGRAPH_BREAK.
    `moved`: it left the order that the others kept. `words_removed`, `words_added`: how many of its words changed.
    """

    kind: Literal["same", "changed", "removed", "added"]
    old: tuple[int, int]
    new: tuple[int, int]
    moved: bool
    runs: tuple[Run, ...]
    words_removed: int
    words_added: int


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """A field that changed, all its items in the new order, what was removed after what it followed.

    `label` is the label of an `extra` field, else "".
    """

    field: str
    label: str
    items: tuple[ItemDiff, ...]


@dataclass(frozen=True, slots=True)
class ArticleDiff:
    """The fields that changed, in the order of Article, `extra` label by label; none if the two are equal, or if only
    labels of `extra` changed places. A label that was added or removed without a value is a field without items.
    """

    fields: tuple[FieldDiff, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many words were added and removed; a word replaced counts as one of each, a moved item as neither."""

    words_added: int
    words_removed: int


def diff(old: Article, new: Article, segmenter: Segmenter = segment.words) -> ArticleDiff:
    """What changed from `old` to `new`, cut into words by `segmenter`, which is asked for changed texts only."""
    fields: list[FieldDiff] = []
    for name in FIELD_NAMES:
        if name == "extra":
            old_extra = {extra.label: extra.values for extra in old.extra}
            new_extra = {extra.label: extra.values for extra in new.extra}
            fields += [
                FieldDiff(name, label, _items(old_extra.get(label, ()), new_extra.get(label, ()), ITEMS, segmenter))
                for label in {**new_extra, **old_extra}
                if old_extra.get(label) != new_extra.get(label)
            ]
            continue
        before, after = getattr(old, name), getattr(new, name)
        if name == "see":
            before, after = tuple(filter(None, [before])), tuple(filter(None, [after]))
        if before != after:
            fields.append(FieldDiff(name, "", _items(before, after, MATCHING.get(name, ITEMS), segmenter)))
    return ArticleDiff(tuple(fields))


def summary(difference: ArticleDiff) -> Summary:
    """Words added and removed in all fields."""
    items = [item for field in difference.fields for item in field.items]
    return Summary(sum(item.words_added for item in items), sum(item.words_removed for item in items))


def runs(old: str, new: str, segmenter: Segmenter = segment.words) -> tuple[Run, ...]:
    """The runs that lead from one text to the other; a removed run stands before the added one that replaces it."""
    return _Comparison(old, new, segmenter).runs()


def _items(old: tuple[str, ...], new: tuple[str, ...], how: Matching, segmenter: Segmenter) -> tuple[ItemDiff, ...]:
    blocks = align(old, new, how)
    kept = {at for block in blocks for at in range(block.old_start, block.old_end)}
    came = {at for block in blocks for at in range(block.new_start, block.new_end)}
    added = [Block(0, 0, at, at + 1) for at in range(len(new)) if at not in came]
    removed = {at: Block(at, at + 1, 0, 0) for at in range(len(old)) if at not in kept}
    anchors = {block.old_end - 1: block for block in blocks if not block.moved}
    after: dict[Block | None, list[Block]] = {}
    anchor: Block | None = None
    for at in range(len(old)):
        if at in removed:
            after.setdefault(anchor, []).append(removed[at])
        anchor = anchors.get(at, anchor)
    ordered = after.get(None, [])
    for block in sorted([*blocks, *added], key=lambda block: block.new_start):
        ordered += [block, *after.get(block, [])]
    return tuple(_item(old, new, block, segmenter) for block in ordered)


def _item(old: tuple[str, ...], new: tuple[str, ...], block: Block, segmenter: Segmenter) -> ItemDiff:
    before = PARAGRAPH_BREAK.join(old[block.old_start : block.old_end])
    after = PARAGRAPH_BREAK.join(new[block.new_start : block.new_end])
    places = (block.old_start, block.old_end), (block.new_start, block.new_end)
    if before == after:
        return ItemDiff("same", *places, block.moved, (Run("same", before),), 0, 0)
    comparison = _Comparison(before, after, segmenter)
    kind: Literal["changed", "removed", "added"] = "removed" if not after else "added" if not before else "changed"
    return ItemDiff(kind, *places, block.moved, comparison.runs(), *comparison.words())


@dataclass(frozen=True, slots=True)
class _Span:
    """old[old:old_end] stands where new[new:new_end] does."""

    old: int
    old_end: int
    new: int
    new_end: int
    same: bool


class _Comparison:
    """Two texts, cut into words, and the spans that they share and do not share."""

    def __init__(self, old: str, new: str, segmenter: Segmenter) -> None:
        self.old, self.new = old, new
        self.old_clusters, self.new_clusters = {0, *thai.clusters(old)}, {0, *thai.clusters(new)}
        self.old_cuts = _cuts(old, self.old_clusters, segmenter)
        self.new_cuts = _cuts(new, self.new_clusters, segmenter)
        self.spans = self._readable(_joined(self._trimmed()))

    def runs(self) -> tuple[Run, ...]:
        found: list[Run] = []
        for span in self.spans:
            before, after = self.old[span.old : span.old_end], self.new[span.new : span.new_end]
            if span.same:
                found.append(Run("same", before))
                continue
            if before:
                found.append(Run("removed", before))
            if after:
                found.append(Run("added", after))
        return tuple(found)

    def words(self) -> tuple[int, int]:
        """How many words of the old and of the new text lie, even in part, in what changed."""
        changed = [span for span in self.spans if not span.same]
        return (
            _count(self.old, self.old_cuts, [(span.old, span.old_end) for span in changed]),
            _count(self.new, self.new_cuts, [(span.new, span.new_end) for span in changed]),
        )

    def _by_word(self) -> Iterator[_Span]:
        old_words = [self.old[start:end] for start, end in pairwise(self.old_cuts)]
        new_words = [self.new[start:end] for start, end in pairwise(self.new_cuts)]
        old_at = new_at = 0
        for old_next, new_next in [*common(old_words, new_words), (len(old_words), len(new_words))]:
            if old_next > old_at or new_next > new_at:
                yield _Span(
                    self.old_cuts[old_at],
                    self.old_cuts[old_next],
                    self.new_cuts[new_at],
                    self.new_cuts[new_next],
                    same=False,
                )
            if old_next < len(old_words):
                old_at, new_at = old_next + 1, new_next + 1
                yield _Span(
                    self.old_cuts[old_next],
                    self.old_cuts[old_at],
                    self.new_cuts[new_next],
                    self.new_cuts[new_at],
                    same=True,
                )

    def _trimmed(self) -> Iterator[_Span]:
        """Spans by word, what a change begins and ends with on both sides taken off it.

        How a text is cut into words depends on what stands around, so equal text may be cut differently on both sides.
        """
        words = {*self.old_cuts}, {*self.new_cuts}
        for span in self._by_word():
            if span.same:
                yield span
                continue
            before, after = self.old[span.old : span.old_end], self.new[span.new : span.new_end]
            head = _common_start(before, after)
            while head and not self._cuttable(span.old + head, span.new + head, *words):
                head -= 1
            before, after = before[head:], after[head:]
            tail = _common_start(before[::-1], after[::-1])
            while tail and not self._cuttable(span.old_end - tail, span.new_end - tail, *words):
                tail -= 1
            old_start, new_start = span.old + head, span.new + head
            old_end, new_end = span.old_end - tail, span.new_end - tail
            yield _Span(span.old, old_start, span.new, new_start, same=True)
            yield _Span(old_start, old_end, new_start, new_end, same=False)
            yield _Span(old_end, span.old_end, new_end, span.new_end, same=True)

    def _cuttable(self, old_at: int, new_at: int, old_words: set[int], new_words: set[int]) -> bool:
        whole = old_at in self.old_clusters and new_at in self.new_clusters
        return whole and (old_at in old_words or new_at in new_words)

    def _readable(self, spans: list[_Span]) -> list[_Span]:
        readable = list(spans)
        for at in range(1, len(spans) - 1):
            if spans[at].same and self._is_scrap(*spans[at - 1 : at + 2]):
                span = spans[at]
                readable[at] = _Span(span.old, span.old_end, span.new, span.new_end, same=False)
        readable = _joined(readable)
        shared = sum(_visible(self.old[span.old : span.old_end]) for span in readable if span.same)
        changes = sum(not span.same for span in readable)
        if changes > 1 and shared * _HARDLY < max(_visible(self.old), _visible(self.new)):
            return [_Span(0, len(self.old), 0, len(self.new), same=False)]
        return readable

    def _is_scrap(self, before: _Span, span: _Span, after: _Span) -> bool:
        size = _visible(self.old[span.old : span.old_end])
        sides = [
            (_visible(self.old[side.old : side.old_end]), _visible(self.new[side.new : side.new_end]))
            for side in (before, after)
        ]
        # Between two additions, or two removals, even one word is easier read as what stayed.
        replaced = any(removed for removed, _ in sides) and any(added for _, added in sides)
        return replaced and size <= _SCRAP and all(max(side) >= size for side in sides)


def _cuts(text: str, clusters: set[int], segmenter: Segmenter) -> list[int]:
    """Offsets where words begin and end, 0 and the end included, none inside a character cluster."""
    found = {0, len(text)}
    start = 0
    for part in text.split(PARAGRAPH_BREAK):
        found |= {start, start + len(part)}
        if part:
            found |= {start + offset for word in segmenter(part) for offset in word}
        start += len(part) + len(PARAGRAPH_BREAK)
    return sorted(cut for cut in found if cut in clusters)


def _joined(spans: list[_Span] | Iterator[_Span]) -> list[_Span]:
    """Spans with neighbours of one kind made one, and without the empty ones."""
    filled = (span for span in spans if span.old < span.old_end or span.new < span.new_end)
    joined = []
    for same, group in groupby(filled, key=lambda span: span.same):
        first, *rest = group
        last = rest[-1] if rest else first
        joined.append(_Span(first.old, last.old_end, first.new, last.new_end, same))
    return joined


def _common_start(first: str, second: str) -> int:
    differing = (at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1])
    return next(differing, min(len(first), len(second)))


def _visible(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _count(text: str, cuts: Sequence[int], changed: Sequence[tuple[int, int]]) -> int:
    ranges = (span for span in changed if span[0] < span[1])
    start, end = next(ranges, (len(text), len(text)))
    count = 0
    for word_start, word_end in pairwise(cuts):
        while end <= word_start and start < len(text):
            start, end = next(ranges, (len(text), len(text)))
        if start < word_end and word_start < end and _visible(text[word_start:word_end]):
            count += 1
    return count
