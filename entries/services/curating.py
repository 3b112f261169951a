"""What editors decide of an entry beside its text: its kind, the form it is filed under, its address."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from entries.models import Entry, SlugRedirect
from entries.services.locking import writing
from entries.services.projecting import refresh
from entries.text.thai import slug as slug_of


class AddressTakenError(ValueError):
    """The address is, or once was, another entry's: addresses are never given again."""


def set_kind(entry: Entry, kind: str) -> None:
    """Decides the entry's kind (a slug of the table of kinds); "" leaves it to the text again."""
    with writing():
        entry.kind = kind
        entry.save(update_fields=["kind"])
        refresh([entry.pk])


def set_filing_form(entry: Entry, form: str) -> None:
    """Decides the form under which lists file the entry; "" leaves it to the text again."""
    with writing():
        entry.filing_form = form.strip()[:300]
        entry.save(update_fields=["filing_form"])
        refresh([entry.pk])


def set_address(entry: Entry, address: str) -> None:
    """Gives the entry another address; the old one leads to it for ever.

    Raises ValidationError for what cannot be an address, AddressTakenError for one that is not free.
    """
    if not address or slug_of(address) != address:
        raise ValidationError(gettext("ที่อยู่ใช้ได้เฉพาะอักษรไทย อักษรละติน ตัวเลข และขีดกลาง"))
    with writing():
        if address == entry.slug:
            return
        own = SlugRedirect.objects.filter(slug=address, entry=entry)
        taken = Entry.objects.filter(slug=address).exists() or SlugRedirect.objects.filter(slug=address).exists()
        if taken and not own.exists():
            raise AddressTakenError(gettext("ที่อยู่ %(address)s เป็นของรายการอื่น หรือเคยเป็น") % {"address": address})
        own.delete()
        SlugRedirect.objects.create(slug=entry.slug, entry=entry)
        entry.slug = address
        entry.save(update_fields=["slug"])
