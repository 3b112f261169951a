"""A small public encyclopedia, and ways to look at its pages."""

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import Client

from entries.models import Entry, Publication, Revision, Work
from entries.services.publishing import publish
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article

Enter = Callable[..., list[Entry]]
Edit = Callable[..., Revision]


@pytest.fixture
def work(db: None) -> Work:
    """The encyclopedia."""
    return the_work()


@pytest.fixture
def enter(work: Work) -> Enter:
    """Makes public entries of articles; drafts with `live=False`."""

    def make(*articles: Article, live: bool = True) -> list[Entry]:
        results = revise([Change(None, article, new=NewEntry(work)) for article in articles], by=None)
        if live:
            publish([result.latest for result in results if result.latest], by=None)
        return [result.entry for result in results if result.entry]

    return make


@pytest.fixture
def edit(db: None) -> Edit:
    """Gives an entry another text, public at once with `live=True`."""

    def make(entry: Entry, article: Article, *, live: bool = False) -> Revision:
        latest = Revision.objects.filter(entry=entry).latest_of_each().get()
        revised = revise([Change(entry, article, base=latest)], by=None)[0]
        assert revised.latest is not None
        if live:
            publish([revised.latest], by=None)
        return revised.latest

    return make


class Prose(HTMLParser):
    """The paragraphs of a page's prose: their text as a reader copies it, and their links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.depth = 0
        self.in_paragraph = False
        self.href: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "div":
            self.depth = self.depth + 1 if self.depth or found.get("class") == "prose" else 0
        elif self.depth and tag == "p":
            self.in_paragraph = True
            self.paragraphs.append("")
        elif self.in_paragraph and tag == "br":
            self.paragraphs[-1] += "\n"
        elif self.in_paragraph and tag == "a":
            self.href = found["href"]
            self.links.append((self.href or "", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1
        elif tag == "p":
            self.in_paragraph = False
        elif tag == "a":
            self.href = None

    def handle_data(self, data: str) -> None:
        if self.in_paragraph:
            self.paragraphs[-1] += data
            if self.href is not None:
                href, text = self.links[-1]
                self.links[-1] = (href, text + data)


def html_of(client: Client, address: str, *, status: int = 200) -> str:
    """The page at an address, which answers with this status."""
    response: HttpResponse = client.get(address)  # type: ignore[assignment]
    assert response.status_code == status, address
    return response.content.decode()


def without_spans(html: str) -> str:
    """HTML without what keeps names on one line."""
    return re.sub("</?span[^>]*>", "", html)


def redirect_of(client: Client, address: str) -> tuple[int, str]:
    """The status that an address answers with, and where it leads."""
    response = client.get(address)
    return response.status_code, unquote(response["Location"])


def main_of(html: str) -> str:
    """The page between its head and foot."""
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found is not None
    return found.group()


def links_in(html: str) -> list[tuple[str, str]]:
    """Every link with its text."""
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [(unquote(href), re.sub(r"<[^>]*>", "", text).strip()) for href, text in found]


def live_version(entry: Entry) -> Publication:
    """The publication that readers see."""
    return Publication.objects.get(entry=entry, ended=None)
