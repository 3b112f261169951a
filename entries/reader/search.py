"""The page of search results: what was found, what narrows it, what may have been meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.generic import TemplateView

from entries.models import Author, Keyword
from entries.reader.chronology import LATEST
from entries.reader.kinds import kind_names
from entries.reader.letters import letter_address, name_of
from entries.reader.years import years_of
from entries.search.filters import Choice, Choices, Filters, choices
from entries.search.finding import Answer
from entries.search.query import Span
from entries.search.showing import Result
from entries.search.snippets import Passage
from entries.services.searching import record_failure, search
from entries.text.thai import first_letter, thai_digits

#: Parameters that narrow; each keeps its value from page to page.
_NARROWING: Final = ("kind", "author", "keyword", "letter", "century")
_LONGEST: Final = 120
_LONGEST_SLUG: Final = 300


@dataclass(frozen=True, slots=True)
class Found:
    """One result as the page shows it."""

    url: str
    title: str
    headword: str
    years: str
    see: str
    why: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A choice of a filter: its name, how many entries it leaves, and where it leads; the chosen one leads back."""

    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one filter, and the one that was made, which may be none of those that are left.

    `has_names` says that they are names out of the texts, not words of the interface.
    """

    title: str
    has_names: bool
    links: tuple[Link, ...]
    chosen: Link | None


@dataclass(frozen=True, slots=True)
class OfferedYears:
    """Years that a bare number may mean, with the page that tells of them and the results that concern them."""

    span: Span
    page: str
    results: str


class SearchView(TemplateView):
    """What readers find: published entries only. A query that finds nothing goes to the editors, without who asked."""

    template_name = "entries/search.html"

    @cached_property
    def text(self) -> str:
        """The query as it was typed."""
        return self.request.GET.get("q", "").strip()

    @cached_property
    def found(self) -> Answer:
        """The page of results that the address names."""
        asked = self.request.GET
        place = {name: asked.get(name, "")[:_LONGEST_SLUG] for name in ("after", "before")}
        return search(self.text, filters=_filters(asked), page=_number(asked.get("page", "1")), **place)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The results; an address of a page that is no longer there leads to the last that is."""
        if self.found.page > self.found.pages:
            return redirect(f"{request.path}{_address(request.GET, page=str(self.found.pages))}")
        if request.method == "GET" and not _is_narrowed(request.GET):
            record_failure(self.found)
        response = super().get(request, *args, **kwargs)
        # There is no end of queries, so their pages are kept by nobody but who asked.
        response["Cache-Control"] = "private, no-cache"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked, found = self.request.GET, self.found
        groups = list(_groups(asked, found))
        return super().get_context_data(
            has_search=True,
            query=self.text,
            answer=found,
            results=[_shown(result) for result in found.results if not result.near],
            alike=[_shown(result) for result in found.results if result.near],
            alike_first=bool(found.results and found.results[0].near),
            groups=groups,
            chosen=[group for group in groups if group.chosen],
            widened=_address(asked, **dict.fromkeys(_NARROWING, "")),
            previous=_address(asked, page=str(found.page - 1), before=found.before) if found.page > 1 else "",
            following=_address(asked, page=str(found.page + 1), after=found.after) if found.page < found.pages else "",
            counted=_address(asked) if found.page > 1 else "",
            years=[_offered(asked, span) for span in found.query.offered_years],
            letter=_letter(found.query.whole.text),
            **kwargs,
        )


def _filters(asked: QueryDict) -> Filters:
    values = {name: asked.get(name, "")[:_LONGEST] for name in _NARROWING}
    century = values.pop("century")
    return Filters(century=_number(century) if century else None, **values)


def _letter(text: str) -> str:
    """The letter of the index under which the query would stand, as addresses say it; "" for none."""
    letter = first_letter(text)
    return letter_address(letter) if letter else ""


def _is_narrowed(asked: QueryDict) -> bool:
    return any(asked.get(name) for name in _NARROWING)


def _number(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def _offered(asked: QueryDict, span: Span) -> OfferedYears:
    first, last = span
    said = f"{first}" if first == last else f"{first}–{last}"
    page = reverse("reader:year", args=[first]) if first == last and 0 < first <= LATEST else ""
    return OfferedYears(span, page, _address(asked, q=f"year:{said}"))


def _shown(result: Result) -> Found:
    face = result.face
    years = years_of([face.years_ce] if face.years_ce else [], [face.years_be] if face.years_be else [])
    return Found(
        url=face.get_absolute_url(),
        title=face.title,
        headword=face.headword,
        years=years.ce,
        see=face.see,
        why=result.why,
        passages=result.passages,
    )


def _groups(asked: QueryDict, found: Answer) -> Iterator[Group]:
    """The filters; those that were chosen only on later pages, where nothing is counted again."""
    left = choices(found.hits) if found.hits is not None and found.found and found.page == 1 else Choices()
    named = kind_names()
    kinds = [Choice(one.value, named.get(one.value, one.label), one.count) for one in left.kinds]
    centuries = [Choice(one.value, _century(one.value), one.count) for one in left.centuries]
    letters = [Choice(one.value, name_of(letter_address(one.value)), one.count) for one in left.letters]
    groups: Sequence[tuple[str, str, Sequence[Choice]]] = (
        (gettext("ประเภท"), "kind", kinds),
        (gettext("ช่วงเวลา"), "century", centuries),
        (gettext("ผู้เขียนคำอธิบาย"), "author", left.authors),
        (gettext("คำสำคัญ"), "keyword", left.keywords),
        (gettext("อักษร"), "letter", letters),
    )
    for title, name, each in groups:
        value = asked.get(name, "")
        links = tuple(_link(asked, name, one, is_chosen=one.value == value) for one in each)
        chosen = next((link for link in links if link.is_chosen), None)
        if value and chosen is None:
            label = {"kind": named.get(value, value), "century": _century(value)}.get(name) or _label(name, value)
            chosen = _link(asked, name, Choice(value, label, 0), is_chosen=True)
        if len(links) > 1 or chosen:
            yield Group(title, name in ("author", "keyword"), links, chosen)


def _label(name: str, slug: str) -> str:
    """What the author or the keyword of this address is called; the value itself where there is none."""
    owners: Any = {"author": Author, "keyword": Keyword}.get(name)
    return (owners and owners.objects.filter(slug=slug).values_list("label", flat=True).first()) or slug


def _century(number: str) -> str:
    return gettext("คริสต์ศตวรรษที่ %(number)s") % {"number": thai_digits(number) if get_language() == "th" else number}


def _link(asked: QueryDict, name: str, choice: Choice, *, is_chosen: bool) -> Link:
    value = "" if is_chosen else choice.value
    return Link(choice.label, choice.count, _address(asked, **{name: value}), is_chosen)


def _address(asked: QueryDict, **changed: str) -> str:
    """The address of these results with some parameters changed; a change begins at the first page again."""
    kept = {name: asked.get(name, "") for name in ("q", *_NARROWING)} | changed
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in kept.items() if value})
    return f"?{query.urlencode()}"
