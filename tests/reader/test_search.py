"""The search page: what it shows of an answer, addresses to share, and what becomes of a query that finds nothing."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entries.models import FailedQuery, FailedQueryState
from entries.services import searching
from entries.services.aliases import add_alias, remove_alias
from tests.reader.conftest import Edit, Enter, html_of, links_in, main_of
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article


def address(text: str, **others: object) -> str:
    """The address of the results of a query."""
    return "/search/?" + "&".join(f"{name}={quote(str(value))}" for name, value in ({"q": text} | others).items())


def names_in(html: str) -> list[str]:
    """The titles of the results, in order."""
    return [re.sub("<[^>]*>", "", name) for name in re.findall(r'<p class="name"><a [^>]*>(.*?)</a>', html)]


def passages_in(html: str) -> list[str]:
    """The passages shown, with what is marked in square brackets."""
    found = re.findall(r'<p class="passage">(.*?)</p>', html)
    return [re.sub(r"<mark>(.*?)</mark>", r"[\1]", passage) for passage in found]


def of_class(html: str, name: str) -> list[str]:
    """The texts of the paragraphs of a class."""
    return [re.sub("<[^>]*>", "", text) for text in re.findall(rf'<p class="{name}"[^>]*>(.*?)</p>', html)]


@pytest.fixture
def small(enter: Enter) -> None:
    """Four entries that speak of one another."""
    enter(ANNA, BORIS, GAMMA, DELTA)


@pytest.mark.usefixtures("small")
def test_every_page_has_the_field_once(client: Client) -> None:
    for page in ("/", "/index/", "/entries/alpha-anna/", "/timeline/", "/en/", "/search/", address("อันนา")):
        html = html_of(client, page)
        prefix = "/en" if page.startswith("/en/") else ""
        assert re.findall(r'<form class="search" action="([^"]*)" role="search"', html) == [f"{prefix}/search/"], page
    assert html_of(client, "/nothing/", status=404).count('role="search"') == 1


@pytest.mark.usefixtures("small")
def test_a_result_has_title_gloss_years_and_a_marked_passage(client: Client) -> None:
    page = main_of(html_of(client, address("บันทึกความทรงจำ")))
    assert names_in(page) == ["นางอันนา อัลฟา"]
    assert re.findall(r'<span class="(headword|years)"[^>]*>(.*?)</span>', page) == [
        ("headword", "Alpha, Anna"),
        ("years", "ค.ศ. ๑๘๗๑–๑๙๑๙"),
    ]
    assert passages_in(page) == ["ต่อมาเธอย้ายไปอยู่ที่เมืองเดลตา (Delta) และเขียน[บันทึกความทรงจำ]"]
    assert of_class(page, "why") == ["อยู่ในคำอธิบาย"]
    assert of_class(page, "total") == ["พบ ๑ บทความ"]


@pytest.mark.usefixtures("small")
def test_untrusted_words_stay_words(client: Client) -> None:
    page = html_of(client, address('<b>"x"</b>'))
    assert "<b>" not in page
    assert 'value="&lt;b&gt;&quot;x&quot;&lt;/b&gt;"' in page


@pytest.mark.usefixtures("small")
def test_what_sounds_alike_says_so_and_is_offered(client: Client) -> None:
    page = main_of(html_of(client, address("เดลต้า")))
    assert of_class(page, "total") == ["ไม่พบบทความที่มีคำนี้"]
    assert of_class(page, "meant") == ["ท่านหมายถึง “เมืองเดลตา” หรือไม่"]
    assert names_in(page) == ["เมืองเดลตา"]
    assert of_class(page, "why") == ["ออกเสียงใกล้เคียงกับ “เมืองเดลตา”"]
    (offered,) = re.findall(r'<p class="meant">.*?href="([^"]*)"', page)
    assert names_in(html_of(client, "/search/" + offered))[0] == "เมืองเดลตา"


@pytest.mark.usefixtures("small")
def test_a_bare_number_is_offered_as_a_year_and_searched(client: Client) -> None:
    page = main_of(html_of(client, address("1919")))
    assert names_in(page) == ["นางอันนา อัลฟา", "นายบอริส บีตา"]
    offered = [href for href, _text in links_in("".join(re.findall('<p class="meant">.*?</p>', page)))]
    assert offered == ["/years/1919/", "?q=year:1919"]
    assert [client.get(link if link[0] == "/" else f"/search/{link}").status_code for link in offered] == [200, 200]
    assert "/years/" not in "".join(re.findall('<p class="meant">.*?</p>', html_of(client, address("1914–1918"))))


@pytest.mark.usefixtures("small")
def test_filters_narrow_with_counts_and_are_taken_off_again(client: Client) -> None:
    page = main_of(html_of(client, address("แกมมา")))
    groups = re.findall(r"<summary>(.*?)</summary>\s*<ul[^>]*>(.*?)</ul>", page, re.DOTALL)
    shown = {title: re.sub(r"<[^>]*>", "", links) for title, links in groups if title != "วิธีค้นให้ตรงกว่านี้"}
    assert shown["อักษร"] == "บ ๑ม ๑ส ๑อ ๑"
    assert shown["คำสำคัญ"] == "บีตา, บอริส ๓สงครามแกมมา ๓อัลฟา, อันนา ๓"
    narrowed = main_of(html_of(client, address("แกมมา", letter="อ", keyword="สงครามแกมมา")))
    assert names_in(narrowed) == ["นางอันนา อัลฟา"]
    chosen = re.findall(r'<ul class="chosen".*?</ul>', narrowed, re.DOTALL)[0]
    assert [parse_qs(urlsplit(href).query) for href, _text in links_in(chosen.replace("&amp;", "&"))] == [
        {"q": ["แกมมา"], "letter": ["อ"]},
        {"q": ["แกมมา"], "keyword": ["สงครามแกมมา"]},
        {"q": ["แกมมา"]},
    ]


@pytest.mark.usefixtures("small")
def test_a_filter_that_leaves_nothing_can_be_taken_off(client: Client) -> None:
    page = main_of(html_of(client, address("แกมมา", letter="ฮ")))
    assert of_class(page, "total") == ["ไม่พบบทความตามเงื่อนไขที่เลือก"]
    assert [href for href, _text in links_in(re.findall(r'<ul class="chosen".*?</ul>', page, re.DOTALL)[0])] == [
        "?q=แกมมา"
    ]
    assert not FailedQuery.objects.exists()


def numbered(count: int) -> list[object]:
    """So many entries that hold the same word."""
    return [article(f"Gamma {number:02}", f"แกมมาที่ {number}", "เดือนเก้า", ce=()) for number in range(1, count + 1)]


def test_pages_of_results_have_addresses(client: Client, enter: Enter) -> None:
    enter(*numbered(45))
    first, last = html_of(client, address("เดือนเก้า")), html_of(client, address("เดือนเก้า", page=3))
    assert (len(names_in(first)), len(names_in(last))) == (20, 5)
    assert re.findall(r'rel="(prev|next)" href="([^"]*)"', first) == [("next", f"?q={quote('เดือนเก้า')}&amp;page=2")]
    assert re.findall(r'rel="(prev|next)"', last) == ["prev"]
    gone = client.get(address("เดือนเก้า", page=9))
    assert (gone.status_code, gone["Location"]) == (302, f"/search/?q={quote('เดือนเก้า')}&page=3")


def test_far_pages_go_by_what_stands_before_them(client: Client, enter: Enter) -> None:
    enter(*numbered(165))
    follow, shown, back = address("เดือนเก้า"), [], []
    while follow:
        page = html_of(client, follow)
        shown.append(names_in(page))
        pages = dict(re.findall(r'rel="(prev|next)" href="([^"]*)"', page))
        back.append(pages.get("prev", ""))
        follow = "/search/" + pages["next"].replace("&amp;", "&") if "next" in pages else ""
    assert [len(names) for names in shown] == [20] * 8 + [5]
    assert len({name for names in shown for name in names}) == 165
    # The shortlist is 60 and what begins so; pages that are beyond it say where they begin.
    assert ["before=" in link for link in back] == [False] * 4 + [True] * 5
    for number in range(1, 9):
        assert names_in(html_of(client, "/search/" + back[number].replace("&amp;", "&"))) == shown[number - 1]
        assert names_in(html_of(client, address("เดือนเก้า", page=number + 1))) == shown[number]
    gone = address("เดือนเก้า", page=7, after="no-such-entry")
    assert names_in(html_of(client, gone)) == shown[6]


def test_filters_are_counted_on_the_first_page_only(client: Client, enter: Enter) -> None:
    enter(ANNA, *numbered(45))
    first, second = html_of(client, address("แกมมา")), html_of(client, address("แกมมา", page=2))
    assert '<aside class="narrow"' in first
    assert '<aside class="narrow"' not in second
    assert f'<a href="?q={quote("แกมมา")}">กรองผลการค้นได้ที่หน้าแรก</a>' in second


def test_a_see_entry_says_where_it_leads(client: Client, enter: Enter) -> None:
    enter(ANNA, article("Anna the Red", "อันนาแดง", see="Alpha, Anna", ce=(), authors=()))
    assert '<p class="see-to"><span class="see-word">ดู</span> Alpha, Anna</p>' in html_of(client, address("อันนาแดง"))


@pytest.mark.usefixtures("small")
def test_nothing_found_leads_on_and_tells_the_editors_without_who_asked(client: Client) -> None:
    page = main_of(html_of(client, address("ฮิปโปโปเตมัส")))
    assert ("/index/ฮ/?from=ฮิปโปโปเตมัส", "ดูดรรชนีอักษร ฮ ตรงที่คำนี้ควรอยู่") in links_in(page)
    assert client.get("/index/ฮ/?from=" + quote("ฮิปโปโปเตมัส")).status_code == 200
    client.get(address("ฮิปโป-โปเตมัส"))
    client.head(address("ฮิปโปโปเตมัส"))
    client.get(address("ฮิปโปโปเตมัส", letter="ฮ"))
    client.get("/api/v1/search", {"q": "ฮิปโปโปเตมัส"})
    assert list(FailedQuery.objects.values_list("query", "times")) == [("ฮิปโปโปเตมัส", 2)]
    assert {field.name for field in FailedQuery._meta.fields} == {
        *("id", "key", "query", "sound", "times", "last_day", "state", "entry", "by", "by_name")
    }


def test_what_became_an_alias_hits_and_comes_back_when_it_is_taken_away(client: Client, enter: Enter) -> None:
    (delta,) = enter(DELTA)
    client.get(address("ฮิปโปโปเตมัส"))
    searching.make_alias(list(FailedQuery.objects.all()), delta, by=None)
    assert names_in(html_of(client, address("ฮิปโปโปเตมัส"))) == ["เมืองเดลตา"]
    assert FailedQuery.objects.get().state == FailedQueryState.ALIASED
    remove_alias(delta.aliases.get())
    client.get(address("ฮิปโปโปเตมัส"))
    assert FailedQuery.objects.get().state == FailedQueryState.OPEN
    searching.drop(list(FailedQuery.objects.all()), by=None)
    client.get(address("ฮิปโปโปเตมัส"))
    assert FailedQuery.objects.get().state == FailedQueryState.DROPPED


def test_the_inbox_takes_so_many_queries_a_day(client: Client, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(DELTA)
    monkeypatch.setattr(searching, "_MOST_OF_A_DAY", 2)
    for query in ("ฮิปโปโปเตมัส", "ยูนิคอร์น", "เพกาซัส", "ยูนิคอร์น"):
        client.get(address(query))
    assert list(FailedQuery.objects.order_by("query").values_list("query", "times")) == [
        ("ยูนิคอร์น", 2),
        ("ฮิปโปโปเตมัส", 1),
    ]


@pytest.mark.usefixtures("small")
def test_results_are_not_kept_for_others(client: Client) -> None:
    response = client.get(address("อันนา"))
    assert response["Cache-Control"] == "private, no-cache"
    assert not response.has_header("ETag")
    with CaptureQueriesContext(connection) as first:
        client.get(address("ไม่มีคำนี้เลย"))
    with CaptureQueriesContext(connection) as again:
        client.get(address("ไม่มีคำนี้เลย"))
    assert len(first) > 3 < len(again)
    assert FailedQuery.objects.get().times == 2


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("page", ["/search/", address("อันนา"), address("ฮิปโปโปเตมัส"), address("1919"), "/"])
def test_nothing_is_inline_and_ids_are_said_once(client: Client, page: str) -> None:
    response = client.get(page)
    html = response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]
    assert re.findall(r"<script(?! src=)|<style|\sstyle=|\son\w+=", html) == []
    assert len(re.findall("<h1", html)) == 1
    assert re.findall(r'id="([^"]+)"', html) == list(dict.fromkeys(re.findall(r'id="([^"]+)"', html)))


@pytest.mark.usefixtures("small")
def test_no_word_of_the_interface_is_left_in_thai_on_english_pages(client: Client) -> None:
    for page in ("/search/", address("แกมมา", kind="event"), address("เดลต้า"), address("ฮิปโปโปเตมัส"), address("1919")):
        html = main_of(html_of(client, f"/en{page}"))
        html = re.sub(r'<(\w+)([^>]*\slang="th"[^>]*)>.*?</\1>', "", html, flags=re.DOTALL)
        assert re.findall("[ก-ฮ]{2,}", re.sub(r"<[^>]*>", " ", html)) == [], page


@pytest.mark.usefixtures("small")
def test_the_api_gives_what_the_page_gives(client: Client) -> None:
    found = client.get("/api/v1/search", {"q": "เดลต้า"}).json()
    assert found == {
        "results": [
            {
                "slug": "delta",
                "headword": "Delta",
                "thai_title": "เมืองเดลตา",
                "period": "",
                "why": "ออกเสียงใกล้เคียงกับ “เมืองเดลตา”",
                "snippet": found["results"][0]["snippet"],
            }
        ],
        "total": 1,
        "did_you_mean": ["เมืองเดลตา"],
    }
    suggested = client.get("/api/v1/suggest", {"q": "อันน"}).json()
    first = suggested["results"][0]
    assert (first["slug"], first["period"], first["headword"]) == ("alpha-anna", "1871–1919", "Alpha, Anna")
    assert client.get("/api/v1/suggest").json() == {"results": [], "total": 0, "did_you_mean": []}


def test_no_word_of_a_draft_is_found_or_suggested(client: Client, enter: Enter, edit: Edit) -> None:
    anna, _boris = enter(ANNA, BORIS)
    edit(anna, ANNA.replace(thai_titles=("นางลับสุดยอด",), keywords=("ลับสุดยอด",), paragraphs=("ลับสุดยอด",)))
    (hidden,) = enter(article("Secretum", "ลับสุดยอดอีกเรื่อง", "ลับสุดยอด"), live=False)
    add_alias(hidden, "ลับสุดยอดรูปอื่น", by=None)
    for query in ("ลับสุดยอด", "ลับ", "ลับสุดยอต", "secretum"):
        for page in ("/search/", "/en/search/", "/api/v1/search", "/api/v1/suggest"):
            html = client.get(page, {"q": query}).content.decode()
            assert [word for word in ("ลับสุดยอด", "Secretum") if word in html.replace(query, "")] == [], (page, query)


@pytest.mark.usefixtures("small")
def test_the_home_page_begins_with_search(client: Client) -> None:
    page = main_of(html_of(client, "/"))
    places = [
        page.index(part)
        for part in ('role="search"', 'id="today"', 'id="letters"', 'id="periods"', 'id="newest"', 'id="most"')
        if part in page
    ]
    assert places == sorted(places)
    assert ("/random/", "สุ่มอ่าน") in links_in(page)
    assert [part in page for part in ('id="kinds"', 'id="keywords"')] == [True, True]


def test_a_page_of_results_takes_as_many_queries_with_3_as_with_1(client: Client, enter: Enter) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address("เดือนเก้า")).status_code == 200
        return len(captured)

    enter(*numbered(5))
    few = counted()
    enter(*(article(f"Delta {number}", f"เดลตาที่ {number}", "เดือนเก้า", ce=()) for number in range(9)))
    assert counted() == few
