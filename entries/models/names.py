from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from entries.models.columns import KeyField
from entries.models.entries import Entry
from entries.models.works import Work


class Alias(models.Model):
    """Register: another name under which an entry is known; effective at once on both faces."""

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="aliases", verbose_name=pgettext_lazy("one", "รายการ")
    )
    name = models.CharField(_("ชื่ออื่น / รูปเขียนอื่น"), max_length=300)
    key = KeyField(_("กุญแจ"), editable=False, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้บันทึก"), max_length=150, blank=True)
    created = models.DateTimeField(_("เมื่อ"), auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = pgettext_lazy("one", "ชื่ออื่น")
        verbose_name_plural = _("ชื่ออื่น")
        ordering = ["key", "pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "key"], name="one_alias_a_key")]

    def __str__(self) -> str:
        return self.name


class NameOwner(models.Model):
    """A thing that texts call by names: the preferred one is the first in filing order until an editor chooses."""

    work = models.ForeignKey(
        Work, models.PROTECT, related_name="%(class)ss", verbose_name=pgettext_lazy("one", "ผลงาน")
    )
    slug = models.CharField(_("ที่อยู่"), max_length=120, unique=True)
    preferred = models.CharField(_("รูปหลัก"), max_length=300, blank=True, help_text=_("เว้นว่างไว้ให้ใช้ชื่อแรกตามลำดับอักษร"))
    # Where this one was merged into another, its address leads there and its names have moved.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("ยุบรวมเข้ากับ")
    )
    label = models.CharField(_("ชื่อ"), max_length=300, editable=False)
    sort_key = KeyField(_("กุญแจเรียง"), editable=False)
    letter = models.CharField(_("อักษร"), max_length=1, editable=False)

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.label


class Keyword(NameOwner):
    """Register: a keyword, under all the names that texts give it."""

    history = HistoricalRecords()

    class Meta(NameOwner.Meta):
        verbose_name = pgettext_lazy("one", "คำสำคัญ")
        verbose_name_plural = _("คำสำคัญ")
        indexes = [models.Index(fields=["letter", "sort_key"], name="keyword_filing")]

    def get_absolute_url(self) -> str:
        """The reader's page."""
        return reverse("reader:keyword", args=[self.slug])


class Author(NameOwner):
    """Register: an author, under all the names that texts give them."""

    about = models.TextField(_("ตำแหน่งและสังกัด"), blank=True)
    history = HistoricalRecords()

    class Meta(NameOwner.Meta):
        verbose_name = pgettext_lazy("one", "ผู้เขียนคำอธิบาย")
        verbose_name_plural = _("ผู้เขียนคำอธิบาย")
        indexes = [models.Index(fields=["letter", "sort_key"], name="author_filing")]

    def get_absolute_url(self) -> str:
        """The reader's page."""
        return reverse("reader:author", args=[self.slug])


class KeywordName(models.Model):
    """Register: a name as some text writes it, and the keyword that it means in this work."""

    work = models.ForeignKey(Work, models.PROTECT, related_name="+")
    key = KeyField(_("กุญแจ"))
    name = models.CharField(_("ชื่อ"), max_length=300)
    sort_key = KeyField(_("กุญแจเรียง"))
    keyword = models.ForeignKey(
        Keyword, models.PROTECT, related_name="names", verbose_name=pgettext_lazy("one", "คำสำคัญ")
    )

    class Meta:
        verbose_name = pgettext_lazy("one", "รูปเขียนของคำสำคัญ")
        verbose_name_plural = _("รูปเขียนของคำสำคัญ")
        ordering = ["sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["work", "key"], name="one_keyword_a_name")]

    def __str__(self) -> str:
        return self.name


class AuthorName(models.Model):
    """Register: a name as some text writes it, and the author that it means in this work."""

    work = models.ForeignKey(Work, models.PROTECT, related_name="+")
    key = KeyField(_("กุญแจ"))
    name = models.CharField(_("ชื่อ"), max_length=300)
    sort_key = KeyField(_("กุญแจเรียง"))
    author = models.ForeignKey(
        Author, models.PROTECT, related_name="names", verbose_name=pgettext_lazy("one", "ผู้เขียนคำอธิบาย")
    )

    class Meta:
        verbose_name = pgettext_lazy("one", "รูปเขียนของชื่อผู้เขียน")
        verbose_name_plural = _("รูปเขียนของชื่อผู้เขียน")
        ordering = ["sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["work", "key"], name="one_author_a_name")]

    def __str__(self) -> str:
        return self.name
