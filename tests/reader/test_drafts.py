"""Drafts never leak: no public address shows a word that only working texts have."""

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from django.test import Client

from entries.models import Alias, Author, Entry, EntryName, Keyword, Publication
from entries.services.aliases import add_alias
from entries.text.kinds import DEFAULT_KINDS
from tests.reader.conftest import Edit, Enter
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

WORDS = ("ลับสุดยอด", "ลับสุดยอด".replace("ล", "ร"), "Secretum", "secretum", "9999")
SECRET, OTHER = WORDS[:2]

#: Every kind of address, without the ones of single entries, keywords, authors and letters, which are walked below.
FIXED = (
    "/",
    "/index/",
    "/index/keywords/",
    "/authors/",
    "/kinds/",
    "/timeline/",
    "/timeline/1900-1999/",
    "/timeline/1910-1919/",
    "/years/1919/",
    "/random/",
    "/robots.txt",
    "/sitemap.xml",
    "/healthz",
    "/favicon.ico",
)
SECTIONS = ("pages", "entries", "keywords", "authors")


def addresses() -> Iterator[str]:
    """Every public address that there is, or would be if drafts were public."""
    yield from FIXED
    yield from (f"/sitemap-{section}.xml" for section in SECTIONS)
    for letter in (*map(chr, range(ord("ก"), ord("ฮ") + 1)), *map(chr, range(65, 91)), "0-9", "other"):
        yield f"/index/{letter}/"
        yield f"/index/keywords/{letter}/"
    yield from (f"/kinds/{kind.slug}/" for kind in DEFAULT_KINDS)
    for entry in Entry.objects.all():
        yield f"/e/{entry.uid}/"
        yield f"/entries/{entry.slug}/"
        yield f"/entries/{entry.slug}/referring/"
        yield f"/entries/{entry.slug}/neighbours/"
        yield f"/entries/{entry.slug}/preview/"
        yield f"/entries/{entry.slug}/?era=both"
        for number in range(1, 4):
            yield f"/entries/{entry.slug}/versions/{number}/"
    for keyword in Keyword.objects.all():
        yield f"/keywords/{keyword.slug}/"
    for author in Author.objects.all():
        yield f"/authors/{author.slug}/"
    keys = EntryName.objects.values_list("key", flat=True).union(Alias.objects.order_by().values_list("key", flat=True))
    yield from (f"/homonyms/{key}/" for key in keys)


@pytest.fixture
def drafts(enter: Enter, edit: Edit) -> None:
    """A live entry that is being reworked, and one that was never public, both full of words of their own."""
    anna, _boris, _gamma, delta = enter(ANNA, BORIS, GAMMA, DELTA)
    draft = article(
        "Secretum, Anna",
        f"นาง{SECRET}",
        f"{SECRET} พบบอริส บีตา (Boris Beta)* และ{OTHER} (Secretum)*",
        ce=("9999",),
        keywords=(SECRET, "สงครามแกมมา"),
        authors=(SECRET,),
        see_also=(SECRET,),
        bibliography=(SECRET,),
        sources=(SECRET,),
        media=(SECRET,),
    )
    edit(anna, draft)
    edit(delta, DELTA.replace(paragraphs=(f"เดลตา ({SECRET})* และสงครามแกมมา (Gamma War)*",)))
    (hidden,) = enter(draft.replace(headwords=("Secretum, Other",), thai_titles=(OTHER,)), live=False)
    add_alias(hidden, "วันวิสา เอปซิลอน", by=None)


@pytest.mark.usefixtures("drafts")
def test_no_public_address_shows_a_word_of_a_draft(client: Client) -> None:
    walked = list(addresses())
    statuses: dict[int, int] = {}
    for path in walked:
        for address in (path, "/en" + path):
            response = client.get(address, follow=True)
            shown = unquote(response.content.decode())
            statuses[response.status_code] = statuses.get(response.status_code, 0) + 1
            assert [word for word in WORDS if word in shown.replace(path, "")] == [], address
    assert statuses[200] > 50


@pytest.mark.usefixtures("drafts")
def test_a_draft_refers_to_nothing_that_readers_see(client: Client) -> None:
    page = client.get("/entries/beta-boris/").content.decode()
    assert page.partition('id="referring"')[2].count("<li>") == 2  # Anna's live text and the war's
    assert Publication.objects.count() == 4
    delta = client.get("/entries/delta/").content.decode()
    assert "วันวิสา เอปซิลอน" in delta
    assert "secretum" not in delta
