from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.columns import KeyField
from entries.models.entries import Entry
from entries.models.projections import Projection


class Part(models.IntegerChoices):
    """Which part of an entry a body holds; a hit in an earlier part counts for more."""

    NAME = 0, _("คำตั้งและคำเทียบ")
    ALIAS = 1, _("ชื่ออื่น")
    TERM = 2, _("คำสำคัญและคำกำกับภาษาต่างประเทศ")
    PROSE = 3, _("คำอธิบาย")
    REST = 4, _("ส่วนอื่นของรายการ")


class SearchText(models.Model):
    """Projection: the folded text of one part of a face, in which any run is found.

    The id is made of the face's and the part, so that a look-up in the index alone tells whose hit it is. Migrations
    make the databases' own indexes over the bodies: FTS5 on SQLite, GIN on PostgreSQL.
    """

    PARTS = 8

    id = models.BigIntegerField(primary_key=True)
    face = models.ForeignKey(Projection, models.CASCADE, related_name="search_texts")
    part = models.PositiveSmallIntegerField(choices=Part.choices)
    body = models.TextField()

    def __str__(self) -> str:
        return f"{self.face_id}: {self.get_part_display()}"


class NameRank(models.IntegerChoices):
    """What a name is to the entry, and whether it is looked at from its beginning; earlier is better."""

    NAME = 0, _("คำตั้งและคำเทียบ")
    ALIAS = 1, _("ชื่ออื่น")
    IN_NAME = 2, _("คำในชื่อ")
    IN_ALIAS = 3, _("คำในชื่ออื่น")
    KEYWORD = 4, _("คำสำคัญ")
    IN_KEYWORD = 5, _("คำในคำสำคัญ")
    GLOSS = 6, _("คำกำกับภาษาต่างประเทศ")


class SearchName(models.Model):
    """Projection: a name of a face, no gloss, from its beginning or from a later word on, to be looked up by prefix.

    No two rows are the same, by the way they are made; a constraint would cost as much room as the rows.
    """

    face = models.ForeignKey(Projection, models.CASCADE, related_name="search_names")
    #: The face's entry, whose number never changes: the order of names that are the same.
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+", db_index=False)
    rank = models.PositiveSmallIntegerField(choices=NameRank.choices)
    key = KeyField()

    class Meta:
        indexes = [models.Index(fields=["rank", "key", "entry"], name="search_name_key")]

    def __str__(self) -> str:
        return self.key


class SearchSound(models.Model):
    """Projection: how a word of a name sounds, with the name as it is offered.

    `sound` is the skeleton that it is looked up by, `heard` the sounds that it is compared by (entries.text.sound).
    """

    face = models.ForeignKey(Projection, models.CASCADE, related_name="search_sounds")
    rank = models.PositiveSmallIntegerField(choices=NameRank.choices)
    sound = KeyField(max_length=40)
    heard = KeyField(max_length=80)
    name = models.CharField(max_length=300)

    class Meta:
        indexes = [
            # All that is read in looking up, so that rows are not: many names have a word with the same sound.
            models.Index(fields=["sound", "name", "heard", "rank"], name="search_sound_of_name"),
        ]

    def __str__(self) -> str:
        return f"{self.sound}: {self.name}"


class FailedQueryState(models.TextChoices):
    """What came of a query that found nothing."""

    OPEN = "open", _("รอพิจารณา")
    ALIASED = "aliased", _("ตั้งเป็นชื่ออื่นแล้ว")
    DROPPED = "dropped", _("ไม่ต้องดำเนินการ")


class FailedQueryQuerySet(models.QuerySet["FailedQuery"]):
    """Queries that found nothing, for the editors' inbox."""

    def open(self) -> "FailedQueryQuerySet":
        """Those that no editor has settled."""
        return self.filter(state=FailedQueryState.OPEN)

    def by_sound(self) -> models.QuerySet[Any, dict[str, Any]]:
        """Groups that sound alike, the most asked for first: sound, times, how many spellings, the last day."""
        groups = self.values("sound").annotate(
            times=models.Sum("times"), spellings=models.Count("pk"), last_day=models.Max("last_day")
        )
        return groups.order_by("-times", "sound")


class FailedQuery(models.Model):
    """Register: a query that found nothing and how often it was asked; never by whom, from where, or at what hour."""

    key = KeyField(_("กุญแจ"), unique=True, editable=False)
    query = models.CharField(_("คำค้น"), max_length=100)
    sound = KeyField(_("เสียง"), max_length=100, blank=True, db_index=True, editable=False)
    times = models.PositiveIntegerField(_("จำนวนครั้ง"), default=1)
    last_day = models.DateField(_("วันล่าสุด"))
    state = models.CharField(_("สถานะ"), max_length=8, choices=FailedQueryState.choices, default=FailedQueryState.OPEN)
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("เป็นชื่ออื่นของ")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("โดย")
    )
    by_name = models.CharField(_("ชื่อผู้บันทึก"), max_length=150, blank=True)

    objects = FailedQueryQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("one", "คำค้นที่ไม่พบผล")
        verbose_name_plural = _("คำค้นที่ไม่พบผล")
        ordering = ["-times", "key"]

    def __str__(self) -> str:
        return self.query


def search_text_ids(faces: Sequence[int], part: Part) -> list[int]:
    """The ids of the bodies of one part of these faces."""
    return [face * SearchText.PARTS + part for face in faces]
