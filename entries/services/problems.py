"""Problems of texts: mending them as revisions, and an editor's word that one is none."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from entries.models import Entry, Origin, Problem, ProblemDismissal, Projection, Revision
from entries.services.actors import signature
from entries.services.locking import writing
from entries.services.projecting import renew_dismissals
from entries.services.revising import Change, Revised, revise
from entries.text import checks
from entries.text.checks import apply_fixes, apply_safe_fixes, is_safe
from entries.text.findings import Severity


class ProblemGoneError(LookupError):
    """The text has changed since the problem was shown, and the problem is not in it any more."""


def dismiss(problem: Problem, *, by: AbstractBaseUser | None, reason: str = "") -> ProblemDismissal:
    """Lets a problem be: it is shown as dismissed in this entry from now on, after edits and re-imports too."""
    with writing():
        entry = problem.face.entry
        made, _created = ProblemDismissal.objects.get_or_create(
            entry=entry,
            code=problem.code,
            words=problem.words,
            defaults={"reason": reason[:300], "created": timezone.now(), **signature(by)},
        )
        renew_dismissals(entry.pk)
        return made


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
            raise ProblemGoneError("ข้อความเปลี่ยนไปแล้วหลังจากแสดงข้อสังเกตนี้ ให้เปิดรายการดูใหม่")
        article = face.revision.article
        fixed = apply_fixes(article, [_as_value(problem) for problem in problems])
        told = ", ".join(sorted({problem.code for problem in problems}))
        change = Change(face.entry, fixed, base=face.revision, origin=Origin.FIX)
        return revise([change], by=by, reason=f"แก้ตามข้อสังเกต: {told}")[0]


def fix_safe(entry: Entry, *, by: AbstractBaseUser | None) -> Revised:
    """Applies every fix that needs no eye on it to the latest text, but for dismissed problems, as one revision."""
    with writing():
        latest = Revision.objects.filter(entry=entry).latest_of_each().get()
        face = Projection.objects.working().filter(entry=entry).first()
        open_ones = Problem.objects.filter(face=face, is_dismissed=False, fix__isnull=False)
        chosen = [value for value in map(_as_value, open_ones) if is_safe(value)]
        dismissed = Problem.objects.filter(face=face, is_dismissed=True).exists()
        article = latest.article
        # What one fix lays open is mended too, unless something was dismissed that must be left as it is.
        fixed = apply_fixes(article, chosen) if dismissed else apply_safe_fixes(article)
        change = Change(entry, fixed, base=latest, origin=Origin.FIX)
        return revise([change], by=by, reason="แก้ตามข้อสังเกตที่ปลอดภัยทั้งหมด")[0]


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
