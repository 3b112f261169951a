"""The secret key: whatever signs something needs one; commands that only read files run without."""

from collections.abc import Sequence
from typing import Any, Final

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

_MISSING: Final = (
    "SECRET_KEY is not set. Put a long random string into the environment variable SECRET_KEY "
    "(`make secret-key` prints one), or set DEBUG=1 on your own machine."
)


def require_secret_key() -> None:
    """Raises ImproperlyConfigured where there is none: a site that cannot sign a session does not start."""
    if not _is_set():
        raise ImproperlyConfigured(_MISSING)


def check_secret_key(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001
    """A system check: commands run it first unless they declare that they need none."""
    return [] if _is_set() else [Error(_MISSING, id="encyclopedia.E001")]


def _is_set() -> bool:
    try:
        return bool(settings.SECRET_KEY)
    except ImproperlyConfigured:
        return False
