"""The list of entries: in filing order, searched and filtered, in a number of queries that does not grow."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entries.models import Author, Keyword, Work
from entries.services.aliases import add_alias
from entries.services.publishing import withdraw
from entries.services.revising import Change, revise
from entries.text.article import Article
from tests.admin.conftest import Enter, latest, screen
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

Listed = Callable[..., list[str]]


@pytest.fixture
def listed(as_prasert: Client) -> Listed:
    """The headwords of the list under these conditions, in its order."""

    def look(**conditions: str) -> list[str]:
        page = as_prasert.get(screen("entry_changelist"), conditions)
        assert page.status_code == 200
        return [entry.working[0].headword for entry in page.context["cl"].result_list]

    return look


def test_entries_stand_in_filing_order(listed: Listed, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA, DELTA)
    assert listed() == ["Beta, Boris", "Delta", "Gamma War", "Alpha, Anna"]


def test_the_working_text_is_listed_once_though_another_is_live(listed: Listed, enter: Enter) -> None:
    anna = enter(ANNA, live=True)[0]
    revise([Change(anna, ANNA.replace(headwords=("Alpha, Hannah",)), base=latest(anna))], by=None)
    assert listed() == ["Alpha, Hannah"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("alpha", ["Alpha, Anna", "Beta, Boris", "Gamma War"]),
        ("เมือง เดลตา", ["Delta", "Alpha, Anna"]),
        ("แกม", ["Gamma War", "Beta, Boris", "Alpha, Anna", "Delta"]),
        ("เดลต้าน้อย", ["Delta"]),
        ("เดลต้า", ["Delta"]),
        ("บันทึกความทรงจำ", ["Alpha, Anna"]),
        ("ไม่มีคำนี้เลยสักแห่ง", []),
        ("()", []),
    ],
)
def test_the_list_finds_what_readers_find_and_in_that_order(
    listed: Listed, enter: Enter, words: str, found: list[str]
) -> None:
    delta = enter(ANNA, BORIS, GAMMA, DELTA)[3]
    add_alias(delta, "เดลต้าน้อย", by=None)
    assert listed(q=words) == found


def test_an_order_that_is_asked_for_goes_before_that_of_the_search(listed: Listed, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    assert listed(q="แกม") == ["Gamma War", "Beta, Boris", "Alpha, Anna"]
    assert listed(q="แกม", o="-1") == ["Alpha, Anna", "Gamma War", "Beta, Boris"]


def test_working_texts_are_searched(listed: Listed, enter: Enter) -> None:
    anna = enter(ANNA, live=True)[0]
    revise([Change(anna, ANNA.replace(sources=("แหล่งมรกต",)), base=latest(anna))], by=None)
    assert (listed(q="มรกต"), listed(q="มรกต", stage="draft"), listed(q="มรกต", stage="approved")) == (
        ["Alpha, Anna"],
        ["Alpha, Anna"],
        [],
    )


def test_a_list_is_counted_no_further_than_it_is_paged(as_prasert: Client, work: Work) -> None:
    Keyword.objects.bulk_create(
        Keyword(work=work, slug=f"k-{number}", label=f"คำที่ {number}", sort_key=f"{number:04}") for number in range(1300)
    )
    first, last = as_prasert.get(screen("keyword_changelist")), as_prasert.get(screen("keyword_changelist"), {"p": 26})
    assert [page.context["cl"].paginator.is_cut for page in (first, last)] == [True, False]
    assert [page.context["cl"].result_count for page in (first, last)] == [1050, 1300]
    assert "มากกว่า 1050 คำสำคัญ" in " ".join(first.content.decode().split())
    assert len(last.context["cl"].result_list) == 50


def test_suggestions_are_over_working_texts_and_for_the_desk_alone(
    as_prasert: Client, client: Client, enter: Enter
) -> None:
    (delta,) = enter(DELTA)
    found = as_prasert.get(screen("entry_suggest"), {"q": "เดล"}).json()
    assert [(one["id"], one["slug"], one["headword"]) for one in found["results"]] == [(delta.pk, "delta", "Delta")]
    assert client.get(screen("entry_suggest"), {"q": "เดล"}).status_code == 302


def test_every_filter_keeps_what_it_says(listed: Listed, enter: Enter) -> None:
    anna = enter(ANNA, live=True)[0]
    boris = enter(BORIS, live=True)[0]
    enter(article("Omega", "นายโอเมกา", authors=("วารี เขียนคนเดียว",)))
    withdraw([boris], by=None)
    revise([Change(anna, ANNA.replace(sources=("แหล่งใหม่",)), base=latest(anna))], by=None)
    author = Author.objects.get(label="วารี เขียนคนเดียว")
    answers = {
        "letter": listed(letter="อ"),
        "live": listed(public="live"),
        "withdrawn": listed(public="withdrawn"),
        "never": listed(public="never"),
        "draft": listed(stage="draft"),
        "author": listed(author=str(author.pk)),
        "conflicts": listed(conflicts="open"),
        "none": listed(conflicts="none", letter="บ"),
    }
    assert answers == {
        "letter": ["Alpha, Anna", "Omega"],
        "live": ["Alpha, Anna"],
        "withdrawn": ["Beta, Boris"],
        "never": ["Omega"],
        "draft": ["Beta, Boris", "Alpha, Anna", "Omega"],
        "author": ["Omega"],
        "conflicts": [],
        "none": ["Beta, Boris"],
    }


def numbered(number: int) -> Article:
    """One of many entries alike."""
    return article(
        f"Gamma {number}", f"แกมมาที่ {number}", f"แกมมาที่ {number} ต่อจากแกมมา (Gamma 1)*", keywords=("แกมมา",), ce=()
    )


PAGES = ("entry_changelist", "keyword_changelist", "author_changelist", "alias_changelist", "conflict_changelist")


def test_one_row_and_three_take_the_same_number_of_queries(as_prasert: Client, enter: Enter) -> None:
    def counted() -> dict[str, int]:
        found = {}
        for name in PAGES:
            with CaptureQueriesContext(connection) as captured:
                assert as_prasert.get(screen(name)).status_code == 200
            found[name] = len(captured)
        return found

    add_alias(enter(numbered(1))[0], "แกมม่า ๑", by=None)
    as_prasert.get(screen("entry_changelist"))
    one = counted()
    for number in (2, 3):
        add_alias(enter(numbered(number))[0], f"แกมม่า {number}", by=None)
    assert counted() == one


def test_the_screens_of_an_entry_take_as_many_queries_for_more_of_what_they_show(
    as_prasert: Client, enter: Enter
) -> None:
    names = ("entry_change", "entry_revisions", "entry_references", "entry_aliases")

    def counted(entry: int) -> dict[str, int]:
        found = {}
        for name in names:
            with CaptureQueriesContext(connection) as captured:
                assert as_prasert.get(screen(name, entry)).status_code == 200
            found[name] = len(captured)
        return found

    def gamma(prose: str, *keywords: str) -> Article:
        return article("Gamma 1", "แกมมาที่ 1", prose, keywords=keywords, ce=())

    entry = enter(gamma("ต่อจากแกมมา (Gamma 2)* และแกมมา (Gamma 9)*", "แกมมา"), numbered(2))[0]
    revise([Change(entry, gamma("ต่อจากแกมมา (Gamma 2)* หรือแกมมา (Gamma 9)*", "แกมมา"), base=latest(entry))], by=None)
    add_alias(entry, "แกมม่า", by=None)
    few = counted(entry.pk)
    enter(numbered(3), numbered(5))
    add_alias(entry, "แกมม่าอีกรูปหนึ่ง", by=None)
    more = gamma("แกมมา (Gamma 2)* แกมมา (Gamma 3)* แกมมา (Gamma 8)* แกมมา (Gamma 9)*", "แกมมา", "เดลตา", "บีตา")
    revise([Change(entry, more, base=latest(entry))], by=None)
    assert counted(entry.pk) == few
