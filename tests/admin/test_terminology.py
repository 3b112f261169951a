"""The terminology report at the desk: counted, kept as names, corrected only after it was shown."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from django.test import Client

from entries.models import Alias, Entry, Revision
from tests.admin.conftest import Enter, edit, latest, queries, screen
from tests.texts import article

ONE = article("One", "หนึ่ง", "เขาไปเมือง เคร์ซอน (Kherson)* ในปีนั้น", "ที่ เคร์ซอน “เคร์ซอนของเรา” นั้น", ce=())
TWO = article("Two", "สอง", "เขาไปเมือง เฮียร์ซอน (Kherson)* ในปีนั้น", ce=(), bibliography=("ประวัติ เคร์ซอน",))
CITY = article("Kherson", "เฮียร์ซอน", "เฮียร์ซอน เป็นเมืองท่า", ce=())
REPORT, TERM, CORRECT = "terminology", "term", "term_correct"


def correcting(*forms: str, house: str) -> str:
    """The address at which correcting is shown."""
    return screen(CORRECT) + "?" + urlencode([("house", house), *(("form", form) for form in forms)])


def ticks(page: object) -> list[tuple[str, int, bool]]:
    """Each place that is shown: its entry, paragraph, and whether it is ticked."""
    rows = [row["correction"] for row in page.context["rows"]]
    return [(each.title, each.paragraph, each.certain) for each in rows]


def test_one_gloss_with_two_forms_is_reported_with_counts_and_places(as_editor: Client, enter: Enter) -> None:
    enter(ONE, TWO)
    (term,) = as_editor.get(screen(REPORT)).context["page"]
    page = as_editor.get(screen(TERM), {"gloss": term.key})
    rows = [(row["variant"].text, row["variant"].times, len(row["places"])) for row in page.context["variants"]]
    assert sorted(rows) == [("เคร์ซอน", 1, 1), ("เฮียร์ซอน", 1, 1)]


def test_one_form_with_two_glosses_is_reported(as_editor: Client, enter: Enter) -> None:
    enter(ONE, ONE.replace(headwords=("Three",), paragraphs=("เขาไปเมือง เคร์ซอน (Cherson)* อีก",)))
    (term,) = as_editor.get(screen(REPORT), {"show": "form"}).context["page"]
    page = as_editor.get(screen(TERM), {"form": term.key})
    rows = [(row["variant"].text, len(row["places"])) for row in page.context["variants"]]
    assert sorted(rows) == [("Cherson", 1), ("Kherson", 1)]


def test_a_spelling_without_a_gloss_that_sounds_alike_is_reported(as_editor: Client, enter: Enter) -> None:
    enter(ONE, article("Four", "สี่", "เขาถูกย้ายไปคุมขังที่จังหวัดเฮียร์ซอนและเมืองอื่น", ce=()))
    (row,) = as_editor.get(screen(REPORT), {"show": "sound"}).context["found"]
    assert (row["place"].text, row["place"].like, row["place"].gloss) == ("เฮียร์ซอน", "เคร์ซอน", "Kherson")
    page = as_editor.get(row["address"])
    counted = {row["variant"].text: row["variant"].times for row in page.context["variants"]}
    assert counted == {"เคร์ซอน": 2, "เฮียร์ซอน": 1}


def test_the_form_that_an_entry_bears_is_proposed_and_others_are_kept_as_names(as_editor: Client, enter: Enter) -> None:
    enter(ONE, TWO)
    (city,) = enter(CITY)
    address = screen(TERM) + "?gloss=kherson"
    page = as_editor.get(address)
    assert [row["variant"].text for row in page.context["variants"] if row["is_house"]] == ["เฮียร์ซอน"]
    assert [face.entry_id for face in page.context["entries"]] == [city.pk]
    as_editor.post(address, {"house": "เฮียร์ซอน", "form": ["เคร์ซอน", "เฮียร์ซอน"], "entry": str(city.pk)})
    assert [(alias.entry, alias.name) for alias in Alias.objects.all()] == [(city, "เคร์ซอน")]
    assert Revision.objects.filter(origin="fix").count() == 0


def test_the_name_of_another_entry_is_neither_proposed_nor_ticked(as_editor: Client, enter: Enter) -> None:
    """A slip, `กองเรือดำ (Kherson)`, does not make the fleet's name a spelling of the city's."""
    fleet = article("Black Fleet", "กองเรือดำ", "กองเรือดำเป็นกองเรือสมมุติ", ce=())
    slip = article("Three", "สาม", "ทหารของ กองเรือดำ (Kherson)* ไม่มาก", ce=())
    enter(ONE, TWO, CITY, fleet, slip)
    page = as_editor.get(screen(TERM) + "?gloss=kherson")
    shown = {row["variant"].text: [face.title for face in row["others"]] for row in page.context["variants"]}
    assert shown == {"กองเรือดำ": ["กองเรือดำ"], "เคร์ซอน": [], "เฮียร์ซอน": []}
    assert [row["variant"].text for row in page.context["variants"] if row["is_house"]] == ["เฮียร์ซอน"]
    ticked = re.findall(r'name="form" value="([^"]+)" checked', page.content.decode())
    assert sorted(ticked) == ["เคร์ซอน", "เฮียร์ซอน"]


def test_correcting_is_led_to_without_a_token_in_the_address(as_editor: Client, enter: Enter) -> None:
    enter(ONE, TWO, CITY)
    sent = {"house": "เฮียร์ซอน", "form": ["เคร์ซอน", "เฮียร์ซอน"], "correct": "1"}
    answer = as_editor.post(screen(TERM) + "?gloss=kherson", sent)
    asked = parse_qs(urlsplit(answer["Location"]).query)
    assert {name: value for name, value in asked.items() if name != "work"} == {
        "house": ["เฮียร์ซอน"],
        "form": ["เคร์ซอน"],
    }


def test_nothing_is_kept_without_a_choice(as_editor: Client, enter: Enter) -> None:
    enter(ONE, TWO, CITY)
    address = screen(TERM) + "?gloss=kherson"
    entry = str(Entry.objects.get(slug="kherson").pk)
    for sent in (
        {"house": "เฮียร์ซอน", "form": "เคร์ซอน"},
        {"house": "อื่น", "form": "เคร์ซอน", "entry": entry},
        {"house": "เฮียร์ซอน", "form": "เฮียร์ซอน", "entry": entry},
    ):
        as_editor.post(address, sent)
    assert Alias.objects.count() == 0


def test_correcting_is_shown_first_and_leaves_quotations_and_bibliographies(as_editor: Client, enter: Enter) -> None:
    one, two = enter(ONE, TWO)
    address = correcting("เคร์ซอน", "เฮียร์ซอน", house="เฮียร์ซอน")
    page = as_editor.get(address)
    assert ticks(page) == [("หนึ่ง", 0, True), ("หนึ่ง", 1, True)]
    assert latest(one).number == 1
    as_editor.post(address, {"place": [row["value"] for row in page.context["rows"]]})
    assert latest(one).article.paragraphs == (
        "เขาไปเมือง เฮียร์ซอน (Kherson)* ในปีนั้น",
        "ที่ เฮียร์ซอน “เคร์ซอนของเรา” นั้น",
    )
    assert (latest(one).origin, latest(one).by_name) == ("fix", "บรรณาธิการ")
    assert (latest(two).number, latest(two).article.bibliography) == (1, ("ประวัติ เคร์ซอน",))


def test_only_what_is_ticked_is_corrected(as_editor: Client, enter: Enter) -> None:
    (one,) = enter(ONE)
    address = correcting("เคร์ซอน", house="เฮียร์ซอน")
    rows = as_editor.get(address).context["rows"]
    as_editor.post(address, {"place": [rows[0]["value"]]})
    assert latest(one).article.paragraphs == ("เขาไปเมือง เฮียร์ซอน (Kherson)* ในปีนั้น", ONE.paragraphs[1])
    as_editor.post(address, {})
    assert latest(one).number == 2


def test_a_text_that_has_changed_since_is_left_alone(as_editor: Client, enter: Enter) -> None:
    (one,) = enter(ONE)
    address = correcting("เคร์ซอน", house="เฮียร์ซอน")
    rows = as_editor.get(address).context["rows"]
    edit(one, ONE.replace(authors=("อื่น",)))
    page = as_editor.post(address, {"place": [row["value"] for row in rows]}, follow=True)
    assert [str(message)[:6] for message in page.context["messages"]] == ["มี 2 แ"]
    assert latest(one).number == 2


def test_who_may_only_look_changes_nothing(as_lookout: Client, enter: Enter) -> None:
    enter(ONE, TWO, CITY)
    addresses = [screen(TERM) + "?gloss=kherson", correcting("เคร์ซอน", house="เฮียร์ซอน")]
    assert [as_lookout.get(address).status_code for address in addresses] == [200, 200]
    assert [as_lookout.post(address, {"house": "x", "place": "x"}).status_code for address in addresses] == [403, 403]


def test_what_nobody_writes_is_not_there(as_editor: Client, work: object) -> None:
    assert as_editor.get(screen(TERM), {"gloss": "nothing"}).status_code == 404


def test_more_take_no_more_queries(as_editor: Client, enter: Enter) -> None:
    enter(ONE, TWO)
    few = [queries(as_editor, screen(REPORT) + f"?show={show}") for show in ("gloss", "form", "sound")]
    enter(*(ONE.replace(headwords=(f"More {n}",), thai_titles=(f"เพิ่ม {n}",)) for n in range(3)))
    assert [queries(as_editor, screen(REPORT) + f"?show={show}") for show in ("gloss", "form", "sound")] == few
