"""Results as they are shown: faces of a page of hits, why each was found, and passages with what was found marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, gettext_noop

from entries.models import DatedPassage, Projection
from entries.search.folding import finder
from entries.search.query import Query
from entries.search.ranking import Place, Placed
from entries.search.rows import spoken_name
from entries.search.snippets import Passage, Spot, fields_of, keywords_of, paragraphs_of, passages
from entries.search.sounds import Near
from entries.text.article import LABELS
from entries.text.thai import thai_digits


@dataclass(frozen=True, slots=True)
class Result:
    """One entry found. `why` says in a few words what matched; `near` the name that is alike, "" for a real hit."""

    face: Projection
    place: Place | None
    why: str
    passages: tuple[Passage, ...]
    near: str = ""


def results(query: Query, shown: Sequence[Placed], *, is_loose: bool) -> list[Result]:
    """The hits of a page; `is_loose` where the words were taken one by one."""
    faces = _faces([one.face for one in shown])
    runs = [query.whole.runs] if query.whole.runs and len(query.terms) > 1 and not is_loose else []
    runs += [term.runs for term in query.terms if term.letters > 1]
    spots = _dated(query, list(faces))
    found = []
    for one in shown:
        face = faces[one.face]
        paragraphs = _paragraphs(face)
        # What else an entry has follows the prose: authors, books, sources.
        others = _others(face) if one.place == Place.ELSEWHERE else []
        cut = passages([*paragraphs, *others], runs, spots=spots.get(one.face, ()))
        named = _named(face, paragraphs, runs) if one.place in (Place.EXACT_TERM, Place.IN_TERM) else ""
        why = (
            named or _why(one, is_loose=is_loose, has_years=bool(query.years))
            if query.terms or query.spans
            else gettext("ตรงตามเงื่อนไข")
        )
        found.append(Result(face, one.place, why, tuple(cut)))
    return found


def near_results(near: Sequence[tuple[int, Near]]) -> list[Result]:
    """Entries whose names are like what was asked for."""
    faces = _faces([face for face, _near in near])
    found = []
    for number, one in near:
        face = faces[number]
        found.append(Result(face, None, one.why, tuple(passages(_paragraphs(face), [])), one.name))
    return found


#: What a page of results says of an entry, its address, and the text that passages are cut from.
_SHOWN: Final = ("headword", "thai_title", "years_ce", "years_be", "see", "kind", "entry__slug", "revision__text")


def _faces(ids: Sequence[int]) -> dict[int, Projection]:
    """Faces with their texts; what no page of results shows is left where it is."""
    return Projection.objects.select_related("entry", "revision").only(*_SHOWN).in_bulk(ids) if ids else {}


def _paragraphs(face: Projection) -> list[str]:
    return [] if face.see else paragraphs_of(face.revision.text, bool(face.headword) + bool(face.thai_title))


_NOT_OTHERS: Final = {LABELS[name] for name in ("headwords", "thai_titles", "keywords")}
_GLOSS: Final = re.compile(r"\(([^()]*[A-Za-z][^()]*)\)")


def _others(face: Projection) -> list[str]:
    """The values of the entry's other fields."""
    fields = fields_of(face.revision.text)
    return [value for label, values in fields.items() if label not in _NOT_OTHERS for value in values]


def _named(face: Projection, paragraphs: Sequence[str], runs: Sequence[Sequence[str]]) -> str:
    """Which keyword or gloss the query stands in; "" where it stands in a period."""
    keywords = keywords_of(face.revision.text)
    for find in (finder(tuple(forms)) for forms in runs):
        for keyword in keywords:
            if find.search(keyword) or find.search(spoken_name(keyword)):
                return gettext("อยู่ในคำสำคัญ “%(name)s”") % {"name": keyword}
        glosses = (gloss for paragraph in paragraphs for gloss in _GLOSS.findall(paragraph))
        if gloss := next((gloss for gloss in glosses if find.search(gloss)), ""):
            return gettext("อยู่ในคำกำกับภาษาต่างประเทศ “%(name)s”") % {"name": gloss}
    return ""


def _dated(query: Query, ids: Sequence[int]) -> dict[int, list[Spot]]:
    """Places in the prose of these faces that tell of the years asked for."""
    found: dict[int, list[Spot]] = {}
    if not ids:
        return found
    for first, last in query.years:
        rows = DatedPassage.objects.filter(face__in=ids, first__lte=last, last__gte=first)
        for face, *place in rows.order_by("position").values_list("face_id", "paragraph", "start", "end"):
            found.setdefault(face, []).append((place[0], place[1], place[2]))
    return found


_WHY: Final = {
    Place.EXACT_NAME: gettext_noop("ตรงกับชื่อรายการ"),
    Place.BEGINS_NAME: gettext_noop("ชื่อรายการขึ้นต้นด้วยคำนี้"),
    Place.BEGINS_WORD_OF_NAME: gettext_noop("อยู่ในชื่อรายการ"),
    Place.IN_NAME: gettext_noop("อยู่ในชื่อรายการ"),
    Place.EXACT_TERM: gettext_noop("เป็นคำสำคัญหรือคำกำกับภาษาต่างประเทศ"),
    Place.PARTLY_IN_NAME: gettext_noop("มีคำที่ค้นอยู่ในชื่อรายการ"),
    Place.IN_TERM: gettext_noop("อยู่ในคำสำคัญ คำกำกับภาษาต่างประเทศ หรือช่วงเวลา"),
    Place.IN_PROSE: gettext_noop("อยู่ในคำอธิบาย"),
    Place.ELSEWHERE: gettext_noop("อยู่ในส่วนอื่นของรายการ"),
}


def _why(one: Placed, *, is_loose: bool, has_years: bool) -> str:
    if is_loose and one.place > Place.PARTLY_IN_NAME:
        return gettext("มีคำที่ค้นแต่ไม่ได้อยู่ติดกัน")
    if one.place == Place.IN_TERM and has_years:
        return gettext("ช่วงเวลาของรายการตรงกับปีที่ค้น")
    why = gettext(_WHY[one.place])
    if one.place == Place.IN_PROSE and one.count > 1:
        # ngettext's rules are of no use here: a number stands beside every plural.
        return gettext("%(why)s %(times)s แห่ง") % {"why": why, "times": thai_digits(one.count)}
    return why
