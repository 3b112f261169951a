"""Where each part of an article stands in its canonical text."""

from entries.text.article import EXTRA_LABEL, LABELS, SEE, Article
from entries.text.findings import Piece, SourceMap
from entries.text.parser.lines import lines_of
from entries.text.serializer import INDENT, head_lines, is_dashed

_FIELDS = {label: field for field, label in LABELS.items()}


def canonical_positions(text: str, article: Article) -> SourceMap:
    """The map from `article` into `text`, which is its canonical text."""
    pieces: dict[tuple[str, int], tuple[Piece, ...]] = {}
    offset = sum(len(line) + 2 for line in head_lines(article))
    if article.see:
        pieces["see", 0] = (Piece(len(article.see), offset + len(SEE)),)
        offset += len(SEE) + len(article.see) + 2
    for index, paragraph in enumerate(article.paragraphs):
        offset += len(INDENT) if index else 0
        pieces["paragraphs", index] = (Piece(len(paragraph), offset),)
        offset += len(paragraph) + 2
    _add_labelled(text, offset, article, pieces)
    return SourceMap(pieces)


def _add_labelled(text: str, offset: int, article: Article, pieces: dict[tuple[str, int], tuple[Piece, ...]]) -> None:
    name, dashed, index, extras = "", False, 0, 0
    for line in lines_of(text[offset:-1]):
        start = offset + line.start
        if line.text in _FIELDS:
            name, index = _FIELDS[line.text], 0
            dashed = is_dashed(name, getattr(article, name))
        elif marked := EXTRA_LABEL.fullmatch(line.text):
            name, dashed, index = f"extra:{marked[1]}", True, 0
            pieces["extra", extras] = (Piece(len(marked[1]), start + 3),)
            extras += 1
        elif line.text != "-":
            skipped = 2 if dashed else 0
            pieces[name, index] = (Piece(len(line.text) - skipped, start + skipped),)
            index += 1
