"""What templates of the public site ask for beyond Django's own."""

import re
from datetime import datetime

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override

from entries.models import Work
from entries.reader.eras import Era, EraYear
from entries.reader.periods import Jump
from entries.reader.typeset import element_html, name_html, year_element
from entries.text.thai import thai_digits

register = template.Library()

_ERA_AND_YEARS = re.compile(r"[คพ]\.ศ\. [^\s;]+")


@register.filter
def numerals(value: object) -> str:
    """A number, or a text with digits, in the numerals of the interface: Thai ones in Thai."""
    return thai_digits(str(value)) if get_language() == "th" else str(value)


@register.filter
def day(value: datetime) -> str:
    """A moment as a day in Bangkok: "๒๓ พฤศจิกายน พ.ศ. ๒๕๖๙", its era and year on one line; "23 November 2026"."""
    local = timezone.localtime(value)
    if get_language() == "th":
        return thai_digits(f"{local.day} {date_format(local, 'F')} พ.ศ.\u00a0{local.year + 543}")
    return date_format(local, "j F Y")


@register.filter
def pieces(years: str) -> SafeString:
    """An entry's years, of which no era is parted from its years, and no year from that to which it reaches."""
    return mark_safe(_ERA_AND_YEARS.sub(r'<span class="w">\g<0></span>', escape(years)))


@register.filter
def breakable(address: str) -> SafeString:
    """An address whose lines may end after its slashes."""
    return mark_safe(re.sub(r"/+", r"\g<0><wbr>", escape(address)))


@register.filter
def as_name(name: str) -> SafeString:
    """A title or another name: lines end at its spaces and between its parts only."""
    return name_html(name)


@register.filter
def in_era(year: int, era: str) -> str:
    """A year of the Common Era in an era, "ce" or "be", with its sign: "พ.ศ. ๒๔๖๐", or "BE 2460" in English."""
    counted = year + 543 if era == "be" else year
    if get_language() == "th":
        return f"{'พ.ศ.' if era == 'be' else 'ค.ศ.'} {thai_digits(counted)}"
    return f"{'BE' if era == 'be' else 'CE'} {counted}"


@register.filter
def to_era(last: int, era: str) -> str:
    """The end of a span that `in_era` began: "–๒๔๖๙"."""
    return f"–{numerals(last + 543 if era == 'be' else last)}"


@register.simple_tag
def jump_years(jump: Jump, era: Era) -> SafeString:
    """The years of a jump link, which the script that switches eras finds as it finds those of the prose."""
    years = [
        thai_digits(f"{first}" if first == last else f"{first}–{last}")
        for first, last in ((jump.first, jump.last), (jump.first + 543, jump.last + 543))
    ]
    return element_html(year_element(EraYear(0, 0, years[0], be=years[1]), era), years[0])


@register.simple_tag(takes_context=True)
def the_work(context: Context) -> Work | None:
    """The work that the page belongs to, else the first there is."""
    work = context.get("work")
    return work if isinstance(work, Work) else Work.objects.order_by("pk").first()


@register.simple_tag(takes_context=True)
def in_language(context: Context, language: str) -> str:
    """The absolute address of this page in another language."""
    request = context["request"]
    return str(request.build_absolute_uri(translate_url(request.get_full_path(), language)))


@register.simple_tag(takes_context=True)
def permanent_address(context: Context, uid: str) -> str:
    """The absolute address of an entry that never changes, the same on pages in any language."""
    with override(settings.LANGUAGE_CODE):
        return absolute(context, reverse("reader:permanent", args=[uid]))


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """A path as an absolute address."""
    return str(context["request"].build_absolute_uri(address))
