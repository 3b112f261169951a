"""Keywords and authors: seen through live uses alone."""

from django.test import Client

from entries.models import Author, Keyword
from entries.services.merging import merge_owners
from entries.services.publishing import withdraw
from entries.services.registers import choose_preferred
from tests.reader.conftest import Edit, Enter, html_of, links_in, main_of, redirect_of, without_spans
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

ONE = article("One", "เรื่องหนึ่ง", keywords=("ตรอตสกี, เลออน",), authors=("มานะ อักษรสมมุติ",))
TWO = article("Two", "เรื่องสอง", keywords=("ทรอตสกี, เลออน",), authors=("ปรีดา หมึกจำลอง",))


def entries_on(html: str) -> list[str]:
    """The entries that a page lists."""
    return [text for href, text in links_in(main_of(html)) if href.startswith("/entries/")]


def test_a_keyword_lists_the_live_entries_that_use_it(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    enter(article("Secret", "ความลับ", keywords=("สงครามแกมมา",)), live=False)
    html = html_of(client, "/keywords/สงครามแกมมา/")
    assert entries_on(html) == ["บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"]


def test_merged_keywords_are_one_with_all_live_spellings(client: Client, enter: Enter) -> None:
    enter(ONE, TWO)
    one, two = Keyword.objects.get(label="ตรอตสกี, เลออน"), Keyword.objects.get(label="ทรอตสกี, เลออน")
    merge_owners(two, one)
    assert redirect_of(client, f"/keywords/{two.slug}/") == (301, "/keywords/ตรอตสกี-เลออน/")
    html = html_of(client, "/keywords/ตรอตสกี-เลออน/")
    assert entries_on(html) == ["เรื่องสอง", "เรื่องหนึ่ง"]
    assert " ตรอตสกี, เลออน</h1>" in without_spans(html)
    assert 'เขียนอีกอย่างว่า <span lang="th">ทรอตสกี, เลออน</span>' in html


def test_a_name_that_only_a_draft_has_is_nowhere(client: Client, enter: Enter) -> None:
    enter(TWO)
    enter(ONE, live=False)
    one, two = Keyword.objects.get(label="ตรอตสกี, เลออน"), Keyword.objects.get(label="ทรอตสกี, เลออน")
    merge_owners(one, two)
    assert Keyword.objects.get(pk=two.pk).label == "ตรอตสกี, เลออน"
    html = html_of(client, f"/keywords/{two.slug}/")
    assert " ทรอตสกี, เลออน</h1>" in without_spans(html)
    assert "ตรอตสกี" not in html
    choose_preferred(Keyword.objects.get(pk=two.pk), "ทรอตสกี (เลออน)")
    assert "ทรอตสกี (เลออน)" in html_of(client, f"/keywords/{two.slug}/")


def test_gone_and_never_there(client: Client, enter: Enter, edit: Edit) -> None:
    one, two = enter(ONE, TWO)
    enter(article("Three", "เรื่องสาม", keywords=("คำลับ",), authors=("คนลับ",)), live=False)
    edit(one, ONE.replace(keywords=("คำใหม่",), authors=("จินตนา กระดาษแก้ว",)), live=True)
    withdraw([two], by=None)
    for address in ("/keywords/ตรอตสกี-เลออน/", "/keywords/ทรอตสกี-เลออน/"):
        assert "ไม่มีบทความที่ใช้คำสำคัญนี้" in html_of(client, address, status=410)
    for address in ("/authors/มานะ-อักษรสมมุติ/", "/authors/ปรีดา-หมึกจำลอง/"):
        assert "ไม่มีบทความของผู้เขียนผู้นี้" in html_of(client, address, status=410)
    for address in ("/keywords/คำลับ/", "/keywords/ไม่มี/", "/authors/คนลับ/", "/authors/nobody/"):
        html_of(client, address, status=404)
    html_of(client, "/keywords/คำใหม่/")


def test_lists_of_keywords(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA, ONE)
    enter(TWO, live=False)
    html = main_of(html_of(client, "/index/keywords/"))
    links = links_in(html)
    assert [link for link in links if link[0].startswith("/index/keywords/")] == [
        ("/index/keywords/ต/", "ต ๑"),
        ("/index/keywords/บ/", "บ ๑"),
        ("/index/keywords/ส/", "ส ๑"),
        ("/index/keywords/อ/", "อ ๑"),
    ]
    shared = [text for href, text in links if href.startswith("/keywords/")]
    assert shared == ["บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"]
    assert links_in(main_of(html_of(client, "/index/keywords/ต/")))[0] == ("/keywords/ตรอตสกี-เลออน/", "ตรอตสกี, เลออน")
    html_of(client, "/index/keywords/ท/", status=404)
    assert redirect_of(client, "/keywords/") == (301, "/index/keywords/")


def test_authors(client: Client, enter: Enter) -> None:
    enter(ONE, TWO)
    enter(DELTA.replace(authors=("คนลับ",)), live=False)
    Author.objects.filter(label="มานะ อักษรสมมุติ").update(about="ราชบัณฑิต สาขาวิชาประวัติศาสตร์")
    html = main_of(html_of(client, "/authors/"))
    assert [text for _href, text in links_in(html)] == ["ปรีดา หมึกจำลอง", "มานะ อักษรสมมุติ"]
    html = html_of(client, "/authors/มานะ-อักษรสมมุติ/")
    assert entries_on(html) == ["เรื่องหนึ่ง"]
    assert "ราชบัณฑิต สาขาวิชาประวัติศาสตร์" in html


def test_merged_authors_redirect(client: Client, enter: Enter) -> None:
    enter(ONE, TWO)
    one, two = Author.objects.get(label="มานะ อักษรสมมุติ"), Author.objects.get(label="ปรีดา หมึกจำลอง")
    merge_owners(two, one)
    assert redirect_of(client, f"/en/authors/{two.slug}/") == (301, "/en/authors/มานะ-อักษรสมมุติ/")
    assert len(entries_on(html_of(client, "/authors/มานะ-อักษรสมมุติ/"))) == 2
