"""Where the anchor of each parenthesis begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from entries.text.references.class_nouns import DEFAULT_CLASS_NOUNS, ClassNoun
from entries.text.references.coverage import Context, Coverage, cover, nouns_by_english
from entries.text.references.glosses import Gloss, alternatives, gloss_words, parse_gloss, plain
from entries.text.references.lexicon import NO_NAMES, KnownName, Lexicon
from entries.text.references.spans import QUOTE_PAIRS, Parenthesis, parentheses
from entries.text.references.transliteration import consonants, costs_by_start, latin_name, latin_sounds, thai_sounds
from entries.text.references.values import Evidence, Reference
from entries.text.references.weighing import Case, Place, Word, weigh
from entries.text.thai import clusters

_CONTEXT = 320
_LATIN_RUN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff0-9 .,:;'’&?!/–-]*$")
_NOT_START = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ \t\u00a0\u200b”’\"'“‘)]}([–—-,;:.!?/*")
TITLES = frozenset("king queen emperor empress pope tsar saint st prince princess duke count lord sir general marshal archduke earl marquis".split())


def find_references(
    paragraphs: Sequence[str],
    *,
    lexicon: Lexicon = NO_NAMES,
    class_nouns: Sequence[ClassNoun] = DEFAULT_CLASS_NOUNS,
) -> list[Reference]:
    """One `Reference` for every parenthesis of the prose, in order."""
    nouns = nouns_by_english(tuple(class_nouns))
    places = [(number, pair) for number, text in enumerate(paragraphs) for pair in parentheses(text)]
    contexts = [paragraphs[number][max(pair.limit, pair.anchor_end - _CONTEXT) : pair.anchor_end] for number, pair in places]
    known = lexicon.known_suffixes(contexts)
    return [
        _reference(paragraphs[number], number, pair, names, nouns)
        for (number, pair), names in zip(places, known, strict=True)
    ]


def _reference(
    paragraph: str, number: int, pair: Parenthesis, names: Sequence[KnownName], nouns: Mapping[str, tuple[str, ...]]
) -> Reference:
    gloss = parse_gloss(paragraph[pair.inner_start : pair.inner_end])
    start, confidence, evidence = _left_end(paragraph, pair, gloss, names, nouns)
    kind = gloss.kind
    if pair.star is not None:
        kind = "reference"
    elif gloss.kind == "foreign":
        kind = "foreign" if evidence and evidence[0].code == "latin" else "gloss"
    elif gloss.kind == "empty":
        kind = "remark"
    return Reference(
        paragraph=number,
        start=start,
        end=pair.anchor_end,
        gloss=gloss.text,
        gloss_start=pair.inner_start,
        gloss_end=pair.inner_end,
        open=pair.open,
        close=pair.close,
        starred=pair.star is not None,
        star=pair.star,
        confidence=confidence,
        evidence=evidence,
        gloss_name=gloss.name,
        acronym=gloss.acronym,
        dates=gloss.dates,
        kind=kind,
    )


def _left_end(
    paragraph: str, pair: Parenthesis, gloss: Gloss, names: Sequence[KnownName], nouns: Mapping[str, tuple[str, ...]]
) -> tuple[int, float, tuple[Evidence, ...]]:
    if pair.anchor_end <= pair.limit:
        return pair.anchor_end, 0.9, ()
    if pair.quote is not None:
        opening = paragraph.rfind(QUOTE_PAIRS[paragraph[pair.quote]], pair.limit, pair.anchor_end)
        if opening >= 0 and pair.anchor_end - opening <= 160:
            start = opening + 1
            while start < pair.anchor_end and paragraph[start].isspace():
                start += 1
            return start, 0.97, (Evidence("quotes", "อยู่ในเครื่องหมายอัญประกาศ"),)
    window = paragraph[max(pair.limit, pair.anchor_end - 160) : pair.anchor_end]
    run = _LATIN_RUN.search(window)
    if run:
        return pair.anchor_end - len(run.group()), 0.95, (Evidence("latin", "เป็นคำอักษรละตินทั้งคำ"),)
    case = build_case(paragraph, pair, gloss, names, nouns)
    ranked = weigh(case, candidates(case))
    if not ranked:
        return pair.anchor_end, 0.5, ()
    best = ranked[0]
    base = pair.anchor_end - len(case.context.text)
    return base + best.start, best.probability, tuple(Evidence(code, code) for code in best.features)


def build_case(
    paragraph: str, pair: Parenthesis, gloss: Gloss, names: Sequence[KnownName], nouns: Mapping[str, tuple[str, ...]]
) -> Case:
    """Collect what is known of one parenthesis."""
    room = min(220, 40 + 3 * len(gloss.name) + (20 if gloss.acronym else 0))
    room = max([room, *(name.length for name in names)])
    base = max(pair.limit, pair.anchor_end - room)
    while base > pair.limit and paragraph[base] in "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆ":
        base -= 1
    text = paragraph[base : pair.anchor_end]
    words = _words(text)
    sounds = thai_sounds(text)
    context = Context(text, sounds, frozenset(word.start for word in words))
    forms = [gloss_words(form) for form in alternatives(gloss.name)] if gloss.kind == "foreign" else [[]]
    coverage, costs, weight = None, {}, 0
    cover_best = -1.0
    for form in forms[:3]:
        covered = cover(form, context, nouns)
        latin = latin_sounds(latin_name(form))
        score = len(covered.found) / max(1, covered.content)
        by_start: dict[int, float] = {}
        if consonants(latin):
            for sound, (cost, _) in zip(sounds, costs_by_start(latin, sounds), strict=True):
                by_start[sound.start] = min(cost, by_start.get(sound.start, 99.0))
            score = max(score, 1 - min(by_start.values(), default=9) / consonants(latin))
        if score > cover_best:
            cover_best, coverage, costs, weight = score, covered, by_start, consonants(latin)
    assert coverage is not None
    known = {len(text) - name.length: name for name in reversed(names) if name.length <= len(text)}
    return Case(
        context=context,
        gloss=gloss,
        coverage=coverage,
        known=known,
        words=words,
        costs=costs,
        weight=weight,
        nameness=_nameness(coverage, costs, weight),
        letters=sum(char.isalnum() for char in gloss.name),
    )


def _nameness(coverage: Coverage, costs: Mapping[int, float], weight: int) -> float:
    """How much the gloss sounds like what stands before it, between 0 and 1."""
    if not weight or not costs:
        return 0.0
    cost = min(costs.values()) / weight
    lower = not any(word[:1].isupper() for word in coverage.words)
    if any(plain(word) in TITLES and position in coverage.found for position, word in enumerate(coverage.words)):
        return 0.0
    translated = [m for m in coverage.found.values() if m[0].kind != "sound"]
    head = coverage.head is not None and any(m.kind == "noun" for m in coverage.found.get(coverage.head, ()))
    if cost > 0.15 and (head or 2 * len(translated) >= coverage.content):
        return 0.0
    limit = 0.40 - (0.12 if lower else 0) - (0.2 if weight < 3 else 0)
    return max(0.0, min(1.0, (limit - cost) / 0.12))


def candidates(case: Case) -> list[int]:
    """Where an anchor may begin: at the start of a cluster."""
    text = case.context.text
    starts = [0, *clusters(text)[:-1]]
    return [start for start in starts if text[start] not in _NOT_START]


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[Word, ...]:
    from pythainlp.tokenize import word_tokenize

    words, at = [], 0
    for piece in word_tokenize(text, engine="newmm"):
        words.append(Word(at, at + len(piece), piece))
        at += len(piece)
    return tuple(words)
