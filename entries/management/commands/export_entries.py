from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.management.progress import progress_bar
from entries.services.exporting import TargetNotEmptyError, export_entries


class Command(BaseCommand):
    help = "Write every entry's working text as a source file into an empty folder, with registers.jsonl."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", metavar="DIR", type=Path, help="the folder; made where it is not there")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with progress_bar(self.stderr, "Exporting") as progress:
                count = export_entries(options["target"], progress=progress)
        except TargetNotEmptyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} entries written to {options['target']}")
