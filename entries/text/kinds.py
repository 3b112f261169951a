"""What kind of thing an entry is on: guessed from its names and its lead until an editor decides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from entries.text.article import Article
from entries.text.dates import parse_periods
from entries.text.names import DEFAULT_HONORIFICS, Honorific, parse_title, turn_round
from entries.text.references.glosses import plain, singular
from entries.text.thai import normalise, roman_regnals

#: The kind of a person: the only one that rules of names look at.
PERSON: Final = "person"
#: The kind of what fits no other.
OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry, a row of a table that editors extend.

    `titles` are words that a Thai title of this kind begins with, `headwords` English head nouns (lower case, singular;
    "-ism" is an ending, and counts for less), `lead` words that follow เป็น, คือ or หมายถึง at the start of the lead.
    """

    slug: str
    name: str
    titles: tuple[str, ...] = ()
    headwords: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The likeliest kind (its slug), why in Thai, the weightiest reason first, and how sure that is (0 to 1)."""

    kind: str
    evidence: tuple[str, ...]
    confidence: float


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DEFAULT_KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        PERSON, "บุคคล",
        headwords=_words(
            """
            king queen emperor empress tsar pope saint duke count earl prince princess lord sir baron
            """
        ),
        lead=_words(
            """
            นัก ผู้นำ ผู้บัญชาการ ผู้ก่อตั้ง ผู้แทน ผู้ปกครอง ผู้ประดิษฐ์ ผู้สถาปนา รัฐบุรุษ รัฐมนตรี
            อัครมหาเสนาบดี อัครเสนาบดี มุขมนตรี นายกรัฐมนตรี ประธานาธิบดี กษัตริย์ พระมหากษัตริย์ พระราชา
            จักรพรรดิองค์ จักรพรรดิแห่ง จักรพรรดิพระองค์ จักรพรรดิฝรั่งเศส จักรพรรดิรัสเซีย จักรพรรดินี ซาร์
            ไกเซอร์ พระราชินี พระราชโอรส พระราชธิดา พระโอรส พระธิดา พระชายา พระมเหสี พระสันตะปาปา สันตะปาปา
            นักบุญ บิชอป คาร์ดินัล บาทหลวง แม่ทัพ นายพล จอมพล นายทหาร ทหาร ขุนนาง กวี จิตรกร ศิลปิน ประติมากร
            สถาปนิก คีตกวี วาทยกร วิศวกร แพทย์ นายแพทย์ ศาสตราจารย์ ปราชญ์ วีรบุรุษ วีรสตรี สตรี บุตร ธิดา
            ทายาท เผด็จการ จอมเผด็จการ เลขาธิการ ทนายความ เจ้าชาย เจ้าหญิง ราชเลขาธิการ ดุ๊ก ชาว พลเรือเอก
            พระประมุข ประมุข
            """
        ),
    ),
    Kind(
        "event", "เหตุการณ์/สงคราม",
        titles=_words(
            """
            สงคราม มหาสงคราม การปฏิวัติ ปฏิวัติ ยุทธการ ยุทธนาวี สมรภูมิ การรบ การสู้รบ ศึก การล้อม การปิดล้อม
            กบฏ การกบฏ ขบถ วิกฤตการณ์ วิกฤต เหตุการณ์ การลุกฮือ การลุกขึ้นสู้ การจลาจล จลาจล รัฐประหาร
            การรัฐประหาร การสังหาร การสังหารหมู่ การฆ่าล้าง การกวาดล้าง กรณี คดี การประชุม การเลือกตั้ง การรวม
            การปฏิรูป การล่มสลาย การยึด การนัดหยุดงาน การเดินขบวน การลอบสังหาร การลอบปลงพระชนม์ การบุก การยกพล
            การทลาย การทัพ การพิจารณาคดี การแบ่งโปแลนด์ การแบ่ง คอมมูน วันอาทิตย์ วันแห่ง ปฏิบัติการ
            สมัยแห่งความ สมัยแห่ง ยุค สมัย คืน การอพยพ การขนส่งทางอากาศ การตื่นตระหนก ทุพภิกขภัย ภาวะเศรษฐกิจ
            การผนวก การก่อ สงครามครูเสด
            """
        ),
        headwords=_words(
            """
            war revolution battle campaign siege rebellion revolt uprising rising insurrection mutiny crisis
            affair case incident massacre congress conference meeting coup putsch purge terror holocaust
            commune reformation restoration unification partition election strike riot trial assassination
            invasion offensive operation blockade crusade famine depression renaissance enlightenment night
            sunday spring day raid plot conspiracy march evacuation airlift landing storming fall retreat
            annexation collapse reform risorgimento
            """
        ),
        lead=_words(
            """
            สงคราม การสงคราม การปฏิวัติ ยุทธการ การรบ การสู้รบ การต่อสู้ การจลาจล การก่อกบฏ กบฏ การลุกฮือ
            เหตุการณ์ วิกฤตการณ์ การประชุม รัฐประหาร การสังหาร ชุดการปฏิวัติ การปะทะ กระแสการปฏิวัติ คลื่น
            ความขัดแย้ง การเปลี่ยนแปลง ความเคลื่อนไหว การเลือกตั้ง การล้อม รัฐบาลปฏิวัติ รัฐบาลท้องถิ่น
            ช่วงเวลา สมัยที่
            """
        ),
    ),
    Kind(
        "treaty", "สนธิสัญญา/เอกสาร",
        titles=_words(
            """
            สนธิสัญญา สัญญา กติกาสัญญา กติกา ความตกลง ข้อตกลง อนุสัญญา กฎบัตร พระราชบัญญัติ พระราชกฤษฎีกา
            กฤษฎีกา ปฏิญญา คำประกาศ ประกาศ แถลงการณ์ รัฐธรรมนูญ กฎหมาย ประมวลกฎหมาย ธรรมนูญ คำขาด บันทึก
            พิธีสาร โทรเลข รัฐบัญญัติ ร่างพระราชบัญญัติ หนังสือพิมพ์ หนังสือ คำแถลง มหากฎบัตร ญัตติ แผนการ แผน
            ความตกลงฉันท์มิตร พระราชโองการ สารตรา
            """
        ),
        headwords=_words(
            """
            treaty pact agreement accord convention charter act law decree declaration manifesto constitution
            protocol ultimatum code edict dispatch telegram memorandum bill covenant concordat armistice carta
            plan report statute testament compromise
            """
        ),
        lead=_words(
            """
            สนธิสัญญา ข้อตกลง ความตกลง สัญญา เอกสาร กฎหมาย พระราชบัญญัติ รัฐธรรมนูญ แถลงการณ์ คำประกาศ ปฏิญญา
            กฎบัตร อนุสัญญา กติกา หนังสือ กติกาสัญญา จดหมาย โทรเลข พระราชกฤษฎีกา
            """
        ),
    ),
    Kind(
        "organisation", "องค์การ/พรรคการเมือง",
        titles=_words(
            """
            พรรค พรรคการเมือง สันนิบาต สมาคม องค์การ องค์กร กลุ่ม พวก ขบวนการ สภา รัฐสภา สมัชชา กองทัพ
            กองกำลัง สหภาพแรงงาน คณะ สโมสร สำนัก ธนาคาร มหาวิทยาลัย ราชบัณฑิตยสถาน สถาบัน หน่วย ตำรวจ บริษัท
            สหพันธ์แรงงาน ชมรม ประชาคม ศาล กรม กระทรวง นิกาย ศาสนจักร คริสตจักร โคมินเทิร์น โคมินฟอร์ม เคจีบี
            เชกา เกสตาโป สหประชาชาติ กองพลน้อย แนวร่วม ฝ่าย มูลนิธิ ภราดรภาพ พันธมิตร สัมพันธมิตร ไตรภาคี
            มหาอำนาจ ราชวงศ์ ตระกูล
            """
        ),
        headwords=_words(
            """
            party league organization organisation movement army society association council assembly
            parliament diet duma senate committee commission club bank university academy institute office
            police guard brigade corps company order front church international comintern cominform nation
            federation opposition brotherhood girondin jacobin chartist faction group house dynasty ministry
            court agency bureau community powers power service fleet legion bund bloc alliance -ists -iks
            -icks -ites -crats
            """
        ),
        lead=_words(
            """
            พรรค พรรคการเมือง กลุ่ม องค์การ องค์กร สมาคม ขบวนการ สภา รัฐสภา สถาบัน หน่วยงาน หน่วย กองทัพ
            กองกำลัง สหภาพแรงงาน ฝ่าย คณะ สันนิบาต สมาชิก ตำรวจ ธนาคาร บริษัท ราชวงศ์ สำนักงาน
            """
        ),
    ),
    Kind(
        "idea", "แนวคิด/ลัทธิ",
        titles=_words(
            """
            ลัทธิ แนวคิด แนวความคิด ทฤษฎี อุดมการณ์ หลักการ นโยบาย ระบบ ระบอบ หลัก วาทะ ความคิด แนวทาง
            สังคมนิยม เสรีนิยม ชาตินิยม อนุรักษนิยม ดุลแห่งอำนาจ ดุลอำนาจ ปัญหา สัจนิยม จินตนิยม ยุคภูมิธรรม
            ขบวนการภูมิธรรม กลาสนอสต์ เปเรสตรอยกา การอยู่ร่วมกัน การบูชา การรวมกลุ่ม อนาธิปไตย ประชาธิปไตย
            เผด็จการ อำนาจนิยม
            """
        ),
        headwords=_words(
            """
            -ism doctrine theory policy system principle ideology idea question concept philosophy democracy
            anarchy balance glasnost perestroika romanticism -ization -isation cult coexistence dictatorship
            autocracy monarchy
            """
        ),
        lead=_words(
            """
            ลัทธิ แนวคิด แนวความคิด ทฤษฎี อุดมการณ์ หลักการ นโยบาย ระบบ ระบอบ ปรัชญา ความคิด คำสอน ชุดความคิด
            ความเชื่อ อุดมคติ คำที่ คติ ขบวนการทางความคิด
            """
        ),
    ),
    Kind(
        "place", "รัฐ/สถานที่",
        titles=_words(
            """
            สาธารณรัฐ สหพันธ์สาธารณรัฐ สหพันธรัฐ สหพันธ์ จักรวรรดิ ราชอาณาจักร อาณาจักร สหราชอาณาจักร
            สหภาพโซเวียต สมาพันธรัฐ สมาพันธ์ สหรัฐ กรุง เมือง นคร นครรัฐ แคว้น รัฐ มณฑล จังหวัด ดินแดน ประเทศ
            แม่น้ำ เกาะ หมู่เกาะ คาบสมุทร ทะเล ทะเลสาบ ช่องแคบ อ่าว เทือกเขา ภูเขา คลอง พระราชวัง วัง ปราสาท
            ป้อม คุก จัตุรัส กำแพง ฉนวน เขต อาณานิคม แกรนด์ดัชชี ดัชชี ราชรัฐ สหภาพสาธารณรัฐ วิหาร มหาวิหาร
            แหลม ทุ่ง ฐานทัพ ค่าย
            """
        ),
        headwords=_words(
            """
            republic empire kingdom confederation commonwealth state city town province duchy island peninsula
            river sea strait canal corridor wall palace castle prison camp square basin region territory lake
            mountain gulf valley isle bastille tower colony principality reich -ia -land -burg -grad -sk
            """
        ),
        lead=_words(
            """
            เมือง เมืองหลวง เมืองท่า อดีตเมืองหลวง นคร กรุง ประเทศ จักรวรรดิ อาณาจักร ราชอาณาจักร รัฐ
            สาธารณรัฐ แคว้น ดินแดน มณฑล เกาะ หมู่เกาะ แม่น้ำ คาบสมุทร ทะเล ช่องแคบ พระราชวัง ป้อม คุก
            ชื่อเมือง เขต ภูมิภาค สหพันธรัฐ สหภาพ อดีตนคร รัฐบาลและชื่อรัฐ ระบอบสาธารณรัฐ
            """
        ),
    ),
    Kind(OTHER, "อื่น ๆ"),
)  # fmt: skip

_MARK: Final = "ะัาำิีึืฺุู็่้๊๋์"
_PREDICATE: Final = re.compile(
    r"(?:เป็น|คือ|หมายถึง)(?!ที่|ผล|ต้น|อย่าง|เวลา|เพราะ)\s?(?:ชื่อ(?:ที่ใช้)?(?:เรียก)?(?:ของ)?|คำ(?:ที่ใช้)?เรียก)?(?P<what>[^\s(]{2,60})"
)
_LEAD: Final = 600
_LIFE: Final = re.compile(
    r"(?:เกิด|ประสูติ|พระราชสมภพ)(?:เมื่อ|ที่|ใน)\s?(?:วันที่|เมือง|กรุง|ค\.ศ\.|หมู่บ้าน|เดือน|คฤหาสน์|ครอบครัว|ตระกูล)"
)
_DEATH: Final = re.compile(r"ถึงแก่กรรม|ถึงแก่อสัญกรรม|ถึงแก่อนิจกรรม|เสียชีวิตเมื่อ|เสียชีวิตที่|สวรรคต|สิ้นพระชนม์")
_HEAD_ENDS: Final = frozenset(("of", "in", "for", "on", "at", "to", "from", "with", "against", "between", "under"))
_ENGLISH: Final = re.compile(r"[A-Za-z\u00c0-\u024f’']+")
_YEARS_OF_LIFE: Final = range(12, 105)


def guess_kind(
    article: Article,
    *,
    kinds: Sequence[Kind] = DEFAULT_KINDS,
    honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS,
) -> KindGuess:
    """The kind of an entry, from its Thai titles, headwords, lead and period.

    A table without "person" or "other" is fine: those clues then count for nothing. Ties go to the kind that comes
    first in the table. No clue at all gives "other" with confidence 0.

    >>> guess_kind(Article(headwords=("Crimean War",), thai_titles=("สงครามไครเมีย",))).kind
    'event'
    """
    scores: dict[str, float] = {kind.slug: 0.0 for kind in kinds}
    reasons: list[tuple[float, str, str]] = []
    for slug, weight, reason in _clues(article, kinds, honorifics):
        if slug in scores:
            scores[slug] += weight
            reasons.append((weight, slug, reason))
    ranked = sorted(scores.values(), reverse=True)
    if not ranked or ranked[0] <= 0:
        return KindGuess(OTHER, (), 0.0)
    best = max(scores, key=lambda slug: scores[slug])
    second = ranked[1] if len(ranked) > 1 else 0.0
    evidence = tuple(dict.fromkeys(reason for _, slug, reason in sorted(reasons, key=lambda r: -r[0]) if slug == best))
    return KindGuess(best, evidence, round((ranked[0] - second / 2) / (ranked[0] + second + 0.5), 3))


def _clues(
    article: Article, kinds: Sequence[Kind], honorifics: Sequence[Honorific]
) -> Iterator[tuple[str, float, str]]:
    for place, title in enumerate(article.thai_titles[:3]):
        yield from _title_clues(normalise(title), kinds, honorifics, 1.0 if place == 0 else 0.4)
    for place, headword in enumerate(article.headwords[:3]):
        yield from _headword_clues(normalise(headword), kinds, 1.0 if place == 0 else 0.4)
    yield from _person_by_names(article, honorifics)
    yield from _lead_clues(normalise(article.lead[:_LEAD]), kinds)
    text = normalise(" ".join(article.paragraphs[:2])[: 2 * _LEAD])
    if _LIFE.search(text):
        yield PERSON, 1.5, "คำอธิบายบอกการเกิดของบุคคล"
    if any(_DEATH.search(paragraph) for paragraph in article.paragraphs) and _life_long(article):
        yield PERSON, 0.7, "ช่วงเวลายาวเท่าชีวิตคน และคำอธิบายบอกการตาย"
    if any(period.kind in ("life", "reign") for period in parse_periods(article.periods_ce, article.periods_be)):
        yield PERSON, 2.5, "ช่วงเวลาเป็นปีเกิด ปีตาย หรือปีครองราชย์"


def _life_long(article: Article) -> bool:
    periods = parse_periods(article.periods_ce, article.periods_be)
    return bool(periods) and any(
        p.start is not None and p.end is not None and p.end - p.start in _YEARS_OF_LIFE for p in periods[:1]
    )


def _title_clues(
    title: str, kinds: Sequence[Kind], honorifics: Sequence[Honorific], share: float
) -> Iterator[tuple[str, float, str]]:
    slug, word = _longest(title, kinds, "titles")
    parsed = parse_title(title, honorifics)
    if parsed.rows and len(parsed.honorific) + len(parsed.rows[0].word) > len(word):
        yield PERSON, 4.0 * share, f"คำเทียบขึ้นต้นด้วยคำนำหน้าชื่อ “{parsed.honorific or parsed.rows[0].word}”"
    elif word:
        yield slug, 3.5 * share, f"คำเทียบขึ้นต้นด้วย “{word}”"


def _longest(text: str, kinds: Sequence[Kind], column: str) -> tuple[str, str]:
    """The kind whose word the text begins with, the longest of all such words; ("", "") for none."""
    best = ("", "")
    for kind in kinds:
        for word in getattr(kind, column):
            if len(word) > len(best[1]) and text.startswith(word) and text[len(word) : len(word) + 1] not in set(_MARK):
                best = (kind.slug, word)
    return best


def _headword_clues(headword: str, kinds: Sequence[Kind], share: float) -> Iterator[tuple[str, float, str]]:
    spoken = turn_round(headword)
    words = [plain(word) for word in _ENGLISH.findall(spoken)]
    head = _head(words)
    table = _english_words(tuple(kinds))
    for word, weight in ((head, 2.5), (words[0] if words else "", 1.0)):
        for form in singular(word) if word else ():
            if form in table and (word == head or words[1:2] == ["of"] or table[form] == PERSON):
                yield table[form], weight * share, f"คำตั้งมีคำว่า “{word}”"
                break
        else:
            endings = [
                (ending, slug) for ending, slug in table.items() if ending[0] == "-" and word.endswith(ending[1:])
            ]
            if endings and word == head and len(word) > 4:
                yield endings[0][1], 1.5 * share, f"คำตั้งลงท้ายด้วย “{endings[0][0]}”"


def _head(words: Sequence[str]) -> str:
    """The head noun: the last word before the first preposition, else the last."""
    for place, word in enumerate(words):
        if word in _HEAD_ENDS and place:
            return words[place - 1]
    return words[-1] if words else ""


@lru_cache(maxsize=16)
def _english_words(kinds: tuple[Kind, ...]) -> dict[str, str]:
    table: dict[str, str] = {}
    for kind in kinds:
        for word in kind.headwords:
            table.setdefault(word, kind.slug)
    return table


def _person_by_names(article: Article, honorifics: Sequence[Honorific]) -> Iterator[tuple[str, float, str]]:
    headword = normalise(article.headword)
    turned = turn_round(headword, honorifics)
    given = headword.partition(",")[2].split()
    if turned != headword and given and given[-1].casefold() not in _HEAD_ENDS | {"the"}:
        yield PERSON, 2.0, "คำตั้งกลับนามสกุลไว้ข้างหน้า"
    if any(True for _ in roman_regnals(headword)) and "war" not in headword.casefold():
        yield PERSON, 2.0, "คำตั้งมีลำดับที่ของผู้ครองราชย์"
    titles = {normalise(parse_title(title, honorifics).full) for title in article.thai_titles}
    if any(turn_round(normalise(keyword)) in titles and "," in keyword for keyword in article.keywords):
        yield PERSON, 2.0, "คำสำคัญมีชื่อนี้ในรูปที่กลับนามสกุล"


def _lead_clues(lead: str, kinds: Sequence[Kind]) -> Iterator[tuple[str, float, str]]:
    weight = 2.5
    for found in list(_PREDICATE.finditer(lead))[:3]:
        slug, word = _longest(found["what"], kinds, "lead")
        if word:
            yield slug, weight, f"ความนำบอกว่าเป็น “{word}”"
        # What is said later is often said of something else (มีเลนินเป็นผู้นำ).
        weight = 0.5
