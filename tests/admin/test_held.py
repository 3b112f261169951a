"""Files that an import held: shown with what they may be, decided with one click."""

from pathlib import Path

import pytest
from django.test import Client

from entries.models import Conflict, Entry, ImportedFile, Outcome, Projection
from entries.services.publishing import publish
from entries.services.undoing import undo
from entries.text.serializer import serialize
from tests.admin.conftest import bring, edit, latest, queries, screen
from tests.texts import ANNA, BORIS

SECOND = ANNA.replace(paragraphs=(*ANNA.paragraphs[:2], "ย่อหน้าท้ายของแฟ้มที่สอง"))


def hold(folder: Path, number: int = 1, **options: object) -> list[ImportedFile]:
    """So many files that are held because another one of their batch is the same entry."""
    folder.mkdir(exist_ok=True)
    for index in range(number):
        (folder / f"second-{index}.txt").write_text(serialize(SECOND), encoding="utf-8")
    bring(folder, ANNA, BORIS, **options)
    return list(ImportedFile.objects.filter(outcome=Outcome.HELD).order_by("path"))


@pytest.fixture
def held(work: object, tmp_path: Path) -> ImportedFile:
    """A second file for Anna."""
    return hold(tmp_path / "files")[0]


def test_a_held_file_is_shown_with_the_entries_that_it_may_be(
    as_lookout: Client, as_importer: Client, held: ImportedFile
) -> None:
    assert as_lookout.get(screen("importedfile_change", held.pk)).status_code == 403
    page = as_importer.get(screen("importedfile_change", held.pk))
    candidates = [(candidate["face"].title, candidate["percent"]) for candidate in page.context["candidates"]]
    assert (page.context["article"], len(candidates)) == (SECOND, 1)
    assert candidates[0][0] == ANNA.title
    assert 50 < candidates[0][1] < 100
    anna = Entry.objects.get(slug="alpha-anna")
    compared = as_importer.get(screen("importedfile_change", held.pk), {"compare": str(anna.pk)}).context["compared"]
    assert [field.name for field in compared["fields"]] == ["คำอธิบาย"]


def test_the_same_entry_takes_the_files_text(as_importer: Client, held: ImportedFile) -> None:
    anna = Entry.objects.get(slug="alpha-anna")
    as_importer.post(screen("importedfile_change", held.pk), {"decision": str(anna.pk)})
    held.refresh_from_db()
    assert (held.entry, held.outcome, held.batch.counts["held"]) == (anna, Outcome.CONFLICT, 0)
    assert Conflict.objects.filter(entry=anna).count() >= 1


@pytest.mark.parametrize("name", ["slug", "uid"])
def test_an_entry_that_is_no_candidate_is_named(as_importer: Client, held: ImportedFile, name: str) -> None:
    boris = Entry.objects.get(slug="beta-boris")
    sent = {"decision": "named", "entry": f" {getattr(boris, name)} "}
    as_importer.post(screen("importedfile_change", held.pk), sent)
    held.refresh_from_db()
    assert held.entry == boris


def test_a_new_entry_is_made_of_it(as_importer: Client, held: ImportedFile) -> None:
    answer = as_importer.post(screen("importedfile_change", held.pk), {"decision": "new"}, follow=True)
    held.refresh_from_db()
    assert (held.outcome, latest(held.entry).article) == (Outcome.CREATED, SECOND)  # type: ignore[arg-type]
    assert answer.redirect_chain == [(screen("importedfile_changelist"), 302)]


def test_it_is_left_out(as_importer: Client, held: ImportedFile) -> None:
    as_importer.post(screen("importedfile_change", held.pk), {"decision": "skip"})
    held.refresh_from_db()
    assert (held.outcome, Entry.objects.count()) == (Outcome.REJECTED, 2)


def test_it_is_decided_once_and_says_so(as_importer: Client, held: ImportedFile) -> None:
    address = screen("importedfile_change", held.pk)
    as_importer.post(address, {"decision": "skip"})
    again = as_importer.post(address, {"decision": "new"}, follow=True)
    assert [str(message) for message in again.context["messages"]][1:] == ["แฟ้มนี้ตัดสินแล้ว: ไม่รับเข้า"]
    assert (again.context["may_decide"], Entry.objects.count()) == (False, 2)


def test_what_the_batch_was_to_publish_is_published_by_who_may(as_editor: Client, work: object, tmp_path: Path) -> None:
    held = hold(tmp_path / "files", publish=True)[0]
    as_editor.post(screen("importedfile_change", held.pk), {"decision": "new"})
    held.refresh_from_db()
    assert Projection.objects.live().filter(entry=held.entry).count() == 1


def test_what_the_batch_was_to_publish_waits_where_the_user_may_not(
    as_importer: Client, work: object, tmp_path: Path
) -> None:
    held = hold(tmp_path / "files", publish=True)[0]
    as_importer.post(screen("importedfile_change", held.pk), {"decision": "new"})
    held.refresh_from_db()
    assert Projection.objects.live().filter(entry=held.entry).count() == 0


@pytest.mark.parametrize("decision", ["", "อื่น", "0"])
def test_what_is_no_decision_changes_nothing(as_importer: Client, held: ImportedFile, decision: str) -> None:
    as_importer.post(screen("importedfile_change", held.pk), {"decision": decision})
    held.refresh_from_db()
    assert (held.outcome, Entry.objects.count()) == (Outcome.HELD, 2)


def test_the_queue_has_what_waits_and_goes_from_one_to_the_next(
    as_importer: Client, work: object, tmp_path: Path
) -> None:
    files = hold(tmp_path / "files", 3)
    assert list(as_importer.get(screen("importedfile_changelist")).context["cl"].result_list) == files
    answer = as_importer.post(screen("importedfile_change", files[0].pk), {"decision": "skip"}, follow=True)
    assert answer.context["file"] == files[1]
    undo(files[0].batch, by=None)
    assert list(as_importer.get(screen("importedfile_changelist")).context["cl"].result_list) == []


def test_a_file_that_came_again_waits_only_there(as_importer: Client, work: object, tmp_path: Path) -> None:
    hold(tmp_path / "files")
    first = ImportedFile.objects.get(outcome=Outcome.HELD)
    edit(Entry.objects.get(slug="alpha-anna"), ANNA.replace(authors=("อื่น",)))
    bring(tmp_path / "files")
    again = ImportedFile.objects.filter(outcome=Outcome.HELD).exclude(pk=first.pk).get()
    assert list(as_importer.get(screen("importedfile_changelist")).context["cl"].result_list) == [again]
    assert as_importer.get(screen("importedfile_change", first.pk)).context["may_decide"] is False


@pytest.mark.parametrize("who", ["as_reviewer", "as_prasert"])
def test_only_who_may_decides(request: pytest.FixtureRequest, held: ImportedFile, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.post(screen("importedfile_change", held.pk), {"decision": "new"}).status_code == 403
    assert Entry.objects.count() == 2


def test_a_queue_of_three_asks_no_more_than_one_of_one(as_importer: Client, work: object, tmp_path: Path) -> None:
    hold(tmp_path / "one")
    one = queries(as_importer, screen("importedfile_changelist"))
    hold(tmp_path / "three", 3, source="อื่น")
    assert queries(as_importer, screen("importedfile_changelist")) == one


def test_nothing_of_a_public_entry_changes_before_it_is_published(as_importer: Client, held: ImportedFile) -> None:
    anna = Entry.objects.get(slug="alpha-anna")
    publish([latest(anna)], by=None)
    as_importer.post(screen("importedfile_change", held.pk), {"decision": str(anna.pk)})
    assert Projection.objects.live().get(entry=anna).revision.article == ANNA
