"""Putting the house form in the place of others in texts: shown first, place by place, then made as revisions."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen
from entries.admin.screens import acting
from entries.services.terminology import Correction, correct, preview

#: So many places are shown, and corrected, at a time.
_MOST: Final = 300


class Correct(LinkScreen):
    """Every place outside quotations where one of the `?form=` would give way to `?house=`."""

    needs = "edit"
    heading = _("แก้ข้อความให้ใช้รูปเดียวกัน")
    template_name = "admin/entries/references/correct.html"

    @property
    def house(self) -> str:
        """The form that is to stand everywhere."""
        return self.request.GET.get("house", "").strip()

    def corrections(self) -> list[Correction]:
        """What would be corrected now."""
        forms = [form.strip() for form in self.request.GET.getlist("form")]
        return preview(self.work_id, forms, self.house) if self.house else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.corrections()
        return super().get_context_data(
            rows=[{"correction": each, "value": _value(each)} for each in found[:_MOST]],
            count=len(found),
            most=_MOST,
            house=self.house,
            forms=[form for form in self.request.GET.getlist("form") if form.strip() != self.house],
            entry_count=len({each.entry for each in found}),
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes those that are ticked, a revision an entry; what has changed since it was shown is left alone."""
        ticked = set(request.POST.getlist("place"))
        chosen = [each for each in self.corrections() if _value(each) in ticked]
        results = correct(chosen, by=acting(request))
        refused = [result.entry for result in results if result.refused and result.entry]
        made = [result for result in results if result.revision]
        left = len(ticked) - len(chosen)
        if not ticked:
            messages.info(request, gettext("ไม่ได้เลือกแห่งใด จึงไม่ได้แก้อะไร"))
        if made:
            entries = {result.entry.pk for result in made if result.entry}
            places = sum(each.entry in entries for each in chosen)
            messages.success(
                request,
                gettext("แก้แล้ว %(places)s แห่งใน %(entries)s รายการ เป็นฉบับแก้ไขใหม่ซึ่งยังไม่เผยแพร่")
                % {"places": places, "entries": len(made)},
            )
        if left or refused:
            messages.warning(
                request,
                gettext("มี %(number)s แห่งที่ข้อความเปลี่ยนไปหลังจากที่ท่านเปิดหน้านี้ จึงไม่ได้แก้") % {"number": left or len(refused)},
            )
        if made and not left and not refused:
            return redirect(reverse("admin:entries_terminology") + self.work_query)
        return redirect(request.get_full_path())


def _value(each: Correction) -> str:
    """What tells a place from others, and from one of another text."""
    return f"{each.entry}:{each.base}:{each.paragraph}:{each.start}:{each.end}"
