"""The app that holds the encyclopedia: texts, registers, projections and every screen over them."""

from django.apps import AppConfig


class EntriesConfig(AppConfig):
    name = "entries"
    verbose_name = "สารานุกรม"
