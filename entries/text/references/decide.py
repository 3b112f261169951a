"""Where the anchor of each parenthesis begins: the general case, and those that need no weighing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from entries.text.references import explain
from entries.text.references.cases import KEPT, build_case
from entries.text.references.class_nouns import DEFAULT_CLASS_NOUNS, ClassNoun
from entries.text.references.coverage import Nouns, nouns_of
from entries.text.references.glosses import Gloss, parse_gloss
from entries.text.references.initials import is_acronym, spoken_initials
from entries.text.references.lexicon import NO_NAMES, KnownName, Lexicon
from entries.text.references.spans import QUOTE_PAIRS, Parenthesis, parentheses
from entries.text.references.values import Evidence, Odds, Reference
from entries.text.references.weighing import confidence_of, weigh

MOST_REFERENCES = 10_000
"""So many parentheses of a text are weighed: no entry has more, and a broken export may have a hundred thousand."""
_CONTEXT = 320
_LONGEST_QUOTE = 160
_LETTER = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_LATIN_RUN = re.compile(rf"[{_LETTER}](?:[{_LETTER}0-9 .,:;'’&?!/–-]*[{_LETTER}0-9.?!])?$")
_OR = re.compile(r"หรือ\s?(?P<short>[^\s()]{2,16})$")


@dataclass(frozen=True, slots=True)
class _Place:
    """One parenthesis to decide: its paragraph, its offsets and its gloss."""

    number: int
    text: str
    pair: Parenthesis
    gloss: Gloss

    @property
    def context(self) -> str:
        """The prose that the anchor may lie in, up to its end."""
        return self.text[max(self.pair.limit, self.pair.anchor_end - _CONTEXT) : self.pair.anchor_end]

    @property
    def whole(self) -> bool:
        """Whether the context begins where the anchor may at the earliest."""
        return self.pair.anchor_end - self.pair.limit <= _CONTEXT


@dataclass(frozen=True, slots=True)
class _End:
    """A left end: how long the anchor is, how sure that is, and why; with its odds where it was weighed as it is."""

    length: int
    confidence: float
    evidence: tuple[Evidence, ...]
    odds: Odds | None = None


def find_references(
    paragraphs: Sequence[str],
    *,
    lexicon: Lexicon = NO_NAMES,
    class_nouns: Sequence[ClassNoun] = DEFAULT_CLASS_NOUNS,
    openings: Collection[int] | None = None,
) -> list[Reference]:
    """One `Reference` for every parenthesis of the prose, in order.

    paragraphs: the prose, without indents. lexicon: the names that are known; it is asked once. class_nouns: the head
    nouns of glosses with their translations. openings: only the parentheses that open at one of these offsets of their
    paragraph. Never raises; takes time in proportion to the prose, of which the first MOST_REFERENCES parentheses are
    weighed and the others left out.

    >>> paragraph = "ต่อมาเลนินยอมลงนามในสนธิสัญญาเบรสต์-ลิตอฟสค์ (Treaty of Brest-Litovsk)*"
    >>> [found] = find_references([paragraph])
    >>> paragraph[found.start : found.end]
    'สนธิสัญญาเบรสต์-ลิตอฟสค์'
    """
    nouns = nouns_of(class_nouns)
    places = list(islice(_places(paragraphs, openings), MOST_REFERENCES))
    contexts = [place.context for place in places]
    known = lexicon.known_suffixes(contexts + [_before_or(place) for place in places])
    answers = zip(places, known[: len(places)], known[len(places) :], strict=True)
    return [_reference(place, _left_end(place, names, names_before, nouns)) for place, names, names_before in answers]


def _places(paragraphs: Sequence[str], openings: Collection[int] | None) -> Iterator[_Place]:
    for number, text in enumerate(paragraphs):
        for pair in parentheses(text):
            if openings is None or pair.open in openings:
                yield _Place(number, text, pair, parse_gloss(text[pair.inner_start : pair.inner_end]))


def _reference(place: _Place, end: _End) -> Reference:
    """The answer for one parenthesis."""
    pair, gloss = place.pair, place.gloss
    return Reference(
        paragraph=place.number,
        start=pair.anchor_end - end.length,
        end=pair.anchor_end,
        gloss=gloss.text,
        gloss_start=pair.inner_start,
        gloss_end=pair.inner_end,
        open=pair.open,
        close=pair.close,
        starred=pair.star is not None,
        star=pair.star,
        confidence=end.confidence,
        evidence=end.evidence,
        gloss_name=gloss.name,
        acronym=gloss.acronym,
        dates=gloss.dates,
        kind=_kind(pair, gloss, end),
        odds=end.odds,
    )


def _kind(pair: Parenthesis, gloss: Gloss, end: _End) -> str:
    if pair.star is not None:
        return "reference"
    if gloss.kind == "foreign":
        return "foreign" if explain.LATIN in end.evidence else "gloss"
    return "dates" if gloss.kind == "dates" else "remark"


def _left_end(place: _Place, names: Sequence[KnownName], names_before: Sequence[KnownName], nouns: Nouns) -> _End:
    """Where the anchor begins, by the first way that applies."""
    context = place.context
    if not context.strip():
        return _End(0, 0.9, (explain.NOTHING,))
    return (
        _in_quotes(place)
        or _in_latin(context, names)
        or _initials(place, context, names)
        or _with_short_form(place, names, names_before, nouns)
        or _weighed(place.gloss, context, names, nouns, place.whole)
    )


def _in_quotes(place: _Place) -> _End | None:
    """The anchor is what stands in quotes straight before the parenthesis."""
    pair, text = place.pair, place.text
    if pair.quote is None:
        return None
    earliest = max(pair.limit, pair.anchor_end - _LONGEST_QUOTE)
    opening = text.rfind(QUOTE_PAIRS[text[pair.quote]], earliest, pair.anchor_end)
    inside = text[opening + 1 : pair.anchor_end].lstrip() if opening >= 0 else ""
    return _End(len(inside), 0.97, (explain.QUOTES,)) if inside else None


def _in_latin(context: str, names: Sequence[KnownName]) -> _End | None:
    """The anchor is a run of words in Latin script."""
    run = _LATIN_RUN.search(context, max(0, len(context) - _LONGEST_QUOTE))
    if run is None:
        return None
    for name in sorted(names, key=lambda name: name.is_lent):
        if name.length <= len(run.group()):
            return _End(name.length, 0.97, (explain.known(name), explain.LATIN))
    return _End(len(run.group()), 0.95, (explain.LATIN,))


def _initials(place: _Place, context: str, names: Sequence[KnownName]) -> _End | None:
    """The anchor is an acronym spoken letter by letter."""
    gloss = place.gloss
    acronym = gloss.name if is_acronym(gloss.name) else gloss.acronym
    start = spoken_initials(context, acronym) if acronym else None
    if start is None or (context[:start].rstrip().endswith("หรือ") and not is_acronym(gloss.name)):
        return None
    length = len(context) - start
    evidence = [explain.known(name) for name in names if name.length == length]
    return _End(length, 0.97, (*evidence, explain.initials(acronym)))


def _or_match(place: _Place, context: str) -> re.Match[str] | None:
    """The short form after หรือ at the end of the context, where the gloss has an acronym."""
    return _OR.search(context, max(0, len(context) - 24)) if place.gloss.acronym else None


def _before_or(place: _Place) -> str:
    """The context without ``หรือเนป`` at its end; "" where there is none."""
    context = place.context
    match = _or_match(place, context)
    return context[: match.start()].rstrip() if match else ""


def _with_short_form(
    place: _Place, names: Sequence[KnownName], names_before: Sequence[KnownName], nouns: Nouns
) -> _End | None:
    """The anchor is a full form, หรือ, and the short form that the gloss's acronym stands for."""
    before = _before_or(place)
    if not before:
        return None
    full = _weighed(place.gloss, before, names_before, nouns, place.whole)
    length = full.length + len(place.context) - len(before)
    for name in names:
        if name.length == length:
            return _End(length, max(full.confidence, 0.95), (explain.known(name), *full.evidence))
    return _End(length, full.confidence, full.evidence)


def _weighed(gloss: Gloss, context: str, names: Sequence[KnownName], nouns: Nouns, whole: bool) -> _End:
    """The likeliest place by all that is known."""
    case = build_case(context, gloss, names, nouns, whole=whole)
    ranked = weigh(case, case.starts)
    if not ranked:
        return _End(0, 0.5, (explain.NOTHING,))
    best = ranked[0]
    length = len(case.context.text) - best.start
    before = context[: len(context) - length]
    kept = 0
    if gloss.kind == "foreign" and best.start not in case.known:
        kept = next((len(noun) for noun in KEPT if before.endswith(noun)), 0)
    rival = ranked[1] if len(ranked) > 1 else None
    # A name that becomes known at a noun which is kept makes more than one place likelier.
    settled = kept or case.context.text.startswith(KEPT, best.start)
    odds = None if settled else Odds(best.probability, rival.probability if rival else 0.0)
    return _End(length + kept, confidence_of(case, best), explain.explain(case, best, rival), odds)
