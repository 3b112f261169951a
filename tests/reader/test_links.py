"""Where references lead readers: to live entries, to names that several have, or nowhere, which always looks alike."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client

from entries.models import CrossReference, DecisionKind, Entry
from entries.services.aliases import add_alias
from entries.services.deciding import decide
from entries.services.publishing import withdraw
from tests.reader.conftest import Edit, Enter, Prose, html_of, links_in, main_of, redirect_of, without_spans
from tests.texts import ANNA, BORIS, GAMMA, article

ENTRY = "/entries/zeta/"
#: Two people of one name, and who speaks of that name.
ELDER = article("Beta, Boris", "นายบอริส บีตา", "บอริส บีตา ผู้พี่ เป็นทหาร (Soldier) คนหนึ่ง", ce=("1870–1924",))
YOUNGER = article("Beta, Boris", "นายบอริส บีตา", "บอริส บีตา ผู้น้อง เป็นกวี", ce=("1901–1980",))
ZETA = article("Zeta", "ซีตา", "ซีตา พบกับบอริส บีตา (Boris Beta)* ที่เมืองหนึ่ง", ce=())
HOMONYMS = "/homonyms/บอริสบีตา/"


def links_of(client: Client, address: str) -> list[tuple[str, str]]:
    """The links in the prose of a page."""
    return [(unquote(href), text) for href, text in Prose(html_of(client, address)).links]


def reference(entry: Entry, gloss: str) -> CrossReference:
    """The first reference of an entry's working text that has this gloss."""
    found = CrossReference.objects.filter(face__entry=entry, face__is_working=True, gloss=gloss).order_by("position")
    return found.select_related("face__entry")[0]


def test_a_draft_a_withdrawn_entry_and_none_look_the_same(client: Client, enter: Enter) -> None:
    enter(ZETA)
    none = main_of(html_of(client, ENTRY))
    assert Prose(none).links == []
    assert none.count('class="wanted"') == 1
    (boris,) = enter(ELDER, live=False)
    assert main_of(html_of(client, ENTRY)) == none
    (other,) = enter(ELDER.replace(periods_ce=("1800–1850",)))
    withdraw([other], by=None)
    assert main_of(html_of(client, ENTRY)) == none
    assert boris.slug != other.slug


def test_what_waits_is_told_apart_and_the_text_stays(client: Client, enter: Enter) -> None:
    enter(article("Eta", "อีตา", "อีตา กับ ซีตา (Zeta)* และคน (Man)", see_also=("ไอโอตา", "ซีตา"), ce=()), ZETA)
    html = main_of(html_of(client, "/entries/eta/"))
    assert Prose(html).links == [("/entries/zeta/", "ซีตา")]
    assert Prose(html).paragraphs == ["อีตา กับ ซีตา (Zeta) และคน (Man)"]
    assert '<li><span class="wanted">ไอโอตา</span></li>' in html
    assert ("/entries/zeta/", "ซีตา") in links_in(html)


def test_a_name_that_several_have_leads_to_its_page(client: Client, enter: Enter) -> None:
    enter(ZETA, ELDER, YOUNGER)
    assert links_of(client, ENTRY) == [(HOMONYMS, "บอริส บีตา")]
    html = main_of(html_of(client, HOMONYMS))
    assert " นายบอริส บีตา</h1>" in without_spans(html)
    assert links_in(html)[:2] == [("/entries/beta-boris/", "บีตา, บอริส"), ("/entries/beta-boris-2/", "บีตา, บอริส")]
    assert "บอริส บีตา ผู้พี่ เป็นทหาร (Soldier) คนหนึ่ง" in without_spans(html)
    assert "ค.ศ. ๑๙๐๑–๑๙๘๐" in html
    hatnote = html_of(client, "/entries/beta-boris/").partition('class="hatnote"')[2].partition("</p>")[0]
    assert [href for href, _text in links_in(hatnote)] == ["/homonyms/betaboris/", "/entries/beta-boris-2/"]
    assert client.get("/homonyms/betaboris/").status_code == 200


def test_a_page_of_homonyms_is_of_live_entries_alone(client: Client, enter: Enter) -> None:
    _zeta, elder = enter(ZETA, ELDER)
    enter(YOUNGER, live=False)
    assert links_of(client, ENTRY) == [("/entries/beta-boris/", "บอริส บีตา")]
    assert redirect_of(client, HOMONYMS) == (302, "/entries/beta-boris/")
    withdraw([elder], by=None)
    assert client.get(HOMONYMS).status_code == 404
    assert client.get("/homonyms/ไม่มี/").status_code == 404


def test_the_page_of_a_shorter_name_is_headed_by_the_name(client: Client, enter: Enter) -> None:
    one = article("Lenin, Vladimir Ilyich", "นายวลาดีมีร์ อิลยิช เลนิน", ce=())
    enter(one, one.replace(headwords=("Lenin, Viktor Ivan",), thai_titles=("นายวิกเตอร์ อีวาน เลนิน",)), live=True)
    page = client.get("/homonyms/vilenin/").content.decode()
    assert re.findall("<h1>คำตั้งที่เขียนเหมือนกัน (.*)</h1>", without_spans(page)) == ["V. I. Lenin"]


def test_another_name_makes_a_homonym(client: Client, enter: Enter) -> None:
    silent = ZETA.replace(paragraphs=("ซีตา พบกับบอริส บีตา (Somebody)*",))
    _zeta, _elder, gamma = enter(silent, ELDER, GAMMA)
    assert links_of(client, ENTRY) == [("/entries/beta-boris/", "บอริส บีตา")]
    add_alias(gamma, "บอริส บีตา", by=None)
    assert links_of(client, ENTRY) == [(HOMONYMS, "บอริส บีตา")]
    hatnote = html_of(client, "/entries/gamma-war/").partition('class="hatnote"')[2].partition("</p>")[0]
    assert links_in(hatnote) == [(HOMONYMS, "คำตั้งที่เขียนเหมือนกัน"), ("/entries/beta-boris/", "บีตา, บอริส")]


def test_an_editor_says_which_of_two(client: Client, enter: Enter) -> None:
    zeta, _elder, younger = enter(ZETA, ELDER, YOUNGER)
    decide(reference(zeta, "Boris Beta"), DecisionKind.LINK, target=younger, by=None)
    assert links_of(client, ENTRY) == [("/entries/beta-boris-2/", "บอริส บีตา")]
    withdraw([younger], by=None)
    html = html_of(client, ENTRY)
    assert (Prose(html).links, html.count('class="wanted"')) == ([], 1)


def test_what_is_no_reference_waits_for_nothing(client: Client, enter: Enter) -> None:
    (zeta,) = enter(ZETA)
    decide(reference(zeta, "Boris Beta"), DecisionKind.NOT_REFERENCE, by=None)
    assert 'class="wanted"' not in html_of(client, ENTRY)


OLD = article(
    "Zeta",
    "ซีตา",
    "ซีตา พบกับบอริส บีตา (Boris Beta)* ที่เมืองหนึ่ง",
    "ต่อมาพบกับนายทหารผู้เฒ่า (Old Soldier)* และเห็นสงครามแกมมา (Gamma War)*",
    ce=(),
)


@pytest.fixture
def superseded(enter: Enter, edit: Edit) -> list[Entry]:
    """An entry whose first version readers no longer see, with those that it refers to."""
    entries = enter(OLD, ELDER, YOUNGER, GAMMA, ANNA)
    edit(entries[0], OLD.replace(keywords=("คำใหม่",)), live=True)
    return entries


def test_an_old_version_leads_where_editors_have_decided(client: Client, superseded: list[Entry]) -> None:
    zeta, _elder, younger, _gamma, anna = superseded
    address = ENTRY + "versions/1/"
    gamma = ("/entries/gamma-war/", "สงครามแกมมา")
    assert links_of(client, address) == [(HOMONYMS, "บอริส บีตา"), gamma]
    decide(reference(zeta, "Boris Beta"), DecisionKind.LINK, target=younger, by=None)
    decide(reference(zeta, "Old Soldier"), DecisionKind.LINK, target=anna, by=None)
    decide(reference(zeta, "Old Soldier"), DecisionKind.ANCHOR, anchor="ผู้เฒ่า", by=None)
    decide(reference(zeta, "Gamma War"), DecisionKind.NOT_REFERENCE, by=None)
    decided = [("/entries/beta-boris-2/", "บอริส บีตา"), ("/entries/alpha-anna/", "ผู้เฒ่า")]
    assert links_of(client, address) == decided
    assert links_of(client, ENTRY) == decided
    assert 'class="wanted"' not in html_of(client, address)


def test_an_old_version_does_not_guess_where_a_decision_finds_no_place(
    client: Client, enter: Enter, edit: Edit
) -> None:
    zeta, _boris, gamma = enter(ZETA, ELDER, GAMMA)
    changed = edit(zeta, ZETA.replace(paragraphs=("ซีตา เห็นศึกใหญ่ (Great Battle)*",)), live=True)
    decide(reference(zeta, "Great Battle"), DecisionKind.LINK, target=gamma, by=None)
    assert links_of(client, ENTRY) == [("/entries/gamma-war/", "ศึกใหญ่")]
    assert links_of(client, ENTRY + "versions/1/") == [("/entries/beta-boris/", "บอริส บีตา")]
    assert changed.number == 2


def test_versions_stay_true_when_what_they_link_to_is_edited(client: Client, enter: Enter, edit: Edit) -> None:
    anna, boris, _gamma = enter(ANNA, BORIS, GAMMA)
    first = ("/entries/alpha-anna/versions/1/", "/entries/beta-boris/versions/1/")
    before = [Prose(html_of(client, address)) for address in first]
    edit(anna, ANNA.replace(keywords=("คำใหม่",)), live=True)
    renamed = BORIS.replace(thai_titles=("นายบอริส บีตาผู้กล้า", "นายบอริส บีตา"))
    edit(boris, renamed, live=True)
    after = [Prose(html_of(client, address)) for address in first]
    assert [prose.paragraphs for prose in after] == [prose.paragraphs for prose in before]
    assert [prose.links for prose in after] == [prose.links for prose in before]
    assert "<h1>นายบอริส บีตา</h1>" in without_spans(html_of(client, first[1]))
    assert "<h1>นายบอริส บีตาผู้กล้า</h1>" in without_spans(html_of(client, "/entries/beta-boris/"))
    assert "มีฉบับที่ใหม่กว่า คือฉบับเผยแพร่ครั้งที่ ๒" in html_of(client, first[1])
    withdraw([boris], by=None)
    assert links_of(client, first[0]) == [("/entries/gamma-war/", "สงครามแกมมา")]
    assert Prose(html_of(client, first[1])).paragraphs == before[1].paragraphs
    assert client.get("/entries/beta-boris/").status_code == 410
