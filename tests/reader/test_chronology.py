"""The timeline and the pages of years; the axis and the jump links without a database."""

import re

import pytest
from django.test import Client

from entries.models import DatedPassage, Projection
from entries.reader.axis import CENTURIES, Window, earlier_window, units_of, whole_window, window_of
from entries.reader.periods import Jump, jumps_of
from entries.text.article import Article
from entries.text.dates import find_dates
from tests.reader.conftest import Enter, html_of, links_in, main_of, without_spans
from tests.texts import ANNA, BORIS, GAMMA, article


def test_windows_are_centuries_and_decades() -> None:
    assert window_of(1900, 1999) == Window(1900, 1999, 10)
    assert window_of(1910, 1919) == Window(1910, 1919, 1)
    assert [window_of(*span) for span in ((1901, 2000), (1911, 1920), (1900, 1909 + 1), (1917, 1917))] == [None] * 4
    assert Window(1910, 1919, 1).wider == (1900, 1999)
    assert whole_window([(1769, 1821), (1904, 1905)], until=2026) == Window(1760, 1909, 100)
    assert whole_window([], until=2026) == Window(1900, 1999, 100)
    assert whole_window([(-44, 14)], until=2026) == Window(1, 19, 100)
    assert Window(2000, 2099, 10).until(2026) == Window(2000, 2029, 10)
    assert Window(2100, 2199, 10).until(2026) == Window(2100, 2199, 10)


def test_there_is_no_year_0() -> None:
    assert window_of(1, 99) == Window(1, 99, 10)
    assert window_of(1, 9) == Window(1, 9, 1)
    assert [window_of(*span) for span in ((0, 99), (0, 9), (1, 100), (1, 10), (1, 1))] == [None] * 5
    assert Window(1, 99, 10).units[:2] == ((1, 9), (10, 19))
    assert Window(1, 9, 1).units[:2] == ((1, 1), (2, 2))
    assert Window(1, 9, 1).wider == Window(10, 19, 1).wider == (1, 99)
    assert Window(1, 1199, 100).units[:2] == ((1, 99), (100, 199))
    assert [unit.tenths for unit in units_of(Window(1, 299, 100), [], [])] == [10, 10, 10]


def test_one_passage_about_another_age_does_not_stretch_the_axis() -> None:
    spans = [(-44, -44), (8, 8), (1214, 1214), (1769, 1821), (1904, 1905), (2460, 2460)]
    window = whole_window(spans, until=2026)
    assert window == Window(1210, 1909, 100)
    assert len(window.units) <= CENTURIES
    assert earlier_window(window, spans) == Window(1, 1199, 100)
    assert earlier_window(window, spans[2:]) is None
    assert whole_window([(1769, 2026), (2019, 2040)], until=2026) == Window(1760, 2029, 100)
    assert whole_window([(2460, 2460)], until=2026) == Window(2460, 2469, 100)
    assert whole_window([(1, 2026)], until=2026) == Window(1300, 2029, 100)


def test_a_unit_is_whole_though_the_axis_shows_part_of_it() -> None:
    window = whole_window([(1769, 1821), (1904, 1905)], until=2026)
    units = units_of(window, [(1769, 1821, 1)], [(1701, 1701, 1)])
    assert [(unit.first, unit.begins, unit.last, unit.tenths, unit.entries, unit.passages) for unit in units] == [
        (1700, 1760, 1799, 4, 1, 1),
        (1800, 1800, 1899, 10, 1, 0),
        (1900, 1900, 1999, 1, 0, 0),
    ]
    assert [unit.is_narrow for unit in units] == [False, False, False]
    assert window.rules == (266, 933)
    assert (window.at(1800), window.at(1900)) == window.rules


def test_units_count_what_they_meet() -> None:
    units = units_of(Window(1900, 1929, 10), [(1905, 1912, 2), (1930, 1940, 9)], [(1911, 1911, 3)])
    assert [(unit.first, unit.entries, unit.passages, unit.height) for unit in units] == [
        (1900, 2, 0, 40),
        (1910, 2, 3, 100),
        (1920, 0, 0, 0),
    ]


@pytest.mark.parametrize(
    ("span", "bar"),
    [((1900, 1999), (0, 1000)), ((1800, 2100), (0, 1000)), ((1950, 1950), (500, 10)), ((1999, 1999), (990, 10))],
)
def test_a_bar_lies_where_its_years_are(span: tuple[int, int], bar: tuple[int, int]) -> None:
    assert Window(1900, 1999, 10).bar(*span) == bar


def test_a_mark_stands_in_the_middle_of_its_years() -> None:
    window = Window(1900, 1999, 10)
    assert [window.mark(*span) for span in ((1950, 1950), (1910, 1919), (1895, 1901))] == [505, 150, 10]


def long_article(*years: int) -> Article:
    """A long article whose paragraphs each speak of a year."""
    told = [f"ใน ค.ศ. {year}" + " คำอธิบาย" * 120 for year in years]
    return Article(headwords=("A",), periods_ce=("1800–1900",), paragraphs=("ความนำ", *told))


def jumps(*years: int) -> list[tuple[int, int, int]]:
    """The jump links of such an article."""
    text = long_article(*years)
    return [(jump.number, jump.first, jump.last) for jump in jumps_of(text, find_dates("\n".join(text.paragraphs)))]


def test_jump_links_ascend_and_pass_over_what_looks_back() -> None:
    assert jumps(1810, 1820, 1830, 1815, 1840, 1850) == [
        (2, 1810, 1810),
        (3, 1820, 1820),
        (4, 1830, 1830),
        (6, 1840, 1840),
        (7, 1850, 1850),
    ]


def test_few_links_and_short_articles_have_none() -> None:
    assert jumps(1810, 1810, 1810, 1810, 1820, 1820) == []
    assert jumps(1810, 1820, 1830) == []
    assert jumps(1999, 2000, 2001, 2002, 2003, 2004) == []  # outside the entry's own period


def test_there_are_never_many_jump_links() -> None:
    found = jumps(*range(1810, 1840))
    assert len(found) == 9
    assert found[0][1] == 1810
    assert found == sorted(found)
    assert Jump(2, 1810, 1810).first == 1810


REVOLUTION = article(
    "Omega",
    "โอเมกา",
    "โอเมกา เกิดใน ค.ศ. ๑๙๑๗ ที่เมืองหนึ่ง",
    "การปฏิวัติเดือนตุลาคม เกิดขึ้น ต่อมาในเดือนมีนาคม ค.ศ. ๑๙๑๗ และในทศวรรษ ๑๙๑๐ พบบอริส บีตา (Boris Beta)* ใน ค.ศ. ๑๙๑๘",
    ce=("1917–1990",),
    keywords=("การปฏิวัติ ค.ศ. ๑๙๑๗",),
)


def test_dates_become_rows_but_those_of_names_do_not(enter: Enter) -> None:
    enter(REVOLUTION)
    rows = DatedPassage.objects.order_by("position").values_list("paragraph", "first", "last", "kind")
    assert list(rows) == [
        (0, 1917, 1917, "year"),
        (1, 1917, 1917, "month"),
        (1, 1910, 1919, "decade"),
        (1, 1918, 1918, "year"),
    ]
    text = Projection.objects.get().revision.article.paragraphs
    shown = [text[row.paragraph][row.start : row.end] for row in DatedPassage.objects.order_by("position")]
    assert shown == ["ค.ศ. ๑๙๑๗", "เดือนมีนาคม ค.ศ. ๑๙๑๗", "ทศวรรษ ๑๙๑๐", "ค.ศ. ๑๙๑๘"]


def test_a_year_gathers_its_entries_and_passages(client: Client, enter: Enter) -> None:
    enter(REVOLUTION, BORIS)
    page = main_of(html_of(client, "/years/1917/"))
    marked = [re.sub("<[^>]*>", "", found) for found in re.findall("<mark>(.*?)</mark>", page)]
    assert marked == ["ค.ศ. ๑๙๑๗", "เดือนมีนาคม ค.ศ. ๑๙๑๗", "ทศวรรษ ๑๙๑๐"]
    assert ("/entries/omega/#p1", "โอเมกา") in links_in(page)
    begun = page.partition('id="begun"')[2]
    assert links_in(begun)[0] == ("/entries/omega/", "โอเมกา")
    assert "*" not in page
    ended = main_of(html_of(client, "/years/1924/")).partition('id="ended"')[2]
    assert links_in(ended)[0] == ("/entries/beta-boris/", "บีตา, บอริส")


def test_the_timeline_leads_from_centuries_to_years(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    whole = links_in(main_of(html_of(client, "/timeline/")))
    assert [href for href, _text in whole if href.startswith("/timeline/")] == [
        "/timeline/1800-1899/",
        "/timeline/1900-1999/",
    ]
    decade = links_in(main_of(html_of(client, "/timeline/1900-1909/")))
    assert [href for href, _text in decade if href.startswith("/years/")] == [
        f"/years/{year}/" for year in range(1900, 1910)
    ]
    assert [text for href, text in decade if href.startswith("/entries/")] == [
        "บีตา, บอริส",
        "อัลฟา, อันนา",
        "สงครามแกมมา",
    ]


UNDATED = article("Delta", "เดลตา", "เดลตาเล่าถึง ค.ศ. ๑๙๐๕ และ ค.ศ. ๑๙๐๕ อีกครั้ง", ce=(), be=())
SEVERAL = article("Epsilon", "เอปซิลอน", "คำอธิบาย", ce=("1801–1803", "1807–1950"), be=())


def lanes_of(html: str) -> list[tuple[str, list[tuple[int, int]], str, str]]:
    """Of each entry on the axis its name, bars and dots, and at which edges its periods go on."""
    found = []
    for lane in re.findall("<li><p>(.*?)(?=<li><p>|</ol>)", html.partition('class="lanes"')[2], re.DOTALL):
        bars = [
            (int(left), int(width)) for left, width in re.findall('<rect x="([0-9]+)" y="2.5" width="([0-9]+)"', lane)
        ]
        dots = "".join(re.findall('<path d="([^"]*)"', lane))
        found.append((links_in(lane)[0][1], bars, dots, "".join(re.findall("[‹›]", lane))))
    return found


def test_lanes_have_every_period_and_passage_of_an_entry_on_the_axis(client: Client, enter: Enter) -> None:
    enter(UNDATED, SEVERAL)
    assert lanes_of(html_of(client, "/timeline/1900-1909/")) == [
        ("เอปซิลอน", [(0, 1000)], "", "‹›"),
        ("เดลตา", [], "M550 5h0", ""),
    ]
    assert lanes_of(html_of(client, "/timeline/1800-1899/")) == [("เอปซิลอน", [(10, 30), (70, 930)], "", "›")]
    whole = html_of(client, "/timeline/")
    assert 'data-first="1800" data-last="1959"' in whole
    assert lanes_of(whole) == [("เอปซิลอน", [(6, 19), (43, 900)], "", ""), ("เดลตา", [], "M659 5h0", "")]


def test_dots_lead_to_the_passages_and_are_listed_for_who_does_not_point(client: Client, enter: Enter) -> None:
    later = "ใน ค.ศ. ๑๙๐๗–๑๙๐๘ เกิดเรื่องหนึ่ง และใน ค.ศ. ๑๙๐๕ อีกครั้ง"
    enter(UNDATED.replace(paragraphs=(*UNDATED.paragraphs, later)))
    html = html_of(client, "/timeline/1900-1909/")
    assert re.findall('<a href="([^"]*)" tabindex="-1"><path d="([^"]*)"', html) == [
        ("/entries/delta/#p1", "M550 5h0"),
        ("/entries/delta/#p2", "M800 5h0"),
    ]
    listed = html.partition("<details><summary")[2].partition("</details>")[0]
    assert "ปีที่กล่าวถึง ๒ แห่ง" in listed
    assert links_in(listed) == [("/entries/delta/#p1", "ค.ศ. ๑๙๐๕"), ("/entries/delta/#p2", "ค.ศ. ๑๙๐๗–๑๙๐๘")]


def test_centuries_before_the_axis_are_led_to(client: Client, enter: Enter) -> None:
    enter(SEVERAL, article("Zeta", "ซีตา", "ซีตาเล่าถึง ค.ศ. ๘ และ ค.ศ. ๘๐๐", ce=("1960–1970",)))
    for address in ("/timeline/", "/"):
        html = html_of(client, address)
        earlier = html.partition('class="earlier"')[2].partition("</p>")[0]
        assert links_in(earlier) == [
            ("/timeline/1-99/", "ค.ศ. ๑–๙๙"),
            ("/timeline/800-899/", "ค.ศ. ๘๐๐–๘๙๙"),
        ]
        assert html.count('class="t') >= 2


def test_what_lies_before_the_first_year_is_said(client: Client, enter: Enter) -> None:
    told = "มีบทความที่ช่วงเวลาเริ่มก่อน ค.ศ. ๑ ด้วย"
    enter(article("Zeta", "ซีตา", "ซีตาเล่าเรื่อง", ce=("1–14",)))
    addresses = ("/timeline/", "/", "/timeline/1-99/", "/timeline/1-9/", "/timeline/10-19/")
    assert [told in html_of(client, address) for address in addresses] == [False] * 5
    enter(article("Eta", "อีตา", "อีตาเล่าเรื่อง", ce=("63 BC–AD 14",)))
    assert [told in html_of(client, address) for address in addresses] == [True] * 4 + [False]
    assert "ค.ศ. ๐" not in html_of(client, "/timeline/1-9/")
    assert ("/timeline/1-9/", "ค.ศ. ๑–๙") in links_in(html_of(client, "/years/5/"))


@pytest.mark.parametrize(
    "address", ["/timeline/0-99/", "/timeline/1901-2000/", "/timeline/9000-9099/", "/years/0/", "/years/99999/"]
)
def test_there_are_no_other_windows(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 404


def test_kinds_have_their_entries(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    kinds = links_in(main_of(html_of(client, "/kinds/")))
    assert kinds == [("/kinds/person/", "บุคคล"), ("/kinds/event/", "เหตุการณ์/สงคราม")]
    persons = links_in(main_of(html_of(client, "/kinds/person/")))
    assert [text for _href, text in persons] == ["บีตา, บอริส", "อัลฟา, อันนา"]
    assert client.get("/kinds/nothing/").status_code == 404


def test_random_leads_to_a_live_entry_with_a_text(client: Client, enter: Enter) -> None:
    assert client.get("/random/")["Location"] == "/"
    enter(ANNA)
    enter(article("See", "ดูนี่", see="Alpha, Anna", ce=(), authors=()))
    enter(BORIS, live=False)
    assert {client.get("/random/")["Location"] for _time in range(8)} == {"/entries/alpha-anna/"}


def test_a_preview_is_the_beginning_alone(client: Client, enter: Enter) -> None:
    enter(ANNA, article("Anna the Red", "อันนาแดง", see="Alpha, Anna", ce=(), authors=()))
    html = html_of(client, "/entries/alpha-anna/preview/")
    assert "<html" not in html
    assert "เธอร่วมงานกับบอริส บีตา (Boris Beta) ในสงครามแกมมา (Gamma War)" in without_spans(html)
    assert "อัลฟา, อันนา" in html_of(client, "/entries/anna-the-red/preview/")
    assert client.get("/entries/nobody/preview/").status_code == 404


def test_homonyms_name_each_other(client: Client, enter: Enter) -> None:
    younger = ANNA.replace(periods_ce=("1901–1980",), paragraphs=("อันนาผู้เยาว์",))
    enter(ANNA)
    enter(younger)
    enter(BORIS)
    page = html_of(client, "/entries/alpha-anna/").partition('class="hatnote"')[2].partition("</p>")[0]
    assert [text for _href, text in links_in(page)] == ["คำตั้งที่เขียนเหมือนกัน", "อัลฟา, อันนา"]
    assert "ค.ศ. ๑๙๐๑–๑๙๘๐" in page
    assert 'class="hatnote"' not in html_of(client, "/entries/beta-boris/")


def test_without_a_script_an_address_counts_in_the_other_era(client: Client, enter: Enter) -> None:
    enter(REVOLUTION)
    page = html_of(client, "/entries/omega/?era=be")
    assert "พ.ศ. ๒๔๖๐</span> ที่เมืองหนึ่ง" in page
    assert '<link rel="canonical" href="http://testserver/entries/omega/">' in page
    assert html_of(client, "/entries/omega/?era=nothing").count("data-as") == 0
