import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.management.acting import acting_user, add_user_option
from entries.management.progress import progress_bar
from entries.models import ImportBatch
from entries.services.undoing import AlreadyUndoneError, undo


class Command(BaseCommand):
    help = (
        "Take back what an import did: texts and what was live are as before; entries that somebody has worked on "
        "since are reported and left."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", metavar="BATCH", type=int, help="the batch's number, as the import's report says")
        add_user_option(parser)
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            batch = ImportBatch.objects.get(pk=options["batch"])
            with progress_bar(self.stderr, "Undoing") as progress:
                report = undo(batch, by=acting_user(options), progress=progress)
        except ImportBatch.DoesNotExist as error:
            raise CommandError(f"ไม่มีชุดนำเข้าที่ {options['batch']}") from error
        except AlreadyUndoneError as error:
            raise CommandError(str(error)) from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
            return
        for entry in report.entries:
            self.stdout.write(entry.as_text())
        self.stdout.write(report.totals())
