"""Misspelt and transliterated names among ten thousand others; the queries were written before anything was tuned.

Those of held_out.tsv and fresh.tsv were never looked at while anything was.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from entries.models import Projection
from entries.search.ranking import Place
from entries.services.searching import search, suggest
from tests.search.distractors import distractors
from tests.search.paging import enter
from tests.texts import article

pytestmark = [pytest.mark.django_db, pytest.mark.once]
_FILES = ("meant.tsv", "held_out.tsv", "fresh.tsv")
_NAMES_AN_ENTRY = 50


def rows(*files: str) -> list[tuple[str, str, list[str]]]:
    """Headword, Thai title, queries."""
    lines = [
        line.split("\t")
        for file in files
        for line in Path(__file__).with_name(file).read_text("utf-8").split("\n")
        if line and not line.startswith("#")
    ]
    return [("" if headword == "-" else headword, title, queries.split("; ")) for headword, title, queries in lines]


@pytest.fixture(scope="module")
def ten_thousand_names(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The names that are meant, an entry each, and the others, which bear no prose."""
    others = distractors()
    with django_db_blocker.unblock(), transaction.atomic():
        enter(*(article(headword, title, ce=()) for headword, title, _queries in rows(*_FILES)))
        for start in range(0, len(others), _NAMES_AN_ENTRY):
            chunk = others[start : start + _NAMES_AN_ENTRY]
            names = tuple(headword for headword, _title in chunk)
            titles = tuple(dict.fromkeys(title for _headword, title in chunk))
            enter(article("X", "X", "ไม่มี", ce=()).replace(headwords=names, thai_titles=titles))
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("file", _FILES)
def test_the_right_answer_is_among_the_first_five(ten_thousand_names: None, file: str) -> None:
    missed, asked = [], 0
    for _headword, title, queries in rows(file):
        for query in queries:
            asked += 1
            if title not in [result.face.thai_title for result in search(query, size=5).results]:
                missed.append(query)
    assert asked >= 120
    assert len(missed) <= 0.05 * asked, missed


def test_an_exact_name_is_always_first(ten_thousand_names: None) -> None:
    for headword, title, _queries in rows(*_FILES):
        for query in filter(None, (headword, title)):
            first = search(query, size=5).results[0]
            assert (first.face.thai_title, first.place) == (title, Place.EXACT_NAME), query


def test_suggestions_offer_it_too(ten_thousand_names: None) -> None:
    asked = [(title, query) for _headword, title, queries in rows("meant.tsv") for query in queries][::3]
    missed = [query for title, query in asked if title not in [one.face.thai_title for one in suggest(query)]]
    assert len(missed) <= 0.05 * len(asked), missed
    assert Projection.objects.live().count() > 100
