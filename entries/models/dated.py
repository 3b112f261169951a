from django.db import models

from entries.models.projections import Projection


class DatedPassage(models.Model):
    """Projection: a date in the prose of a face, with the passage that tells of it. Dates within names have none.

    `start` and `end` are code points of the paragraph; `sentence_start` and `sentence_end` bound what a page shows of
    it. `first` and `last` are years of the Common Era (44 BC is -44). `kind` says how precise it is (`text.dates`).
    """

    face = models.ForeignKey(Projection, models.CASCADE, related_name="dated_passages")
    position = models.PositiveIntegerField()
    paragraph = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    first = models.IntegerField()
    last = models.IntegerField()
    kind = models.CharField(max_length=16)
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["face", "position"], name="one_dated_passage_a_position")]
        indexes = [models.Index(fields=["first", "last"], name="dated_passage_years")]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"
