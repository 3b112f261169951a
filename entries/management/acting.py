"""Whose name a command's work bears: a user of the site who is named, or nobody's."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.management.base import CommandError, CommandParser


def add_user_option(parser: CommandParser) -> None:
    """Lets the command be told who acts."""
    parser.add_argument("--user", metavar="NAME", help="the user of the site in whose name this is done")


def acting_user(options: dict[str, Any]) -> AbstractBaseUser | None:
    """The user who was named, None where nobody was. Raises CommandError for a name that no active user has."""
    name = options["user"]
    if not name:
        return None
    model = get_user_model()
    user = model._default_manager.filter(**{model.USERNAME_FIELD: name}, is_active=True).first()
    if user is None:
        raise CommandError(f"--user: ไม่มีผู้ใช้ชื่อ {name} หรือบัญชีถูกปิดไว้")
    return user
