"""Versions: what was read keeps its address."""

import re

from django.test import Client

from tests.reader.conftest import Edit, Enter, Prose, html_of, links_in
from tests.texts import ANNA, BORIS, GAMMA


def canonical(html: str) -> str:
    """The canonical address that a page names."""
    (found,) = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    return str(found)


def test_a_version_keeps_its_text_when_a_newer_one_is_live(client: Client, enter: Enter, edit: Edit) -> None:
    anna, _boris, _gamma = enter(ANNA, BORIS, GAMMA)
    changed = ANNA.replace(paragraphs=("อันนา อัลฟา พบบอริส บีตา (Boris Beta)* อีกครั้ง",), keywords=("คำใหม่",))
    edit(anna, changed, live=True)
    old = html_of(client, "/entries/alpha-anna/versions/1/")
    new = html_of(client, "/entries/alpha-anna/versions/2/")
    entry = html_of(client, "/entries/alpha-anna/")
    assert Prose(old).paragraphs == [paragraph.replace("*", "") for paragraph in ANNA.paragraphs]
    assert Prose(old).links == [("/entries/beta-boris/", "บอริส บีตา"), ("/entries/gamma-war/", "สงครามแกมมา")]
    assert Prose(new).paragraphs == Prose(entry).paragraphs == ["อันนา อัลฟา พบบอริส บีตา (Boris Beta) อีกครั้ง"]
    assert ("/entries/alpha-anna/", "มีฉบับที่ใหม่กว่า คือฉบับเผยแพร่ครั้งที่ ๒") in links_in(old)
    assert ("/entries/alpha-anna/", "เป็นฉบับที่เผยแพร่อยู่ในขณะนี้") in links_in(new)
    assert ("/entries/alpha-anna/versions/2/", "ครั้งที่ ๒") in links_in(entry)
    for html in (old, new):
        assert '<meta name="robots" content="noindex">' in html
        assert canonical(html) == "http://testserver/entries/alpha-anna/"
    assert "noindex" not in entry


def test_keywords_of_an_old_version_lead_only_to_live_pages(client: Client, enter: Enter, edit: Edit) -> None:
    (anna,) = enter(ANNA)
    edit(anna, ANNA.replace(keywords=("อัลฟา, อันนา",)), live=True)
    links = links_in(html_of(client, "/entries/alpha-anna/versions/1/"))
    assert [href for href, _text in links if href.startswith("/keywords/")] == ["/keywords/อัลฟา-อันนา/"]


def test_a_version_that_never_was_is_not_found(client: Client, enter: Enter) -> None:
    enter(ANNA)
    for number in (0, 2, 10**30):
        assert client.get(f"/entries/alpha-anna/versions/{number}/").status_code == 404
