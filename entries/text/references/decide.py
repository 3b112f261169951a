"""Where the anchor of each parenthesis begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from entries.text.references.class_nouns import DEFAULT_CLASS_NOUNS, ClassNoun
from entries.text.references.lexicon import NO_NAMES, KnownName, Lexicon
from entries.text.references.spans import Parenthesis, parentheses
from entries.text.references.values import Evidence, Reference

_STOP = re.compile("และ|กับ|ของ|ที่|ใน|โดย|ซึ่ง|เป็น|คือ|ว่า|จาก|แก่|ต่อ|เมื่อ|ให้|ชื่อ|เกิด|หรือ")


def find_references(
    paragraphs: Sequence[str],
    *,
    lexicon: Lexicon = NO_NAMES,
    class_nouns: Sequence[ClassNoun] = DEFAULT_CLASS_NOUNS,
) -> list[Reference]:
    """One `Reference` for every parenthesis of the prose, in order."""
    places = [(number, pair) for number, text in enumerate(paragraphs) for pair in parentheses(text)]
    contexts = [paragraphs[number][max(pair.limit, pair.anchor_end - 320) : pair.anchor_end] for number, pair in places]
    known = lexicon.known_suffixes(contexts)
    return [
        _reference(paragraphs[number], number, pair, context, names)
        for (number, pair), context, names in zip(places, contexts, known, strict=True)
    ]


def _reference(paragraph: str, number: int, pair: Parenthesis, context: str, names: Sequence[KnownName]) -> Reference:
    length, confidence = 0, 0.0
    evidence: tuple[Evidence, ...] = ()
    if names:
        length, confidence = names[0].length, 0.9
        evidence = (Evidence("name", f"ตรงกับชื่อที่รู้จัก “{names[0].name}”"),)
    elif context:
        at = max((match.end() for match in _STOP.finditer(context, 0, max(0, len(context) - 1))), default=0)
        at = max(at, context.rfind(" ") + 1)
        length, confidence = len(context) - at, 0.3
        evidence = (Evidence("stop", "ย้อนไปถึงวรรคหรือคำเชื่อมก่อนหน้า"),)
    gloss = paragraph[pair.inner_start : pair.inner_end]
    return Reference(
        paragraph=number,
        start=pair.anchor_end - length,
        end=pair.anchor_end,
        gloss=gloss,
        gloss_start=pair.inner_start,
        gloss_end=pair.inner_end,
        open=pair.open,
        close=pair.close,
        starred=pair.star is not None,
        star=pair.star,
        confidence=confidence,
        evidence=evidence,
        gloss_name=gloss,
        acronym="",
        dates="",
        kind="reference" if pair.star is not None else "gloss",
    )
