"""Suggestions while a person types."""

import pytest
from django.test import Client

from entries.models import Entry
from entries.services import searching
from entries.services.aliases import add_alias
from tests.search.paging import enter
from tests.texts import ANNA, BORIS, GAMMA, article

pytestmark = pytest.mark.django_db


def suggested(text: str) -> list[str]:
    return [one.face.headword for one in searching.suggest(text)]


def test_the_nearest_name_comes_first() -> None:
    enter(
        article("Within", "ประวัติเดลตา", "ไม่มี"),
        article("Longer", "เดลตาใหม่", "ไม่มี"),
        article("Exact", "เดลตา", "ไม่มี"),
        article("Word", "นายอันนา เดลตา", "ไม่มี"),
        article("Keyword", "กขค", "ไม่มี", keywords=("เดลตา",)),
    )
    assert suggested("เดลตา") == ["Exact", "Word", "Longer", "Keyword", "Within"]


def test_an_alias_and_a_name_that_sounds_alike_say_so() -> None:
    (number,) = enter(article("Kerensky, Alexander", "นายอะเล็กซานเดอร์ เคเรนสกี", "ไม่มี"))
    assert [(s.face.headword, s.why) for s in searching.suggest("Kerenskij")] == [
        ("Kerensky, Alexander", "ออกเสียงใกล้เคียงกับ “Alexander Kerensky”")
    ]
    add_alias(Entry.objects.get(pk=number), "ผู้นำรัฐบาลเฉพาะกาล", by=None)
    assert [(s.face.headword, s.why) for s in searching.suggest("ผู้นำรัฐ")] == [("Kerensky, Alexander", "ชื่ออื่น")]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("คาเดตท์", "คาเดตต์"),
        ("Kolchack", "Kolchak"),
        ("ครายเมีย", "สงครามไครเมีย"),
        ("ปฎิวัตต", "การปฏิวัติเดือนตุลาคม"),
    ],
)
def test_a_misspelt_keyword_gloss_or_word_within_a_name_is_suggested(text: str, near: str) -> None:
    enter(
        article("Kerensky", "เคเรนสกี", "สู้กับคอลชัค (Kolchak)* ที่นั่น", keywords=("คาเดตต์",), ce=()),
        article("Crimean War", "สงครามไครเมีย", "ไม่มี", ce=()),
        article("October Revolution", "การปฏิวัติเดือนตุลาคม", "ไม่มี", ce=()),
    )
    assert [one.why for one in searching.suggest(text)] == [f"ออกเสียงใกล้เคียงกับ “{near}”"]
    assert [one.near for one in searching.search(text).results] == [near]


@pytest.mark.parametrize("text", ["", " ", "“", "()"])
def test_nothing_to_go_by(text: str) -> None:
    enter(ANNA)
    assert suggested(text) == []


def test_the_api_gives_what_the_pages_give(client: Client) -> None:
    enter(ANNA, BORIS, GAMMA)
    answer = client.get("/api/v1/search", {"q": "นางอันนา อัลฟา"})
    assert "นางอันนา อัลฟา".encode() in answer.content
    assert answer.json() == {
        "results": [
            {
                "slug": "alpha-anna",
                "headword": "Alpha, Anna",
                "thai_title": "นางอันนา อัลฟา",
                "period": "1871–1919",
                "why": "ตรงกับชื่อรายการ",
                "snippet": "อันนา อัลฟา เป็นนักปฏิวัติคนสำคัญ เธอร่วมงานกับบอริส บีตา (Boris Beta)…",
            }
        ],
        "total": 1,
        "did_you_mean": [],
    }
    assert client.get("/api/v1/search", {"q": "แกมมา", "page": "2"}).json()["results"] == []
    assert client.get("/api/v1/search", {"q": "แกมมา", "page": "x"}).json()["total"] == 3
    assert [one["slug"] for one in client.get("/api/v1/suggest", {"q": "อันน"}).json()["results"]][:1] == ["alpha-anna"]
    assert client.get("/api/v1/search").json() == {"results": [], "total": 0, "did_you_mean": []}
    assert client.post("/api/v1/search").status_code == 405
