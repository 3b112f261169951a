"""How many queries a page takes: never more with more of what it shows."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.reader.conftest import Edit, Enter
from tests.texts import article

Counter = Callable[[str], int]


@pytest.fixture
def queries(client: Client) -> Counter:
    """Counts the queries of a page that is there."""

    def count(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = client.get(address)
        assert response.status_code == 200, address
        return len(captured)

    return count


#: Another of the same name as the entry that all refer to; "Gamma" alone is one of them.
NAMESAKE = article("Gamma, the Other", "แกมมา", "แกมมาอีกแห่งหนึ่ง", ce=())


def target(number: int) -> object:
    """One of many entries that refer to one another, share a letter, a keyword and an author."""
    return article(
        f"Gamma {number}",
        f"แกมมาที่ {number}",
        f"แกมมาที่ {number} ต่อจากแกมมา (Gamma)*",
        keywords=("แกมมา",),
        authors=("มานะ อักษรสมมุติ",),
        ce=(),
    )


def source(count: int) -> object:
    """An entry with so many references, keywords, authors and items of "see also"."""
    numbers = range(1, count + 1)
    return article(
        "Gamma",
        "แกมมา",
        " ".join(f"แล้วพบ แกมมาที่ {number} (Gamma {number})*" for number in numbers),
        keywords=tuple(f"คำที่ {number}" for number in numbers),
        authors=tuple(f"คนที่ {number}" for number in numbers),
        see_also=tuple(f"แกมมาที่ {number}" for number in numbers),
        ce=(),
    )


def test_an_entry_takes_as_many_queries_with_30_references_as_with_1(
    enter: Enter, edit: Edit, queries: Counter
) -> None:
    (entry,) = enter(source(1))
    enter(target(1))
    first = queries("/entries/gamma/"), queries("/entries/gamma/versions/1/")
    enter(*(target(number) for number in range(2, 31)))
    edit(entry, source(30), live=True)
    assert queries("/entries/gamma/") == first[0] <= 8
    assert queries("/entries/gamma/versions/2/") == first[1] <= 10


def test_an_old_version_too(enter: Enter, edit: Edit, queries: Counter) -> None:
    enter(*(target(number) for number in range(1, 31)))
    (entry,) = enter(source(1))
    edit(entry, source(30), live=True)
    with_one = queries("/entries/gamma/versions/1/")
    edit(entry, source(2), live=True)
    assert queries("/entries/gamma/versions/2/") == with_one <= 16
    # Names that several entries have are one query more.
    enter(NAMESAKE)
    assert queries("/entries/gamma/versions/2/") <= 16


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/index/",
        "/index/ก/",
        "/index/G/",
        "/index/keywords/",
        "/index/keywords/ก/",
        "/keywords/แกมมา/",
        "/authors/",
        "/authors/มานะ-อักษรสมมุติ/",
        "/entries/gamma/referring/",
        "/entries/gamma/preview/",
        "/entries/gamma/neighbours/",
        "/homonyms/แกมมา/",
        "/timeline/",
        "/kinds/",
        "/sitemap-entries.xml",
        "/sitemap-keywords.xml",
        "/sitemap-authors.xml",
    ],
)
def test_a_list_takes_as_many_queries_with_3_items_as_with_1(enter: Enter, queries: Counter, address: str) -> None:
    enter(article("Gamma", "แกมมา", "ก" * 1300, keywords=("แกมมา",), ce=()), target(1), NAMESAKE)
    with_one = queries(address)
    enter(target(2), target(3))
    assert queries(address) == with_one
