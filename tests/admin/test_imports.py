"""Batches and conflicts at the desk: looked at, never changed."""

from pathlib import Path

import pytest
from django.test import Client

from entries.models import Conflict, Entry, ImportBatch
from entries.services.importing import ImportOptions, run_import
from entries.services.revising import Change, revise
from entries.text.article import Article
from entries.text.serializer import serialize
from tests.admin.conftest import latest, screen
from tests.texts import ANNA, BORIS, GAMMA


def bring(folder: Path, *articles: Article, spoilt: bool = False) -> ImportBatch:
    """Imports these articles as the files of a folder."""
    folder.mkdir(exist_ok=True)
    for article in articles:
        (folder / f"{article.headword}.txt").write_text(serialize(article), encoding="utf-8")
    if spoilt:
        (folder / "spoilt.txt").write_bytes(b"\x00\x01")
    run_import([folder], ImportOptions(), by=None)
    return ImportBatch.objects.order_by("pk").last()  # type: ignore[return-value]


@pytest.fixture
def conflict(work: object, tmp_path: Path) -> Conflict:
    """What is left of an import over an editor's work on the same paragraph."""
    bring(tmp_path / "files", ANNA, BORIS)
    anna = Entry.objects.get(slug="alpha-anna")
    mine = ANNA.replace(paragraphs=("ความนำที่บรรณาธิการเขียน", *ANNA.paragraphs[1:]))
    revise([Change(anna, mine, base=latest(anna))], by=None)
    bring(tmp_path / "files", ANNA.replace(paragraphs=("ความนำที่แฟ้มใหม่เขียน", *ANNA.paragraphs[1:])))
    return Conflict.objects.get()


def test_a_batch_tells_what_came_of_each_file(as_lookout: Client, work: object, tmp_path: Path) -> None:
    batch = bring(tmp_path / "files", ANNA, BORIS, spoilt=True)
    page = as_lookout.get(screen("importbatch_change", batch.pk))
    assert {row["value"]: row["count"] for row in page.context["counts"] if row["count"]} == {
        "created": 2,
        "rejected": 1,
    }
    files = [(file.path, file.outcome, bool(file.reason)) for file in page.context["page"]]
    assert files == [
        ("Alpha, Anna.txt", "created", False),
        ("Beta, Boris.txt", "created", False),
        ("spoilt.txt", "rejected", True),
    ]
    rejected = as_lookout.get(screen("importbatch_change", batch.pk), {"outcome": "rejected"})
    assert [file.path for file in rejected.context["page"]] == ["spoilt.txt"]


def test_files_that_changed_nothing_are_named(as_lookout: Client, work: object, tmp_path: Path) -> None:
    bring(tmp_path / "files", ANNA, BORIS)
    batch = bring(tmp_path / "files", GAMMA)
    page = as_lookout.get(screen("importbatch_change", batch.pk))
    assert [path for _entry, path in page.context["unchanged"]] == ["Alpha, Anna.txt", "Beta, Boris.txt"]


def test_batches_are_never_added_changed_or_deleted(admin_client: Client, work: object, tmp_path: Path) -> None:
    batch = bring(tmp_path / "files", ANNA)
    answers = [
        admin_client.get("/admin/entries/importbatch/add/").status_code,
        admin_client.post(f"/admin/entries/importbatch/{batch.pk}/delete/", {"post": "yes"}).status_code,
    ]
    assert answers == [403, 403]
    admin_client.post(screen("importbatch_change", batch.pk), {"name": "อื่น"})
    batch.refresh_from_db()
    assert batch.name == ""


def test_a_conflict_is_shown_with_its_three_texts(as_prasert: Client, conflict: Conflict) -> None:
    page = as_prasert.get(screen("conflict_change", conflict.pk))
    sides = ["".join(run.text for run in page.context[side]) for side in ("mine", "theirs")]
    assert (page.context["before"], sides) == (ANNA.lead, ["ความนำที่บรรณาธิการเขียน", "ความนำที่แฟ้มใหม่เขียน"])


def test_an_entry_with_an_open_conflict_says_so(as_prasert: Client, conflict: Conflict) -> None:
    page = as_prasert.get(screen("entry_change", conflict.entry_id))
    assert [(row.pk, place) for row, place in page.context["conflicts"]] == [(conflict.pk, "คำอธิบาย")]
    listed = as_prasert.get(screen("entry_changelist"), {"conflicts": "open"})
    assert [entry.pk for entry in listed.context["cl"].result_list] == [conflict.entry_id]
