"""Publishing and withdrawing: a page that asks, for one entry or many, and the act."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views import View

from entries.admin.revision_diff import shown_diff
from entries.admin.screens import EntryScreen, acting
from entries.models import Entry, Projection, Publication, PublicState, Revision
from entries.services import publishing
from entries.text.diff import diff


class ActForm(forms.Form):
    """What was asked about: the revisions that the page showed, by number, with white space between."""

    revisions = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("เหตุผล"), required=False, max_length=500)

    def clean_revisions(self) -> list[Revision]:
        numbers = self.cleaned_data["revisions"].split()
        if not all(number.isdecimal() for number in numbers):
            raise forms.ValidationError(gettext("แบบฟอร์มไม่สมบูรณ์ ให้เริ่มใหม่จากรายการ"))
        found = Revision.objects.main_line().filter(pk__in=map(int, numbers)).select_related("entry")
        return list(found)


class Act(PermissionRequiredMixin, View):
    """Does what was asked and confirmed."""

    model_admin: Any = None
    raise_exception = True
    http_method_names = ["post"]

    def has_permission(self) -> bool:
        return bool(self.model_admin.has_publish_permission(self.request))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ActForm(request.POST)
        if not form.is_valid():
            messages.error(request, gettext("แบบฟอร์มไม่สมบูรณ์ ให้เริ่มใหม่จากรายการ"))
            return redirect("admin:entries_entry_changelist")
        revisions: list[Revision] = form.cleaned_data["revisions"]
        self.act(revisions, form.cleaned_data["reason"])
        if len(revisions) == 1:
            return redirect("admin:entries_entry_change", revisions[0].entry_id)
        return redirect("admin:entries_entry_changelist")

    def act(self, revisions: Sequence[Revision], reason: str) -> None:
        """Calls the service and tells what came of it."""
        raise NotImplementedError


class Publish(Act):
    """Makes the revisions that were shown what readers see, even where a newer one has come in between."""

    def act(self, revisions: Sequence[Revision], reason: str) -> None:
        made = publishing.publish(revisions, by=acting(self.request))
        messages.success(self.request, gettext("เผยแพร่แล้ว %(number)s รายการ") % {"number": len(made)})
        shown = [revision.pk for revision in revisions]
        newer = Projection.objects.working().filter(entry__revisions__in=shown).exclude(revision__in=shown).count()
        if newer:
            messages.warning(
                self.request,
                gettext("มี %(number)s รายการที่มีฉบับแก้ไขใหม่กว่าฉบับที่เผยแพร่ ฉบับใหม่นั้นยังไม่เผยแพร่ ให้ตรวจแล้วเผยแพร่อีกครั้ง")
                % {"number": newer},
            )


class Withdraw(Act):
    """Takes the entries out of readers' sight."""

    def act(self, revisions: Sequence[Revision], reason: str) -> None:
        ended = publishing.withdraw([revision.entry for revision in revisions], by=acting(self.request), reason=reason)
        messages.success(self.request, gettext("ถอนจากการเผยแพร่แล้ว %(number)s รายการ") % {"number": ended})


class _Ask(EntryScreen):
    """Asks about one entry."""

    needs = "publish"
    verb = ""
    template_name = "admin/entries/entry/ask.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**question(self.verb, [self.face]), **kwargs)


class AskToPublish(_Ask):
    """Asks whether to publish the latest revision, and shows what readers will see differently."""

    verb = "publish"
    heading = pgettext_lazy("act", "เผยแพร่")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        live = Publication.objects.filter(entry=self.entry, ended=None).select_related("revision").first()
        fields = shown_diff(diff(live.revision.article, self.latest.article)) if live else None
        return super().get_context_data(live=live, fields=fields, revision=self.latest, **kwargs)


class AskToWithdraw(_Ask):
    """Asks whether to withdraw an entry."""

    verb = "withdraw"
    heading = pgettext_lazy("act", "ถอนจากการเผยแพร่")


def question(verb: str, faces: Sequence[Projection]) -> dict[str, Any]:
    """What a page that asks needs: those that the act would change, and how many it would not."""
    if verb == "publish":
        concerned = [face for face in faces if not face.is_live]
    else:
        concerned = [face for face in faces if face.public_state == PublicState.LIVE]
    revisions = " ".join(str(face.revision_id) for face in concerned)
    return {
        "verb": verb,
        "faces": concerned,
        "left": len(faces) - len(concerned),
        "form": ActForm(initial={"revisions": revisions}),
    }


def ask(model_admin: Any, request: HttpRequest, verb: str, entries: Any) -> HttpResponse:
    """The page that asks about the entries chosen in the list."""
    pks = entries.order_by().values("pk")
    faces = Projection.objects.working().filter(entry__in=Entry.objects.filter(pk__in=pks)).in_filing_order()
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": gettext("เผยแพร่รายการที่เลือก") if verb == "publish" else gettext("ถอนรายการที่เลือกจากการเผยแพร่"),
        **question(verb, list(faces)),
    }
    return TemplateResponse(request, "admin/entries/entry/ask.html", context)
