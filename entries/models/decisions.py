from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.entries import Entry


class DecisionKind(models.TextChoices):
    """What an editor has said of a reference."""

    LINK = "link", _("โยงถึงรายการนี้")
    ANCHOR = "anchor", _("คำที่โยงคือคำนี้")
    NOT_REFERENCE = "not_reference", _("ไม่ใช่รายการโยง")
    DISMISS = "dismiss", _("ไม่ต้องถามอีก")


class ReferenceDecisionQuerySet(models.QuerySet["ReferenceDecision"]):
    """Decisions by whether they hold."""

    def standing(self) -> "ReferenceDecisionQuerySet":
        """Those that have not been undone."""
        return self.filter(undone=None)

    def orphaned(self) -> "ReferenceDecisionQuerySet":
        """Those that hold but found no place in their entry's working text."""
        placed = {"face__is_working": True}
        used = self.model._meta.get_field("decided").related_model.objects.filter(**placed)
        return self.standing().filter(
            ~models.Exists(used.filter(decision=models.OuterRef("pk"))),
            ~models.Exists(used.filter(anchor_decision=models.OuterRef("pk"))),
            ~models.Exists(used.filter(dismissal=models.OuterRef("pk"))),
            entry__faces__is_working=True,
        )


class ReferenceDecision(models.Model):
    """Register: what an editor decided of one reference of an entry, and how its place is found again.

    The place is told by `place`, `gloss`, `anchor` (as they stood), the text around it, and which of the `occurrences`
    with that gloss and anchor it was, from 0. One that replaces another undoes it at the moment of its own making.
    """

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="reference_decisions", verbose_name=pgettext_lazy("one", "รายการ")
    )
    kind = models.CharField(_("การตัดสิน"), max_length=14, choices=DecisionKind.choices)
    place = models.CharField(_("ส่วน"), max_length=10)
    gloss = models.TextField(_("คำกำกับภาษาต่างประเทศ"), blank=True)
    anchor = models.CharField(_("คำที่โยง"), max_length=500, blank=True)
    occurrence = models.PositiveSmallIntegerField(_("ครั้งที่พบ"), default=0)
    occurrences = models.PositiveSmallIntegerField(_("จำนวนครั้งที่พบ"), default=1)
    before = models.CharField(_("ข้อความก่อนหน้า"), max_length=100, blank=True)
    after = models.CharField(_("ข้อความต่อจากนั้น"), max_length=100, blank=True)
    target = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="chosen_by", verbose_name=_("รายการที่โยงถึง")
    )
    chosen_anchor = models.CharField(_("คำที่โยงที่กำหนด"), max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้ตัดสิน"), max_length=150, blank=True)
    created = models.DateTimeField(_("เมื่อ"))
    undone = models.DateTimeField(_("ยกเลิกเมื่อ"), null=True, blank=True)

    objects = ReferenceDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("one", "การตัดสินรายการโยง")
        verbose_name_plural = _("การตัดสินรายการโยง")
        ordering = ["-created", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="link", target__isnull=False) | (~Q(kind="link") & Q(target__isnull=True)),
                name="a_link_has_a_target",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.anchor} ({self.gloss})"
