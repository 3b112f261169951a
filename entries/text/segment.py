"""Words of a paragraph, with their places.

A dictionary segmenter (newmm, as nlpo3 or else pythainlp has it) cuts where the whole paragraph fits best, so the same
word may be cut otherwise elsewhere, and a foreign name is often broken: words are for ranking, diffs and soft
penalties, never the only way to find something; `thai.clusters` is the cut that does not depend on what stands around.
"""

import os
import re
import warnings
from collections.abc import Callable
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_SPACES: Final = re.compile(r"\s+")
# A lone surrogate cannot be handed to nlpo3; another sign of the same length takes its place while it cuts.
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NAME: Final = "entries-words-th"
Cut = Callable[[str], list[str]]


class SegmenterError(Exception):
    """No segmenter can be loaded, or the words it gave are not the words of the text."""


def words(paragraph: str, cut: Cut | None = None) -> list[tuple[int, int]]:
    """The (start, end) of every word of one paragraph, in order; white space belongs to none, everything else to one.

    Feed paragraphs, not whole texts: the time grows faster than the length. The dictionary is loaded at the first call
    (a tenth of a second). `cut` is another segmenter: text in, its words out. Raises `SegmenterError` where the usual
    one cannot be loaded, or where the words are not those of the text.
    """
    if not paragraph or paragraph.isspace():
        return []
    cut = cut or segmenter()[1]
    paragraph = _SURROGATE.sub("\ufffd", paragraph)
    spans: list[tuple[int, int]] = []
    end = 0
    for word in cut(paragraph):
        # A segmenter may drop or fold white space; a word is looked for from where the last one ended.
        start = paragraph.find(word, end) if word.strip() else -1
        if start < 0:
            if word.strip():
                raise SegmenterError(f"the segmenter changed the text at offset {end}: {word!r}")
            continue
        if paragraph[end:start].strip():
            raise SegmenterError(f"the segmenter left out {paragraph[end:start]!r} at offset {end}")
        end = start + len(word)
        spans += _without_space(paragraph, start, end)
    if paragraph[end:].strip():
        raise SegmenterError(f"the segmenter left out {paragraph[end:]!r} at offset {end}")
    return spans


def _without_space(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for space in _SPACES.finditer(text, start, end):
        if start < space.start():
            spans.append((start, space.start()))
        start = space.end()
    return [*spans, (start, end)] if start < end else spans


@cache
def segmenter() -> tuple[str, Cut]:
    """The segmenter in use: its name ("nlpo3" or "pythainlp"), which a report can give, and its function."""
    # pythainlp makes a folder in the home of the user and may try the network unless told not to before its import.
    os.environ["PYTHAINLP_READ_ONLY"] = "1"
    os.environ["PYTHAINLP_OFFLINE"] = "1"
    dictionary = _dictionary()
    if find_spec("nlpo3") is None:
        warnings.warn("nlpo3 is not installed: words are cut by pythainlp, about five times as slowly", stacklevel=3)
        from pythainlp.tokenize.newmm import segment as newmm

        return "pythainlp", newmm
    import nlpo3

    message, loaded = nlpo3.load_dict(str(dictionary), _NAME)
    if not loaded and "already exists" not in message:  # nlpo3 keeps it for the process, this module may be read again
        raise SegmenterError(f"nlpo3 cannot load the dictionary: {message}")
    return "nlpo3", partial(nlpo3.segment, dict_name=_NAME)


@cache
def vocabulary() -> frozenset[str]:
    """The words of the dictionary, to tell them from splinters of what is not in it. Takes a moment and 8 MB."""
    return frozenset(_dictionary().read_text("utf-8").split("\n"))


def _dictionary() -> Path:
    """The file of words: read directly, as importing pythainlp for its path alone would cost half a second."""
    found = find_spec("pythainlp")
    if found is None or not found.submodule_search_locations:
        raise SegmenterError("pythainlp is not installed: the dictionary of Thai words is its")
    return Path(found.submodule_search_locations[0], "corpus", "words_th.txt")
