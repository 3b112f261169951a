"""Names that may be meant by a query that is none: they sound like it, or share most of its letters."""

from django.db.models import QuerySet

from entries.models import Projection
from entries.search.resembling import names_within, resembling_names
from entries.search.sounds import Near, near_names


def near(query: str, faces: QuerySet[Projection], *, limit: int) -> list[Near]:
    """The names of these faces that are most like the query, the likest first, each once."""
    found = {one.name: one for one in resembling_names(query, faces, limit=limit)}
    for one in (*names_within(query, faces, limit=limit), *near_names(query, faces, limit=limit)):
        other = found.get(one.name)
        if other is None or one.score >= other.score:
            found[one.name] = one
    return sorted(found.values(), key=lambda one: (-one.score, one.rank, one.name))[:limit]
