import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_date

from entries.management.acting import acting_user, add_user_option
from entries.management.progress import progress_bar
from entries.models import ImportBatch, Work
from entries.services.importing import FileReport, ImportOptions, run_import
from entries.services.importing.applying import BatchUndoneError
from entries.services.importing.files import ArchiveError, NoSuchPathError, RegistersError
from entries.services.importing.running import SourceBusyError
from entries.services.restoring import RestoreError
from entries.text.encoding import EncodingError, decode


class Command(BaseCommand):
    help = "Import source files: text files, folders or zip archives of them, one entry a file; - is standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add(
            "paths", nargs="+", metavar="PATH", type=Path, help="a text file, a folder, a .zip, or - for standard input"
        )
        add("--work", metavar="SLUG", help="the work the entries belong to (default: the only one)")
        add("--source", metavar="NAME", help="where the files come from (default: files)")
        add("--batch", metavar="NAME", default="", help="what to call this import")
        add("--dry-run", action="store_true", help="report what would change; write nothing")
        add("--encoding", metavar="NAME", help="read every file in this encoding")
        add("--repair", action="store_true", help="mend text that was decoded wrongly where nothing is lost by it")
        add("--fix-safe", action="store_true", help="mend what needs no eye on it, as a further revision of each entry")
        add("--publish", action="store_true", help="make public what is brought in, except over unpublished work")
        add("--first-published", metavar="DATE", help="the day on which what was never public appeared (2019-06-30)")
        add("--quiet", action="store_true", help="keep what is published out of feeds and lists of what is new")
        add(
            "--complete",
            action="store_true",
            help="these are all files of the source: also report its entries that they lack",
        )
        add(
            "--map",
            metavar="FILE",
            type=Path,
            help="settles held files: path, TAB, and an entry's address, new or skip",
        )
        add("--reparse", action="store_true", help="read files anew even if their bytes have not changed")
        add("--workers", metavar="N", type=int, default=1, help="processes that read files (default: 1)")
        add_user_option(parser)
        add("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = chosen_options(options)
        by = acting_user(options)
        files: list[dict[str, Any]] = []

        def tell(file: FileReport) -> None:
            if options["format"] == "json":
                files.append(file.as_json())
            else:
                self.stdout.write("\n".join(file.as_text()))

        try:
            with progress_bar(self.stderr, "Importing") as progress:
                report = run_import(options["paths"], chosen, by=by, progress=progress, tell=tell)
        except (
            ArchiveError,
            BatchUndoneError,
            NoSuchPathError,
            RegistersError,
            RestoreError,
            SourceBusyError,
        ) as error:
            raise CommandError(str(error)) from error
        except Work.DoesNotExist as error:
            raise CommandError(f"ไม่มีผลงานชื่อ {options['work']}") from error
        except Work.MultipleObjectsReturned as error:
            raise CommandError("มีผลงานมากกว่าหนึ่ง ให้ระบุด้วย --work") from error
        if options["format"] == "json":
            self.stdout.write(json.dumps({**report.as_json(), "files": files}, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(report.totals()))
        if report.has_failures:
            raise CommandError(f"{report.failures} file(s) were not taken in", returncode=1)


def chosen_options(options: dict[str, Any]) -> ImportOptions:
    """The import's options. Raises CommandError for what cannot be meant, with the option's name."""
    if options["workers"] < 1:
        raise CommandError(f"--workers: {options['workers']} ไม่ได้ ต้องมีอย่างน้อย 1")
    for name, field in (("source", "source"), ("batch", "name")):
        longest = ImportBatch._meta.get_field(field).max_length or 0
        if len(options[name] or "") > longest:
            raise CommandError(f"--{name}: ยาว {len(options[name])} ตัวอักษร ต้องไม่เกิน {longest}")
    try:
        decode(b"a\n", encoding=options["encoding"])
    except EncodingError as error:  # what matters of this letter is whether the name is known
        if error.code == "unknown_encoding":
            raise CommandError(f"--encoding: {error}") from error
    return ImportOptions(
        work=options["work"],
        source=options["source"],
        name=options["batch"],
        dry_run=options["dry_run"],
        encoding=options["encoding"],
        repair=options["repair"],
        fix_safe=options["fix_safe"],
        publish=options["publish"],
        first_published=day(options["first_published"]),
        quiet=options["quiet"],
        complete=options["complete"],
        decisions=options["map"],
        reparse=options["reparse"],
        workers=options["workers"],
    )


def day(text: str | None) -> datetime | None:
    """The beginning of the day that is meant, in the site's time zone."""
    if text is None:
        return None
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        raise CommandError(f"--first-published: {text} ไม่ใช่วันที่ ให้เขียนแบบ 2019-06-30")
    at = timezone.make_aware(datetime.combine(found, time.min))
    if at > timezone.now():
        raise CommandError(f"--first-published: {text} ยังมาไม่ถึง ต้องเป็นวันที่รายการปรากฏครั้งแรก")
    return at
