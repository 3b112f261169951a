"""The canonical text of an article, and back: exact both ways. Defined in docs/source-format.md."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Final

from entries.text.article import DASHED, EXTRA_LABEL, LABELS, SEE, Article, ArticleError, ExtraField, is_see_line

#: The version of the canonical form. A later form never re-reads stored revisions silently.
FORMAT: Final = 1

INDENT: Final = "\u00a0"
EMPTY: Final = "-"
#: What parts several values on one bare line of a file. A field with a value that holds such a sign is written as a
#: list, whose items are never parted; so a line that holds several values is not canonical.
PARTING: Final[Mapping[str, re.Pattern[str]]] = {
    "headwords": re.compile("[;；]"),
    "thai_titles": re.compile("[,;，；]"),
    "periods_ce": re.compile("[;；]"),
    "periods_be": re.compile("[;；]"),
    "authors": re.compile("[,;，；]|และ"),
}
_FIELD_OF_LABEL: Final = {label: field for field, label in LABELS.items()}


class NotCanonicalError(ValueError):
    """The text is not, to the character, the canonical form of any article."""


def serialize(article: Article) -> str:
    """The canonical text (format 1): head lines, body, one labelled block a field; ends with a line break."""
    blocks = [*head_lines(article), *_body(article)]
    blocks.append("\n".join(_labelled(article)))
    return "\n\n".join(blocks) + "\n"


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal: equal digests are equal texts."""
    return hashlib.sha256(text.encode()).hexdigest()


def head_lines(article: Article) -> list[str]:
    """The headword line and the Thai title line, each with its years, those that there are."""
    lines = []
    for names, periods in (
        (article.headwords, article.periods_ce),
        (article.thai_titles, article.periods_be),
    ):
        if names:
            years = f" ({'; '.join(periods)})" if periods else ""
            lines.append("; ".join(names) + years)
    return lines


def _body(article: Article) -> list[str]:
    if article.see:
        return [SEE + article.see]
    return [paragraph if index == 0 else INDENT + paragraph for index, paragraph in enumerate(article.paragraphs)]


def _labelled(article: Article) -> list[str]:
    lines: list[str] = []
    for field, label in LABELS.items():
        values: tuple[str, ...] = getattr(article, field)
        if field == "see_also" and not values:  # older files do not know this label: an empty one says nothing
            continue
        lines.append(label)
        lines += _value_lines(values, dashed=is_dashed(field, values))
    for extra in article.extra:
        lines.append(f"== {extra.label} ==")
        lines += _value_lines(extra.values, dashed=True)
    return lines


def is_dashed(field: str, values: Sequence[str]) -> bool:
    """Whether the canonical form writes these values of a field as a list, "- " before each."""
    if field in DASHED:
        return True
    parting = PARTING.get(field)
    return any(value.startswith("- ") or (parting is not None and parting.search(value)) for value in values)


def _value_lines(values: tuple[str, ...], *, dashed: bool) -> list[str]:
    if not values:
        return [EMPTY]
    return [f"- {value}" for value in values] if dashed else list(values)


def read_canonical(text: str) -> Article:
    """The article of a canonical text: `read_canonical(serialize(a)) == a`, and serialize gives the text back.

    Raises NotCanonicalError for any other text. No table of labels takes part: the form itself marks its labels.
    """
    lines = text.split("\n")
    if lines.pop():
        raise NotCanonicalError("the last line is not ended")
    try:
        start = lines.index(LABELS["headwords"])
    except ValueError:
        raise NotCanonicalError("no line is the first label") from None
    values, extra = _read_labelled(lines[start:])
    try:
        labelled = Article(**values, extra=extra)  # type: ignore[arg-type]
        head = len(head_lines(labelled))
        blocks = "\n".join(lines[:start]).removesuffix("\n").split("\n\n")[head:] if start else []
        article = _with_body(labelled, blocks)
    except ArticleError as error:
        raise NotCanonicalError(str(error)) from error
    if serialize(article) != text:
        raise NotCanonicalError("the text is not what its article would be written as")
    return article


def _with_body(labelled: Article, blocks: list[str]) -> Article:
    if len(blocks) == 1 and is_see_line(blocks[0]):
        return labelled.replace(see=blocks[0].removeprefix(SEE))
    return labelled.replace(paragraphs=tuple(block.removeprefix(INDENT) for block in blocks))


def _read_labelled(lines: list[str]) -> tuple[dict[str, tuple[str, ...]], tuple[ExtraField, ...]]:
    """Fields and extra fields of the labelled part, which opens with a label."""
    values: dict[str, tuple[str, ...]] = {}
    extra: list[ExtraField] = []
    label, collected = lines[0], list[str]()

    def close() -> None:
        found = () if collected == [EMPTY] else tuple(collected)
        if field := _FIELD_OF_LABEL.get(label):
            dashed = field in DASHED or all(line.startswith("- ") for line in found)
            values[field] = _undashed(found) if dashed else found
        elif match := EXTRA_LABEL.fullmatch(label):
            extra.append(ExtraField(match[1], _undashed(found)))

    for line in lines[1:]:
        if line in _FIELD_OF_LABEL or EXTRA_LABEL.fullmatch(line):
            close()
            label, collected = line, []
        else:
            collected.append(line)
    close()
    return values, tuple(extra)


def _undashed(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.removeprefix("- ") for line in lines)
