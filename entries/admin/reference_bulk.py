"""Accepting many unsure anchors at once, from a confidence on: shown first, each in its passage, then confirmed."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen, number_of
from entries.admin.reference_desk import asked, remember, told_elsewhere
from entries.admin.screens import acting
from entries.models import CrossReference
from entries.services import desk
from entries.services.deciding import DecidedMeanwhileError, ReferenceGoneError, state
from entries.services.desk import Filters, bulk_accept, passage_of

#: So many are shown, and accepted, at a time.
_MOST: Final = 200
#: From which percentage on anchors are offered where nothing is said.
_USUAL: Final = 80


class BulkAccept(LinkScreen):
    """The anchors of at least so much confidence, ticked; what stays ticked is accepted in one step."""

    heading = _("ยอมรับคำที่โยงหลายแห่ง")
    template_name = "admin/entries/references/bulk.html"

    @property
    def least(self) -> int:
        """From which confidence on, in hundredths."""
        percent = number_of(self.request.GET.get("least"))
        return _USUAL if percent is None else min(percent, 100)

    def filters(self) -> Filters:
        """What the address asks for; its kind of question and band of confidence do not count here."""
        given = asked(self.request, self.work_id).filters
        return Filters(work=self.work_id, entry=given.entry, name=given.name, key=given.key, least=self.least / 100)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = desk.unsure(self.filters())
        shown = rows.select_related("face__revision").order_by("face__sort_key", "face__entry_id", "place", "position")[
            :_MOST
        ]
        return super().get_context_data(
            rows=[
                {
                    "reference": row,
                    "value": f"{row.pk}:{state(row)}",
                    "passage": passage_of(row, row.face.revision.article.paragraphs[row.paragraph]),
                }
                for row in shown
            ],
            least=self.least,
            count=rows.count(),
            most=_MOST,
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Accepts those that are ticked, all or none."""
        shown = dict(value.split(":", 1) for value in request.POST.getlist("reference")[:_MOST] if ":" in value)
        numbers = [number for value in shown if (number := number_of(value)) is not None]
        found = list(CrossReference.objects.filter(pk__in=numbers, face__is_working=True))
        here = request.get_full_path()
        try:
            if len(found) != len(shown) or any(state(row) != shown[str(row.pk)] for row in found):
                raise ReferenceGoneError
            made = bulk_accept(found, by=acting(request))
        except (ReferenceGoneError, DecidedMeanwhileError):
            messages.warning(
                request, gettext("บางแห่งเปลี่ยนไปหรือมีผู้ตัดสินแล้วหลังจากที่ท่านเปิดหน้านี้ จึงยังไม่ได้บันทึกอะไร ข้างล่างนี้คือที่เป็นอยู่ตอนนี้")
            )
            return redirect(here)
        if not made:
            messages.info(request, gettext("ไม่ได้เลือกแห่งใด จึงไม่ได้บันทึกอะไร"))
            return redirect(here)
        remember(
            request,
            [decision.pk for decision in made],
            here,
            gettext("ยอมรับคำที่โยง %(number)s แห่งพร้อมกัน") % {"number": len(made)} + told_elsewhere(made),
        )
        return redirect(
            reverse("admin:entries_reference_desk") + (f"?work={self.work_id}" if len(self.works) > 1 else "")
        )
