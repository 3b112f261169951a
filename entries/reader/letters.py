"""Letters of the indexes with how many stand under each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

THAI: Final = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ"
LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: What addresses say for the two letters of `text.thai.first_letter` that cannot stand in one.
_IN_ADDRESS: Final = {"0": "0-9", "": "other"}
_IN_FIELD: Final = {address: field for field, address in _IN_ADDRESS.items()}


@dataclass(frozen=True, slots=True)
class LetterCount:
    """A letter of an index: how it is shown, what addresses say for it, and how many stand under it."""

    name: str
    address: str
    count: int


def letter_field(address: str) -> str:
    """A letter as columns hold it, from an address: "0-9" is "0", "other" is ""."""
    return _IN_FIELD.get(address, address)


def letter_address(field: str) -> str:
    """What addresses say for a letter as columns hold it."""
    return _IN_ADDRESS.get(field, field)


def name_of(address: str) -> str:
    """What a page calls a letter."""
    return _("อื่น ๆ") if address == "other" else "0–9" if address == "0-9" else address


def letter_counts(queryset: QuerySet[Any], column: str, letters: Iterable[str] = THAI) -> list[LetterCount]:
    """All of `letters`, in order, then whatever else the column holds; in one query."""
    counts = dict(queryset.order_by().values_list(column).annotate(Count("pk")))
    fixed = tuple(letters)
    rest = [letter for letter in ("0", *LATIN, "") if letter in counts and letter not in fixed]
    addresses = [(letter, letter_address(letter)) for letter in (*fixed, *rest)]
    return [LetterCount(name_of(address), address, counts.get(letter, 0)) for letter, address in addresses]
