from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.services import checking


class Command(BaseCommand):
    help = "Empty every projection and make it anew from texts, names and decisions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only compare with a rebuild; change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            self.stdout.write(f"{checking.rebuild()} entries projected")
            return
        differences = checking.compare_with_rebuild()
        for difference in differences[:50]:
            self.stdout.write(difference)
        if differences:
            raise CommandError(f"{len(differences)} difference(s) from a rebuild", returncode=1)
        self.stdout.write("projections are what a rebuild gives")
