"""An entry's page, its addresses, and what answers where it was."""

from django.test import Client

from entries.models import Author, Entry, SlugRedirect
from entries.services.aliases import add_alias
from entries.services.publishing import withdraw
from entries.text.article import ExtraField
from tests.reader.conftest import Edit, Enter, Prose, html_of, links_in, main_of, redirect_of, without_spans
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article


def test_links_stand_on_their_anchors_exactly(client: Client, enter: Enter) -> None:
    anna, boris, gamma, _delta = enter(ANNA, BORIS, GAMMA, DELTA)
    assert [entry.slug for entry in (anna, boris, gamma)] == ["alpha-anna", "beta-boris", "gamma-war"]
    prose = Prose(html_of(client, "/entries/alpha-anna/"))
    assert prose.links == [("/entries/beta-boris/", "บอริส บีตา"), ("/entries/gamma-war/", "สงครามแกมมา")]
    assert prose.paragraphs == [paragraph.replace("*", "") for paragraph in ANNA.paragraphs]


def test_a_wanted_reference_is_not_a_link(client: Client, enter: Enter) -> None:
    enter(GAMMA, DELTA)
    prose = Prose(html_of(client, "/entries/delta/"))
    assert prose.links == [("/entries/gamma-war/", "สงครามแกมมา")]
    assert prose.paragraphs == [paragraph.replace("*", "") for paragraph in DELTA.paragraphs]


def test_no_star_is_in_the_whole_page(client: Client, enter: Enter) -> None:
    see_also = article("Zeta", "ซีตา", "ซีตา (Zeta) เป็นตัวอย่าง", see_also=("สงครามแกมมา (Gamma War)*", "เมืองเดลตา"))
    enter(ANNA, BORIS, GAMMA, DELTA, see_also)
    for address in ("/", "/entries/alpha-anna/", "/entries/zeta/", "/entries/alpha-anna/versions/1/", "/index/อ/"):
        assert "*" not in html_of(client, address)


def test_an_entry_does_not_link_to_itself(client: Client, enter: Enter) -> None:
    enter(article("Omega", "โอเมกา", "โอเมกา (Omega)* เป็นอักษรตัวสุดท้าย"))
    assert Prose(html_of(client, "/entries/omega/")).links == []


def test_what_stands_around_the_prose(client: Client, enter: Enter, work: object) -> None:
    full = article(
        "Gamma War; Second Gamma War",
        "สงครามแกมมา",
        "สงครามแกมมา เป็นสงครามตัวอย่าง\nบรรทัดที่สอง & <b>ไม่ใช่ตัวหนา</b>",
        ce=("1904–1905",),
        be=("พ.ศ. ๒๔๔๗–๒๔๔๘",),
        keywords=("อัลฟา, อันนา", "อัลฟา, อันนา", "สงครามแกมมา"),
        authors=("มานะ อักษรสมมุติ", "ปรีดา หมึกจำลอง"),
        see_also=("อันนา อัลฟา", "สิ่งที่ยังไม่มี"),
        bibliography=("Doe, Jane. Gamma. London, 1999.",),
        sources=("หอจดหมายเหตุ",),
        media=("แผนที่ ๑",),
        extra=(ExtraField("วงศ์", ("Gammaceae",)),),
    )
    (gamma, _anna) = enter(full, ANNA)
    Author.objects.filter(label="มานะ อักษรสมมุติ").update(about="ราชบัณฑิต")
    html = html_of(client, f"/entries/{gamma.slug}/")
    page = main_of(html)
    assert "<h1>สงครามแกมมา</h1>" in without_spans(page)
    assert '<p class="headwords" lang="en">Gamma War' in page
    assert '<span><span class="w">ค.ศ. ๑๙๐๔–๑๙๐๕</span></span>' in page
    assert '<span><span class="w">พ.ศ. ๒๔๔๗–๒๔๔๘</span></span>' in page
    assert Prose(html).paragraphs == ["สงครามแกมมา เป็นสงครามตัวอย่าง\nบรรทัดที่สอง & <b>ไม่ใช่ตัวหนา</b>"]
    assert "<b>" not in page
    links = links_in(page)
    keywords = [(href, text) for href, text in links if href.startswith("/keywords/")]
    assert keywords == [("/keywords/อัลฟา-อันนา/", "อัลฟา, อันนา"), ("/keywords/สงครามแกมมา/", "สงครามแกมมา")]
    assert ("/entries/alpha-anna/", "อันนา อัลฟา") in links
    assert '<li><span class="wanted">สิ่งที่ยังไม่มี</span></li>' in page
    for words in (
        "Doe, Jane. Gamma. London, 1999.",
        "หอจดหมายเหตุ",
        "แผนที่ ๑",
        "วงศ์",
        "Gammaceae",
        "ราชบัณฑิต",
        "สงวนลิขสิทธิ์",
    ):
        assert words in page
    permanent = f"http://testserver/e/{gamma.uid}/"
    for each in (links, links_in(html_of(client, f"/en/entries/{gamma.slug}/"))):
        assert (permanent, permanent) in each
    assert (f"/entries/{gamma.slug}/versions/1/", "ครั้งที่ ๑") in links


def test_referred_to_by_is_live_distinct_and_in_filing_order(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    enter(DELTA, live=False)
    page = html_of(client, "/entries/gamma-war/").partition('id="referring"')[2]
    assert links_in(page)[:2] == [("/entries/beta-boris/#p1", "บีตา, บอริส"), ("/entries/alpha-anna/#p1", "อัลฟา, อันนา")]
    assert "เมืองเดลตา" not in page
    whole = main_of(html_of(client, "/entries/gamma-war/referring/"))
    assert [text for _href, text in links_in(whole)] == ["สงครามแกมมา", "บีตา, บอริส", "อัลฟา, อันนา"]


def test_a_see_entry_leads_on_and_says_so(client: Client, enter: Enter) -> None:
    see = article("Anna the Red", "อันนาแดง", see="Alpha, Anna", ce=(), authors=())
    lost = article("Nobody", "ไม่มีใคร", see="Somebody", ce=(), authors=())
    enter(ANNA, see, lost)
    page = main_of(html_of(client, "/entries/anna-the-red/"))
    assert ("/entries/alpha-anna/", "นางอันนา อัลฟา") in links_in(page)
    assert "รายการโยง" in page
    page = main_of(html_of(client, "/entries/nobody/"))
    assert '<span class="see-word">ดู</span> <span class="wanted">Somebody</span></p>' in page
    assert "ยังไม่เผยแพร่" in page
    assert "อัลฟา, อันนา" in main_of(html_of(client, "/index/อ/"))


def test_an_alias_links_at_once(client: Client, enter: Enter) -> None:
    _anna, boris = enter(ANNA, article("Beta, Boris the Elder", "นายบีตาผู้พี่", "ผู้พี่"))
    assert Prose(html_of(client, "/entries/alpha-anna/")).links == []
    add_alias(boris, "บอริส บีตา", by=None)
    assert Prose(html_of(client, "/entries/alpha-anna/")).links == [("/entries/beta-boris-the-elder/", "บอริส บีตา")]


def test_addresses_lead_to_where_an_entry_is(client: Client, enter: Enter) -> None:
    (anna,) = enter(ANNA)
    SlugRedirect.objects.create(slug="อันนาคนเก่า", entry=anna)
    for address in ("/entries/อันนาคนเก่า/", f"/e/{anna.uid}/"):
        assert redirect_of(client, address) == (301, "/entries/alpha-anna/")
    assert redirect_of(client, "/entries/อันนาคนเก่า/versions/1/") == (301, "/entries/alpha-anna/versions/1/")
    assert redirect_of(client, f"/en/e/{anna.uid}/") == (301, "/en/entries/alpha-anna/")


def test_what_was_never_public_is_not_found(client: Client, enter: Enter) -> None:
    (anna,) = enter(ANNA, live=False)
    SlugRedirect.objects.create(slug="once", entry=anna)
    for address in (
        "/entries/alpha-anna/",
        "/entries/alpha-anna/versions/1/",
        "/entries/alpha-anna/referring/",
        "/entries/once/",
        f"/e/{anna.uid}/",
        "/entries/nothing/",
        "/e/nothing/",
    ):
        html = html_of(client, address, status=404)
        assert "ไม่พบหน้านี้" in html
        assert "อัลฟา" not in html


def test_a_withdrawn_entry_is_gone_but_its_versions_stay(client: Client, enter: Enter, edit: Edit) -> None:
    anna, _boris = enter(ANNA, BORIS)
    edit(anna, ANNA.replace(thai_titles=("นางอันนาที่แก้ไขแล้ว",)))
    withdraw([anna], by=None)
    html = html_of(client, "/entries/alpha-anna/", status=410)
    assert "นางอันนา อัลฟา" in html
    assert "แก้ไขแล้ว" not in html
    assert ("/entries/alpha-anna/versions/1/", "อ่านฉบับสุดท้ายที่เผยแพร่ (ครั้งที่ ๑)") in links_in(html)
    assert redirect_of(client, f"/e/{anna.uid}/") == (301, "/entries/alpha-anna/")
    version = html_of(client, "/entries/alpha-anna/versions/1/")
    assert "ถอนจากการเผยแพร่" in version
    assert [href for href, _text in Prose(version).links] == ["/entries/beta-boris/"]
    assert Prose(html_of(client, "/entries/beta-boris/")).links == []
    assert "alpha-anna" not in html_of(client, "/sitemap-entries.xml")


def test_entry_get_absolute_url(enter: Enter) -> None:
    (anna,) = enter(ANNA)
    assert Entry.objects.get(pk=anna.pk).get_absolute_url() == "/entries/alpha-anna/"
