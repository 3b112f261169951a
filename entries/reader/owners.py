"""What keywords and authors have in common: readers see them through live uses alone."""

from typing import TypeVar

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entries.models import Author, Authorship, EntryKeyword, Keyword, Publication
from entries.services.registers import register_key

Owner = TypeVar("Owner", Keyword, Author)


def seen(owners: QuerySet[Owner], uses: type[EntryKeyword] | type[Authorship], link: str) -> QuerySet[Owner]:
    """The owners that a live entry uses, with `shown`: the name readers know them by.

    That is the form that an editor chose, else the label if a live entry writes it so, else the first that one does: a
    name that only a draft has is nowhere.
    """
    live = uses._default_manager.filter(**{link: OuterRef("pk")}, face__is_live=True).order_by("name")
    return owners.filter(Exists(live), merged_into=None).annotate(
        shown=Case(
            When(~Q(preferred=""), then=F("preferred")),
            When(Exists(live.filter(name=OuterRef("label"))), then=F("label")),
            default=Subquery(live.values("name")[:1]),
        )
    )


def gone_or_moved(request: HttpRequest, owner: Keyword | Author | None, field: str) -> HttpResponse | None:
    """What answers at the address of a keyword or author that no live entry uses; None for 404.

    It leads on where it was merged into another, and answers 410 where a version that readers saw once had one of its
    names in `field` of its text.
    """
    if owner is None:
        return None
    if owner.merged_into is not None:
        return redirect(owner.merged_into, permanent=True)
    if _was_public(owner, field):
        return render(
            request, "entries/owner_gone.html", {"title": owner.label, "owner": owner, "field": field}, status=410
        )
    return None


def _was_public(owner: Keyword | Author, field: str) -> bool:
    names = dict(owner.names.values_list("key", "name"))
    written = Q()
    for name in names.values():
        written |= Q(revision__text__contains=name)
    if not names:
        return False
    past = Publication.objects.filter(written, entry__work=owner.work_id).select_related("revision")
    return any(register_key(name) in names for version in past for name in getattr(version.revision.article, field))
