"""How the links of the encyclopedia, or of one entry, do; and what would settle the most of them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from entries.models import CrossReference, Projection, ReferenceDecision, ReferencePlace, Resolution
from entries.services.desk import SURE, Filters, orphaned, unsure
from entries.services.wanted import wanted

_ASKED = (Resolution.AMBIGUOUS, Resolution.DISAGREEING)


@dataclass(frozen=True, slots=True)
class Health:
    """How many references of working texts there are that ask for a target, and what came of them.

    `unsure` anchors and `orphaned` decisions are counted beside.
    """

    references: int
    linked: int
    wanted: int
    ambiguous: int
    disagreeing: int
    itself: int
    loop: int
    refused: int
    unsure: int
    orphaned: int

    @property
    def resolved(self) -> float:
        """The share that is linked, of those that ask; 1.0 where none does."""
        asking = self.references - self.refused
        return self.linked / asking if asking else 1.0

    def as_json(self) -> dict[str, Any]:
        """For a JSON report."""
        return {**asdict(self), "resolved": round(self.resolved, 4)}


@dataclass(frozen=True, slots=True)
class Settling:
    """A target that would settle references: `why` they are open now, how many there are, and of how many entries."""

    why: Resolution
    name: str
    key: str
    references: int
    entries: int

    def as_json(self) -> dict[str, Any]:
        """For a JSON report."""
        return {**asdict(self), "why": self.why.value}


def health(*, work: int | None = None, entry: int | None = None) -> Health:
    """How the links of all working texts do, or of those of one work or entry (ids). Three queries."""
    asking = CrossReference.objects.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE) | Q(decision__isnull=False))
    asking = asking.filter(face__is_working=True)
    if work is not None:
        asking = asking.filter(face__entry__work=work)
    if entry is not None:
        asking = asking.filter(face__entry=entry)
    counts: Mapping[str, int] = Counter(dict(asking.order_by().values_list("resolution").annotate(Count("pk"))))
    filters = Filters(work=work, entry=entry)
    return Health(
        references=sum(counts.values()),
        linked=counts[Resolution.LINKED],
        wanted=counts[Resolution.WANTED],
        ambiguous=counts[Resolution.AMBIGUOUS],
        disagreeing=counts[Resolution.DISAGREEING],
        itself=counts[Resolution.ITSELF],
        loop=counts[Resolution.LOOP],
        refused=counts[Resolution.NONE],
        unsure=unsure(filters).count(),
        orphaned=orphaned(filters).count(),
    )


def by_entry(work: int) -> QuerySet[Projection]:
    """The working faces whose links are not all settled, those with most open ones first.

    Each is annotated with how many references are `asking`, `linked`, `wanted`, `ambiguous`, `open` and `unsure`, and
    how many of its decisions are `orphaned`. One query.
    """
    asking = Q(references__starred=True) | ~Q(references__place=ReferencePlace.PROSE)
    asking |= Q(references__decision__isnull=False)
    is_open = (*_ASKED, Resolution.LOOP, Resolution.WANTED)
    vague = Q(references__starred=True, references__confidence__lt=SURE, references__dismissal=None)
    rows = Projection.objects.working().filter(entry__work=work)
    lost = ReferenceDecision.objects.orphaned().filter(entry=OuterRef("entry")).order_by().values("entry")
    counted = rows.annotate(
        orphaned=Coalesce(Subquery(lost.annotate(times=Count("pk")).values("times")), 0),
        asking=Count("references", filter=asking),
        linked=Count("references", filter=asking & Q(references__resolution=Resolution.LINKED)),
        wanted=Count("references", filter=asking & Q(references__resolution=Resolution.WANTED)),
        ambiguous=Count("references", filter=asking & Q(references__resolution__in=_ASKED)),
        open=Count("references", filter=asking & Q(references__resolution__in=is_open)),
        unsure=Count("references", filter=vague & Q(references__anchor_decision=None)),
    )
    left = Q(open__gt=0) | Q(unsure__gt=0) | Q(orphaned__gt=0)
    return counted.filter(left).order_by("-open", "-unsure", "sort_key", "entry_id")


def most_settling(*, work: int | None = None, limit: int = 10) -> list[Settling]:
    """What would settle the most references: entries to be written, and questions to be answered. Two queries."""
    found = [
        Settling(Resolution.WANTED, each.gloss or each.anchor, each.key, each.references, each.entries)
        for each in wanted(work=work)
    ]
    asked: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    rows = CrossReference.objects.filter(face__is_working=True, resolution__in=_ASKED)
    if work is not None:
        rows = rows.filter(face__entry__work=work)
    for why, key, anchor_key, gloss, anchor, entry in rows.values_list(
        "resolution", "gloss_key", "anchor_key", "gloss", "anchor", "face__entry_id"
    ):
        asked[why, key or anchor_key].append((gloss or anchor, entry))
    for (why, key), group in asked.items():
        name = Counter(name for name, _entry in group).most_common(1)[0][0]
        found.append(Settling(Resolution(why), name, key, len(group), len({entry for _name, entry in group})))
    found.sort(key=lambda each: (-each.references, -each.entries, each.why, each.key))
    return found[:limit]
