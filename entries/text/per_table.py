"""What is worked out from a table that editors extend, once for the table and not once for each article."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Final, TypeVar

Row = TypeVar("Row")
Made = TypeVar("Made")

#: Of so many tables at once what was made is kept: the default one, and the one in force.
_KEPT: Final = 8


def once_per_table(make: Callable[[Sequence[Row]], Made]) -> Callable[[Sequence[Row]], Made]:
    """Makes `make` remember what it gave for a table.

    A table is known by its identity, for to compare a thousand rows would cost more than is saved; so only tuples,
    which cannot change, are remembered.
    """
    made: dict[int, tuple[Sequence[Row], Made]] = {}

    @wraps(make)
    def remembering(table: Sequence[Row]) -> Made:
        if not isinstance(table, tuple):
            return make(table)
        found = made.get(id(table))
        if found is None:
            if len(made) >= _KEPT:
                made.clear()
            # The table is kept beside it, so that no other can come to have its identity.
            found = made[id(table)] = (table, make(table))
        return found[1]

    return remembering
