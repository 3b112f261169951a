import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.sound import similarity, skeleton, sounds
from tests.shared import gold

ALIKE = 0.8
SAME_NAME = [
    ("ทรอตสกี้", "ตรอตสกี"),
    ("ตรอตสกี", "Trotsky"),
    ("ตรอตสกี", "Trotzky"),
    ("ทรอตสกี้", "Trotsky"),
    ("Trotsky", "Trotzky"),
    ("สตาลีน", "สตาลิน"),
    ("สตาลีน", "Stalin"),
    ("เคเรนสกี", "Kerenski"),
    ("เคเรนสกี", "Kerensky"),
    ("ครุสชอฟ", "Khrushchev"),
    ("ครุชชอฟ", "ครุสชอฟ"),
    ("Khruschev", "Khrushchev"),
    ("บิสมาร์ค", "Bismarck"),
    ("บิสมาร์ก", "บิสมาร์ค"),
    ("เมทเทอร์นิช", "Metternich"),
    ("เมตเตอร์นิค", "เมทเทอร์นิช"),
    ("การีบัลดี", "Garibaldi"),
    ("มุสโสลินี", "Mussolini"),
    ("มุสโซลินี", "มุสโสลินี"),
    ("ฮิตเลอร์", "Hitler"),
    ("นโปเลียน", "Napoleon"),
    ("นิโคลัสที่ ๒", "Nicholas II"),
    ("นิโคลัสที่ ๒", "นิโคลาสที่ 2"),
    ("โรแบสปีแยร์", "Robespierre"),
    ("ปุชกิน", "Pushkin"),
    ("โรมานอฟ", "Romanov"),
    ("ตอลสตอย", "Tolstoy"),
    ("ดอสโตเยฟสกี", "Dostoyevsky"),
    ("ดอสโตเยฟสกี", "Dostoevsky"),
    ("โกกอล", "Gogol"),
    ("รัสปูติน", "Rasputin"),
    ("มอสโก", "Moscow"),
    ("เบอร์ลิน", "Berlin"),
    ("วอร์ซาวา", "Warszawa"),
    ("ฮังการี", "Hungary"),
    ("โปแลนด์", "Poland"),
    ("มาเรีย เทเรซา", "Maria Theresa"),
    ("เฟรเดอริก", "Frederick"),
    ("วิกตอเรีย", "Victoria"),
    ("แกลดสโตน", "Gladstone"),
    ("ดิสเรลี", "Disraeli"),
    ("พาล์เมอร์สตัน", "Palmerston"),
    ("คลาเรนดอน", "Clarendon"),
    ("เปตลูรา", "Petlyura"),
    ("แวร์ซาย", "แวร์ซายส์"),
    ("ติโต", "Tito"),
    ("ซาลาซาร์", "Salazar"),
    ("อะเล็กซานเดอร์", "อเล็กซานเดอร์"),
    ("อะเล็กซานเดอร์", "Alexander"),
    ("เหมา", "Mao"),
]
OTHER_NAMES = [
    ("เลนิน", "Stalin"),
    ("เลนิน", "สตาลิน"),
    ("ตรอตสกี", "Bukharin"),
    ("ตรอตสกี", "เคเรนสกี"),
    ("Trotsky", "Kerensky"),
    ("บิสมาร์ค", "Metternich"),
    ("นโปเลียน", "Nelson"),
    ("มากซ์", "Engels"),
    ("มอสโก", "Munich"),
    ("เบอร์ลิน", "Vienna"),
    ("โปแลนด์", "Finland"),
    ("ปูติน", "Lenin"),
    ("วิกตอเรีย", "Elizabeth"),
    ("การีบัลดี", "Mazzini"),
    ("โรมานอฟ", "Habsburg"),
    ("ปุชกิน", "Gogol"),
    ("ครุชชอฟ", "Brezhnev"),
    ("เฟรเดอริก", "Wilhelm"),
    ("ดิสเรลี", "แกลดสโตน"),
    ("ก", ""),
    ("", ""),
    ("–", "…"),
]


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert similarity(one, other) >= ALIKE, (sounds(one), sounds(other))


@pytest.mark.parametrize(("one", "other"), OTHER_NAMES)
def test_other_names_do_not(one: str, other: str) -> None:
    assert similarity(one, other) < ALIKE, (sounds(one), sounds(other))


def test_each_name_is_nearest_to_its_own_spelling() -> None:
    pairs = [pair for pair in SAME_NAME if "ก" <= pair[0][0] <= "ไ" and pair[1].isascii()]
    latin = list(dict.fromkeys(other for _, other in pairs))
    wrong = []
    for thai, _ in pairs:
        best = max(latin, key=lambda name: similarity(thai, name))
        if (thai, best) not in pairs:
            wrong.append((thai, best))
    assert wrong == []


def test_a_name_is_nearer_to_its_own_spelling_than_to_one_a_letter_off() -> None:
    assert similarity("ฮิตเลอร์", "Hitler") > similarity("ฮิตเลอร์", "Himmler") + 0.1
    assert similarity("เลนิน", "Lenin") > similarity("เลนิน", "Lennon")


@pytest.mark.parametrize(
    ("text", "heard", "expected"),
    [
        ("ตรอตสกี", "TRoTSKi", "TRTSK"),
        ("ทรอตสกี้", "TRoTSKi", "TRTSK"),
        ("Trotzky", "TRoTSKi", "TRTSK"),
        ("เปลฮานอฟ", "PLeHaNoV", "PLHNV"),
        ("Plekhanov", "PLeHaNoV", "PLHNV"),
        ("เดวิด", "TeViT", "TVT"),
        ("หลุยส์", "LuS", "LS"),
        ("Annan", "AaNaN", "ANN"),
        ("อันนัน", "AaNaN", "ANN"),
        ("อีวาน", "AiVaN", "AVN"),
        ("Yeltsin", "YeLTSiN", "YLTSN"),
        ("เยลต์ซิน", "YeLTSiN", "YLTSN"),
        ("Łódź", "LoTS", "LTS"),
        ("Ferdinand II, King", "VeRTiNaNT 2 KiN", "VRTNNT 2 KN"),
        ("Ленин", "", ""),
        ("", "", ""),
    ],
)
def test_sounds_and_skeleton(text: str, heard: str, expected: str) -> None:
    assert (sounds(text), skeleton(text)) == (heard, expected)


def test_persons_of_the_real_entry() -> None:
    rows = [row for row in gold("seed_references") if row["kind"] == "person" and row["gloss_en"]]
    pairs = {row["gloss_en"]: row["anchor"] for row in rows}
    anchors = list(pairs.values())
    assert len(pairs) == 48
    first = [gloss for gloss, anchor in pairs.items() if max(anchors, key=lambda x: similarity(gloss, x)) == anchor]
    assert len(first) == len(pairs)
    assert min(similarity(gloss, anchor) for gloss, anchor in pairs.items()) >= ALIKE


@given(st.text(), st.text())
def test_similarity_of_any_texts(one: str, other: str) -> None:
    score = similarity(one, other)
    assert 0.0 <= score <= 1.0
    assert abs(score - similarity(other, one)) < 1e-9
    assert skeleton(one) == skeleton(one.upper()) or not one.isascii()
    assert set(skeleton(one)) <= set("PTKCSVHMNLRYA 0123456789")
