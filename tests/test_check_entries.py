"""`manage.py check_entries`: no test here asks for a database, so none may be touched."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parent.parent
SOURCE = """Alpha, Anna
นางอันนา อัลฟา

อันนา อัลฟา เป็นนักปฏิวัติ มีบุตร๒คน พบบอริส บีตา (Boris Beta)*

คำตั้ง
Alpha, Anna
คำเทียบ
นางอันนา อัลฟา
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two files, one in a folder of its own and in cp874."""
    (tmp_path / "source" / "sub").mkdir(parents=True)
    (tmp_path / "source" / "alpha.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "source" / "sub" / "alpha.txt").write_bytes(SOURCE.encode("cp874"))
    (tmp_path / "source" / "notes.md").write_text("ไม่ใช่รายการ", encoding="utf-8")
    return tmp_path / "source"


def run(*args: object) -> str:
    """What the command writes."""
    out = StringIO()
    call_command("check_entries", *map(str, args), stdout=out)
    return out.getvalue()


def test_json_has_an_object_a_file(folder: Path) -> None:
    found = json.loads(run(folder, "--format", "json"))
    assert [(one["file"], one["encoding"]) for one in found] == [
        (str(folder / "alpha.txt"), "utf-8"),
        (str(folder / "sub" / "alpha.txt"), "cp874"),
    ]


def test_text_has_a_line_a_problem_and_the_totals(folder: Path) -> None:
    lines = run(folder / "alpha.txt").split("\n")
    assert any(line.startswith(f"{folder / 'alpha.txt'}:4: ควรตรวจ missing_space_digit ") for line in lines)
    assert lines[-2].startswith("1 ไฟล์ · ")


def test_an_unreadable_file_is_told_and_gives_status_one(folder: Path) -> None:
    (folder / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("check_entries", str(folder), "--format=json", stdout=out)
    assert error.value.returncode == 1
    found = json.loads(out.getvalue())
    assert [list(one)[:2] for one in found] == [["file", "encoding"], ["file", "error"], ["file", "encoding"]]


def test_fixed_copies_keep_their_places_and_the_sources_stay(folder: Path, tmp_path: Path) -> None:
    run(folder, "--fix-safe", tmp_path / "out")
    for place in ("alpha.txt", "sub/alpha.txt"):
        assert "มีบุตร ๒ คน" in (tmp_path / "out" / place).read_text(encoding="utf-8")
    assert (folder / "alpha.txt").read_text(encoding="utf-8") == SOURCE
    run(tmp_path / "out", "--fix-safe", tmp_path / "again")
    assert (tmp_path / "again" / "alpha.txt").read_bytes() == (tmp_path / "out" / "alpha.txt").read_bytes()


def test_a_copy_never_stands_in_the_place_of_a_source_or_of_another_copy(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="ต้องไม่ใช่โฟลเดอร์ของต้นฉบับ"):
        run(folder, "--fix-safe", folder)
    with pytest.raises(CommandError, match="ชื่อซ้ำกัน"):
        run(folder / "alpha.txt", folder / "sub" / "alpha.txt", "--fix-safe", tmp_path / "out")
    assert (folder / "alpha.txt").read_text(encoding="utf-8") == SOURCE


def test_lexicon_and_keywords_are_options(folder: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\ufeffทิมทอมทัม\n", encoding="utf-8")
    source = SOURCE.replace("บอริส บีตา (Boris Beta)", "ทิมทอมทัม (Qqq)") + "คำสำคัญ\n- ทอมทัม\n"
    (folder / "alpha.txt").write_text(source, encoding="utf-8")
    found = json.loads(run(folder / "alpha.txt", "--lexicon", names, "--no-keywords", "--format", "json"))
    assert [reference["anchor"] for reference in found[0]["references"]] == ["ทิมทอมทัม"]
    names.write_bytes("ก".encode("cp874"))
    with pytest.raises(CommandError, match="ไม่ใช่ไฟล์ UTF-8"):
        run(folder, "--lexicon", names)


def test_an_unsure_anchor_is_told_with_its_confidence_and_evidence(folder: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("ทิมทอมทัม\n", encoding="utf-8")
    source = SOURCE.replace("บอริส บีตา (Boris Beta)", "ทิมทอมทัม (Qqq)") + "คำสำคัญ\n- ทอมทัม\n"
    (folder / "alpha.txt").write_text(source, encoding="utf-8")
    [line] = [line for line in run(folder / "alpha.txt", "--no-keywords").split("\n") if "คำที่โยงไม่แน่ใจ" in line]
    found = json.loads(run(folder / "alpha.txt", "--no-keywords", "--format", "json"))[0]["references"][0]
    number = 1 + source[: source.index("(Qqq)")].count("\n")
    assert line.startswith(f"{folder / 'alpha.txt'}:{number}: คำที่โยงไม่แน่ใจ (ร้อยละ {int(100 * found['confidence'])}) ")
    assert line.endswith(f"“{found['anchor']} (Qqq)*”: {' · '.join(found['evidence'])}")
    assert "คำที่โยงไม่แน่ใจ" not in run(folder / "alpha.txt")
    assert "คำที่โยงไม่แน่ใจ" not in run(folder / "alpha.txt", "--no-keywords", "--lexicon", names)


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="ไม่มีไฟล์หรือโฟลเดอร์"):
        run(tmp_path / "nothing.txt")


def test_neither_a_key_nor_debugging_is_needed(folder: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, "manage.py", "check_entries", str(folder), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, check=True)
    assert (len(json.loads(done.stdout)), done.stderr) == (2, b"")


def test_a_file_is_no_folder_for_copies_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("ข้อความเดิม", encoding="utf-8")
    with pytest.raises(CommandError, match=r"ต้องเป็นโฟลเดอร์ แต่ .*out เป็นไฟล์"):
        run(folder, "--fix-safe", out)
    with pytest.raises(CommandError, match=r"ต้องเป็นโฟลเดอร์ แต่ .*out เป็นไฟล์"):
        run(folder, "--fix-safe", out / "deeper")
    assert out.read_text(encoding="utf-8") == "ข้อความเดิม"
    copies = tmp_path / "copies"
    (copies / "sub" / "alpha.txt").mkdir(parents=True)
    with pytest.raises(CommandError, match="มีโฟลเดอร์ชื่อนี้อยู่แล้ว"):
        run(folder, "--fix-safe", copies)
    assert not (copies / "alpha.txt").exists()


def test_names_in_capitals_are_read_too(folder: Path) -> None:
    (folder / "BETA.TXT").write_text(SOURCE, encoding="utf-8")
    files = [one["file"] for one in json.loads(run(folder, "--format", "json"))]
    assert files == [str(folder / name) for name in ("BETA.TXT", "alpha.txt", "sub/alpha.txt")]


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"ไม่มีไฟล์ \.txt ในโฟลเดอร์") as error:
        run(tmp_path)
    assert error.value.returncode == 1


def test_an_encoding_can_be_forced_and_mojibake_repaired(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(SOURCE.encode("cp874").decode("latin-1").encode())
    with pytest.raises(CommandError):
        run(broken)
    [found] = json.loads(run(broken, "--repair", "--format", "json"))
    assert found["thai_titles"] == ["นางอันนา อัลฟา"]
    assert "mojibake_repaired" in [problem["code"] for problem in found["problems"]]
    plain = tmp_path / "plain.txt"
    plain.write_bytes(SOURCE.encode("utf-16-le"))
    [found] = json.loads(run(plain, "--encoding", "utf-16-le", "--format", "json"))
    assert (found["encoding"], found["headwords"]) == ("utf-16-le", ["Alpha, Anna"])
    with pytest.raises(CommandError):
        run(plain, "--encoding", "utf-8")


def test_it_runs_where_the_database_cannot_be_reached(folder: Path) -> None:
    environment = os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "DEBUG": "1"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "manage.py", "check_entries", str(folder), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert len(json.loads(done.stdout)) == 2
