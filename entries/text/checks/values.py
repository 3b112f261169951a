"""What checking a text gives: problems, and the checks that find them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from entries.text.findings import Severity

if TYPE_CHECKING:
    from entries.text.checks.subject import Subject

#: A problem quotes at most this many code points.
WORDS_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of an article's text, at its place.

    `field` and `index` name the value ("paragraphs", 3), with "extra:LABEL" for a label that is not the format's own
    and index 0 for `see`; `start` and `end` are `str` offsets into that value, both 0 where the value is missing.
    `words` is what stands there (at most 200 code points), `message` says in Thai what is wrong. `fix` is what to write
    in the place of the span ("" takes it away; a whole list item goes with it), None where nothing can be proposed.
    """

    code: str
    severity: Severity
    field: str
    index: int
    start: int
    end: int
    words: str
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a check has found, before its code and severity are known."""

    field: str
    index: int
    start: int
    end: int
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of fault and the function that finds it.

    `severity` is the default; `name` and `explanation` are Thai, for editors. `is_safe` says that its fixes may be
    applied unseen: they change white space, digits, marks or repetitions, never a word.
    """

    code: str
    severity: Severity
    name: str
    explanation: str
    find: Callable[["Subject"], Iterable[Hit]]
    is_safe: bool = False


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """How much each check and finding weighs in a work, for a kind of entry: by code a severity, or None for off.

    What is not named keeps its own severity.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))

    def severity(self, check: Check) -> Severity | None:
        """The severity of the check's problems; None where it is off."""
        return self.of(check.code, check.severity)

    def of(self, code: str, default: Severity) -> Severity | None:
        """The severity of a check or finding by its code, `default` where it is not set; None where it is off."""
        return self.severities.get(code, default)

    def without(self, *codes: str) -> "CheckSettings":
        """These settings with some checks off."""
        return CheckSettings({**self.severities, **dict.fromkeys(codes)})


DEFAULT_SETTINGS = CheckSettings()
