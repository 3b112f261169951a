import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from entries.models import Work
from entries.services import link_health, registers


class Command(BaseCommand):
    help = "How the links of the encyclopedia do, and what would settle the most of them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--work", help="the work's short name; not needed where there is only one")
        parser.add_argument("--top", type=int, default=10, help="how many targets to name (10)")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            work = registers.the_work(options["work"])
        except Work.DoesNotExist as error:
            raise CommandError(f"ไม่มีผลงาน {options['work']}") from error
        except Work.MultipleObjectsReturned as error:
            raise CommandError("มีหลายผลงาน ให้ระบุด้วย --work") from error
        health = link_health.health(work=work.pk)
        settling = link_health.most_settling(work=work.pk, limit=options["top"])
        if options["format"] == "json":
            report = {"work": work.slug, **health.as_json(), "most_settling": [each.as_json() for each in settling]}
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
            return
        for name, value in health.as_json().items():
            self.stdout.write(f"{name:12} {value}")
        for each in settling:
            self.stdout.write(f"{each.references:6} {each.why.value:12} {each.name}")
