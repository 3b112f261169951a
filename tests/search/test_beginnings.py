"""Every beginning of every name, cut after any code point, leads to its entry."""

import pytest

from entries.models import Projection
from entries.services import searching
from tests.search.paging import all_found

pytestmark = pytest.mark.django_db


@pytest.mark.not_in_c
def test_every_beginning_of_every_name_leads_to_its_entry(samples: None) -> None:
    faces = Projection.objects.live().select_related("revision")
    for face in faces:
        one = face.revision.article
        for name in (*one.headwords, *one.thai_titles):
            for end in range(1, len(name) + 1):
                found = [s.face.pk for s in searching.suggest(name[:end])]
                assert face.pk in found or face.entry_id in all_found(name[:end]), name[:end]


def test_every_beginning_of_a_keyword_leads_to_its_entry(samples: None) -> None:
    for face in list(Projection.objects.live().select_related("revision").order_by("entry_id"))[::8]:
        for name in face.revision.article.keywords:
            for end in (1, 2, 3, len(name) // 2, len(name)):
                found = [s.face.pk for s in searching.suggest(name[:end])]
                assert face.pk in found or face.entry_id in all_found(name[:end]), name[:end]
