"""Everything out and in again: the same texts at the same addresses."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from entries.models import Entry, ImportBatch, Projection, Revision, Work
from entries.services.exporting import TargetNotEmptyError, export_entries
from entries.services.importing import ImportOptions, run_import
from entries.services.revising import Change, revise
from entries.text.serializer import serialize
from tests.shared import corpus_file
from tests.texts import ANNA, SMALL_ENCYCLOPEDIA

Enter = Callable[..., list[Entry]]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def elsewhere(export: Path, again: Path) -> tuple[dict[str, str], list[str]]:
    """Imports an export into an empty database, exports that, and answers the addresses and the outcomes."""
    with transaction.atomic():
        for model in (Projection, Revision):
            assert model.objects.count() == 0
        report = run_import([export], ImportOptions(), by=None)
        export_entries(again)
        addresses = dict(Entry.objects.values_list("uid", "slug"))
        transaction.set_rollback(True)
    return addresses, [file.outcome.value for file in report.files]


def empty_database() -> None:
    """Takes every entry out, as if nothing had been imported yet. Only tests may."""
    for model in (Projection, Revision):
        model.objects.all().delete()
    Entry.objects.all().delete()


def test_every_entry_is_a_file_named_by_its_address(enter: Enter, tmp_path: Path) -> None:
    enter(*SMALL_ENCYCLOPEDIA)
    assert export_entries(tmp_path / "out") == 4
    found = files(tmp_path / "out")
    assert sorted(found) == ["alpha-anna.txt", "beta-boris.txt", "delta.txt", "gamma-war.txt", "registers.jsonl"]
    assert found["alpha-anna.txt"].decode() == serialize(ANNA)
    rows = [json.loads(line) for line in found["registers.jsonl"].decode().splitlines()]
    assert [sorted(row) for row in rows] == [["file", "slug", "uid", "work"]] * 4
    assert {row["uid"] for row in rows} == set(Entry.objects.values_list("uid", flat=True))


def test_the_working_text_is_what_goes_out(enter: Enter, tmp_path: Path) -> None:
    (entry,) = enter(ANNA, live=True)
    base = Revision.objects.get()
    changed = ANNA.replace(paragraphs=("ยังเป็นฉบับร่าง",))
    revise([Change(entry, changed, base=base)], by=None)
    export_entries(tmp_path / "out")
    assert (tmp_path / "out" / "alpha-anna.txt").read_text("utf-8") == serialize(changed)


def test_a_folder_that_holds_something_is_left_alone(enter: Enter, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("ของเดิม", encoding="utf-8")
    with pytest.raises(TargetNotEmptyError):
        export_entries(tmp_path)
    assert files(tmp_path) == {"mine.txt": "ของเดิม".encode()}


def test_an_export_comes_back_at_its_addresses(enter: Enter, tmp_path: Path) -> None:
    odd = ANNA.replace(periods_ce=("1600–1650",))
    enter(odd, *SMALL_ENCYCLOPEDIA)
    export_entries(tmp_path / "one")
    before = dict(Entry.objects.values_list("uid", "slug"))
    empty_database()
    addresses, outcomes = elsewhere(tmp_path / "one", tmp_path / "two")
    assert addresses == before
    assert outcomes == ["created"] * 5
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_an_export_over_its_own_entries_changes_nothing(enter: Enter, tmp_path: Path) -> None:
    enter(*SMALL_ENCYCLOPEDIA)
    export_entries(tmp_path / "out")
    for _turn in range(2):
        report = run_import([tmp_path / "out"], ImportOptions(), by=None)
        assert {file.outcome.value for file in report.files} == {"unchanged"}
        assert report.source == "export"
    assert Revision.objects.count() == 4


def test_the_real_file_goes_in_and_out_and_in(work: Work, tmp_path: Path) -> None:
    report = run_import([corpus_file()], ImportOptions(), by=None)
    assert [file.outcome.value for file in report.files] == ["created"]
    assert "broken_paragraph" in [finding["code"] for finding in report.files[0].findings]
    face = Projection.objects.working().get()
    assert (face.headword, face.thai_title, face.filing_form, face.letter) == (
        "Trotsky, Leon",
        "นายเลออน ตรอตสกี",
        "ตรอตสกี, เลออน",
        "ต",
    )
    names = list(face.keyword_uses.values_list("name", flat=True))
    assert (len(names), len(set(names)), face.authorships.count()) == (100, 99, 1)
    prose = face.references.filter(place="prose")
    assert (prose.count(), prose.filter(starred=True).count()) == (143, 77)

    export_entries(tmp_path / "one")
    addresses = dict(Entry.objects.values_list("uid", "slug"))
    again = run_import([corpus_file()], ImportOptions(), by=None)
    assert [file.outcome.value for file in again.files] == ["unchanged"]
    run_import([tmp_path / "one"], ImportOptions(), by=None)
    assert Revision.objects.count() == 1
    face_text = face.revision.text
    empty_database_with_imports()
    after, outcomes = elsewhere(tmp_path / "one", tmp_path / "two")
    assert (after, outcomes) == (addresses, ["created"])
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert (tmp_path / "two" / "trotsky-leon.txt").read_text("utf-8") == face_text


def empty_database_with_imports() -> None:
    ImportBatch.objects.all().delete()
    empty_database()
