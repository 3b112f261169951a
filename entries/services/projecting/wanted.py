"""Which faces entries should have, from their revisions, publications and states."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from entries.models import Entry, Projection, Publication, PublicState, Revision, Stage, WorkState


@dataclass(slots=True)
class Face:
    """A face that an entry should have."""

    entry: Entry
    revision: Revision
    is_working: bool
    is_live: bool
    public_state: PublicState
    stage: Stage

    @property
    def flags(self) -> dict[str, object]:
        """The columns that change without the text changing."""
        return {
            "is_working": self.is_working,
            "is_live": self.is_live,
            "public_state": self.public_state,
            "stage": self.stage,
        }


def wanted_faces(entries: Mapping[int, Entry]) -> Iterator[Face]:
    """The faces of these entries: four queries, whatever their number."""
    latest = {
        revision.entry_id: revision
        for revision in Revision.objects.filter(entry__in=entries).latest_of_each().select_related("entry")
    }
    current = Publication.objects.filter(entry__in=entries, ended=None).select_related("revision")
    live = {publication.entry_id: publication.revision for publication in current}
    ever = set(Publication.objects.filter(entry__in=entries).values_list("entry_id", flat=True))
    stages = _stages([revision.pk for revision in latest.values()])
    for pk, entry in entries.items():
        state = PublicState.LIVE if pk in live else PublicState.WITHDRAWN if pk in ever else PublicState.NEVER
        revision = latest.get(pk)
        if revision is not None and entry.set_aside is None:
            is_live = pk in live and live[pk].pk == revision.pk
            stage = Stage.NONE if is_live else stages.get(revision.pk, Stage.DRAFT)
            yield Face(entry, revision, True, is_live, state, stage)
        if pk in live and (revision is None or live[pk].pk != revision.pk):
            yield Face(entry, live[pk], False, True, state, Stage.NONE)


def _stages(revisions: Sequence[int]) -> dict[int, Stage]:
    rows = WorkState.objects.filter(revision__in=revisions).order_by("at", "pk").values_list("revision_id", "state")
    return {revision: Stage(state) for revision, state in rows}


def differs(row: Projection, face: Face) -> bool:
    """Whether a face that is there has other flags than it should."""
    return any(getattr(row, column) != value for column, value in face.flags.items())
