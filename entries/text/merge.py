"""Merging two texts of an entry that came from one: by field, by paragraph, by list item, so that no word is lost.

What only one side changed is that side's; what both changed to the same (by thai.normalise) agrees, written as mine;
where both changed one thing differently mine stands and an Overlap keeps the other's. Nothing is mixed inside a
paragraph or an item. See-entries and prose exclude one another, so where one of the texts is a see-entry and another is
not, the whole body (target or prose) is one thing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from entries.text import thai
from entries.text.alignment import EXACT, ITEMS, PROSE, SLOTS, Matching
from entries.text.article import FIELD_NAMES, SEE, Article, ArticleError, ExtraField, is_see_line
from entries.text.threeway import MergedList, Place, Texts, merge_lists, merge_without_base

#: How the values of each list field are matched; in SLOTS the place counts, since the first is the primary one.
MATCHING: Final[dict[str, Matching]] = {
    "headwords": SLOTS,
    "thai_titles": SLOTS,
    "periods_ce": SLOTS,
    "periods_be": SLOTS,
    "paragraphs": PROSE,
    "keywords": ITEMS,
    "see_also": ITEMS,
    "media": ITEMS,
    "authors": ITEMS,
    "bibliography": ITEMS,
    "sources": ITEMS,
}


class OverlapMoved(LookupError):
    """The place of an overlap is not to be found for certain in the text as it is now; `overlap` says which."""

    def __init__(self, overlap: "Overlap") -> None:
        self.overlap = overlap
        super().__init__(f"{overlap.field}[{overlap.index}]")


@dataclass(frozen=True, slots=True)
class Overlap:
    """One thing that both sides changed differently: mine stands in the merged article, theirs is kept here.

    `field`: a field of Article, or "body" for `see` and `paragraphs` as one (a see-entry's target then stands as the
    paragraph "ดู …"). `label`: which label, in `extra`. `base`, `mine`, `theirs`: the texts before and on both sides;
    an empty tuple is something removed, or never there. `index`: where `mine` begins in the merged article's field;
    `base_index`: where `base` began in the base's, None without one. `before`, `after`: the neighbours of `mine` in
    the merged article, None at the ends.
    """

    field: str
    label: str
    index: int
    base_index: int | None
    before: str | None
    after: str | None
    base: Texts
    mine: Texts
    theirs: Texts


@dataclass(frozen=True, slots=True)
class Taken:
    """Something of theirs that stands in the merged article: added, changed, removed (`theirs` is empty) or moved
    (`theirs` is `base`). `index` is its place in the merged article's field, `field` and `label` as in Overlap.
    """

    field: str
    label: str
    index: int
    base: Texts
    theirs: Texts


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged article, what both sides changed differently, and what was taken from theirs, in the fields' order."""

    article: Article
    overlaps: tuple[Overlap, ...] = ()
    taken: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class _Merged:
    """Fields merged as one, with what is to be said of them."""

    values: Mapping[str, object]
    overlaps: tuple[Overlap, ...] = ()
    taken: tuple[Taken, ...] = ()


def merge(base: Article | None, mine: Article, theirs: Article) -> Merge:
    """Merge two articles that came from `base`; with None, of which no common text is known.

    Every paragraph and item that a side added or changed is in the article or in an overlap, what neither side touched
    stays, and the article is always one that can be written: fields that could not stand together are mine's, and
    theirs' are an overlap of the whole field. merge(b, x, b), merge(b, b, x) and merge(b, x, x) are x.

    Without a base equal parts agree, an empty field takes the other's, and for all else of theirs there is an overlap.
    """
    parts = [_merge_body(base, mine, theirs)]
    parts += [_merge_field(name, base, mine, theirs) for name in MATCHING if name != "paragraphs"]
    parts.append(_merge_extra(base, mine, theirs))
    article, parts = _standing(base, mine, theirs, parts)
    rank = {"body": FIELD_NAMES.index("see")} | {name: at for at, name in enumerate(FIELD_NAMES)}
    overlaps = sorted((found for part in parts for found in part.overlaps), key=lambda found: rank[found.field])
    taken = sorted((found for part in parts for found in part.taken), key=lambda found: rank[found.field])
    return Merge(article, tuple(overlaps), tuple(taken))


def _standing(
    base: Article | None, mine: Article, theirs: Article, parts: list[_Merged]
) -> tuple[Article, list[_Merged]]:
    """The article of these parts; if it is refused, mine with as many of them as can stand."""
    try:
        return mine.replace(**{name: value for part in parts for name, value in part.values.items()}), parts
    except ArticleError:
        pass
    article, kept, waiting = mine, list[_Merged](), parts
    while waiting:
        refused: list[_Merged] = []
        for part in waiting:
            try:
                article = article.replace(**part.values)
                kept.append(part)
            except ArticleError:
                refused.append(part)
        if len(refused) == len(waiting):
            kept += [_mine_whole(base, mine, theirs, part) for part in refused]
            break
        waiting = refused
    return article, kept


def _mine_whole(base: Article | None, mine: Article, theirs: Article, part: _Merged) -> _Merged:
    """Mine's values for the fields of this part, and theirs as an overlap of all of it."""
    if "see" in part.values:
        three = [("body", _body(base), _body(mine), _body(theirs))]
    else:
        three = [(name, _texts(base, name), _texts(mine, name), _texts(theirs, name)) for name in part.values]
    overlaps = [
        Overlap(name, "", 0, None if base is None else 0, None, None, was, my, their)
        for name, was, my, their in three
        if my != their
    ]
    return _Merged({}, tuple(overlaps))


def _texts(article: Article | None, name: str) -> Texts:
    return () if article is None else cast(Texts, getattr(article, name))


def _extra(article: Article | None, label: str) -> Texts:
    found = [extra.values for extra in article.extra if extra.label == label] if article else []
    return found[0] if found else ()


def _body(article: Article | None) -> Texts:
    if article is None:
        return ()
    return (SEE + article.see,) if article.see else article.paragraphs


def _merge_field(name: str, base: Article | None, mine: Article, theirs: Article) -> _Merged:
    was = None if base is None else _texts(base, name)
    merged = _merge_texts(was, _texts(mine, name), _texts(theirs, name), MATCHING[name])
    return _Merged({name: merged.values}, *_told(merged, name))


def _merge_texts(base: Texts | None, mine: Texts, theirs: Texts, how: Matching) -> MergedList:
    if mine == theirs or theirs == base:
        return MergedList(mine)
    return merge_without_base(mine, theirs, how) if base is None else merge_lists(base, mine, theirs, how)


def _told(merged: MergedList, field: str, label: str = "") -> tuple[tuple[Overlap, ...], tuple[Taken, ...]]:
    def overlap(place: Place) -> Overlap:
        end = place.index + len(place.mine)
        before = merged.values[place.index - 1] if place.index else None
        after = merged.values[end] if end < len(merged.values) else None
        return Overlap(field, label, place.index, place.base_index, before, after, place.base, place.mine, place.theirs)

    taken = tuple(Taken(field, label, place.index, place.base, place.theirs) for place in merged.taken)
    return tuple(overlap(place) for place in merged.clashes), taken


def _merge_body(base: Article | None, mine: Article, theirs: Article) -> _Merged:
    """See-target and prose: by paragraph where all are prose, else one side's or the other's as a whole."""
    sides = [side for side in (base, mine, theirs) if side is not None]
    if not any(side.see for side in sides):
        merged = _merge_field("paragraphs", base, mine, theirs)
        return replace(merged, values={"see": "", **merged.values})
    field = "see" if all(side.see for side in sides) else "body"
    was, my, their = (
        tuple(text.removeprefix(SEE) for text in _body(side)) if field == "see" else _body(side)
        for side in (base, mine, theirs)
    )
    keeps = {"see": mine.see, "paragraphs": mine.paragraphs}
    agree = [thai.normalise(text) for text in my] == [thai.normalise(text) for text in their]
    if agree and (base is None or my != was):
        return _Merged(keeps)
    if (base is None and not my) or (base is not None and my == was):
        taken = (Taken(field, "", 0, was, their),) if my != their else ()
        return _Merged({"see": theirs.see, "paragraphs": theirs.paragraphs}, (), taken)
    if (base is None and not their) or (base is not None and their == was):
        return _Merged(keeps)
    return _Merged(keeps, (Overlap(field, "", 0, None if base is None else 0, None, None, was, my, their),))


def _merge_extra(base: Article | None, mine: Article, theirs: Article) -> _Merged:
    """The labels as a list, and the values of each as a list. A label that mine removed and theirs added to is back."""
    of_base, of_mine, of_theirs = (
        tuple(extra.label for extra in side.extra) if side else () for side in (base, mine, theirs)
    )
    overlaps: tuple[Overlap, ...] = ()
    taken: tuple[Taken, ...] = ()
    values: dict[str, Texts] = {}
    for label in dict.fromkeys([*of_mine, *of_theirs]):
        was = _extra(base, label) if base is not None else None
        merged = _merge_texts(was, _extra(mine, label), _extra(theirs, label), ITEMS)
        values[label] = merged.values
        told = _told(merged, "extra", label)
        overlaps, taken = overlaps + told[0], taken + told[1]
    # A label that one side removed, but whose values are not all gone, stands where the other side has it.
    back = {label for label in set(of_mine) ^ set(of_theirs) if values[label]}
    known = [label for label in of_base if label not in back]
    order = merge_lists(known, of_mine, of_theirs, EXACT).values
    return _Merged({"extra": tuple(ExtraField(label, values[label]) for label in order)}, overlaps, taken)


def says(article: Article, overlap: Overlap) -> bool:
    """Whether the article still says what theirs did: has its texts, or lacks what theirs had taken away."""
    if overlap.field in ("see", "body"):
        theirs = overlap.theirs if overlap.field == "body" else tuple(SEE + target for target in overlap.theirs)
        return _body(article) == theirs
    values = _extra(article, overlap.label) if overlap.field == "extra" else _texts(article, overlap.field)
    return _runs(values, overlap.theirs) if overlap.theirs else not _runs(values, overlap.base)


def _runs(values: Texts, part: Texts) -> bool:
    """Whether these texts stand among the values, one after another."""
    return any(values[at : at + len(part)] == part for at in range(len(values) - len(part) + 1))


def settle(article: Article, overlap: Overlap, choice: Sequence[str]) -> Article:
    """The article with `choice` (what to keep: one side's texts, or others) where `overlap.mine` stands.

    The place is found again by its texts and neighbours, wherever it has moved within its field.
    Raises OverlapMoved where it is gone or not certain, ArticleError where the choice cannot be written there.
    """
    chosen = tuple(choice)
    if overlap.field in ("see", "body"):
        now = _body(article)
        if now != (overlap.mine if overlap.field == "body" else tuple(SEE + target for target in overlap.mine)):
            raise OverlapMoved(overlap)
        if overlap.field == "see" or (len(chosen) == 1 and is_see_line(chosen[0])):
            return article.replace(see="".join(chosen).removeprefix(SEE), paragraphs=())
        return article.replace(see="", paragraphs=chosen)
    if overlap.field == "extra":
        values = _settled(_extra(article, overlap.label), overlap, chosen)
        extra = tuple(replace(old, values=values) if old.label == overlap.label else old for old in article.extra)
        if values and all(old.label != overlap.label for old in article.extra):
            extra += (ExtraField(overlap.label, values),)
        return article.replace(extra=extra)
    return article.replace(**{overlap.field: _settled(_texts(article, overlap.field), overlap, chosen)})


def _settled(values: Texts, overlap: Overlap, chosen: Texts) -> Texts:
    start = _find(values, overlap) if overlap.mine else _find_gap(values, overlap)
    return values[:start] + chosen + values[start + len(overlap.mine) :]


def _find(values: Texts, overlap: Overlap) -> int:
    """Where `mine` stands now: the only place, or of several the one with the best neighbours, or its old index."""
    size = len(overlap.mine)
    found = [at for at in range(len(values) - size + 1) if values[at : at + size] == overlap.mine]
    if not found:
        raise OverlapMoved(overlap)
    scores = [(_is_after(values, at, overlap.before) + _is_before(values, at + size, overlap.after)) for at in found]
    best = [at for at, score in zip(found, scores, strict=True) if score == max(scores)]
    if len(best) > 1 and overlap.index not in best:
        raise OverlapMoved(overlap)
    return best[0] if len(best) == 1 else overlap.index


def _find_gap(values: Texts, overlap: Overlap) -> int:
    """The gap where nothing of mine is left: between both neighbours, else beside the one that is still there."""
    gaps = range(len(values) + 1)
    after = [at for at in gaps if _is_after(values, at, overlap.before)]
    before = [at for at in gaps if _is_before(values, at, overlap.after)]
    both = sorted(set(after) & set(before))
    if both:
        if len(both) > 1 and overlap.index not in both:
            raise OverlapMoved(overlap)
        return both[0] if len(both) == 1 else overlap.index
    if len(after) > 1 or len(before) > 1 or not (after or before) or (after and before and after > before):
        raise OverlapMoved(overlap)
    return (after or before)[0]


def _is_after(values: Texts, at: int, neighbour: str | None) -> bool:
    return at == 0 if neighbour is None else at > 0 and values[at - 1] == neighbour


def _is_before(values: Texts, at: int, neighbour: str | None) -> bool:
    return at == len(values) if neighbour is None else at < len(values) and values[at] == neighbour
