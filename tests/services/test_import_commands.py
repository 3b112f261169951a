"""The commands that bring files in and take batches back: in whose name, and what they refuse before they begin."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.core.management import CommandError, call_command
from django.utils import timezone

from entries.models import ImportBatch, Revision, Work
from entries.text.serializer import serialize
from tests.texts import ANNA


@pytest.fixture
def folder(tmp_path: Path, work: Work) -> Path:
    (tmp_path / "alpha.txt").write_text(serialize(ANNA), encoding="utf-8")
    return tmp_path


def test_an_import_and_its_undoing_bear_the_name_of_who_did_them(folder: Path, editor: AbstractBaseUser) -> None:
    out = StringIO()
    call_command("import_entries", folder, user="wanida", format="json", stdout=out)
    batch = ImportBatch.objects.get(pk=json.loads(out.getvalue())["batch"])
    assert (batch.by, batch.by_name) == (editor, "วนิดา บรรณาธิการ")
    assert Revision.objects.get().by == editor
    call_command("undo_import", batch.pk, user="wanida", stdout=StringIO())
    batch.refresh_from_db()
    assert (batch.undone_by, batch.undone_by_name) == (editor, "วนิดา บรรณาธิการ")


TOMORROW = f"{timezone.now() + timedelta(days=2):%Y-%m-%d}"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("user", "nobody", "--user: ไม่มีผู้ใช้ชื่อ nobody หรือบัญชีถูกปิดไว้"),
        ("workers", 0, "--workers: 0 ไม่ได้ ต้องมีอย่างน้อย 1"),
        ("source", "ก" * 101, "--source: ยาว 101 ตัวอักษร ต้องไม่เกิน 100"),
        ("batch", "ก" * 201, "--batch: ยาว 201 ตัวอักษร ต้องไม่เกิน 200"),
        ("first_published", "2019-13-01", "--first-published: 2019-13-01 ไม่ใช่วันที่ ให้เขียนแบบ 2019-06-30"),
        ("first_published", TOMORROW, f"--first-published: {TOMORROW} ยังมาไม่ถึง ต้องเป็นวันที่รายการปรากฏครั้งแรก"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    folder: Path, option: str, value: object, message: str
) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("import_entries", folder, **{option: value})
    assert str(refused.value) == message
    assert ImportBatch.objects.count() == 0


def test_an_unknown_encoding_is_refused_before_any_file(folder: Path) -> None:
    with pytest.raises(CommandError, match=r"^--encoding: ไม่รู้จักการเข้ารหัส “klingon” ใช้ได้: "):
        call_command("import_entries", folder, encoding="klingon")
    assert ImportBatch.objects.count() == 0
