"""What an import changes, or could not change, in words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entries.models import Conflict, CrossReference, Entry, Projection, Resolution, Revision
from entries.services.revising import Revised
from entries.text.article import LABELS, Article

_WHAT = {**LABELS, "paragraphs": "คำอธิบาย", "see": "ดู", "extra": "ป้ายกำกับอื่น"}


#: Entries whose links are looked up together.
_PART: Final = 500


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that a file and an editor both changed: where it is, what stood there, the editor's text, the file's."""

    place: str
    before: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    def as_text(self) -> str:
        """One line for a terminal: the place, and what to do about it."""
        return f"แก้ไขขัดกันที่{self.place} ข้อความที่อยู่ในรายการคงเดิม ให้ตัดสินในคิว “แก้ไขขัดกัน” ของระบบจัดการ"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        return {"place": self.place, "before": self.before, "mine": self.mine, "theirs": self.theirs}


def clash(conflict: Conflict) -> Clash:
    """A conflict as a report tells it."""
    what = conflict.place["label"] or _WHAT.get(conflict.field, conflict.field)
    unit = {"paragraphs": "ย่อหน้าที่", "see": "", "body": ""}.get(conflict.field, "บรรทัดที่")
    place = f"{what} {unit} {conflict.place['index'] + 1}" if unit else what
    return Clash(place, tuple(conflict.before), tuple(conflict.ours), tuple(conflict.other))


class Foretold:
    """What a rehearsed import would change, by entry: each part of a text with its chunk, links after the last one.

    `begin` is to be called before the entries are changed, `describe` afterwards, `links` at the end.
    """

    def __init__(self) -> None:
        self._before: dict[int, _Links] = {}

    def begin(self, entries: Sequence[int]) -> None:
        """Keeps the links of these entries as they are."""
        links = _links([entry for entry in entries if entry not in self._before])
        self._before.update(links)

    def describe(self, before: Mapping[int, Revision], results: Sequence[Revised]) -> dict[int, list[str]]:
        """Phrases by entry: parts of the text that change, keywords and authors that come and go.

        `before` are the latest texts as they were.
        """
        told: dict[int, list[str]] = {}
        for result in results:
            if result.entry is None or result.latest is None:
                continue
            self._before.setdefault(result.entry.pk, _Links())
            old = before[result.entry.pk].article if result.entry.pk in before else Article()
            told[result.entry.pk] = _text_changes(old, result.latest.article, created=result.created)
        return told

    def describe_new(self, revisions: Mapping[int, Revision]) -> dict[int, list[str]]:
        """The same of entries that came whole from an export, with their latest texts."""
        self._before.update({entry: _Links() for entry in revisions})
        return {
            entry: _text_changes(Article(), revision.article, created=True) for entry, revision in revisions.items()
        }

    def links(self) -> dict[str, tuple[str, ...]]:
        """Phrases by the address of the entry: links, own ones and those of others, that come and go."""
        told: dict[str, tuple[str, ...]] = {}
        entries = list(self._before)
        for part in (entries[start : start + _PART] for start in range(0, len(entries), _PART)):
            now = _links(part)
            slugs = dict(Entry.objects.filter(pk__in=part).values_list("pk", "slug"))
            for entry in part:
                told[slugs[entry]] = tuple(_link_changes(self._before[entry], now[entry]))
        return told


@dataclass(frozen=True, slots=True)
class _Links:
    """Where the references of an entry lead, as told; and the addresses of the entries that lead to it."""

    own: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()


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


def _links(entries: Sequence[int]) -> dict[int, _Links]:
    own: dict[int, set[str]] = defaultdict(set)
    faces = Projection.objects.working().filter(entry__in=entries)
    rows = CrossReference.objects.filter(face__in=faces).exclude(resolution=Resolution.NONE)
    for entry, anchor, slug in rows.values_list("face__entry_id", "anchor", "target__slug"):
        own[entry].add(f"{anchor} → {slug or 'ยังไม่มีรายการ'}")
    back: dict[int, set[str]] = defaultdict(set)
    leading = CrossReference.objects.filter(target__in=entries, face__is_working=True)
    for target, slug in leading.values_list("target_id", "face__entry__slug"):
        if target is not None:
            back[target].add(slug)
    return {entry: _Links(frozenset(own[entry]), frozenset(back[entry])) for entry in entries}


def _link_changes(before: _Links, now: _Links) -> Iterator[str]:
    for what, found in (
        ("รายการโยงที่เพิ่ม: ", now.own - before.own),
        ("รายการโยงที่หายไป: ", before.own - now.own),
    ):
        if found:
            yield what + "; ".join(sorted(found))
    for what, found in (
        ("จะมีการอ้างถึงจาก: ", now.back - before.back),
        ("จะไม่มีการอ้างถึงอีกจาก: ", before.back - now.back),
    ):
        if found:
            yield what + ", ".join(sorted(found))
