"""What stands beside an entry's form: its state, its names, where its references lead, what waits."""

from typing import Any, Final

from entries.admin.places import place_of
from entries.admin.references import asking, counts, in_passage, referring, with_passages, with_titles
from entries.models import Alias, Conflict, ConflictState, Projection, Publication, Resolution
from entries.services.link_health import health

#: What came of a reference that an editor can do something about.
_OPEN: Final = (Resolution.AMBIGUOUS, Resolution.DISAGREEING, Resolution.WANTED, Resolution.ITSELF)
_SHOWN: Final = 8


def side(face: Projection) -> dict[str, Any]:
    """The context of the side column; a fixed number of queries, whatever the text."""
    references = list(asking(face))
    unsettled = [row for state in _OPEN for row in references if row.resolution == state]
    linked = [row for row in references if row.target_id and row.target_id != face.entry_id]
    paragraphs = face.revision.article.paragraphs
    backlinks = list({row.face_id: row for row in reversed(referring(face.entry_id))}.values())[::-1]
    conflicts = Conflict.objects.filter(entry=face.entry_id, state=ConflictState.OPEN)
    keywords = list(face.keyword_uses.select_related("keyword"))
    return {
        "live": Publication.objects.filter(entry=face.entry_id, ended=None).select_related("revision").first(),
        "conflicts": [
            (conflict, place_of(conflict.field, conflict.place.get("index", 0), conflict.place.get("label", "")))
            for conflict in conflicts
        ],
        "problems": list(face.problems.filter(is_dismissed=False)),
        "aliases": list(Alias.objects.filter(entry=face.entry_id)),
        "reference_counts": counts(references),
        "unsettled": with_titles(unsettled[:_SHOWN]),
        "unsettled_left": max(len(unsettled) - _SHOWN, 0),
        "health": health(entry=face.entry_id),
        "linked": [
            {"reference": row, "target": title, "passage": in_passage(row, paragraphs)}
            for row, title in with_titles(linked[:_SHOWN])
        ],
        "linked_left": max(len(linked) - _SHOWN, 0),
        "backlinks": with_passages(backlinks[:_SHOWN]),
        "backlinks_left": max(len(backlinks) - _SHOWN, 0),
        "keywords": keywords,
        "renamed": [use for use in keywords if use.keyword.label != use.name],
    }
