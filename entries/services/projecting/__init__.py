"""The only writer of projections: what follows from texts, names and decisions, kept equal to a rebuild."""

from entries.services.projecting.analyses import Analyses, FaceAnalysis
from entries.services.projecting.faces import heal, learn_keywords, move_uses, project, rebuild, refresh, relink
from entries.services.projecting.identities import add_identities
from entries.services.projecting.lexicon import drop_alias_forms, form_keys, renew_alias_forms
from entries.services.projecting.problems import renew_dismissals
from entries.services.projecting.references import (
    Elsewhere,
    anchor_start,
    references_of_revision,
    renew_decisions,
    spots,
)
from entries.services.projecting.search import expected_rows, renew_aliases, renew_search
from entries.services.projecting.spans import earliest_start

__all__ = [
    "Analyses",
    "Elsewhere",
    "FaceAnalysis",
    "add_identities",
    "anchor_start",
    "drop_alias_forms",
    "earliest_start",
    "expected_rows",
    "form_keys",
    "heal",
    "learn_keywords",
    "move_uses",
    "project",
    "rebuild",
    "references_of_revision",
    "refresh",
    "relink",
    "renew_alias_forms",
    "renew_aliases",
    "renew_decisions",
    "renew_dismissals",
    "renew_search",
    "spots",
]
