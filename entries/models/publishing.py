from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.entries import Entry
from entries.models.revisions import Revision


class Publication(models.Model):
    """Register: a span of time in which readers saw a revision. Rows are only added; `ended` is set once."""

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="publications", verbose_name=pgettext_lazy("one", "รายการ")
    )
    number = models.PositiveIntegerField(_("เผยแพร่ครั้งที่"))
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="publications", verbose_name=pgettext_lazy("one", "ฉบับแก้ไข")
    )
    began = models.DateTimeField(_("เริ่มเผยแพร่"), db_index=True)
    ended = models.DateTimeField(_("สิ้นสุด"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้เผยแพร่"), max_length=150, blank=True)
    # Kept out of feeds and of "newly published": a bulk import of what readers already know.
    quiet = models.BooleanField(_("ไม่ประกาศ"), default=False)
    batch = models.ForeignKey(
        "entries.ImportBatch",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("one", "ชุดนำเข้า"),
    )

    class Meta:
        verbose_name = pgettext_lazy("one", "การเผยแพร่")
        verbose_name_plural = _("การเผยแพร่")
        ordering = ["entry_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_publication_a_number"),
            models.UniqueConstraint(fields=["entry"], condition=Q(ended=None), name="one_live_version_an_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.entry} v{self.number}"


class Stage(models.TextChoices):
    """Where the work on an entry's latest text stands."""

    NONE = "none", _("ไม่มีงานค้าง")
    DRAFT = "draft", _("ฉบับร่าง")
    IN_REVIEW = "in_review", _("รอตรวจ")
    RETURNED = "returned", _("ส่งกลับแก้ไข")
    APPROVED = "approved", _("ผ่านการตรวจ รอเผยแพร่")


class WorkState(models.Model):
    """Register: what was decided of a revision's readiness. The latest of the working revision counts."""

    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="states", verbose_name=pgettext_lazy("one", "ฉบับแก้ไข")
    )
    state = models.CharField(_("สถานะ"), max_length=12, choices=Stage.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้บันทึก"), max_length=150, blank=True)
    note = models.CharField(_("หมายเหตุ"), max_length=500, blank=True)
    at = models.DateTimeField(_("เมื่อ"))

    class Meta:
        verbose_name = pgettext_lazy("one", "สถานะงาน")
        verbose_name_plural = _("สถานะงาน")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.get_state_display()
