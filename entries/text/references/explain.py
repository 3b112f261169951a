"""Why an anchor begins where it does, in words for an editor."""

from __future__ import annotations

from entries.text.references.lexicon import KnownName
from entries.text.references.stopwords import BEFORE
from entries.text.references.values import Evidence
from entries.text.references.weighing import Case, Place

QUOTES = Evidence("quotes", "คำที่โยงอยู่ในเครื่องหมายอัญประกาศ")
LATIN = Evidence("latin", "คำที่โยงเป็นอักษรโรมันทั้งหมด")
NOTHING = Evidence("none", "ไม่มีคำอยู่หน้าวงเล็บ")
WORTH_A_WORD = 0.08
"""The next best place is named where it is at least so probable."""
_SOURCES = {
    "keyword": "คำสำคัญ",
    "headword": "คำตั้ง",
    "title": "คำเทียบ",
    "alias": "ชื่ออื่น",
    "anchor": "คำที่โยงซึ่งยืนยันแล้ว",
}


def known(name: KnownName) -> Evidence:
    """The evidence of a known name."""
    return Evidence("name", f"ตรงกับ{_SOURCES.get(name.source, 'ชื่อที่รู้จัก')} “{name.name}”")


def initials(acronym: str) -> Evidence:
    """The evidence of an acronym spoken letter by letter."""
    return Evidence("initials", f"อ่านอักษรย่อ {acronym} ทีละตัวอักษร")


def explain(case: Case, best: Place, rival: Place | None) -> tuple[Evidence, ...]:
    """The reasons for `best`, the strongest first; `rival` is the next place, where it deserves a word."""
    text = case.context.text
    reasons: list[Evidence] = []
    if best.start in case.known:
        reasons.append(known(case.known[best.start]))
    if case.nameness >= 0.5 and best.features.get("sound", 0.0) > -0.3:
        reasons.append(Evidence("sound", f"ออกเสียงตรงกับ {_sounded(case)}"))
        if best.start in case.stood:
            reasons.append(Evidence("given_names", f"ชื่อข้างหน้าขึ้นต้นด้วยเสียงของอักษรย่อ {' '.join(case.initials)}"))
    reasons.extend(_from_coverage(case, best))
    reasons.extend(_from_boundary(case, best))
    if not any(reason.code in ("name", "sound", "class_noun", "words") for reason in reasons):
        reasons.append(Evidence("guess", "ไม่พบคำแปลหรือเสียงที่ตรงกับคำกำกับภาษาต่างประเทศ จึงคะเนจากคำข้างเคียง"))
    if rival is not None and rival.probability >= WORTH_A_WORD:
        reasons.append(Evidence("alternative", f"อาจเริ่มที่ “{text[rival.start :]}” แทน"))
    return tuple(reasons)


def _sounded(case: Case) -> str:
    """The words of the gloss that sound so: all of it, unless some were not compared."""
    if case.initials or case.headless:
        return " ".join(case.heard)
    return case.gloss.name


def _from_coverage(case: Case, best: Place) -> list[Evidence]:
    """What the words of the gloss say."""
    coverage, reasons = case.coverage, []
    for match in coverage.matches():
        if match.start == best.start and match.kind == "noun":
            reasons.append(Evidence("class_noun", f"ขึ้นต้นด้วย “{match.thai}” ซึ่งแปลคำว่า {coverage.words[match.word]}"))
            break
    within = sum(any(match.start >= best.start for match in found) for found in coverage.found.values())
    if within and case.nameness < 0.5 and coverage.content > 1:
        if within == coverage.content:
            reasons.append(Evidence("words", "มีคำที่ตรงกับคำกำกับภาษาต่างประเทศครบทุกคำ"))
        else:
            reasons.append(Evidence("words", f"มีคำที่ตรงกับคำกำกับภาษาต่างประเทศ {within} คำใน {coverage.content} คำ"))
    elif within and case.nameness < 0.5 and not reasons:
        for match in coverage.matches():
            if match.start == best.start:
                return [Evidence("words", f"“{match.thai}” ตรงกับ {coverage.words[match.word]}")]
    return reasons


def _from_boundary(case: Case, best: Place) -> list[Evidence]:
    """What stands before it."""
    if best.start == 0:
        return [Evidence("start", "ขึ้นต้นข้อความหลังวงเล็บหรือต้นย่อหน้า")] if case.whole else []
    if case.context.text[best.start - 1].isspace():
        return [Evidence("space", "อยู่หลังวรรค")]
    for word in case.words:
        if word.end == best.start and word.text in BEFORE:
            return [Evidence("function_word", f"อยู่หลังคำว่า “{word.text}”")]
    return []
