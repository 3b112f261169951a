"""Unmarked mentions at the desk: proposed in filing order, starred with one click."""

import pytest
from django.test import Client

from entries.models import Entry
from tests.admin.conftest import Enter, edit, latest, screen
from tests.texts import ANNA, BORIS, article

SCREEN = "mentions"
TEXT = "เขาพบ อันนา อัลฟา ที่นั่น แล้ว อันนา อัลฟา ก็จากไป"


@pytest.fixture
def zeta(enter: Enter) -> Entry:
    """An entry that names another without referring to it."""
    zeta, *_others = enter(article("Zeta", "เซตา", TEXT, ce=()), ANNA, BORIS)
    return zeta


def test_a_mention_is_starred_with_one_click(as_editor: Client, zeta: Entry) -> None:
    (group,) = as_editor.get(screen(SCREEN)).context["groups"]
    (row,) = group["mentions"]
    page = as_editor.post(screen(SCREEN), {"of": str(zeta.pk), "mention": row["value"]}, follow=True)
    assert latest(zeta).article.paragraphs == ("เขาพบ อันนา อัลฟา (Anna Alpha)* ที่นั่น แล้ว อันนา อัลฟา ก็จากไป",)
    assert (latest(zeta).number, latest(zeta).by_name) == (2, "บรรณาธิการ")
    assert page.context["groups"] == []


def test_the_mentions_of_one_entry(as_editor: Client, zeta: Entry) -> None:
    page = as_editor.get(screen(SCREEN), {"entry": zeta.pk})
    assert [group["face"].entry_id for group in page.context["groups"]] == [zeta.pk]
    boris = Entry.objects.get(slug="beta-boris")
    assert as_editor.get(screen(SCREEN), {"entry": boris.pk}).context["groups"] == []


def test_a_mention_of_another_text_is_not_starred(as_editor: Client, zeta: Entry) -> None:
    (group,) = as_editor.get(screen(SCREEN)).context["groups"]
    edit(zeta, article("Zeta", "เซตา", f"นำ {TEXT}", ce=()))
    sent = {"of": str(zeta.pk), "mention": group["mentions"][0]["value"]}
    page = as_editor.post(screen(SCREEN), sent, follow=True)
    assert len(list(page.context["messages"])) == 1
    assert latest(zeta).number == 2


def test_entries_are_read_a_few_at_a_time(as_editor: Client, enter: Enter, zeta: Entry) -> None:
    enter(*(article(f"Zz {n}", f"ฮ {n:02}", TEXT, ce=()) for n in range(12)))
    seen, after = [], None
    while True:
        page = as_editor.get(screen(SCREEN), {"after": after} if after else {})
        seen += [group["face"].headword for group in page.context["groups"]]
        after = page.context["after"]
        if after is None:
            break
    assert seen == ["Zeta", *(f"Zz {n}" for n in range(12))]


def test_who_may_only_look_stars_nothing(as_lookout: Client, zeta: Entry) -> None:
    page = as_lookout.get(screen(SCREEN))
    assert '<button type="submit" name="mention"' not in page.content.decode()
    assert as_lookout.post(screen(SCREEN), {"of": str(zeta.pk)}).status_code == 403
