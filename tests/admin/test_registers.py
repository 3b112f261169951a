"""Names, works and aliases at the desk: what editors decide of them, and what is kept of the decision."""

import pytest
from django.test import Client
from django.urls import reverse

from entries.models import Alias, Author, Entry, Keyword, Work
from entries.services.aliases import add_alias
from entries.services.merging import merge_owners
from tests.admin.conftest import Enter, latest, screen
from tests.texts import ANNA, BORIS, article

OTHER = article("Beta, Bob", "นายบ็อบ บีตา", keywords=("บีต้า, บอริส", "สงครามแกมมา"), authors=("มานะ  อักษรสมมุติ",))


@pytest.fixture
def entries(enter: Enter) -> list[Entry]:
    """Three entries; the last one writes a keyword otherwise."""
    return enter(ANNA, BORIS, OTHER)


def keyword(label: str) -> Keyword:
    """The keyword that is shown so and was not merged away."""
    return Keyword.objects.get(label=label, merged_into=None)


def test_keywords_are_listed_with_their_uses(as_wanida: Client, entries: list[Entry]) -> None:
    page = as_wanida.get(screen("keyword_changelist"))
    rows = [(row.label, row.entries_using, row.names_known) for row in page.context["cl"].result_list]
    assert rows == [("บีตา, บอริส", 2, 1), ("บีต้า, บอริส", 1, 1), ("สงครามแกมมา", 3, 1), ("อัลฟา, อันนา", 2, 1)]
    found = as_wanida.get(screen("keyword_changelist"), {"q": "แกมมา"})
    assert [row.label for row in found.context["cl"].result_list] == ["สงครามแกมมา"]


@pytest.mark.parametrize(
    ("register", "words", "found"),
    [
        ("keyword", "บอริส บีตา", ["บีตา, บอริส"]),
        ("keyword", "แกม่ม่า", ["สงครามแกมมา"]),
        ("keyword", "Boris Beeta", ["บีตา, บอริส", "บีต้า, บอริส"]),
        ("author", "อักสอนสมมุด", ["มานะ อักษรสมมุติ"]),
        ("alias", "ซัฟไฟ", ["ซาฟไฟร์"]),
        ("alias", "ไม่มีชื่อนี้", []),
    ],
)
def test_registers_are_searched_by_words_and_by_sound(
    as_wanida: Client, entries: list[Entry], register: str, words: str, found: list[str]
) -> None:
    add_alias(entries[0], "ซาฟไฟร์", by=None)
    page = as_wanida.get(screen(f"{register}_changelist"), {"q": words})
    assert [str(row) for row in page.context["cl"].result_list] == found


def test_merging_is_looked_up_asked_and_done(as_wanida: Client, entries: list[Entry]) -> None:
    source, into = keyword("บีต้า, บอริส"), keyword("บีตา, บอริส")
    address = screen("keyword_merge", source.pk)
    near = [other.label for other in as_wanida.get(address).context["candidates"]]
    assert near == ["บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"]
    assert [other.label for other in as_wanida.get(address, {"q": "บีตา"}).context["candidates"]] == ["บีตา, บอริส"]
    asked = as_wanida.get(address, {"into": into.pk})
    assert (asked.context["into"], asked.context["candidates"]) == (into, [])
    assert Keyword.objects.filter(merged_into=None).count() == 4

    done = as_wanida.post(address, {"into": into.pk})
    assert done["Location"] == screen("keyword_change", into.pk)
    source.refresh_from_db()
    assert (source.merged_into, [name.name for name in into.names.all()]) == (into, ["บีตา, บอริส", "บีต้า, บอริส"])
    assert latest(entries[2]).article == OTHER
    listed = as_wanida.get(screen("keyword_changelist")).context["cl"].result_list
    assert [row.label for row in listed] == ["บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"]


def test_nothing_is_merged_with_itself_or_twice(as_wanida: Client, entries: list[Entry]) -> None:
    source, into = keyword("บีต้า, บอริส"), keyword("บีตา, บอริส")
    assert as_wanida.post(screen("keyword_merge", source.pk), {"into": source.pk}).status_code == 404
    as_wanida.post(screen("keyword_merge", source.pk), {"into": ""})
    assert Keyword.objects.exclude(merged_into=None).count() == 0
    merge_owners(source, into)
    assert as_wanida.get(screen("keyword_merge", source.pk)).status_code == 404
    assert as_wanida.get(screen("keyword_change", source.pk)).status_code == 200


def test_the_preferred_form_is_one_of_the_names_and_is_remembered_with_its_chooser(
    as_wanida: Client, entries: list[Entry]
) -> None:
    into = keyword("บีตา, บอริส")
    merge_owners(keyword("บีต้า, บอริส"), into)
    address = screen("keyword_change", into.pk)
    as_wanida.post(address, {"preferred": "ชื่อที่ไม่มีในข้อความ"})
    assert keyword("บีตา, บอริส") == into
    as_wanida.post(address, {"preferred": "บีต้า, บอริส"})
    assert keyword("บีต้า, บอริส") == into
    as_wanida.post(address, {"preferred": ""})
    assert keyword("บีตา, บอริส") == into
    history = as_wanida.get(reverse("admin:entries_keyword_history", args=[into.pk]))
    told = [(change["old"], change["new"]) for row in history.context["rows"] for change in row["changes"]]
    assert ("", "บีต้า, บอริส") in told
    assert history.context["rows"][0]["record"].history_user.first_name == "วนิดา"


def test_an_author_has_words_about_them(as_wanida: Client, entries: list[Entry]) -> None:
    author = Author.objects.get()
    as_wanida.post(screen("author_change", author.pk), {"preferred": "", "about": "อาจารย์มหาวิทยาลัยสมมุติ"})
    author.refresh_from_db()
    assert (author.about, author.label) == ("อาจารย์มหาวิทยาลัยสมมุติ", "มานะ อักษรสมมุติ")


def test_aliases_are_added_and_removed_on_the_page_of_their_entry(as_wanida: Client, entries: list[Entry]) -> None:
    anna = entries[0]
    address = screen("entry_aliases", anna.pk)
    as_wanida.post(address, {"name": "แอนนา อัลฟา"})
    alias = Alias.objects.get()
    assert (alias.entry, alias.name, alias.by_name) == (anna, "แอนนา อัลฟา", "วนิดา")
    refused = as_wanida.post(address, {"name": "()"})
    assert refused.context["form"].errors == {"name": ["ชื่อนี้ไม่มีตัวอักษรหรือตัวเลข จึงใช้ค้นไม่ได้"]}
    as_wanida.post(screen("entry_remove_alias", entries[1].pk, alias.pk))
    assert Alias.objects.count() == 1
    as_wanida.post(screen("entry_remove_alias", anna.pk, alias.pk))
    assert Alias.objects.count() == 0


def test_the_short_name_of_a_work_stays(admin_client: Client, work: Work) -> None:
    data = {"title": "ชื่อใหม่", "slug": "other", "language": "th", "rights": "สงวนลิขสิทธิ์"}
    admin_client.post(screen("work_change", work.pk), data)
    kept = Work.objects.get()
    assert (kept.title, kept.slug) == ("ชื่อใหม่", work.slug)
    assert admin_client.post(reverse("admin:entries_work_delete", args=[work.pk]), {"post": "yes"}).status_code == 403


def test_names_are_neither_added_nor_deleted_by_hand(admin_client: Client, entries: list[Entry]) -> None:
    one = keyword("สงครามแกมมา")
    answers = [
        admin_client.get("/admin/entries/keyword/add/").status_code,
        admin_client.post(f"/admin/entries/keyword/{one.pk}/delete/", {"post": "yes"}).status_code,
        admin_client.get("/admin/entries/author/add/").status_code,
        admin_client.get("/admin/entries/alias/add/").status_code,
    ]
    assert answers == [403] * 4
