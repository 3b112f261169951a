"""The index as a whole: equal to a rebuild, and its commands."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from entries.models import Entry, Projection, Revision, SearchName, SearchText
from entries.search import postgresql
from entries.services import indexing, searching
from entries.services.aliases import add_alias
from entries.services.projecting import rebuild
from entries.services.revising import Change, revise
from tests.search.paging import all_found, enter
from tests.texts import ANNA, BORIS, GAMMA

pytestmark = pytest.mark.django_db


def no_progress(_done: int, _total: int) -> None:
    pass


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def make_some_history() -> int:
    number, _other = enter(ANNA, BORIS)
    base = Revision.objects.get(entry=number)
    entry = Entry.objects.get(pk=number)
    revise([Change(entry, ANNA.replace(keywords=("คำใหม่",)), base=base)], by=None)
    add_alias(entry, "แอนน่า อัลฟ่า", by=None)
    return number


def test_what_has_happened_leaves_what_a_rebuild_gives() -> None:
    make_some_history()
    assert indexing.check(no_progress) == []
    rebuild()
    assert indexing.check(no_progress) == []


def test_a_lost_row_is_told_and_made_again() -> None:
    number = make_some_history()
    SearchText.objects.filter(face__entry=number).delete()
    SearchName.objects.filter(face__entry=number, rank=0).delete()
    assert all_found("นักปฏิวัติคนสำคัญ") == []
    assert len(indexing.check(no_progress)) > 5
    with pytest.raises(CommandError, match="difference"):
        run("rebuild_search", "--check")
    assert run("rebuild_search") == "2 entries indexed\n"
    assert run("rebuild_search", "--check") == "the index is what a rebuild gives\n"
    assert all_found("นักปฏิวัติคนสำคัญ") == [number]


@pytest.mark.skipif(connection.vendor == "postgresql", reason="its index is made of the bodies by itself")
def test_a_name_that_the_databases_own_index_lost_is_told() -> None:
    number = make_some_history()
    body = SearchText.objects.filter(face__entry=number, part=0).earliest("pk")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO entries_searchtext_names(entries_searchtext_names, rowid, body) VALUES ('delete', %s, %s)",
            [body.pk, body.body],
        )
    assert len(indexing.check(no_progress)) == 1


def test_the_command_gives_the_results_as_json() -> None:
    enter(ANNA, BORIS, GAMMA)
    given = json.loads(run("search", "สงครามแกมมา", "--limit", "1", "--format", "json"))
    assert given == searching.as_json(searching.search("สงครามแกมมา", size=1))
    assert [result["slug"] for result in given["results"]] == ["gamma-war"]
    assert given["total"] == 3


def test_the_command_gives_the_results_as_text() -> None:
    enter(GAMMA)
    assert run("search", "สงครามแกมม่า").split("\n")[:4] == [
        "1 รายการ",
        "ท่านหมายถึง “สงครามแกมมา” หรือไม่",
        "",
        "สงครามแกมมา  Gamma War  1904–1905",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("คำ", "--limit", "0"), "'0' is no number from 1 to 1000"),
        (("คำ", "--limit", "-5"), "'-5' is no number from 1 to 1000"),
        (("คำ", "--limit", "x"), "'x' is no number from 1 to 1000"),
        (("“” ()",), "the query has no letters and no digits"),
    ],
)
def test_the_command_refuses_in_words(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        run("search", *arguments)


def test_bodies_are_looked_up_through_an_index() -> None:
    """Whatever the number of rows: the planner has no way of its own to read every body."""
    enter(ANNA, BORIS)
    assert Projection.objects.count() == 2
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            condition = "entries_search_grams(body) @> '{1}'::integer[]"
            cursor.execute(f"EXPLAIN SELECT id FROM entries_searchtext WHERE {condition}")
        else:
            cursor.execute(
                "EXPLAIN QUERY PLAN SELECT rowid FROM entries_searchtext_fts WHERE entries_searchtext_fts MATCH 'abc'"
            )
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert ("entries_searchtext_grams" in plan) or ("VIRTUAL TABLE INDEX" in plan)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite cuts bodies itself")
@pytest.mark.parametrize("text", ["", "ab", "abc", "\nabcabd\n", "\nไทย~é\n", "\x01\x02\x16\x0e"])
def test_the_database_counts_runs_of_three_as_queries_do(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT entries_search_grams(%s)", [text])
        assert set(cursor.fetchone()[0] or ()) == postgresql.grams(text)
