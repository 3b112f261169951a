"""A run as a whole: where files come from, what is continued, what a person decides."""

import io
import os
import random
import select
import signal
import subprocess
import sys
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from entries.models import (
    Entry,
    HonorificRow,
    ImportBatch,
    ImportedFile,
    Outcome,
    Projection,
    Publication,
    Revision,
    Work,
)
from entries.services.checking import compare_with_rebuild
from entries.services.exporting import export_entries
from entries.services.importing import ImportOptions, planning, run_import
from entries.services.importing.files import ArchiveError, RegistersError
from entries.services.importing.report import recorded
from entries.services.importing.running import SourceBusyError
from entries.services.revising import Change, revise
from entries.text.serializer import digest, read_canonical, serialize
from entries.text.thai import slug
from tests.services.conftest import Importer
from tests.services.everything import empty_the_database
from tests.services.test_importing import many, outcomes
from tests.texts import ANNA, BORIS, DELTA, GAMMA, SMALL_ENCYCLOPEDIA

ROOT = Path(__file__).resolve().parent.parent.parent


def archive(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return path


def test_an_archive_is_opened_and_what_is_no_source_file_is_said(tmp_path: Path, work: Work) -> None:
    path = archive(
        tmp_path / "files.zip",
        {
            "ก/alpha.txt": serialize(ANNA),
            "b.txt": serialize(BORIS),
            "picture.jpg": "…",
            "../outside.txt": "ออกนอกโฟลเดอร์",
        },
    )
    report = run_import([path], ImportOptions(), by=None)
    assert outcomes(report) == {"b.txt": "created", "ก/alpha.txt": "created"}
    assert report.ignored == ["../outside.txt", "picture.jpg"]


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path, work: Work) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "alpha.txt").write_text(serialize(ANNA), encoding="utf-8")
    (tmp_path / "private.txt").write_text(serialize(BORIS), encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "private.txt")
    report = run_import([folder], ImportOptions(), by=None)
    assert (outcomes(report), report.ignored) == ({"alpha.txt": "created"}, ["link.txt"])


def test_what_is_neither_file_nor_folder_is_told(tmp_path: Path, work: Work) -> None:
    (tmp_path / "alpha.txt").write_text(serialize(ANNA), encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    report = run_import([tmp_path], ImportOptions(), by=None)
    assert outcomes(report) == {"alpha.txt": "created"}
    assert sorted(report.ignored) == ["gone.txt", "pipe.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_names_of_older_archives_are_read(tmp_path: Path, work: Work, encoding: str) -> None:
    path = tmp_path / "old.zip"
    raw = "สงคราม.txt".encode(encoding)
    placeholder = "x" * len(raw)
    archive(path, {placeholder: serialize(ANNA)})
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), raw))
    report = run_import([path], ImportOptions(), by=None)
    assert outcomes(report) == {"สงคราม.txt": "created"}


def test_a_file_that_expands_beyond_its_bound_is_rejected(tmp_path: Path, work: Work) -> None:
    path = archive(tmp_path / "bomb.zip", {"bomb.txt": "ก" * (8 * 1024 * 1024), "fine.txt": serialize(ANNA)})
    assert path.stat().st_size < 200_000
    report = run_import([path], ImportOptions(), by=None)
    assert outcomes(report) == {"bomb.txt": "rejected", "fine.txt": "created"}


def test_what_is_no_archive_is_said(tmp_path: Path, work: Work) -> None:
    (tmp_path / "no.zip").write_text("ไม่ใช่ zip", encoding="utf-8")
    with pytest.raises(ArchiveError):
        run_import([tmp_path / "no.zip"], ImportOptions(), by=None)


def test_standard_input_is_a_file(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(serialize(ANNA).encode())))
    assert outcomes(run_import([Path("-")], ImportOptions(), by=None)) == {"-": "created"}


def test_what_the_batch_lacks_is_reported_and_left(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA, publish=True)
    report = bring([ANNA, DELTA.replace(paragraphs=("เขียนใหม่",))], complete=True)
    assert report.missing == ["beta-boris", "gamma-war"]
    assert Projection.objects.live().count() == 4
    third = bring([DELTA.replace(paragraphs=("เขียนใหม่",))], complete=True)
    assert third.missing == ["alpha-anna"]


def test_what_is_lacking_is_told_after_a_part_and_whatever_became_of_its_file(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA)
    bring([ANNA.replace(keywords=("อัลฟา",))])
    nameless = BORIS.replace(headwords=(), thai_titles=())
    report = bring([ANNA, nameless], names=["alpha-anna.txt", "beta-boris.txt"], complete=True)
    assert [file.outcome.value for file in report.files] == ["updated", "rejected"]
    assert report.missing == ["delta", "gamma-war"]


def test_entries_first_published_elsewhere_keep_that_day(bring: Importer) -> None:
    day = datetime(1999, 12, 5, tzinfo=UTC)
    bring([ANNA], publish=True, first_published=day, quiet=True)
    publication = Publication.objects.get()
    assert (publication.began, publication.quiet) == (day, True)
    bring([ANNA.replace(paragraphs=("ฉบับปรับปรุง",))], publish=True, first_published=day)
    assert Publication.objects.get(number=2).began.year >= 2024


def test_an_import_that_changes_no_word_changes_no_date(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA, publish=True)
    before = list(Publication.objects.values_list("entry__slug", "number", "began", "ended").order_by("pk"))
    report = bring(SMALL_ENCYCLOPEDIA, publish=True)
    assert report.published == 0
    assert list(Publication.objects.values_list("entry__slug", "number", "began", "ended").order_by("pk")) == before


def test_a_map_settles_held_files(bring: Importer, tmp_path: Path) -> None:
    bring([ANNA])
    rest = " ".join(f"เนื้อหาอื่นข้อที่ {n} ยาวพอสมควร" for n in range(20))
    doubtful = ANNA.replace(periods_ce=("1500–1550",), paragraphs=(ANNA.paragraphs[1], rest))
    held = bring([doubtful], names=["odd.txt"])
    assert outcomes(held) == {"odd.txt": "held"}
    assert held.files[0].candidates == ("alpha-anna",)
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("# แฟ้มที่รอตัดสิน\nodd.txt\tnew\n", encoding="utf-8")
    settled = bring([doubtful], names=["odd.txt"], decisions=decisions)
    assert outcomes(settled) == {"odd.txt": "created"}
    assert Entry.objects.count() == 2
    decisions.write_text("odd.txt\n", encoding="utf-8")
    with pytest.raises(RegistersError):
        bring([doubtful], names=["odd.txt"], decisions=decisions)


def test_a_map_that_makes_an_entry_again_is_told(bring: Importer, tmp_path: Path) -> None:
    bring([ANNA])
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("twin.txt\tnew\nother.txt\tnew\n", encoding="utf-8")
    report = bring([ANNA, BORIS], names=["twin.txt", "other.txt"], source="other", decisions=decisions)
    told = {file.path: (file.outcome.value, [finding["code"] for finding in file.findings]) for file in report.files}
    assert told == {"twin.txt": ("created", ["homonym"]), "other.txt": ("created", [])}


def test_a_map_can_name_the_entry(bring: Importer, tmp_path: Path) -> None:
    bring([ANNA])
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("other.txt\talpha-anna\nnot.txt\tskip\n", encoding="utf-8")
    report = bring([BORIS, GAMMA], names=["other.txt", "not.txt"], decisions=decisions)
    assert outcomes(report) == {"other.txt": "updated", "not.txt": "rejected"}
    assert Entry.objects.count() == 1


def test_a_dry_run_says_what_would_change(bring: Importer) -> None:
    bring([ANNA, BORIS])
    changed = ANNA.replace(
        paragraphs=(*ANNA.paragraphs, "เธอยังรู้จักเมืองเดลตา (Delta)*"), keywords=("บีตา, บอริส", "คำสำคัญใหม่")
    )
    report = bring([changed, DELTA], dry_run=True)
    told = {file.path: file.changes for file in report.files}
    assert told["alpha-anna.txt"] == (
        "แก้ไข: คำสำคัญ, คำอธิบาย",
        "คำสำคัญที่เพิ่ม: คำสำคัญใหม่",
        "คำสำคัญที่หายไป: สงครามแกมมา; อัลฟา, อันนา",
        "รายการโยงที่เพิ่ม: เดลตา → delta",
    )
    assert told["delta.txt"][-1] == "จะมีการอ้างถึงจาก: alpha-anna"
    assert Entry.objects.count() == 2


def test_a_dry_run_of_an_export_says_what_its_entries_bring(bring: Importer, tmp_path: Path) -> None:
    bring([ANNA, BORIS])
    export_entries(tmp_path / "out")
    empty_the_database()
    report = run_import([tmp_path / "out"], ImportOptions(dry_run=True), by=None)
    told = {file.slug: file.changes for file in report.files}
    assert told["alpha-anna"] == (
        "คำสำคัญที่เพิ่ม: " + "; ".join(ANNA.keywords),
        "ผู้เขียนที่เพิ่ม: มานะ อักษรสมมุติ",
        "รายการโยงที่เพิ่ม: บอริส บีตา → beta-boris; สงครามแกมมา → ยังไม่มีรายการ",
        "จะมีการอ้างถึงจาก: beta-boris",
    )
    assert Entry.objects.count() == 0


def test_a_dry_run_says_which_links_would_be_lost(bring: Importer) -> None:
    bring([ANNA, BORIS, GAMMA])
    renamed = GAMMA.replace(headwords=("Zeta Conflict",), thai_titles=("ความขัดแย้งซีตา",))
    report = bring([renamed], names=["gamma-war.txt"], dry_run=True)
    assert report.files[0].changes == (
        "แก้ไข: คำตั้ง, คำเทียบ",
        "จะไม่มีการอ้างถึงอีกจาก: alpha-anna, beta-boris",
    )


def test_a_dry_run_knows_what_comes_in_another_chunk(bring: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "CHUNK", 1)
    report = bring([ANNA, BORIS], dry_run=True)
    assert [file.changes[-2:] for file in report.files] == [
        (
            "รายการโยงที่เพิ่ม: บอริส บีตา → beta-boris; สงครามแกมมา → ยังไม่มีรายการ",
            "จะมีการอ้างถึงจาก: beta-boris",
        ),
        (
            "รายการโยงที่เพิ่ม: สงครามแกมมา → ยังไม่มีรายการ; อันนา อัลฟา → alpha-anna",
            "จะมีการอ้างถึงจาก: alpha-anna",
        ),
    ]


@pytest.mark.django_db(transaction=True)
def test_editors_work_on_while_an_import_is_rehearsed(bring: Importer) -> None:
    bring([ANNA])
    anna = Revision.objects.get()

    def edits() -> None:
        change = Change(anna.entry, anna.article.replace(keywords=("ของบรรณาธิการ",)), base=anna)
        revise([change], by=None)
        connection.close()

    def meanwhile(_done: int, _all: int) -> None:
        thread = threading.Thread(target=edits)
        thread.start()
        thread.join(30)
        assert not thread.is_alive()

    report = bring([ANNA.replace(media=("ภาพ",)), BORIS], dry_run=True, progress=meanwhile)
    assert outcomes(report) == {"alpha-anna.txt": "updated", "beta-boris.txt": "created"}
    assert list(Revision.objects.order_by("number").values_list("entry__slug", "number")) == [
        ("alpha-anna", 1),
        ("alpha-anna", 2),
    ]


def test_worker_processes_give_the_same(bring: Importer) -> None:
    texts = many(120)
    report = bring(texts, workers=2)
    assert report.counts["created"] == 120
    again = bring(texts, workers=2, reparse=True)
    assert again.counts["unchanged"] == 120
    assert compare_with_rebuild() == []


def test_worker_processes_read_by_the_tables_that_editors_extend(bring: Importer) -> None:
    HonorificRow.objects.create(word="คนที่", kind="title")
    bring([text.replace(thai_titles=(f"คนที่ {number}",)) for number, text in enumerate(many(120))], workers=2)
    assert compare_with_rebuild() == []


def test_the_records_of_a_batch_give_its_report(bring: Importer) -> None:
    bring([ANNA])
    report = bring([ANNA, BORIS])
    batch = ImportBatch.objects.get(pk=report.batch)
    assert [(file.path, file.outcome, file.slug) for file in recorded(batch)] == [
        ("alpha-anna.txt", Outcome.UNCHANGED, "alpha-anna"),
        ("beta-boris.txt", Outcome.CREATED, "beta-boris"),
    ]


# Killed at any moment, and run again

PROGRAM = """
import os, sys
import django
from django.conf import settings
import tests.settings as chosen
from django.db import connections
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from pathlib import Path
from entries.services.importing import ImportOptions, planning, run_import
from entries.services.importing import planning
planning.CHUNK = 7
print("ready", flush=True)
run_import([Path(sys.argv[2])], ImportOptions(publish=True), by=None)
print("done", flush=True)
"""


def imported_content() -> set[tuple[object, ...]]:
    """What readers and editors have: texts and whether they are live, whatever the numbers of the rows."""
    return set(
        Projection.objects.values_list("entry__slug", "revision__digest", "revision__number", "is_live", "is_working")
    )


def start(folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", PROGRAM, str(connection.settings_dict["NAME"]), str(folder)]
    return subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=subprocess.PIPE)


def killed(folder: Path, times: int) -> None:
    """Imports the folder again and again, until the process was killed so many times, at random moments."""
    moments = random.Random(7)
    while times:
        process = start(folder)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        try:
            process.wait(timeout=moments.uniform(0.0, 0.25))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            times -= process.wait() == -signal.SIGKILL
        else:  # it was done sooner: another file gives it something to do
            number = len(list(folder.iterdir()))
            (folder / f"{number:03}.txt").write_text(serialize(many(number + 1)[-1]), encoding="utf-8")
        process.stdout.close()


@pytest.mark.django_db(transaction=True)
def test_killed_at_twenty_moments_it_ends_in_the_same_content(tmp_path: Path) -> None:
    assert settings.DATABASES["default"]["ENGINE"]
    texts = [*many(60), *SMALL_ENCYCLOPEDIA]
    folder = tmp_path / "files"
    folder.mkdir()
    for index, text in enumerate(texts):
        (folder / f"{index:03}.txt").write_text(serialize(text), encoding="utf-8")
    killed(folder, times=20)
    texts = [read_canonical(file.read_text(encoding="utf-8")) for file in sorted(folder.iterdir())]
    report = run_import([folder], ImportOptions(publish=True), by=None)
    assert report.outcomes.total() == len(texts)
    assert not report.has_failures
    assert ImportBatch.objects.filter(finished=None).count() == 0
    assert compare_with_rebuild() == []
    assert Revision.objects.count() == Entry.objects.count() == len(texts)
    assert ImportedFile.objects.values("entry").distinct().count() == len(texts)
    assert imported_content() == {(slug(text.headword), digest(serialize(text)), 1, True, True) for text in texts}


POOL = """
import signal
import django
django.setup()
from entries.services.importing.reading import ReadingOptions, read_and_pack, workers
from entries.text.tables import Tables
read = ReadingOptions(Tables()).packed()
with workers(2, 1000) as pool:
    assert len(pool.submit(read_and_pack, read, [b"a", b"b"]).result()) == 2
    print("ready", flush=True)
    signal.pause()
"""


def test_worker_processes_end_with_the_process_that_was_killed() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", POOL], cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGKILL)
        # They hold the other end of its output: it ends when the last of them has.
        assert select.select([process.stdout], [], [], 60)[0]
        assert process.stdout.read() == b""


HOLDER = """
import sys
import django
django.setup()
from django.db import connection
from entries.services.locking import alone
connection.settings_dict["NAME"] = sys.argv[1]
with alone("import  files"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.django_db(transaction=True)
def test_a_source_is_imported_by_one_process_at_a_time(bring: Importer) -> None:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not Path(name).is_file():
        pytest.skip("a database in memory has no other process")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", HOLDER, name]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(arguments, cwd=ROOT, env=environment, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(SourceBusyError, match="แหล่ง files"):
            bring([ANNA])
        assert outcomes(bring([ANNA], source="other")) == {"alpha-anna.txt": "created"}
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert outcomes(bring([BORIS])) == {"beta-boris.txt": "created"}
