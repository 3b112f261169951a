"""The tables that editors extend, as one value with its defaults: what every analysis of a text takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from entries.text.kinds import DEFAULT_KINDS, Kind
from entries.text.names import DEFAULT_HONORIFICS, Honorific
from entries.text.parser.lines import DEFAULT_LABELS
from entries.text.references import DEFAULT_CLASS_NOUNS, ClassNoun


@dataclass(frozen=True, slots=True)
class Tables:
    """Honorifics and titles, class nouns of glosses, kinds of entries, and labels of other files."""

    honorifics: tuple[Honorific, ...] = tuple(DEFAULT_HONORIFICS)
    class_nouns: tuple[ClassNoun, ...] = tuple(DEFAULT_CLASS_NOUNS)
    kinds: tuple[Kind, ...] = DEFAULT_KINDS
    labels: Mapping[str, str] = field(default_factory=lambda: DEFAULT_LABELS)


DEFAULT_TABLES: Final = Tables()
