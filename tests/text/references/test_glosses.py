import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.references.glosses import alternatives, gloss_words, number_of, parse_gloss, plain, singular


@pytest.mark.parametrize(
    ("text", "name", "acronym", "dates", "kind"),
    [
        ("Vladimir Lenin", "Vladimir Lenin", "", "", "foreign"),
        ("Nicholas II", "Nicholas II", "", "", "foreign"),
        ("Mary I", "Mary I", "", "", "foreign"),
        ("KGB", "KGB", "", "", "foreign"),
        ("Alma-Ata", "Alma-Ata", "", "", "foreign"),
        ("dual power", "dual power", "", "", "foreign"),
        ("New Economic Policy–NEP", "New Economic Policy", "NEP", "", "foreign"),
        ("Warsaw Treaty Organization - WTO", "Warsaw Treaty Organization", "WTO", "", "foreign"),
        ("North Atlantic Treaty Organization (NATO)", "North Atlantic Treaty Organization", "NATO", "", "foreign"),
        ("Communist Party of Germany, KPD", "Communist Party of Germany", "KPD", "", "foreign"),
        ("Constitutional Democratic Party–Kadets", "Constitutional Democratic Party", "Kadets", "", "foreign"),
        ("Poland–Lithuania", "Poland–Lithuania", "", "", "foreign"),
        ("Russo-Japanese War ค.ศ. ๑๙๐๔–๑๙๐๕", "Russo-Japanese War", "", "ค.ศ. ๑๙๐๔–๑๙๐๕", "foreign"),
        ("Treaty of Paris, 1856", "Treaty of Paris", "", "1856", "foreign"),
        ("Treaty of Vienna, ๓๐ ตุลาคม ค.ศ. ๑๘๖๔", "Treaty of Vienna", "", "๓๐ ตุลาคม ค.ศ. ๑๘๖๔", "foreign"),
        ("Reform Act of 1832", "Reform Act of 1832", "", "", "foreign"),
        ("Russian Revolution of 1905", "Russian Revolution of 1905", "", "", "foreign"),
        ("อังกฤษ: Cold War", "Cold War", "", "", "foreign"),
        ("ค.ศ. ๑๘๕๙", "", "", "ค.ศ. ๑๘๕๙", "dates"),
        ("1879–1940", "", "", "1879–1940", "dates"),
        ("๗ พฤศจิกายน ค.ศ. ๑๙๑๗", "", "", "๗ พฤศจิกายน ค.ศ. ๑๙๑๗", "dates"),
        ("ครองราชย์ ค.ศ. ๑๘๐๑–๑๘๒๕", "", "", "ครองราชย์ ค.ศ. ๑๘๐๑–๑๘๒๕", "dates"),
        ("บอลเชวิค", "บอลเชวิค", "", "", "remark"),
        ("ปัจจุบันคือเมือง Gdansk", "ปัจจุบันคือเมือง Gdansk", "", "", "remark"),
        ("", "", "", "", "empty"),
    ],
)
def test_parts_of_a_gloss(text: str, name: str, acronym: str, dates: str, kind: str) -> None:
    gloss = parse_gloss(text)
    assert (gloss.name, gloss.acronym, gloss.dates, gloss.kind) == (name, acronym, dates, kind)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("MoscowTrials", ["Moscow", "Trials"]),
        ("RussianFederation", ["Russian", "Federation"]),
        ("Dictatorship ofthe Bureaucracy", ["Dictatorship", "of", "the", "Bureaucracy"]),
        ("Douglas MacArthur", ["Douglas", "MacArthur"]),
        ("Soviet of Workers’ Deputies", ["Soviet", "of", "Workers", "Deputies"]),
        ("People's Will", ["People", "Will"]),
        ("V.I. Lenin", ["V.", "I.", "Lenin"]),
        ("St. Paul’s Church", ["Saint", "Paul", "Church"]),
        ("Downing St.", ["Downing", "St."]),
        ("8th Congress", ["8th", "Congress"]),
        ("Eugène Delacroix", ["Eugène", "Delacroix"]),
    ],
)
def test_words_of_a_gloss(name: str, words: list[str]) -> None:
    assert gloss_words(name) == words


def test_forms_that_a_gloss_offers() -> None:
    assert alternatives("Chartism; Chartist Movement") == ["Chartism", "Chartist Movement"]
    assert alternatives("Cold War") == ["Cold War"]


@pytest.mark.parametrize(
    ("word", "number"), [("II", 2), ("XVI", 16), ("XIV", 14), ("๑๒", 12), ("18", 18), ("Vienna", None), ("", None)]
)
def test_numerals(word: str, number: int | None) -> None:
    assert number_of(word) == number


def test_plain_words() -> None:
    assert [plain(word) for word in ("Wałęsa", "Miloš", "État", "Blücher")] == ["walesa", "milos", "etat", "blucher"]
    assert [singular(word)[-1] for word in ("wars", "laws", "congress")] == ["war", "law", "congress"]
    assert "party" in singular("parties")
    assert "thesis" in singular("theses")


@given(st.text(alphabet="()ABCDabcd XIV–-,;/ ๑๒19คศ.กขมคพันธ์าม:'’", max_size=300))
def test_any_text_is_taken_apart_without_loss_of_words(text: str) -> None:
    gloss = parse_gloss(text)
    assert gloss.text == text.strip()
    assert gloss.name in gloss.text
    assert gloss.acronym in gloss.text
    assert gloss.dates in gloss.text
    gloss_words(gloss.name)
