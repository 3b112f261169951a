from django.db import models
from django.db.models import Q

from entries.models.columns import KeyField
from entries.models.decisions import ReferenceDecision
from entries.models.entries import Entry
from entries.models.names import Alias, KeywordName
from entries.models.projections import Projection


class KnownForm(models.Model):
    """Projection: a form of a name that is known, as it may stand in prose.

    It is the name of a face, another name of an entry, a name of a keyword (which has no entry), or an anchor that an
    editor has confirmed. `key` is folded and read from the right (`entries.text.lexicon_keys`): a beginning of the
    `left_key` of every reference before whose parenthesis it stands.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, null=True, related_name="known_forms")
    face = models.ForeignKey(Projection, models.CASCADE, null=True, related_name="known_forms")
    # Whoever takes an alias away has its forms taken away first: only projecting writes here.
    alias = models.ForeignKey(Alias, models.DO_NOTHING, null=True, related_name="known_forms")
    keyword_name = models.ForeignKey(KeywordName, models.CASCADE, null=True, related_name="known_forms")
    decision = models.ForeignKey(ReferenceDecision, models.CASCADE, null=True, related_name="known_forms")
    key = KeyField(db_index=True)
    name = models.CharField(max_length=300)
    source = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["face", "key"], condition=Q(face__isnull=False), name="one_form_a_face"),
            models.UniqueConstraint(
                fields=["alias", "key"], condition=Q(alias__isnull=False), name="one_form_an_alias"
            ),
            models.UniqueConstraint(
                fields=["keyword_name", "key"], condition=Q(keyword_name__isnull=False), name="one_form_a_keyword_name"
            ),
            models.UniqueConstraint(
                fields=["decision", "key"], condition=Q(decision__isnull=False), name="one_form_a_decision"
            ),
            models.CheckConstraint(
                condition=Q(face__isnull=False, alias=None, keyword_name=None, decision=None, entry__isnull=False)
                | Q(face=None, alias__isnull=False, keyword_name=None, decision=None, entry__isnull=False)
                | Q(face=None, alias=None, keyword_name__isnull=False, decision=None, entry=None)
                | Q(face=None, alias=None, keyword_name=None, decision__isnull=False, entry__isnull=False),
                name="a_form_has_one_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.name
