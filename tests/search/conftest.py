"""The sample entries, published once for all tests of a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from entries.services.importing import ImportOptions, run_import

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"


@pytest.fixture(scope="module")
def samples(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The entries of fixtures/, live; taken back when the module is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        run_import([FIXTURES], ImportOptions(publish=True), by=None)
        yield
        transaction.set_rollback(True)
