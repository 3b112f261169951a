import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.text.inspection import Inspection, Unreadable, inspect_source, lexicon_of_lines, totals
from entries.text.references import NameLexicon


class Command(BaseCommand):
    help = "Check source files before they are submitted: parse them and report problems. Needs no database."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("paths", nargs="+", metavar="PATH", type=Path, help="a text file or a folder of them")
        add("--format", choices=["text", "json"], default="text", help="how to report")
        add("--fix-safe", metavar="OUT", type=Path, help="write fixed copies into this folder")
        add("--lexicon", metavar="FILE", type=Path, help="known names, one a line (UTF-8)")
        add("--no-keywords", action="store_true", help="find anchors without the entry's own keywords")
        add("--encoding", metavar="NAME", help="read every file in this encoding")
        add("--repair", action="store_true", help="mend text that was decoded wrongly where nothing is lost by it")

    def handle(self, *args: Any, **options: Any) -> None:
        files = dict(found for path in options["paths"] for found in _files(path))
        copies = _copies(files, options["fix_safe"]) if options["fix_safe"] else {}
        lexicon = _lexicon(options["lexicon"]) if options["lexicon"] else None
        inspected: list[Inspection | Unreadable] = []
        for path in files:
            one = inspect_source(
                _read(path),
                str(path),
                encoding=options["encoding"],
                repair=options["repair"],
                lexicon=lexicon,
                own_keywords=not options["no_keywords"],
            )
            inspected.append(one)
            if copies and isinstance(one, Inspection):
                _write(copies[path], one.fixed_text())
            if options["format"] == "text":
                for line in one.as_lines():
                    self.stdout.write(line)
        if options["format"] == "json":
            self.stdout.write(json.dumps([one.as_json() for one in inspected], ensure_ascii=False, indent=2))
        else:
            self.stdout.write(totals(inspected))
        if unreadable := sum(isinstance(one, Unreadable) for one in inspected):
            raise CommandError(f"อ่านไม่ได้ {unreadable} จาก {len(files)} ไฟล์", returncode=1)


def _files(path: Path) -> list[tuple[Path, Path]]:
    """The files that a path means, each with its place in a folder of copies."""
    if not path.exists():
        raise CommandError(f"ไม่มีไฟล์หรือโฟลเดอร์ {path}")
    if not path.is_dir():
        return [(path, Path(path.name))]
    files = [file for file in sorted(path.rglob("*")) if file.suffix.lower() == ".txt" and file.is_file()]
    if not files:
        raise CommandError(f"ไม่มีไฟล์ .txt ในโฟลเดอร์ {path}")
    return [(file, file.relative_to(path)) for file in files]


def _copies(files: dict[Path, Path], folder: Path) -> dict[Path, Path]:
    """Where the copy of each file goes; refused where it cannot stand, or would stand in the place of a source."""
    copies = {path: folder / place for path, place in files.items()}
    sources = {path.resolve() for path in copies}
    if len(set(copies.values())) < len(copies):
        raise CommandError("มีไฟล์ชื่อซ้ำกันจากหลายโฟลเดอร์ ให้ตรวจทีละโฟลเดอร์เมื่อใช้ --fix-safe")
    if any(copy.resolve() in sources for copy in copies.values()):
        raise CommandError("โฟลเดอร์ของ --fix-safe ต้องไม่ใช่โฟลเดอร์ของต้นฉบับ")
    for copy in copies.values():
        if copy.is_dir():
            raise CommandError(f"เขียน {copy} ไม่ได้: มีโฟลเดอร์ชื่อนี้อยู่แล้ว")
        for place in copy.parents:
            if place.exists() and not place.is_dir():
                raise CommandError(f"--fix-safe ต้องเป็นโฟลเดอร์ แต่ {place} เป็นไฟล์")
    return copies


def _lexicon(path: Path) -> NameLexicon:
    try:
        return lexicon_of_lines(_read(path).decode("utf-8-sig").split("\n"))
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} ไม่ใช่ไฟล์ UTF-8") from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"เปิดอ่าน {path} ไม่ได้: {error.strerror}") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as error:
        raise CommandError(f"เขียน {path} ไม่ได้: {error.strerror}") from error
