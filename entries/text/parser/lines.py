"""Lines of a file with their places, and which of them are labels."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from entries.text.article import EXTRA_LABEL, LABELS

#: Labels that other files use for the format's own fields; editors extend them. "extra" keeps the label as it is.
DEFAULT_LABELS: Final[Mapping[str, str]] = {
    **{label: field for field, label in LABELS.items()},
    "คำเทียบภาษาไทย": "thai_titles",
    "คำสำคัญของเรื่อง": "keywords",
    "ดูเพิ่ม": "see_also",
    "คริสต์ศักราช": "periods_ce",
    "พุทธศักราช": "periods_be",
    "มัลติมีเดีย": "media",
    "ผู้เขียน": "authors",
    "ผู้เรียบเรียง": "authors",
    "บรรณานุกรม": "bibliography",
    "เอกสารอ้างอิง": "bibliography",
    "แหล่งที่มา": "sources",
}

#: A label is never longer than this many code points.
LABEL_LIMIT: Final = 60
_SPACES: Final = re.compile(r"[\s\u200b\ufeff]+")
_COLON: Final = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break. `start` is the offset of `text[0]` in the file."""

    start: int
    text: str

    @property
    def content(self) -> str:
        """The line without white space at its ends."""
        return self.text.strip()

    @property
    def content_start(self) -> int:
        """The offset in the file at which `content` begins."""
        return self.start + len(self.text) - len(self.text.lstrip())

    @property
    def end(self) -> int:
        """The offset in the file just after the line's last code point."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands on it."""
        return not self.text or self.text.isspace()

    @property
    def is_indented(self) -> bool:
        """Whether it opens with white space of any kind."""
        return self.text[:1].isspace()


@dataclass(frozen=True, slots=True)
class Label:
    """A label found on a line: its field ("extra" for one that is not the format's), its words, and a value after it."""

    field: str
    name: str
    line: Line
    value: Line | None = None
    marked: bool = False


def lines_of(text: str) -> Iterator[Line]:
    """Every line of the text, parted at "\\n" only."""
    start = 0
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1


def read_label(line: Line, labels: Mapping[str, str], *, inside: bool) -> Label | None:
    """The label that this line is, or None.

    `labels`: field by label written without spaces. `inside`: the line stands after the first label, where a value
    may follow a known label after white space alone; before it only a colon parts the two.
    """
    content = line.content
    if not content:
        return None
    if marked := EXTRA_LABEL.fullmatch(content):
        return Label("extra", marked[1].strip() or content, line, marked=True)
    if len(content) <= LABEL_LIMIT:
        name = _squeezed(content).rstrip(":：")
        if field := labels.get(name):
            return Label(field, _tidy(content), line)
    return _label_with_value(line, content, labels, inside=inside)


def _label_with_value(line: Line, content: str, labels: Mapping[str, str], *, inside: bool) -> Label | None:
    head = content[: LABEL_LIMIT + 1]
    cuts = [match.start() for match in _COLON.finditer(head)][:1]
    if inside:
        cuts += [match.start() for match in _SPACES.finditer(head)]
    for cut in cuts:
        if field := labels.get(_squeezed(head[:cut])):
            after = content[cut:].lstrip(":： \t\u00a0")
            start = line.content_start + len(content) - len(after)
            return Label(field, _tidy(head[:cut]), line, Line(start, after) if after else None)
    return None


def _squeezed(text: str) -> str:
    return _SPACES.sub("", text).replace("\u0e4d\u0e32", "\u0e33")


def _tidy(text: str) -> str:
    return " ".join(text.rstrip(":：").split())
