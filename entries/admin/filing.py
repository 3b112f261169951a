"""What editors decide of an entry beside its text: kind, filing form and address."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.admin.screens import EntryScreen
from entries.models import Entry, SlugRedirect
from entries.services.curating import AddressTakenError, set_address, set_filing_form, set_kind
from entries.services.tables import current_tables
from entries.text.kinds import Kind, KindGuess, guess_kind
from entries.text.tables import Tables


class FilingForm(forms.Form):
    """Kind and filing form; empty leaves them to the text."""

    kind = forms.ChoiceField(label=pgettext_lazy("one", "ประเภท"), required=False)
    filing_form = forms.CharField(
        label=_("รูปที่ใช้เรียง"),
        required=False,
        max_length=300,
        help_text=_("เช่น ตรอตสกี, เลออน เว้นว่างไว้ให้ระบบสร้างจากคำสำคัญ คำตั้ง และคำเทียบ"),
    )

    def __init__(self, *args: Any, kinds: tuple[Kind, ...], guessed: str, decided: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        known = [(kind.slug, gettext(kind.name)) for kind in kinds]
        # A kind that was taken out of the table stays chosen until somebody chooses another.
        gone = [(decided, decided)] if decided and decided not in dict(known) else []
        field.choices = [("", gettext("ให้ระบบประเมิน (%(guessed)s)") % {"guessed": guessed}), *known, *gone]


class AddressForm(forms.Form):
    """Another address."""

    address = forms.CharField(
        label=_("ที่อยู่"),
        max_length=120,
        help_text=_("อักษรไทย อักษรละตินตัวเล็ก ตัวเลข และขีดกลาง ที่อยู่เดิมพาผู้อ่านมาที่รายการนี้ตลอดไป และให้รายการอื่นใช้ไม่ได้อีก"),
    )


class Filing(EntryScreen):
    """The decisions as they are, the guess with its evidence, and the forms."""

    heading = _("ประเภทและที่อยู่")
    template_name = "admin/entries/entry/filing.html"

    @property
    def needs(self) -> str:  # type: ignore[override]
        """Looking needs less than deciding."""
        return "change" if self.request.method == "POST" else "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = self.entry
        tables = current_tables()
        guess = self._guess(tables)
        names = {kind.slug: gettext(kind.name) for kind in tables.kinds}
        form = kwargs.pop("form", None) or self._form(tables, guess)
        kwargs.setdefault("address_form", AddressForm(initial={"address": entry.slug}))
        return super().get_context_data(
            form=form,
            guess=guess,
            guessed=names.get(guess.kind, guess.kind),
            kind_name=names.get(self.face.kind, self.face.kind),
            old_addresses=SlugRedirect.objects.filter(entry=entry).order_by("pk"),
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """One of the two forms."""
        return self._move() if "address" in request.POST else self._decide()

    def _decide(self) -> HttpResponse:
        tables = current_tables()
        form = self._form(tables, self._guess(tables), self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        kind, filing = form.cleaned_data["kind"], form.cleaned_data["filing_form"]
        changed = []
        if kind != self.entry.kind:
            set_kind(self.entry, kind)
            changed.append(pgettext("one", "ประเภท"))
        if filing != self.entry.filing_form:
            set_filing_form(self.entry, filing)
            changed.append(gettext("รูปที่ใช้เรียง"))
        what = gettext("และ").join(changed)
        self._tell(gettext("บันทึก%(what)sแล้ว มีผลทันที") % {"what": what} if changed else "")
        return redirect("admin:entries_entry_filing", self.entry.pk)

    def _move(self) -> HttpResponse:
        form = AddressForm(self.request.POST)
        if form.is_valid():
            before, address = self.entry.slug, form.cleaned_data["address"]
            try:
                set_address(Entry.objects.get(pk=self.entry.pk), address)
            except (AddressTakenError, ValidationError) as error:
                form.add_error("address", error if isinstance(error, ValidationError) else str(error))
            else:
                self._tell(
                    gettext("เปลี่ยนที่อยู่เป็น %(address)s แล้ว %(before)s พาผู้อ่านมาที่นี่")
                    % {"address": address, "before": before}
                    if address != before
                    else ""
                )
                return redirect("admin:entries_entry_filing", self.entry.pk)
        return self.render_to_response(self.get_context_data(address_form=form))

    def _form(self, tables: Tables, guess: KindGuess, data: Any = None) -> FilingForm:
        names = {kind.slug: gettext(kind.name) for kind in tables.kinds}
        decided = self.entry.kind
        return FilingForm(
            data,
            initial={"kind": decided, "filing_form": self.entry.filing_form},
            kinds=tables.kinds,
            guessed=names.get(guess.kind, guess.kind),
            decided=decided,
        )

    def _guess(self, tables: Tables) -> KindGuess:
        return guess_kind(self.latest.article, kinds=tables.kinds, honorifics=tables.honorifics)

    def _tell(self, done: str) -> None:
        if done:
            messages.success(self.request, done)
        else:
            messages.info(self.request, gettext("ไม่มีอะไรเปลี่ยน"))
