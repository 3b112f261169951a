"""Everything out: texts by file, registers by line, and nothing that readers may not see where that is asked for."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.core.management import CommandError, call_command
from django.utils import timezone

from entries.models import Entry, Keyword, Projection, Publication, Revision, Stage, Work
from entries.services import checking, publishing
from entries.services.exporting import REGISTERS, REVISIONS, TargetNotEmptyError, export_entries
from entries.services.importing import ImportOptions, run_import
from entries.services.restoring import restore
from entries.services.revising import Change, revise
from entries.text.serializer import serialize
from tests.services.everything import SECRET, all_before, empty_the_database, fill, latest
from tests.shared import corpus_file
from tests.texts import ANNA, SMALL_ENCYCLOPEDIA

Enter = Callable[..., list[Entry]]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(folder: Path, name: str = REGISTERS) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").split("\n") if line]


def texts(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.txt"))


def types(folder: Path) -> list[str]:
    return [row["type"] for row in rows(folder)]


def test_every_entry_is_a_file_named_by_its_address(enter: Enter, tmp_path: Path) -> None:
    enter(*SMALL_ENCYCLOPEDIA)
    assert export_entries(tmp_path / "out") == 4
    found = files(tmp_path / "out")
    names = ["alpha-anna.txt", "beta-boris.txt", "delta.txt", "gamma-war.txt"]
    assert sorted(found) == [*names, REGISTERS, REVISIONS]
    assert found["alpha-anna.txt"].decode() == serialize(ANNA)
    assert found[REVISIONS] == b""
    assert types(tmp_path / "out") == ["export", "work", *["entry"] * 4, *["keyword"] * 3, "author", "end"]
    entries = [row for row in rows(tmp_path / "out") if row["type"] == "entry"]
    assert [(row["uid"], row["slug"], row["work"], row["file"]) for row in entries] == [
        (entry.uid, entry.slug, "encyclopedia", f"{entry.slug}.txt") for entry in Entry.objects.order_by("pk")
    ]
    assert rows(tmp_path / "out")[-1] == {"type": "end", "lines": 10, "revisions": 0}


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
    text = face.revision.text
    empty_the_database()
    restore(tmp_path / "one", by=None)
    assert dict(Entry.objects.values_list("uid", "slug")) == addresses
    export_entries(tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert (tmp_path / "two" / "trotsky-leon.txt").read_text("utf-8") == text


# What readers see


def test_a_live_export_leaks_no_draft(editor: AbstractBaseUser, tmp_path: Path) -> None:
    fill(editor)
    everything, live = tmp_path / "everything", tmp_path / "live"
    export_entries(everything)
    hidden = {name for name, data in files(everything).items() if SECRET.encode() in data}
    assert hidden == {"alpha-anna.txt", "delta.txt", "gamma-war.txt", "oak.txt", "zeta.txt", REGISTERS, REVISIONS}

    assert export_entries(live, live=True) == 2
    assert {name for name, data in files(live).items() if SECRET.encode() in data} == set()
    assert texts(live) == ["alpha-anna.txt", "epsilon.txt"]
    published = Publication.objects.get(entry__slug="alpha-anna", ended=None).revision
    assert (live / "alpha-anna.txt").read_text("utf-8") == published.text
    assert [(row["entry"], row["number"]) for row in rows(live, REVISIONS)] == [(published.entry.uid, 1)]
    assert [row["slug"] for row in rows(live) if row["type"] == "work"] == ["modern"]
    tables = ["honorific", "class_noun", "label", "kind"]
    first = ["entry", "slug_redirect", "publication", "publication", "alias"]
    names = ["keyword"] * 3 + ["author"]
    assert types(live) == ["export", "work", *tables, *first, "entry", "publication", *names, "end"]


def test_a_live_export_is_restored_as_what_readers_saw(editor: AbstractBaseUser, tmp_path: Path) -> None:
    def seen() -> list[tuple[object, ...]]:
        faces = Projection.objects.live().order_by("entry__slug")
        versions = Publication.objects.filter(entry__faces__is_live=True).order_by("entry__slug", "number")
        return [
            *faces.values_list("entry__slug", "filing_form", "revision__text"),
            *faces.order_by("pk", "keyword_uses__position").values_list("keyword_uses__keyword__label").distinct(),
            *versions.values_list("entry__slug", "number", "revision__text", "began", "ended"),
        ]

    fill(editor)
    before = seen()
    export_entries(tmp_path / "live", live=True)
    empty_the_database()
    restore(tmp_path / "live", by=None)
    assert seen() == before
    assert not Projection.objects.working().filter(is_live=False).exists()
    assert checking.compare_with_rebuild() == []
    export_entries(tmp_path / "again", live=True)
    assert files(tmp_path / "again") == files(tmp_path / "live")


# What has changed

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def revised(entry: Entry) -> None:
    base = latest(entry)
    revise([Change(entry, base.article.replace(paragraphs=("แก้ไขแล้ว",)), base=base)], by=None)


CHANGES: dict[str, Callable[[Entry], object]] = {
    "revision": revised,
    "publication": lambda entry: publishing.publish([latest(entry)], by=None),
    "withdrawal": lambda entry: publishing.withdraw([entry], by=None),
    "state": lambda entry: publishing.set_state(latest(entry), Stage.IN_REVIEW, by=None),
    "set aside": lambda entry: Entry.objects.filter(pk=entry.pk).update(set_aside=timezone.now()),
    "nothing": lambda entry: None,
}


@pytest.fixture
def old(enter: Enter) -> list[Entry]:
    """Entries of long ago, the first two of them live."""
    entries = enter(*SMALL_ENCYCLOPEDIA)
    publishing.publish([latest(entry) for entry in entries[:2]], by=None)
    all_before(SINCE)
    return entries


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_since(old: list[Entry], tmp_path: Path, change: str) -> None:
    entry = old[0] if change == "withdrawal" else old[3]
    CHANGES[change](entry)
    assert export_entries(tmp_path / "out", since=SINCE) == (change != "nothing")
    assert texts(tmp_path / "out") == ([] if change == "nothing" else [f"{entry.slug}.txt"])
    others = {row.get("entry", row.get("uid")) for row in rows(tmp_path / "out")} - {None}
    assert others == (set() if change == "nothing" else {entry.uid})
    assert types(tmp_path / "out").count("keyword") == Keyword.objects.count()
    assert types(tmp_path / "out").count("work") == (change != "nothing")


@pytest.mark.parametrize(
    ("change", "of", "expected"),
    [
        (revised, 0, []),
        (CHANGES["state"], 0, []),
        (CHANGES["withdrawal"], 0, []),
        (CHANGES["publication"], 3, ["delta.txt"]),
    ],
    ids=["revision", "state", "withdrawal", "publication"],
)
def test_only_what_readers_saw_since(
    old: list[Entry], tmp_path: Path, change: Callable[[Entry], object], of: int, expected: list[str]
) -> None:
    change(old[of])
    export_entries(tmp_path / "out", live=True, since=SINCE)
    assert texts(tmp_path / "out") == expected


def test_a_publication_dated_back_by_an_import_counts(enter: Enter, work: Work, tmp_path: Path) -> None:
    entry, _other = enter(*SMALL_ENCYCLOPEDIA[:2])
    all_before(SINCE)
    batch = work.batches.create(source="files", began=SINCE + timedelta(days=1))
    publishing.publish([latest(entry)], by=None, at=SINCE - timedelta(days=900))
    Publication.objects.update(batch=batch)
    export_entries(tmp_path / "out", live=True, since=SINCE)
    assert texts(tmp_path / "out") == ["alpha-anna.txt"]


# The command


def test_the_command_passes_its_options_on(old: list[Entry], tmp_path: Path) -> None:
    revised(old[3])
    out = StringIO()
    call_command("export_entries", str(tmp_path / "all"), stdout=out)
    call_command("export_entries", str(tmp_path / "live"), "--live", stdout=out)
    call_command("export_entries", str(tmp_path / "new"), "--since", "2026-01-01", stdout=out)
    assert [len(texts(tmp_path / name)) for name in ("all", "live", "new")] == [4, 2, 1]
    assert out.getvalue().split("\n")[0] == f"4 entries written to {tmp_path / 'all'}"


@pytest.mark.django_db
@pytest.mark.parametrize("date", ["๒๕๖๘", "31/01/2025"])
def test_the_command_says_how_to_write_a_date(tmp_path: Path, date: str) -> None:
    with pytest.raises(CommandError, match="ให้เขียนเป็นปีคริสต์ศักราช-เดือน-วัน"):
        call_command("export_entries", str(tmp_path / "out"), "--since", date)
    assert not (tmp_path / "out").exists()
