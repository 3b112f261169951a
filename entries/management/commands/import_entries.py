import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.management.progress import progress_bar
from entries.models import Work
from entries.services.importing import ImportOptions, run_import
from entries.services.importing.files import NoSuchPathError, RegistersError


class Command(BaseCommand):
    help = "Import source files: text files, or folders of them, one entry a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a text file or a folder of them")
        parser.add_argument("--work", metavar="SLUG", help="the work the entries belong to (default: the only one)")
        parser.add_argument("--source", metavar="NAME", help="where the files come from (default: files)")
        parser.add_argument("--dry-run", action="store_true", help="report what would happen; write nothing")
        parser.add_argument("--publish", action="store_true", help="make public what is brought in, except over unpublished work")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = ImportOptions(
            work=options["work"], source=options["source"], dry_run=options["dry_run"], publish=options["publish"]
        )
        try:
            with progress_bar(self.stderr, "Importing") as progress:
                report = run_import(options["paths"], chosen, by=None, progress=progress)
        except (NoSuchPathError, RegistersError) as error:
            raise CommandError(str(error)) from error
        except Work.DoesNotExist as error:
            raise CommandError(f"ไม่มีผลงานชื่อ {options['work']}") from error
        except Work.MultipleObjectsReturned as error:
            raise CommandError("มีผลงานมากกว่าหนึ่ง ให้ระบุด้วย --work") from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        else:
            for file in report.files:
                self.stdout.write(file.as_text())
            self.stdout.write(report.totals())
        if report.has_failures:
            raise CommandError(f"{report.counts['rejected']} file(s) were not taken in", returncode=1)
