import json
import zlib
from collections import Counter
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.entries import Entry
from entries.models.revisions import Revision, SourceFile
from entries.models.works import Work


class Outcome(models.TextChoices):
    """What came of a file."""

    CREATED = "created", _("สร้างใหม่")
    UPDATED = "updated", _("ปรับปรุง")
    UNCHANGED = "unchanged", _("ไม่เปลี่ยนแปลง")
    MERGED = "merged", _("ผสานการแก้ไข")
    CONFLICT = "conflict", _("แก้ไขขัดกัน")
    HELD = "held", _("รอตัดสิน")
    REJECTED = "rejected", _("ไม่รับเข้า")


class ImportBatch(models.Model):
    """Register: one run of an import."""

    work = models.ForeignKey(Work, models.PROTECT, related_name="batches", verbose_name=pgettext_lazy("one", "ผลงาน"))
    source = models.CharField(_("แหล่ง"), max_length=100)
    name = models.CharField(_("ชื่อชุด"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้นำเข้า"), max_length=150, blank=True)
    began = models.DateTimeField(_("เริ่ม"))
    finished = models.DateTimeField(_("เสร็จ"), null=True, blank=True)
    options = models.JSONField(_("ตัวเลือก"), default=dict)
    counts = models.JSONField(_("จำนวน"), default=dict)
    # The files that changed nothing: a compressed list, not rows (see `unchanged_files`).
    unchanged = models.BinaryField(_("แฟ้มที่ไม่เปลี่ยนแปลง"), default=bytes)
    # What the batch's report says beside its files: entries that it lacks, files that are no source files.
    remarks = models.JSONField(_("หมายเหตุ"), default=dict)
    undone = models.DateTimeField(_("ยกเลิกเมื่อ"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("ยกเลิกโดย")
    )
    undone_by_name = models.CharField(_("ชื่อผู้ยกเลิก"), max_length=150, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("one", "ชุดนำเข้า")
        verbose_name_plural = _("ชุดนำเข้า")
        ordering = ["-began", "-pk"]
        permissions = [("undo_import", _("ยกเลิกการนำเข้า"))]

    def __str__(self) -> str:
        return self.name or f"{self.source} #{self.pk}"

    def unchanged_files(self) -> list[tuple[int, str]]:
        """The files that changed nothing, with the ids of their entries, each once."""
        found: dict[tuple[int, str], None] = {}
        rest = bytes(self.unchanged)
        while rest:  # one compressed stream a chunk
            stream = zlib.decompressobj()
            for line in stream.decompress(rest).decode().split("\n"):
                if line.startswith("["):
                    entry, path = json.loads(line)
                    found[entry, path] = None
                elif line:  # before a path could hold a line break
                    number, _tab, path = line.partition("\t")
                    found[int(number), path] = None
            rest = stream.unused_data
        return list(found)

    def count_files(self) -> dict[str, int]:
        """How many files had each outcome, by the records, every outcome named."""
        counted = Counter(self.files.values_list("outcome", flat=True))
        counted[Outcome.UNCHANGED] += len(self.unchanged_files())
        return {outcome.value: counted[outcome.value] for outcome in Outcome}

    def add_unchanged(self, files: Iterable[tuple[int, str]]) -> None:
        """Adds files (entry id, path) to the list of those that changed nothing, and saves it."""
        lines = "".join(f"{json.dumps([entry, path], ensure_ascii=False)}\n" for entry, path in files)
        if lines:
            self.unchanged = bytes(self.unchanged) + zlib.compress(lines.encode())
            self.save(update_fields=["unchanged"])


class ImportedFile(models.Model):
    """Register: a file of a batch that changed something, was held or was rejected.

    `revision` is the one that holds the file's text: the entry's latest, or a side revision. `main` is the numbered
    revision that the file brought about, None where the main line did not change. A file whose text was taken out of
    its source's line by undoing the batch is `undone`: nothing is matched or merged by it any more.
    """

    batch = models.ForeignKey(
        ImportBatch, models.CASCADE, related_name="files", verbose_name=pgettext_lazy("one", "ชุดนำเข้า")
    )
    path = models.CharField(_("แฟ้ม"), max_length=1000)
    source_file = models.ForeignKey(SourceFile, models.PROTECT, null=True, related_name="+", verbose_name=_("ต้นฉบับ"))
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, related_name="imported", verbose_name=pgettext_lazy("one", "รายการ")
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, null=True, related_name="+", verbose_name=pgettext_lazy("one", "ฉบับแก้ไข")
    )
    main = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+", verbose_name=_("ฉบับที่เกิดขึ้น"))
    outcome = models.CharField(_("ผล"), max_length=10, choices=Outcome.choices)
    reason = models.TextField(_("เหตุผล"), blank=True)
    line = models.PositiveIntegerField(_("บรรทัด"), null=True)
    findings = models.JSONField(_("สิ่งที่พบ"), default=list)
    title = models.CharField(_("ชื่อรายการในแฟ้ม"), max_length=300, blank=True)
    # When a person decided what a held file is.
    decided = models.DateTimeField(_("ตัดสินเมื่อ"), null=True, blank=True)
    # Of a held file: ids of the entries that it may be, the likeliest first.
    candidates = models.JSONField(_("รายการที่อาจเป็น"), default=list)
    undone = models.DateTimeField(_("ยกเลิกเมื่อ"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("one", "แฟ้มที่นำเข้า")
        verbose_name_plural = _("แฟ้มที่นำเข้า")
        ordering = ["batch_id", "pk"]
        indexes = [models.Index(fields=["entry", "-batch"], name="imported_of_entry")]

    def __str__(self) -> str:
        return self.path


class ConflictState(models.TextChoices):
    """What became of a conflict."""

    OPEN = "open", _("รอตัดสิน")
    MINE = "mine", _("ใช้ของฉัน")
    THEIRS = "theirs", _("ใช้ของอีกฝ่าย")
    WRITTEN = "written", _("เขียนใหม่")
    UNDONE = "undone", _("ยกเลิกพร้อมชุดนำเข้า")
    SUPERSEDED = "superseded", _("แหล่งเปลี่ยนข้อความแล้ว")


class Conflict(models.Model):
    """Register: a place that an editor and an import both changed. The editor's stands; the other's is kept here."""

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="conflicts", verbose_name=pgettext_lazy("one", "รายการ")
    )
    base = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+", verbose_name=_("ก่อนแก้"))
    mine = models.ForeignKey(Revision, models.PROTECT, related_name="+", verbose_name=_("ของฉัน"))
    theirs = models.ForeignKey(Revision, models.PROTECT, related_name="+", verbose_name=_("ของอีกฝ่าย"))
    field = models.CharField(_("ส่วน"), max_length=100)
    place = models.JSONField(_("ตำแหน่ง"), default=dict)
    before = models.JSONField(_("ก่อนแก้"), default=list)
    ours = models.JSONField(_("ของฉัน"), default=list)
    other = models.JSONField(_("ของอีกฝ่าย"), default=list)
    state = models.CharField(_("สถานะ"), max_length=10, choices=ConflictState.choices, default=ConflictState.OPEN)
    # The text of a later file of the same source, which no longer says what `other` is.
    superseded_by = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("แฟ้มชุดหลังที่มาแทน")
    )
    opened = models.DateTimeField(_("พบเมื่อ"))
    settled = models.DateTimeField(_("ตัดสินเมื่อ"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("ตัดสินโดย")
    )
    settled_by_name = models.CharField(_("ชื่อผู้ตัดสิน"), max_length=150, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("one", "แก้ไขขัดกัน")
        verbose_name_plural = _("แก้ไขขัดกัน")
        ordering = ["-opened", "-pk"]

    def __str__(self) -> str:
        return f"{self.entry} {self.field}"
