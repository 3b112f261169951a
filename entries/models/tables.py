"""The tables that editors extend, and what they decide of problems: what every analysis of a text takes with it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.entries import Entry
from entries.models.works import Work


class HonorificRow(models.Model):
    """Register: an honorific, title or rank beside the ones in the code; of the same word, this one counts."""

    word = models.CharField(_("คำนำหน้า"), max_length=60, unique=True)
    kind = models.CharField(_("ชนิด"), max_length=12)
    files = models.BooleanField(_("คงไว้ในรูปที่ใช้เรียง"), default=False)
    unless = models.JSONField(
        _("ยกเว้นเมื่อตามด้วย"),
        default=list,
        blank=True,
        help_text=_("ส่วนของคำที่ตามมาซึ่งทำให้ไม่ใช่คำนำหน้า เช่น “กรัฐ” ของ “นาย”"),
    )

    class Meta:
        verbose_name = pgettext_lazy("one", "คำนำหน้าชื่อ")
        verbose_name_plural = _("คำนำหน้าชื่อ")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word


class ClassNounRow(models.Model):
    """Register: an English head noun of glosses with the Thai class nouns that translate it."""

    english = models.CharField(_("คำหลักภาษาอังกฤษ"), max_length=60, unique=True)
    thai = models.JSONField(_("คำไทย"), default=list)

    class Meta:
        verbose_name = pgettext_lazy("one", "คำหลักของคำกำกับ")
        verbose_name_plural = _("คำหลักของคำกำกับ")
        ordering = ["english"]

    def __str__(self) -> str:
        return self.english


class LabelRow(models.Model):
    """Register: a label of other files, and the field of the format that it means ("extra" for none of them)."""

    label = models.CharField(_("ป้ายกำกับ"), max_length=60, unique=True)
    field = models.CharField(_("ส่วนของรายการ"), max_length=20)

    class Meta:
        verbose_name = pgettext_lazy("one", "ป้ายกำกับในแฟ้มต้นฉบับ")
        verbose_name_plural = _("ป้ายกำกับในแฟ้มต้นฉบับ")
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label


class KindRow(models.Model):
    """Register: a kind of entry beside the ones in the code, with the words that its titles begin with."""

    slug = models.SlugField(_("รหัส"), max_length=40, unique=True)
    name = models.CharField(_("ชื่อ"), max_length=100)
    titles = models.JSONField(_("คำขึ้นต้นของคำเทียบ"), default=list, blank=True)
    headwords = models.JSONField(_("คำหลักของคำตั้ง (ภาษาอังกฤษ)"), default=list, blank=True)
    lead = models.JSONField(_("คำที่ตามหลัง เป็น หรือ คือ ในความนำ"), default=list, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("one", "ประเภทของรายการ")
        verbose_name_plural = _("ประเภทของรายการ")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class CheckSetting(models.Model):
    """Register: how much a check asks for in one work and kind of entry, or that it is off."""

    work = models.ForeignKey(
        Work, models.PROTECT, related_name="check_settings", verbose_name=pgettext_lazy("one", "ผลงาน")
    )
    kind = models.CharField(
        pgettext_lazy("one", "ประเภท"), max_length=40, blank=True, help_text=_("เว้นว่างไว้สำหรับทุกประเภท")
    )
    code = models.CharField(_("ข้อตรวจ"), max_length=60)
    severity = models.CharField(
        _("ระดับ"),
        max_length=10,
        choices=[
            ("error", _("ต้องแก้")),
            ("warning", _("ควรตรวจ")),
            ("remark", _("แจ้งให้ทราบ")),
            ("off", _("ไม่ตรวจ")),
        ],
    )

    class Meta:
        verbose_name = pgettext_lazy("one", "การตั้งค่าข้อตรวจ")
        verbose_name_plural = _("การตั้งค่าข้อตรวจ")
        ordering = ["work", "kind", "code"]
        constraints = [models.UniqueConstraint(fields=["work", "kind", "code"], name="one_setting_a_check")]

    def __str__(self) -> str:
        return f"{self.code}: {self.severity}"


class ProblemDismissal(models.Model):
    """Register: an editor's word that a problem is none. Found again by entry, code and words, after re-imports too."""

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="dismissals", verbose_name=pgettext_lazy("one", "รายการ")
    )
    code = models.CharField(_("ข้อตรวจ"), max_length=60)
    words = models.CharField(_("ข้อความ"), max_length=300)
    reason = models.CharField(_("เหตุผล"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้บันทึก"), max_length=150, blank=True)
    created = models.DateTimeField(_("เมื่อ"))

    class Meta:
        verbose_name = pgettext_lazy("one", "ข้อสังเกตที่ปล่อยผ่าน")
        verbose_name_plural = _("ข้อสังเกตที่ปล่อยผ่าน")
        ordering = ["-created", "-pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "code", "words"], name="one_dismissal_a_problem")]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"
