"""Problems of faces: those of the text follow from the analysis, those of links from the links."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from entries.models import CrossReference, Entry, Problem, ProblemDismissal, Projection, ReferencePlace
from entries.services.tables import settings_by_kind
from entries.text.analysis import Analysis
from entries.text.checks import CHECKS_BY_CODE, CheckSettings

if TYPE_CHECKING:
    from entries.services.projecting.rows import Made

WORDS: Final = 300
#: Checks on links, with what they say; their problems stand after those of the text.
LINK_CHECKS: Final[Mapping[str, str]] = {
    "see_without_target": "รายการโยงนี้ชี้ไปยังรายการที่ยังไม่มี ให้แก้คำหลัง “ดู” หรือจัดทำรายการนั้น",
    "see_chain": "รายการโยงนี้ชี้ไปยังรายการโยงอีกรายการหนึ่ง ให้ชี้ไปยังรายการปลายทางโดยตรง",
    "see_loop": "รายการโยงนี้วนกลับมาที่ตนเอง ผู้อ่านจะไม่พบคำอธิบาย",
}
_AFTER_TEXT: Final = 1_000_000


def add_text_problems(faces: Sequence[tuple[Entry, Projection, Analysis]]) -> None:
    """Rows for the problems of new faces' texts, weighed as their work and kind set it."""
    settings = settings_by_kind({entry.work_id for entry, _row, _analysis in faces})
    dismissed = _dismissed({entry.pk for entry, _row, _analysis in faces})
    rows = []
    for entry, row, analysis in faces:
        chosen = settings.get((entry.work_id, row.kind)) or settings.get((entry.work_id, "")) or CheckSettings()
        for position, problem in enumerate(analysis.problems(row.kind)):
            check = CHECKS_BY_CODE.get(problem.code)
            severity = chosen.severity(check) if check else problem.severity
            if severity is None:
                continue
            words = problem.words[:WORDS]
            rows.append(
                Problem(
                    face=row,
                    position=position,
                    code=problem.code,
                    severity=severity.value,
                    field=problem.field,
                    index=problem.index,
                    start=problem.start,
                    end=problem.end,
                    words=words,
                    message=problem.message,
                    fix=problem.fix,
                    is_dismissed=(problem.code, words) in dismissed[entry.pk],
                )
            )
    Problem.objects.bulk_create(rows)


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
    Problem.objects.filter(face__in=faces, code__in=LINK_CHECKS).delete()
    Problem.objects.bulk_create(_link_problems(faces))


def _chained(faces: Collection[int]) -> set[int]:
    """Faces of see-entries that lead, through others, to one of these: chains may have become loops, or ceased."""
    rows = CrossReference.objects.filter(place=ReferencePlace.SEE, target__isnull=False)
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
    dismissed = _dismissed(set(rows.filter(face__in=faces).values_list("face__entry_id", flat=True)))
    for row in rows.filter(face__in=faces).select_related("face").order_by("face"):
        code = _fault(row.face.entry_id, row.target_id, leads)
        if code:
            words = row.face.see[:WORDS]
            yield Problem(
                face=row.face,
                position=_AFTER_TEXT,
                code=code,
                severity="warning",
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
