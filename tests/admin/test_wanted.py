"""Wanted entries at the desk: ranked, made drafts, made other names."""

import pytest
from django.test import Client

from entries.models import Alias, CrossReference, Entry
from entries.services.publishing import withdraw
from entries.text.article import Article
from tests.admin.conftest import Enter, queries, screen
from tests.texts import article

LIST, ONE, DRAFT = "wanted", "wanted_one", "wanted_draft"


def asking(headword: str, *references: str) -> Article:
    """An entry that asks for these."""
    return article(headword, f"ผู้ถาม {headword}", *(f"เขาพบกับ {each} ที่นั่น" for each in references), ce=())


ASKING = (
    asking("One", "ครุชชอฟ (Nikita Khrushchev)*", "ไทเกอร์ (Tiger)*"),
    asking("Two", "ครุสชอฟ (Nikita Khruschev)*", "ครุชชอฟ (Nikita Khrushchev)*"),
)


def test_what_is_wanted_is_ranked_with_its_spellings(as_editor: Client, enter: Enter) -> None:
    enter(*ASKING)
    page = as_editor.get(screen(LIST))
    assert [(row.gloss, row.entries) for row in page.context["page"]] == [("Nikita Khrushchev", 2), ("Tiger", 1)]
    text = page.content.decode()
    assert ("ครุสชอฟ" in text, "Nikita Khruschev" in text) == (True, True)


@pytest.mark.parametrize(("words", "found"), [("ครุสชอฟ", ["Nikita Khrushchev"]), ("tiger", ["Tiger"]), ("ไม่มี", [])])
def test_the_list_is_searched(as_editor: Client, enter: Enter, words: str, found: list[str]) -> None:
    enter(*ASKING)
    assert [row.gloss for row in as_editor.get(screen(LIST), {"q": words}).context["page"]] == found


def test_what_readers_miss_is_asked_for(as_editor: Client, enter: Enter) -> None:
    enter(ASKING[0], live=True)
    enter(ASKING[1])
    rows = as_editor.get(screen(LIST), {"live": "1"}).context["page"]
    assert [(row.gloss, row.entries) for row in rows] == [("Nikita Khrushchev", 1), ("Tiger", 1)]


def test_a_draft_is_made_and_takes_the_references(as_editor: Client, enter: Enter) -> None:
    enter(*ASKING)
    key = as_editor.get(screen(LIST)).context["page"][0].key
    page = as_editor.post(screen(DRAFT), {"key": key}, follow=True)
    made = Entry.objects.latest("pk")
    assert page.redirect_chain[-1][0] == screen("entry_change", made.pk)
    assert CrossReference.objects.filter(target=made).count() == 3


def test_it_is_made_another_name_of_an_entry_that_sounds_alike(as_editor: Client, enter: Enter) -> None:
    nikita, *_others = enter(article("Khrushchof, Nikita", "นายนีกีตา ครุชชอฟ", ce=()), *ASKING)
    key = as_editor.get(screen(LIST)).context["page"][0].key
    page = as_editor.get(screen(ONE), {"key": key})
    assert [each.face.entry_id for each in page.context["candidates"]] == [nikita.pk]
    assert len(page.context["places"]) == 3
    as_editor.post(screen(ONE), {"key": key, "entry": str(nikita.pk)})
    assert CrossReference.objects.filter(target=nikita).count() == 3
    assert "Nikita Khruschev" in Alias.objects.values_list("name", flat=True)


def test_it_is_made_another_name_of_an_entry_that_was_looked_for(as_editor: Client, enter: Enter) -> None:
    other, *_rest = enter(article("Somebody", "ผู้อื่น", ce=()), *ASKING)
    key = as_editor.get(screen(LIST)).context["page"][1].key
    found = as_editor.get(screen(ONE), {"key": key, "q": "ผู้อื่น"}).context["found"]
    assert [face.entry_id for face in found] == [other.pk]
    as_editor.post(screen(ONE), {"key": key, "entry": str(other.pk)})
    assert CrossReference.objects.get(gloss="Tiger").target == other


@pytest.mark.parametrize(
    "sent", [{"key": "gone"}, {}, {"key": "tiger", "entry": "x"}, {"key": "tiger", "entry": "999"}]
)
def test_what_is_gone_or_not_chosen_changes_nothing(as_editor: Client, enter: Enter, sent: dict[str, str]) -> None:
    enter(*ASKING)
    page = as_editor.post(screen(ONE) + "?key=tiger", sent, follow=True)
    assert len(list(page.context["messages"])) == 1
    assert Alias.objects.count() == 0
    if sent.get("key") != "tiger":
        as_editor.post(screen(DRAFT), sent)
        assert Entry.objects.count() == 2


def test_what_was_withdrawn_is_shown_in_place_of_making_a_draft(as_editor: Client, enter: Enter) -> None:
    enter(*ASKING)
    (tiger,) = enter(article("Tiger", "เสือ", ce=()), live=True)
    withdraw([tiger], by=None)
    page = as_editor.get(screen(LIST))
    assert [face and face.entry for _row, face in page.context["rows"]] == [None, tiger]
    assert page.content.decode().count("เผยแพร่รายการเดิมอีกครั้งได้") == 1
    key = page.context["page"][1].key
    made = as_editor.post(screen(DRAFT), {"key": key}, follow=True)
    assert made.redirect_chain[-1][0] == screen("entry_change", tiger.pk)
    assert Entry.objects.count() == 3


def test_who_may_only_look_makes_nothing(as_lookout: Client, enter: Enter) -> None:
    enter(*ASKING)
    text = as_lookout.get(screen(LIST)).content.decode()
    assert "สร้างฉบับร่าง" not in text
    assert [as_lookout.post(screen(name), {"key": "tiger"}).status_code for name in (ONE, DRAFT)] == [403, 403]


def test_more_take_no_more_queries(as_editor: Client, enter: Enter) -> None:
    enter(ASKING[0])
    one = queries(as_editor, screen(LIST))
    enter(ASKING[1])
    assert queries(as_editor, screen(LIST)) == one
