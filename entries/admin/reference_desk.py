"""The reference desk: one question after another, each settled by one key or click, and taken back by another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen, named, number_of
from entries.admin.screens import acting
from entries.models import CrossReference, DecisionKind, Entry, Projection, ReferenceDecision
from entries.services import desk
from entries.services.deciding import (
    AlreadyUndoneError,
    AnchorNotThereError,
    DecidedMeanwhileError,
    Decisions,
    ReferenceGoneError,
    TargetError,
    decide_again,
    decide_each,
    reinstate,
    state,
    undo_decisions,
)
from entries.services.desk import Candidate, Cursor, Filters, Question, QuestionKind

#: Bands of confidence by which questions are chosen: the value of the field, from, below, what it is called.
BANDS: Final = (
    ("0-50", 0.0, 0.5, _("ต่ำกว่าร้อยละ 50")),
    ("50-70", 0.5, 0.7, _("ร้อยละ 50–69")),
    ("70-90", 0.7, 0.9, _("ร้อยละ 70–89")),
    ("90-", 0.9, 2.0, _("ร้อยละ 90 ขึ้นไป")),
)
_STACK: Final = "reference_desk"
_DEEP: Final = 50
#: So many other anchors have a button; the others are marked.
_ANCHORS: Final = 6
_GONE: Final = _("ข้อความหรือรายการโยงนี้เปลี่ยนไปแล้วหลังจากที่ท่านเปิดหน้านี้ จึงยังไม่ได้บันทึกอะไร ข้างล่างนี้คือคำถามตามที่เป็นอยู่ตอนนี้")
#: A decision that an editor made, as the desk tells it.
_TOLD: Final = {
    DecisionKind.LINK: _("โยง “{anchor}” ถึง {target}"),
    DecisionKind.ANCHOR: _("คำที่โยงคือ “{chosen}”"),
    DecisionKind.NOT_REFERENCE: _("“{anchor}” ไม่ใช่รายการโยง"),
    DecisionKind.DISMISS: _("ไม่ต้องถามเรื่อง “{anchor}” อีก"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the desk asks for: the questions, and after which place of the queue."""

    filters: Filters
    band: str
    after: Cursor | None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the work is chosen."""
        return bool(self.filters.entry or self.filters.kind or self.filters.name or self.filters.key or self.band)


def asked(request: HttpRequest, work: int) -> Asked:
    """What the query of this request asks for."""
    given = request.GET
    kind, band = given.get("kind", ""), given.get("confidence", "")
    least, below = next(((low, high) for value, low, high, _name in BANDS if value == band), (0.0, 2.0))
    filters = Filters(
        work=work,
        entry=number_of(given.get("entry")),
        kind=QuestionKind(kind) if kind in QuestionKind.values else None,
        least=least,
        below=below,
        name=given.get("name", "").strip(),
        key=given.get("key", ""),
    )
    return Asked(filters, band, _cursor(given.get("after", "")))


def _cursor(value: str) -> Cursor | None:
    """The place in the queue that an address names as ENTRY.PLACE.POSITION."""
    entry, _dot, rest = value.partition(".")
    place, _dot, position = rest.partition(".")
    number, at = number_of(entry), number_of(position)
    if number is None or at is None:
        return None
    sort_key = Projection.objects.working().filter(entry=number).values_list("sort_key", flat=True).first()
    return None if sort_key is None else (sort_key, number, place, at)


class ReferenceDesk(LinkScreen):
    """One question in its passage, with what may be answered."""

    heading = _("โต๊ะรายการโยง")
    template_name = "admin/entries/references/desk.html"

    @cached_property
    def asked(self) -> Asked:
        """What the address asks for."""
        return asked(self.request, self.work_id)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        filters = self.asked.filters
        question = desk.next_question(filters, after=self.asked.after)
        counts = desk.counts(filters)
        found = self._found(question)
        stack = self.request.session.get(_STACK, [])
        return super().get_context_data(
            question=question,
            state=state(question.reference) if question and question.reference else "",
            target_face=self._target(question),
            chosen_face=self._chosen(question),
            **(_choices(question, found) if question else {}),
            starts=_starts(question) if question else "",
            found=found,
            asked=self.asked,
            entry_face=Projection.objects.working().filter(entry=filters.entry).first() if filters.entry else None,
            bands=BANDS,
            kinds=[{"kind": kind, "count": counts.get(kind, 0)} for kind in QuestionKind],
            total=sum(counts.values()),
            left=counts.get(filters.kind, 0) if filters.kind else sum(counts.values()),
            unsure=desk.unsure(filters).count(),
            skip=self._skip(question),
            from_start=self._address(after=""),
            done=stack[-1] if stack else None,
            **kwargs,
        )

    def _target(self, question: Question | None) -> Projection | None:
        """Where the reference leads now."""
        reference = question.reference if question else None
        target = reference.target_id if reference else None
        return Projection.objects.working().filter(entry=target).first() if target else None

    def _chosen(self, question: Question | None) -> Projection | None:
        """The entry that an editor has chosen and that is withdrawn now."""
        if question is None or question.kind is not QuestionKind.WITHDRAWN or question.reference is None:
            return None
        decision = question.reference.decision
        return Projection.objects.working().filter(entry=decision.target_id).first() if decision else None

    def _found(self, question: Question | None) -> list[Projection]:
        """The entries that the editor looks for by name, to be linked to."""
        if question is None:
            return []
        found = named(self.request.GET.get("q", ""), work=self.work_id)
        return [face for face in found if face.pk != question.face.pk]

    def _address(self, **changes: str) -> str:
        """The desk's address with what is asked for, changed; "" leaves out."""
        query = {name: value for name, value in self.request.GET.items() if name != "q"} | changes
        query = {name: value for name, value in query.items() if value}
        return reverse("admin:entries_reference_desk") + (f"?{urlencode(query)}" if query else "")

    def _skip(self, question: Question | None) -> str:
        if question is None:
            return ""
        _filing, entry, place, position = question.cursor
        return self._address(after=f"{entry}.{place}.{position}")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the answer, and shows what is asked now: the next question, unless this one is still open."""
        here = self._address()
        try:
            made = self._settle(request.POST.get("act", ""))
        except (ReferenceGoneError, AlreadyUndoneError):
            messages.warning(request, _GONE)
        except DecidedMeanwhileError:
            messages.warning(request, self._by_whom())
        except (AnchorNotThereError, TargetError) as error:
            messages.error(request, str(error))
        else:
            if made is not None:
                told = self._told(made[0]) + told_elsewhere(made)
                remember(request, [decision.pk for decision in made], here, told)
        return redirect(here)

    def _settle(self, act: str) -> Decisions | None:
        """Does what the form says; None where nothing was decided that could be taken back."""
        by, (verb, _colon, value) = acting(self.request), act.partition(":")
        if verb in ("undo", "again"):
            return self._settle_orphan(verb, number_of(value))
        reference = self._reference()
        match verb:
            case "accept":
                return decide_each([(reference, "")], DecisionKind.ANCHOR, by=by)
            case "anchor":
                return decide_each([(reference, value)], DecisionKind.ANCHOR, by=by)
            case "mark":
                anchor = _words(self.request.POST.get("anchor", ""))
                return decide_each([(reference, anchor)], DecisionKind.ANCHOR, by=by)
            case "link":
                target = Entry.objects.filter(pk=number_of(value)).first()
                return decide_each([(reference, "")], DecisionKind.LINK, by=by, target=target)
            case "refuse":
                return decide_each([(reference, "")], DecisionKind.NOT_REFERENCE, by=by)
            case "dismiss":
                return decide_each([(reference, "")], DecisionKind.DISMISS, by=by)
        messages.error(self.request, gettext("ยังไม่ได้เลือกคำตอบ จึงยังไม่ได้บันทึกอะไร"))
        return None

    def _reference(self) -> CrossReference:
        """The reference that the form is about, as it was shown. Raises ReferenceGoneError, DecidedMeanwhileError."""
        row = self._row()
        if row is None:
            raise ReferenceGoneError
        if state(row) != self.request.POST.get("state"):
            decided = row.decision_id or row.anchor_decision_id or row.dismissal_id
            raise DecidedMeanwhileError if decided else ReferenceGoneError
        return row

    def _row(self) -> CrossReference | None:
        number = number_of(self.request.POST.get("reference"))
        rows = CrossReference.objects.filter(pk=number, face__is_working=True)
        return rows.select_related("face__entry", "decision", "anchor_decision", "dismissal").first()

    def _settle_orphan(self, verb: str, value: int | None) -> Decisions | None:
        number = number_of(self.request.POST.get("decision"))
        decision = ReferenceDecision.objects.select_related("target").filter(pk=number).first()
        if decision is None:
            raise AlreadyUndoneError
        if verb == "undo":
            undo_decisions([decision])
            remember(
                self.request,
                [],
                self._address(),
                gettext("เลิกใช้การตัดสิน “%(decision)s”") % {"decision": decision},
                dropped=[decision.pk],
            )
            return None
        reference = CrossReference.objects.select_related("face").filter(pk=value, face__is_working=True).first()
        if reference is None:
            raise ReferenceGoneError
        return decide_again(decision, reference, by=acting(self.request))

    def _told(self, made: ReferenceDecision) -> str:
        target = Projection.objects.working().filter(entry=made.target_id).first() if made.target_id else None
        return _TOLD[DecisionKind(made.kind)].format(anchor=made.anchor, chosen=made.chosen_anchor, target=target or "")

    def _by_whom(self) -> str:
        """Who was quicker, and what they decided."""
        row = self._row()
        made = [each for each in (row.decision, row.anchor_decision, row.dismissal) if each] if row else []
        if not made:
            return _GONE
        last = max(made, key=lambda decision: decision.created)
        return gettext("%(who)s ตัดสินแห่งนี้ก่อนท่าน: %(told)s จึงยังไม่ได้บันทึกคำตอบของท่าน") % {
            "who": last.by_name or gettext("ผู้อื่น"),
            "told": self._told(last),
        }


class Undo(LinkScreen):
    """Takes back what the user decided last, and asks again what it answered."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """One step back a time."""
        stack = request.session.get(_STACK, [])
        if not stack:
            messages.info(request, gettext("ไม่มีการตัดสินของท่านให้ยกเลิก ดูการตัดสินทั้งหมดได้ที่ “การตัดสินรายการโยง”"))
            return redirect("admin:entries_reference_desk")
        last = stack.pop()
        request.session[_STACK] = stack
        try:
            undo_decisions(list(ReferenceDecision.objects.filter(pk__in=last["decisions"])))
            reinstate(ReferenceDecision.objects.filter(pk__in=last["dropped"]))
        except AlreadyUndoneError as error:
            messages.warning(
                request, gettext("%(error)s จึงไม่ได้ทำอะไร: %(told)s") % {"error": error, "told": last["told"]}
            )
        else:
            messages.success(request, gettext("ยกเลิกแล้ว: %(told)s") % {"told": last["told"]})
        return redirect(last["address"])


def told_elsewhere(made: Decisions) -> str:
    """What these decisions moved beside the places that were decided, to be told after them; "" for nothing."""
    moved = made.elsewhere
    if not moved.places:
        return ""
    words = gettext("อีก %(places)s แห่งใน %(entries)s รายการเริ่มคำที่โยงตามนี้ด้วย")
    return f" · {words % {'places': moved.places, 'entries': moved.entries}}"


def remember(
    request: HttpRequest, decisions: Sequence[int], address: str, told: str, *, dropped: Sequence[int] = ()
) -> None:
    """Keeps these decisions (ids) as the last step of this session, to be taken back together; `dropped` come back."""
    step = {"decisions": list(decisions), "dropped": list(dropped), "address": address, "told": told}
    request.session[_STACK] = [*request.session.get(_STACK, []), step][-_DEEP:]


def _choices(question: Question, found: Sequence[Projection]) -> dict[str, list[dict[str, Any]]]:
    """What may be chosen with one key, numbered in this order: places of an orphan, entries, other anchors."""
    is_open = question.kind is not QuestionKind.UNSURE
    offered = [*(question.candidates if is_open else ()), *(Candidate(face) for face in found)]
    groups: dict[str, list[dict[str, Any]]] = {
        "places": [{"act": f"again:{place.reference.pk}", "place": place} for place in question.places],
        "targets": [{"act": f"link:{each.face.entry_id}", "candidate": each} for each in offered],
        "anchors": [{"act": f"anchor:{anchor}", "anchor": anchor} for anchor in question.likely[:_ANCHORS]],
    }
    keys = iter(range(1, 10))
    for rows in groups.values():
        for row in rows:
            row["key"] = next(keys, "")
    return groups


def _starts(question: Question) -> str:
    """Where in the passage an anchor may begin, for the script: offsets with spaces between, in order."""
    found = question.passage
    if found is None:
        return ""
    starts = {found.start, *(found.end - len(anchor) for anchor in question.anchors)}
    return " ".join(str(start) for start in sorted(starts) if start >= 0)


def _words(text: str) -> str:
    """What was typed or selected, without line breaks that a browser put in."""
    return " ".join(text.split("\r\n")).strip()
