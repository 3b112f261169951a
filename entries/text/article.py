"""An entry's text as a value: the one thing that authors write, editors change and revisions keep."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Final

#: The labels of the source format (docs/source-format.md), by the field they hold.
LABELS: Final[dict[str, str]] = {
    "headwords": "คำตั้ง",
    "thai_titles": "คำเทียบ",
    "keywords": "คำสำคัญ",
    "see_also": "ดูเพิ่มเติม",
    "periods_ce": "ช่วงเวลาระบุเป็นคริสต์ศักราช",
    "periods_be": "ช่วงเวลาระบุเป็นพุทธศักราช",
    "media": "มัลติมีเดียประกอบ",
    "authors": "ผู้เขียนคำอธิบาย",
    "bibliography": "บรรณานุกรมคำตั้ง",
    "sources": "แหล่งอ้างอิง",
}

#: Fields whose values the canonical form writes with "- " before each; the others stand bare on their lines.
DASHED: Final[frozenset[str]] = frozenset({"keywords", "see_also", "media"})

#: What a body that is only a see-entry opens with.
SEE: Final = "ดู "

#: A see-entry's target is never longer than this many code points: what is longer is prose.
SEE_LIMIT: Final = 200

#: How the canonical form marks a label that is not one of LABELS.
EXTRA_LABEL: Final = re.compile(r"== (.+) ==")

_KNOWN_LABELS: Final = frozenset(LABELS.values())
# C0 and C1 controls but for TAB, and surrogates, which no UTF-8 file can hold. A line break is looked at apart.
_REFUSED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class ArticleError(ValueError):
    """A value that the canonical form could not give back: `field` and `index` say where, `reason` why (in Thai)."""

    def __init__(self, field: str, index: int | None, reason: str) -> None:
        self.field = field
        self.index = index
        self.reason = reason
        place = field if index is None else f"{field}[{index}]"
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A label that is not the format's own, with its values in order."""

    label: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One entry's text, without the years in its headwords and titles and without the indent of its paragraphs.

    Every field but `see` and `extra` is a tuple of strings as written. The first headword and the first Thai title
    are the primary ones, the first paragraph is the lead. `see` is the target of a see-entry ("" for any other) and
    excludes prose. A paragraph may hold line breaks but no blank line; nothing else may hold one.

    Raises ArticleError for a value that the canonical form could not give back exactly.
    """

    headwords: tuple[str, ...] = ()
    thai_titles: tuple[str, ...] = ()
    periods_ce: tuple[str, ...] = ()
    periods_be: tuple[str, ...] = ()
    see: str = ""
    paragraphs: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    bibliography: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    extra: tuple[ExtraField, ...] = ()

    def __post_init__(self) -> None:
        for field, index, reason in self._refusals():
            raise ArticleError(field, index, reason)

    def _refusals(self) -> Iterator[tuple[str, int | None, str]]:
        for field in LABELS:
            for index, value in enumerate(getattr(self, field)):
                if reason := refused_item(value, dashed=field in DASHED):
                    yield field, index, reason
        for index, paragraph in enumerate(self.paragraphs):
            if reason := refused_paragraph(paragraph):
                yield "paragraphs", index, reason
        yield from self._see_refusals()
        yield from self._extra_refusals()

    def _see_refusals(self) -> Iterator[tuple[str, int | None, str]]:
        if self.see:
            if reason := refused_item(self.see, dashed=True):
                yield "see", None, reason
            if len(self.see) > SEE_LIMIT:
                yield "see", None, f"รายการโยงยาวเกิน {SEE_LIMIT} อักขระ"
            if self.paragraphs:
                yield "see", None, "รายการที่มีคำอธิบายเป็นรายการโยงไม่ได้"
        elif len(self.paragraphs) == 1 and is_see_line(self.paragraphs[0]):
            yield "paragraphs", 0, "คำอธิบายที่มีเพียง “ดู …” คือรายการโยง ให้ระบุในช่อง “ดู”"

    def _extra_refusals(self) -> Iterator[tuple[str, int | None, str]]:
        seen: set[str] = set()
        for index, extra in enumerate(self.extra):
            if reason := refused_item(extra.label, dashed=False):
                yield "extra", index, reason
            if extra.label in seen:
                yield "extra", index, f"ป้ายกำกับ “{extra.label}” ซ้ำกัน"
            seen.add(extra.label)
            for value in extra.values:
                if reason := refused_item(value, dashed=True):
                    yield "extra", index, reason

    def replace(self, **changes: object) -> "Article":
        """This article with some fields changed; raises ArticleError as the constructor does."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def headword(self) -> str:
        """The primary headword, or "" where there is none."""
        return self.headwords[0] if self.headwords else ""

    @property
    def thai_title(self) -> str:
        """The primary Thai title, or "" where there is none."""
        return self.thai_titles[0] if self.thai_titles else ""

    @property
    def title(self) -> str:
        """What a list calls this entry: its Thai title, else its headword."""
        return self.thai_title or self.headword

    @property
    def lead(self) -> str:
        """The first paragraph, or ""."""
        return self.paragraphs[0] if self.paragraphs else ""

    @property
    def is_see_entry(self) -> bool:
        """Whether the whole body only leads to another entry."""
        return bool(self.see)


FIELD_NAMES: Final[tuple[str, ...]] = tuple(field.name for field in fields(Article))


def is_see_line(paragraph: str) -> bool:
    """Whether a body of this one paragraph would be read as a see-entry."""
    return paragraph.startswith(SEE) and "\n" not in paragraph and len(paragraph) <= len(SEE) + SEE_LIMIT


def is_label_line(line: str) -> bool:
    """Whether the canonical form would read this line as a label."""
    return line in _KNOWN_LABELS or EXTRA_LABEL.fullmatch(line) is not None


def refused_item(value: str, *, dashed: bool) -> str:
    """Why a list item cannot be written ("" when it can): empty, padded, a lone dash, a line break, a control, a label.

    `dashed`: the item is written after "- ", where a label's words are harmless.
    """
    if not value or value != value.strip():
        return "ค่าว่างหรือมีช่องว่างหน้าหลัง"
    if value == "-":
        return "“-” หมายถึงไม่มีค่า จึงใช้เป็นค่าไม่ได้"
    if "\n" in value:
        return "ค่าหนึ่งต้องอยู่ในบรรทัดเดียว"
    if match := _REFUSED.search(value):
        return f"มีอักขระควบคุม U+{ord(match[0]):04X}"
    if not dashed and is_label_line(value):
        return f"“{value[:60]}” เป็นป้ายกำกับของรูปแบบต้นฉบับ"
    return ""


def refused_paragraph(paragraph: str) -> str:
    """Why a paragraph cannot be written ("" when it can)."""
    if not paragraph or paragraph != paragraph.strip():
        return "ย่อหน้าว่างหรือมีช่องว่างหน้าหลัง"
    if match := _REFUSED.search(paragraph):
        return f"มีอักขระควบคุม U+{ord(match[0]):04X}"
    for line in paragraph.split("\n"):
        if not line.strip():
            return "ย่อหน้าเดียวมีบรรทัดว่างคั่น ให้แยกเป็นสองย่อหน้า"
        if is_label_line(line):
            return f"บรรทัด “{line[:60]}” เป็นป้ายกำกับของรูปแบบต้นฉบับ"
    return ""


def strip_items(values: Iterable[str]) -> tuple[str, ...]:
    """Values with surrounding white space off, the empty ones and lone dashes left out."""
    stripped = (value.strip() for value in values)
    return tuple(value for value in stripped if value and value != "-")
