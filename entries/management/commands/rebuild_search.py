from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.management.progress import progress_bar
from entries.services import indexing


class Command(BaseCommand):
    help = "Make the search index anew from the texts and aliases."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only compare with a rebuild; change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            with progress_bar(self.stderr, "Indexing") as progress:
                self.stdout.write(f"{indexing.rebuild(progress)} entries indexed")
            return
        with progress_bar(self.stderr, "Comparing") as progress:
            differences = indexing.check(progress)
        for difference in differences[:50]:
            self.stdout.write(difference[:200])
        if differences:
            raise CommandError(f"{len(differences)} difference(s) from a rebuild", returncode=1)
        self.stdout.write("the index is what a rebuild gives")
