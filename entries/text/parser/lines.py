"""Lines of a file with their places, and which of them are labels."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

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

#: Labels of sister encyclopedias: known to be labels, whatever stands around them, and reported like any unknown one.
SISTER_LABELS: Final = frozenset(
    {
        "ชื่อวิทยาศาสตร์", "วงศ์", "สกุล", "ชื่อพ้อง", "ชื่อสามัญ", "ชื่ออื่น", "ชื่ออื่นๆ", "ชื่อท้องถิ่น", "ชื่อพื้นเมือง",
        "ถิ่นกำเนิด", "ถิ่นอาศัย", "เขตการกระจายพันธุ์", "หมายเหตุ", "ผู้แปล", "ผู้ตรวจ", "ผู้ตรวจแก้", "บรรณาธิการ", "เว็บไซต์",
    }
)  # fmt: skip

#: A label is never longer than this many code points.
LABEL_LIMIT: Final = 60
#: What a list item opens with: no label does.
BULLETS: Final = ("-", "–", "—", "•", "·", "*", "▪", "●", "◦")
#: What a numbered value opens with: "1. ", "๑) ".
NUMBER_BEFORE: Final = re.compile(r"([0-9๐-๙]{1,7})[.)]\s+(?=\S)")
#: What no text may hold: C0 and C1 controls but for TAB and line break, and surrogates.
CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_SPACES: Final = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_GAP: Final = re.compile(r"\s+")
_COLON: Final = re.compile("[:：]")
_FIELDS: Final = {label: field for field, label in LABELS.items()}


class Line(NamedTuple):
    """A line without its line break (a tuple, for files of a million lines).

    `start` is the offset in the file of `text[0]`; `content` is the line without white space at its ends, and
    `content_start` where that begins.
    """

    start: int
    text: str
    content: str
    content_start: int

    @property
    def content_end(self) -> int:
        """The offset in the file just after the last code point of `content`."""
        return self.content_start + len(self.content)

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands on it."""
        return not self.content

    @property
    def indent(self) -> str:
        """The white space that it opens with."""
        return self.text[: self.content_start - self.start]

    @property
    def is_item(self) -> bool:
        """Whether it opens with a dash or a bullet, or a number as in a list."""
        return self.content.startswith(BULLETS) or NUMBER_BEFORE.match(self.content) is not None


@dataclass(frozen=True, slots=True)
class Label:
    """A label found on a line: its field ("extra" for one that is not the format's), its words, and a value after it.

    `is_known`: the form or a table of labels says that it is a label.
    """

    field: str
    name: str
    line: Line
    value: Line | None = None
    is_known: bool = True


def line_at(start: int, text: str) -> Line:
    """The line `text`, whose first code point stands at the offset `start`."""
    content = text.strip()
    if len(content) == len(text):
        return Line(start, text, content, start)
    return Line(start, text, content, start + len(text) - len(text.lstrip()))


def lines_of(text: str) -> Iterator[Line]:
    """Every line of the text, parted at "\\n" only."""
    start = 0
    for line in text.split("\n"):
        yield line_at(start, line)
        start += len(line) + 1


def label_table(labels: Mapping[str, str]) -> dict[str, str]:
    """The field of every label by its squeezed words; the format's own labels are always what they are."""
    table = dict.fromkeys(SISTER_LABELS, "")
    table.update((squeezed(label), field if field in LABELS else "extra") for label, field in labels.items())
    table.update((label, field) for field, label in LABELS.items())
    return table


def squeezed(text: str) -> str:
    """A label's words as they are looked up: without white space and zero-width characters, ํา as ำ and เเ as แ."""
    return _SPACES.sub("", text).replace("\u0e4d\u0e32", "\u0e33").replace("เเ", "แ")


def read_label(line: Line, table: Mapping[str, str], *, inside: bool) -> Label | None:
    """The label that this line is, or None. `table` comes from `label_table`.

    `inside`: the line stands among labels, where a value may follow one of the format's own after white space alone;
    elsewhere only a colon parts the two, and the labels of sister encyclopedias count for nothing.
    """
    content = line.content
    if not content or line.is_item:
        return None
    if content.startswith("== ") and (marked := EXTRA_LABEL.fullmatch(content)) and (name := marked[1].strip()):
        return _label(_FIELDS.get(name, "extra"), name, line)
    if len(content) <= LABEL_LIMIT:
        field = table.get(squeezed(content).rstrip(":："))
        if field or (inside and field is not None):
            return _label(field, tidy(content), line)
    return _label_with_value(line, table, inside=inside)


def _label_with_value(line: Line, table: Mapping[str, str], *, inside: bool) -> Label | None:
    head = line.content[: LABEL_LIMIT + 1]
    if colon := _COLON.search(head):
        field = table.get(squeezed(head[: colon.start()]))
        if field or (inside and field is not None):
            return _label(field, tidy(head[: colon.start()]), line, colon.start())
    if inside:
        for space in _GAP.finditer(head):
            name = squeezed(head[: space.start()])
            if name in _FIELDS:
                return _label(_FIELDS[name], name, line, space.start())
    return None


def _label(field: str, name: str, line: Line, cut: int | None = None) -> Label:
    """`cut`: where in the line's content the label ends and its value begins, after a colon or white space."""
    value: Line | None = None
    if cut is not None:
        after = line.content[cut:].lstrip().removeprefix(":").removeprefix("：").lstrip()
        if after:
            value = line_at(line.content_end - len(after), after)
    return Label(field or "extra", name, line, value, is_known=field != "")


def tidy(text: str) -> str:
    """A label's words as they are kept: no colon at the end, one space between words."""
    return " ".join(text.rstrip(":： \t\u00a0").split())
