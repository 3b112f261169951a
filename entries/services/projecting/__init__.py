"""The only writer of projections: what follows from texts, names and decisions, kept equal to a rebuild."""

from entries.services.projecting.faces import heal, move_uses, project, rebuild, refresh, relink
from entries.services.projecting.identities import add_identities
from entries.services.projecting.problems import renew_dismissals
from entries.services.projecting.references import anchor_start, renew_decisions, spots
from entries.services.projecting.rows import Analyses
from entries.services.projecting.search import expected_rows, renew_aliases, renew_search
from entries.services.projecting.spans import form_keys, renew_alias_forms

__all__ = [
    "Analyses",
    "add_identities",
    "anchor_start",
    "expected_rows",
    "form_keys",
    "heal",
    "move_uses",
    "project",
    "rebuild",
    "refresh",
    "relink",
    "renew_alias_forms",
    "renew_aliases",
    "renew_decisions",
    "renew_dismissals",
    "renew_search",
    "spots",
]
