"""Parentheses of the prose, the stars after them, and where the term before them ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = "(（"
CLOSING = ")）"
STARS = "*＊∗﹡"
SPACES = " \t\u00a0\u2007\u2009\u202f"
BEFORE_STAR = '”"’]' + SPACES + "\u200b\ufeff"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
QUOTE_PAIRS = {"”": "“", '"': '"', "’": "‘", "»": "«", "″": "″", "'": "'"}
_SIGNS = re.compile(f"[{OPENING}{CLOSING}]")
MAX_NESTING = 8
"""Pairs around more levels than this are not read: no prose nests so deep, and it keeps the work linear."""


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """Offsets of one pair of parentheses in a paragraph.

    inner_start, inner_end: what is inside, stripped. star: offset of the star after it, or None.
    anchor_end: where the term before it ends (spaces, an opening bracket and closing quotes taken off).
    quote: offset of the closing quote between term and parenthesis, or None.
    limit: the anchor begins nowhere before this offset.
    depth: how many pairs it lies in.
    """

    open: int
    close: int
    inner_start: int
    inner_end: int
    star: int | None
    anchor_end: int
    quote: int | None
    limit: int
    depth: int


def parentheses(paragraph: str) -> list[Parenthesis]:
    """All balanced pairs of `paragraph` in order of their opening; what has no partner is ignored.

    Takes time linear in the paragraph's length.

    >>> [(p.open, p.close, p.star) for p in parentheses("เลนิน (Lenin)* และ (x")]
    [(6, 12, 13)]
    """
    pairs = _pairs(paragraph)
    found = []
    last_close = 0
    closes = sorted(close for _, close, _ in pairs)
    pointer = 0
    for opening, close, depth in pairs:
        while pointer < len(closes) and closes[pointer] < opening:
            last_close = _after_close(paragraph, closes[pointer])
            pointer += 1
        found.append(_measure(paragraph, opening, close, depth, last_close))
    return _with_limits_inside(paragraph, found)


def _pairs(paragraph: str) -> list[tuple[int, int, int]]:
    """(open, close, depth) of every balanced pair, in order of opening."""
    stack: list[tuple[int, int]] = []
    pairs = []
    height_below = 0
    for sign in _SIGNS.finditer(paragraph):
        offset = sign.start()
        if sign[0] in OPENING:
            stack.append((offset, height_below))
            height_below = 0
        elif stack:
            opening, beside = stack.pop()
            if height_below <= MAX_NESTING:
                pairs.append((opening, offset, len(stack)))
            height_below = max(beside, height_below + 1)
    pairs.sort()
    return pairs


def _after_close(paragraph: str, close: int) -> int:
    """The offset after a closing parenthesis, its quote and its star."""
    offset = close + 1
    while offset < len(paragraph) and paragraph[offset] in STARS:
        offset += 1
    return offset


def _measure(paragraph: str, opening: int, close: int, depth: int, limit: int) -> Parenthesis:
    """One pair with everything around it."""
    inner_start, inner_end = opening + 1, close
    while inner_start < inner_end and paragraph[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and paragraph[inner_end - 1].isspace():
        inner_end -= 1
    anchor_end, quote = _anchor_end(paragraph, opening, limit)
    return Parenthesis(
        open=opening,
        close=close,
        inner_start=inner_start,
        inner_end=inner_end,
        star=_star(paragraph, close),
        anchor_end=anchor_end,
        quote=quote,
        limit=limit,
        depth=depth,
    )


def _star(paragraph: str, close: int) -> int | None:
    """The star's offset: straight after the parenthesis, or after a closing quote or bracket, or one space."""
    offset = close + 1
    if offset < len(paragraph) and paragraph[offset] in BEFORE_STAR:
        offset += 1
    if offset < len(paragraph) and paragraph[offset] in STARS:
        return offset
    return None


def _anchor_end(paragraph: str, opening: int, limit: int) -> tuple[int, int | None]:
    """Where the term before `opening` ends, and the closing quote that was passed over."""
    offset, quote = opening, None
    while offset > limit:
        char = paragraph[offset - 1]
        if char.isspace() or char in INVISIBLE or char == "[":
            offset -= 1
        elif quote is None and char in QUOTE_PAIRS and offset - 1 > limit:
            offset -= 1
            quote = offset
        else:
            break
    return offset, quote


def _with_limits_inside(paragraph: str, found: list[Parenthesis]) -> list[Parenthesis]:
    """The same, where a nested pair's anchor may not begin before the pair that holds it."""
    result = []
    around: list[Parenthesis] = []
    for pair in found:
        while around and around[-1].close < pair.open:
            around.pop()
        if around and around[-1].open >= pair.limit:
            pair = _measure(paragraph, pair.open, pair.close, pair.depth, around[-1].open + 1)
        around.append(pair)
        result.append(pair)
    return result
