"""Column types of our own."""

import json
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

#: Keys are cut at this many code points, so that an index of PostgreSQL can hold any of them.
KEY_LENGTH = 240


class KeyField(models.CharField):
    """A key to compare and sort by code points: the same order on every database, whatever its locale."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", KEY_LENGTH)
        super().__init__(*args, **kwargs)

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """Adds the collation where the database's own would sort otherwise."""
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


@KeyField.register_lookup
class Among(models.Lookup):  # type: ignore[type-arg]  # no subscript when running
    """`key__among=keys`: like `key__in`, for tens of thousands of keys, which go as one parameter."""

    lookup_name = "among"

    def get_prep_lookup(self) -> list[str]:
        """The keys as a list."""
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        """The condition: against an array on PostgreSQL, against a list in JSON on SQLite."""
        column, parameters = self.process_lhs(compiler, connection)
        if connection.vendor == "postgresql":
            return f"{column} = ANY(%s)", [*parameters, self.rhs]
        return f"{column} IN (SELECT value FROM json_each(%s))", [*parameters, json.dumps(self.rhs)]
