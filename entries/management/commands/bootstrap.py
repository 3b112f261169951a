"""Make a new database usable: the sample entries, the desk's groups, and an account to edit with."""

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from entries.management.groups import make_groups
from entries.models import Entry


class Command(BaseCommand):
    help = (
        "Import and publish the sample entries where there is no entry yet, make the groups of reviewers, editors and "
        "import managers that are missing, and an editor's account where there is no account yet. What exists is never "
        "touched, so it can be run at any time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--samples", type=Path, default=settings.BASE_DIR / "fixtures", help="folder of samples")
        parser.add_argument("--username", default="editor", help="name of the account to make")

    def handle(self, *, samples: Path, username: str, **options: Any) -> None:
        if Entry.objects.exists():
            self.stdout.write("The database has entries: no sample is imported.")
        else:
            call_command("import_entries", str(samples), publish=True, stdout=self.stdout, stderr=self.stderr)

        for group in make_groups():
            self.stdout.write(f"Group: {group}")

        users = get_user_model()._default_manager
        if not users.exists():
            password = secrets.token_urlsafe(12)
            users.create_superuser(username, password=password)
            self.stdout.write(f"Editor's account: {username}   password: {password}   (shown this once)")
