"""What an import changes, or could not change, in words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entries.models import Conflict, CrossReference, Projection, Resolution, Revision
from entries.services.revising import Revised
from entries.text.article import LABELS, Article

_WHAT = {**LABELS, "paragraphs": "คำอธิบาย", "see": "ดู", "extra": "ป้ายกำกับอื่น"}


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that a file and an editor both changed: where it is, what stood there, the editor's text, the file's."""

    place: str
    before: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    def as_text(self) -> str:
        """One line for a terminal: the place, and what to do about it."""
        return f"แก้ไขขัดกันที่{self.place} ข้อความของบรรณาธิการยังคงอยู่ ให้ตัดสินในคิว “แก้ไขขัดกัน” ของระบบจัดการ"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        return {"place": self.place, "before": self.before, "mine": self.mine, "theirs": self.theirs}


def clash(conflict: Conflict) -> Clash:
    """A conflict as a report tells it."""
    what = conflict.place["label"] or _WHAT.get(conflict.field, conflict.field)
    unit = {"paragraphs": "ย่อหน้าที่", "see": "", "body": ""}.get(conflict.field, "บรรทัดที่")
    place = f"{what} {unit} {conflict.place['index'] + 1}" if unit else what
    return Clash(place, tuple(conflict.before), tuple(conflict.ours), tuple(conflict.other))


def describe(before: Mapping[int, Revision], results: Sequence[Revised]) -> dict[int, list[str]]:
    """Phrases by entry: parts of the text that change, keywords and authors that come and go, and links.

    `before` are the latest texts as they were. To be called in the transaction that has made the changes.
    """
    told: dict[int, list[str]] = defaultdict(list)
    for result in results:
        if result.entry is None or result.latest is None:
            continue
        old = before[result.entry.pk].article if result.entry.pk in before else Article()
        told[result.entry.pk] = _text_changes(old, result.latest.article, created=result.created)
    for entry, phrase in _links([result.entry.pk for result in results if result.entry and result.revision]):
        told[entry].append(phrase)
    return told


def _text_changes(old: Article, new: Article, *, created: bool) -> list[str]:
    told = []
    changed = [_WHAT[name] for name in _WHAT if getattr(old, name) != getattr(new, name)]
    if changed and not created:
        told.append(f"แก้ไข: {', '.join(changed)}")
    for name, what in (("keywords", "คำสำคัญ"), ("authors", "ผู้เขียน")):
        came = [value for value in getattr(new, name) if value not in getattr(old, name)]
        gone = [value for value in getattr(old, name) if value not in getattr(new, name)]
        if came:
            told.append(f"{what}ที่เพิ่ม: {'; '.join(came)}")
        if gone:
            told.append(f"{what}ที่หายไป: {'; '.join(gone)}")
    return told


def _links(entries: Sequence[int]) -> list[tuple[int, str]]:
    """Where the references of these entries would lead, and whose references would lead to them."""
    own: dict[int, list[str]] = defaultdict(list)
    faces = Projection.objects.working().filter(entry__in=entries)
    rows = CrossReference.objects.filter(face__in=faces).exclude(resolution=Resolution.NONE)
    for entry, anchor, slug in rows.values_list("face__entry_id", "anchor", "target__slug"):
        own[entry].append(f"{anchor} → {slug or 'ยังไม่มีรายการ'}")
    phrases = [(entry, f"รายการโยง: {'; '.join(links)}") for entry, links in own.items()]
    back: dict[int, set[str]] = defaultdict(set)
    leading = CrossReference.objects.filter(target__in=entries, face__is_working=True)
    for target, slug in leading.values_list("target_id", "face__entry__slug"):
        if target is not None:
            back[target].add(slug)
    return phrases + [(entry, f"อ้างถึงจาก: {', '.join(sorted(slugs))}") for entry, slugs in back.items()]
