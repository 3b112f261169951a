"""The passage around a place in a paragraph, as lists show it. Thai has no full stop: spaces do its work."""

from typing import Final

#: What a passage has on either side of its place, in code points, before it is cut at a space.
REACH: Final = 110


def surroundings(paragraph: str, start: int, end: int, *, reach: int = REACH) -> tuple[int, int]:
    """Where the passage around the code points `start` to `end` begins and ends.

    It begins and ends at spaces or at the ends of the paragraph, reaches up to `reach` code points to either side, and
    is cut within a run of letters only where that run is longer. A parenthesis that it would cut open is left out.

    >>> surroundings("เขาเกิดที่กรุงเก่า ใน ค.ศ. ๑๘๗๙ แล้วย้ายไป", 22, 31, reach=8)
    (19, 31)
    """
    first = _first(paragraph, start, reach)
    last = _last(paragraph, end, reach)
    while first < start and paragraph[first].isspace():
        first += 1
    while last > end and paragraph[last - 1].isspace():
        last -= 1
    return first, last


def _first(paragraph: str, start: int, reach: int) -> int:
    limit = max(0, start - reach)
    if limit == 0:
        return 0
    space = _after_space(paragraph, limit, start)
    # A passage that begins inside a parenthesis begins behind it.
    closing = paragraph.find(")", space, start)
    opening = paragraph.find("(", space, start)
    if closing >= 0 and not 0 <= opening < closing:
        space = _after_space(paragraph, closing, start)
    return space


def _after_space(paragraph: str, limit: int, start: int) -> int:
    for offset in range(limit, start):
        if paragraph[offset].isspace():
            return offset + 1
    return limit if start - limit > 0 and not _is_mark(paragraph[limit]) else start


def _last(paragraph: str, end: int, reach: int) -> int:
    limit = min(len(paragraph), end + reach)
    if limit == len(paragraph):
        return limit
    space = paragraph.rfind(" ", end, limit + 1)
    last = space if space > end else limit
    while last < len(paragraph) and last > end and _is_mark(paragraph[last]):
        last -= 1
    opening = paragraph.rfind("(", end, last)
    if opening >= 0 and paragraph.find(")", opening, last) < 0:
        last = opening
    return last


def _is_mark(char: str) -> bool:
    return char in "ะัาำิีึืฺุู็่้๊๋์ํๅๆ"
