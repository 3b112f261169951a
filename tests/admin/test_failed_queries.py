"""The inbox of queries that found nothing: grouped by sound, made aliases, let be and taken back."""

import re

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from entries.models import Alias, Entry, FailedQuery, FailedQueryState
from entries.services.searching import record_failure, search
from tests.admin.conftest import Enter, logged_in, person, queries, screen
from tests.texts import ANNA, DELTA

INBOX = "/admin/entries/failedquery/"


@pytest.fixture
def asked(enter: Enter) -> list[Entry]:
    """Two public entries, and four queries of readers that found nothing, two of which sound alike."""
    entries = enter(ANNA, DELTA, live=True)
    for query in ("ซาฟไฟร์", "แซฟไฟร์", "ซาฟไฟร์", "มรกต", "เพกาซัส"):
        record_failure(search(query))
    return entries


def groups_in(html: str) -> list[list[str]]:
    """The spellings of each group that the inbox shows."""
    groups = re.findall(r"<strong>(.*?)</strong>", html, re.DOTALL)
    return [names for group in groups if (names := re.findall(r"<a [^>]*>(.*?)</a>", group))]


def row(query: str) -> FailedQuery:
    """A query of the inbox."""
    return FailedQuery.objects.get(query=query)


@pytest.mark.usefixtures("asked")
def test_what_sounds_alike_stands_together_the_most_asked_for_first(as_editor: Client) -> None:
    html = as_editor.get(INBOX).content.decode()
    assert groups_in(html)[0] == ["ซาฟไฟร์", "แซฟไฟร์"]
    assert sorted(groups_in(html)[1:]) == [["มรกต"], ["เพกาซัส"]]
    assert "<strong>3</strong> คำค้นที่ไม่พบผล" in as_editor.get("/admin/").content.decode()


def test_a_group_becomes_other_names_of_an_entry_and_then_hits(as_editor: Client, asked: list[Entry]) -> None:
    delta = asked[1]
    address = screen("failedquery_change", row("ซาฟไฟร์").pk)
    found = as_editor.get(address, {"q": "เดลตา"})
    assert [candidate["face"].entry_id for candidate in found.context["candidates"]] == [delta.pk, asked[0].pk]
    chosen = [row("ซาฟไฟร์").pk, row("แซฟไฟร์").pk]
    sent = {"decision": "alias", "query": chosen, "entry": delta.pk}
    assert as_editor.post(address, sent, follow=True).redirect_chain == [(INBOX, 302)]
    assert [[result.face.entry_id for result in search(query).results] for query in ("ซาฟไฟร์", "แซฟไฟร์")] == [
        [delta.pk],
        [delta.pk],
    ]
    assert set(FailedQuery.objects.exclude(entry=None).values_list("query", "state", "entry", "by_name")) == {
        ("ซาฟไฟร์", FailedQueryState.ALIASED, delta.pk, "บรรณาธิการ"),
        ("แซฟไฟร์", FailedQueryState.ALIASED, delta.pk, "บรรณาธิการ"),
    }
    assert as_editor.get(address)["Location"] == INBOX


def test_only_the_chosen_spellings_become_names(as_editor: Client, asked: list[Entry]) -> None:
    address = screen("failedquery_change", row("ซาฟไฟร์").pk)
    as_editor.post(address, {"decision": "alias", "query": [row("แซฟไฟร์").pk, row("มรกต").pk], "entry": asked[1].pk})
    assert list(Alias.objects.values_list("name", flat=True)) == ["แซฟไฟร์"]
    assert [row(query).state for query in ("ซาฟไฟร์", "มรกต")] == [FailedQueryState.OPEN] * 2


def test_an_entry_that_the_address_names_is_chosen(as_editor: Client, asked: list[Entry]) -> None:
    html = as_editor.get(screen("failedquery_change", row("มรกต").pk), {"entry": asked[1].pk}).content.decode()
    assert re.findall(r'name="entry" value="(\d+)"( checked)?', html) == [(str(asked[1].pk), " checked")]


@pytest.mark.parametrize("sent", [{"decision": "alias"}, {"decision": "alias", "query": ["own"]}])
def test_what_was_not_chosen_is_asked_for(as_editor: Client, asked: list[Entry], sent: dict[str, object]) -> None:
    address = screen("failedquery_change", row("มรกต").pk)
    own = [str(row("มรกต").pk)] if "query" in sent else []
    page = as_editor.post(address, sent | {"query": own}, follow=True)
    told = [str(message) for message in page.context["messages"]]
    assert told == ["ยังไม่ได้เลือกรายการ" if own else "ยังไม่ได้เลือกคำค้น"]
    assert not Alias.objects.exists()


@pytest.mark.usefixtures("asked")
def test_groups_are_let_be_and_taken_back(as_editor: Client) -> None:
    as_editor.post(INBOX, {"sound": [row("ซาฟไฟร์").sound, row("มรกต").sound]})
    assert groups_in(as_editor.get(INBOX).content.decode()) == [["เพกาซัส"]]
    dropped = as_editor.get(INBOX, {"state": "dropped"}).content.decode()
    assert set(re.findall(r"<strong>(.*?)</strong>\s*<span", dropped)) == {"มรกต", "ซาฟไฟร์", "แซฟไฟร์"}
    as_editor.post(INBOX, {"take_back": row("มรกต").pk})
    assert row("มรกต").state == FailedQueryState.OPEN
    as_editor.post(screen("failedquery_change", row("มรกต").pk), {"decision": "drop", "query": [row("มรกต").pk]})
    assert row("มรกต").state == FailedQueryState.DROPPED


def test_who_may_only_look_changes_nothing(as_reviewer: Client, asked: list[Entry]) -> None:
    address = screen("failedquery_change", row("มรกต").pk)
    html = as_reviewer.get(INBOX).content.decode() + as_reviewer.get(address).content.decode()
    assert [part in html for part in ('name="sound"', 'name="decision"')] == [False, False]
    answers = [
        as_reviewer.post(INBOX, {"sound": [row("มรกต").sound]}).status_code,
        as_reviewer.post(address, {"decision": "drop", "query": [row("มรกต").pk]}).status_code,
    ]
    assert answers == [403, 403]


@pytest.fixture
def clerk(asked: list[Entry]) -> AbstractUser:
    """Somebody who looks after the inbox, and may not change entries."""
    return person("clerk", "เสมียน", "view_failedquery", "change_failedquery")


def test_who_may_not_change_entries_makes_no_aliases(clerk: AbstractUser, asked: list[Entry]) -> None:
    client = logged_in(clerk)
    address = screen("failedquery_change", row("มรกต").pk)
    assert 'value="alias"' not in client.get(address).content.decode()
    sent = {"decision": "alias", "query": [row("มรกต").pk], "entry": asked[1].pk}
    assert client.post(address, sent).status_code == 403
    assert client.post(address, {**sent, "decision": "drop"}).status_code == 302


def test_a_stranger_does_not_see_the_inbox(as_wanida: Client, client: Client, asked: list[Entry]) -> None:
    assert (as_wanida.get(INBOX).status_code, client.get(INBOX).status_code) == (403, 302)
    assert as_wanida.get(screen("failedquery_change", row("มรกต").pk)).status_code == 403


def test_one_group_and_three_take_the_same_number_of_queries(as_editor: Client, asked: list[Entry]) -> None:
    three = queries(as_editor, INBOX)
    FailedQuery.objects.exclude(query="มรกต").delete()
    assert queries(as_editor, INBOX) == three


@pytest.mark.parametrize(
    ("spellings", "groups"),
    [
        (("ยูนิคอน", "ยูนิคอร์น", "ยูนิค่อน"), 1),
        (("ฮิปโปเตมัส", "ฮิปโปโปเตมัส"), 1),
        (("มรกต", "มรดก"), 2),
        (("๑๙๙๙ ก", "อา"), 2),
    ],
)
def test_much_the_same_sounds_are_one_group(enter: Enter, spellings: tuple[str, ...], groups: int) -> None:
    enter(DELTA, live=True)
    for query in spellings:
        record_failure(search(query))
    assert FailedQuery.objects.count() == len(spellings)
    assert len(FailedQuery.objects.open().by_sound()) == groups
