"""The health of links at the desk, and what stands beside an entry's form."""

from django.test import Client

from entries.models import Resolution
from tests.admin.conftest import Enter, queries, screen
from tests.texts import ANNA, BORIS, GAMMA, article

SCREEN = "link_health"
VAGUE = article("Vague", "คลุมเครือ", "ในปีนั้นมีเรื่องประหลาดเกิดขึ้นโดยไม่มีใครรู้ความจริง (Qwxyz)* อีกเลย", ce=())


def test_it_tells_what_came_of_references_and_what_would_settle_most(as_lookout: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, VAGUE)
    page = as_lookout.get(screen(SCREEN))
    shares = {row["resolution"]: row["count"] for row in page.context["shares"]}
    assert shares == {Resolution.LINKED: 2, Resolution.WANTED: 3}
    assert sum(row["width"] for row in page.context["shares"]) == 1000
    assert page.context["percent"] == 40.0
    names = [(row["target"].name, row["target"].references) for row in page.context["settling"]]
    assert names == [("Gamma War", 2), ("Qwxyz", 1)]
    open_ones = [(face.headword, face.open, face.linked, face.unsure) for face in page.context["page"]]
    assert open_ones == [("Vague", 1, 0, 1), ("Beta, Boris", 1, 1, 0), ("Alpha, Anna", 1, 1, 0)]


def test_each_target_leads_to_where_it_is_settled(as_lookout: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, BORIS.replace(periods_ce=("1600",)))
    rows = as_lookout.get(screen(SCREEN)).context["settling"]
    pages = {row["target"].name: as_lookout.get(row["address"]) for row in rows}
    assert pages["Gamma War"].context["what"].gloss == "Gamma War"
    assert pages["Boris Beta"].context["question"].reference.gloss == "Boris Beta"


def test_an_entrys_form_tells_where_it_leads_and_who_refers_to_it_in_passages(as_lookout: Client, enter: Enter) -> None:
    anna, boris, _gamma = enter(ANNA, BORIS, GAMMA)
    page = as_lookout.get(screen("entry_change", anna.pk))
    linked = [(row["target"], row["passage"].parts[1]) for row in page.context["linked"]]
    assert linked == [("นายบอริส บีตา", "บอริส บีตา"), ("สงครามแกมมา", "สงครามแกมมา")]
    backlinks = {row["reference"].face.entry_id: row["passage"].parts[3] for row in page.context["backlinks"]}
    assert backlinks[boris.pk] == "(Anna Alpha)"
    assert page.context["health"].resolved == 1.0


def test_it_takes_as_many_queries_for_more(as_lookout: Client, enter: Enter) -> None:
    enter(ANNA)
    one = queries(as_lookout, screen(SCREEN))
    enter(BORIS, GAMMA, VAGUE)
    assert queries(as_lookout, screen(SCREEN)) == one
