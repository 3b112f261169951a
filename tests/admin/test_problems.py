"""An entry's problems at the desk: shown in their passages, mended, let be, taken back."""

from pathlib import Path

import pytest
from django.test import Client

from entries.admin.places import place_of
from entries.admin.shown_problems import ALL_NAMES, NAMES, ShownProblem, grouped, visible
from entries.models import Entry, Origin, Problem, ProblemDismissal, Revision, Work
from entries.services.importing import ImportOptions, run_import
from entries.services.projecting.problems import LINK_CHECKS
from entries.text import encoding, parser
from entries.text.checks import CHECKS
from entries.text.findings import FINDING_KINDS, FINDINGS_BY_CODE
from tests.admin.conftest import Enter, edit, latest, queries, screen
from tests.services.test_problems import MESSY
from tests.texts import ANNA, BORIS

FAULTY = ANNA.replace(
    paragraphs=("เธอเกิดเมื่อวันที่๒๖ตุลาคมค.ศ. ๑๘๗๙ ในครอบครัวใหญ่", "ลูกๆของเธอเป็นครู (ดู"),
    keywords=(*ANNA.keywords, ANNA.keywords[0]),
    bibliography=("หนังสือ",),
)


@pytest.fixture
def faulty(enter: Enter) -> Entry:
    """An entry with problems of every severity but one."""
    return enter(FAULTY, BORIS)[0]


def of(entry: Entry, code: str) -> list[Problem]:
    """The working text's problems of one check."""
    return list(Problem.objects.filter(face__entry=entry, face__is_working=True, code=code))


def shown(entry: Entry, code: str) -> list[ShownProblem]:
    """The same as a page shows them."""
    rows = Problem.objects.filter(face__entry=entry, face__is_working=True)
    checks = [check for group in grouped(rows, latest(entry).article) for check in group.checks]
    return [item for check in checks if check.code == code for item in (*check.shown, *check.folded)]


def messages(answer: object) -> list[str]:
    """What the page tells in its messages."""
    return [str(message) for message in answer.context["messages"]]  # type: ignore[attr-defined]


# Showing


def test_problems_stand_by_severity_and_check(as_lookout: Client, faulty: Entry) -> None:
    groups = as_lookout.get(screen("entry_problems", faulty.pk)).context["groups"]
    found = {group.label: [check.name for check in group.checks] for group in groups}
    assert found == {
        "ต้องแก้": ["วงเล็บไม่ครบคู่"],
        "ควรตรวจ": ["คำสำคัญซ้ำ", "ตัวเลขติดกับคำ", "ศักราชไม่เว้นวรรค", "วรรคของไม้ยมก"],
    }
    assert sum(group.count for group in groups) == Problem.objects.filter(face__entry=faulty).count()


def test_a_problem_stands_in_its_passage_with_its_fix(faulty: Entry) -> None:
    (item,) = shown(faulty, "mai_yamok_spacing")
    assert item.passage is not None
    assert item.change is not None
    text = FAULTY.paragraphs[1]
    assert (item.place, item.passage.before + item.passage.marked + item.passage.after) == ("คำอธิบาย ย่อหน้าที่ 2", text)
    change = item.change
    fixed = change.before + change.added.replace("·", " ") + change.after
    assert (change.before + change.removed + change.after, fixed) == ("ลูกๆของเธอเป็นครู ", "ลูก ๆ ของเธอเป็นครู ")


def test_a_value_that_goes_says_so(faulty: Entry) -> None:
    (item,) = shown(faulty, "keyword_duplicate")
    assert item.change is not None
    assert (item.place, item.change.is_all) == ("คำสำคัญ บรรทัดที่ 4", True)


def test_what_is_missing_has_a_place_and_no_passage(enter: Enter) -> None:
    (entry,) = enter(ANNA.replace(authors=()))
    (item,) = shown(entry, "missing_author")
    assert (item.place, item.passage, item.change) == ("ผู้เขียนคำอธิบาย", None, None)


@pytest.mark.parametrize(
    ("text", "blanks", "seen"),
    [
        ("ลูก ๆ", False, "ลูก ๆ"),
        ("ลูก ๆ", True, "ลูก·ๆ"),
        ("ก  ข", False, "ก··ข"),
        (" ", False, "·"),
        ("ก\u00a0ข", False, "ก°ข"),
        ("ก\u200bข", False, "ก‹U+200B›ข"),
        ("ก\tข", False, "ก→ข"),
        ("", True, ""),
    ],
)
def test_what_cannot_be_seen_is_made_visible(text: str, blanks: bool, seen: str) -> None:
    assert visible(text, blanks=blanks) == seen


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("paragraphs", 2), "คำอธิบาย ย่อหน้าที่ 3"),
        (("keywords", 0), "คำสำคัญ บรรทัดที่ 1"),
        (("see", 0), "ดู"),
        (("body", 0), "คำอธิบาย"),
        (("extra:วงศ์", 1), "วงศ์ บรรทัดที่ 2"),
        (("extra", 1, "วงศ์"), "วงศ์ บรรทัดที่ 2"),
    ],
)
def test_places_are_told_in_words(place: tuple[str, int], words: str) -> None:
    assert place_of(*place) == words


def test_every_check_has_a_name() -> None:
    assert list(NAMES) == [*(check.code for check in CHECKS), *LINK_CHECKS]
    assert [code for code, name in NAMES.items() if code == name] == []


def test_every_finding_has_a_name_of_its_own() -> None:
    read = [*encoding.FINDING_CODES, *parser.FINDING_CODES]
    assert sorted(FINDINGS_BY_CODE) == sorted([*read, "matched_loosely", "homonym"])
    assert len(FINDING_KINDS) == len(FINDINGS_BY_CODE)
    assert list(ALL_NAMES) == [*NAMES, *(kind.code for kind in FINDING_KINDS)]


def test_a_page_of_many_problems_asks_no_more_than_one_of_few(as_editor: Client, enter: Enter) -> None:
    few, many = enter(ANNA.replace(paragraphs=("ลูกๆ",)), BORIS.replace(paragraphs=("ลูกๆ และหลานๆ กับเหลนๆ",)))
    asked = [queries(as_editor, screen("entry_problems", entry.pk)) for entry in (few, many)]
    assert asked[0] == asked[1]


# Mending


def test_one_fix_makes_one_revision(as_editor: Client, faulty: Entry) -> None:
    (problem,) = of(faulty, "mai_yamok_spacing")
    answer = as_editor.post(screen("entry_fix", faulty.pk), {"problem": problem.pk})
    assert answer["Location"] == screen("entry_problems", faulty.pk) + "#check-mai_yamok_spacing"
    after = latest(faulty)
    assert (after.number, after.origin, after.by_name) == (2, Origin.FIX, "บรรณาธิการ")
    assert after.article == FAULTY.replace(paragraphs=(FAULTY.paragraphs[0], "ลูก ๆ ของเธอเป็นครู (ดู"))


def test_all_of_a_check_are_mended_at_once(as_editor: Client, enter: Enter) -> None:
    (entry,) = enter(ANNA.replace(paragraphs=("ลูกๆและหลานๆของเธอ",)))
    page = as_editor.get(screen("entry_problems", entry.pk))
    (check,) = [
        check for group in page.context["groups"] for check in group.checks if check.code == "mai_yamok_spacing"
    ]
    as_editor.post(screen("entry_fix", entry.pk), {"problem": list(check.fixable)})
    assert latest(entry).article.paragraphs == ("ลูก ๆ และหลาน ๆ ของเธอ",)
    assert latest(entry).number == 2


def test_what_is_safe_is_mended_at_once(as_editor: Client, faulty: Entry) -> None:
    as_editor.post(screen("entry_fix_safe", faulty.pk))
    assert latest(faulty).article == ANNA.replace(
        paragraphs=("เธอเกิดเมื่อวันที่ ๒๖ ตุลาคม ค.ศ. ๑๘๗๙ ในครอบครัวใหญ่", "ลูก ๆ ของเธอเป็นครู (ดู"),
        bibliography=FAULTY.bibliography,
    )
    assert as_editor.get(screen("entry_problems", faulty.pk)).context["safe"] == 0


def test_a_problem_that_is_gone_is_told_kindly(as_editor: Client, faulty: Entry) -> None:
    (problem,) = of(faulty, "mai_yamok_spacing")
    edit(faulty, FAULTY.replace(authors=("อื่น",)))
    for screen_name in ("entry_fix", "entry_dismiss"):
        answer = as_editor.post(screen(screen_name, faulty.pk), {"problem": problem.pk}, follow=True)
        assert [message[:26] for message in messages(answer)] == ["ข้อความหรือข้อสังเกตเปลี่ย"]
    assert (latest(faulty).number, ProblemDismissal.objects.count()) == (2, 0)


def test_a_problem_of_another_entry_is_not_taken(as_editor: Client, faulty: Entry) -> None:
    (problem,) = of(faulty, "mai_yamok_spacing")
    boris = Entry.objects.get(slug="beta-boris")
    as_editor.post(screen("entry_fix", boris.pk), {"problem": problem.pk})
    assert Revision.objects.count() == 2


# Letting be


def test_a_problem_is_let_be_and_taken_back(as_editor: Client, faulty: Entry) -> None:
    (problem,) = of(faulty, "unbalanced_parentheses")
    as_editor.post(screen("entry_dismiss", faulty.pk), {"problem": problem.pk, "reason": "ตามต้นฉบับ"})
    page = as_editor.get(screen("entry_problems", faulty.pk))
    assert [group.label for group in page.context["groups"]] == ["ควรตรวจ"]
    (row,) = page.context["dismissals"]
    assert (row["name"], row["row"].reason, row["row"].by_name, row["is_there"]) == (
        "วงเล็บไม่ครบคู่",
        "ตามต้นฉบับ",
        "บรรณาธิการ",
        True,
    )
    as_editor.post(screen("entry_take_back", faulty.pk, row["row"].pk))
    page = as_editor.get(screen("entry_problems", faulty.pk))
    assert ([group.label for group in page.context["groups"]], page.context["dismissals"]) == (["ต้องแก้", "ควรตรวจ"], [])


def test_the_tab_counts_what_is_left(as_editor: Client, faulty: Entry) -> None:
    before = as_editor.get(screen("entry_aliases", faulty.pk)).context["problem_count"]
    as_editor.post(screen("entry_dismiss", faulty.pk), {"problem": of(faulty, "keyword_duplicate")[0].pk})
    assert as_editor.get(screen("entry_aliases", faulty.pk)).context["problem_count"] == before - 1


@pytest.mark.parametrize("who", ["as_lookout", "as_reviewer", "as_importer"])
def test_only_who_edits_mends_or_lets_be(request: pytest.FixtureRequest, faulty: Entry, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    (problem,) = of(faulty, "mai_yamok_spacing")
    sent = {"problem": problem.pk}
    answers = [
        client.post(screen(name, faulty.pk), sent).status_code
        for name in ("entry_fix", "entry_fix_safe", "entry_dismiss")
    ]
    assert answers == [403, 403, 403]
    page = client.get(screen("entry_problems", faulty.pk)).content.decode()
    assert [word in page for word in ("แก้ตามนี้", "ปล่อยผ่าน<", "แก้ที่ปลอดภัยทั้งหมด")] == [False, False, False]


# What reading the file found


@pytest.fixture
def messy(work: Work, tmp_path: Path) -> Entry:
    """An entry whose file gave a warning and two remarks, one of them in two places."""
    (tmp_path / "alpha.txt").write_text(MESSY, encoding="utf-8")
    run_import([tmp_path], ImportOptions(source="ต้นฉบับ"), by=None)
    return Entry.objects.get()


def test_what_reading_the_file_found_is_shown_and_counted(as_lookout: Client, messy: Entry) -> None:
    page = as_lookout.get(screen("entry_problems", messy.pk))
    groups = page.context["finding_groups"]
    assert [(group.label, group.name, [one.lines for one in group.findings]) for group in groups] == [
        ("ควรตรวจ", "บรรทัดหัวเรื่องไม่ตรงกับค่าใต้ป้าย", [(1,)]),
        ("แจ้งให้ทราบ", "ป้ายที่ไม่รู้จัก", [(11,)]),
        ("แจ้งให้ทราบ", "แท็บในแฟ้ม", [(5, 7)]),
    ]
    problems = Problem.objects.filter(face__entry=messy, face__is_working=True).count()
    assert page.context["problem_count"] == problems + 3
    told = page.content.decode()
    assert [word in told for word in ("ข้อสังเกตจากการอ่านแฟ้ม", "alpha.txt", "บรรทัดที่ 5, 7", "ปล่อยผ่าน<")] == [True] * 3 + [
        False
    ]


def test_an_entry_of_no_file_has_no_such_part(as_lookout: Client, faulty: Entry) -> None:
    page = as_lookout.get(screen("entry_problems", faulty.pk)).content.decode()
    assert "ข้อสังเกตจากการอ่านแฟ้ม" not in page


def test_a_finding_is_let_be_and_taken_back(as_editor: Client, messy: Entry) -> None:
    page = as_editor.get(screen("entry_problems", messy.pk))
    count = page.context["problem_count"]
    (finding,) = page.context["finding_groups"][2].findings
    sent = {"finding": finding.key, "reason": "ตามต้นฉบับ"}
    answer = as_editor.post(screen("entry_dismiss_finding", messy.pk), sent)
    assert answer["Location"] == screen("entry_problems", messy.pk) + "#findings"
    page = as_editor.get(screen("entry_problems", messy.pk))
    assert [group.code for group in page.context["finding_groups"]] == ["title_overruled", "unknown_label"]
    (row,) = page.context["dismissals"]
    assert (row["name"], row["words"], row["row"].reason, row["is_there"]) == ("แท็บในแฟ้ม", "→", "ตามต้นฉบับ", True)
    assert page.context["problem_count"] == count - 1
    as_editor.post(screen("entry_take_back", messy.pk, row["row"].pk))
    page = as_editor.get(screen("entry_problems", messy.pk))
    assert (page.context["problem_count"], page.context["dismissals"]) == (count, [])


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "ข้อความหรือข้อสังเกตเปลี่ย"),
        ({"finding": "0"}, "ข้อความหรือข้อสังเกตเปลี่ย"),
        ({"reason": "ก" * 301}, "เหตุผลยาวได้ไม่เกิน 300 ตั"),
    ],
)
def test_what_cannot_be_let_be_is_told_kindly(as_editor: Client, messy: Entry, sent: dict[str, str], told: str) -> None:
    if "reason" in sent:
        groups = as_editor.get(screen("entry_problems", messy.pk)).context["finding_groups"]
        sent = sent | {"finding": groups[0].findings[0].key}
    answer = as_editor.post(screen("entry_dismiss_finding", messy.pk), sent, follow=True)
    assert ([message[:26] for message in messages(answer)], ProblemDismissal.objects.count()) == ([told], 0)


@pytest.mark.parametrize("who", ["as_lookout", "as_reviewer", "as_importer"])
def test_only_who_edits_lets_a_finding_be(request: pytest.FixtureRequest, messy: Entry, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.post(screen("entry_dismiss_finding", messy.pk)).status_code == 403


def test_a_file_of_many_findings_asks_no_more_than_one_of_few(as_editor: Client, work: Work, tmp_path: Path) -> None:
    for name, text in (("few.txt", MESSY), ("many.txt", MESSY.replace("Alpha", "Beta") + "\n".join("กขคงจ"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    run_import([tmp_path], ImportOptions(source="ต้นฉบับ"), by=None)
    asked = [queries(as_editor, screen("entry_problems", entry.pk)) for entry in Entry.objects.order_by("pk")]
    assert asked == asked[:1] * 2
