"""Where the work on an entry's latest text stands: handed in for review, sent back, approved."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.admin.reviewing_steps import STEPS
from entries.admin.screens import EntryScreen, acting
from entries.models import Stage
from entries.services.publishing import set_state

_TOLD: Final = {
    Stage.IN_REVIEW: _("ส่งตรวจแล้ว"),
    Stage.RETURNED: _("ส่งกลับแก้ไขแล้ว หมายเหตุของท่านแสดงอยู่ที่หัวของรายการ"),
    Stage.APPROVED: _("ผ่านการตรวจแล้ว รอเผยแพร่"),
}


class NoteForm(forms.Form):
    """A step, for the revision that the page showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("สิ่งที่ต้องแก้"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": None}),
        help_text=_("ผู้แก้ไขเห็นข้อความนี้ที่หัวของรายการ"),
    )


class Step(EntryScreen):
    """Takes the latest text a step on."""

    stage: Stage
    http_method_names = ["post"]

    @property
    def needs(self) -> str:  # type: ignore[override]
        """Reviewing is another permission than editing."""
        return STEPS[self.stage][1]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records it, unless the text or its state is no longer what the page showed."""
        form = NoteForm(request.POST)
        if not form.is_valid() or form.cleaned_data["revision"] != self.latest.pk:
            messages.warning(request, gettext("มีฉบับแก้ไขใหม่กว่าที่ท่านเห็น จึงยังไม่ได้บันทึกสถานะ ให้ดูฉบับล่าสุดก่อน"))
        elif self.face.stage not in STEPS[self.stage][0]:
            messages.warning(
                request,
                gettext("สถานะงานเปลี่ยนเป็น “%(label)s” แล้ว จึงไม่ได้บันทึกซ้ำ") % {"label": Stage(self.face.stage).label},
            )
        else:
            return self.record(form)
        return redirect("admin:entries_entry_change", self.entry.pk)

    def record(self, form: NoteForm) -> HttpResponse:
        """Calls the service."""
        set_state(self.latest, self.stage, by=acting(self.request), note=form.cleaned_data["note"].strip())
        messages.success(self.request, _TOLD[self.stage])
        return redirect("admin:entries_entry_change", self.entry.pk)


class Submit(Step):
    """ส่งตรวจ."""

    stage = Stage.IN_REVIEW


class Approve(Step):
    """ผ่านการตรวจ."""

    stage = Stage.APPROVED


class SendBack(Step):
    """ส่งกลับแก้ไข, with a note that says what is to be mended."""

    stage = Stage.RETURNED
    heading = pgettext_lazy("act", "ส่งกลับแก้ไข")
    template_name = "admin/entries/entry/send_back.html"
    http_method_names = ["get", "post"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", NoteForm(initial={"revision": self.latest.pk}))
        is_possible = self.face.stage in STEPS[self.stage][0]
        return super().get_context_data(revision=self.latest, is_possible=is_possible, **kwargs)

    def record(self, form: NoteForm) -> HttpResponse:
        """Only with a note: who is to mend something must know what."""
        if not form.cleaned_data["note"].strip():
            form.add_error("note", gettext("เขียนให้ผู้แก้ไขทราบว่าต้องแก้อะไร"))
            return self.render_to_response(self.get_context_data(form=form))
        return super().record(form)
