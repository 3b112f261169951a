"""Imports that meet trouble: odd names and archives, what people took away, decisions that are used twice."""

import os
import zipfile
import zlib
from pathlib import Path

import pytest
from django.utils import timezone

from entries.models import Entry, ImportBatch, ImportedFile, Projection, Revision, Stage, Work
from entries.services.exporting import REGISTERS, export_entries
from entries.services.importing import ImportOptions, ImportReport, run_import
from entries.services.importing.files import RegistersError, read_map
from entries.services.importing.report import recorded
from entries.services.publishing import set_state, withdraw
from entries.services.revising import Change, revise
from entries.services.settling import dismiss_held, settle_held
from entries.services.undoing import undo
from entries.text.article import Article
from entries.text.serializer import serialize
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS, article


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
    bring([BORIS.replace(keywords=("บีตา",))])
    set_state(Revision.objects.filter(entry__slug="beta-boris").latest_of_each().get(), Stage.RETURNED, by=None)
    report = bring([ANNA, BORIS.replace(keywords=("บีตา", "บอริส"))], publish=True)
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


def test_what_a_person_withdrew_stays_so_though_its_batch_was_undone(bring: Importer) -> None:
    report = bring([ANNA, BORIS], publish=True)
    withdraw([Entry.objects.get(slug="alpha-anna")], by=None)
    undo(ImportBatch.objects.get(pk=report.batch), by=None)
    bring([ANNA, BORIS], publish=True)
    assert [face.headword for face in Projection.objects.live()] == ["Beta, Boris"]


def county(name: str, thai: str) -> Article:
    """One of many short articles of one pattern."""
    words = f"{thai} เป็นเขตปกครองในราชอาณาจักรสมมุติ มีที่ว่าการอยู่ที่เมืองหลวงของเขต ขึ้นกับกระทรวงมหาดไทยของราชอาณาจักร"
    return article(name, thai, words, ce=())


def test_files_that_were_numbered_anew_do_not_take_each_others_entries(bring: Importer) -> None:
    belford, carlow = county("Belford", "เบลฟอร์ด"), county("Carlow", "คาร์โลว์")
    bring([belford, carlow], names=["001.txt", "002.txt"], publish=True)
    report = bring([county("Alston", "อัลสตัน"), belford, carlow], names=["001.txt", "002.txt", "003.txt"], publish=True)
    assert outcomes(report) == {"001.txt": "held", "002.txt": "unchanged", "003.txt": "unchanged"}
    assert sorted(face.headword for face in Projection.objects.live()) == ["Belford", "Carlow"]


def test_entries_that_only_lead_on_are_not_matched_by_their_files_name(bring: Importer) -> None:
    old = article("Petrograd", "เปโตรกราด", ce=(), see="Saint Petersburg")
    bring([old], names=["1.txt"])
    assert outcomes(bring([old.replace(headwords=("Leningrad",), thai_titles=("เลนินกราด",))], names=["1.txt"])) == {
        "1.txt": "held"
    }


def test_a_headword_of_two_things_is_not_taken_by_the_second(bring: Importer) -> None:
    bring([county("Georgia", "จอร์เจีย")], names=["georgia-country.txt"])
    other = article("Georgia", "จอร์เจีย", "รัฐหนึ่งในสหรัฐอเมริกาซึ่งตั้งชื่อตามพระมหากษัตริย์อังกฤษ", ce=())
    assert outcomes(bring([other], names=["georgia-state.txt"])) == {"georgia-state.txt": "held"}


def test_two_files_that_are_one_entry_come_to_rest(bring: Importer) -> None:
    texts, names = [ANNA, ANNA.replace(keywords=("อัลฟา",))], ["anna.txt", "copy.txt"]
    bring(texts, names=names)
    for _each in range(2):  # each of the two, once
        for file in ImportedFile.objects.filter(outcome="held").order_by("-pk")[:1]:
            settle_held(file, Entry.objects.get(), by=None)
        report = bring(texts, names=names)
    assert outcomes(report) == {"anna.txt": "unchanged", "copy.txt": "unchanged"}


def test_deciding_publishes_nothing_that_a_person_withdrew(bring: Importer) -> None:
    bring([ANNA], publish=True)
    bring([ANNA, ANNA.replace(keywords=("อัลฟา",))], names=["alpha-anna.txt", "copy.txt"], publish=True)
    entry = Entry.objects.get()
    withdraw([entry], by=None)
    settled = settle_held(ImportedFile.objects.get(outcome="held"), entry, by=None, publish=True)
    assert (settled.published, settled.not_published) == (False, "บรรณาธิการถอนรายการจากการเผยแพร่")
    assert Projection.objects.live().count() == 0


def test_names_of_files_may_hold_anything(tmp_path: Path, work: Work) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\n2\tb.txt").write_text(serialize(ANNA), encoding="utf-8")
    assert outcomes(bring_path(tmp_path / "in")) == {"a\\x0a2\\x09b.txt": "created"}
    assert outcomes(bring_path(tmp_path / "in")) == {"a\\x0a2\\x09b.txt": "unchanged"}


def test_lists_of_unchanged_files_keep_every_name(work: Work) -> None:
    batch = ImportBatch.objects.create(work=work, source="files", began=timezone.now())
    batch.unchanged = zlib.compress(b"7\told.txt\n")
    batch.add_unchanged([(8, "a\nb\tc.txt")])
    assert ImportBatch.objects.get().unchanged_files() == [(7, "old.txt"), (8, "a\nb\tc.txt")]


@pytest.mark.parametrize("way", ["above", "zip", "file"])
def test_an_export_is_taken_in_as_one_or_not_at_all(bring: Importer, tmp_path: Path, way: str) -> None:
    bring([ANNA])
    export_entries(tmp_path / "bk" / "exp")
    asked = {"above": tmp_path / "bk", "zip": tmp_path / "bk.zip", "file": tmp_path / "bk" / "exp" / REGISTERS}[way]
    if way == "zip":
        with zipfile.ZipFile(asked, "w") as made:
            for file in (tmp_path / "bk" / "exp").iterdir():
                made.write(file, f"exp/{file.name}")
    with pytest.raises(RegistersError, match="ส่งออกไว้"):
        bring_path(asked)
    assert ImportBatch.objects.count() == 1


def test_what_is_asked_for_twice_is_taken_in_once(tmp_path: Path, work: Work) -> None:
    (tmp_path / "a.txt").write_text(serialize(ANNA), encoding="utf-8")
    assert outcomes(bring_path(tmp_path, tmp_path)) == {"a.txt": "created"}


def test_a_batch_that_goes_on_counts_what_it_had_and_hears_what_is_said_now(bring: Importer, tmp_path: Path) -> None:
    copy = ANNA.replace(keywords=("อัลฟา",))
    first = bring([ANNA, copy], names=["anna.txt", "copy.txt"])
    ImportBatch.objects.filter(pk=first.batch).update(finished=None)
    decided = tmp_path / "decided.tsv"
    decided.write_text("copy.txt\talpha-anna\nnowhere.txt\tskip\n", encoding="utf-8")
    report = bring([copy, BORIS], names=["copy.txt", "boris.txt"], decisions=decided, publish=True)
    assert (report.batch, report.continued, report.undecided) == (first.batch, True, ["nowhere.txt"])
    assert outcomes(report) == {"boris.txt": "created", "copy.txt": "held"}
    batch = ImportBatch.objects.get()
    assert {name: count for name, count in batch.counts.items() if count} == {"created": 2, "held": 1}
    assert batch.options["publish"] is True


def test_a_held_file_is_mended_as_its_import_would_have(bring: Importer) -> None:
    bring([ANNA], names=["anna.txt"])
    bring([ANNA, with_doubled_vowel(ANNA)], names=["anna.txt", "copy.txt"], fix_safe=True)
    settle_held(ImportedFile.objects.get(outcome="held"), Entry.objects.get(), by=None)
    lead = ANNA.paragraphs[0]
    texts = Revision.objects.main_line().order_by("number").values_list("origin", "text")
    assert [(origin, text.partition(lead)[2].partition("\n")[0]) for origin, text in texts] == [
        ("import", ""),
        ("import", " เเละ"),
        ("import_fix", " และ"),
    ]
