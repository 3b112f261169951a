"""An export taken in again: everything is where it was, and a folder that is not whole changes nothing."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from entries.models import Alias, Entry, HonorificRow, Keyword, KeywordName, Projection, Publication, Revision, Work
from entries.services import checking
from entries.services.aliases import add_alias
from entries.services.exporting import REGISTERS, REVISIONS, export_entries
from entries.services.exporting.lines import BY_TYPE
from entries.services.merging import merge_owners
from entries.services.publishing import publish
from entries.services.restoring import RestoreError, restore
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article
from entries.text.serializer import digest, serialize
from tests.services.everything import (
    empty_columns,
    empty_the_database,
    fill,
    projection_rows,
    register_rows,
    registers_of_an_export,
)
from tests.texts import ANNA, BORIS, SMALL_ENCYCLOPEDIA, article

Enter = Callable[..., list[Entry]]
Row = dict[str, Any]


MOMENT = datetime(2021, 2, 3, tzinfo=UTC)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def whole(editor: AbstractBaseUser, out: Path) -> Path:
    """The export of an encyclopedia that has everything."""
    fill(editor)
    export_entries(out)
    return out


@pytest.fixture(scope="module")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept") / "out"


@pytest.fixture
def copy(kept_folder: Path, editor: AbstractBaseUser, out: Path) -> Path:
    """Such an export, made once, beside an empty database."""
    if not kept_folder.exists():
        with transaction.atomic():
            fill(editor)
            export_entries(kept_folder)
            transaction.set_rollback(True)
    shutil.copytree(kept_folder, out)
    return out


# Everything


def test_every_register_has_a_line() -> None:
    names = {"KeywordName", "AuthorName"}  # part of their owners' lines
    assert {each.model.__name__ for each in BY_TYPE.values()} == {
        model.__name__ for model in registers_of_an_export() if model.__name__ not in names
    } | {"Revision"}


def test_everything_comes_back(whole: Path, tmp_path: Path, editor: AbstractBaseUser) -> None:
    assert empty_columns([*registers_of_an_export(), Revision]) == ["Revision.format"]
    registers, projections = register_rows(), projection_rows()
    empty_the_database()
    report = restore(whole, by=editor)

    assert register_rows() == registers
    assert projection_rows() == projections
    assert checking.compare_with_rebuild() == []
    export_entries(tmp_path / "again")
    assert files(tmp_path / "again") == files(whole)
    assert report.known == []
    assert report.kept == {}
    assert sorted(report.entries) == sorted(name for name in files(whole) if name.endswith(".txt"))
    assert {each.entry for each in report.entries.values()} == set(Entry.objects.values_list("pk", flat=True))
    assert {each.revision for each in report.entries.values()} == set(
        Revision.objects.latest_of_each().values_list("pk", flat=True)
    )


def test_numbers_have_gaps_where_nothing_refers_to_a_text(whole: Path) -> None:
    empty_the_database()
    restore(whole, by=None)
    anna = Revision.objects.filter(entry__slug="alpha-anna").order_by("number")
    assert list(anna.values_list("number", "parent__number")) == [(1, None), (3, None), (5, None)]
    gamma = Revision.objects.filter(entry__slug="gamma-war").order_by("pk")
    numbers = list(gamma.values_list("number", "parent__number", "merged__number"))
    assert sorted(numbers, key=str) == sorted(
        [(1, None, None), (2, 1, None), (None, 1, None), (None, 1, None), (4, None, None)], key=str
    )


def test_versions_stand_at_their_addresses(whole: Path) -> None:
    def versions() -> list[tuple[object, ...]]:
        rows = Publication.objects.order_by("entry__slug", "number")
        return list(rows.values_list("entry__slug", "number", "revision__text", "began", "ended", "by_name", "quiet"))

    before = versions()
    assert [row[:2] for row in before] == [("alpha-anna", 1), ("alpha-anna", 2), ("beta-boris", 1), ("epsilon", 1)]
    empty_the_database()
    restore(whole, by=None)
    assert versions() == before


def test_history_begins_with_who_restored(whole: Path, editor: AbstractBaseUser) -> None:
    empty_the_database()
    restore(whole, by=editor)
    for model in (Work, Alias, Keyword):
        rows = model.history.values_list("id", "history_type", "history_user", "history_change_reason")
        expected = [(pk, "+", editor.pk, "นำเข้าคืนจากแฟ้มส่งออก") for pk in model.objects.values_list("pk", flat=True)]
        assert sorted(rows) == sorted(expected)
    assert Alias.history.get().created == Alias.objects.get().created


def test_two_side_texts_that_are_the_same_stay_two(enter: Enter, out: Path, tmp_path: Path) -> None:
    (entry,) = enter(ANNA)
    main = Revision.objects.get()
    text = serialize(BORIS)
    sides = [
        Revision(
            entry=entry, text=text, digest=digest(text), origin="import", reason=reason, created=MOMENT, parent=main
        )
        for reason in ("หนึ่ง", "สอง")
    ]
    Revision.objects.bulk_create(sides)
    for side in sides:
        entry.conflicts.create(base=main, mine=main, theirs=side, field=side.reason, opened=MOMENT)
    export_entries(out)
    empty_the_database()
    restore(out, by=None)
    assert sorted(Entry.objects.get().conflicts.values_list("field", "theirs__reason")) == [
        ("สอง", "สอง"),
        ("หนึ่ง", "หนึ่ง"),
    ]
    export_entries(tmp_path / "again")
    assert files(tmp_path / "again") == files(out)


def test_names_that_were_cut_keep_their_keys(enter: Enter, out: Path, tmp_path: Path) -> None:
    long = "- ".join("คำ" for _unused in range(110)) + "ท้าย"
    assert len(long) > 300
    (entry,) = enter(article(keywords=(long,)))
    add_alias(entry, long, by=None)
    keys = set(KeywordName.objects.values_list("key")) | set(Alias.objects.values_list("key"))
    export_entries(out)
    empty_the_database()
    restore(out, by=None)
    assert set(KeywordName.objects.values_list("key")) | set(Alias.objects.values_list("key")) == keys
    export_entries(tmp_path / "again")
    assert files(tmp_path / "again") == files(out)


def test_an_address_too_long_for_a_file_is_named_by_its_code(enter: Enter, out: Path) -> None:
    enter(article("", "ก" * 80))
    export_entries(out)
    uid, slug = Entry.objects.values_list("uid", "slug").get()
    assert sorted(files(out)) == sorted([f"{uid}.txt", REGISTERS, REVISIONS])
    empty_the_database()
    restore(out, by=None)
    assert Entry.objects.values_list("uid", "slug").get() == (uid, slug)


@pytest.mark.django_db
def test_queries_do_not_grow_with_entries(editor: AbstractBaseUser, tmp_path: Path) -> None:
    counts = []
    for number in (1, 3):
        empty_the_database()
        work = Work.objects.create(slug="encyclopedia", title="สารานุกรม")
        articles = [article(f"Entry {index}", f"รายการ {index}") for index in range(number)]
        results = revise([Change(None, each, new=NewEntry(work)) for each in articles], by=editor)
        publish([result.latest for result in results if result.latest], by=editor)
        for result in results:
            assert result.entry
            result.entry.aliases.create(name=f"ชื่ออื่น {result.entry.slug}", key=result.entry.slug)
        export_entries(tmp_path / str(number))
        empty_the_database()
        with CaptureQueriesContext(connection) as queries:
            restore(tmp_path / str(number), by=None)
        assert Entry.objects.count() == number
        counts.append(len(queries))
    assert counts[0] == counts[1]


# Into a database that has something


def test_its_own_export_changes_nothing(whole: Path, editor: AbstractBaseUser) -> None:
    HonorificRow.objects.all().delete()
    before = register_rows(), projection_rows()
    report = restore(whole, by=editor)
    assert (register_rows(), projection_rows()) == before
    assert report.entries == {}
    assert sorted(report.known) == sorted(name for name in files(whole) if name.endswith(".txt"))
    assert report.restored == {}
    assert report.kept["entry"] == 7


def here(uid: str, slug: str, *articles: Article) -> Work:
    """An emptied database with a work of its own and entries, the first of which has this code and address."""
    empty_the_database()
    work = Work.objects.create(slug="encyclopedia", title="ชื่อผลงานของที่นี่")
    new = [NewEntry(work, uid, slug), *(NewEntry(work) for _article in articles[1:])]
    revise([Change(None, each, new=one) for each, one in zip(articles, new, strict=True)], by=None)
    return work


def test_known_entries_stay_and_unknown_ones_come(enter: Enter, out: Path) -> None:
    first, *_others = enter(*SMALL_ENCYCLOPEDIA, live=True)
    for entry in Entry.objects.all():
        add_alias(entry, f"ชื่อเดิม {entry.slug}", by=None)
    HonorificRow.objects.create(word="หลวงปู่", kind="title")
    export_entries(out)
    addresses = set(Entry.objects.values_list("uid", "slug"))
    changed = ANNA.replace(paragraphs=("แก้ไขที่นี่",))
    here(first.uid, "anna-here", changed)
    report = restore(out, by=None)

    assert report.known == ["alpha-anna.txt"]
    assert sorted(report.entries) == ["beta-boris.txt", "delta.txt", "gamma-war.txt"]
    assert report.kept == {
        "work": 1,
        "entry": 1,
        "publication": 1,
        "alias": 1,
        "honorific": 1,
        "keyword": 3,
        "author": 1,
    }
    assert set(Entry.objects.values_list("uid", "slug")) == addresses - {(first.uid, first.slug)} | {
        (first.uid, "anna-here")
    }
    assert Revision.objects.get(entry__uid=first.uid).article == changed
    assert Work.objects.get().title == "ชื่อผลงานของที่นี่"
    assert HonorificRow.objects.count() == 0
    came = ["beta-boris", "delta", "gamma-war"]
    assert sorted(Publication.objects.values_list("entry__slug", flat=True)) == came
    assert sorted(Alias.objects.values_list("entry__slug", flat=True)) == came
    linked = Projection.objects.working().get(entry__slug="gamma-war").references.exclude(target=None)
    assert sorted(linked.values_list("target__slug", flat=True)) == ["anna-here", "beta-boris"]
    assert checking.compare_with_rebuild() == []


def test_names_known_here_stay_with_their_owners(enter: Enter, out: Path) -> None:
    enter(article("One", "หนึ่ง", keywords=("เลนิน", "เลนินน์", "Lenin 1")))
    work = Work.objects.get()
    into = Keyword.objects.get(label="เลนิน")
    merge_owners(Keyword.objects.get(label="เลนินน์"), into)
    export_entries(out)
    here("zzz", "two", article("Two", "สอง", keywords=("เลนิน", "Lenin! 1")))
    assert Keyword.objects.get(label="Lenin! 1").slug == "lenin-1"
    Keyword.objects.filter(label="Lenin! 1").update(slug="เลนินน์")
    report = restore(out, by=None)

    owners = {label: (slug, into) for label, slug, into in Keyword.objects.values_list("label", "slug", "merged_into")}
    names = sorted(KeywordName.objects.values_list("name", "keyword__label"))
    assert work.slug == "encyclopedia"
    assert names == [("Lenin! 1", "Lenin! 1"), ("เลนิน", "เลนิน"), ("เลนินน์", "เลนิน")]
    assert owners == {"เลนิน": ("เลนิน", None), "Lenin! 1": ("เลนินน์", None)}
    assert (report.restored["keyword"], report.kept["keyword"]) == (0, 3)


def test_a_name_whose_address_is_taken_gets_another(enter: Enter, out: Path) -> None:
    enter(article("One", "หนึ่ง", keywords=("เลนิน",)))
    export_entries(out)
    here("zzz", "two", article("Two", "สอง", keywords=("สตาลิน",)))
    Keyword.objects.update(slug="เลนิน")
    restore(out, by=None)
    assert sorted(Keyword.objects.values_list("label", "slug")) == [("สตาลิน", "เลนิน"), ("เลนิน", "เลนิน-2")]


@pytest.mark.parametrize("redirected", [False, True])
def test_an_address_of_another_entry_stops_it(enter: Enter, out: Path, redirected: bool) -> None:
    (entry,) = enter(ANNA)
    export_entries(out)
    here("zzz", "two" if redirected else entry.slug, article("Two", "สอง"))
    if redirected:
        Entry.objects.get().old_slugs.create(slug=entry.slug)
    before = register_rows()
    with pytest.raises(RestoreError) as raised:
        restore(out, by=None)
    assert str(raised.value).split("\n")[1:] == [
        "registers.jsonl บรรทัด 3: ที่อยู่ alpha-anna เป็นของรายการอื่น (รหัสถาวร zzz) ให้เปลี่ยนที่อยู่ในบรรทัดนี้ หรือนำเข้าในฐานข้อมูลว่าง"
    ]
    assert register_rows() == before


# What is wrong with a folder


def rewrite(folder: Path, name: str, change: Callable[[list[Row]], object]) -> None:
    """Changes the lines of one of the lists."""
    rows = [json.loads(line) for line in (folder / name).read_text("utf-8").split("\n") if line]
    change(rows)
    (folder / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def line_of(rows: list[Row], kind: str, **columns: object) -> Row:
    """The first line of this type with these columns."""
    return next(row for row in rows if row.get("type") == kind and columns.items() <= row.items())


def set_in(kind: str, column: str, value: object) -> Callable[[list[Row]], object]:
    return lambda rows: line_of(rows, kind).__setitem__(column, value)


def set_in_text(column: str, value: object) -> Callable[[list[Row]], object]:
    return lambda rows: line_of(rows, "entry")["revision"].__setitem__(column, value)


def repeat(kind: str, **changes: object) -> Callable[[list[Row]], object]:
    def change(rows: list[Row]) -> None:
        rows.insert(-1, {**line_of(rows, kind), **changes})
        rows[-1]["lines"] += 1

    return change


def raw(text: str) -> Callable[[Path], object]:
    """Puts these characters in the place of line 3 of the registers."""

    def change(folder: Path) -> None:
        lines = (folder / REGISTERS).read_text("utf-8").split("\n")
        lines[2] = text
        (folder / REGISTERS).write_text("\n".join(lines), "utf-8", errors="surrogateescape")

    return change


WRONG_FOLDERS = {
    "no registers": (lambda folder: (folder / REGISTERS).unlink(), "registers.jsonl: อ่านแฟ้มไม่ได้"),
    "no revisions": (lambda folder: (folder / REVISIONS).unlink(), "revisions.jsonl: อ่านแฟ้มไม่ได้"),
    "no text": (lambda folder: (folder / "alpha-anna.txt").unlink(), "alpha-anna.txt: อ่านแฟ้มไม่ได้"),
    "another text": (
        lambda folder: (folder / "alpha-anna.txt").write_text("เปลี่ยน", "utf-8"),
        "alpha-anna.txt: ข้อความไม่ตรงกับค่าแฮช",
    ),
    "no UTF-8": (lambda folder: (folder / "alpha-anna.txt").write_bytes(b"\xa1"), "alpha-anna.txt: ไม่ใช่ UTF-8"),
    "bad JSON": (raw("{"), "registers.jsonl บรรทัด 3: ไม่ใช่ JSON"),
    "no object": (raw("[]"), "registers.jsonl บรรทัด 3: ไม่ใช่ออบเจ็กต์"),
    "not a number": (raw('{"type": "label", "label": NaN}'), "registers.jsonl บรรทัด 3: ไม่ใช่ JSON"),
    "deep JSON": (raw("[" * 100_000), "registers.jsonl บรรทัด 3: ไม่ใช่ JSON"),
    "bytes": (raw("\udcff"), "registers.jsonl บรรทัด 3: ไม่ใช่ JSON"),
    "cut off": (
        lambda folder: rewrite(folder, REGISTERS, lambda rows: rows.pop()),
        "registers.jsonl: แฟ้มไม่ครบ",
    ),
    "a line lost": (lambda folder: rewrite(folder, REGISTERS, lambda rows: rows.pop(5)), "registers.jsonl: แฟ้มไม่ครบ"),
    "a text lost": (lambda folder: rewrite(folder, REVISIONS, lambda rows: rows.pop()), "revisions.jsonl: แฟ้มไม่ครบ"),
}

WRONG_LINES: dict[str, tuple[Callable[[list[Row]], object], str]] = {
    "newer version": (lambda rows: rows[0].update(version=99), "registers.jsonl บรรทัด 1: ไม่ใช่แฟ้มส่งออกรุ่น 1"),
    "unknown type": (set_in("alias", "type", "nickname"), "ไม่รู้จักชนิดของบรรทัดนี้"),
    "unknown column": (set_in("alias", "colour", "red"), "ไม่รู้จักช่อง colour"),
    "no column": (lambda rows: line_of(rows, "alias").pop("name"), "ขาดช่อง name"),
    "null": (set_in("alias", "name", None), "ช่อง name ต้องมีค่า"),
    "wrong kind": (set_in("publication", "quiet", 1), "ช่อง quiet มีค่าผิดชนิด"),
    "a number for text": (set_in("alias", "name", 3), "ช่อง name มีค่าผิดชนิด"),
    "a truth for a number": (set_in("publication", "number", True), "ช่อง number มีค่าผิดชนิด"),
    "negative": (set_in("publication", "number", -1), "ช่อง number ต้องอยู่ระหว่าง 0 ถึง 2147483647: -1"),
    "too great": (set_in("publication", "number", 2**40), "ช่อง number ต้องอยู่ระหว่าง"),
    "no texts": (set_in("class_noun", "thai", [1]), "ช่อง thai มีค่าผิดชนิด"),
    "no honorific": (set_in("honorific", "kind", "lost"), "ช่อง kind มีค่าที่ไม่รู้จัก: lost"),
    "no date": (set_in("publication", "began", "เมื่อวาน"), "ช่อง began ไม่ใช่วันเวลา"),
    "no zone": (set_in("publication", "began", "2020-01-01T00:00:00"), "ช่อง began ขาดเขตเวลา"),
    "too long": (set_in("alias", "name", "ก" * 301), "ช่อง name ยาวเกิน 300 อักขระ"),
    "no choice": (set_in("work_state", "state", "lost"), "ช่อง state มีค่าที่ไม่รู้จัก"),
    "NUL": (set_in("conflict", "place", {"label": ["\0"]}), "ช่อง place มีอักขระที่ฐานข้อมูลเก็บไม่ได้"),
    "no address": (set_in("entry", "slug", "../x"), "ช่อง slug ใช้เป็นที่อยู่ไม่ได้"),
    "no entry": (set_in("alias", "entry", "nobody"), "อ้างถึงรายการ nobody ซึ่งไม่มี"),
    "entry not named": (lambda rows: line_of(rows, "work_state").pop("entry"), "ขาดช่อง entry"),
    "no text": (lambda rows: line_of(rows, "entry").pop("revision"), "ขาดช่อง revision"),
    "outside": (set_in("entry", "file", "../alpha-anna.txt"), "อยู่นอกโฟลเดอร์"),
    "no revision": (set_in("publication", "revision", 77), "อ้างถึงฉบับแก้ไข 77 ซึ่งไม่มี"),
    "no parent": (set_in_text("parent", 77), "อ้างถึงฉบับแก้ไข 77 ซึ่งไม่มี"),
    "own parent": (set_in_text("parent", 5), "อ้างถึงกันเป็นวง"),
    "later form": (set_in_text("format", 2), "รูปแบบข้อความรุ่น 2"),
    "no work": (set_in("entry", "work", "nowhere"), "ไม่มีผลงาน nowhere"),
    "merged into nobody": (set_in("keyword", "merged_into", "nobody"), "ยุบรวมเข้ากับ nobody ซึ่งไม่มี"),
    "names amiss": (set_in("keyword", "names", ["x"]), "ช่อง names ต้องเป็นคู่"),
    "an empty name": (set_in("keyword", "names", [["", ""]]), "ชื่อในช่อง names ใช้ไม่ได้"),
    "entry twice": (repeat("entry"), "uid ซ้ำ กับบรรทัด"),
    "address twice": (repeat("entry", uid="abc"), "ที่อยู่ alpha-anna ซ้ำ กับบรรทัด"),
    "file twice": (repeat("entry", uid="abc", slug="abc"), "แฟ้ม alpha-anna.txt ซ้ำ กับบรรทัด"),
    "alias twice": (repeat("alias"), "entry, key ซ้ำ กับบรรทัด"),
    "two live": (repeat("publication", number=9, ended=None), "มีฉบับที่เผยแพร่อยู่แล้ว กับบรรทัด"),
    "name twice": (repeat("keyword", slug="other"), "มีอยู่ในบรรทัดก่อนแล้ว"),
}


@pytest.mark.parametrize(("spoil", "told"), WRONG_FOLDERS.values(), ids=WRONG_FOLDERS)
def test_a_folder_that_is_not_whole_changes_nothing(copy: Path, spoil: Callable[[Path], object], told: str) -> None:
    spoil(copy)
    with pytest.raises(RestoreError) as raised:
        restore(copy, by=None)
    assert told in str(raised.value)
    assert not any(register_rows().values())


@pytest.mark.parametrize(("spoil", "told"), WRONG_LINES.values(), ids=WRONG_LINES)
def test_a_wrong_line_changes_nothing(copy: Path, spoil: Callable[[list[Row]], object], told: str) -> None:
    rewrite(copy, REGISTERS, spoil)
    with pytest.raises(RestoreError) as raised:
        restore(copy, by=None)
    message = str(raised.value)
    assert told in message
    assert "registers.jsonl บรรทัด " in message or "alpha-anna.txt: " in message
    assert not any(register_rows().values())


def test_a_text_that_is_not_canonical_changes_nothing(copy: Path) -> None:
    text = "ไม่ใช่รูปแบบมาตรฐาน"
    (copy / "alpha-anna.txt").write_text(text, "utf-8")
    rewrite(copy, REGISTERS, set_in_text("digest", digest(text)))
    rewrite(copy, REVISIONS, lambda rows: rows[0].update(text=text, digest=digest(text)))
    with pytest.raises(RestoreError) as raised:
        restore(copy, by=None)
    told = str(raised.value).split("\n")
    assert [line.split(" (")[0] for line in told] == [
        "นำเข้าคืนไม่ได้ ยังไม่มีอะไรเปลี่ยนแปลง",
        "alpha-anna.txt: ข้อความไม่อยู่ในรูปแบบมาตรฐาน",
        "revisions.jsonl บรรทัด 1: ข้อความไม่อยู่ในรูปแบบมาตรฐาน",
    ]
    assert not any(register_rows().values())


def test_texts_of_known_entries_may_have_been_changed(whole: Path) -> None:
    (whole / "alpha-anna.txt").write_text("แก้ด้วยมือ", "utf-8")
    assert "alpha-anna.txt" in restore(whole, by=None).known
