"""The only writer of projections: what follows from texts, names and decisions, kept equal to a rebuild."""

from entries.services.projecting.faces import heal, move_uses, project, rebuild, refresh
from entries.services.projecting.identities import add_identities
from entries.services.projecting.problems import renew_dismissals
from entries.services.projecting.references import anchor_start, renew_decisions, spots
from entries.services.projecting.rows import Analyses

__all__ = [
    "Analyses",
    "add_identities",
    "anchor_start",
    "heal",
    "move_uses",
    "project",
    "rebuild",
    "refresh",
    "renew_decisions",
    "renew_dismissals",
    "spots",
]
