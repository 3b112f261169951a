from django.db import models

from entries.models.columns import KeyField
from entries.models.projections import Projection


class ShortName(models.Model):
    """Projection: a shorter form by which a person may be meant (V. I. Lenin): counts only where no full name does."""

    face = models.ForeignKey(Projection, models.CASCADE, related_name="short_names")
    key = KeyField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["face", "key"], name="one_short_name_a_key")]

    def __str__(self) -> str:
        return self.key


class NameSound(models.Model):
    """Projection: how a name of a face sounds, for spellings that are near to it; short ones are left out."""

    face = models.ForeignKey(Projection, models.CASCADE, related_name="name_sounds")
    sound = KeyField(db_index=True)
    name = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["face", "name"], name="one_sound_a_name")]

    def __str__(self) -> str:
        return f"{self.sound}: {self.name}"
