"""Two connections at once end in what one after the other gives."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connections

from entries.models import Entry, Revision
from entries.services.checking import compare_with_rebuild
from entries.services.importing import ImportOptions, run_import
from entries.services.publishing import publish
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, revise
from entries.text.serializer import serialize
from tests.services.test_linking import links
from tests.texts import ANNA, BORIS, DELTA, GAMMA


def together(*jobs: Callable[[], object]) -> None:
    """Runs the jobs at the same moment, each on a connection of its own."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        try:
            barrier.wait()
            job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        for future in [pool.submit(run, job) for job in jobs]:
            future.result()


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_an_edit_a_publication_and_an_import_at_once(tmp_path: Path, turn: int) -> None:
    work = the_work()
    results = revise([Change(None, text, new=NewEntry(work)) for text in (ANNA, DELTA)], by=None)
    anna, delta = (result.entry for result in results)
    assert anna is not None
    assert delta is not None
    for text in (BORIS, GAMMA):
        (tmp_path / f"{text.headword}.txt").write_text(serialize(text), encoding="utf-8")
    base = latest(anna)
    edited = ANNA.replace(thai_titles=("นางอันนา อัลฟา", "วันวิสา เอปซิลอน"))

    together(
        lambda: revise([Change(anna, edited, base=base)], by=None),
        lambda: publish([latest(delta)], by=None),
        lambda: run_import([tmp_path], ImportOptions(publish=True), by=None),
    )

    assert compare_with_rebuild() == []
    assert ("Delta", "Vanvisa Epsilon", "alpha-anna", None, "linked") in links()
    assert ("Delta", "Gamma War", "gamma-war", "gamma-war", "linked") in links()
    assert ("Alpha, Anna", "Boris Beta", "beta-boris", "beta-boris", "linked") in links()


@pytest.mark.django_db(transaction=True)
def test_two_saves_of_one_entry_at_once_are_merged(tmp_path: Path) -> None:
    work = the_work()
    entry = revise([Change(None, ANNA, new=NewEntry(work))], by=None)[0].entry
    assert entry is not None
    base = latest(entry)
    first, middle, last = ANNA.paragraphs
    one = ANNA.replace(paragraphs=("ย่อหน้าแรกใหม่", middle, last))
    two = ANNA.replace(paragraphs=(first, middle, "ย่อหน้าท้ายใหม่"))

    together(
        lambda: revise([Change(entry, one, base=base)], by=None),
        lambda: revise([Change(entry, two, base=base)], by=None),
    )

    assert latest(entry).article.paragraphs == ("ย่อหน้าแรกใหม่", middle, "ย่อหน้าท้ายใหม่")
