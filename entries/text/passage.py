"""The passage in which an editor is asked about a place of a paragraph: enough to judge it, cut at spaces."""

from bisect import bisect_left, bisect_right
from typing import Final

from entries.text.thai import clusters

#: A passage reaches at least this many clusters (letters with their marks) to either side.
REACH: Final = 40


def passage(paragraph: str, start: int, end: int, *, reach: int = REACH) -> tuple[int, int]:
    """Where the passage around the code points `start` to `end` begins and ends.

    It begins after the nearest space that is at least `reach` clusters before `start`, else at the paragraph's
    beginning, and ends before the nearest space at least as far after `end`, else at its end.

    >>> passage("กขค งจฉ ชซฌ ญดต ถทธ", 8, 11, reach=4)
    (4, 15)
    """
    ends = [0, *clusters(paragraph)]
    earliest = ends[max(0, bisect_right(ends, start) - 1 - reach)]
    latest = ends[min(len(ends) - 1, bisect_left(ends, end) + reach)]
    first = earliest
    while first > 0 and not paragraph[first - 1].isspace():
        first -= 1
    last = latest
    while last < len(paragraph) and not paragraph[last].isspace():
        last += 1
    return first, last
