import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from entries.services import searching


class Command(BaseCommand):
    help = "Search the published entries, as the site does."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", metavar="QUERY", help="words, “phrases”, -unwanted, author: keyword: year:")
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many results (default: 20)")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *args: Any, **options: Any) -> None:
        found = searching.search(options["query"], size=max(1, options["limit"]))
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
