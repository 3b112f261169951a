"""An entry's problems: looked at in their passages, mended, let be, and taken back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.screens import EntryScreen, acting
from entries.admin.shown_problems import ALL_NAMES, grouped, grouped_findings, visible
from entries.models import Problem, ProblemDismissal
from entries.services.problems import ProblemGoneError, dismiss, dismiss_finding, fix, fix_safe, take_back
from entries.services.revising import Revised
from entries.text.checks import CHECKS_BY_CODE

_GONE = _("ข้อความหรือข้อสังเกตเปลี่ยนไปแล้วหลังจากที่ท่านเปิดหน้านี้ จึงยังไม่ได้ทำอะไร ข้างล่างนี้คือข้อสังเกตปัจจุบัน")

_DISMISSED = _("ปล่อยผ่านแล้ว การแก้ไขและการนำเข้าครั้งต่อไปจะไม่ทำให้ข้อสังเกตนี้กลับมา")
_LONG = _("เหตุผลยาวได้ไม่เกิน 300 ตัวอักษร")


class Problems(EntryScreen):
    """The problems of the working text, by severity and check, what reading its file found, and what was let be."""

    heading = _("ข้อสังเกต")
    template_name = "admin/entries/entry/problems.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(Problem.objects.filter(face=self.face))
        open_ones = [row for row in rows if not row.is_dismissed]
        there = {(row.code, row.words) for row in rows}
        there |= {(finding.code, finding.words) for finding in self.file_findings.findings}
        return super().get_context_data(
            groups=grouped(open_ones, self.latest.article),
            file=self.file_findings,
            finding_groups=grouped_findings(self.file_findings.open),
            safe=sum(1 for row in open_ones if row.fix is not None and _is_safe(row.code)),
            dismissals=[
                {
                    "row": row,
                    "name": ALL_NAMES.get(row.code, row.code),
                    "words": visible(row.words),
                    "is_there": (row.code, row.words) in there,
                }
                for row in ProblemDismissal.objects.filter(entry=self.entry)
            ],
            **kwargs,
        )


class _Act(EntryScreen):
    """Something done about an entry's problems, after which they are shown again."""

    needs = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Does it and goes back to the place on the page where it was asked for."""
        anchor = self.act()
        address = reverse("admin:entries_entry_problems", args=[self.entry.pk])
        return redirect(f"{address}#{anchor}" if anchor else address)

    def act(self) -> str:
        """Calls the service, tells what came of it, and answers where on the page to go on."""
        raise NotImplementedError

    def asked(self) -> list[Problem]:
        """The problems that the form names, all of the working text; none, with the reason told, where one is gone."""
        numbers = self.request.POST.getlist("problem")
        chosen = {int(number) for number in numbers if number.isdecimal()}
        found = list(Problem.objects.filter(face=self.face, pk__in=chosen).select_related("face__entry"))
        if not found or len(found) != len(numbers):
            messages.warning(self.request, _GONE)
            return []
        return found

    def tell(self, result: Revised, done: str) -> None:
        """What a fix came to."""
        if result.revision is None:
            messages.info(
                self.request, gettext("ข้อความไม่เปลี่ยน เพราะแก้ตามข้อเสนอแล้วจะได้ข้อความที่รูปแบบไม่รับ ให้แก้ในแท็บ “ข้อความ”")
            )
            return
        address = reverse("admin:entries_entry_revision", args=[self.entry.pk, result.revision.pk])
        told = gettext('{} เป็น<a href="{}">ฉบับแก้ไขที่ {}</a> ซึ่งยังไม่เผยแพร่')
        messages.success(self.request, format_html(told, done, address, result.revision.number))


class Fix(_Act):
    """Mends the problems that the form names, as one revision."""

    def act(self) -> str:
        problems = self.asked()
        if not problems:
            return ""
        try:
            result = fix(problems, by=acting(self.request))
        except ProblemGoneError:
            messages.warning(self.request, _GONE)
            return ""
        self.tell(result, gettext("แก้ตามข้อสังเกตแล้ว %(number)s แห่ง") % {"number": len(problems)})
        return _anchor(problems)


class FixSafe(_Act):
    """Mends everything that may be mended unseen."""

    def act(self) -> str:
        self.tell(fix_safe(self.entry, by=acting(self.request)), gettext("แก้ที่ปลอดภัยทั้งหมดแล้ว"))
        return ""


class DismissForm(forms.Form):
    """Why a problem is none."""

    reason = forms.CharField(required=False, max_length=300)


class Dismiss(_Act):
    """Lets problems be."""

    def act(self) -> str:
        problems = self.asked()
        form = DismissForm(self.request.POST)
        if not form.is_valid():
            messages.error(self.request, _LONG)
            return _anchor(problems)
        for problem in problems:
            dismiss(problem, by=acting(self.request), reason=form.cleaned_data["reason"])
        if problems:
            messages.success(self.request, _DISMISSED)
        return _anchor(problems)


class DismissFinding(_Act):
    """Lets be what reading the entry's file found."""

    def act(self) -> str:
        found = [one for one in self.file_findings.findings if one.key == self.request.POST.get("finding")]
        form = DismissForm(self.request.POST)
        if not found:
            messages.warning(self.request, _GONE)
        elif not form.is_valid():
            messages.error(self.request, _LONG)
        else:
            reason = form.cleaned_data["reason"]
            dismiss_finding(self.entry, found[0], by=acting(self.request), reason=reason)
            messages.success(self.request, _DISMISSED)
        return "findings"


class TakeBack(_Act):
    """Makes a problem that was let be a problem again."""

    def act(self) -> str:
        dismissal = get_object_or_404(ProblemDismissal, entry=self.entry, pk=self.kwargs["dismissal"])
        name = ALL_NAMES.get(dismissal.code, dismissal.code)
        take_back(dismissal)
        messages.success(self.request, gettext("นำข้อสังเกต “%(name)s” กลับมาแล้ว") % {"name": name})
        return "dismissed"


def _anchor(problems: Sequence[Problem]) -> str:
    return f"check-{problems[0].code}" if problems else ""


def _is_safe(code: str) -> bool:
    check = CHECKS_BY_CODE.get(code)
    return check is not None and check.is_safe
