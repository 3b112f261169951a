"""Collecting what is known of one parenthesis before its anchor's left end is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from entries.text.references.coverage import Context, Nouns, sounds_like
from entries.text.references.glosses import Gloss, plain
from entries.text.references.hearing import NAME_COST, Heard, hear
from entries.text.references.initials import is_acronym
from entries.text.references.lexicon import KnownName
from entries.text.references.sounds import thai_sounds
from entries.text.references.transliteration import consonants, costs_by_start, latin_name, latin_sounds
from entries.text.references.weighing import Case, Word
from entries.text.segment import words
from entries.text.thai import clusters

MARKS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ")
_NO_START = MARKS | frozenset(" \t\u00a0\u200b”’\"'“‘)]}([–—,;:.!?/*-")
_TITLES = frozenset(
    """
    king queen emperor empress pope tsar czar kaiser saint st prince princess duke duchess count countess baron
    viscount lord lady sir general marshal archduke grand earl marquis marquess cardinal bishop archbishop
    father madame president sultan
    """.split()  # noqa: SIM905
)
_LONGEST_CONTEXT = 220
KEPT = ("สภา",)
"""Class nouns that a name is never used without."""
_LETTERS_A_CAPITAL = 6
"""So many letters of Thai stand for each letter of an acronym that is not itself heard."""


def build_case(text: str, gloss: Gloss, names: Sequence[KnownName], nouns: Nouns, *, whole: bool) -> Case:
    """Collect what is known of a gloss whose anchor ends where `text` does.

    `names` are those known to end there; `whole` says that `text` begins where the anchor may at the earliest, and is
    not cut from something longer.
    """
    room = min(_LONGEST_CONTEXT, 40 + 3 * len(gloss.name))
    room = max([room, *(name.length for name in names)])
    base = max(0, len(text) - room)
    while base and text[base] in MARKS:
        base -= 1
    whole = whole and base == 0
    text = text[base:]
    cut = tuple(Word(start, end, text[start:end]) for start, end in words(text))
    sounds = thai_sounds(text)
    context = Context(text, sounds, frozenset(word.start for word in cut))
    starts = _starts(text)
    heard = hear(gloss, context, nouns, frozenset(starts))
    known = {len(text) - name.length: name for name in reversed(names) if name.length <= len(text)}
    return Case(
        context=context,
        gloss=gloss,
        coverage=heard.coverage,
        known=known,
        words=cut,
        costs=_with_known(heard.costs, known, text),
        nameness=_nameness(context, heard),
        letters=_letters(gloss, heard),
        class_starts=_class_starts(cut, nouns),
        whole=whole,
        starts=starts,
        heard=heard.words,
        initials=heard.initials,
        stood=heard.stood,
        headless=heard.headless,
        unheard=not heard.words and is_acronym(gloss.name),
    )


def _starts(text: str) -> tuple[int, ...]:
    """Where an anchor may begin: at the first letter of a cluster."""
    return tuple(start for start in (0, *clusters(text)[:-1]) if start < len(text) and _may_begin(text, start))


def _with_known(costs: Mapping[int, float], known: Mapping[int, KnownName], text: str) -> Mapping[int, float]:
    """The costs by sound, where a known name is not dearer for a class noun that such a name is never used without."""
    kept = {start + len(noun): start for start in known for noun in KEPT if text.startswith(noun, start)}
    return {**costs, **{begins: costs[start] for start, begins in kept.items() if start in costs}} if kept else costs


def _letters(gloss: Gloss, heard: Heard) -> int:
    """How long the gloss's name is, for comparing with the length of an anchor."""
    if gloss.kind != "foreign":
        return 0
    letters = sum(char.isalnum() for char in gloss.name)
    return letters * _LETTERS_A_CAPITAL if not heard.words and is_acronym(gloss.name) else letters


def _may_begin(text: str, start: int) -> bool:
    """Whether a Thai word can begin here: not in a mark, nor with a letter that the syllable before needs."""
    char, before, after = text[start], text[start - 1 : start], text[start + 1 : start + 2]
    if char in _NO_START or after == "์" or before in ("ั", "็", "ื"):
        return False
    if char == "อ" and before == "อ" and after not in MARKS:
        # Of two, the first begins the word unless it ends the one before: คือ|ออทโท, เขต|ออยเพิน.
        return start < 2 or text[start - 2] in "ื่้๊๋"
    return True


def _nameness(context: Context, heard: Heard) -> float:
    """How much the gloss as a whole sounds like what stands before it: 0 for a translated term, 1 for a name."""
    coverage, costs, cost = heard.coverage, heard.costs, heard.cost
    if not heard.weight or not costs:
        return 0.0
    if any(plain(word) in _TITLES and position in coverage.found for position, word in enumerate(coverage.words)):
        return 0.0
    head = coverage.head
    if head is not None and any(match.kind == "noun" for match in coverage.found.get(head, ())):
        begins = min(costs, key=lambda start: (costs[start], start))
        inside = any(match.start < begins < match.end for match in coverage.found[head])
        if inside or plain(coverage.words[head]).endswith("ism") or not sounds_like(coverage.words[head], context):
            return 0.0
        limit = costs[begins] + 0.3
        if _sounds_without(context, coverage.words, head, begins, limit) <= limit:
            return 0.0
    translated = sum(found[0].kind != "sound" for found in coverage.found.values())
    if cost > 0.15 and 2 * translated >= coverage.content > 0:
        return 0.0
    lower = not any(word[:1].isupper() for word in heard.words)
    limit = NAME_COST - (0.12 if lower else 0) - (0.2 if heard.weight < 3 else 0)
    return max(0.0, min(1.0, (limit - cost) / 0.12))


def _sounds_without(context: Context, words: Sequence[str], head: int, begins: int, limit: float) -> float:
    """The cost of the name without its head noun for the same letters: Boer War sounds like บัวร์ only by chance.

    Exact up to `limit`.
    """
    latin = latin_sounds(latin_name([word for position, word in enumerate(words) if position != head]))
    thai = context.sounds.since(begins)
    if not consonants(latin) or not thai:
        return float("inf")
    return costs_by_start(latin, thai, limit=limit)[0][0]


def _class_starts(cut: Sequence[Word], nouns: Nouns) -> frozenset[int]:
    """Where a word begins that is a class noun."""
    return frozenset(word.start for word in cut if word.text in nouns.thai)
