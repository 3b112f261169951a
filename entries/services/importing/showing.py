"""Which entries an import may make public, and why it leaves others as they are."""

from collections.abc import Mapping, Sequence

from django.db.models import Q

from entries.models import Origin, Publication, Revision, Stage, WorkState
from entries.services.undoing import was_taken_back

#: Origins of revisions that a person made by hand.
_HUMAN = (Origin.EDIT, Origin.RESTORE, Origin.FIX)
_ASIDE = "รายการถูกพักไว้"
_WITHDRAWN = "บรรณาธิการถอนรายการจากการเผยแพร่"
_UNPUBLISHED = "บรรณาธิการมีงานที่ยังไม่เผยแพร่"
_RETURNED = "บรรณาธิการส่งข้อความนี้กลับให้แก้ไข"


def left_unpublished(latest: Sequence[Revision]) -> dict[int, str]:
    """Of the entries with these latest texts, those that only a person may make public, by id, each with the reason.

    The texts are to have been fetched with their entries.
    """
    entries = [revision.entry_id for revision in latest]
    newest: dict[int, Publication] = {}
    for shown in (
        Publication.objects.filter(entry__in=entries)
        .order_by("entry_id", "number")
        .select_related("batch", "revision")
        .defer("batch__unchanged", "revision__text")
    ):
        newest[shown.entry_id] = shown
    live = {entry: shown.revision.number or 0 for entry, shown in newest.items() if shown.ended is None}
    return (
        dict.fromkeys(_returned(entries, live), _RETURNED)
        | dict.fromkeys(_with_unpublished_work(entries, live), _UNPUBLISHED)
        | dict.fromkeys((entry for entry, shown in newest.items() if _is_withdrawn(shown)), _WITHDRAWN)
        | {revision.entry_id: _ASIDE for revision in latest if revision.entry.set_aside}
    )


def _with_unpublished_work(entries: Sequence[int], live: Mapping[int, int]) -> set[int]:
    """Entries whose main line has a revision of a person's, or a merge of one, after the one that readers see."""
    of_a_person = Q(origin__in=_HUMAN) | Q(merged__origin__in=_HUMAN)
    rows = Revision.objects.main_line().filter(of_a_person, entry__in=entries).values_list("entry_id", "number")
    return {entry for entry, number in rows if (number or 0) > live.get(entry, 0)}


def _is_withdrawn(newest: Publication) -> bool:
    """Whether a person withdrew the entry: not by taking back what the import that had published it did to it."""
    return newest.ended is not None and not was_taken_back(newest.batch, newest.entry_id)


def _returned(entries: Sequence[int], live: Mapping[int, int]) -> set[int]:
    """Entries of which the last review since the text that readers see sent a text back to its author."""
    rows = WorkState.objects.filter(revision__entry__in=entries, revision__number__isnull=False).order_by("at", "pk")
    reviewed = rows.values_list("revision__entry_id", "revision__number", "state")
    stages = {entry: stage for entry, number, stage in reviewed if (number or 0) > live.get(entry, 0)}
    return {entry for entry, stage in stages.items() if stage == Stage.RETURNED}
