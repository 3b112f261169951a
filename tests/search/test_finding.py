"""What comes first, what is left out, what is offered instead, and who may see it."""

import pytest
from django.contrib.auth import get_user_model

from entries.models import Entry, FailedQuery, FailedQueryState, Projection, Revision
from entries.search.filters import Choice, Filters, choices
from entries.search.ranking import Place
from entries.services import searching
from entries.services.checking import compare_with_rebuild
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from tests.search.paging import all_found, enter
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

pytestmark = pytest.mark.django_db


def places(query: str, **options: object) -> list[tuple[str, Place | None]]:
    found = searching.search(query, **options)  # type: ignore[arg-type]
    return [(result.face.headword, result.place) for result in found.results]


def headwords(query: str, **options: object) -> list[str]:
    return [headword for headword, _place in places(query, **options)]


def test_names_come_before_keywords_and_keywords_before_prose() -> None:
    enter(
        article("Prose", "ก่อนใคร", "เรื่องของสาธารณรัฐเดลตาใน ค.ศ. ๑๙๑๐"),
        article("Keyword", "กขค", "ไม่มี", keywords=("สาธารณรัฐเดลตา",)),
        article("In keyword", "กขง", "ไม่มี", keywords=("การสถาปนาสาธารณรัฐเดลตา",)),
        article("Begins", "สาธารณรัฐเดลตาใหม่", "ไม่มี"),
        article("Within", "ประวัติสาธารณรัฐเดลตา", "ไม่มี"),
        article("Exact", "สาธารณรัฐเดลตา", "ไม่มี"),
    )
    assert places("สาธารณรัฐเดลตา") == [
        ("Exact", Place.EXACT_NAME),
        ("Begins", Place.BEGINS_NAME),
        ("Within", Place.IN_NAME),
        ("Keyword", Place.EXACT_TERM),
        ("In keyword", Place.IN_TERM),
        ("Prose", Place.IN_PROSE),
    ]


def test_whole_words_come_before_accidental_runs() -> None:
    enter(
        article("Accident", "กขค", "ตากลมนั่งอยู่ที่นั่นคนเดียว"),
        article("Word", "ฮฮฮ", "ลมพัดแรง"),
    )
    assert headwords("ลม") == ["Word", "Accident"]


@pytest.mark.parametrize(
    "query", ["Alpha, Anna", "anna alpha", "อันนา อัลฟา", "นางอันนา อัลฟา", "อัลฟา, อันนา", "อันนาอัลฟา", "ALPHA ANNA"]
)
def test_a_name_is_exact_in_any_of_its_forms(query: str) -> None:
    enter(BORIS, GAMMA, DELTA, ANNA)
    assert places(query)[0] == ("Alpha, Anna", Place.EXACT_NAME)


@pytest.mark.parametrize("query", ["นิโคลัส II", "นิโคลัสที่ 2", "พระเจ้านิโคลัสที่ ๒", "นิโคลัส ๒"])
def test_a_regnal_number_in_any_figures(query: str) -> None:
    enter(article("", "พระเจ้านิโคลัสที่ ๒", "ไม่มี"), article("", "พระเจ้านิโคลัสที่ ๑", "ไม่มี"))
    first = searching.search(query).results[0]
    assert (first.face.thai_title, first.place) == ("พระเจ้านิโคลัสที่ ๒", Place.EXACT_NAME)


def test_all_words_are_wanted_and_unwanted_ones_are_not() -> None:
    enter(ANNA, BORIS, GAMMA, DELTA)
    assert set(headwords("แกมมา ทหาร")) == {"Beta, Boris"}
    assert set(headwords("แกมมา")) == {"Alpha, Anna", "Beta, Boris", "Gamma War", "Delta"}
    assert set(headwords("แกมมา -ทหาร")) == {"Alpha, Anna", "Gamma War", "Delta"}
    assert set(headwords("“สงครามแกมมา เป็นสงคราม”")) == {"Gamma War"}
    assert headwords("“เป็นสงคราม สงครามแกมมา”") == []
    assert set(headwords("เป็นสงคราม สงครามแกมมา")) == {"Gamma War"}


def test_fields_narrow() -> None:
    enter(ANNA, BORIS, GAMMA, article("Other", "เรื่องอื่น", "สงครามแกมมา", authors=("ปรีดา หมึกจำลอง",), ce=()))
    assert headwords("แกมมา author:ปรีดา") == ["Other"]
    assert headwords("author:“ปรีดา หมึกจำลอง”") == ["Other"]
    assert set(headwords("แกมมา keyword:บีตา")) == {"Alpha, Anna", "Beta, Boris", "Gamma War"}
    assert headwords("แกมมา author:“หมึกจำลอง ปรีดา”") == ["Other"]
    assert headwords("แกมมา keyword:“บอริส สงคราม”") == []
    assert set(headwords("แกมมา keyword:“บอริส บีตา”")) == {"Alpha, Anna", "Beta, Boris", "Gamma War"}
    assert set(headwords("แกมมา year:1905")) == {"Alpha, Anna", "Beta, Boris", "Gamma War"}
    assert set(headwords("แกมมา year:๒๔๖๕")) == {"Beta, Boris"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("1919", {"Alpha, Anna", "Beta, Boris"}),
        ("๒๔๖๒", {"Alpha, Anna", "Beta, Boris"}),
        ("พ.ศ. ๒๔๖๒", {"Alpha, Anna", "Beta, Boris"}),
        ("ค.ศ. 1904–1905", {"Alpha, Anna", "Beta, Boris", "Gamma War"}),
        ("ทศวรรษ ๑๙๒๐", {"Beta, Boris"}),
        ("คริสต์ศตวรรษที่ ๑๘", set()),
        ("1919 เดลตา", {"Alpha, Anna"}),
    ],
)
def test_years_of_periods_and_of_prose(query: str, expected: set[str]) -> None:
    enter(ANNA, BORIS, GAMMA, DELTA)
    assert set(headwords(query)) == expected


def test_prose_that_tells_of_a_year_is_shown() -> None:
    enter(article("Delta", "เดลตา", "ไม่มีปี", "ก่อนนั้น ต่อมาใน พ.ศ. ๒๔๖๐ มีเหตุการณ์", ce=()))
    (result,) = searching.search("ค.ศ. 1917").results
    marked = [piece.text for passage in result.passages for piece in passage if piece.is_marked]
    assert marked == ["พ.ศ. ๒๔๖๐"]


def test_why_names_the_keyword_or_the_gloss() -> None:
    enter(article("Alpha", "อัลฟา", "พบกับนักรบ (Gamma Warrior)* ที่นั่น", keywords=("เดลตา, เออร์มา",), ce=()))
    for query, why in (
        ("เออร์มา เดลตา", "อยู่ในคำสำคัญ “เดลตา, เออร์มา”"),
        ("เดลตา", "อยู่ในคำสำคัญ “เดลตา, เออร์มา”"),
        ("gamma warrior", "อยู่ในคำกำกับภาษาต่างประเทศ “Gamma Warrior”"),
        ("Warri", "อยู่ในคำกำกับภาษาต่างประเทศ “Gamma Warrior”"),
    ):
        assert [result.why for result in searching.search(query).results] == [why], query


def test_what_stands_in_no_prose_is_shown_where_it_stands() -> None:
    book = "Alpha, A. A Book of Sapphires. London: Press, 1901."
    enter(article("Alpha", "อัลฟา", "ไม่มี", ce=(), authors=("ปรีดา หมึกจำลอง",)).replace(bibliography=(book,)))
    for query, shown in (("sapphires", "Sapphires"), ("หมึกจำลอง", "หมึกจำลอง")):
        (result,) = searching.search(query).results
        assert [piece.text for passage in result.passages for piece in passage if piece.is_marked] == [shown]


@pytest.mark.parametrize("query", ["7 พฤศจิกายน 1917", "วันที่ ๗ พฤศจิกายน ค.ศ. ๑๙๑๗", "๗ พฤศจิกายน พ.ศ. 2460"])
def test_a_day_is_found_with_its_month(query: str) -> None:
    enter(article("Day", "วันนั้น", "เกิดขึ้นเมื่อวันที่ ๗ พฤศจิกายน ค.ศ. ๑๙๑๗ ที่นั่น", ce=()))
    enter(article("Month", "เดือนนั้น", "วันที่ ๘ พฤศจิกายน ค.ศ. ๑๙๑๗ และเลข ๗", ce=()))
    assert headwords(query) == ["Day"]


def test_filters_with_counts() -> None:
    enter(ANNA, BORIS, GAMMA, article("Other", "เรื่องอื่น", "สงครามแกมมา", authors=("ปรีดา หมึกจำลอง",), ce=()))
    found = searching.search("แกมมา")
    assert found.hits is not None
    left = choices(found.hits)
    assert [(choice.label, choice.count) for choice in left.authors] == [("มานะ อักษรสมมุติ", 3), ("ปรีดา หมึกจำลอง", 1)]
    assert left.centuries == (
        Choice("19", "19", 2),
        Choice("20", "20", 3),
    )
    assert {choice.value: choice.count for choice in left.letters} == {"บ": 1, "ร": 1, "ส": 1, "อ": 1}
    assert headwords("แกมมา", filters=Filters(author=left.authors[1].value)) == ["Other"]
    assert headwords("แกมมา", filters=Filters(letter="บ")) == ["Beta, Boris"]
    assert set(headwords("แกมมา", filters=Filters(century=19))) == {"Alpha, Anna", "Beta, Boris"}
    keyword = left.keywords[0]
    assert len(headwords("แกมมา", filters=Filters(keyword=keyword.value))) == keyword.count
    for kind in left.kinds:
        assert len(headwords("แกมมา", filters=Filters(kind=kind.value))) == kind.count


def test_drafts_never_leak() -> None:
    (number,) = enter(article("Alpha", "อัลฟา", "ข้อความเดิมที่เผยแพร่แล้ว"))
    base = Revision.objects.get(entry=number)
    secret = article("Alpha", "อัลฟา", "ข้อความใหม่ลับสุดยอด", keywords=("คำลับ",))
    (revised,) = revise([Change(Entry.objects.get(pk=number), secret, base=base)], by=None)
    enter(article("Hidden", "ร่างที่ซ่อนไว้", "ไม่มี", keywords=("คำลับ",)), live=False)
    for query in ("ลับสุดยอด", "คำลับ", "ร่างที่ซ่อนไว้", "Hidden", "keyword:คำลับ"):
        assert searching.search(query).results == (), query
        assert searching.search(query).did_you_mean == ()
        assert searching.suggest(query) == []
    assert searching.search("ร่างที่ซ่อนใว้").did_you_mean == ()
    assert all_found("เผยแพร่แล้ว") == [number]
    assert [r.face.entry_id for r in searching.search_working("ลับสุดยอด").results] == [number]
    assert searching.search_working("เผยแพร่แล้ว").found == 0
    assert revised.latest is not None
    publish([revised.latest], by=None)
    assert all_found("ลับสุดยอด") == [number]
    withdraw([Entry.objects.get(pk=number)], by=None)
    assert searching.search("ลับสุดยอด").found == 0
    assert compare_with_rebuild() == []


def test_what_was_meant_comes_after_what_was_found() -> None:
    enter(
        article("Kerensky, Alexander", "นายอะเล็กซานเดอร์ เคเรนสกี", "ไม่มี"),
        article("Other", "เรื่องอื่น", "เคยสะกดว่าเคเรนสกี้ ในเอกสารเก่า"),
    )
    found = searching.search("เคเรนสกี้")
    assert [result.face.headword for result in found.results] == ["Other", "Kerensky, Alexander"]
    assert (found.found, found.total) == (1, 2)
    assert found.did_you_mean == ("อะเล็กซานเดอร์ เคเรนสกี",)
    assert found.results[1].why == "ออกเสียงใกล้เคียงกับ “อะเล็กซานเดอร์ เคเรนสกี”"
    assert searching.search("เคเรนสกี").did_you_mean == ()


# Queries that found nothing


def test_failed_queries_are_grouped_and_become_aliases() -> None:
    (number,) = enter(article("Alpha", "อัลฟา", "ไม่มี"))
    editor = get_user_model().objects.create_user("wanida", first_name="วนิดา")
    for query in ("ซาฟไฟร์", "แซฟไฟร์", "ซาฟไฟร์", "มรกต"):
        searching.record_failure(searching.search(query))
    groups = list(FailedQuery.objects.open().by_sound())
    assert [(group["times"], group["spellings"]) for group in groups] == [(3, 2), (1, 1)]
    rows = FailedQuery.objects.filter(sound=groups[0]["sound"])
    searching.make_alias(list(rows), Entry.objects.get(pk=number), by=editor)
    assert all_found("ซาฟไฟร์") == all_found("แซฟไฟร์") == [number]
    assert set(rows.values_list("state", "by_name")) == {(FailedQueryState.ALIASED, "วนิดา")}
    searching.drop(list(FailedQuery.objects.open()), by=editor)
    assert not FailedQuery.objects.open().exists()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "ก",
        "“”",
        "wanida@example.org",
        "081-234-5678",
        "http://example.org/",
        "คำ " * 9,
        "ก" * 200,
        "อัลฟา year:1500",
        "author:ไม่มี อัลฟา",
        "อัลฟา -นาง",
    ],
)
def test_what_is_not_kept(query: str) -> None:
    assert searching.record_failure(searching.search(query)) is None
    assert not FailedQuery.objects.exists()


def test_a_query_that_finds_something_did_not_fail() -> None:
    enter(ANNA)
    assert searching.record_failure(searching.search("อัลฟา")) is None


def test_faces_that_go_take_their_index_along() -> None:
    enter(ANNA, BORIS)
    Projection.objects.all().delete()
    assert searching.search("อันนา").found == 0
