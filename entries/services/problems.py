"""Problems of texts: mending them as revisions, and an editor's word that one is none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext

from entries.models import Entry, Origin, Problem, ProblemDismissal, Projection, Revision
from entries.services.actors import signature
from entries.services.file_findings import FileFinding
from entries.services.locking import writing
from entries.services.projecting import renew_dismissals
from entries.services.revising import Change, Revised, revise
from entries.services.tables import current_tables, settings_by_kind, settings_of
from entries.text import checks
from entries.text.article import Article
from entries.text.checks import apply_fixes, apply_safe_fixes
from entries.text.findings import Severity
from entries.text.tables import Tables


class ProblemGoneError(LookupError):
    """The text has changed since the problem was shown, and the problem is not in it any more."""


def dismiss(problem: Problem, *, by: AbstractBaseUser | None, reason: str = "") -> ProblemDismissal:
    """Lets a problem be: it is shown as dismissed in this entry from now on, after edits and re-imports too."""
    with writing():
        made = _dismiss(problem.face.entry, problem.code, problem.words, by, reason)
        renew_dismissals(made.entry_id)
        return made


def dismiss_finding(
    entry: Entry, finding: FileFinding, *, by: AbstractBaseUser | None, reason: str = ""
) -> ProblemDismissal:
    """Lets be what reading the entry's file found; what later files of it say in the same words, too."""
    with writing():
        return _dismiss(entry, finding.code, finding.words, by, reason)


def _dismiss(entry: Entry, code: str, words: str, by: AbstractBaseUser | None, reason: str) -> ProblemDismissal:
    told = {"reason": reason[:300], "created": timezone.now(), **signature(by)}
    return ProblemDismissal.objects.get_or_create(entry=entry, code=code, words=words, defaults=told)[0]


def take_back(dismissal: ProblemDismissal) -> None:
    """Lets a dismissed problem be a problem again."""
    with writing():
        entry = dismissal.entry_id
        dismissal.delete()
        renew_dismissals(entry)


def fix(problems: Sequence[Problem], *, by: AbstractBaseUser | None) -> Revised:
    """Applies the fixes of these problems of one entry's working text, as one revision.

    Raises ProblemGoneError where the text has changed since; ValueError where they are of several texts.
    """
    faces = {problem.face_id for problem in problems}
    if len(faces) != 1:
        raise ValueError("the problems are not of one text")
    with writing():
        face = Projection.objects.working().filter(pk=faces.pop()).select_related("entry", "revision").first()
        if face is None:
            raise ProblemGoneError(gettext("ข้อความเปลี่ยนไปแล้วหลังจากแสดงข้อสังเกตนี้ ให้เปิดรายการดูใหม่"))
        article = face.revision.article
        fixed = apply_fixes(article, [_as_value(problem) for problem in problems])
        told = ", ".join(sorted({problem.code for problem in problems}))
        change = Change(face.entry, fixed, base=face.revision, origin=Origin.FIX)
        return revise([change], by=by, reason=f"แก้ตามข้อสังเกต: {told}")[0]


def fix_safe(entry: Entry, *, by: AbstractBaseUser | None) -> Revised:
    """Applies every fix that needs no eye on it to the latest text, but for dismissed problems, as one revision."""
    with writing():
        latest = Revision.objects.filter(entry=entry).latest_of_each().get()
        fixed = safely_fixed({entry.pk: latest.article}, current_tables())[entry.pk]
        change = Change(entry, fixed, base=latest, origin=Origin.FIX)
        return revise([change], by=by, reason="แก้ตามข้อสังเกตที่ปลอดภัยทั้งหมด")[0]


def safely_fixed(texts: Mapping[int, Article], tables: Tables) -> dict[int, Article]:
    """By entry its text with every fix that needs no eye on it, as `tables` have it.

    A check that is off for the entry's work and the kind of its working text fixes nothing, and what an editor has
    dismissed in the entry stays.
    """
    faces = Projection.objects.working().filter(entry__in=texts)
    # An entry that is set aside has no face: what holds for its work holds for it, whatever its kind.
    works = Entry.objects.filter(pk__in=texts).values_list("pk", "work_id", "kind")
    kinds = {entry: (work, kind) for entry, work, kind in works}
    kinds |= {entry: (work, kind) for entry, work, kind in faces.values_list("entry_id", "entry__work_id", "kind")}
    settings = settings_by_kind({work for work, _kind in kinds.values()})
    spared: dict[int, set[tuple[str, str]]] = defaultdict(set)
    dismissed = ProblemDismissal.objects.filter(entry__in=texts)
    for entry, code, words in dismissed.values_list("entry_id", "code", "words"):
        spared[entry].add((code, words))
    fixed = {}
    for entry, article in texts.items():
        work, kind = kinds[entry]
        chosen = settings_of(settings, work, kind)
        fixed[entry] = apply_safe_fixes(article, tables=tables, settings=chosen, spared=spared[entry])
    return fixed


def _as_value(problem: Problem) -> checks.Problem:
    return checks.Problem(
        code=problem.code,
        severity=Severity(problem.severity),
        field=problem.field,
        index=problem.index,
        start=problem.start,
        end=problem.end,
        words=problem.words,
        message=problem.message,
        fix=problem.fix,
    )
