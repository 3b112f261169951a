"""Names: honorific and name apart, inverted names turned round, the filing form, and the keys a name is found by.

The order of filing follows the Royal Society's encyclopedias: a person with a surname files under it
("ตรอตสกี, เลออน"), a ruler, pope or saint under the name without its title ("นิโคลัสที่ ๒"), anything else as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.honorifics import DEFAULT_HONORIFICS, Honorific, HonorificKind
from entries.text.per_table import once_per_table
from entries.text.sound import skeleton
from entries.text.thai import is_thai, match_key, normalise, roman_regnals, with_arabic_regnals

__all__ = [
    "DEFAULT_HONORIFICS",
    "Honorific",
    "HonorificKind",
    "ThaiName",
    "filing_form",
    "headword_key",
    "inverted",
    "name_keys",
    "parse_title",
    "reference_key",
    "turn_round",
]

_MARKS: Final = "ะ-ฺๅ็-๎"
#: What cannot follow an honorific: the rest of a cluster, a silent letter, or a word that shows it to be a common noun.
_NO_NAME: Final = re.compile(f"[{_MARKS}]|[ก-ฮ]{{1,2}}[ิุ]?์|(?:และ|หรือ|กับ|ใน|ของ|เป็น|ผู้|องค์)(?![{_MARKS}])|[-–—/,;:)]")
_NEEDED: Final = re.compile(r"แห่ง|ที่\s*(?:\d+|[IVXL]+)\s*แห่ง")
_ORDINAL: Final = re.compile(r"(?<!ครั้ง)(?<!ศตวรรษ)(?<!วัน)(?P<text>ที่\s*(?P<number>\d{1,3}))(?=\s|แห่ง|[,(]|$)")
_COMMA: Final = re.compile(r"[,，](?!\d)")

_ERA: Final = r"(?:[คพ]\.?\s?ศ\.?\s*)"
_YEARS: Final = re.compile(
    r"\s*[(\[](?=[^()\[\]]*\d)(?:[\d\s,;–—/?.-]|[คพ]\.\s?ศ\.|ราว|ประมาณ|ก่อนคริสต์ศักราช|คริสต์ศักราช|ครองราชย์|ca?\.|[bdr]\.|BCE?|CE|AD)+[)\]]$"
    rf"|[,\s]*{_ERA}?\b\d{{3,4}}\s*[–—-]\s*{_ERA}?(?:\d{{2,4}})?$"
)
_ERA_YEAR: Final = re.compile(rf"[,\s]*{_ERA}\d{{3,4}}$")
_DATES_ONLY: Final = re.compile(r"[\d\s–—/?.-]*\d[\d\s–—/?.-]*")
_ACRONYM: Final = re.compile(
    r"^(?P<name>.*\S)(?:\s?[–—]\s?|\s-\s|\s?\((?=.*\)$))(?P<acronym>[A-Z][A-Za-z0-9.&]*[A-Z][A-Za-z0-9.&]*)\)?$"
)
_BEFORE_ACRONYM: Final = re.compile(r"[(–—-]")
_DIGIT: Final = re.compile(r"\d")
# Latin plurals of adherents, whose singular is certain.
_PLURAL: Final = re.compile(r"(?<=[a-z])(?P<stem>ists|vi[ck]s|niks|crats|ites|ians)$")

_PARTICLES: Final[dict[str, tuple[str, ...]]] = {
    "von": ("ฟอน",), "van": ("ฟาน", "แวน", "วาน"), "de": ("เดอ", "ดี", "เด", "ดา"), "du": ("ดู", "ดือ"), "des": ("เด",),
    "da": ("ดา",), "di": ("ดี",), "do": ("ดู",), "dos": ("ดุช", "ดอส"), "del": ("เดล",), "della": ("เดลลา",),
    "der": ("แดร์", "เดอร์"), "den": ("เดน", "แดน"), "ten": ("เทน",), "ter": ("แตร์",), "la": ("ลา",), "le": ("เลอ",),
    "zu": ("ซู",), "zur": ("ซัวร์",), "af": ("อาฟ",), "av": ("อาฟ",), "el": ("เอล",), "al": ("อัล",), "ibn": ("อิบน์",),
    "d'": ("ดา", "เด"), "y": ("อี",),
}  # fmt: skip
_THAI_PARTICLES: Final = frozenset(form for forms in _PARTICLES.values() for form in forms)
# Words of rank in a headword: what follows its comma is then no given name.
_RANKS: Final = frozenset(
    (
        "archduke", "archduchess", "baron", "baroness", "bishop", "cardinal", "count", "countess", "czar",
        "czarina", "dame", "duchess", "duke", "earl", "elector", "emperor", "empress", "grand", "infante", "king",
        "lady", "landgrave", "lord", "margrave", "marquess", "marquis", "mikado", "pope", "prince", "princess",
        "queen", "saint", "shah", "st", "st.", "sultan", "tsar", "tsarina", "tsaritsa", "tzar", "viscount",
        "viscountess",
    )
)  # fmt: skip
_NO_GIVEN_NAME: Final = frozenset(
    ("of", "the", "for", "on", "in", "at", "to", "a", "an", "le", "la", "les", "der", "die", "das")
)
_SUFFIXES: Final = frozenset(("jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv"))
_ORDINAL_WORD: Final = re.compile(r"^(?:the\s+)?\d+(?:st|nd|rd|th|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)\s+", re.IGNORECASE)
_COURTESY: Final = re.compile(r"^(?:Sir|Dr\.?|Mr\.?|Mrs\.?|Field Marshal)\s+(?=[^\W\d_a-z])")
_RULER: Final = re.compile(r"^(?:Tsar|Czar|Tzar|King|Queen|Emperor|Empress|Pope|Kaiser|Sultan)\s+(?=[^\W\d_a-z])")
# Two or three words that may be given name and surname: no small words, no figures.
_PERSONAL: Final = re.compile(
    r"[^\W\d_a-z][^\s\d,()–—]+(?: (?!of |the |and )[^\s\d,()–—]+){0,1} [^\W\d_a-z][^\s\d,()–—]+"
)
#: A text longer than this is no name and has no key but its own.
_LONGEST_NAME: Final = 400
_LIST: Final = re.compile(rf"(?:^|\s)(?:and|or|&)\s|(?:^|\s)(?:และ|หรือ)(?![{_MARKS}])", re.IGNORECASE)
# Titles that begin so name no person, whatever commas the headword has.
_THING: Final = re.compile(
    "(?:การ|ความ|สงคราม|พรรค|สนธิสัญญา|สัญญา|ยุทธการ|ลัทธิ|องค์การ|สันนิบาต|สาธารณรัฐ|จักรวรรดิ|ราชวงศ์|ราชอาณาจักร|กติกา|กบฏ|กลุ่ม|"
    f"ขบวนการ|แถลงการณ์|นโยบาย|วิกฤตการณ์|มหาวิทยาลัย|สภา|สหภาพ|สหพันธ|กฎหมาย|พระราชบัญญัติ|แผนการ|เมือง|กรุง)(?![{_MARKS}])"
)


@dataclass(frozen=True, slots=True)
class ThaiName:
    """A Thai title taken apart.

    `honorific` is what was cut off, as written ("" for nothing), `rows` the rows of the table it is made of. `full` is
    the name without it; `name` and `number_text` are `full` before and at its ordinal, `number` that ordinal's value.
    `needed` says that the title is itself the name (ดุ๊กแห่งเวลลิงตัน): then `full` still has it and `rows` end with it.
    """

    honorific: str
    name: str
    number: int | None
    number_text: str
    full: str
    rows: tuple[Honorific, ...] = ()
    needed: bool = False

    @property
    def may_invert(self) -> bool:
        """Whether nothing here forbids filing by surname: no ordinal, no ruler, pope, saint or Thai title."""
        return self.number is None and all(row.kind.inverts for row in self.rows)


def parse_title(title: str, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS) -> ThaiName:
    """Take a Thai title apart; `title` is normalised first, so offsets of the parts mean nothing.

    "พระเจ้านิโคลัสที่ ๒" gives honorific "พระเจ้า", name "นิโคลัส", number 2, number_text "ที่ ๒", full "นิโคลัสที่ ๒".
    Several honorifics are taken off one after another ("จอมพล เซอร์ …"). A title with no honorific is its own name.
    """
    text = normalise(title)
    rest = text
    rows: list[Honorific] = []
    needed = False
    while (row := _honorific_of(rest, honorifics)) is not None and len(rows) < 4:
        after = rest[len(row.word) :].lstrip()
        rows.append(row)
        needed = row.files or _NEEDED.match(after) is not None
        if needed:
            break
        rest = after
    honorific = text[: len(text) - len(rest)].rstrip()
    number, number_text, name = None, "", rest
    if found := _ordinal(rest):
        number, number_text, name = int(found["number"]), found["text"], rest[: found.start()].rstrip()
    else:
        for start, end, value in roman_regnals(rest):
            number, number_text, name = value, rest[start:end], rest[:start].rstrip().removesuffix("ที่").rstrip()
            number_text = rest[len(name) : end].strip()
            break
    if not name:
        number, number_text, name = None, "", rest
    return ThaiName(honorific, name, number, number_text, rest, tuple(rows), needed)


def _honorific_of(text: str, honorifics: Sequence[Honorific]) -> Honorific | None:
    for row in _by_first_letter(honorifics).get(text[:1], ()):
        if not text.startswith(row.word):
            continue
        rest = text[len(row.word) :]
        if rest.strip() and not _NO_NAME.match(rest) and not any(_is_word(rest + " ", word) for word in row.unless):
            return row
    return None


@once_per_table
def _by_first_letter(honorifics: Sequence[Honorific]) -> dict[str, list[Honorific]]:
    """The rows of the table by the first letter of their words, the longest words first."""
    rows: dict[str, list[Honorific]] = {}
    for row in sorted(honorifics, key=lambda row: -len(row.word)):
        if row.word:
            rows.setdefault(row.word[0], []).append(row)
    return rows


def _is_word(rest: str, word: str) -> bool:
    return rest.startswith(word) and not re.match(f"[{_MARKS}]", rest[len(word) :])


def turn_round(name: str, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS) -> str:
    """An inverted name in the order in which it is spoken; a name that is not inverted comes back unchanged.

    "เลนิน, วลาดีมีร์" → "วลาดีมีร์ เลนิน"; "Bismarck, Otto von" → "Otto von Bismarck"; "นิโคลัสที่ ๒, พระเจ้า" →
    "พระเจ้านิโคลัสที่ ๒"; "Wellington, Duke of" → "Duke of Wellington"; "King, Martin Luther, Jr." → "Martin Luther
    King, Jr.". With three parts a rank is the third: "Wellington, Arthur Wellesley, 1ˢᵗ Duke of" → "Arthur Wellesley,
    1ˢᵗ Duke of Wellington", "Metternich, Klemens von, Prince" → "Klemens von Metternich, Prince". No inversion, and so
    untouched, are numbers (1,000), lists ("ก, ข และ ค"), descriptions ("Nicholas II, Tsar of Russia") and longer rows.
    """
    parts = [part.strip() for part in _COMMA.split(name)]
    if len(parts) > 2 and _DATES_ONLY.fullmatch(parts[-1]):
        parts.pop()
    if not 2 <= len(parts) <= 3 or not all(parts) or _LIST.search(parts[-1]):
        return name
    if len(parts) == 3:
        return _three_parts(*parts) or name
    surname, given = parts
    if _DATES_ONLY.fullmatch(given) or given.casefold() in _SUFFIXES or _is_description(given, honorifics):
        return name
    return _joined(given, surname, honorifics)


def _three_parts(surname: str, given: str, third: str) -> str:
    words = _ORDINAL_WORD.sub("", third).split()
    if third.casefold() in _SUFFIXES:
        return f"{given} {surname}, {third}"
    if not words or words[0].casefold() not in _RANKS:
        return ""
    if words[-1] == "of":
        return f"{given}, {third} {surname}"
    return f"{_joined(given, surname, ())}, {third}"


def _joined(given: str, surname: str, honorifics: Sequence[Honorific]) -> str:
    glued = given.endswith(("'", "’", "แห่ง")) or any(given == row.word for row in honorifics)
    return given + surname if glued else f"{given} {surname}"


def _is_description(given: str, honorifics: Sequence[Honorific]) -> bool:
    """Whether what follows a comma says who it is ("Tsar of Russia", "ซาร์แห่งรัสเซีย") instead of a part of the name."""
    words = _ORDINAL_WORD.sub("", given).casefold().split()
    if words and (words[0] in _RANKS or words[0] == "holy") and "of" in words[:-1]:
        return True
    thai = given.removesuffix("แห่ง")
    return thai == given and is_thai(given[0]) and parse_title(given, honorifics).needed


def inverted(name: str, surname_words: int = 1) -> str:
    """`name` with its last words first: ``inverted("เลออน ตรอตสกี") == "ตรอตสกี, เลออน"``.

    A name of no more words than that, or with a comma, comes back as it is. A rank that stands on the surname goes to
    the end: "เฮนรี เทมเพิล ไวเคานต์พาล์เมอร์สตัน" → "พาล์เมอร์สตัน, เฮนรี เทมเพิล ไวเคานต์".
    """
    words = name.split()
    if surname_words < 1 or len(words) <= surname_words or _COMMA.search(name):
        return name
    surname, given = " ".join(words[-surname_words:]), " ".join(words[:-surname_words])
    parsed = parse_title(surname)
    if parsed.needed:
        return name
    return f"{parsed.full}, {given} {parsed.honorific}" if parsed.honorific else f"{surname}, {given}"


def filing_form(
    *,
    thai_titles: Sequence[str],
    headwords: Sequence[str],
    keywords: Sequence[str],
    honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS,
) -> str:
    """The form under which lists show and sort an entry: "ตรอตสกี, เลออน" for นายเลออน ตรอตสกี.

    Of the first Thai title, without its honorific: the entry's own inverted keyword that is this name when turned
    round; else the name inverted as the first headword's comma shows ("Trotsky, Leon"), with as many words of surname
    as that has; else the name. Rulers, popes, saints, Thai titles and names with an ordinal are never inverted, nor is
    a name whose first word is the headword's surname (เหมา เจ๋อตง). Without a Thai title, the headword; "" with neither.
    """
    title = next((title for title in map(normalise, thai_titles) if title), "")
    headword = next((headword for headword in map(normalise, headwords) if headword), "")
    if not title:
        return headword
    parsed = parse_title(title, honorifics)
    if not parsed.may_invert:
        return parsed.full
    keys = {match_key(title), match_key(parsed.full)}
    for keyword in map(normalise, keywords):
        turned = turn_round(keyword, honorifics)
        if turned != keyword and match_key(turned) in keys:
            return keyword
    if parsed.needed or _THING.match(parsed.full):
        return parsed.full
    return inverted(parsed.full, _surname_words(parsed.full.split(), _without_years(headword)))


def _surname_words(words: Sequence[str], headword: str) -> int:
    """How many of the last `words` are the surname that stands before the headword's comma; 0 where none does."""
    surname, *others = [part.strip() for part in _COMMA.split(headword)]
    given = others[0].split() if others else []
    if not given or len(words) < 2 or given[-1].casefold() in _NO_GIVEN_NAME or list(roman_regnals(surname)):
        return 0
    if _ORDINAL_WORD.sub("", others[0]).casefold().split()[0] in _RANKS and len(given) == 1:
        return 0
    if _is_description(others[0], ()) or words[-1].startswith("แห่ง"):
        return 0
    sound = skeleton(surname)
    if sound and skeleton(words[0]) == sound != skeleton(words[-1]):
        return 0
    parts = surname.split()
    particles = 0
    while particles < len(parts) - 1 and parts[particles].casefold() in _PARTICLES:
        particles += 1
    most = len(words) - 1
    count = min(len(parts) - particles, most)
    by_given = len(words) - len([word for word in given if word.casefold() not in _PARTICLES])
    if 1 <= by_given < count:
        count = by_given
    while particles and count < most and words[-count - 1] in _THAI_PARTICLES:
        count += 1
        particles -= 1
    return count


def _ordinal(text: str) -> re.Match[str] | None:
    return _ORDINAL.search(text) if "ที่" in text else None


def _with_acronym(text: str) -> re.Match[str] | None:
    return _ACRONYM.match(text) if _BEFORE_ACRONYM.search(text) else None


def without_acronym(text: str) -> str:
    """The name before its acronym ("North Atlantic Treaty Organization–NATO"), "" where it has none."""
    found = _with_acronym(normalise(text))
    return found["name"].strip() if found else ""


def _without_years(text: str) -> str:
    if not _DIGIT.search(text):
        return text
    stripped = _YEARS.sub("", text)
    if not any(map(is_thai, _ERA_YEAR.sub("", stripped))):
        # An era written in Thai is no part of a Latin name; in a Thai one (การปฏิวัติ ค.ศ. ๑๘๔๘) it may well be.
        stripped = _ERA_YEAR.sub("", stripped)
    return stripped or text


def headword_key(headword: str) -> str:
    """What makes a headword the same headword: its `match_key` without years; "" only for a text of nothing."""
    text = normalise(headword)
    return match_key(_without_years(text)) or match_key(text) or text.casefold()


def reference_key(text: str, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS) -> str:
    """The one key by which a name met in a text is looked up among the `name_keys` of entries; "" for nothing.

    Turned round, without years, acronym and article, the plural of adherents as the singular, ordinals in one form. An
    honorific goes only where the name stays certain without it: before an ordinal (ซาร์นิโคลัสที่ ๒) or several words.
    """
    text = normalise(text)
    if len(text) > _LONGEST_NAME:
        return match_key(text)
    text = _without_years(text)
    if found := _with_acronym(text):
        text = _without_years(found["name"])
    return _key(_certain(turn_round(text, honorifics), honorifics))


def _certain(text: str, honorifics: Sequence[Honorific]) -> str:
    parsed = parse_title(text, honorifics)
    plain = parsed.number is not None or " " in parsed.full or all(row.kind.inverts for row in parsed.rows)
    return _plain_latin(parsed.full if plain else text)


def _plain_latin(text: str) -> str:
    text = _COURTESY.sub("", text.removeprefix("The ") if len(text) > 4 else text)
    return _RULER.sub("", text) if next(roman_regnals(text), None) else text


def _key(text: str) -> str:
    """The match key with ordinals in one form ("นิโคลัสที่ ๒", "นิโคลัส II" → "นิโคลัส2") and adherents singular."""
    text = with_arabic_regnals(text)
    if _ordinal(text):
        text = _ORDINAL.sub(lambda found: " " + found["number"], text)
    key = match_key(text)
    return _PLURAL.sub(lambda found: found["stem"][:-1], key)


def name_keys(text: str, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS) -> frozenset[str]:
    """All keys under which a name can be looked up; two names that share one may be the same.

    The `match_key` as written, and without years, without honorific, turned round, inverted (two or three words), each
    side of an acronym ("New Economic Policy–NEP"), without "The" and "Sir", the singular of adherents ("Bolsheviks"),
    and with its ordinal in one form (ที่ ๒, II and 2). Holds the `reference_key` of the same text. Empty for no letters.
    """
    text = normalise(text)
    if len(text) > _LONGEST_NAME:
        return frozenset((match_key(text),)) - {""}
    forms = {_without_years(text)}
    for form in tuple(forms):
        if found := _with_acronym(form):
            forms |= {_without_years(found["name"]), found["acronym"]}
    for form in tuple(forms):
        turned = turn_round(form, honorifics)
        forms.add(turned)
        if turned != form and "," in turned:
            # "Arthur Wellesley, 1ˢᵗ Duke of Wellington": the name and the title each name the person.
            parts = [part.strip() for part in _COMMA.split(turned)]
            forms |= {*parts, _ORDINAL_WORD.sub("", parts[-1])}
    for form in tuple(forms):
        parsed = parse_title(form, honorifics)
        forms |= {parsed.full, _plain_latin(form), _plain_latin(parsed.full)}
        personal = _PERSONAL.fullmatch(parsed.full) and not _THING.match(parsed.full)
        if personal and parsed.may_invert and not parsed.needed:
            forms.add(inverted(parsed.full))
    keys = {key for form in forms for key in (match_key(form), _key(form))}
    return frozenset(keys | {match_key(text), reference_key(text, honorifics)}) - {""}
