"""Tables. Each is a text, a register or a projection: docs/decisions/0001 says which, and a test holds it."""

from entries.models.dated import DatedPassage
from entries.models.decisions import DecisionKind, ReferenceDecision
from entries.models.entries import Entry, SlugRedirect, new_uid
from entries.models.epoch import Epoch
from entries.models.imports import Conflict, ConflictState, ImportBatch, ImportedFile, Outcome
from entries.models.lexicon import KnownForm
from entries.models.names import Alias, Author, AuthorName, Keyword, KeywordName
from entries.models.projections import (
    Authorship,
    CrossReference,
    EntryKeyword,
    EntryName,
    EntryPeriod,
    Identity,
    Problem,
    Projection,
    PublicState,
    ReferencePlace,
    Resolution,
)
from entries.models.publishing import Publication, Stage, WorkState
from entries.models.revisions import Origin, Revision, SourceFile
from entries.models.search import FailedQuery, FailedQueryState, NameRank, Part, SearchName, SearchSound, SearchText
from entries.models.shortnames import NameSound, ShortName
from entries.models.tables import CheckSetting, ClassNounRow, HonorificRow, KindRow, LabelRow, ProblemDismissal
from entries.models.works import Work

__all__ = [
    "Alias",
    "Author",
    "AuthorName",
    "Authorship",
    "CheckSetting",
    "ClassNounRow",
    "Conflict",
    "ConflictState",
    "CrossReference",
    "DatedPassage",
    "DecisionKind",
    "Entry",
    "EntryKeyword",
    "EntryName",
    "EntryPeriod",
    "Epoch",
    "FailedQuery",
    "FailedQueryState",
    "HonorificRow",
    "Identity",
    "ImportBatch",
    "ImportedFile",
    "Keyword",
    "KeywordName",
    "KindRow",
    "KnownForm",
    "LabelRow",
    "NameRank",
    "NameSound",
    "Origin",
    "Outcome",
    "Part",
    "Problem",
    "ProblemDismissal",
    "Projection",
    "PublicState",
    "Publication",
    "ReferenceDecision",
    "ReferencePlace",
    "Resolution",
    "Revision",
    "SearchName",
    "SearchSound",
    "SearchText",
    "ShortName",
    "SlugRedirect",
    "SourceFile",
    "Stage",
    "Work",
    "WorkState",
    "new_uid",
]
