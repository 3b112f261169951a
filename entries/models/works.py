from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords


class Work(models.Model):
    """Register: one encyclopedia. Names and references resolve within it."""

    slug = models.SlugField(_("ชื่อย่อในที่อยู่"), unique=True)
    title = models.CharField(_("ชื่อผลงาน"), max_length=300)
    publisher = models.CharField(_("ผู้จัดพิมพ์"), max_length=300, blank=True)
    edition = models.CharField(_("ครั้งที่พิมพ์"), max_length=200, blank=True)
    language = models.CharField(_("ภาษา"), max_length=12, default="th")
    rights = models.TextField(_("สิทธิ"), default="สงวนลิขสิทธิ์", help_text=_("ข้อความที่แสดงท้ายทุกบทความ"))
    licence_url = models.URLField(_("ที่อยู่ของสัญญาอนุญาต"), blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = pgettext_lazy("one", "ผลงาน")
        verbose_name_plural = _("ผลงาน")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
