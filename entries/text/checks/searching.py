"""Searching a long text for a pattern that may begin anywhere, soon."""

import re
from collections.abc import Iterator


def around(core: re.Pattern[str], pattern: re.Pattern[str], reach: int, text: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `text`, as its `finditer` has them.

    A pattern that begins with what may be left out is tried at every letter. Where each of its matches has one of
    `core`, which is found quickly, at most `reach` code points after its own start, it is tried only around those.
    """
    done = 0
    while place := core.search(text, done):
        found = pattern.search(text, max(done, place.start() - reach))
        if found is None:
            return
        yield found
        done = found.end()
