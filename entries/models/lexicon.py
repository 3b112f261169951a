from django.db import models
from django.db.models import Q

from entries.models.columns import KeyField
from entries.models.entries import Entry
from entries.models.names import Alias
from entries.models.projections import Projection


class KnownForm(models.Model):
    """Projection: a form of a face's name, or of another name of an entry, as it may stand in prose.

    `key` is folded and read from the right (`entries.text.lexicon_keys`): a beginning of the `left_key` of every
    reference before whose parenthesis it stands.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="known_forms")
    face = models.ForeignKey(Projection, models.CASCADE, null=True, related_name="known_forms")
    alias = models.ForeignKey(Alias, models.CASCADE, null=True, related_name="known_forms")
    key = KeyField(db_index=True)
    name = models.CharField(max_length=300)
    source = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["face", "key"], condition=Q(alias=None), name="one_form_a_face"),
            models.UniqueConstraint(fields=["alias", "key"], condition=Q(face=None), name="one_form_an_alias"),
            models.CheckConstraint(
                condition=Q(face=None, alias__isnull=False) | Q(face__isnull=False, alias=None),
                name="a_form_is_of_a_face_or_alias",
            ),
        ]

    def __str__(self) -> str:
        return self.name
