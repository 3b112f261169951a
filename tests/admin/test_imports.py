"""Batches at the desk: what came of each file, the report to keep, and taking all of it back."""

import json
from pathlib import Path

import pytest
from django.test import Client

from entries.models import Entry, ImportBatch, Projection
from tests.admin.conftest import bring, edit, queries, screen
from tests.texts import ANNA, BORIS, DELTA, GAMMA


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


def test_a_batch_says_what_was_asked_for_what_it_lacks_and_what_was_left_out(
    as_importer: Client, work: object, tmp_path: Path
) -> None:
    bring(tmp_path / "files", ANNA, BORIS)
    (tmp_path / "files" / "Beta, Boris.txt").unlink()
    (tmp_path / "files" / "picture.png").write_bytes(b"\x89PNG")
    batch = bring(tmp_path / "files", GAMMA, complete=True, publish=True)
    page = as_importer.get(screen("importbatch_change", batch.pk))
    assert page.context["options"] == ["เผยแพร่", "บอกรายการที่ขาด"]
    assert [entry["title"] for entry in page.context["missing"]] == [BORIS.title]
    assert page.context["ignored"] == ["picture.png"]


def test_the_report_is_downloaded_with_every_file(as_importer: Client, work: object, tmp_path: Path) -> None:
    bring(tmp_path / "files", ANNA)
    batch = bring(tmp_path / "files", BORIS, spoilt=True, name="ชุดที่สอง")
    answer = as_importer.get(screen("importbatch_report", batch.pk))
    report = json.loads(answer.content)
    assert answer["Content-Disposition"] == f'attachment; filename="import-{batch.pk}.json"'
    assert (report["name"], report["counts"], report["undone"]) == ("ชุดที่สอง", batch.counts, None)
    assert [(file["path"], file["outcome"], file["slug"]) for file in report["files"]] == [
        ("Alpha, Anna.txt", "unchanged", "alpha-anna"),
        ("Beta, Boris.txt", "created", "beta-boris"),
        ("spoilt.txt", "rejected", ""),
    ]


def test_a_batch_is_taken_back_after_asking_and_tells_what_that_meant(
    as_importer: Client, work: object, tmp_path: Path
) -> None:
    bring(tmp_path / "first", ANNA, publish=True)
    batch = bring(tmp_path / "files", ANNA.replace(authors=("แฟ้มใหม่",)), BORIS, GAMMA, DELTA, publish=True)
    edit(Entry.objects.get(slug="beta-boris"), BORIS.replace(authors=("บรรณาธิการ",)))
    asked = as_importer.get(screen("importbatch_undo", batch.pk))
    assert asked.context["entries"] == {"all": 4, "created": 0, "created_public": 3, "changed": 1}
    assert Projection.objects.live().count() == 4
    told = as_importer.post(screen("importbatch_undo", batch.pk)).context["report"]
    found = {group["value"]: [entry["title"] for entry in group["entries"]] for group in told["groups"]}
    assert found == {"left": [BORIS.title], "restored": [ANNA.title], "withdrawn": [DELTA.title, GAMMA.title]}
    assert [entry["reason"] for group in told["groups"] for entry in group["entries"] if entry["reason"]] == [
        "มีการแก้ไขหลังการนำเข้า (ฉบับแก้ไขที่ 2)"
    ]
    batch.refresh_from_db()
    assert batch.undone_by_name == "ผู้ดูแลระบบนำเข้า"
    page = as_importer.get(screen("importbatch_change", batch.pk))
    assert "ยกเลิกส่วนที่คงไว้…" in page.content.decode()
    again = as_importer.post(screen("importbatch_undo", batch.pk)).context["report"]
    assert [group["value"] for group in again["groups"]] == ["left"]


def test_a_batch_that_is_undone_whole_is_not_undone_again(as_importer: Client, work: object, tmp_path: Path) -> None:
    batch = bring(tmp_path / "files", ANNA)
    as_importer.post(screen("importbatch_undo", batch.pk))
    again = as_importer.post(screen("importbatch_undo", batch.pk), follow=True)
    assert "ถูกยกเลิกไปแล้ว" in str(next(iter(again.context["messages"])))


@pytest.mark.parametrize("who", ["as_editor", "as_reviewer", "as_prasert"])
def test_only_who_looks_after_imports_takes_them_back(
    request: pytest.FixtureRequest, work: object, tmp_path: Path, who: str
) -> None:
    batch = bring(tmp_path / "files", ANNA)
    client: Client = request.getfixturevalue(who)
    address = screen("importbatch_undo", batch.pk)
    assert [client.get(address).status_code, client.post(address).status_code] == [403, 403]
    assert address not in client.get(screen("importbatch_change", batch.pk)).content.decode()
    assert ImportBatch.objects.get().undone is None


def test_a_batch_of_three_files_asks_no_more_than_one_of_one(as_importer: Client, work: object, tmp_path: Path) -> None:
    one = bring(tmp_path / "one", ANNA)
    three = bring(tmp_path / "three", BORIS, GAMMA, DELTA)
    asked = [queries(as_importer, screen("importbatch_change", batch.pk)) for batch in (one, three)]
    assert asked[0] == asked[1]
