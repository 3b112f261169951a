"""Who does something: a user, or nobody, with the name kept beside the link so that it outlives the account."""

from typing import TypedDict

from django.contrib.auth.models import AbstractBaseUser


class Signature(TypedDict):
    """The two columns that every act bears."""

    by: AbstractBaseUser | None
    by_name: str


def signature(user: AbstractBaseUser | None) -> Signature:
    """The columns `by` and `by_name` for an act of this user."""
    if user is None:
        return {"by": None, "by_name": ""}
    full_name = getattr(user, "get_full_name", user.get_username)()
    return {"by": user, "by_name": (full_name or user.get_username())[:150]}
