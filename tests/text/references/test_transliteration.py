import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.references.glosses import gloss_words
from entries.text.references.initials import is_acronym, spoken_initials
from entries.text.references.sounds import thai_sounds
from entries.text.references.transliteration import (
    consonants,
    costs_by_start,
    latin_name,
    latin_sounds,
)


def best_start(context: str, name: str) -> tuple[str, float]:
    """Where the name begins by its sound alone, and the cost a consonant."""
    latin = latin_sounds(latin_name(gloss_words(name)))
    thai = thai_sounds(context)
    by_sound = zip(thai, costs_by_start(latin, thai), strict=True)
    costs = [(cost / consonants(latin), sound.start) for sound, (cost, _) in by_sound]
    cost, start = min(costs)
    return context[start:], cost


@pytest.mark.parametrize(
    ("before", "name", "gloss"),
    [
        ("ผู้นำ", "วลาดีมีร์ เลนิน", "Vladimir Lenin"),
        ("มารดา", "อันนา", "Anna"),
        ("ของ", "คาร์ล มากซ์", "Karl Marx"),
        ("กองทหาร", "คอสแซค", "Cossack"),
        ("พบ", "โรซา ลักเซมบูร์ก", "Rosa Luxemburg"),
        ("กับ", "นีกีตา ครุชชอฟ", "Nikita Khrushchev"),
        ("คาร์ล", "ลีบเนชท์", "Liebknecht"),
        ("เมือง", "โอเดสซา", "Odessa"),
        ("พระเจ้า", "หลุยส์ที่ ๑๖", "Louis XVI"),
        ("ซาร์", "นิโคลัสที่ ๒", "Nicholas II"),
        ("คือ", "ออทโท ฟอน บิสมาร์ค", "Otto von Bismarck"),
        ("ของ", "ชอง-ชาก รูโซ", "Jean-Jacques Rousseau"),
        ("ที่", "แวร์ซาย", "Versailles"),
        ("นาย", "มักซีมีเลียง โรแบสปีแยร์", "Maximilien Robespierre"),
        ("เมือง", "อีร์คุตสค์", "Irkutsk"),
        ("โดย", "โคมินเทิร์น", "Comintern"),
    ],
)
def test_names_begin_where_their_sound_does(before: str, name: str, gloss: str) -> None:
    found, cost = best_start(before + name, gloss)
    assert found == name
    assert cost <= 0.33


@pytest.mark.parametrize(
    ("term", "gloss"),
    [
        ("สันนิบาตชาติ", "League of Nations"),
        ("สงครามเย็น", "Cold War"),
        ("มหาอำนาจกลาง", "Central Powers"),
        ("คณะกรรมาธิการความปลอดภัยสาธารณะ", "Committee of Public Safety"),
    ],
)
def test_translated_terms_do_not_sound_alike(term: str, gloss: str) -> None:
    assert best_start(term, gloss)[1] > 0.4


def test_a_regnal_number_must_be_the_same() -> None:
    assert best_start("นิโคลัสที่ ๒", "Nicholas II")[1] + 0.3 < best_start("นิโคลัสที่ ๓", "Nicholas II")[1]


@given(st.text(alphabet="กขงจซนมรลวสหอะาิเแโ์่ ๑๒ที่-x", max_size=60), st.text(alphabet="ABCabchjkqxyz -'’1é", max_size=30))
def test_every_thai_sound_gets_a_cost(context: str, name: str) -> None:
    thai = thai_sounds(context)
    costs = costs_by_start(latin_sounds(name), thai)
    assert len(costs) == len(thai)
    assert all(cost >= 0 and index <= end <= len(thai) for index, (cost, end) in enumerate(costs))
    assert [sound.start for sound in thai] == sorted(sound.start for sound in thai)
    assert all(0 <= sound.start < sound.end <= len(context) for sound in thai)


@given(
    st.text(alphabet="กขงจซนมรลวสหอะาิเแโ์่ ๑๒ที่-x", max_size=60),
    st.text(alphabet="ABCabchjkqxyz -'’1é", max_size=30),
    st.booleans(),
    st.floats(min_value=0, max_value=6),
)
def test_costs_up_to_the_limit_are_those_without_a_limit(context: str, name: str, open_end: bool, limit: float) -> None:
    latin, thai = latin_sounds(name), thai_sounds(context)
    exact = costs_by_start(latin, thai, open_end=open_end)
    limited = costs_by_start(latin, thai, open_end=open_end, limit=limit)
    assert [found for found in limited if found[0] <= limit] == [found for found in exact if found[0] <= limit]
    assert [cost > limit for cost, _ in limited] == [cost > limit for cost, _ in exact]


@pytest.mark.parametrize(
    ("context", "acronym", "spoken"),
    [
        ("หน่วยตำรวจลับเคจีบี", "KGB", "เคจีบี"),
        ("หรือเอสพีดี", "SPD", "เอสพีดี"),
        ("หน่วยเอสเอส", "SS", "เอสเอส"),
        ("หรืออียู", "EU", "อียู"),
        ("กองทัพไออาร์เอ", "I.R.A.", "ไออาร์เอ"),
        ("พรรคเมนเชวิค", "KGB", None),
        ("นาโต", "NATO", None),
    ],
)
def test_initials_spoken_letter_by_letter(context: str, acronym: str, spoken: str | None) -> None:
    start = spoken_initials(context, acronym)
    assert (None if start is None else context[start:]) == spoken


def test_what_is_an_acronym() -> None:
    assert [is_acronym(name) for name in ("KGB", "N.A.T.O.", "Kgb", "K", "KGB USSR", "")] == [True, True] + [False] * 4
