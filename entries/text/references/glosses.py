"""What a gloss is made of: its name, acronym, dates and words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_THAI = re.compile(r"[\u0e01-\u0e2e]")
_DIGIT = re.compile(r"[0-9๐-๙]")
_ACRONYM = re.compile(
    r"^(?P<name>.*\S)(?:\s*[–—]\s*|\s+-\s*|\s*[,;]\s*|\s+)\(?(?P<acronym>[A-Z][A-Z.&/-]*[A-Z]\.?)\)?$"
)
_ACRONYM_FIRST = re.compile(r"^(?P<acronym>[A-Z]{2,8})\s*[–—]\s*(?P<name>[A-Z][a-z].*)$")
_ACRONYM_MIXED = re.compile(r"^(?P<name>.*\s\S*)[–—](?P<acronym>[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z][A-Za-z]{2,8})$")
_THAI_DATES = re.compile(
    r"[\s,;]*(?:ประมาณ|ราว|ช่วง|ต้น|กลาง|ปลาย|วันที่|เดือน|ระหว่าง|[๐-๙0-9]{1,2}\s*[ก-ฮ]|[คพ]\s*\.\s*ศ\s*\.)"
    r".*$",
    re.DOTALL,
)
_YEARS = re.compile(r"[\s,;]+(?:c\.\s*|ca\.\s*)?\(?[0-9๐-๙]{3,4}(?:\s*[–—-]\s*(?:[0-9๐-๙]{2,4}|present)?)?\??\)?$")
_LANGUAGE = re.compile(r"^(?:ภาษา)?[\u0e01-\u0e5b]+\s*[:=]\s*")
_DATE_WORDS = re.compile(
    r"[คพ]\s*\.\s*ศ\s*\.|ก่อนคริสต์ศักราช|คริสต์ศักราช|พุทธศักราช|คริสต์ศตวรรษที่|ศตวรรษที่|ทศวรรษ|ครองราชย์"
    r"|ดำรงตำแหน่ง|เกิด|ตาย|ราว|ประมาณ|วันที่|เดือน|ระหว่าง|ถึงแก่กรรม|ถึง|ปัจจุบัน|ต้น|กลาง|ปลาย|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน"
    r"|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|c\.|[0-9๐-๙\s–—?/,.;-]"
)
_LONGEST = 300
"""A longer inside is a remark: it keeps the work linear."""
_CAMEL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z])")
_JOINED = re.compile(r"^(of|in|for|and)(the)$|^([a-z]{4,})(ofthe|of)$")
_NOT_JOINED = re.compile(r"^(?:Mc|Mac|De|Di|Du|La|Le|Fitz|Van|Von|O)$")
_WORD = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff.]+(?:[’'‘`][A-Za-z\u00c0-\u024f]+)*[’']?|[0-9๐-๙]+(?:st|nd|rd|th)?|&"
)
_INITIALS_JOINED = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z])")
_ABBREVIATED = {"St": "Saint", "Ste": "Sainte", "Mt": "Mount"}
"""Words that are abbreviated before a name, and mean something else after it (Downing St.)."""
_ROMAN = re.compile(r"^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Gloss:
    """A gloss taken apart.

    text: as written, stripped. name: without acronym, dates and the name of a language before it. acronym, dates: ""
    when there is none. kind: ``foreign`` (Latin script), ``dates``, ``remark`` (Thai prose), ``empty``.
    """

    text: str
    name: str
    acronym: str
    dates: str
    kind: str


def parse_gloss(text: str) -> Gloss:
    """Take the inside of a parenthesis apart.

    >>> parse_gloss("New Economic Policy–NEP")
    Gloss(text='New Economic Policy–NEP', name='New Economic Policy', acronym='NEP', dates='', kind='foreign')
    """
    text = text.strip()
    if not text:
        return Gloss(text, "", "", "", "empty")
    if len(text) > _LONGEST:
        return Gloss(text, text, "", "", "remark")
    if _DIGIT.search(text) and not _DATE_WORDS.sub("", text):
        return Gloss(text, "", "", text, "dates")
    if not LATIN.search(text):
        return Gloss(text, text, "", "", "remark")
    name = _LANGUAGE.sub("", text)
    first = LATIN.search(name)
    if first is None or _THAI.search(name[: first.start()]):
        return Gloss(text, text, "", "", "remark")
    dates = ""
    for pattern in (_THAI_DATES, _YEARS):
        match = pattern.search(name)
        if match is None or not match.start() or not _DIGIT.search(match.group()):
            continue
        if not _belongs_to_name(name, match.start()):
            dates = name[match.start() :].strip(" \t\u00a0,;")
            name = name[: match.start()].rstrip(" \t\u00a0,;")
            break
    thai = _THAI.search(name)
    if thai and len(_THAI.findall(name)) > len(LATIN.findall(name)):
        return Gloss(text, text, "", dates, "remark")
    name, acronym = _acronym(name)
    return Gloss(text, name, acronym, dates, "foreign")


def _belongs_to_name(name: str, at: int) -> bool:
    """Whether a year is part of the name: ``Reform Act of 1832``."""
    return bool(re.search(r"\b(?:of|in)$", name[:at].rstrip()))


def _acronym(name: str) -> tuple[str, str]:
    """The name without its acronym, and the acronym."""
    match = _ACRONYM.match(name)
    if match:
        spaced = name[match.end("name") : match.start("acronym")].isspace()
        if not spaced or (" " in match["name"] and not _is_roman(match["acronym"])):
            return match["name"].rstrip(" ,;-"), match["acronym"]
    match = _ACRONYM_MIXED.match(name) or _ACRONYM_FIRST.match(name)
    if match:
        return match["name"].rstrip(), match["acronym"]
    return name, ""


def alternatives(name: str) -> list[str]:
    """The forms a gloss offers: ``Chartism; Chartist Movement`` has two."""
    parts = [part.strip() for part in re.split(r"\s*[;/]\s*|\s+or\s+|\s*หรือ\s*", name)]
    return [part for part in parts if part] or [name]


def gloss_words(name: str) -> list[str]:
    """The words of a gloss's name in order, joined English taken apart.

    >>> gloss_words("MoscowTrials"), gloss_words("Dictatorship ofthe Bureaucracy"), gloss_words("Workers’ Deputies")
    (['Moscow', 'Trials'], ['Dictatorship', 'of', 'the', 'Bureaucracy'], ['Workers', 'Deputies'])
    >>> gloss_words("St. Augustine"), gloss_words("V.I. Lenin")
    (['Saint', 'Augustine'], ['V.', 'I.', 'Lenin'])
    """
    words: list[str] = []
    for match in _WORD.finditer(_INITIALS_JOINED.sub(" ", name)):
        word = re.sub(r"[’'‘`]s?$", "", match.group())
        word = _ABBREVIATED.get(word.removesuffix("."), word) if match.end() < match.endpos else word
        pieces = _CAMEL.split(word)
        if len(pieces) > 1 and (_NOT_JOINED.match(pieces[0]) or min(map(len, pieces)) < 3):
            pieces = [word]
        for piece in pieces:
            joined = _JOINED.match(piece)
            if joined:
                words.extend(part for part in joined.groups() if part)
            elif piece.strip("."):
                words.append(piece)
    return words


def _is_roman(word: str) -> bool:
    return bool(_ROMAN.match(word))


def number_of(word: str) -> int | None:
    """The value of a Roman numeral or of digits, else None. A single I, V, X, L or C counts as a numeral.

    >>> number_of("XVIII"), number_of("๑๒"), number_of("VI"), number_of("Vienna")
    (18, 12, 6, None)
    """
    if word.isdecimal():
        return int(word[:9])
    if not word or not _is_roman(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-value if value < next_ else value for value, next_ in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word in lower case without accents (ł as l, ø as o, ß as ss)."""
    word = word.casefold().translate(_SPECIAL)
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def singular(word: str) -> tuple[str, ...]:
    """The forms under which a plain English word may stand in a table, the word itself first.

    >>> singular("parties"), singular("wars"), singular("congress")
    (('parties', 'party', 'partie'), ('wars', 'war'), ('congress',))
    """
    forms = [word]
    if word.endswith("ies") and len(word) > 4:
        forms.append(word[:-3] + "y")
    if word.endswith(("ches", "shes", "sses", "xes")):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        forms.append(word[:-1])
    if word.endswith("eses"):
        forms.append(word[:-2] + "is")
    if word.endswith("men") and len(word) > 3:
        forms.append(word[:-3] + "man")
    return tuple(forms)
