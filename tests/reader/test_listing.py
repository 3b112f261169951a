"""Pages of lists: whatever is filed alike, whatever comes and goes, none is lost and none comes twice."""

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from entries.models import Projection
from entries.reader import chronology, homonyms, one_year
from entries.reader.keywords import live_keywords
from entries.reader.listing import Page, Start, listed_faces, page_of
from entries.services.publishing import publish, withdraw
from entries.services.registers import choose_preferred, the_work
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article
from tests.reader.conftest import Enter, html_of, links_in, main_of
from tests.texts import article


def asked(start: Start | None) -> dict[str, str]:
    """What the address of a page asks for."""
    return dict(parse_qsl(start.query.removeprefix("?"))) if start else {}


def walked(size: int, *, back: bool = False) -> list[int]:
    """The entries of all pages, from the first on or from the last one back."""
    faces = listed_faces().in_filing_order()
    page: Page[Projection] = page_of(faces, {}, size=size)
    found = [[face.entry_id for face in page.items]]
    while page.following:
        page = page_of(faces, asked(page.following), size=size)
        found.append([face.entry_id for face in page.items])
    if back:
        found = [[face.entry_id for face in page.items]]
        while page.previous:
            page = page_of(faces, asked(page.previous), size=size)
            found.insert(0, [face.entry_id for face in page.items])
    return [entry for shown in found for entry in shown]


class PagingTest(TestCase):
    """Entries of few names, so that more than a page are filed alike."""

    @given(st.lists(st.sampled_from(("กา", "กา", "กา", "กี", "ขา")), max_size=14), st.integers(1, 5))
    def test_pages_never_lose_or_repeat_an_entry(self, titles: list[str], size: int) -> None:
        texts = [
            Article(headwords=(f"N {number}",), thai_titles=(title,), paragraphs=(title,))
            for number, title in enumerate(titles)
        ]
        work = the_work()
        results = revise([Change(None, text, new=NewEntry(work)) for text in texts], by=None)
        publish([result.latest for result in results if result.latest], by=None)
        every = [face.entry_id for face in listed_faces().in_filing_order()]
        assert len(every) == len(titles)
        assert walked(size) == every
        assert walked(size, back=True) == every


def test_a_list_of_keywords_goes_on_where_it_is_filed_whatever_it_is_called(client: Client, enter: Enter) -> None:
    names = tuple(f"กา{letter}" for letter in "กขคงจ")
    enter(article("A", "บทความ", keywords=names))
    third = live_keywords().order_by("sort_key")[2]
    choose_preferred(third, "ฮูก")
    seen: list[str] = []
    page = page_of(live_keywords().order_by("sort_key", "pk"), {}, name="shown", order=("sort_key", "pk"), size=2)
    seen += [keyword.label for keyword in page.items]
    while page.following:
        page = page_of(
            live_keywords().order_by("sort_key", "pk"),
            asked(page.following),
            name="shown",
            order=("sort_key", "pk"),
            size=2,
        )
        seen += [keyword.label for keyword in page.items]
    assert seen == [keyword.label for keyword in live_keywords().order_by("sort_key", "pk")]
    assert len(seen) == len(names)


def test_an_address_keeps_its_place_when_its_entry_is_gone(client: Client, enter: Enter) -> None:
    entries = enter(*(article(f"Gamma {letter}", f"แกมมา{letter}", ce=()) for letter in "กขคงจ"))
    faces = listed_faces().in_filing_order()
    following = page_of(faces, {}, size=2).following
    assert following is not None
    assert following.name == "แกมมาค"
    withdraw([entries[2]], by=None, reason="")
    assert [face.title for face in page_of(faces, asked(following), size=2).items] == ["แกมมาง", "แกมมาจ"]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["?id=x", "?id=-1", "?id=" + "9" * 30, "?id=0", "?from=&id="])
def test_what_no_page_begins_at_is_the_beginning(client: Client, enter: Enter, query: str) -> None:
    enter(article("Gamma", "แกมมา", ce=()))
    links = links_in(main_of(html_of(client, "/index/ก/" + query)))
    assert ("/entries/gamma/", "แกมมา") in links


def walk(client: Client, address: str, *, prefix: str = "/entries/") -> list[str]:
    """The entries that a list leads to, page after page."""
    found: list[str] = []
    at = address
    while True:
        html = main_of(html_of(client, at))
        shown = [href.partition("#")[0] for href, _text in links_in(html) if href.startswith(prefix)]
        found += dict.fromkeys(shown)
        following = re.search(r'<a rel="next" href="(\?from[^"]*)"', html)
        if following is None:
            return found
        at = address + unescape(following[1])


@pytest.mark.django_db
def test_a_timeline_goes_on_from_page_to_page(client: Client, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(*(article(f"Gamma {number}", f"แกมมา {number}", ce=("1801",)) for number in range(7)))
    enter(article("Delta", "เดลตา", "เล่าถึง ค.ศ. ๑๘๐๐", ce=()))
    expected = walk(client, "/timeline/1800-1809/")
    monkeypatch.setattr(chronology, "LANES", 3)
    assert walk(client, "/timeline/1800-1809/") == expected
    assert len(expected) == 8
    assert expected[0] == "/entries/delta/"


@pytest.mark.django_db
def test_the_page_of_a_year_says_how_many_there_are_and_leads_to_all(
    client: Client, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(*(article(f"Gamma {number}", f"แกมมา {number}", ce=("1801–1805",)) for number in range(7)))
    for year, which in ((1801, "begun"), (1805, "ended")):
        page = main_of(html_of(client, f"/years/{year}/?whole"))
        assert "ดูทั้งหมด" not in page
        with monkeypatch.context() as patched:
            patched.setattr(one_year, "BESIDE", 3)
            patched.setitem(page_of.__kwdefaults__, "size", 2)  # type: ignore[arg-type]
            page = main_of(html_of(client, f"/years/{year}/"))
            assert len([href for href, _text in links_in(page) if href.startswith("/entries/")]) == 3
            assert (f"/years/{year}/{which}/", "ดูทั้งหมด ๗ บทความ") in links_in(page)
            assert len(walk(client, f"/years/{year}/{which}/")) == 7
    assert client.get("/years/1802/begun/").status_code == 404


@pytest.mark.django_db
def test_passages_of_a_year_go_on_and_no_entry_is_parted(
    client: Client, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = " ".join(f"ใน ค.ศ. ๑๘๐๓ เกิดเรื่อง{'ที่ยาว' * 40} {number}" for number in range(3))
    enter(*(article(f"Gamma {number}", f"แกมมา {number}", told, ce=()) for number in range(5)))
    monkeypatch.setattr(one_year, "ENTRIES", 2)
    assert len(walk(client, "/years/1803/")) == 5
    first = main_of(html_of(client, "/years/1803/"))
    assert first.count("<mark>") == 6


@pytest.mark.django_db
def test_homonyms_go_on(client: Client, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        enter(article("Gamma", "แกมมา", f"แกมมาคนที่ {number}", ce=(f"180{number}",)))
    monkeypatch.setattr(homonyms, "PAGE_SIZE", 2)
    assert len(walk(client, "/homonyms/แกมมา/")) == 5
