"""The editors' desk as Django's admin."""

from django.contrib.admin.apps import AdminConfig
from django.core.checks import Tags, register

from encyclopedia.secret import check_secret_key


class DeskConfig(AdminConfig):
    default_site = "entries.desk.Desk"

    def ready(self) -> None:
        super().ready()
        register(check_secret_key, Tags.security)
