from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.services import checking


class Command(BaseCommand):
    help = "Find every reference and its target anew, from texts, names and editors' decisions alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only compare with what that gives; change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            self.stdout.write(f"{checking.relink()} difference(s) mended")
            return
        differences = checking.compare_with_relink()
        for difference in differences[:50]:
            self.stdout.write(difference)
        if differences:
            raise CommandError(f"{len(differences)} difference(s) from relinking", returncode=1)
        self.stdout.write("references are what relinking gives")
