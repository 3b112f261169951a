"""The drawing of a neighbourhood: names one below another in the order of time, joined by arcs. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entries.reader.linebreaks import columns
from entries.text.thai import clusters

#: The drawing's width, the height of a line, where the arcs end and names begin: units of the drawing.
WIDTH: Final = 360
LINE: Final = 30
AXIS: Final = 84
#: A name may take so many columns; the list beside the drawing has all of it.
LABEL: Final = 26
_NARROWEST_ARC: Final = 10
_WIDEST_ARC: Final = 76
_MARGIN: Final = 8


@dataclass(frozen=True, slots=True)
class Node:
    """An entry of the drawing: its page, its name (as far as there is room), and the height of its line."""

    href: str
    label: str
    y: int
    is_centre: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one entry to another, as an SVG path; `kind` is "to" or "from" the centre, "both", or "among"."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it. Arcs among neighbours come first, so that those of the centre lie above them."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    height: int
    width: int = WIDTH
    axis: int = AXIS


def drawing(names: Sequence[tuple[int, str, str]], centre: int, links: Collection[tuple[int, int]]) -> Drawing:
    """The drawing of these entries (id, page, name), in this order, with the links between them (from id, to id)."""
    heights = {entry: _MARGIN + LINE // 2 + index * LINE for index, (entry, _href, _name) in enumerate(names)}
    nodes = [Node(href, shortened(name, LABEL), heights[entry], entry == centre) for entry, href, name in names]
    return Drawing(tuple(nodes), tuple(_arcs(heights, centre, set(links))), 2 * _MARGIN + LINE * len(names))


def _arcs(heights: dict[int, int], centre: int, links: Collection[tuple[int, int]]) -> Iterator[Arc]:
    pairs = {(min(pair), max(pair)) for pair in links if pair[0] != pair[1] and {*pair} <= heights.keys()}
    longest = LINE * len(heights)
    ordered = sorted(pairs, key=lambda pair: (centre in pair, -abs(heights[pair[0]] - heights[pair[1]]), pair))
    for one, other in ordered:
        kind = "among"
        if centre in (one, other):
            neighbour = other if one == centre else one
            to, back = (centre, neighbour) in links, (neighbour, centre) in links
            kind = "both" if to and back else "to" if to else "from"
        yield Arc(_path(heights[one], heights[other], longest), kind)


def _path(one: int, other: int, longest: int) -> str:
    top, bottom = min(one, other), max(one, other)
    width = _NARROWEST_ARC + (_WIDEST_ARC - _NARROWEST_ARC) * (bottom - top) // longest
    return f"M{AXIS} {top}A{width} {(bottom - top) / 2:g} 0 0 0 {AXIS} {bottom}"


def shortened(name: str, limit: int) -> str:
    """A name of at most so many columns: cut between two clusters, with "…", where it has more.

    >>> shortened("ปฏิวัติรัสเซีย", 8)
    'ปฏิวัต…'
    """
    if columns(name) <= limit:
        return name
    end = 0
    for each in clusters(name):
        if columns(name[:each]) > limit - 1:
            break
        end = each
    return name[:end].rstrip() + "…"
