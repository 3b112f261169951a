"""What reading an entry's latest file found: weighed as the work sets it, without what an editor has let be."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from django.db.models import QuerySet

from entries.models import ImportedFile, ProblemDismissal, Projection
from entries.services.tables import settings_by_kind, settings_of
from entries.text.checks import CheckSettings
from entries.text.findings import FINDING_KINDS, Severity

_RANK: Final = {severity.value: place for place, severity in enumerate(Severity)}
_ORDER: Final = {kind.code: place for place, kind in enumerate(FINDING_KINDS)}


@dataclass(frozen=True, slots=True)
class FileFinding:
    """One thing that reading a file came upon, with every line of the file on which it stands in the same words."""

    code: str
    severity: str
    words: str
    message: str
    lines: tuple[int, ...]
    is_dismissed: bool

    @property
    def key(self) -> str:
        """Names it in a form, which would change the line breaks of its words."""
        return sha256(f"{self.code}\n{self.words}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class FileFindings:
    """What the file that an entry's text last came from gave: its path, the revision that holds its text, and findings,
    the most urgent first. All are empty where the entry came from no file or nothing was found.
    """

    path: str = ""
    revision: int | None = None
    findings: tuple[FileFinding, ...] = ()

    @property
    def open(self) -> tuple[FileFinding, ...]:
        """Those that nobody has let be."""
        return tuple(finding for finding in self.findings if not finding.is_dismissed)


def findings_of(face: Projection) -> FileFindings:
    """What reading the latest file of a working face's entry found; `face.entry` is loaded. At most three queries."""
    files = ImportedFile.objects.filter(entry=face.entry_id, undone=None, revision__isnull=False)
    file = files.order_by("-batch_id", "-pk").values_list("path", "revision_id", "findings").first()
    if file is None or not file[2]:
        return FileFindings()
    path, revision, found = file
    work = face.entry.work_id
    by_words: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for finding in weighed(found, settings_of(settings_by_kind({work}), work, face.kind)):
        by_words[finding["code"], finding["words"]].append(finding)
    dismissed = set(ProblemDismissal.objects.filter(entry=face.entry_id).values_list("code", "words"))
    findings = [
        FileFinding(
            code=code,
            severity=min((each["severity"] for each in alike), key=_RANK.__getitem__),
            words=words,
            message=alike[-1]["message"],
            lines=tuple(dict.fromkeys(each["line"] for each in alike)),
            is_dismissed=(code, words) in dismissed,
        )
        for (code, words), alike in by_words.items()
    ]
    findings.sort(key=lambda one: (_RANK[one.severity], _ORDER.get(one.code, len(_ORDER)), one.code, one.lines))
    return FileFindings(path, revision, tuple(findings))


class Weigher:
    """Weighs what the files of a work gave, as the work sets it for the kinds of these working faces."""

    def __init__(self, work: int, faces: QuerySet[Projection]) -> None:
        self._work = work
        self._settings = settings_by_kind({work})
        self._kinds = dict(faces.values_list("entry_id", "kind")) if self._settings else {}

    def __call__(self, findings: Iterable[dict[str, Any]], entry: int | None) -> tuple[dict[str, Any], ...]:
        """The findings of a file of this entry, None for a file that is no entry's yet."""
        kind = self._kinds.get(entry, "") if entry is not None else ""
        return weighed(findings, settings_of(self._settings, self._work, kind))


def weighed(findings: Iterable[dict[str, Any]], settings: CheckSettings) -> tuple[dict[str, Any], ...]:
    """Findings as they are kept with a file, as severe as these settings have them, without those that are off."""
    found = ((finding, settings.of(finding["code"], Severity(finding["severity"]))) for finding in findings)
    return tuple({**finding, "severity": severity.value} for finding, severity in found if severity is not None)
