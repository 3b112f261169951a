"""Putting entries in and paging through all that a query finds."""

from entries.services.publishing import publish
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, revise
from entries.services.searching import search
from entries.text.article import Article


def enter(*articles: Article, live: bool = True) -> list[int]:
    """The numbers of new entries, published unless said otherwise."""
    made = revise([Change(None, one, new=NewEntry(the_work())) for one in articles], by=None)
    latest = [one.latest for one in made if one.latest]
    if live:
        publish(latest, by=None)
    return [revision.entry_id for revision in latest]


def all_found(query: str, size: int = 40) -> list[int]:
    """Every entry that a query finds, page after page; no entry comes twice, and the total is right."""
    found: list[int] = []
    page = 1
    while True:
        got = search(query, page=page, size=size)
        found += [result.face.entry_id for result in got.results]
        if page >= got.pages:
            assert len(found) == got.total
            assert len(set(found)) == len(found)
            return found
        page += 1
