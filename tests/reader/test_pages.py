"""What every page keeps to: language, caching, security, addresses for machines."""

import re
from collections.abc import Callable

import pytest
from django.db import DatabaseError
from django.test import Client

from entries.reader import machines
from tests.reader.conftest import Enter, html_of, links_in, main_of
from tests.texts import ANNA, BORIS, GAMMA

PAGES = (
    "/",
    "/index/",
    "/index/อ/",
    "/index/A/",
    "/index/keywords/",
    "/index/keywords/อ/",
    "/keywords/สงครามแกมมา/",
    "/authors/",
    "/authors/มานะ-อักษรสมมุติ/",
    "/entries/alpha-anna/",
    "/entries/alpha-anna/referring/",
    "/entries/alpha-anna/neighbours/",
    "/entries/alpha-anna/versions/1/",
    "/timeline/",
    "/timeline/1900-1999/",
    "/timeline/1910-1919/",
    "/years/1919/",
    "/kinds/",
    "/kinds/person/",
)


@pytest.fixture
def small(enter: Enter) -> None:
    """Three entries that refer to one another."""
    enter(ANNA, BORIS, GAMMA)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_in_the_language_of_its_address_alone(client: Client, address: str) -> None:
    thai = client.get(address, headers={"accept-language": "en"})
    english = client.get("/en" + address, headers={"accept-language": "th"})
    assert '<html lang="th">' in thai.content.decode()
    assert '<html lang="en">' in english.content.decode()
    for response in (thai, english):
        assert response["Vary"] == "Accept-Encoding"
        assert response.cookies == {}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_a_strict_policy_and_nothing_inline(client: Client, address: str) -> None:
    response = client.get(address)
    html = response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]
    assert re.findall(r"<script(?! src=)|<style|\sstyle=|\son\w+=", html) == []
    assert len(re.findall("<h1", html)) == 1
    assert re.findall(r'id="([^"]+)"', html) == list(dict.fromkeys(re.findall(r'id="([^"]+)"', html)))


@pytest.mark.usefixtures("small")
def test_english_pages_have_english_words_and_the_same_thai_text(client: Client) -> None:
    thai, english = html_of(client, "/entries/alpha-anna/"), html_of(client, "/en/entries/alpha-anna/")
    assert "Referred to by" in english
    assert "รายการที่อ้างถึง" not in english
    assert "รายการที่อ้างถึง" in thai
    assert '<article lang="th">' in english
    assert [href.removeprefix("/en") for href, _text in links_in(main_of(english))][2:] == [
        href for href, _text in links_in(main_of(thai))
    ][2:]
    assert ("http://testserver/entries/alpha-anna/", "ไทย") in links_in(english)
    assert ("http://testserver/en/entries/alpha-anna/", "English") in links_in(thai)
    for html in (thai, english):
        assert re.findall(r'<link rel="alternate" hreflang="(\S+)" href="(\S+)">', html) == [
            ("th", "http://testserver/entries/alpha-anna/"),
            ("en", "http://testserver/en/entries/alpha-anna/"),
            ("x-default", "http://testserver/entries/alpha-anna/"),
        ]


@pytest.mark.usefixtures("small")
def test_no_word_of_the_interface_is_left_in_thai_on_english_pages(client: Client) -> None:
    for address in (*PAGES, "/nothing/"):
        html = client.get("/en" + address).content.decode()
        html = re.sub(r'<span class="[wn][^"]*">([^<]*)</span>', r"\1", html)  # what keeps names on one line
        html = re.sub(r'<(\w+)([^>]*\slang="th"[^>]*)>.*?</\1>', "", main_of(html), flags=re.DOTALL)
        left = re.sub(r"<[^>]*>", " ", html)
        assert re.findall("[ก-ฮ]{2,}", left) == [], address


@pytest.mark.usefixtures("small")
def test_home_has_ways_in(client: Client) -> None:
    page = main_of(html_of(client, "/"))
    newest = page.partition('id="newest"')[2].partition("</section>")[0]
    most = page.partition('id="most"')[2].partition("</section>")[0]
    assert [text for _href, text in links_in(newest)] == ["สงครามแกมมา", "บีตา, บอริส", "อัลฟา, อันนา"]
    assert [text for _href, text in links_in(most)] == ["อัลฟา, อันนา", "บีตา, บอริส", "สงครามแกมมา"]
    assert most.count("อ้างถึงใน ๒ บทความ") == 3


def test_an_empty_site_has_a_home_and_indexes(client: Client, db: None) -> None:
    for address in ("/", "/index/", "/index/keywords/", "/authors/", "/sitemap.xml", "/sitemap-entries.xml"):
        assert client.get(address).status_code == 200


def test_robots_and_health(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert robots.split("\n") == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Disallow: /en/search/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
        "",
    ]
    assert client.get("/healthz").content == b"ok\n"

    def broken() -> None:
        raise DatabaseError

    with monkeypatch.context() as patched:
        patched.setattr(machines.connection, "cursor", broken)
        assert client.get("/healthz").status_code == 503


def test_the_sitemap_has_every_live_page_and_its_day(
    client: Client, enter: Enter, django_assert_num_queries: Callable[..., object]
) -> None:
    enter(ANNA)
    enter(BORIS, live=False)
    index = client.get("/sitemap.xml").content.decode()
    assert re.findall(r"<loc>(.*?)</loc>", index) == [
        f"http://testserver/sitemap-{section}.xml" for section in ("pages", "entries", "keywords", "authors")
    ]
    entries = client.get("/sitemap-entries.xml").content.decode()
    assert re.findall(r"<loc>(.*?)</loc>", entries) == [
        "http://testserver/entries/alpha-anna/",
        "http://testserver/en/entries/alpha-anna/",
    ]
    assert len(re.findall(r"<lastmod>\d{4}-\d\d-\d\d</lastmod>", entries)) == 2


def test_the_icon_is_found_without_reading_a_page(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"].endswith("favicon.svg")


def test_errors_have_pages_of_their_own(client: Client, db: None) -> None:
    assert "ไม่พบหน้านี้" in html_of(client, "/no/such/page/", status=404)
    assert "Page not found" in html_of(client, "/en/no/such/page/", status=404)


def test_a_failing_page_needs_no_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False

    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr(machines, "reverse", lambda _name: broken())
    assert "ระบบขัดข้อง" in html_of(client, "/robots.txt", status=500)
