"""Ways to put entries in for tests of services."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

from entries.models import Entry, Work
from entries.services.importing import ImportOptions, ImportReport, run_import
from entries.services.publishing import publish
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article
from entries.text.serializer import serialize
from entries.text.thai import slug

Importer = Callable[..., ImportReport]


@pytest.fixture
def work(db: None) -> Work:
    """The encyclopedia."""
    return the_work()


@pytest.fixture
def editor(db: None) -> AbstractBaseUser:
    """A person who edits."""
    return get_user_model().objects.create_user("wanida", first_name="วนิดา", last_name="บรรณาธิการ")


@pytest.fixture
def enter(work: Work) -> Callable[..., list[Entry]]:
    """Makes entries of articles, public where that is asked for."""

    def make(*articles: Article, live: bool = False) -> list[Entry]:
        results = revise([Change(None, article, new=NewEntry(work)) for article in articles], by=None)
        if live:
            publish([result.latest for result in results if result.latest], by=None)
        return [result.entry for result in results if result.entry]

    return make


@pytest.fixture
def bring(tmp_path: Path, work: Work) -> Importer:
    """Imports articles as files of a folder, named by their headwords unless `names` says otherwise."""

    def make(
        articles: Sequence[Article],
        *,
        names: Sequence[str] = (),
        progress: Callable[[int, int], None] | None = None,
        **options: object,
    ) -> ImportReport:
        folder = tmp_path / f"batch{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for index, article in enumerate(articles):
            name = names[index] if names else f"{slug(article.headword)}.txt"
            (folder / name).write_text(serialize(article), encoding="utf-8")
        told = {"progress": progress} if progress else {}
        return run_import([folder], ImportOptions(**options), by=None, **told)  # type: ignore[arg-type]

    return make
