"""Whatever stands in an entry is found, wherever a run of it is cut."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entries.models import Projection
from entries.search.folding import count_letters, forms
from entries.services.searching import search
from tests.search.paging import all_found

pytestmark = pytest.mark.django_db
QUOTES = str.maketrans("", "", '"“”„')


def texts(face: Projection) -> Iterator[str]:
    """Every run of text of an entry that a reader may look for."""
    one = face.revision.article
    yield from (*one.headwords, *one.thai_titles, *one.keywords, *one.paragraphs, *one.bibliography, *one.authors)
    yield from face.references.exclude(gloss="").values_list("gloss", flat=True)


def test_every_run_of_the_sample_entries(samples: None) -> None:
    faces = list(Projection.objects.live().select_related("revision").order_by("entry_id"))
    places = [(face, text) for face in faces for text in texts(face)]

    @settings(max_examples=200, suppress_health_check=list(HealthCheck), deadline=None)
    @given(st.sampled_from(places), st.data())
    def found(place: tuple[Projection, str], data: st.DataObject) -> None:
        face, text = place
        start = data.draw(st.integers(0, len(text) - 1))
        length = data.draw(st.one_of(st.integers(1, 12), st.integers(1, 400)))
        run = text[start : start + length].translate(QUOTES)
        if max(map(count_letters, forms(run))) < 2:
            return
        assert face.entry_id in all_found(f"“{run}”"), run
        if run[:1] != "-" and " -" not in run and ":" not in run:
            assert face.entry_id in all_found(run), run

    found()


@pytest.mark.parametrize(("few", "many"), [("“ปฏิทินจูเลียน (Julian”", "“สงครามโลก”")])
def test_a_page_of_3_results_costs_as_many_queries_as_one_of_1(samples: None, few: str, many: str) -> None:
    counts = []
    for query in (few, many):
        with CaptureQueriesContext(connection) as captured:
            found = search(query)
        counts.append((found.total, len(captured)))
    assert counts[0][0] < counts[1][0]
    assert counts[0][1] == counts[1][1]
