"""Names without a gloss that sound like a glossed one are found; other words are not."""

import pytest

from entries.text.shortnames import name_sound
from entries.text.variants import Glossed, Sounds, alike_names, find_sound_alikes, unglossed_names


def glossed(name: str, gloss: str) -> Glossed:
    return Glossed(name, gloss, name_sound(name))


SOUNDS = Sounds(
    [glossed("เคร์ซอน", "Kherson"), glossed("สงครามไครเมีย", "Crimean War"), glossed("นีกีตา ครุชชอฟ", "Nikita Khrushchev")],
    ["เลออน ตรอตสกี"],
)


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("ถูกย้ายไปคุมขังที่จังหวัดเฮียร์ซอนและเมืองอื่น", ["เฮียร์ซอน"]),
        ("ที่จังหวัดเคร์ซอน และจังหวัดเคร์ซอนใหม่", []),
        ("เขาว่า “เฮียร์ซอน” และ (เฮียร์ซอน) กับเฮียร์ซอน (Kherson)", []),
        ("เขาไปเฮียร์ซอน แล้วกลับจากเฮียร์ซอน", ["เฮียร์ซอน", "เฮียร์ซอน"]),
        ("ตรอตสกี กับตรอตสกี", []),
        ("เกิดสงครามครั้งใหญ่", []),
        ("ไปเมือง Kherson แล้ว", []),
        ("", []),
    ],
)
def test_spellings_are_found_outside_quotations_and_names(paragraph: str, found: list[str]) -> None:
    alikes = list(find_sound_alikes(paragraph, SOUNDS))
    assert [each.text for each in alikes] == found
    assert all(paragraph[each.start : each.end] == each.text for each in alikes)
    assert {each.like.name for each in alikes} <= {"เคร์ซอน"}


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("เขาเดินทางไปเมืองเคร์ซอนในปีนั้น", ["เคร์ซอน"]),
        ("กองทัพยึดเฮียร์ซอนได้ แล้วกลับไปเคร์ซอน", ["เฮียร์ซอน", "เคร์ซอน"]),
        ("เขาว่า “เฮียร์ซอน” กับเฮียร์ซอน (Kherson)", []),
        ("ในวันจันทร์อาจารย์สอนวิชาประวัติศาสตร์และสัตวแพทย์", []),
        ("", []),
    ],
)
def test_foreign_names_without_a_gloss_are_told_from_words(paragraph: str, names: list[str]) -> None:
    found = list(unglossed_names(paragraph))
    assert [each.text for each in found] == names
    assert all(paragraph[each.start : each.end] == each.text for each in found)


def test_names_that_sound_alike_are_paired_once() -> None:
    names = ["เคร์ซอน", "เฮียร์ซอน", "ตรอตสกี", "เคร์ซอน", "เคร์ซอนา"]
    assert list(alike_names(names)) == [("เคร์ซอน", "เฮียร์ซอน")]


@pytest.mark.parametrize(
    ("text", "like"),
    [("ครุสชอฟ", None), ("เฮียร์ซอน", "เคร์ซอน"), ("เคร์ซอนา", None), ("ก", None), ("นิกิตา ครุสชอฟ", "นีกีตา ครุชชอฟ")],
)
def test_one_consonant_more_less_or_other_is_near(text: str, like: str | None) -> None:
    found = SOUNDS.like(text)
    assert (found.name if found else None) == like
