"""Names of persons: which glosses are one, and what it shows of the Thai name before it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from entries.text.checks.given_names import GIVEN_NAMES
from entries.text.checks.subject import MOST_VALUES, Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity
from entries.text.names import Honorific, HonorificKind, inverted, parse_title, turn_round
from entries.text.per_table import once_per_table
from entries.text.references.glosses import plain
from entries.text.references.sounds import Sound, thai_sounds
from entries.text.references.transliteration import consonants, costs_by_start, latin_sounds
from entries.text.references.vocabulary import FUNCTION_WORDS, MODIFIERS
from entries.text.thai import clusters, match_key, normalise

_WORD: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff’'-]+\.?")
_NAME: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff’'. -]{5,80}")
_PATRONYMIC: Final = re.compile(r"(?:[oe]vi(?:ch|č|c)|[oe]vn[ay]|ovitch|ich)$")
_ROMAN: Final = re.compile(r"[IVXL]+\.?$")
_INITIAL: Final = re.compile(r"^[A-ZÀ-Þ]\.?$")
_TITLE_WORDS = """
king queen emperor empress pope tsar tsarina czar kaiser saint st prince princess duke duchess count countess
lord lady sir archduke archduchess earl marquis baron baroness cardinal bishop archbishop sultan shah caliph
general marshal
"""
_TITLES: Final = frozenset(_TITLE_WORDS.split())
#: Particles of surnames, by whether they go with the surname to the front ("La Fontaine, Jean de") or stay behind
#: ("Bismarck, Otto von"). One that is written with a capital is part of the surname whatever the table says.
PARTICLES: Final[dict[str, bool]] = {
    **dict.fromkeys(("von", "zu", "van", "de", "d'", "d’", "da", "do", "dos", "den", "der", "ten", "ter"), False),
    **dict.fromkeys(("af", "av", "y"), False),
    **dict.fromkeys(("la", "le", "les", "du", "des", "del", "della", "di", "el", "al", "ibn"), True),
}
_FAIR_COST: Final = 0.34
_GOOD_COST: Final = 0.25
# Added to a limit of costs: a sum of fractions may be a little off.
_SLACK: Final = 1e-6
#: So many names of one entry are looked for; no entry has more.
_MOST_NAMES: Final = 1000
_CONTEXT: Final = 70
_MARK: Final = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆ"


@dataclass(frozen=True, slots=True)
class Person:
    """A gloss that names a person given names first, and the Thai before it: its paragraph, end and context."""

    words: tuple[str, ...]
    paragraph: int
    end: int
    context: str


def person_words(gloss: str) -> tuple[str, ...]:
    """The words of a gloss that is a person's name, given names first; () for any other.

    Rulers, popes and saints, names with a number, single names and names that begin with no European given name
    (Mao Zedong) are not.
    """
    if not _NAME.fullmatch(gloss):
        return ()
    words = tuple(_WORD.findall(gloss))
    if not 2 <= len(words) <= 5 or plain(words[0]).rstrip(".") in _TITLES or _ROMAN.match(words[-1]):
        return ()
    for word in words[1:]:
        small = plain(word)
        if small in PARTICLES:
            continue
        if not word[:1].isupper() or small in FUNCTION_WORDS or small in ("of", "the", "and"):
            return ()
    if plain(words[-1]) in PARTICLES or plain(words[-1]) in MODIFIERS:
        return ()
    first = plain(words[0]).partition("-")[0]
    shown = first in GIVEN_NAMES or any(_PATRONYMIC.search(word) for word in words[1:-1])
    return words if shown else ()


def persons(subject: Subject) -> Iterator[Person]:
    """The glosses of the prose that name persons."""
    for reference in subject.references:
        if reference.kind in ("reference", "gloss") and (words := person_words(reference.gloss_name)):
            text = subject.article.paragraphs[reference.paragraph]
            start = max(0, reference.end - _CONTEXT)
            yield Person(words, reference.paragraph, reference.end, text[start : reference.end])


def joined_names(subject: Subject) -> Iterator[Hit]:
    """A name whose parts are joined: one that its gloss writes with more words, or one the entry itself knows."""
    found: dict[tuple[int, int], Hit] = {}
    for person in persons(subject):
        for hit in _joined_at_gloss(person):
            found[hit.index, hit.start] = hit
    for hit in _joined_known(subject):
        if not any(
            hit.index == other.index and hit.start < other.end and other.start < hit.end for other in found.values()
        ):
            found[hit.index, hit.start] = hit
    yield from found.values()


def _joined_at_gloss(person: Person) -> Iterator[Hit]:
    if any(_INITIAL.match(word) for word in person.words):
        return
    context = person.context.rstrip()
    # A name of fewer words than its gloss lies in so many words at the end; mostly nothing there sounds like it.
    apart = context.rsplit(None, len(person.words) - 1)
    if len(apart) == len(person.words) and _name_start(person.words, context[len(apart[0]) :].lstrip()) is None:
        return
    start = _name_start(person.words, context)
    if start is None:
        return
    name = context[start:]
    if len(name.split()) >= len(person.words):
        return
    for count in range(1, len(person.words)):
        if plain(person.words[count - 1]) in PARTICLES or plain(person.words[count]) in PARTICLES:
            continue
        cut = _boundary(person.words[:count], person.words[count:], name)
        if cut is None or name[cut - 1].isspace() or name[cut].isspace() or name[cut - 1] in "-–" or name[cut] in "-–":
            continue
        word_start = max(name.rfind(" ", 0, cut) + 1, 0)
        word_end = name.find(" ", cut)
        word_end = len(name) if word_end < 0 else word_end
        base = person.end - (len(person.context) - start)
        yield Hit(
            "paragraphs",
            person.paragraph,
            base + word_start,
            base + word_end,
            f"คำกำกับ “{' '.join(person.words)}” มี {len(person.words)} คำ แต่ชื่อไทยเขียนติดกัน",
            f"{name[word_start:cut]} {name[cut:word_end]}",
        )


def _name_start(words: Sequence[str], context: str) -> int | None:
    """Where in the context the Thai name of a gloss begins, found by sound; None where nothing sounds like it."""
    latin = latin_sounds(" ".join(words))
    weight = consonants(latin)
    sounds = thai_sounds(context)
    if weight < 3 or not sounds:
        return None
    costs = costs_by_start(latin, sounds, limit=_FAIR_COST * weight + _SLACK)
    starts = {0, *clusters(context)}
    ranked = [(cost, -sound.start) for (cost, _), sound in zip(costs, sounds, strict=True) if sound.start in starts]
    cost, start = min(ranked, default=(99.0, 0))
    return -start if cost / weight <= _FAIR_COST else None


def _boundary(left: Sequence[str], right: Sequence[str], name: str) -> int | None:
    """Where in the Thai name the words of `right` begin; None where the sounds do not tell surely."""
    first, second = latin_sounds(" ".join(left)), latin_sounds(" ".join(right))
    weight = consonants(first) + consonants(second)
    limit = _GOOD_COST * weight + _SLACK
    ranked = sorted(
        (_cost(first, name[:cut], limit) + _cost(second, name[cut:].lstrip(), limit), cut) for cut in _cuts(name)
    )
    if not ranked or not weight or ranked[0][0] / weight > _GOOD_COST:
        return None
    return ranked[0][1]


def _cost(latin: Sequence[Sound], thai: str, limit: float) -> float:
    sounds = thai_sounds(thai)
    return costs_by_start(latin, sounds, limit=limit)[0][0] if sounds else 99.0


def _cuts(name: str) -> list[int]:
    ends = clusters(name)[:-1]
    return [end for end in ends if 1 < end < len(name) - 1 and name[end] not in _MARK]


def _joined_known(subject: Subject) -> Iterator[Hit]:
    """Names of the entry and of its inverted keywords that the prose writes without their space."""
    names = {normalise(parse_title(title, subject.tables.honorifics).full) for title in subject.article.thai_titles}
    for keyword in subject.article.keywords[:_MOST_NAMES]:
        turned = turn_round(normalise(keyword), subject.tables.honorifics)
        if turned != normalise(keyword):
            names.add(turned)
    for name in sorted(names):
        words = name.split()
        if not 2 <= len(words) <= 4 or any(len(word) < 3 or not _is_thai(word) for word in words):
            continue
        joined = [one + other for one, other in pairwise(words)]
        for index, text in enumerate(subject.article.paragraphs):
            if not any(pair in text for pair in joined):
                continue
            for found in _joined_pattern(tuple(words)).finditer(text):
                if found[0] != name and len(found[0].split()) < len(words):
                    yield Hit("paragraphs", index, *found.span(), f"ชื่อ “{name}” เขียนติดกัน", name)


@lru_cache(maxsize=512)
def _joined_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?<![เ-ไ]){' ?'.join(map(re.escape, words))}(?![{_MARK}])")


def _is_thai(word: str) -> bool:
    return all("\u0e01" <= char <= "\u0e4e" or char == "-" for char in word)


def keywords_not_inverted(subject: Subject) -> Iterator[Hit]:
    """A person's name among the keywords with its surname last, where a gloss or the headword shows the surname."""
    candidates = [
        (index, keyword) for _, index, keyword in subject.values("keywords") if _may_be_inverted(subject, keyword)
    ]
    if not candidates:
        return
    royal = _royal_words(subject.tables.honorifics)
    names = {index: match_key(keyword) for index, keyword in candidates}
    by_headword = _shown_by_headwords(subject)
    glossed = _before_glosses(subject, set(names.values()))
    for index, keyword in candidates:
        name = names[index]
        shown = by_headword.get(name, ())
        for person, context in glossed.get(name, ()):
            if shown or _name_start(person.words, keyword) != 0:
                continue
            if not context.removesuffix(name).endswith(royal) and plain(person.words[-1]) not in GIVEN_NAMES:
                shown = person.words
        if shown:
            fix = inverted(" ".join(keyword.split()), _surname_words(shown, keyword.split()))
            message = f"ชื่อบุคคลในคำสำคัญควรขึ้นต้นด้วยนามสกุลตาม “{' '.join(shown)}”"
            yield Hit("keywords", index, 0, len(keyword), message, fix)


@once_per_table
def _royal_words(rows: Sequence[Honorific]) -> tuple[str, ...]:
    """Honorifics of rulers, princes and saints as `match_key` has them: such a name is never inverted."""
    return tuple(match_key(row.word) for row in rows if not row.kind.inverts or row.kind is HonorificKind.ROYAL)


def _may_be_inverted(subject: Subject, keyword: str) -> bool:
    words = keyword.split()
    if not 2 <= len(words) <= 5 or not all(map(_is_thai, words)):
        return False
    parsed = parse_title(keyword, subject.tables.honorifics)
    return parsed.may_invert and not parsed.needed


def _before_glosses(subject: Subject, names: Collection[str]) -> dict[str, list[tuple[Person, str]]]:
    """By name the persons whose gloss stands behind it, each with the key of what stands before the gloss."""
    lengths = sorted({len(name) for name in names})
    found: dict[str, list[tuple[Person, str]]] = {}
    for person in persons(subject):
        context = match_key(person.context)
        for length in lengths:
            if length <= len(context) and (name := context[len(context) - length :]) in names:
                found.setdefault(name, []).append((person, context))
    return found


def _shown_by_headwords(subject: Subject) -> dict[str, tuple[str, ...]]:
    """By the key of a Thai title the words of its headword, where that is written "Surname, Given"."""
    found: dict[str, tuple[str, ...]] = {}
    pairs = zip(subject.article.thai_titles, subject.article.headwords, strict=False)
    for title, headword in islice(pairs, MOST_VALUES):
        parsed = parse_title(title, subject.tables.honorifics)
        if parsed.may_invert and not parsed.needed and headword.count(",") == 1:
            turned = turn_round(headword)
            words = person_words(turned)
            if turned != headword and words:
                found.setdefault(match_key(parsed.full), words)
    return found


def _surname_words(gloss: Sequence[str], thai: Sequence[str]) -> int:
    """How many of the Thai words are the surname, particles placed by the table."""
    count = 1
    if len(thai) == len(gloss):
        while count < len(gloss) - 1:
            particle = gloss[-count - 1]
            if plain(particle) not in PARTICLES or not (particle[:1].isupper() or PARTICLES[plain(particle)]):
                break
            count += 1
    return count


PEOPLE: Final = (
    Check(
        "missing_space_in_name", Severity.WARNING, "ชื่อบุคคลเขียนติดกัน",
        "ชื่อตัว ชื่อรอง และนามสกุลของบุคคลต้องมีวรรคคั่น", joined_names, is_safe=True,
    ),
    Check(
        "keyword_not_inverted", Severity.WARNING, "คำสำคัญไม่กลับนามสกุล",
        "ชื่อบุคคลชาวตะวันตกในคำสำคัญขึ้นต้นด้วยนามสกุล เช่น “เลนิน, วลาดีมีร์” ยกเว้นกษัตริย์ สันตะปาปา และนักบุญ",
        keywords_not_inverted,
    ),
)  # fmt: skip
