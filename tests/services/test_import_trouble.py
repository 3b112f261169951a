"""Imports that meet trouble: odd names and archives, what people took away, decisions that are used twice."""

import os
import zipfile
import zlib
from pathlib import Path

import pytest

from entries.models import Entry, ImportBatch, ImportedFile, Projection, Revision, Stage, Work
from entries.services.importing import ImportOptions, ImportReport, run_import
from entries.services.importing.files import RegistersError, read_map
from entries.services.importing.report import recorded
from entries.services.publishing import set_state, withdraw
from entries.services.revising import Change, revise
from entries.services.settling import dismiss_held
from entries.services.undoing import undo
from entries.text.article import Article
from entries.text.serializer import serialize
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS


def bring_path(*paths: Path, **options: object) -> ImportReport:
    return run_import(paths, ImportOptions(**options), by=None)  # type: ignore[arg-type]


def outcomes(report: ImportReport) -> dict[str, str]:
    return {file.path: file.outcome.value for file in report.files}


def with_doubled_vowel(text: Article) -> Article:
    return text.replace(paragraphs=(text.paragraphs[0] + " เเละ", *text.paragraphs[1:]))


def test_what_a_person_withdrew_stays_so(bring: Importer) -> None:
    bring([ANNA, BORIS], publish=True)
    withdraw([Entry.objects.get(slug="alpha-anna")], by=None)
    report = bring([ANNA, BORIS], publish=True)
    assert (report.published, report.not_published) == (0, {"alpha-anna": "บรรณาธิการถอนรายการจากการเผยแพร่"})
    assert [face.headword for face in Projection.objects.live()] == ["Beta, Boris"]


def test_the_same_files_may_be_fixed_again_after_undoing(bring: Importer) -> None:
    bring([with_doubled_vowel(ANNA)], fix_safe=True)
    undo(ImportBatch.objects.get(), by=None)
    report = bring([with_doubled_vowel(ANNA).replace(keywords=("อัลฟา",))], fix_safe=True)
    assert set(outcomes(report)) == {"alpha-anna.txt"}
    face = Projection.objects.working().get()
    assert face.revision.article.keywords == ("อัลฟา",)


def test_a_second_file_of_a_name_is_another_file(tmp_path: Path, work: Work) -> None:
    texts = [ANNA, ANNA.replace(keywords=("อัลฟา",))]
    for number, text in enumerate(texts):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "alpha-anna.txt").write_text(serialize(text), encoding="utf-8")
    report = bring_path(tmp_path / "0", tmp_path / "1")
    assert outcomes(report) == {"alpha-anna.txt": "created", "alpha-anna.txt (2)": "held"}
    again = bring_path(tmp_path / "0", tmp_path / "1")
    assert outcomes(again) == {"alpha-anna.txt": "unchanged", "alpha-anna.txt (2)": "held"}


def test_names_of_old_systems_are_read(tmp_path: Path, work: Work) -> None:
    (tmp_path / "in").mkdir()
    name = os.fsencode(tmp_path / "in") + b"/" + "อัลฟา.txt".encode("cp874")
    Path(os.fsdecode(name)).write_text(serialize(ANNA), encoding="utf-8")
    assert outcomes(bring_path(tmp_path / "in")) == {"อัลฟา.txt": "created"}


def test_new_is_decided_once(bring: Importer, tmp_path: Path) -> None:
    decided = tmp_path / "decided.tsv"
    decided.write_text("alpha-anna.txt\tnew\n", encoding="utf-8")
    assert outcomes(bring([ANNA], decisions=decided)) == {"alpha-anna.txt": "created"}
    corrected = ANNA.replace(keywords=("อัลฟา",))
    assert outcomes(bring([corrected], decisions=decided)) == {"alpha-anna.txt": "updated"}
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("data", [None, "ฉัน\tnew".encode("cp874")], ids=["missing", "not UTF-8"])
def test_decisions_that_cannot_be_read_are_told(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "decided.tsv"
    if data:
        path.write_bytes(data)
    with pytest.raises(RegistersError, match=r"decided\.tsv"):
        read_map(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_expands_without_bound_is_not_expanded(tmp_path: Path, work: Work, method: int) -> None:
    path = tmp_path / "files.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("alpha-anna.txt", serialize(ANNA))
    report = bring_path(path)
    assert outcomes(report) == {"alpha-anna.txt": "rejected"}
    assert "deflate" in report.files[0].reason


def test_a_damaged_member_leaves_the_others(tmp_path: Path, work: Work) -> None:
    path = tmp_path / "files.zip"
    text = serialize(BORIS).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("alpha-anna.txt", serialize(ANNA))
        archive.writestr("beta-boris.txt", text)
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(text) + packer.flush()
    data = path.read_bytes()
    at = data.index(packed)
    path.write_bytes(data[:at] + b"\xff" * len(packed) + data[at + len(packed) :])
    assert outcomes(bring_path(path)) == {"alpha-anna.txt": "created", "beta-boris.txt": "rejected"}


def test_a_headword_given_up_is_not_taken_by_another_file(bring: Importer) -> None:
    """The entry's own file is there: one with its former headword and another text has to be decided."""
    bring([ANNA, BORIS], names=["b.txt", "c.txt"])
    renamed = ANNA.replace(headwords=("Alpha, Anya",))
    bring([renamed, BORIS], names=["b.txt", "c.txt"])
    other = ANNA.replace(paragraphs=("ข้อความของบุคคลอีกคนหนึ่งซึ่งไม่เกี่ยวข้องกับรายการเดิมแต่อย่างใด",))
    report = bring([other, renamed, BORIS], names=["a.txt", "b.txt", "c.txt"])
    assert outcomes(report) == {"a.txt": "held", "b.txt": "unchanged", "c.txt": "unchanged"}
    assert report.files[0].candidates == (Entry.objects.get(faces__headword="Alpha, Anya").slug,)


def test_a_copy_is_held_and_not_the_file_itself(bring: Importer) -> None:
    bring([ANNA], names=["anna.txt"])
    report = bring([ANNA.replace(keywords=("อัลฟา",)), ANNA], names=["anna (1).txt", "anna.txt"])
    assert outcomes(report) == {"anna (1).txt": "held", "anna.txt": "unchanged"}


def test_files_that_changed_places_find_their_entries(bring: Importer) -> None:
    bring([ANNA, BORIS], names=["a.txt", "b.txt"])
    report = bring([BORIS, ANNA], names=["a.txt", "b.txt"])
    assert outcomes(report) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert [entry for entry, _path in ImportBatch.objects.latest("pk").unchanged_files()] == [
        Entry.objects.get(slug=slug).pk for slug in ("beta-boris", "alpha-anna")
    ]


def test_what_was_not_published_is_named_with_the_reason_and_stays_on_the_batch(bring: Importer) -> None:
    bring([ANNA, BORIS], publish=True)
    anna = Revision.objects.get(entry__slug="alpha-anna")
    revise([Change(anna.entry, anna.article.replace(keywords=("อัลฟา",)), base=anna)], by=None)
    bring([BORIS.replace(keywords=("บีตา",))], source="other")
    set_state(Revision.objects.filter(entry__slug="beta-boris").latest_of_each().get(), Stage.RETURNED, by=None)
    report = bring([ANNA, BORIS], publish=True)
    expected = {
        "alpha-anna": "บรรณาธิการมีงานที่ยังไม่เผยแพร่",
        "beta-boris": "บรรณาธิการส่งข้อความนี้กลับให้แก้ไข",
    }
    assert (report.published, report.not_published) == (0, expected)
    batch = ImportBatch.objects.get(pk=report.batch)
    assert (batch.remarks["published"], batch.remarks["not_published"]) == (0, expected)
    assert {file.slug: file.not_published for file in recorded(batch)} == expected


def test_the_records_tell_what_the_import_told(bring: Importer) -> None:
    bring([ANNA, BORIS])
    anna = Revision.objects.get(entry__slug="alpha-anna")
    mine = anna.article.replace(paragraphs=("ข้อความของบรรณาธิการ", *anna.article.paragraphs[1:]))
    revise([Change(anna.entry, mine, base=anna)], by=None)
    theirs = ANNA.replace(paragraphs=("ข้อความของแฟ้ม", *ANNA.paragraphs[1:]))
    report = bring([theirs, BORIS, BORIS], names=["alpha-anna.txt", "beta-boris.txt", "zeta.txt"])
    assert outcomes(report) == {"alpha-anna.txt": "conflict", "beta-boris.txt": "unchanged", "zeta.txt": "held"}
    [clash] = report.files[0].clashes
    assert clash.place == "คำอธิบาย ย่อหน้าที่ 1"
    assert (clash.before, clash.mine, clash.theirs) == (
        ANNA.paragraphs[:1],
        ("ข้อความของบรรณาธิการ",),
        ("ข้อความของแฟ้ม",),
    )
    assert report.files[2].candidates == ("beta-boris",)
    assert [file.as_json() for file in recorded(ImportBatch.objects.get(pk=report.batch))] == [
        file.as_json() for file in report.files
    ]


def test_a_file_that_a_person_did_not_want_is_not_held_again(bring: Importer, tmp_path: Path) -> None:
    files = {"texts": [ANNA, ANNA.replace(keywords=("อัลฟา",))], "names": ["anna.txt", "copy.txt"]}
    report = bring(files["texts"], names=files["names"])
    assert outcomes(report) == {"anna.txt": "created", "copy.txt": "held"}
    dismiss_held(ImportedFile.objects.get(path="copy.txt"), by=None)
    assert outcomes(bring(files["texts"], names=files["names"])) == {"anna.txt": "unchanged", "copy.txt": "rejected"}
    changed = [ANNA, ANNA.replace(keywords=("อัลฟา", "อันนา"))]
    assert outcomes(bring(changed, names=files["names"])) == {"anna.txt": "unchanged", "copy.txt": "held"}
