"""Terms written in several ways are counted, and corrected only where that is safe and asked for."""

from collections.abc import Callable

import pytest

from entries.models import Entry, Projection, Revision
from entries.services import mentions, terminology
from entries.services.revising import Change, revise
from entries.services.sound_alikes import sound_alikes
from entries.services.terminology import Variant
from entries.text.house_form import find_forms
from entries.text.names import reference_key
from tests.texts import ANNA, BORIS, GAMMA, article

Enter = Callable[..., list[Entry]]

ONE = article("One", "หนึ่ง", "เขาไปเมือง เคร์ซอน (Kherson)* ในปีนั้น", "เคร์ซอน “เคร์ซอนของเรา” และเคร์ซอน", ce=())
TWO = article("Two", "สอง", "เขาไปเมือง เฮียร์ซอน (Kherson)* แล้วพบ เคร์ซอน (Cherson) ที่นั่น", ce=())


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def test_variants_are_counted_in_both_directions(enter: Enter) -> None:
    one, _two = enter(ONE, TWO)
    work = one.work_id
    (kherson,) = terminology.glosses_with_several_forms(work)
    assert (kherson.text, kherson.times) == ("Kherson", 2)
    assert {variant.times for variant in kherson.variants} == {1}
    assert len(kherson.variants) == 2
    forms = terminology.forms_with_several_glosses(work)
    assert all(len(term.variants) > 1 for term in forms)
    found = terminology.places(work, gloss_key=kherson.key, anchor=kherson.variants[0].text)
    assert found.count() == 1


def test_equal_forms_are_no_variants(enter: Enter) -> None:
    one, *_ = enter(ANNA, BORIS, GAMMA)
    assert terminology.glosses_with_several_forms(one.work_id) == []


@pytest.mark.parametrize(
    ("paragraph", "forms", "house", "expected"),
    [
        ("ไปเมือง เคร์ซอน แล้ว", ["เคร์ซอน"], "เฮียร์ซอน", [(8, 15)]),
        ("“เคร์ซอน” ว่า เคร์ซอน", ["เคร์ซอน"], "เฮียร์ซอน", [(14, 21)]),
        ("เขาว่า “เคร์ซอน เคร์ซอน", ["เคร์ซอน"], "เฮียร์ซอน", []),
        ("นายเลนิน เลนิน", ["เลนิน"], "นายเลนิน", [(9, 14)]),
        ("เลนินกราด และ เลนิน", ["เลนิน", "เลนินกราด"], "กราด", [(0, 9), (14, 19)]),
        ("กาก้า", ["กาก"], "ข", []),
        ("เลนิน", ["เลนิน"], "เลนิน", []),
        ("", ["เลนิน"], "ข", []),
    ],
)
def test_forms_are_found_outside_quotations_and_whole(
    paragraph: str, forms: list[str], house: str, expected: list[tuple[int, int]]
) -> None:
    assert [(form.start, form.end) for form in find_forms(paragraph, forms, house)] == expected


def test_a_preview_is_what_correcting_does(enter: Enter) -> None:
    one, two = enter(ONE, TWO)
    base = latest(one)
    found = terminology.preview(one.work_id, ["เคร์ซอน"], "เฮียร์ซอน")
    assert [(each.entry, each.paragraph) for each in found if each.entry == one.pk] == [
        (one.pk, 0),
        (one.pk, 1),
        (one.pk, 1),
    ]
    assert all(f"{each.before}{each.old}{each.after}" in "".join((*ONE.paragraphs, *TWO.paragraphs)) for each in found)
    results = terminology.correct(found, by=None)
    assert {result.entry for result in results} == {one, two}
    assert latest(one).article.paragraphs == (
        "เขาไปเมือง เฮียร์ซอน (Kherson)* ในปีนั้น",
        "เฮียร์ซอน “เคร์ซอนของเรา” และเฮียร์ซอน",
    )
    assert (latest(one).number, latest(one).parent, latest(one).origin) == (2, base, "fix")
    assert terminology.preview(one.work_id, ["เคร์ซอน"], "เฮียร์ซอน") == []


def test_a_correction_of_a_text_that_changed_is_merged_or_refused(enter: Enter) -> None:
    (one,) = enter(ONE)
    found = terminology.preview(one.work_id, ["เคร์ซอน"], "เฮียร์ซอน")
    base = latest(one)
    first, _second = base.article.paragraphs
    revise([Change(one, base.article.replace(paragraphs=(first, "เขียนใหม่ทั้งหมด")), base=base)], by=None)
    (result,) = terminology.correct(found, by=None)
    assert result.refused
    assert latest(one).article.paragraphs[1] == "เขียนใหม่ทั้งหมด"


def test_kept_names_find_the_entry(enter: Enter) -> None:
    (one,) = enter(ONE)
    aliases = terminology.keep_names(one, ["เคร์ซอน", "()"], by=None)
    assert [alias.name for alias in aliases] == ["เคร์ซอน"]


def test_first_mentions_are_proposed_and_starred(enter: Enter) -> None:
    text = "เขาพบ อันนา อัลฟา ที่นั่น แล้ว อันนา อัลฟา ก็จากไป เหลือแต่ บอริส บีตา (Boris Beta)* กับ “สงครามแกมมา” เท่านั้น"
    entry, anna, *_rest = enter(article("Zeta", "เซตา", text, ce=()), ANNA, BORIS, GAMMA)
    face = Projection.objects.working().select_related("revision", "entry").get(entry=entry)
    (mention,) = mentions.unmarked_mentions(face)
    assert (mention.face.entry, mention.text, mention.start, mention.gloss) == (anna, "อันนา อัลฟา", 6, "Anna Alpha")
    mentions.star_mention(face, mention, by=None)
    assert latest(entry).article.paragraphs[0].startswith("เขาพบ อันนา อัลฟา (Anna Alpha)* ที่นั่น แล้ว อันนา อัลฟา ก็")
    again = Projection.objects.working().select_related("revision", "entry").get(entry=entry)
    assert mentions.unmarked_mentions(again) == []
    with pytest.raises(mentions.MentionGoneError):
        mentions.star_mention(face, mention, by=None)


def test_names_of_two_entries_and_of_itself_are_no_mentions(enter: Enter) -> None:
    (anna, *_rest) = enter(ANNA, BORIS, BORIS.replace(periods_ce=("1600",)), GAMMA)
    text = "อันนา อัลฟา พบกับ บอริส บีตา ที่นั่น"
    base = latest(anna)
    revise([Change(anna, base.article.replace(paragraphs=(text,)), base=base)], by=None)
    face = Projection.objects.working().select_related("revision", "entry").get(entry=anna)
    assert mentions.unmarked_mentions(face) == []


def test_a_variant_counts_its_references() -> None:
    assert terminology.Term("k", "t", (Variant("ก", 2), Variant("ข", 1))).times == 3


def test_one_term_is_found_by_its_gloss_or_form(enter: Enter) -> None:
    one, _two = enter(ONE, TWO)
    by_gloss = terminology.term_of(one.work_id, gloss_key="kherson")
    assert by_gloss is not None
    assert sorted(variant.text for variant in by_gloss.variants) == ["เคร์ซอน", "เฮียร์ซอน"]
    by_form = terminology.term_of(one.work_id, anchor_key=reference_key("เฮียร์ซอน"))
    assert by_form is not None
    assert [variant.text for variant in by_form.variants] == ["Kherson"]
    assert terminology.term_of(one.work_id, gloss_key="nothing") is None


def test_uses_are_counted_in_the_prose_outside_quotations(enter: Enter) -> None:
    one, _two = enter(ONE, TWO)
    term = terminology.uses(one.work_id, ["เฮียร์ซอน", "เคร์ซอน", "ไม่มี"])
    assert term.variants == (Variant("เคร์ซอน", 4), Variant("เฮียร์ซอน", 1), Variant("ไม่มี", 0))


def test_spellings_none_of_which_has_a_gloss_are_compared_with_each_other(enter: Enter) -> None:
    texts = ("เขาเดินทางไปเมืองเคร์ซอนในปีนั้น และกลับจากเคร์ซอนในปีต่อมา", "กองทัพยึดเฮียร์ซอนได้ในปีนั้น")
    one, two = enter(*(article(f"No {number}", f"ที่ {number}", text, ce=()) for number, text in enumerate(texts)))
    (found,) = sound_alikes(one.work_id).found
    assert (found.face.entry, found.text, found.like, found.gloss) == (two, "เฮียร์ซอน", "เคร์ซอน", "")
    assert found.before + found.text + found.after in texts[1]


def test_spellings_without_a_gloss_are_found_in_batches(enter: Enter) -> None:
    one, _two, three = enter(ONE, TWO, article("Three", "ฮสาม", "ถูกย้ายไปคุมขังที่จังหวัดเคร์ซ็อนและเมืองอื่น", ce=()))
    first = sound_alikes(one.work_id, count=2)
    assert (first.found, first.after is None) == ((), False)
    second = sound_alikes(one.work_id, after=first.after, count=2)
    assert [(each.face.entry, each.text, each.like) for each in second.found] == [(three, "เคร์ซ็อน", "เคร์ซอน")]
    assert second.after is None
