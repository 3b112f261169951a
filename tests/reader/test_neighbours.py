"""The neighbourhood of an entry, drawn and listed."""

import re

from django.test import Client

from entries.reader.arcs import AXIS, LABEL, Arc, drawing, shortened
from entries.reader.linebreaks import columns
from tests.reader.conftest import Enter, html_of, links_in, main_of
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

NAMES = [(1, "/a/", "ก"), (2, "/b/", "ข"), (3, "/c/", "ค"), (4, "/d/", "ง")]


def kinds(arcs: tuple[Arc, ...]) -> list[str]:
    """What each line says."""
    return [arc.kind for arc in arcs]


def test_lines_say_who_refers_to_whom() -> None:
    links = {(2, 1), (1, 2), (2, 3), (4, 2), (3, 4), (4, 3), (1, 1), (1, 9)}
    drawn = drawing(NAMES, 2, links)
    assert kinds(drawn.arcs) == ["among", "from", "both", "to"]
    assert [node.label for node in drawn.nodes if node.is_centre] == ["ข"]
    heights = [node.y for node in drawn.nodes]
    assert (heights, max(heights) < drawn.height) == (sorted(set(heights)), True)
    ends = {tuple(map(int, re.findall(r"(?:M|0 0 0 )84 (\d+)", arc.path))) for arc in drawn.arcs}
    assert ends == {(heights[one], heights[other]) for one, other in ((0, 1), (1, 2), (1, 3), (2, 3))}


def test_no_line_leaves_the_drawing() -> None:
    names = [(number, "/x/", "ก") for number in range(30)]
    drawn = drawing(names, 0, {(0, number) for number in range(1, 30)})
    widths = [int(re.findall(r"A(\d+) ", arc.path)[0]) for arc in drawn.arcs]
    assert max(widths) < AXIS
    assert widths == sorted(widths, reverse=True)


def test_long_names_are_cut_between_clusters() -> None:
    assert shortened("เลนิน", LABEL) == "เลนิน"
    cut = shortened("พรรคแรงงานสังคมประชาธิปไตยรัสเซียและสหภาพ", LABEL)
    assert (cut, columns(cut) <= LABEL) == ("พรรคแรงงานสังคมประชาธิปไตยรั…", True)


def test_a_page_draws_and_lists_the_neighbours(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA, DELTA)
    enter(article("Zeta", "ซีตา", "ซีตา กับอันนา อัลฟา (Anna Alpha)*"), live=False)
    html = main_of(html_of(client, "/entries/gamma-war/neighbours/"))
    drawn, listed = html.partition("</figure>")[::2]
    labels = re.findall(r"<text [^>]*>(.*?)</text>", drawn)
    assert labels == ["นายบอริส บีตา", "นางอันนา อัลฟา", "สงครามแกมมา", "เมืองเดลตา"]
    assert sorted(re.findall(r'<path class="(\w+)" d="M84', drawn)) == ["among", "both", "both", "from"]
    to, back = listed.partition('id="referring"')[::2]
    assert [text for _href, text in links_in(to)] == ["อัลฟา, อันนา", "บีตา, บอริส"]
    assert [text for _href, text in links_in(back)][:3] == ["บีตา, บอริส", "อัลฟา, อันนา", "เมืองเดลตา"]
    assert ("/entries/gamma-war/neighbours/", "แผนที่ความเชื่อมโยงของบทความนี้") in links_in(
        html_of(client, "/entries/gamma-war/")
    )


def test_who_has_no_neighbours_has_no_map(client: Client, enter: Enter) -> None:
    enter(article("Zeta", "ซีตา", "ซีตา กับใครก็ไม่รู้ (Nobody)*", ce=()))
    assert client.get("/entries/zeta/neighbours/").status_code == 404
    assert client.get("/entries/nobody/neighbours/").status_code == 404
    assert "แผนที่ความเชื่อมโยง" not in html_of(client, "/entries/zeta/")


def test_of_many_neighbours_the_nearest_are_drawn(client: Client, enter: Enter) -> None:
    numbers = range(1, 31)
    text = " ".join(f"แล้วพบ แกมมาที่ {number} (Gamma {number})*" for number in numbers)
    hub = article("Hub", "ศูนย์กลาง", text, ce=())
    others = [
        article(f"Gamma {number}", f"แกมมาที่ {number}", "กลับไปหาศูนย์กลาง (Hub)*" if number > 20 else "ไม่มีอะไร", ce=())
        for number in numbers
    ]
    enter(hub, *others)
    html = main_of(html_of(client, "/entries/hub/neighbours/"))
    drawn, _listed = html.partition("</figure>")[::2]
    labels = {int(found) for found in re.findall(r"<text [^>]*>แกมมาที่ (\d+)</text>", drawn)}
    assert labels == {*range(21, 31), *range(1, 15)}
    assert "แสดง ๒๔ จาก ๓๐ บทความ" in html
