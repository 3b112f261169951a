"""The lines of an export: each register's columns as JSON, and back. Both directions follow from the models alone.

A column that is added to a register is exported and restored without a word here; a new register is added to a list.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, TypeAlias

from django.contrib.auth import get_user_model
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from entries.models import (
    Alias,
    Author,
    CheckSetting,
    ClassNounRow,
    Conflict,
    Entry,
    FailedQuery,
    HonorificRow,
    ImportBatch,
    Keyword,
    KindRow,
    LabelRow,
    ProblemDismissal,
    Publication,
    ReferenceDecision,
    Revision,
    SlugRedirect,
    Work,
    WorkState,
)
from entries.services.registers import NAME_LENGTH, alias_key
from entries.text.names import HonorificKind

REGISTERS: Final = "registers.jsonl"
REVISIONS: Final = "revisions.jsonl"
#: The version of the lines' form, in the first line of registers.jsonl.
VERSION: Final = 1

#: A line as JSON has it.
Row = dict[str, Any]
#: A line's columns as Python has them; links to other rows stay what the line calls them.
Values = dict[str, Any]
#: What a line calls the rows of other registers, by model and id.
Names = Mapping[type[models.Model], Mapping[int, str | int]]
Column: TypeAlias = "models.Field[Any, Any]"

_ADDRESS: Final = re.compile(r"[0-9A-Za-z\u0E00-\u0E7F-]+")
_UID: Final = re.compile(r"[0-9A-Za-z]+")
# PostgreSQL holds no NUL, and no database a surrogate.
_NO_TEXT: Final = re.compile("[\x00\ud800-\udfff]")


class LineError(ValueError):
    """A line that cannot be restored; the message says why, in Thai. Which line it is, the caller knows."""


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of line; `name` is its "type". No two rows share `key`; `derived` columns are worked out from others.

    `entry` leads to the entry that the row belongs to ("" for none). `is_public`: a live export has it too.
    """

    name: str
    model: type[models.Model]
    key: tuple[str, ...] = ()
    derived: frozenset[str] = frozenset()
    entry: str = ""
    is_public: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that a line holds: all but the number, links to accounts and batches, and derived ones."""
        apart = (get_user_model(), ImportBatch)
        return tuple(
            field
            for field in self.model._meta.concrete_fields
            if not field.primary_key and field.name not in self.derived and field.related_model not in apart
        )


WORK: Final = Register("work", Work, key=("slug",))
ENTRY: Final = Register("entry", Entry, key=("uid",))
REVISION: Final = Register("revision", Revision, entry="entry")

#: What editors have set for whole works or the whole site, and what readers missed. An entry that a line names has been
#: restored before it.
SETTINGS: Final = (
    Register("honorific", HonorificRow, key=("word",), is_public=True),
    Register("class_noun", ClassNounRow, key=("english",), is_public=True),
    Register("label", LabelRow, key=("label",), is_public=True),
    Register("kind", KindRow, key=("slug",), is_public=True),
    Register("check_setting", CheckSetting, key=("work", "kind", "code")),
    Register("failed_query", FailedQuery, key=("key",)),
)

#: What belongs to entries. A revision that one of these refers to is exported.
OF_ENTRIES: Final = (
    Register("slug_redirect", SlugRedirect, key=("slug",), entry="entry", is_public=True),
    Register("publication", Publication, key=("entry", "number"), entry="entry", is_public=True),
    Register("work_state", WorkState, entry="revision__entry"),
    Register("alias", Alias, key=("entry", "key"), entry="entry", is_public=True),
    Register("problem_dismissal", ProblemDismissal, key=("entry", "code", "words"), entry="entry"),
    Register("reference_decision", ReferenceDecision, entry="entry"),
    Register("conflict", Conflict, entry="entry"),
)

#: What owns names; the names (and the keys they are found by) are part of the owner's line.
OWNERS: Final = (
    Register("keyword", Keyword, key=("slug",), derived=frozenset({"sort_key", "letter"})),
    Register("author", Author, key=("slug",), derived=frozenset({"sort_key", "letter"})),
)

BY_TYPE: Final = {each.name: each for each in (WORK, ENTRY, REVISION, *SETTINGS, *OF_ENTRIES, *OWNERS)}


def revision_name(number: int | None, digest: str, seen: dict[str, int]) -> str | int:
    """What an entry's lines call its revision: its number, else its digest.

    The second and later ones without a number and of one text, in the order of their lines, have "-2", "-3" behind it;
    `seen` counts them, from empty for each entry.
    """
    if number is not None:
        return number
    seen[digest] = seen.get(digest, 0) + 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


# Out


def encode(register: Register, instance: models.Model, names: Names) -> Row:
    """The columns of a row; a link to a row that is not exported is null."""
    row: Row = {}
    for column in register.columns:
        value = getattr(instance, column.attname)
        if isinstance(column, models.ForeignKey):
            value = names[column.related_model].get(value)
        elif isinstance(value, datetime):
            value = value.astimezone(UTC).isoformat()
        elif isinstance(value, date):
            value = value.isoformat()
        row[column.name] = value
    return row


# And back


def decode(register: Register, row: Mapping[str, Any], *, apart: frozenset[str] = frozenset()) -> Values:
    """The columns of a line, each of its type and within its bounds. `apart` are keys of the line that are no columns.

    A column that the line lacks (an older export) has its default, where there is one. Raises LineError.
    """
    columns = register.columns
    unknown = sorted(set(row) - {column.name for column in columns} - apart)
    if unknown:
        raise LineError(f"ไม่รู้จักช่อง {', '.join(unknown)} ให้ใช้โปรแกรมรุ่นที่ส่งออกแฟ้มนี้หรือใหม่กว่า")
    values = {column.name: _read(column, row) for column in columns}
    if finish := _FINISH.get(register.model):
        finish(values)
    return values


def _read(column: Column, row: Mapping[str, Any]) -> Any:
    if column.name not in row:
        can_be_empty = column.null or (column.blank and column.empty_strings_allowed)
        if column.unique or not (column.has_default() or can_be_empty):
            raise LineError(f"ขาดช่อง {column.name}")
        return column.get_default()
    raw = row[column.name]
    if raw is None:
        if not column.null:
            raise LineError(f"ช่อง {column.name} ต้องมีค่า")
        return None
    value = _typed(column, raw)
    if not is_storable(value):
        raise LineError(f"ช่อง {column.name} มีอักขระที่ฐานข้อมูลเก็บไม่ได้")
    if isinstance(value, str):
        _check_text(column, value)
    if column.choices and value not in {choice for choice, _label in column.flatchoices}:
        raise LineError(f"ช่อง {column.name} มีค่าที่ไม่รู้จัก: {value}")
    return value


def _typed(column: Column, raw: Any) -> Any:
    """The value of this column, of its type; what a link is called is text or, for a revision, a number."""
    if isinstance(column, models.ForeignKey):
        wanted: tuple[type, ...] = (int, str) if column.related_model is Revision else (str,)
    elif isinstance(column, models.DateField):
        return _moment(column, raw) if isinstance(column, models.DateTimeField) else _day(column, raw)
    elif isinstance(column, models.BooleanField):
        wanted = (bool,)
    elif isinstance(column, models.IntegerField):
        wanted = (int,)
    elif isinstance(column, models.JSONField):
        wanted = (type(column.get_default()),)
    else:
        wanted = (str,)
    if type(raw) not in wanted or (isinstance(raw, list) and not all(isinstance(item, str) for item in raw)):
        raise LineError(f"ช่อง {column.name} มีค่าผิดชนิด: {raw!r:.80}")
    if isinstance(column, models.IntegerField):
        least, greatest = BaseDatabaseOperations.integer_field_ranges[column.get_internal_type()]
        if not least <= raw <= greatest:
            raise LineError(f"ช่อง {column.name} ต้องอยู่ระหว่าง {least} ถึง {greatest}: {raw}")
    return raw


def _moment(column: Column, raw: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(raw)
    except (TypeError, ValueError) as error:
        raise LineError(f"ช่อง {column.name} ไม่ใช่วันเวลา: {raw!r:.80}") from error
    if moment.tzinfo is None:
        raise LineError(f"ช่อง {column.name} ขาดเขตเวลา เช่น +00:00")
    return moment


def _day(column: Column, raw: Any) -> date:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError) as error:
        raise LineError(f"ช่อง {column.name} ไม่ใช่วันที่: {raw!r:.80}") from error


def _check_text(column: Column, value: str) -> None:
    if column.max_length is not None and len(value) > column.max_length:
        raise LineError(f"ช่อง {column.name} ยาวเกิน {column.max_length} อักขระ")
    pattern = {"slug": _ADDRESS, "uid": _UID}.get(column.name)
    if isinstance(column, models.SlugField):
        pattern = None
    if pattern and not pattern.fullmatch(value):
        raise LineError(f"ช่อง {column.name} ใช้เป็นที่อยู่ไม่ได้: {value}")


def is_storable(value: Any) -> bool:
    """Whether a database can hold every string in a value of JSON."""
    if isinstance(value, str):
        return _NO_TEXT.search(value) is None
    if isinstance(value, dict):
        return all(is_storable(key) and is_storable(inner) for key, inner in value.items())
    return all(map(is_storable, value)) if isinstance(value, list) else True


def _finish_alias(values: Values) -> None:
    # The key of a name that was cut to its column's length is of the whole name, which only the line knows.
    if len(values["name"]) < NAME_LENGTH:
        values["key"] = alias_key(values["name"])


def _check_honorific(values: Values) -> None:
    if values["kind"] not in set(HonorificKind):
        raise LineError(f"ช่อง kind มีค่าที่ไม่รู้จัก: {values['kind']}")


_FINISH: Final[Mapping[type[models.Model], Callable[[Values], None]]] = {
    Alias: _finish_alias,
    HonorificRow: _check_honorific,
}
