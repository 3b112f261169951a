"""Glosses: joined English words, a reference starred twice, dates and hyphens that do not belong."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from entries.text.checks.given_names import GIVEN_NAMES
from entries.text.checks.people import person_words
from entries.text.checks.subject import Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity
from entries.text.names import reference_key
from entries.text.per_table import once_per_table
from entries.text.references import ClassNoun, Reference
from entries.text.references.glosses import plain, singular
from entries.text.references.vocabulary import FUNCTION_WORDS, MODIFIERS
from entries.text.thai import match_key

_LATIN: Final = "A-Za-z\u00c0-\u024f"
# The look back is after the first letter, so that the engine looks for that first.
_LATIN_WORD: Final = re.compile(
    rf"[{_LATIN}](?<![{_LATIN}’'.@/_-][{_LATIN}])[{_LATIN}]{{4,59}}(?![{_LATIN}@/_]|\.[a-z])"
)
_CAMEL: Final = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])")
_WITH_THE: Final = re.compile(
    r"(?P<first>(?:[A-Za-z]{3,})?)(?P<word>of|in|for|and|to|on|by|from|with)(?P<the>the)", re.IGNORECASE
)
# What begins a surname that is written with a capital inside it.
_PREFIXES = """
mc mac fitz de del della des di do dos du da la le lo les van von vander ver ten ter st san santa sant saint
mont al el ben bin ibn abu abd ap o nic ni
"""
NAME_PREFIXES: Final = frozenset(_PREFIXES.split())
# Brands and firms that are written with a capital inside, both halves being words.
_TRADE_NAMES = """
youtube facebook powerpoint airasia citybank blackrock blackberry openstreetmap openoffice playstation wordpress
dreamworks mastercard paypal linkedin myspace javascript westlaw lloydgeorge skytrain bluetooth googleplex
"""
TRADE_NAMES: Final = frozenset(_TRADE_NAMES.split())
#: Nouns that end the names of firms more often than what an entry is about.
_TRADE_NOUNS = """
press station works corps city point bus bank book office house soft card credit company group net media times vision
star land world air line lines store mart phone tube web ware
"""
TRADE_NOUNS: Final = frozenset(_TRADE_NOUNS.split())
_LATIN_NAME: Final = re.compile(f"[A-Z\u00c0-\u00de](?<![{_LATIN}][A-Z\u00c0-\u00de])[{_LATIN}]{{3,}}")
#: So many of one kind are compared with each other; no entry has more.
_MOST: Final = 200
_MOST_SPELLINGS: Final = 20_000
_LONGEST_NAME: Final = 60
_SHARED_END: Final = 4


def joined_english(subject: Subject) -> Iterator[Hit]:
    """Two English words written as one: MoscowTrials, ofthe."""
    for field, index, start, end, fix, is_sure in _joined(subject):
        if is_sure:
            yield Hit(field, index, start, end, f"คำภาษาต่างประเทศเขียนติดกัน น่าจะเป็น “{fix}”", fix)


def possibly_joined_english(subject: Subject) -> Iterator[Hit]:
    """A word with a capital inside it that may be two words, or the name of a firm or a brand."""
    for field, index, start, end, fix, is_sure in _joined(subject):
        if not is_sure:
            message = f"อาจเป็นคำภาษาต่างประเทศสองคำเขียนติดกัน “{fix}” หากไม่ใช่ชื่อบริษัทหรือเครื่องหมายการค้า"
            yield Hit(field, index, start, end, message, fix)


def _joined(subject: Subject) -> Iterator[tuple[str, int, int, int, str, bool]]:
    nouns = _english(subject.tables.class_nouns)
    for field, index, text in subject.values("headwords", "paragraphs"):
        for found in _LATIN_WORD.finditer(text):
            if (fix := _parted(found[0], nouns)) and found[0].lower() not in TRADE_NAMES:
                is_sure = _WITH_THE.fullmatch(found[0]) is not None or _surely_two(fix.split(), nouns)
                yield field, index, *found.span(), fix, is_sure


@once_per_table
def _english(class_nouns: Sequence[ClassNoun]) -> frozenset[str]:
    return frozenset(noun.english for noun in class_nouns)


def _parted(word: str, nouns: frozenset[str]) -> str:
    """The word with spaces between the words it is made of; "" where it is one word."""
    if match := _WITH_THE.fullmatch(word):
        return " ".join(filter(None, match.groups()))
    parts = _CAMEL.split(word)
    if len(parts) < 2 or any(len(part) < 3 for part in parts) or plain(parts[0]) in NAME_PREFIXES:
        return ""
    known = [_is_word(part, nouns) for part in parts]
    return " ".join(parts) if any(known) else ""


def _surely_two(words: Sequence[str], nouns: frozenset[str]) -> bool:
    """Whether the parts of a joined word are no name of a firm or a brand, which may have capitals inside it.

    Each is a word or a given name, or the last is a noun of history (PetrogradSoviet) and no noun of trade.
    """
    last = plain(words[-1])
    if all(_is_word(word, nouns) for word in words) or plain(words[0]) in GIVEN_NAMES:
        return True
    return last not in TRADE_NOUNS and any(form in nouns for form in singular(last))


def _is_word(part: str, nouns: frozenset[str]) -> bool:
    small = plain(part)
    return (
        small in MODIFIERS
        or small in FUNCTION_WORDS
        or small in GIVEN_NAMES
        or any(form in nouns for form in singular(small))
    )


def repeated_stars(subject: Subject) -> Iterator[Hit]:
    """A reference that is starred with its gloss a second time."""
    paragraphs = subject.article.paragraphs
    seen: dict[str, list[_Term]] = {}
    for reference in subject.references:
        if not reference.starred or not reference.has_anchor:
            continue
        key = reference_key(reference.gloss_name) or match_key(reference.gloss)
        text = paragraphs[reference.paragraph]
        before = seen.setdefault(key, [])
        term = _term(text, reference)
        if key and any(_same_term(term, other) for other in before):
            end = (reference.star if reference.star is not None else reference.close) + 1
            anchor = text[reference.start : reference.end]
            yield Hit(
                "paragraphs",
                reference.paragraph,
                reference.start,
                end,
                f"“{anchor} ({reference.gloss})” โยงไว้แล้วก่อนหน้านี้ ให้โยงเฉพาะครั้งแรก",
                anchor,
            )
        if len(before) < _MOST:
            before.append(term)


class _Term(NamedTuple):
    """The last letters before a parenthesis, and how many the anchor has, as keys compare them."""

    end: str
    length: int


def _term(text: str, reference: Reference) -> _Term:
    end = match_key(text[max(0, reference.end - 60) : reference.end])
    return _Term(end[-_SHARED_END:], len(match_key(text[reference.start : reference.end])))


def _same_term(one: _Term, other: _Term) -> bool:
    """Whether the words before the two parentheses end alike, so that one term is meant."""
    shared = min(_SHARED_END, one.length, other.length)
    return shared == 0 or (min(len(one.end), len(other.end)) >= shared and one.end[-shared:] == other.end[-shared:])


def dates_in_glosses(subject: Subject) -> Iterator[Hit]:
    """A year inside the parentheses of a starred reference, besides the name."""
    for reference in subject.references:
        if reference.starred and reference.dates and reference.gloss_name:
            fix = f"{reference.gloss_name})* {reference.dates}"
            end = reference.star + 1 if reference.star is not None else reference.gloss_end
            yield Hit(
                "paragraphs",
                reference.paragraph,
                reference.gloss_start,
                end,
                f"ปี “{reference.dates}” อยู่ในวงเล็บของคำกำกับ ที่อื่นเขียนไว้หลังวงเล็บ",
                fix if not reference.acronym else None,
            )


def stray_hyphens(subject: Subject) -> Iterator[Hit]:
    """A hyphen in the Thai name of a person whose gloss has none: a line break's, left behind."""
    for reference in subject.references:
        gloss = reference.gloss_name
        if not person_words(gloss) or re.search("[-‐‑–—’']", gloss):
            continue
        text = subject.article.paragraphs[reference.paragraph]
        for found in re.finditer(r"(?<=[ก-๎])-(?=[ก-๎])", text[reference.start : reference.end]):
            word_start = max(text.rfind(" ", 0, reference.start + found.start()) + 1, reference.start)
            word_end = reference.start + found.end()
            while word_end < reference.end and not text[word_end].isspace():
                word_end += 1
            words = text[word_start:word_end]
            message = f"มียัติภังค์ในชื่อ “{words}” แต่คำกำกับ “{gloss}” ไม่มี"
            yield Hit("paragraphs", reference.paragraph, word_start, word_end, message, words.replace("-", ""))


def inconsistent_spellings(subject: Subject) -> Iterator[Hit]:
    """A Latin name of two words that the prose writes in two ways, one letter apart; the later is shown."""
    seen: dict[tuple[str, int], dict[str, str]] = {}
    near: dict[tuple[str, int, str], list[tuple[int, str]]] = {}
    known = 0
    for index, text in enumerate(subject.article.paragraphs):
        words = list(_LATIN_NAME.finditer(text))
        for one, other in pairwise(words):
            if text[one.end() : other.start()] != " ":
                continue
            for kept, varied, side in ((one, other, 0), (other, one, 1)):
                beside = (plain(kept[0]), side)
                forms = seen.setdefault(beside, {})
                spelling = plain(varied[0])
                if spelling in forms or len(spelling) > _LONGEST_NAME:
                    continue
                if len(forms) >= _MOST or known >= _MOST_SPELLINGS:
                    continue
                keys = [(*beside, key) for key in _with_a_letter_less(spelling)]
                alike = (form for key in keys for form in near.get(key, ()) if one_letter_apart(form[1], spelling))
                _, rival = min(alike, default=(0, ""))
                for key in keys:
                    near.setdefault(key, []).append((len(forms), spelling))
                forms[spelling] = varied[0]
                known += 1
                if rival:
                    message = f"“{one[0]} {other[0]}” ที่อื่นสะกด “{forms[rival]}”"
                    yield Hit("paragraphs", index, *varied.span(), message, forms[rival])


def _with_a_letter_less(word: str) -> list[str]:
    """The word, and what is left when one letter goes: two words that are one letter apart have one of these alike."""
    return list(dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word))))))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter inside them: changed, added or left out, but not at the very end.

    >>> one_letter_apart("mysl", "mysel"), one_letter_apart("bolshevik", "bolsheviks"), one_letter_apart("marx", "marx")
    (True, False, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 1 or short == long:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return at < len(short) - 1 and short[at + 1 :] == long[at + 1 :]
    return at < len(short) and short[at:] == long[at + 1 :]


GLOSSES: Final = (
    Check(
        "joined_english", Severity.WARNING, "คำภาษาต่างประเทศติดกัน",
        "คำภาษาอังกฤษสองคำเขียนติดกัน เช่น “ofthe”", joined_english, is_safe=True,
    ),
    Check(
        "possibly_joined_english", Severity.REMARK, "อาจเป็นคำภาษาต่างประเทศติดกัน",
        "คำที่มีอักษรตัวใหญ่ข้างในอาจเป็นสองคำเขียนติดกัน หรือเป็นชื่อบริษัทหรือเครื่องหมายการค้า", possibly_joined_english,
    ),
    Check(
        "repeated_star", Severity.WARNING, "โยงรายการเดิมซ้ำ",
        "คำที่โยงไปยังรายการเดียวกันใส่คำกำกับและดอกจันเฉพาะครั้งแรก", repeated_stars,
    ),
    Check(
        "date_inside_gloss", Severity.REMARK, "ปีอยู่ในวงเล็บของคำกำกับ",
        "ปีของเหตุการณ์เขียนหลังวงเล็บที่โยง ไม่ใช่ข้างใน", dates_in_glosses,
    ),
    Check(
        "stray_hyphen", Severity.REMARK, "ยัติภังค์เกิน",
        "ยัติภังค์ที่เหลือจากการตัดบรรทัดในชื่อบุคคล", stray_hyphens,
    ),
    Check(
        "inconsistent_spelling", Severity.REMARK, "สะกดไม่เหมือนกัน",
        "ชื่ออักษรละตินเดียวกันสะกดต่างกันหนึ่งตัวอักษร", inconsistent_spellings,
    ),
)  # fmt: skip
