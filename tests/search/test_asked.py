"""What readers type for the sample entries: words glued, left out, too many or misspelt; among ten thousand names.

The queries of held_out_asked.tsv are of other entries, and were never looked at while anything was tuned; those of
fresh_asked.tsv were written later, before what they missed was mended.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from entries.services.searching import search
from tests.search.distractors import distractors
from tests.search.paging import enter
from tests.texts import article

pytestmark = [pytest.mark.django_db, pytest.mark.once]
_NAMES_AN_ENTRY = 50


@pytest.fixture(scope="module")
def among_ten_thousand_names(samples: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The sample entries and ten thousand names; they go with the sample entries."""
    others = distractors()
    with django_db_blocker.unblock():
        for start in range(0, len(others), _NAMES_AN_ENTRY):
            chunk = others[start : start + _NAMES_AN_ENTRY]
            names = tuple(headword for headword, _title in chunk)
            titles = tuple(dict.fromkeys(title for _headword, title in chunk))
            enter(article("X", "X", "ไม่มี", ce=()).replace(headwords=names, thai_titles=titles))
        yield


@pytest.mark.parametrize(("file", "least"), [("asked.tsv", 100), ("held_out_asked.tsv", 100), ("fresh_asked.tsv", 100)])
def test_the_right_answer_is_among_the_first_five(among_ten_thousand_names: None, file: str, least: int) -> None:
    lines = Path(__file__).with_name(file).read_text("utf-8").split("\n")
    missed, asked = [], 0
    for slug, queries in (line.split("\t") for line in lines if line and not line.startswith("#")):
        for query in queries.split("; "):
            asked += 1
            if slug not in [result.face.entry.slug for result in search(query, size=5).results]:
                missed.append(query)
    assert asked >= least
    assert len(missed) <= 0.05 * asked, missed


def test_nothing_is_found_for_what_is_not_there(among_ten_thousand_names: None) -> None:
    assert search("ไม่มีคำนี้ในสารานุกรม").results == ()
