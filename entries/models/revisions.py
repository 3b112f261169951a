from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.entries import Entry
from entries.text.article import Article
from entries.text.serializer import FORMAT, read_canonical


class Origin(models.TextChoices):
    """What a revision came from."""

    EDIT = "edit", _("แก้ไข")
    IMPORT = "import", pgettext_lazy("act", "นำเข้า")
    MERGE = "merge", _("ผสานการแก้ไข")
    RESTORE = "restore", _("นำฉบับเดิมกลับมาใช้")
    FIX = "fix", _("แก้ตามข้อสังเกต")
    IMPORT_FIX = "import_fix", _("แก้ตามข้อสังเกตที่ปลอดภัยขณะนำเข้า")
    UNDO = "undo", _("ยกเลิกการนำเข้า")


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions of texts."""

    def main_line(self) -> "RevisionQuerySet":
        """Those that were once an entry's latest: side revisions, which have no number, are left out."""
        return self.filter(number__isnull=False)

    def latest_of_each(self) -> "RevisionQuerySet":
        """The newest numbered revision of every entry in this set."""
        newest = (
            Revision.objects.filter(entry=models.OuterRef("entry"), number__isnull=False)
            .order_by("-number")
            .values("pk")[:1]
        )
        return self.filter(pk=models.Subquery(newest))


class Revision(models.Model):
    """Text: one state of an entry's text. Rows are only added.

    A revision with a number is, or once was, the entry's latest; one without holds a text that was merged into the
    main line (the file of an import, the stale save of a form). `parent` is what it was made from, `merged` the side
    revision that was merged into it.
    """

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="revisions", verbose_name=pgettext_lazy("one", "รายการ")
    )
    number = models.PositiveIntegerField(_("ฉบับแก้ไขที่"), null=True, blank=True)
    text = models.TextField(_("ข้อความ"))
    format = models.PositiveSmallIntegerField(_("รูปแบบ"), default=FORMAT)
    digest = models.CharField(_("ค่าแฮช"), max_length=64)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    merged = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_into")
    origin = models.CharField(_("ที่มา"), max_length=10, choices=Origin.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้แก้ไข"), max_length=150, blank=True)
    entered_for = models.CharField(_("บันทึกแทน"), max_length=150, blank=True)
    reason = models.CharField(_("เหตุผล"), max_length=500, blank=True)
    created = models.DateTimeField(_("เมื่อ"), db_index=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("one", "ฉบับแก้ไข")
        verbose_name_plural = _("ฉบับแก้ไข")
        ordering = ["entry_id", "-number", "-pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="one_revision_a_number")]
        indexes = [models.Index(fields=["digest"], name="revision_digest")]

    def __str__(self) -> str:
        return f"{self.entry} #{self.number or '–'}"

    @property
    def article(self) -> Article:
        """The text as a value."""
        return read_canonical(self.text)


class SourceFile(models.Model):
    """Text: a file's bytes as they came, compressed with zlib, once a digest. Rows are only added."""

    digest = models.CharField(_("ค่าแฮช"), max_length=64, unique=True)
    size = models.PositiveIntegerField(_("ขนาด (ไบต์)"))
    data = models.BinaryField(_("ข้อมูล"))

    class Meta:
        verbose_name = pgettext_lazy("one", "แฟ้มต้นฉบับ")
        verbose_name_plural = _("แฟ้มต้นฉบับ")

    def __str__(self) -> str:
        return self.digest[:12]
