import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.names import (
    DEFAULT_HONORIFICS,
    Honorific,
    HonorificKind,
    filing_form,
    headword_key,
    inverted,
    name_keys,
    parse_title,
    reference_key,
    turn_round,
)
from entries.text.thai import match_key, normalise

NAMES = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from([*"นายกพเจ้าซรที่๒ ,–()IVXa1.", "นาย", "พระเจ้า", "แห่ง", " of ", "Duke", "\u00a0", "\ud800"]),
        max_size=12,
    ).map("".join),
)


# ------------------------------------------------------------------------------------------------------ honorifics


def test_the_table_is_longest_first_and_has_each_word_once() -> None:
    words = [row.word for row in DEFAULT_HONORIFICS]
    assert words == sorted(words, key=lambda word: (-len(word), word))
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("title", "honorific", "name", "number", "number_text", "full"),
    [
        ("นายเลออน ตรอตสกี", "นาย", "เลออน ตรอตสกี", None, "", "เลออน ตรอตสกี"),
        ("นายกรีกอรี ซีโนเวียฟ", "นาย", "กรีกอรี ซีโนเวียฟ", None, "", "กรีกอรี ซีโนเวียฟ"),
        ("นายพลลาฟร์ คอร์นีลอฟ", "นายพล", "ลาฟร์ คอร์นีลอฟ", None, "", "ลาฟร์ คอร์นีลอฟ"),
        ("นายพลาโต", "นาย", "พลาโต", None, "", "พลาโต"),
        ("นางสาวโรซา ลักเซมบูร์ก", "นางสาว", "โรซา ลักเซมบูร์ก", None, "", "โรซา ลักเซมบูร์ก"),
        ("นางเดอ สตาล", "นาง", "เดอ สตาล", None, "", "เดอ สตาล"),
        ("เซอร์วินสตัน เชอร์ชิลล์", "เซอร์", "วินสตัน เชอร์ชิลล์", None, "", "วินสตัน เชอร์ชิลล์"),
        ("จอมพล เซอร์ เฮนรี วิลสัน", "จอมพล เซอร์", "เฮนรี วิลสัน", None, "", "เฮนรี วิลสัน"),
        ("ดร. เอดูอาร์ด เบเนช", "ดร.", "เอดูอาร์ด เบเนช", None, "", "เอดูอาร์ด เบเนช"),
        ("พระเจ้านิโคลัสที่ ๒", "พระเจ้า", "นิโคลัส", 2, "ที่ ๒", "นิโคลัสที่ ๒"),
        ("พระเจ้าซาร์นิโคลัส II", "พระเจ้าซาร์", "นิโคลัส", 2, "II", "นิโคลัส II"),
        ("ซาร์นิโคลัสที่๒", "ซาร์", "นิโคลัส", 2, "ที่๒", "นิโคลัสที่๒"),
        ("พระเจ้าหลุยส์ที่ XVI", "พระเจ้า", "หลุยส์", 16, "ที่ XVI", "หลุยส์ที่ XVI"),
        ("พระเจ้าวิลเลียมที่ ๑ แห่งออเรนจ์", "พระเจ้า", "วิลเลียม", 1, "ที่ ๑", "วิลเลียมที่ ๑ แห่งออเรนจ์"),
        ("จักรพรรดินีโคลัสที่ ๑", "จักรพรรดิ", "นีโคลัส", 1, "ที่ ๑", "นีโคลัสที่ ๑"),
        ("จักรพรรดินโปเลียนที่ ๑", "จักรพรรดิ", "นโปเลียน", 1, "ที่ ๑", "นโปเลียนที่ ๑"),
        ("จักรพรรดินีแคเทอรีน", "จักรพรรดินี", "แคเทอรีน", None, "", "แคเทอรีน"),
        ("สมเด็จพระราชินีนาถวิกตอเรีย", "สมเด็จพระราชินีนาถ", "วิกตอเรีย", None, "", "วิกตอเรีย"),
        ("สมเด็จพระสันตะปาปาจอห์น ปอลที่ ๒", "สมเด็จพระสันตะปาปา", "จอห์น ปอล", 2, "ที่ ๒", "จอห์น ปอลที่ ๒"),
        ("เจ้าชายเมทเทอร์นิช", "เจ้าชาย", "เมทเทอร์นิช", None, "", "เมทเทอร์นิช"),
        ("สงครามโลกครั้งที่ ๒", "", "สงครามโลกครั้งที่ ๒", None, "", "สงครามโลกครั้งที่ ๒"),
        ("นโปเลียนที่ ๓", "", "นโปเลียน", 3, "ที่ ๓", "นโปเลียนที่ ๓"),
    ],
)
def test_parse_title(title: str, honorific: str, name: str, number: int | None, number_text: str, full: str) -> None:
    parsed = parse_title(title)
    found = (parsed.honorific, parsed.name, parsed.number, parsed.number_text, parsed.full, parsed.needed)
    assert found == (honorific, name, number, number_text, full, False)


@pytest.mark.parametrize(
    "title",
    [
        "นายกรัฐมนตรี", "นายกเทศมนตรี", "นายก", "นายทุน", "นายธนาคาร", "นางพยาบาล", "นางสนม", "เซอร์เบีย", "เซอร์บ",
        "เซอร์เกย์ วิตเต", "ซาร์ดิเนีย", "ซาร์ตร์", "ซาร์ลันด์", "ซาร์", "จักรพรรดินิยม", "กษัตริย์และขุนนาง", "เอิร์ล วอร์เรน",
        "พระเจ้าแผ่นดิน", "บิชอปริก", "พระเจ้า", "ลัทธิมากซ์", "Trotsky, Leon", "",
    ],
)  # fmt: skip
def test_no_honorific_is_cut_from_other_words(title: str) -> None:
    parsed = parse_title(title)
    assert (parsed.honorific, parsed.full, parsed.rows, parsed.needed) == ("", title, (), False)


@pytest.mark.parametrize("title", ["ดุ๊กแห่งเวลลิงตัน", "ดุ๊กที่ ๑ แห่งเวลลิงตัน", "เคานต์แห่งปารีส", "พระยาพหลพลพยุหเสนา"])
def test_a_title_that_is_the_name_stays_whole(title: str) -> None:
    parsed = parse_title(title)
    assert (parsed.honorific, parsed.full, parsed.needed, len(parsed.rows)) == ("", title, True, 1)


def test_editors_extend_the_table_in_any_order() -> None:
    table = (Honorific("ท่าน", HonorificKind.TITLE), Honorific("ท่านผู้หญิง", HonorificKind.THAI, unless=("ๆ",)))
    assert parse_title("ท่านผู้หญิงสมศรี ตัวอย่าง", table).honorific == "ท่านผู้หญิง"
    assert parse_title("นายเลออน ตรอตสกี", table).full == "นายเลออน ตรอตสกี"


@given(NAMES)
def test_a_parsed_title_loses_nothing(title: str) -> None:
    parsed = parse_title(title)
    together = parsed.honorific + parsed.full
    assert together.replace(" ", "") == normalise(title).replace(" ", "")
    assert parsed.full.startswith(parsed.name)
    assert parsed.number_text in parsed.full


# ------------------------------------------------------------------------------------------------------ inversion


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("เลนิน, วลาดีมีร์", "วลาดีมีร์ เลนิน"),
        ("ชิเชริน, เกออร์กี วาซีเลวิช", "เกออร์กี วาซีเลวิช ชิเชริน"),
        ("เลนิน,วลาดีมีร์", "วลาดีมีร์ เลนิน"),
        ("Bismarck, Otto von", "Otto von Bismarck"),
        ("Alembert, Jean le Rond d'", "Jean le Rond d'Alembert"),
        ("Wellington, Duke of", "Duke of Wellington"),
        ("Victoria, Queen", "Queen Victoria"),
        ("Charles V, Holy Roman Emperor", "Holy Roman Emperor Charles V"),
        ("Brest-Litovsk, Treaty of", "Treaty of Brest-Litovsk"),
        ("Wellington, Arthur Wellesley, 1ˢᵗ Duke of", "Arthur Wellesley, 1ˢᵗ Duke of Wellington"),
        ("Palmerston, Henry John Temple, Viscount", "Henry John Temple Palmerston, Viscount"),
        ("Metternich, Klemens von, Prince", "Klemens von Metternich, Prince"),
        ("King, Martin Luther, Jr.", "Martin Luther King, Jr."),
        ("Smith, John, 1900–1950", "John Smith"),
        ("นิโคลัสที่ ๒, พระเจ้า", "พระเจ้านิโคลัสที่ ๒"),
        ("เวลลิงตัน, ดุ๊กแห่ง", "ดุ๊กแห่งเวลลิงตัน"),
        ("Nicholas II, Tsar of Russia", "Nicholas II, Tsar of Russia"),
        ("นิโคลัสที่ ๒, ซาร์แห่งรัสเซีย", "นิโคลัสที่ ๒, ซาร์แห่งรัสเซีย"),
        ("ประชากร 1,000 คน", "ประชากร 1,000 คน"),
        ("ฝรั่งเศส, อังกฤษ และรัสเซีย", "ฝรั่งเศส, อังกฤษ และรัสเซีย"),
        ("Marx, Engels and Lenin", "Marx, Engels and Lenin"),
        ("Revolution, 1905", "Revolution, 1905"),
        ("ก, ข, ค, ง", "ก, ข, ค, ง"),
        ("ก, ข, ค", "ก, ข, ค"),
        ("เลออน ตรอตสกี", "เลออน ตรอตสกี"),
        (",", ","),
        ("ก,", "ก,"),
        ("", ""),
    ],
)
def test_turn_round(name: str, expected: str) -> None:
    assert turn_round(name) == expected


@pytest.mark.parametrize(
    ("name", "surname_words", "expected"),
    [
        ("เลออน ตรอตสกี", 1, "ตรอตสกี, เลออน"),
        ("ออทโท ฟอน บิสมาร์ค", 1, "บิสมาร์ค, ออทโท ฟอน"),
        ("เดวิด ลอยด์ จอร์จ", 2, "ลอยด์ จอร์จ, เดวิด"),
        ("เฮนรี เทมเพิล ไวเคานต์พาล์เมอร์สตัน", 1, "พาล์เมอร์สตัน, เฮนรี เทมเพิล ไวเคานต์"),
        ("อาร์เทอร์ เวลส์ลีย์ ดุ๊กแห่งเวลลิงตัน", 1, "อาร์เทอร์ เวลส์ลีย์ ดุ๊กแห่งเวลลิงตัน"),
        ("เพลโต", 1, "เพลโต"),
        ("เลออน ตรอตสกี", 0, "เลออน ตรอตสกี"),
        ("ตรอตสกี, เลออน", 1, "ตรอตสกี, เลออน"),
    ],
)
def test_inverted(name: str, surname_words: int, expected: str) -> None:
    assert inverted(name, surname_words) == expected


@given(st.lists(st.text(alphabet="กขคเา้", min_size=2).filter(lambda word: word.strip()), min_size=2, max_size=4))
def test_an_inverted_name_turns_round_again(words: list[str]) -> None:
    name = " ".join(words)
    assert turn_round(inverted(name)) == name


# ---------------------------------------------------------------------------------------------------- filing form


@pytest.mark.parametrize(
    ("title", "headword", "keywords", "expected"),
    [
        ("นายเลออน ตรอตสกี", "Trotsky, Leon", ("กองทัพแดง", "ตรอตสกี, เลออน"), "ตรอตสกี, เลออน"),
        ("นายเลออน ตรอตสกี", "Trotsky, Leon", ("เลนิน, วลาดีมีร์",), "ตรอตสกี, เลออน"),
        ("นายเลออน ตรอตสกี", "Trotsky, Leon (1879–1940)", (), "ตรอตสกี, เลออน"),
        ("นายเลออน ตรอตสกี", "", ("ตรอตสกี, เลออน",), "ตรอตสกี, เลออน"),
        ("นายเลออน ตรอตสกี", "Leon Trotsky", (), "เลออน ตรอตสกี"),
        ("นายวลาดีมีร์ เลนิน", "Lenin, Vladimir Ilyich", (), "เลนิน, วลาดีมีร์"),
        ("นายวลาดีมีร์ อิลยิช เลนิน", "Lenin, Vladimir Ilyich", (), "เลนิน, วลาดีมีร์ อิลยิช"),
        ("นายออทโท ฟอน บิสมาร์ค", "Bismarck, Otto von", (), "บิสมาร์ค, ออทโท ฟอน"),
        ("เจ้าชายเคลเมนส์ ฟอน เมทเทอร์นิช", "Metternich, Klemens von", (), "เมทเทอร์นิช, เคลเมนส์ ฟอน"),
        ("นายพลชาร์ล เดอ โกล", "De Gaulle, Charles", (), "เดอ โกล, ชาร์ล"),
        ("นายพลชาร์ล เดอโกล", "De Gaulle, Charles", (), "เดอโกล, ชาร์ล"),
        ("นายเดวิด ลอยด์ จอร์จ", "Lloyd George, David", (), "ลอยด์ จอร์จ, เดวิด"),
        ("นายเดวิด ลอยด์จอร์จ", "Lloyd George, David", (), "ลอยด์จอร์จ, เดวิด"),
        ("เซอร์วินสตัน เชอร์ชิลล์", "Churchill, Sir Winston", (), "เชอร์ชิลล์, วินสตัน"),
        ("พระเจ้านิโคลัสที่ ๒", "Nicholas II", ("นิโคลัสที่ ๒, พระเจ้า",), "นิโคลัสที่ ๒"),
        ("จักรพรรดิฟรานซ์ โจเซฟ", "Joseph, Franz", (), "ฟรานซ์ โจเซฟ"),
        ("นโปเลียนที่ ๑", "Bonaparte, Napoleon", (), "นโปเลียนที่ ๑"),
        ("สมเด็จพระราชินีนาถวิกตอเรีย", "Victoria, Queen", (), "วิกตอเรีย"),
        ("สมเด็จพระสันตะปาปาจอห์น ปอลที่ ๒", "John Paul II, Pope", (), "จอห์น ปอลที่ ๒"),
        ("นักบุญโทมัส อไควนัส", "Aquinas, Thomas", (), "โทมัส อไควนัส"),
        ("หม่อมราชวงศ์เสนีย์ ปราโมช", "Pramoj, Seni", (), "เสนีย์ ปราโมช"),
        ("เหมา เจ๋อตง", "Mao, Zedong", (), "เหมา เจ๋อตง"),
        ("ดุ๊กแห่งเวลลิงตัน", "Wellington, Duke of", (), "ดุ๊กแห่งเวลลิงตัน"),
        ("ดุ๊กแห่งเวลลิงตัน", "Wellington, Duke of", ("เวลลิงตัน, ดุ๊กแห่ง",), "เวลลิงตัน, ดุ๊กแห่ง"),
        ("การประชุมใหญ่ แห่งเวียนนา", "Vienna, Congress of", (), "การประชุมใหญ่ แห่งเวียนนา"),
        ("ยุทธการ วอเตอร์ลู", "Waterloo, Battle", (), "ยุทธการ วอเตอร์ลู"),
        ("ลัทธิมากซ์", "Marxism", (), "ลัทธิมากซ์"),
        ("", "Asian Development Bank–ADB", (), "Asian Development Bank–ADB"),
        ("", "", ("ก, ข",), ""),
    ],
)
def test_filing_form(title: str, headword: str, keywords: tuple[str, ...], expected: str) -> None:
    titles, headwords = [text for text in (title,) if text], [text for text in (headword,) if text]
    assert filing_form(thai_titles=titles, headwords=headwords, keywords=keywords) == expected


@given(NAMES, NAMES, st.lists(NAMES, max_size=2))
def test_a_filing_form_is_never_empty_where_there_is_a_name(title: str, headword: str, keywords: list[str]) -> None:
    form = filing_form(thai_titles=[title], headwords=[headword], keywords=keywords)
    assert bool(form) == bool(normalise(title) or normalise(headword))


# ----------------------------------------------------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("นายเลออน ตรอตสกี", ("เลออน ตรอตสกี", "ตรอตสกี, เลออน", "นายเลออน ตรอตสกี", "เลออนตรอตสกี")),
        ("Trotsky, Leon (1879–1940)", ("Leon Trotsky", "Trotsky, Leon", "LEON TROTSKY")),
        (
            "New Economic Policy–NEP",
            ("New Economic Policy", "NEP", "New Economic Policy–NEP", "New Economic Policy - NEP"),
        ),
        ("Committee of State Security (KGB)", ("KGB", "Committee of State Security")),
        ("พระเจ้าซาร์นิโคลัสที่ ๒", ("นิโคลัสที่ ๒", "ซาร์นิโคลัสที่ ๒", "พระเจ้านิโคลัสที่ ๒", "นิโคลัส II")),
        ("Nicholas II", ("Nicholas II", "Tsar Nicholas II", "Nicholas 2")),
        ("Bolsheviks (1903–1952)", ("Bolsheviks", "Bolshevik", "The Bolsheviks")),
        ("Russo-Japanese War (1904–1905)", ("Russo-Japanese War ค.ศ. ๑๙๐๔–๑๙๐๕", "Russo Japanese War")),
        ("October Revolution", ("October Revolution ค.ศ. ๑๙๑๗",)),
        (
            "Wellington, Arthur Wellesley, 1ˢᵗ Duke of",
            ("Duke of Wellington", "Arthur Wellesley", "1st Duke of Wellington"),
        ),
        ("Wellington, Duke of", ("Duke of Wellington",)),
        ("Victoria, Queen", ("Queen Victoria",)),
        ("Bismarck, Otto von", ("Otto von Bismarck",)),
        ("ดุ๊กแห่งเวลลิงตัน", ("ดุ๊กแห่งเวลลิงตัน",)),
        ("Churchill, Winston", ("Sir Winston Churchill", "Winston Churchill")),
        ("World War II", ("World War II", "World War 2")),
    ],
)
def test_a_name_is_found_as_others_write_it(name: str, texts: tuple[str, ...]) -> None:
    keys = name_keys(name)
    assert [text for text in texts if reference_key(text) not in keys] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("พระเจ้านิโคลัสที่ ๑", "พระเจ้านิโคลัสที่ ๒"),
        ("การปฏิวัติรัสเซีย", "การปฏิวัติรัสเซีย ค.ศ. ๑๙๐๕"),
        ("การปฏิวัติ ค.ศ. ๑๘๔๘", "การปฏิวัติ"),
        ("Victoria", "Queen Victoria"),
        ("Paris", "Pari"),
        ("Politics", "Politic"),
        ("เวลลิงตัน", "ดุ๊กแห่งเวลลิงตัน"),
        ("Napoleon I", "Napoleon"),
        ("สมเด็จพระราชินีนาถวิกตอเรีย", "ทะเลสาบวิกตอเรีย"),
    ],
)
def test_a_name_is_not_found_by_another(name: str, text: str) -> None:
    assert reference_key(text) not in name_keys(name)


def test_name_keys_are_all_there_is() -> None:
    assert name_keys("ตรอตสกี, เลออน") == {"ตรอตสกีเลออน", "เลออนตรอตสกี"}
    assert name_keys("ลัทธิมากซ์") == {"ลัทธิมากซ์"}
    assert name_keys("การปฏิวัติรัสเซีย ค.ศ. ๑๙๐๕") == {"การปฏิวัติรัสเซียคศ1905"}
    assert name_keys("–") == frozenset()


def test_headword_key_is_without_years_only() -> None:
    assert headword_key("Trotsky, Leon (1879–1940)") == headword_key("TROTSKY, León") == "trotskyleon"
    assert headword_key("Leon Trotsky") == "leontrotsky"
    assert headword_key("Great Exhibition (1851)") == "greatexhibition"
    assert headword_key("(1905)") == "1905"
    assert headword_key("!") == "!"
    assert headword_key("") == ""


@given(NAMES)
def test_keys_of_any_text(text: str) -> None:
    keys = name_keys(text)
    assert "" not in keys
    assert {match_key(text), reference_key(text)} - {""} <= keys
    assert all(match_key(key) == key for key in keys)
    assert name_keys(normalise(text)) == keys
    assert bool(headword_key(text)) == bool(normalise(text))
    assert isinstance(turn_round(text), str)


def test_a_text_too_long_for_a_name_is_its_own_key() -> None:
    text = "(1904–" * 10_000
    assert name_keys(text) == {match_key(text)}
    assert reference_key(text) == match_key(text)
