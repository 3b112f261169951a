"""Which entries an import may make public, and why it leaves others as they are."""

from collections.abc import Iterator, Sequence

from django.db.models import Q

from entries.models import Entry, Origin, Publication, Revision, Stage, WorkState

#: Origins of revisions that a person made by hand.
_HUMAN = (Origin.EDIT, Origin.RESTORE, Origin.FIX)
_ASIDE = "รายการถูกพักไว้"
_WITHDRAWN = "บรรณาธิการถอนรายการจากการเผยแพร่"
_UNPUBLISHED = "บรรณาธิการมีงานที่ยังไม่เผยแพร่"
_RETURNED = "บรรณาธิการส่งข้อความนี้กลับให้แก้ไข"


def left_unpublished(latest: Sequence[Revision]) -> dict[int, str]:
    """Of the entries with these latest texts, those that only a person may make public, by id, each with the reason."""
    entries = [revision.entry_id for revision in latest]
    return (
        dict.fromkeys(_returned(latest), _RETURNED)
        | dict.fromkeys(with_unpublished_work(entries), _UNPUBLISHED)
        | dict.fromkeys(_withdrawn(entries), _WITHDRAWN)
        | dict.fromkeys(_set_aside(entries), _ASIDE)
    )


def with_unpublished_work(entries: Sequence[int]) -> set[int]:
    """Entries whose main line has a revision of a person's, or a merge of one, after the one that readers see."""
    live = dict(Publication.objects.filter(entry__in=entries, ended=None).values_list("entry_id", "revision__number"))
    of_a_person = Q(origin__in=_HUMAN) | Q(merged__origin__in=_HUMAN)
    rows = Revision.objects.main_line().filter(of_a_person, entry__in=entries).values_list("entry_id", "number")
    return {entry for entry, number in rows if (number or 0) > (live.get(entry) or 0)}


def _set_aside(entries: Sequence[int]) -> Iterator[int]:
    yield from Entry.objects.filter(pk__in=entries).exclude(set_aside=None).values_list("pk", flat=True)


def _withdrawn(entries: Sequence[int]) -> set[int]:
    """Entries that a person withdrew: not by undoing the import that had published them."""
    last: dict[int, bool] = {}
    rows = Publication.objects.filter(entry__in=entries).order_by("entry_id", "number")
    for entry, ended, batch, undone in rows.values_list("entry_id", "ended", "batch_id", "batch__undone"):
        last[entry] = ended is not None and (batch is None or undone is None)
    return {entry for entry, is_withdrawn in last.items() if is_withdrawn}


def _returned(latest: Sequence[Revision]) -> set[int]:
    """Entries whose latest text somebody sent back to its author."""
    of_revision = {revision.pk: revision.entry_id for revision in latest}
    rows = WorkState.objects.filter(revision__in=of_revision).order_by("at", "pk")
    stages = dict(rows.values_list("revision_id", "state"))  # the last of each
    return {of_revision[revision] for revision, stage in stages.items() if stage == Stage.RETURNED}
