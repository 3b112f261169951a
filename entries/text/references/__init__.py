"""Cross-references and glosses in the prose: which Thai words a parenthesis belongs to.

`find_references` gives one `Reference` for every parenthesis; a `Lexicon` tells it which names are known.
"""

from entries.text.references.class_nouns import DEFAULT_CLASS_NOUNS, ClassNoun
from entries.text.references.confirming import confirmed
from entries.text.references.decide import MOST_REFERENCES, find_references
from entries.text.references.lexicon import (
    NO_NAMES,
    CombinedLexicon,
    KnownName,
    Lexicon,
    Named,
    NameLexicon,
    article_lexicon,
)
from entries.text.references.values import Evidence, Odds, Reference

__all__ = [
    "DEFAULT_CLASS_NOUNS",
    "MOST_REFERENCES",
    "NO_NAMES",
    "ClassNoun",
    "CombinedLexicon",
    "Evidence",
    "KnownName",
    "Lexicon",
    "NameLexicon",
    "Named",
    "Odds",
    "Reference",
    "article_lexicon",
    "confirmed",
    "find_references",
]
