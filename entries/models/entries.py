import secrets

from django.db import models
from django.db.models import Exists, FilteredRelation, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.works import Work

_UID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def new_uid() -> str:
    """Ten characters that are easy to read aloud and are never given twice (the column is unique)."""
    return "".join(secrets.choice(_UID_ALPHABET) for _unused in range(10))


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries by what can be asked of the registers alone; titles and order come from their projections."""

    def public(self) -> "EntryQuerySet":
        """Entries with a live version."""
        from_publication = self.model._meta.get_field("publications").related_model.objects
        return self.filter(Exists(from_publication.filter(entry=OuterRef("pk"), ended=None)))

    def with_working_face(self) -> "EntryQuerySet":
        """Entries that editors work on, joined with their working face as `face`, to sort and filter by."""
        face = FilteredRelation("faces", condition=Q(faces__is_working=True))
        return self.annotate(face=face).filter(face__isnull=False)


class Entry(models.Model):
    """Register: what an entry is apart from its text. Never deleted; its uid and slug are never given again."""

    uid = models.CharField(_("รหัสถาวร"), max_length=20, unique=True, default=new_uid, editable=False)
    work = models.ForeignKey(Work, models.PROTECT, related_name="entries", verbose_name=pgettext_lazy("one", "ผลงาน"))
    slug = models.CharField(_("ที่อยู่"), max_length=120, unique=True)
    kind = models.CharField(
        pgettext_lazy("one", "ประเภท"),
        max_length=40,
        blank=True,
        help_text=_("ประเภทที่บรรณาธิการกำหนด เว้นว่างไว้ให้ระบบประเมินจากข้อความ"),
    )
    filing_form = models.CharField(
        _("รูปที่ใช้เรียง"), max_length=300, blank=True, help_text=_("เช่น ตรอตสกี, เลออน เว้นว่างไว้ให้ระบบสร้างจากคำเทียบ")
    )
    # An entry that was never public may be set aside: out of every list, but found by an import, which brings it back.
    set_aside = models.DateTimeField(_("พักไว้เมื่อ"), null=True, blank=True, editable=False)
    created = models.DateTimeField(_("สร้างเมื่อ"), auto_now_add=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("one", "รายการ")
        verbose_name_plural = _("รายการ")
        permissions = [
            ("publish_entry", _("เผยแพร่และถอนรายการ")),
            ("review_entry", _("ตรวจรายการ")),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        """The reader's page."""
        return reverse("reader:entry", args=[self.slug])


class SlugRedirect(models.Model):
    """Register: an address that an entry once had."""

    slug = models.CharField(_("ที่อยู่เดิม"), max_length=120, unique=True)
    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="old_slugs", verbose_name=pgettext_lazy("one", "รายการ")
    )

    class Meta:
        verbose_name = pgettext_lazy("one", "ที่อยู่เดิม")
        verbose_name_plural = _("ที่อยู่เดิม")

    def __str__(self) -> str:
        return self.slug
