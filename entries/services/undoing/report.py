"""What came of undoing an import: a line an entry, with totals."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Effect(TextChoices):
    """What undoing did with an entry."""

    RESTORED = "restored", _("กลับเป็นอย่างเดิม")
    WITHDRAWN = "withdrawn", _("ถอนจากการเผยแพร่")
    SET_ASIDE = "set_aside", _("พักไว้")
    LEFT = "left", _("คงไว้")


@dataclass(frozen=True, slots=True)
class UndoneEntry:
    """What undoing did with one entry. `reason` says in Thai why it was left; `revision` is the new text's number."""

    slug: str
    uid: str
    title: str
    paths: tuple[str, ...]
    effect: Effect
    reason: str = ""
    revision: int | None = None

    def as_text(self) -> str:
        """One line for a terminal."""
        told = f": {self.reason}" if self.reason else ""
        return f"{self.effect.value:<9}  {self.slug}  {self.title}{told}"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        return {
            "effect": self.effect.value,
            "slug": self.slug,
            "uid": self.uid,
            "title": self.title,
            "paths": list(self.paths),
            "reason": self.reason,
            "revision": self.revision,
        }


@dataclass(slots=True)
class UndoReport:
    """What came of undoing a batch (its number): every entry that the batch had changed or published."""

    batch: int
    source: str
    entries: list[UndoneEntry] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many entries each effect concerns, every effect named."""
        counted = Counter(entry.effect for entry in self.entries)
        return {effect.value: counted[effect] for effect in Effect}

    @property
    def is_all_left(self) -> bool:
        """Whether there were entries, and every one had to be left."""
        return bool(self.entries) and all(entry.effect is Effect.LEFT for entry in self.entries)

    def totals(self) -> str:
        """The totals in one line."""
        if self.is_all_left:
            return f"ไม่ได้ยกเลิกสิ่งใดของชุดที่ {self.batch}: คงไว้ทั้ง {len(self.entries)} รายการ ตามเหตุผลที่แต่ละรายการ"
        told = ", ".join(f"{effect.label} {self.counts[effect.value]}" for effect in Effect)
        return f"ยกเลิกการนำเข้าชุดที่ {self.batch} แล้ว {len(self.entries)} รายการ: {told}"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        entries = [entry.as_json() for entry in self.entries]
        return {"batch": self.batch, "source": self.source, "counts": self.counts, "entries": entries}
