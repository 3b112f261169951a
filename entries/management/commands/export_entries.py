from argparse import ArgumentTypeError
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from entries.management.progress import progress_bar
from entries.services.exporting import TargetNotEmptyError, export_entries


class Command(BaseCommand):
    help = (
        "Write every entry's working text as a source file into an empty folder, with registers.jsonl (what the texts "
        "do not hold) and revisions.jsonl (every other text that something refers to). Importing the folder into an "
        "empty database restores all of it but batches, accounts and histories."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", metavar="DIR", type=Path, help="the folder; made where it is not there")
        parser.add_argument("--live", action="store_true", help="what readers see only: no draft, no editors' remark")
        parser.add_argument(
            "--since",
            metavar="DATE",
            type=moment,
            help="only entries with a new revision, publication or state since then (2025-01-31 or 2025-01-31T09:00)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with progress_bar(self.stderr, "Exporting") as progress:
                count = export_entries(
                    options["target"], live=options["live"], since=options["since"], progress=progress
                )
        except TargetNotEmptyError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"เขียน {error.filename or options['target']} ไม่ได้: {error.strerror}") from error
        self.stdout.write(f"{count} entries written to {options['target']}")


def moment(value: str) -> datetime:
    """A date or a date with a time, of the site's time zone unless it says another."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise ArgumentTypeError(f"{value} ไม่ใช่วันที่ ให้เขียนเป็นปีคริสต์ศักราช-เดือน-วัน เช่น 2025-01-31") from error
    return timezone.make_aware(found) if timezone.is_naive(found) else found
