"""Many rows at once, at little cost: what is written for hundreds of faces has tens of thousands of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Adds rows to a table in one statement; `columns` are fields' names, a foreign key's value is a number.

    What `bulk_create` does beside, it does not: no defaults are filled in, and no numbers come back.
    """
    fields = _fields(model, columns)
    values = _converted(fields, rows)
    if not values:
        return
    table, names = model._meta.db_table, ", ".join(connection.ops.quote_name(_column(field)) for field in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(fields))})", values)


def update(rows: Sequence[models.Model], columns: Sequence[str]) -> None:
    """Writes these columns of rows that stand in the database, all of one table, in one statement."""
    if not rows:
        return
    fields = _fields(type(rows[0]), columns)
    assigned = ", ".join(f"{connection.ops.quote_name(_column(field))} = %s" for field in fields)
    values = _converted(fields, ([getattr(row, field.attname) for field in fields] for row in rows))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {rows[0]._meta.db_table} SET {assigned} WHERE id = %s",
            [(*value, row.pk) for value, row in zip(values, rows, strict=True)],
        )


def _fields(model: type[models.Model], columns: Sequence[str]) -> "list[models.Field[Any, Any]]":
    by_name = {field.name: field for field in model._meta.concrete_fields}
    return [by_name[column] for column in columns]


def _column(field: "models.Field[Any, Any]") -> str:
    assert field.column
    return field.column


def _converted(fields: "Sequence[models.Field[Any, Any]]", rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """The rows as the database takes them: of the columns that projections have, only JSON is another thing there."""
    json = [index for index, field in enumerate(fields) if isinstance(field, models.JSONField)]
    if not json:
        return list(rows)
    converted: list[Sequence[Any]] = []
    for row in rows:
        values = list(row)
        for index in json:
            values[index] = fields[index].get_db_prep_save(values[index], connection)
        converted.append(values)
    return converted
