"""The editors' desk. One file a screen, its form beside it; what a screen does, a service does."""

from entries.admin import (
    aliases,
    conflicts,
    decisions,
    entries,
    failed_queries,
    held,
    imports,
    names,
    problem_list,
    tables,
    works,
)

__all__ = [
    "aliases",
    "conflicts",
    "decisions",
    "entries",
    "failed_queries",
    "held",
    "imports",
    "names",
    "problem_list",
    "tables",
    "works",
]
