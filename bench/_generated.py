"""Generated entries to measure with: Thai-like prose with references, the same for the same numbers.

The words are drawn from the sample entries of fixtures/, so that segmenting and finding anchors meet real ones.
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from entries.text.article import Article
from entries.text.encoding import decode
from entries.text.parser import parse
from entries.text.serializer import serialize

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
MEDIAN = 9_000
REFERENCES = 12


@cache
def phrases() -> tuple[str, ...]:
    """Runs of prose between spaces, without parentheses, from the sample entries."""
    found = []
    for path in sorted(FIXTURES.glob("*.txt")):
        for paragraph in parse(decode(path.read_bytes()).text).article.paragraphs:
            found += [part for part in paragraph.split(" ") if part.strip("-–") and not set(part) & set("()*")]
    return tuple(found)


LATIN = ("Anto", "Bela", "Cora", "Dario", "Elena", "Fedor", "Greta", "Hugo", "Irena", "Jonas", "Karla", "Leon")
THAI = ("อันโต", "เบลา", "โครา", "ดารีโอ", "เอเลนา", "เฟดอร์", "เกรตา", "ฮูโก", "อีเรนา", "โจนาส", "คาร์ลา", "เลออน")
ENDS = (("ov", "อฟ"), ("sky", "สกี"), ("ini", "อีนี"), ("berg", "เบิร์ก"), ("ston", "สตัน"), ("vich", "วิช"))


def person(number: int) -> tuple[str, str, str, str]:
    """Given name and surname of a person, in Latin and in Thai letters; different for every number."""
    given, rest = number % 12, number // 12
    root, rest = rest % 12, rest // 12
    end, rest = rest % 6, rest // 6
    latin, thai = ENDS[end]
    tail = "" if not rest else f" {_roman(rest + 1)}"
    thai_tail = "" if not rest else f"ที่ {rest + 1}"
    return LATIN[given], LATIN[root] + latin + tail, THAI[given], THAI[root] + thai + thai_tail


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    found = ""
    for value, sign in signs:
        found += sign * (number // value)
        number %= value
    return found


def article(number: int, count: int, *, references: int = REFERENCES) -> Article:
    """Entry `number` of an encyclopedia of `count`: its length has a median of 9,000 characters."""
    random_ = random.Random(number)
    length = int(random_.lognormvariate(0, 0.5) * MEDIAN)
    words = phrases()
    paragraphs: list[str] = []
    marks = sorted(random_.randrange(length) for _unused in range(references))
    written = 0
    current: list[str] = []
    while written < length:
        if marks and written >= marks[0]:
            marks.pop(0)
            given, surname, thai_given, thai_surname = person(random_.randrange(count * 2))
            current.append(f"{random_.choice(words)}{thai_given} {thai_surname} ({given} {surname})*")
        else:
            current.append(random_.choice(words))
        written += len(current[-1]) + 1
        if sum(map(len, current)) > 1_200:
            paragraphs.append(" ".join(current))
            current = []
    paragraphs.append(" ".join(current) or "จบ")
    given, surname, thai_given, thai_surname = person(number)
    year = 1700 + number % 200
    return Article(
        headwords=(f"{surname}, {given}",),
        thai_titles=(f"นาย{thai_given} {thai_surname}",),
        periods_ce=(f"{year}–{year + 60}",),
        periods_be=(f"พ.ศ. {year + 543}–{year + 603}",),
        paragraphs=tuple(paragraphs),
        keywords=tuple(dict.fromkeys([f"{thai_surname}, {thai_given}", *random_.sample(words, 14)])),
        authors=(f"ผู้เขียน {THAI[number % 12]}",),
    )


def write_files(folder: Path, count: int, *, references: int = REFERENCES) -> Iterator[Path]:
    """Writes `count` source files; yields each path."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"{number:06}.txt"
        path.write_text(serialize(article(number, count, references=references)), encoding="utf-8")
        yield path
