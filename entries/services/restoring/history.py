"""The first line of a restored row's history."""

from collections.abc import Iterable
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model

_REASON: Final = "นำเข้าคืนจากแฟ้มส่งออก"


def begin_history(rows: Iterable[Model], *, by: AbstractBaseUser | None) -> None:
    """Notes in the history of these rows, of a model that has one, that they were restored and by whom."""
    found = list(rows)
    if found:
        model: Any = type(found[0])
        model.history.bulk_history_create(found, default_user=by, default_change_reason=_REASON)
