"""Unmarked mentions: names of entries that texts use and never refer to, starred with one click."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen, number_of
from entries.admin.screens import acting
from entries.models import Projection
from entries.services.mentions import Mention, MentionGoneError, name_keys, star_mention, unmarked_mentions
from entries.services.sound_alikes import faces_after

#: So many entries' texts are read for a page.
_ENTRIES: Final = 10
_GONE: Final = _("ข้อความของรายการนี้เปลี่ยนไปแล้วหลังจากที่ท่านเปิดหน้านี้ จึงยังไม่ได้ทำอะไร ข้างล่างนี้คือที่เป็นอยู่ตอนนี้")


class Mentions(LinkScreen):
    """The first unmarked mention of each entry in the texts of some entries, or of the one that `?entry=` names."""

    needs = "edit"
    heading = _("ชื่อที่ยังไม่โยง")
    template_name = "admin/entries/references/mentions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry, after = number_of(self.request.GET.get("entry")), number_of(self.request.GET.get("after"))
        faces = [_face(entry)] if entry is not None else faces_after(self.work_id, after, _ENTRIES)
        keys = name_keys(faces[0].entry.work_id) if faces else frozenset()
        return super().get_context_data(
            only=faces[0] if entry is not None else None,
            faces=faces,
            groups=[
                {"face": face, "mentions": [{"mention": each, "value": _value(each)} for each in found]}
                for face in faces
                if (found := unmarked_mentions(face, keys))
            ],
            after=faces[-1].entry_id if entry is None and len(faces) == _ENTRIES else None,
            is_first=after is None,
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Stars one mention, as a revision, and shows those that are left."""
        face = _face(number_of(request.POST.get("of")) or 0)
        value = request.POST.get("mention", "")
        mention = next((each for each in unmarked_mentions(face) if _value(each) == value), None)
        if mention is None:
            messages.warning(request, _GONE)
            return redirect(request.get_full_path())
        try:
            made = star_mention(face, mention, by=acting(request))
        except MentionGoneError:
            messages.warning(request, _GONE)
            return redirect(request.get_full_path())
        assert made.latest is not None
        address = reverse("admin:entries_entry_revision", args=[face.entry_id, made.latest.pk])
        told = gettext('ใส่ดาวที่ “{}” ใน {} แล้ว เป็น<a href="{}">ฉบับแก้ไขที่ {}</a> ซึ่งยังไม่เผยแพร่')
        messages.success(request, format_html(told, mention.text, face.title, address, made.latest.number))
        return redirect(request.get_full_path())


def _face(entry: int) -> Projection:
    return get_object_or_404(Projection.objects.working().select_related("entry", "revision"), entry=entry)


def _value(mention: Mention) -> str:
    """What tells a mention from others of its text, and from one of another text."""
    return f"{mention.base}:{mention.paragraph}:{mention.start}:{mention.face.entry_id}"
