"""What a query asks for when its words are taken one by one, wherever they stand: ปฏิวัติตุลาคม as ปฏิวัติ and ตุลาคม. Pure.

Readers glue words that a title has apart, put in a ของ or a year too much, or ask a whole question. Where nothing holds
what they typed as they typed it, it is cut into words, and those that say nothing of the matter are left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from entries.search.query import MOST_TERMS, Query, parse
from entries.search.wording import SHORTEST, THAI, content_words
from entries.text.segment import vocabulary
from entries.text.thai import normalise

#: Numbers that are written as words after ครั้งที่, องค์ที่ and the like.
_UNITS: Final = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TEENS: Final = ("สิบ", "สิบเอ็ด", *(f"สิบ{unit}" for unit in _UNITS[1:]), "ยี่สิบ")
_NUMBERS: Final = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
_WRITTEN: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ORDINAL: Final = re.compile(f"(?<=ครั้ง)ที่\\s*({_WRITTEN})|ที่\\s*({_WRITTEN})(?=$|[^ก-๎]|แห่ง|ของ|ใน|เมื่อ|ปี|ระหว่าง)")
#: Where a text may be broken between words, written by some keyboards and editors.
_BREAK: Final = "\u200b"
_CARDINALS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CARDINAL: Final = re.compile(rf"(?<=[a-z] )({'|'.join(_CARDINALS)})(?![^\s])", re.IGNORECASE)
#: Letters that are taken for each other, in words of the dictionary that many misspell: ปฎิวัติ, ฝรั่งเศษ.
_CONFUSED: Final = ("ฎฏ", "ศษส", "ณน", "ใไ", "ทธ", "ขฃ", "ลร")
_TOO_MUCH: Final = "์่้๊๋"


def loosened(query: Query) -> Query | None:
    """The query with its words one by one; None where that is no other query, or quotation marks hold it together."""
    if any(term.is_phrase for term in query.terms) or not query.terms:
        return None
    text = numbered(normalise(query.whole.text.replace(_BREAK, " ")))
    pieces = list(dict.fromkeys(map(respelt, content_words(text))))
    if not 0 < len(pieces) <= MOST_TERMS:
        return None
    other = parse(" ".join(pieces))
    same = {term.runs for term in other.terms} == {term.runs for term in query.terms}
    if same or not other.terms:
        return None
    return Query(
        text=query.text,
        terms=other.terms,
        unwanted=query.unwanted,
        authors=query.authors,
        keywords=query.keywords,
        spans=query.spans,
        whole=other.whole,
        named=other.named,
        bare=other.bare,
    )


def numbered(text: str) -> str:
    """Numbers in words as figures: สงครามโลกครั้งที่สอง as สงครามโลกครั้งที่ 2, World War One as World War 1."""
    text = _ORDINAL.sub(lambda found: f"ที่ {_NUMBERS[found.group(1) or found.group(2)]}", text)
    return _CARDINAL.sub(lambda found: str(_CARDINALS.index(found.group(1).lower()) + 1), text)


def respelt(word: str) -> str:
    """The word of the dictionary that this is with one letter taken for another or a mark too much; else itself."""
    if len(word) < SHORTEST or not THAI.fullmatch(word) or word in vocabulary():
        return word
    return next((other for other in _one_change(word) if other in vocabulary()), word)


def _one_change(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        for alike in _CONFUSED:
            if letter in alike:
                yield from (word[:at] + other + word[at + 1 :] for other in alike if other != letter)
        if letter in _TOO_MUCH:
            yield word[:at] + word[at + 1 :]
