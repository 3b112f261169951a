"""The page of search results: what was found, what narrows it, what may have been meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext
from django.views.generic import TemplateView

from entries.reader.kinds import kind_names
from entries.reader.years import years_of
from entries.search.filters import Choice, Choices, Filters, choices
from entries.search.finding import Answer, Result
from entries.search.query import Span
from entries.search.snippets import Passage
from entries.services.searching import record_failure, search
from entries.text.thai import first_letter

#: Parameters that narrow; each keeps its value from page to page.
_NARROWING: Final = ("kind", "author", "keyword", "letter", "century")
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Found:
    """One result as the page shows it."""

    url: str
    title: str
    headword: str
    years: str
    why: str
    passages: tuple[Passage, ...]
    sounds_alike: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A choice of a filter: its name, how many entries it leaves, and where it leads; the chosen one leads back."""

    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one filter."""

    title: str
    links: tuple[Link, ...]


class SearchView(TemplateView):
    """What readers find: published entries only. A query that finds nothing goes to the editors, without who asked."""

    template_name = "entries/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        text = asked.get("q", "").strip()
        found = search(text, filters=_filters(asked), page=_number(asked.get("page", "1")))
        is_narrowed = any(asked.get(name) for name in _NARROWING)
        if text and not is_narrowed:
            record_failure(found)
        return super().get_context_data(
            query=text,
            answer=found,
            results=[_shown(result) for result in found.results],
            groups=list(_groups(asked, found)),
            is_narrowed=is_narrowed,
            widened=_address(asked, **dict.fromkeys(_NARROWING, "")),
            previous=_address(asked, page=str(found.page - 1)) if found.page > 1 else "",
            following=_address(asked, page=str(found.page + 1)) if found.page < found.pages else "",
            years=[(span, _address(asked, q=_as_years(span))) for span in found.query.offered_years],
            letter={"0": "0-9"}.get(first_letter(text), first_letter(text)),
            **kwargs,
        )


def _filters(asked: QueryDict) -> Filters:
    values = {name: asked.get(name, "")[:_LONGEST] for name in _NARROWING}
    century = values.pop("century")
    return Filters(century=_number(century) if century else None, **values)


def _number(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def _as_years(span: Span) -> str:
    first, last = span
    return f"year:{first}" if first == last else f"year:{first}–{last}"


def _shown(result: Result) -> Found:
    face = result.face
    years = years_of([face.years_ce] if face.years_ce else [], [face.years_be] if face.years_be else [])
    return Found(
        url=face.get_absolute_url(),
        title=face.title,
        headword=face.headword,
        years=years.ce,
        why=result.why,
        passages=result.passages,
        sounds_alike=bool(result.near),
    )


def _groups(asked: QueryDict, found: Answer) -> Iterator[Group]:
    if found.hits is None or not found.found:
        return
    left: Choices = choices(found.hits)
    named = kind_names()
    kinds = [Choice(one.value, named.get(one.value, one.label), one.count) for one in left.kinds]
    groups: Sequence[tuple[str, str, Sequence[Choice]]] = (
        (gettext("ประเภท"), "kind", kinds),
        (gettext("ช่วงเวลา"), "century", left.centuries),
        (gettext("ผู้เขียนคำอธิบาย"), "author", left.authors),
        (gettext("คำสำคัญ"), "keyword", left.keywords),
        (gettext("อักษร"), "letter", left.letters),
    )
    for title, name, each in groups:
        chosen = asked.get(name, "")
        if len(each) > 1 or chosen:
            yield Group(title, tuple(_link(asked, name, one, is_chosen=one.value == chosen) for one in each))


def _link(asked: QueryDict, name: str, choice: Choice, *, is_chosen: bool) -> Link:
    value = "" if is_chosen else choice.value
    return Link(choice.label, choice.count, _address(asked, **{name: value}), is_chosen)


def _address(asked: QueryDict, **changed: str) -> str:
    """The address of these results with some parameters changed; a change begins at the first page again."""
    kept = {name: asked.get(name, "") for name in ("q", *_NARROWING)} | changed
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in kept.items() if value})
    return f"?{query.urlencode()}"
