"""The problems of all entries: a work list, what each check finds, and switching one off."""

import pytest
from django.test import Client

from entries.models import CheckSetting, Problem, Work
from entries.text.article import Article
from tests.admin.conftest import Enter, queries, screen
from tests.texts import ANNA, BORIS, GAMMA, article

LIST = "problem_changelist"
CHECKS = "problem_checks"
SWITCH = "problem_switch"


def numbered(number: int, *, bibliography: tuple[str, ...] = ("หนังสือ",)) -> list[Article]:
    """So many entries without problems, but for what is asked."""
    return [
        article(
            f"Alpha {index}",
            f"อัลฟา {index}",
            "อัลฟา เป็นตัวอักษร",
            keywords=("ตัวอักษร",),
            bibliography=bibliography,
        )
        for index in range(number)
    ]


def test_the_list_is_filtered_by_what_is_asked(as_lookout: Client, enter: Enter) -> None:
    enter(ANNA.replace(paragraphs=("ลูกๆ (ดู",)), BORIS.replace(authors=()))

    def found(**asked: str) -> list[tuple[str, str]]:
        rows = as_lookout.get(screen(LIST), asked).context["cl"].result_list
        return [(row.face.title, row.code) for row in rows if row.code != "missing_bibliography"]

    assert found() == [
        (BORIS.title, "missing_author"),
        (ANNA.title, "mai_yamok_spacing"),
        (ANNA.title, "unbalanced_parentheses"),
    ]
    assert found(severity="error") == [(ANNA.title, "unbalanced_parentheses")]
    assert found(code="missing_author") == [(BORIS.title, "missing_author")]
    assert found(fix="yes") == [(ANNA.title, "mai_yamok_spacing")]
    assert found(q="เป็นทหาร") == [(BORIS.title, "missing_author")]
    Problem.objects.filter(code="missing_author").update(is_dismissed=True)
    assert found(dismissed="yes") == [(BORIS.title, "missing_author")]
    assert (BORIS.title, "missing_author") not in found()


def test_each_check_says_how_much_it_finds(as_lookout: Client, enter: Enter) -> None:
    enter(ANNA.replace(paragraphs=("ลูกๆ และหลานๆ",)), BORIS.replace(paragraphs=("ลูกๆ",)), GAMMA, *numbered(1))
    (work,) = as_lookout.get(screen(CHECKS)).context["works"]
    (row,) = [row for row in work["rows"] if row.code == "mai_yamok_spacing"]
    assert (row.name, row.label, row.problems, row.entries, row.percent) == ("วรรคของไม้ยมก", "ควรตรวจ", 3, 2, 50)


@pytest.mark.parametrize(("lacking", "having", "proposed"), [(6, 4, True), (5, 5, False), (9, 0, False)])
def test_what_fires_on_more_than_half_is_proposed_to_be_off(
    as_lookout: Client, enter: Enter, lacking: int, having: int, proposed: bool
) -> None:
    texts = numbered(lacking + having)
    enter(*(text.replace(bibliography=()) if at < lacking else text for at, text in enumerate(texts)))
    (work,) = as_lookout.get(screen(CHECKS)).context["works"]
    assert [row.code for row in work["habits"]] == (["missing_bibliography"] if proposed else [])


def test_a_check_is_switched_off_and_on(as_editor: Client, enter: Enter, work: Work) -> None:
    enter(*numbered(10, bibliography=()))
    sent = {"work": str(work.pk), "code": "missing_bibliography"}
    as_editor.post(screen(SWITCH), sent)
    (each,) = as_editor.get(screen(CHECKS)).context["works"]
    assert ([row.code for row in each["rows"]], [row["code"] for row in each["off"]]) == ([], ["missing_bibliography"])
    assert Problem.objects.filter(code="missing_bibliography").count() == 0
    as_editor.post(screen(SWITCH), sent | {"to": "on"})
    assert (CheckSetting.objects.count(), Problem.objects.filter(code="missing_bibliography").count()) == (0, 10)


def test_a_setting_that_is_there_is_changed(as_editor: Client, enter: Enter, work: Work) -> None:
    CheckSetting.objects.create(work=work, code="mai_yamok_spacing", severity="error")
    as_editor.post(screen(SWITCH), {"work": str(work.pk), "code": "mai_yamok_spacing"})
    assert [(row.code, row.severity) for row in CheckSetting.objects.all()] == [("mai_yamok_spacing", "off")]


@pytest.mark.parametrize("code", ["see_chain", "unknown", ""])
def test_what_is_no_check_is_not_switched(as_editor: Client, work: Work, code: str) -> None:
    as_editor.post(screen(SWITCH), {"work": str(work.pk), "code": code})
    assert CheckSetting.objects.count() == 0


@pytest.mark.parametrize("who", ["as_lookout", "as_reviewer", "as_importer"])
def test_only_who_may_switches(request: pytest.FixtureRequest, enter: Enter, work: Work, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.post(screen(SWITCH), {"work": str(work.pk), "code": "mai_yamok_spacing"}).status_code == 403
    assert CheckSetting.objects.count() == 0


def test_who_sees_no_entries_sees_no_problems(client: Client, work: Work, django_user_model: type) -> None:
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert [client.get(screen(name)).status_code for name in (LIST, CHECKS)] == [403, 403]


@pytest.mark.parametrize("name", [LIST, CHECKS])
def test_three_entries_ask_no_more_than_one(as_lookout: Client, enter: Enter, name: str) -> None:
    enter(ANNA.replace(paragraphs=("ลูกๆ",)))
    one = queries(as_lookout, screen(name))
    enter(BORIS.replace(paragraphs=("ลูกๆ",)), GAMMA.replace(paragraphs=("ลูกๆ (",)))
    assert queries(as_lookout, screen(name)) == one
