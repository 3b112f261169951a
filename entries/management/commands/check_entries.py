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
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a text file or a folder of them")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")
        parser.add_argument("--fix-safe", metavar="OUT", type=Path, help="write fixed copies into this folder")
        parser.add_argument("--lexicon", metavar="FILE", type=Path, help="known names, one a line (UTF-8)")
        parser.add_argument("--no-keywords", action="store_true", help="find anchors without the entry's own keywords")

    def handle(self, *args: Any, **options: Any) -> None:
        files = [found for path in options["paths"] for found in _files(path)]
        copies = _copies(files, options["fix_safe"]) if options["fix_safe"] else {}
        lexicon = _lexicon(options["lexicon"]) if options["lexicon"] else None
        inspected: list[Inspection | Unreadable] = []
        for path, _ in files:
            one = inspect_source(_read(path), str(path), lexicon=lexicon, own_keywords=not options["no_keywords"])
            inspected.append(one)
            if copies and isinstance(one, Inspection):
                copies[path].parent.mkdir(parents=True, exist_ok=True)
                copies[path].write_bytes(one.fixed_text().encode())
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
    if path.is_dir():
        return [(file, file.relative_to(path)) for file in sorted(path.rglob("*.txt")) if file.is_file()]
    if not path.exists():
        raise CommandError(f"ไม่มีไฟล์หรือโฟลเดอร์ {path}")
    return [(path, Path(path.name))]


def _copies(files: list[tuple[Path, Path]], folder: Path) -> dict[Path, Path]:
    """Where the copy of each file goes; refused where one would stand in the place of a source or of another."""
    copies = {path: folder / place for path, place in files}
    sources = {path.resolve() for path in copies}
    if len(set(copies.values())) < len(copies):
        raise CommandError("มีไฟล์ชื่อซ้ำกันจากหลายโฟลเดอร์ ให้ตรวจทีละโฟลเดอร์เมื่อใช้ --fix-safe")
    if any(copy.resolve() in sources for copy in copies.values()):
        raise CommandError("โฟลเดอร์ของ --fix-safe ต้องไม่ใช่โฟลเดอร์ของต้นฉบับ")
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
