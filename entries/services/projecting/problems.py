"""Problems of faces: those of the text follow from the analysis, those of links from the links."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from django.db.models import Count

from entries.models import CrossReference, Entry, Problem, ProblemDismissal, Projection, ReferencePlace, Resolution
from entries.services.projecting.bulk import insert
from entries.services.tables import settings_by_kind, settings_of
from entries.text.analysis import Analysis
from entries.text.checks import CHECKS_BY_CODE
from entries.text.findings import Severity

if TYPE_CHECKING:
    from entries.services.projecting.rows import Made

WORDS: Final = 300
#: Checks on links, with what they say; their problems stand after those of the text.
LINK_CHECKS: Final[Mapping[str, str]] = {
    "see_without_target": "รายการโยงนี้ชี้ไปยังรายการที่ยังไม่มี ให้แก้คำหลัง “ดู” หรือจัดทำรายการนั้น",
    "see_chain": "รายการโยงนี้ชี้ไปยังรายการโยงอีกรายการหนึ่ง ให้ชี้ไปยังรายการปลายทางโดยตรง",
    "see_loop": "รายการโยงนี้วนกลับมาที่ตนเอง ผู้อ่านจะไม่พบคำอธิบาย",
    "repeated_target": "โยงถึงรายการนี้ไว้แล้วก่อนหน้านี้ด้วยคำอื่น ให้โยงเฉพาะครั้งแรก",
}
_REPEATED: Final = "repeated_target"
#: The check on the text that tells the same where the glosses are spelt alike.
_REPEATED_STAR: Final = "repeated_star"
#: How much they weigh unless a work sets it otherwise.
LINK_SEVERITY: Final = Severity.WARNING
_AFTER_TEXT: Final = 1_000_000
_COLUMNS: Final = (
    "face", "position", "code", "severity", "field", "index", "start", "end", "words", "message", "fix", "is_dismissed",
)  # fmt: skip


def add_text_problems(faces: Sequence[tuple[Entry, Projection, Analysis]]) -> None:
    """Rows for the problems of new faces' texts, weighed as their work and kind set it."""
    settings = settings_by_kind({entry.work_id for entry, _row, _analysis in faces})
    dismissed = _dismissed({entry.pk for entry, _row, _analysis in faces})
    rows = []
    for entry, row, analysis in faces:
        chosen = settings_of(settings, entry.work_id, row.kind)
        for position, problem in enumerate(analysis.problems(row.kind)):
            check = CHECKS_BY_CODE.get(problem.code)
            severity = chosen.severity(check) if check else problem.severity
            if severity is None:
                continue
            words = problem.words[:WORDS]
            is_dismissed = (problem.code, words) in dismissed[entry.pk]
            place = problem.field, problem.index, problem.start, problem.end
            told = words, problem.message, problem.fix, is_dismissed
            rows.append((row.pk, position, problem.code, severity.value, *place, *told))
    insert(Problem, _COLUMNS, rows)


def _dismissed(entries: Collection[int]) -> dict[int, set[tuple[str, str]]]:
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for entry, code, words in ProblemDismissal.objects.filter(entry__in=entries).values_list(
        "entry_id", "code", "words"
    ):
        found[entry].add((code, words))
    return found


def renew_dismissals(entry: int) -> None:
    """Marks the problems of an entry as its dismissals say. Hold the lock."""
    said = _dismissed([entry])[entry]
    rows = list(Problem.objects.filter(face__entry=entry))
    for row in rows:
        row.is_dismissed = (row.code, row.words) in said
    Problem.objects.bulk_update(rows, ["is_dismissed"], batch_size=1000)


def renew_link_problems(entries: Collection[int], changed: Iterable[CrossReference], created: Sequence["Made"]) -> None:
    """Problems of see-entries anew, where their face, their link or their target's text has changed. Hold the lock."""
    faces = {made.row.pk for made in created if made.row.see}
    faces |= {row.face_id for row in changed if row.place == ReferencePlace.SEE}
    leading = CrossReference.objects.filter(place=ReferencePlace.SEE)
    faces |= set(leading.filter(target__in=entries).values_list("face_id", flat=True))
    faces |= _chained(faces)
    if not faces:
        return
    Problem.objects.filter(face__in=faces, field="see", code__in=LINK_CHECKS).delete()
    Problem.objects.bulk_create(_link_problems(faces))


def renew_repeated_targets(faces: Collection[int]) -> None:
    """Problems anew of faces (ids) in which one entry is starred twice, where the text alone does not show it.

    Hold the lock.
    """
    if not faces:
        return
    Problem.objects.filter(face__in=faces, code=_REPEATED).delete()
    linked = CrossReference.objects.filter(
        face__in=faces, place=ReferencePlace.PROSE, starred=True, resolution=Resolution.LINKED
    )
    often = linked.values("face", "target").annotate(times=Count("pk")).filter(times__gt=1)
    twice = set(often.order_by().values_list("face", "target"))
    if twice:
        rows = linked.filter(face__in={face for face, _target in twice}).select_related("face__entry")
        Problem.objects.bulk_create(_repeated([row for row in rows if (row.face_id, row.target_id) in twice]))


def _repeated(rows: Sequence[CrossReference]) -> Iterator[Problem]:
    """The problems of these starred references, each of which shares its target with another of its face."""
    told: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for problem in Problem.objects.filter(face__in={row.face_id for row in rows}, code=_REPEATED_STAR):
        told[problem.face_id, problem.index].append((problem.start, problem.end))
    entries = {row.face.entry_id for row in rows}
    dismissed, settings = _dismissed(entries), settings_by_kind({row.face.entry.work_id for row in rows})
    seen: set[tuple[int, int | None]] = set()
    for row in sorted(rows, key=lambda row: (row.face_id, row.position)):
        is_first = (row.face_id, row.target_id) not in seen
        seen.add((row.face_id, row.target_id))
        by_text = any(start <= row.opening < end for start, end in told[row.face_id, row.paragraph])
        severity = settings_of(settings, row.face.entry.work_id, row.face.kind).of(_REPEATED, LINK_SEVERITY)
        if is_first or by_text or severity is None:
            continue
        words = f"{row.anchor} ({row.gloss})"[:WORDS]
        yield Problem(
            face=row.face,
            position=_AFTER_TEXT + 1 + row.position,
            code=_REPEATED,
            severity=severity.value,
            field="paragraphs",
            index=row.paragraph,
            start=row.start,
            end=row.closing + 1,
            words=words,
            message=LINK_CHECKS[_REPEATED],
            is_dismissed=(_REPEATED, words) in dismissed[row.face.entry_id],
        )


def _chained(faces: Collection[int]) -> set[int]:
    """Faces of see-entries that lead, through others, to one of these: chains may have become loops, or ceased.

    One of these may lead nowhere any more.
    """
    rows = CrossReference.objects.filter(place=ReferencePlace.SEE)
    edges = list(rows.values_list("face_id", "face__entry_id", "target_id"))
    by_face = {face: (entry, target) for face, entry, target in edges}
    concerned = {by_face[face][0] for face in faces if face in by_face}
    found: set[int] = set()
    while True:
        more = {face for face, (_entry, target) in by_face.items() if target in concerned} - found
        if not more:
            return found
        found |= more
        concerned |= {by_face[face][0] for face in more}


def _link_problems(faces: Collection[int]) -> Iterator[Problem]:
    rows = CrossReference.objects.filter(place=ReferencePlace.SEE)
    leads = dict(rows.filter(face__is_working=True).values_list("face__entry_id", "target_id"))
    concerned = list(rows.filter(face__in=faces).select_related("face__entry").order_by("face"))
    dismissed = _dismissed({row.face.entry_id for row in concerned})
    settings = settings_by_kind({row.face.entry.work_id for row in concerned})
    for row in concerned:
        code = _fault(row.face.entry_id, row.target_id, leads)
        severity = settings_of(settings, row.face.entry.work_id, row.face.kind).of(code, LINK_SEVERITY)
        if code and severity is not None:
            words = row.face.see[:WORDS]
            yield Problem(
                face=row.face,
                position=_AFTER_TEXT,
                code=code,
                severity=severity.value,
                field="see",
                end=len(row.face.see),
                words=words,
                message=LINK_CHECKS[code],
                is_dismissed=(code, words) in dismissed[row.face.entry_id],
            )


def _fault(entry: int, target: int | None, leads: Mapping[int, int | None]) -> str:
    if target is None:
        return "see_without_target"
    seen = {entry}
    here: int | None = target
    while here is not None and here in leads:
        if here in seen:
            return "see_loop"
        seen.add(here)
        here = leads[here]
    return "see_loop" if here in seen else "see_chain" if target in leads else ""
