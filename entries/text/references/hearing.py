"""How the forms that a gloss offers are found in the Thai before it: by translated words, and by how they sound."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from entries.text.references.coverage import Context, Coverage, Nouns, cover, split_compounds
from entries.text.references.glosses import Gloss, alternatives, gloss_words, plain, singular
from entries.text.references.initials import OMITTED, given_names, is_acronym, is_spoken, leading_initials
from entries.text.references.stopwords import CLASSIFYING
from entries.text.references.transliteration import consonants, costs_by_start, latin_name, latin_sounds
from entries.text.references.weighing import FARTHEST

_FORMS = 3
NAME_COST = 0.40
"""What sounds worse than this cost a consonant is no name."""
_ACRONYM_COST = 0.15
"""An acronym is short: it is heard only where it sounds nearly as it is written."""
_NEAR = 0.3


@dataclass(frozen=True, slots=True)
class Heard:
    """One form of a gloss and where the Thai has it. Offsets are in the context.

    costs: the cost of its sounds for each start, but for those that are dearer than any name may be. words: those
    that are compared by sound, `weight` consonants long; `initials` go before them. stood: for the starts at which
    initials stand for given names, how many do. headless: the head noun, which is no name, was not found and is not
    compared.
    """

    coverage: Coverage
    words: tuple[str, ...] = ()
    costs: Mapping[int, float] = field(default_factory=dict)
    weight: int = 0
    initials: tuple[str, ...] = ()
    stood: Mapping[int, int] = field(default_factory=dict)
    headless: bool = False

    @property
    def cost(self) -> float:
        """The cost of a consonant where it sounds best."""
        return min(self.costs.values(), default=math.inf) / max(1, self.weight)


NOTHING_HEARD = Heard(Coverage((), None, {}, frozenset()))


def hear(gloss: Gloss, context: Context, nouns: Nouns, starts: frozenset[int]) -> Heard:
    """The form of a gloss that is found best; starts: where an anchor may begin."""
    if gloss.kind != "foreign":
        return NOTHING_HEARD
    forms = alternatives(gloss.name)[:_FORMS]
    best, found = -1.0, NOTHING_HEARD
    for form in forms:
        if is_acronym(form):
            score, heard = _acronym(form, context)
        else:
            score, heard = _form(split_compounds(gloss_words(form), nouns.by_english), context, nouns, len(forms) > 1)
        if score > best:
            best, found = score, heard
    if _lacks_its_head(found, nouns):
        found = _without_head(found, context, nouns)
    return _with_given_names(found, context, starts) if found.initials and found.costs else found


def _form(words: Sequence[str], context: Context, nouns: Nouns, one_of_several: bool) -> tuple[float, Heard]:
    """One form, and how much of it was found."""
    initials = leading_initials(words)
    rest = tuple(words[initials:])
    covered = cover(rest, context, nouns.by_english)
    weight = consonants(latin_sounds(latin_name(rest)))
    score = len(covered.found) / max(1, covered.content) + 0.05 * len(covered.found)
    # A dearer one is no name; of several forms the one that sounds better counts, however badly.
    limit = max(NAME_COST * weight + FARTHEST + 0.01, weight if one_of_several else 0)
    costs = _costs(rest, context, limit) if weight else {}
    if weight:
        score = max(score, 1 - min(costs.values(), default=math.inf) / weight)
    return score, Heard(covered, rest, costs, weight, tuple(words[:initials]))


def _acronym(form: str, context: Context) -> tuple[float, Heard]:
    """A form of capitals alone: said as a word, or not heard at all."""
    if not is_spoken(form):
        return 0.0, NOTHING_HEARD
    words = (form.replace(".", ""),)
    weight = consonants(latin_sounds(latin_name(words)))
    costs = _costs(words, context, _ACRONYM_COST * weight)
    if not costs:
        return 0.0, NOTHING_HEARD
    return 1 - min(costs.values()) / weight, replace(NOTHING_HEARD, words=words, costs=costs, weight=weight)


def _costs(words: Sequence[str], context: Context, limit: float) -> dict[int, float]:
    """The cost of these words for each start up to a limit."""
    by_start: dict[int, float] = {}
    sounds = context.sounds
    costs = costs_by_start(latin_sounds(latin_name(words)), sounds, limit=limit)
    for sound, (cost, _) in zip(sounds, costs, strict=True):
        if cost <= limit:
            by_start[sound.start] = min(cost, by_start.get(sound.start, cost))
    return by_start


def _lacks_its_head(heard: Heard, nouns: Nouns) -> bool:
    """Whether a gloss of several words has a head noun that is no name and was not found."""
    coverage = heard.coverage
    if not heard.costs or coverage.head is None or coverage.content < 2 or coverage.head in coverage.found:
        return False
    head = coverage.words[coverage.head]
    among_names = head[:1].islower() and any(word[:1].isupper() for word in coverage.words)
    return among_names or any(form in nouns.by_english for form in singular(plain(head)))


def _without_head(heard: Heard, context: Context, nouns: Nouns) -> Heard:
    """The same compared without its head noun.

    A class noun straight before what sounds so may be the head in other words, and costs nothing.
    """
    rest = tuple(word for position, word in enumerate(heard.words) if position != heard.coverage.head)
    weight = consonants(latin_sounds(latin_name(rest)))
    costs = _costs(rest, context, NAME_COST * weight + FARTHEST + 0.01) if weight else {}
    best = min(costs.values(), default=math.inf)
    for start in [start for start, cost in costs.items() if cost <= best + _NEAR]:
        for begins in class_nouns_before(context.text, start, nouns):
            costs[begins] = min(costs[start], costs.get(begins, math.inf))
    return replace(heard, words=rest, costs=costs, weight=weight, headless=True)


def class_nouns_before(text: str, end: int, nouns: Nouns) -> list[int]:
    """Where a class noun begins that ends at `end`."""
    before = text[max(0, end - _LONGEST_NOUN) : end]
    found = []
    for length in range(2, len(before) + 1):
        word = before[-length:]
        if word in nouns.thai or word in CLASSIFYING:
            found.append(end - length)
    return found


_LONGEST_NOUN = 24


def _with_given_names(heard: Heard, context: Context, starts: frozenset[int]) -> Heard:
    """The same with what its initials stand for: each that stands for nothing makes a start dearer."""
    best = min(heard.costs.values())
    missing = OMITTED * len(heard.initials)
    costs = {start: cost + missing for start, cost in heard.costs.items()}
    stood: dict[int, int] = {}
    for surname in [start for start, cost in heard.costs.items() if cost <= best + _NEAR]:
        found = given_names(context.text, context.sounds, surname, heard.initials, starts)
        for start, cost, count in found:
            total = heard.costs[surname] + cost
            if total < costs.get(start, math.inf):
                costs[start], stood[start] = total, count
    # What counts is how much dearer a start is than the best: whether the name is one, its surname tells.
    over = min(costs.values()) - best
    return replace(heard, costs={start: cost - over for start, cost in costs.items()}, stood=stood)
