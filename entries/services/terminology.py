"""One term written in several ways: which, how often and where; and the house form put in their place, when asked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, F, Q, QuerySet

from entries.models import Alias, CrossReference, Entry, Origin, Projection, ReferencePlace, Revision
from entries.services.aliases import add_alias
from entries.services.locking import writing
from entries.services.revising import Change, Revised, revise
from entries.text.house_form import find_forms
from entries.text.names import reference_key
from entries.text.passage import passage


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write a term, and how many references have it."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Term:
    """A gloss with several Thai forms, or a Thai form with several glosses: `text` as most write it, variants too."""

    key: str
    text: str
    variants: tuple[Variant, ...]

    @property
    def times(self) -> int:
        """How many references there are of it."""
        return sum(variant.times for variant in self.variants)


@dataclass(frozen=True, slots=True)
class Correction:
    """A place where the house form would stand: in the text of the revision `base` (id) of an entry (id).

    `before` and `after` are the passage around it. `certain` is False where the form may be part of a longer word.
    """

    entry: int
    title: str
    base: int
    paragraph: int
    start: int
    end: int
    old: str
    new: str
    certain: bool
    before: str
    after: str


def _glossed(work: int) -> QuerySet[CrossReference]:
    rows = CrossReference.objects.filter(
        face__is_working=True, face__entry__work=work, place=ReferencePlace.PROSE, kind__in=("reference", "gloss")
    )
    return rows.exclude(Q(gloss_key="") | Q(anchor_key=""))


def glosses_with_several_forms(work: int) -> list[Term]:
    """Foreign terms that have more than one Thai form, those with most references first. One query."""
    return list(_terms(_counted(work, "gloss_key", "gloss", "anchor_key", "anchor")))


def forms_with_several_glosses(work: int) -> list[Term]:
    """Thai terms that stand for more than one foreign one, those with most references first. One query."""
    return list(_terms(_counted(work, "anchor_key", "anchor", "gloss_key", "gloss")))


_Counted = tuple[str, str, str, str, int]


def _counted(work: int, key: str, text: str, other_key: str, other: str) -> Iterable[_Counted]:
    rows = _glossed(work).order_by().values_list(F(key), F(text), F(other_key), F(other))
    return rows.annotate(times=Count("pk"))


def _terms(rows: Iterable[_Counted], *, least: int = 2) -> Iterator[Term]:
    terms: dict[str, list[_Counted]] = defaultdict(list)
    for row in rows:
        terms[row[0]].append(row)
    found = []
    for key, group in terms.items():
        if len({row[2] for row in group}) >= least:
            variants, texts = Counter[str](), Counter[str]()
            for _key, text, _other_key, other, times in group:
                variants[other] += times
                texts[text] += times
            commonest = min(texts, key=lambda text: (-texts[text], text))
            ranked = sorted(variants.items(), key=lambda item: (-item[1], item[0]))
            found.append(Term(key, commonest, tuple(Variant(text, times) for text, times in ranked)))
    yield from sorted(found, key=lambda term: (-term.times, term.key))


def term_of(work: int, *, gloss_key: str = "", anchor_key: str = "") -> Term | None:
    """The gloss of this key with its Thai forms, or the Thai form of this key with its glosses; None without any."""
    rows = _counted(work, "gloss_key", "gloss", "anchor_key", "anchor")
    if anchor_key:
        rows = _counted(work, "anchor_key", "anchor", "gloss_key", "gloss")
    key = gloss_key or anchor_key
    return next(_terms((row for row in rows if row[0] == key), least=1), None)


def uses(work: int, forms: Sequence[str]) -> Term:
    """These forms as one term, the commonest first, each with how often the prose of working texts has it."""
    counted = Counter(dict.fromkeys(forms, 0))
    for face in _holding(work, forms):
        for paragraph in face.revision.article.paragraphs:
            counted.update(place.text for place in find_forms(paragraph, forms, ""))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Term("", ranked[0][0], tuple(Variant(text, times) for text, times in ranked))


def places(work: int, *, gloss_key: str = "", anchor: str = "") -> QuerySet[CrossReference]:
    """The references with this gloss (by key), this Thai form (as written), or both, in filing order."""
    rows = _glossed(work)
    if gloss_key:
        rows = rows.filter(gloss_key=gloss_key)
    if anchor:
        rows = rows.filter(anchor=anchor)
    return rows.select_related("face__entry", "face__revision").order_by(
        "face__sort_key", "face__entry_id", "place", "position"
    )


def preview(work: int, forms: Sequence[str], house: str) -> list[Correction]:
    """Where one of these forms would give way to the house form in the working texts, in filing order.

    Only in the prose, and never inside quotations.
    """
    sought = [form for form in forms if form and form != house]
    found: list[Correction] = []
    for face in _holding(work, sought):
        for number, paragraph in enumerate(face.revision.article.paragraphs):
            for place in find_forms(paragraph, sought, house):
                first, last = passage(paragraph, place.start, place.end)
                found.append(
                    Correction(
                        entry=face.entry_id,
                        title=face.title,
                        base=face.revision_id,
                        paragraph=number,
                        start=place.start,
                        end=place.end,
                        old=place.text,
                        new=house,
                        certain=place.certain,
                        before=paragraph[first : place.start],
                        after=paragraph[place.end : last],
                    )
                )
    return found


def _holding(work: int, forms: Sequence[str]) -> Iterable[Projection]:
    """The working faces in whose texts one of these forms stands, in filing order."""
    if not forms:
        return ()
    holding = reduce(or_, (Q(revision__text__contains=form) for form in forms))
    faces = Projection.objects.working().filter(holding, entry__work=work)
    return faces.select_related("revision").in_filing_order()


def correct(corrections: Sequence[Correction], *, by: AbstractBaseUser | None) -> list[Revised]:
    """Makes these corrections of a preview, one revision an entry; answers what came of each entry.

    An entry that has changed since the preview is merged; where somebody changed the same paragraph it is refused.
    """
    by_entry: dict[int, list[Correction]] = defaultdict(list)
    for correction in corrections:
        by_entry[correction.entry].append(correction)
    if not by_entry:
        return []
    changes = list(_changes(by_entry))
    pairs = sorted({(correction.old, correction.new) for correction in corrections})
    said = ", ".join(f"“{old}” เป็น “{new}”" for old, new in pairs)
    return revise(changes, by=by, reason=f"แก้ {said} ตามรูปที่กำหนด")


def _changes(by_entry: dict[int, list[Correction]]) -> Iterator[Change]:
    entries = Entry.objects.in_bulk(by_entry)
    revisions = Revision.objects.in_bulk({each.base for own in by_entry.values() for each in own})
    for entry, own in by_entry.items():
        base = revisions[own[0].base]
        paragraphs = list(base.article.paragraphs)
        for each in sorted(own, key=lambda each: (each.paragraph, -each.start)):
            text = paragraphs[each.paragraph]
            assert text[each.start : each.end] == each.old
            paragraphs[each.paragraph] = text[: each.start] + each.new + text[each.end :]
        article = base.article.replace(paragraphs=tuple(paragraphs))
        yield Change(entries[entry], article, base=base, origin=Origin.FIX)


def keep_names(entry: Entry, forms: Iterable[str], *, by: AbstractBaseUser | None) -> list[Alias]:
    """Lets the entry be found under these forms, so that readers still find it by those that are corrected away."""
    with writing():
        return [add_alias(entry, form, by=by) for form in forms if reference_key(form)]
