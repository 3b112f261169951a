from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entries.models.columns import KeyField
from entries.models.decisions import ReferenceDecision
from entries.models.entries import Entry
from entries.models.names import Author, Keyword
from entries.models.publishing import Stage
from entries.models.revisions import Revision


class PublicState(models.TextChoices):
    """What readers see of an entry."""

    NEVER = "never", _("ยังไม่เผยแพร่")
    LIVE = "live", _("เผยแพร่แล้ว")
    WITHDRAWN = "withdrawn", _("ถอนจากการเผยแพร่")


class ProjectionQuerySet(models.QuerySet["Projection"]):
    """Faces of entries. Every list starts from one of the first two."""

    def live(self) -> "ProjectionQuerySet":
        """What readers see."""
        return self.filter(is_live=True)

    def working(self) -> "ProjectionQuerySet":
        """What editors work on."""
        return self.filter(is_working=True)

    def in_filing_order(self) -> "ProjectionQuerySet":
        """By filing form, the same on every database."""
        return self.order_by("sort_key", "entry_id")

    def in_latin_order(self) -> "ProjectionQuerySet":
        """By headword."""
        return self.order_by("latin_sort_key", "entry_id")


class Projection(models.Model):
    """Projection: one face of an entry, from one revision. The working and the live face may be one row."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="faces", verbose_name=pgettext_lazy("one", "รายการ"))
    revision = models.ForeignKey(
        Revision, models.CASCADE, related_name="faces", verbose_name=pgettext_lazy("one", "ฉบับแก้ไข")
    )
    is_working = models.BooleanField(default=False)
    is_live = models.BooleanField(default=False)
    # Copied from the registers, so that one list can filter by them.
    public_state = models.CharField(_("การเผยแพร่"), max_length=10, choices=PublicState.choices)
    stage = models.CharField(_("สถานะงาน"), max_length=12, choices=Stage.choices, default=Stage.NONE)

    headword = models.CharField(_("คำตั้ง"), max_length=300, blank=True)
    thai_title = models.CharField(_("คำเทียบ"), max_length=300, blank=True)
    years_ce = models.CharField(max_length=300, blank=True)
    years_be = models.CharField(max_length=300, blank=True)
    filing_form = models.CharField(_("รูปที่ใช้เรียง"), max_length=300)
    sort_key = KeyField()
    letter = models.CharField(max_length=1)
    latin_sort_key = KeyField(blank=True)
    latin_letter = models.CharField(max_length=1, blank=True)
    lead = models.TextField(blank=True)
    see = models.CharField(max_length=300, blank=True)
    kind = models.CharField(pgettext_lazy("one", "ประเภท"), max_length=40, blank=True, db_index=True)
    kind_evidence = models.CharField(max_length=300, blank=True)
    length = models.PositiveIntegerField(_("ความยาว"))

    objects = ProjectionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("one", "รายการ")
        verbose_name_plural = _("รายการ")
        constraints = [
            models.UniqueConstraint(fields=["entry", "revision"], name="one_face_a_revision"),
            models.UniqueConstraint(fields=["entry"], condition=Q(is_working=True), name="one_working_face"),
            models.UniqueConstraint(fields=["entry"], condition=Q(is_live=True), name="one_live_face"),
            models.CheckConstraint(condition=Q(is_working=True) | Q(is_live=True), name="a_face_is_seen_by_someone"),
        ]
        indexes = [
            models.Index(fields=["sort_key", "entry"], name="face_filing"),
            models.Index(fields=["letter", "sort_key"], name="face_letter"),
            models.Index(fields=["latin_letter", "latin_sort_key"], name="face_latin_letter"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What a page calls the entry."""
        return self.thai_title or self.headword

    def get_absolute_url(self) -> str:
        """The reader's page; needs `entry` fetched."""
        return self.entry.get_absolute_url()


class EntryName(models.Model):
    """Projection: a key under which a face is found by name. One name has as many rows as ways to write it."""

    face = models.ForeignKey(Projection, models.CASCADE, related_name="names")
    key = KeyField(db_index=True)
    name = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["face", "key"], name="one_name_a_key")]

    def __str__(self) -> str:
        return self.name


class EntryPeriod(models.Model):
    """Projection: a span of years that an entry's period lines give, in CE; `last` is null for what goes on."""

    face = models.ForeignKey(Projection, models.CASCADE, related_name="periods")
    position = models.PositiveSmallIntegerField()
    first = models.IntegerField(null=True)
    last = models.IntegerField(null=True)
    kind = models.CharField(max_length=10)
    is_approximate = models.BooleanField(default=False)
    is_uncertain = models.BooleanField(default=False)
    is_open = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["face", "position"], name="one_period_a_position")]

    def __str__(self) -> str:
        return f"{self.first}–{self.last or ''}"


class EntryKeyword(models.Model):
    """Projection: a keyword in an entry's list, as written there."""

    face = models.ForeignKey(Projection, models.CASCADE, related_name="keyword_uses")
    position = models.PositiveSmallIntegerField()
    keyword = models.ForeignKey(Keyword, models.CASCADE, related_name="uses")
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["face", "position"], name="one_keyword_a_position")]

    def __str__(self) -> str:
        return self.name


class Authorship(models.Model):
    """Projection: an author of an entry, as written there."""

    face = models.ForeignKey(Projection, models.CASCADE, related_name="authorships")
    position = models.PositiveSmallIntegerField()
    author = models.ForeignKey(Author, models.CASCADE, related_name="authorships")
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["face", "position"], name="one_author_a_position")]

    def __str__(self) -> str:
        return self.name


class ReferencePlace(models.TextChoices):
    """Which part of the text a reference stands in."""

    PROSE = "prose", _("คำอธิบาย")
    SEE = "see", _("ดู")
    SEE_ALSO = "see_also", _("ดูเพิ่มเติม")


class Resolution(models.TextChoices):
    """What came of looking for a reference's target among all entries."""

    LINKED = "linked", _("โยงแล้ว")
    WANTED = "wanted", _("รอจัดทำ")
    AMBIGUOUS = "ambiguous", _("มีหลายรายการ")
    DISAGREEING = "disagreeing", _("คำที่โยงกับคำกำกับชี้ต่างรายการ")
    ITSELF = "itself", _("โยงถึงตนเอง")
    LOOP = "loop", _("รายการโยงวนกลับมาที่เดิม")
    NONE = "none", _("ไม่ใช่รายการโยง")


class CrossReference(models.Model):
    """Projection: a parenthesis of the prose with its anchor, a see-entry's target, or an item of "see also".

    Offsets are code points of the paragraph. `target` is found among all entries not withdrawn and is for editors;
    `live_target` among live ones, and is the only one that a query for readers may read. See-entries are followed to
    where they lead, but by the reference of a see-entry itself. `decision` says where an editor has chosen the target,
    `anchor_decision` the anchor, `dismissal` that nobody is to be asked again. Sounds are "" for short names.
    """

    face = models.ForeignKey(Projection, models.CASCADE, related_name="references")
    place = models.CharField(max_length=10, choices=ReferencePlace.choices, default=ReferencePlace.PROSE)
    position = models.PositiveIntegerField()
    paragraph = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    opening = models.PositiveIntegerField(default=0)
    closing = models.PositiveIntegerField(default=0)
    anchor = models.CharField(max_length=500, blank=True)
    gloss = models.TextField(blank=True)
    starred = models.BooleanField(default=False)
    kind = models.CharField(max_length=20, blank=True)
    confidence = models.FloatField(default=0)
    evidence = models.JSONField(default=list)
    # How the text alone weighed the anchor's left end: its probability and the next place's. Null: not by weighing.
    odds = models.JSONField(null=True)
    anchor_key = KeyField(blank=True)
    gloss_key = KeyField(blank=True)
    # The prose before the parenthesis, from the right, and the names of other entries that end there.
    left_key = KeyField(max_length=60, blank=True, db_index=True)
    known = models.JSONField(default=list)
    anchor_sound = KeyField(blank=True)
    gloss_sound = KeyField(blank=True)
    decision = models.ForeignKey(ReferenceDecision, models.SET_NULL, null=True, related_name="decided")
    anchor_decision = models.ForeignKey(ReferenceDecision, models.SET_NULL, null=True, related_name="anchored")
    dismissal = models.ForeignKey(ReferenceDecision, models.SET_NULL, null=True, related_name="dismissed")
    target = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="referred_to_by")
    live_target = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="live_referred_to_by")
    resolution = models.CharField(max_length=12, choices=Resolution.choices, default=Resolution.NONE)

    class Meta:
        ordering = ["place", "position"]
        constraints = [models.UniqueConstraint(fields=["face", "place", "position"], name="one_reference_a_position")]
        indexes = [
            models.Index(fields=["anchor_key"], name="reference_anchor_key"),
            models.Index(fields=["gloss_key"], name="reference_gloss_key"),
            models.Index(fields=["resolution", "face"], name="reference_resolution"),
        ]

    def __str__(self) -> str:
        return f"{self.anchor} ({self.gloss})"


class Identity(models.Model):
    """Projection: a headword and first period under which an entry stands, or ever came in with a file.

    What an import matches its files by; set-aside entries have theirs too.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="identities")
    headword_key = KeyField(db_index=True)
    period_key = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "headword_key", "period_key"], name="one_identity_an_entry")
        ]

    def __str__(self) -> str:
        return f"{self.headword_key} {self.period_key}"


class Problem(models.Model):
    """Projection: something in a text that a person should look at. `field` and `index` name the value of the article.

    `start` and `end` are code points of that value; `fix` what to write there, null where nothing is safe.
    """

    face = models.ForeignKey(Projection, models.CASCADE, related_name="problems")
    position = models.PositiveIntegerField()
    code = models.CharField(_("ข้อตรวจ"), max_length=60)
    severity = models.CharField(_("ระดับ"), max_length=10)
    field = models.CharField(_("ส่วน"), max_length=100)
    index = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    words = models.CharField(_("ข้อความ"), max_length=300, blank=True)
    message = models.TextField(_("คำอธิบาย"))
    fix = models.TextField(_("ข้อเสนอ"), null=True)  # noqa: DJ001 - null says that there is none, "" deletes
    is_dismissed = models.BooleanField(_("ปล่อยผ่าน"), default=False)

    class Meta:
        verbose_name = pgettext_lazy("one", "ข้อสังเกต")
        verbose_name_plural = _("ข้อสังเกต")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["face", "position"], name="one_problem_a_position")]
        indexes = [models.Index(fields=["code", "face"], name="problem_code")]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"
