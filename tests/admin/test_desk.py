"""The desk's first page: tables by jobs, and what waits."""

import re
from pathlib import Path

from django.contrib.auth.models import AbstractUser
from django.test import Client

from entries.desk import LINK_PAGES
from tests.admin.conftest import Enter
from tests.texts import ANNA, BORIS

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "admin"


def test_tables_are_arranged_by_jobs(admin_client: Client, work: object) -> None:
    page = admin_client.get("/admin/")
    jobs = [(job["name"], [table["object_name"] for table in job["models"]]) for job in page.context["app_list"]]
    assert jobs == [
        ("รายการ", ["Entry", "Problem", "Conflict"]),
        ("รายการโยง", [*(name for name, _label in LINK_PAGES), "ReferenceDecision"]),
        ("ชื่อ", ["Keyword", "Author", "Alias", "FailedQuery"]),
        ("นำเข้า", ["ImportBatch", "ImportedFile"]),
        ("ผลงาน", ["Work"]),
        ("ตาราง", ["HonorificRow", "ClassNounRow", "KindRow", "LabelRow", "CheckSetting"]),
        ("ผู้ใช้", ["User", "Group"]),
    ]


def test_everyone_sees_only_their_own_jobs(as_wanida: Client, enter: Enter) -> None:
    enter(ANNA, BORIS)
    page = as_wanida.get("/admin/")
    assert [job["name"] for job in page.context["app_list"]] == ["รายการ", "รายการโยง", "ชื่อ"]
    waiting = {work["label"]: work["count"] for work in page.context["waiting"]}
    assert waiting == {
        "ฉบับร่าง": 2,
        "รอตรวจ": 0,
        "ส่งกลับแก้ไข": 0,
        "ผ่านการตรวจ รอเผยแพร่": 0,
        "ข้อสังเกตที่ต้องแก้": 0,
        "คำถามเรื่องรายการโยง": 0,
        "แก้ไขขัดกัน": 0,
        "คำค้นที่ไม่พบผล": 0,
        "แฟ้มรอตัดสิน": 0,
    }


def test_who_may_see_no_entry_learns_nothing_of_them(client: Client, enter: Enter, django_user_model: type) -> None:
    enter(ANNA)
    nobody: AbstractUser = django_user_model.objects.create_user("nobody", is_staff=True)
    client.force_login(nobody)
    page = client.get("/admin/")
    assert "waiting" not in page.context
    assert ANNA.title not in page.content.decode()


def test_the_desk_is_in_thai_whatever_the_browser_asks_for(admin_client: Client, work: object) -> None:
    page = admin_client.get("/admin/entries/keyword/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="th"' in page
    assert "<h1>คำสำคัญ</h1>" in page


def test_no_template_of_the_desk_breaks_the_security_policy() -> None:
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
    found = [str(path) for path in sorted(TEMPLATES.rglob("*.html")) if inline.search(path.read_text("utf-8"))]
    assert found == []
