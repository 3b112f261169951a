"""The app that holds the encyclopedia: texts, registers, projections and every screen over them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntriesConfig(AppConfig):
    name = "entries"
    verbose_name = _("สารานุกรม")
