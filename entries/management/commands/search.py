import json
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.services import searching

_MOST = 1_000


class Command(BaseCommand):
    help = "Search the published entries, as the site does."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", metavar="QUERY", help="words, “phrases”, -unwanted, author: keyword: year:")
        parser.add_argument("--limit", type=_limit, default=20, metavar="N", help="how many results (default: 20)")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *args: Any, **options: Any) -> None:
        if not any(map(str.isalnum, options["query"])):
            raise CommandError("the query has no letters and no digits")
        found = searching.search(options["query"], size=options["limit"])
        if options["format"] == "json":
            self.stdout.write(json.dumps(searching.as_json(found), ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"{found.total} รายการ")
        for name in found.did_you_mean:
            self.stdout.write(f"ท่านหมายถึง “{name}” หรือไม่")
        for result in found.results:
            row = searching.result_json(result)
            self.stdout.write(f"\n{row['thai_title'] or row['headword']}  {row['headword']}  {row['period']}")
            self.stdout.write(f"  {row['why']}\n  {row['snippet']}")


def _limit(text: str) -> int:
    """A number of results, from 1 to so many that reading them makes sense."""
    if not (text.isdecimal() and 1 <= int(text) <= _MOST):
        raise ArgumentTypeError(f"{text!r} is no number from 1 to {_MOST}")
    return int(text)
