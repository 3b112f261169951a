"""The same entries in the same order on every database: one list of queries with the answers of the sample entries."""

from pathlib import Path

import pytest

from entries.services import searching

pytestmark = pytest.mark.django_db
_FILE = Path(__file__).with_name("answers.tsv")


def lines() -> list[str]:
    """Query, total, slugs in order, names offered; then suggestions, for every query of the file."""
    given = []
    for line in _FILE.read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            query = line.split("\t")[0]
            found = searching.search(query, size=60)
            slugs = " ".join(result.face.entry.slug for result in found.results)
            offered = " ".join(one.face.slug for one in searching.suggest(query))
            given.append("\t".join((query, str(found.total), slugs, "; ".join(found.did_you_mean), offered)))
    return given


def test_answers(samples: None) -> None:
    expected = [line for line in _FILE.read_text("utf-8").split("\n") if line and not line.startswith("#")]
    assert len(expected) > 80
    assert lines() == expected
