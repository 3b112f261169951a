"""The editors' desk. One file a screen, its form beside it; what a screen does, a service does."""

from entries.admin import aliases, conflicts, entries, imports, names, works

__all__ = ["aliases", "conflicts", "entries", "imports", "names", "works"]
