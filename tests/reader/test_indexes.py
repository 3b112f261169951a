"""Indexes: letters with counts, pages in filing order, pages of pages."""

import pytest
from django.test import Client

from entries.reader import listing
from tests.reader.conftest import Enter, html_of, links_in, main_of
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article


def letters(html: str) -> list[tuple[str, str]]:
    """The links of letters on a page."""
    return [link for link in links_in(main_of(html)) if link[0].startswith("/index/")]


def test_letters_with_entries_are_links_with_counts(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    enter(DELTA, live=False)
    html = html_of(client, "/index/")
    assert letters(html) == [
        ("/index/บ/", "บ ๑"),
        ("/index/ส/", "ส ๑"),
        ("/index/อ/", "อ ๑"),
        ("/index/A/", "A ๑"),
        ("/index/B/", "B ๑"),
        ("/index/G/", "G ๑"),
    ]
    for letter in "กฤฦฮ":
        assert f'<span class="none"><span class="letter">{letter}</span></span>' in html


def test_a_letter_lists_live_entries_in_filing_order(client: Client, enter: Enter) -> None:
    enter(
        article("World War II", "สงครามโลกครั้งที่ ๒", ce=("1939–1945",)),
        article("World War X", "สงครามโลกครั้งที่ ๑๐", ce=()),
        article("World War I", "สงครามโลกครั้งที่ ๑", ce=("1914–1918",)),
        GAMMA,
    )
    enter(article("Hidden", "สงครามลับ"), live=False)
    page = main_of(html_of(client, "/index/ส/"))
    assert [text for href, text in links_in(page) if href.startswith("/entries/")] == [
        "สงครามแกมมา",
        "สงครามโลกครั้งที่ ๑",
        "สงครามโลกครั้งที่ ๒",
        "สงครามโลกครั้งที่ ๑๐",
    ]
    page = main_of(html_of(client, "/index/W/"))
    assert [text for href, text in links_in(page) if href.startswith("/entries/")] == [
        "World War I",
        "World War II",
        "World War X",
    ]


def test_a_person_files_under_the_surname(client: Client, enter: Enter) -> None:
    enter(ANNA)
    assert ("/entries/alpha-anna/", "อัลฟา, อันนา") in links_in(html_of(client, "/index/อ/"))
    assert ("/entries/alpha-anna/", "Alpha, Anna") in links_in(html_of(client, "/index/A/"))


@pytest.mark.parametrize("letter", ["ก", "Z", "a", "ะ", "0-9", "other"])
def test_a_letter_without_entries_is_not_found(client: Client, enter: Enter, letter: str) -> None:
    enter(ANNA)
    html_of(client, f"/index/{letter}/", status=404)


def test_what_files_under_no_letter_has_a_place(client: Client, enter: Enter) -> None:
    enter(article("1905", "๑๙๐๕", ce=()), article("Ж", "Ж", ce=()))
    html = html_of(client, "/index/")
    assert letters(html) == [("/index/0-9/", "0–9 ๑"), ("/index/other/", "อื่น ๆ ๑")]
    assert ("/entries/1905/", "๑๙๐๕") in links_in(html_of(client, "/index/0-9/"))
    assert [text for href, text in links_in(main_of(html_of(client, "/index/other/"))) if "/entries/" in href] == ["Ж"]


def test_pages_begin_at_a_name(client: Client, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = enter(*(article(f"Gamma {letter}", f"แกมมา{letter}", ce=()) for letter in "กขคงจ"))
    monkeypatch.setitem(listing.page_of.__kwdefaults__, "size", 2)

    def page(address: str) -> tuple[list[str], list[str]]:
        links = links_in(main_of(html_of(client, "/index/ก/" + address)))
        shown = [text for href, text in links if href.startswith("/entries/")]
        ways = [href for href, text in links if text.startswith(("ก่อนหน้า", "ถัดไป"))]
        return shown, ways

    def start(number: int) -> str:
        return f"?from={entries[number].faces.get().title}&amp;id={entries[number].pk}"

    assert page("") == (["แกมมาก", "แกมมาข"], [start(2)])
    assert page(start(2).replace("&amp;", "&")) == (["แกมมาค", "แกมมาง"], ["/index/ก/", start(4)])
    assert page(start(4).replace("&amp;", "&")) == (["แกมมาจ"], [start(2)])
    assert page("?from=แกมมาคา") == (["แกมมาง", "แกมมาจ"], [start(1)])
