"""Names that texts write without a gloss and that sound like a glossed one: its other spellings, to be looked at."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from entries.models import CrossReference, EntryName, Projection, ReferencePlace
from entries.text.passage import passage
from entries.text.variants import Glossed, Sounds, Spelling, alike_names, find_sound_alikes, unglossed_names


@dataclass(frozen=True, slots=True)
class Unglossed:
    """A spelling without a gloss in a working text, and the name that it sounds like, with its gloss ("" for none).

    `before` and `after` are the passage around it.
    """

    face: Projection
    paragraph: int
    text: str
    like: str
    gloss: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found in some entries' texts, in filing order; `after` says (an entry's id) where to go on, or None."""

    found: tuple[Unglossed, ...]
    after: int | None


def faces_after(work: int, after: int | None, count: int) -> list[Projection]:
    """So many working faces of a work, in filing order, from the one after this entry (id) on, with their texts."""
    faces = Projection.objects.working().filter(entry__work=work).select_related("entry", "revision")
    last = (
        Projection.objects.working().filter(entry=after).values_list("sort_key", flat=True).first() if after else None
    )
    if last is not None:
        later = faces.filter(sort_key__gt=last)
        faces = later | faces.filter(sort_key=last, entry__gt=after)
    return list(faces.in_filing_order()[:count])


def sounds_of(work: int) -> Sounds:
    """The glossed names of a work's working texts, and its entries' names. Two queries."""
    rows = CrossReference.objects.filter(
        face__is_working=True, face__entry__work=work, place=ReferencePlace.PROSE, kind__in=("reference", "gloss")
    ).exclude(gloss="")
    glossed = rows.order_by().values_list("anchor", "gloss", "anchor_sound").distinct()
    names = EntryName.objects.filter(face__is_working=True, face__entry__work=work).values_list("name", flat=True)
    return Sounds((Glossed(*row) for row in sorted(glossed)), names)


def sound_alikes(work: int, *, after: int | None = None, count: int = 25) -> Batch:
    """What is found in the next `count` entries. A fixed number of queries, whatever the texts.

    Names that nobody glosses are compared with one another within these entries.
    """
    sounds = sounds_of(work)
    faces = faces_after(work, after, count)
    found = [each for face in faces for each in in_text(face, sounds)]
    found += _without_any_gloss(faces, {each.text for each in found})
    return Batch(tuple(found), faces[-1].entry_id if len(faces) == count else None)


def _without_any_gloss(faces: Sequence[Projection], told: Collection[str]) -> Iterator[Unglossed]:
    """The rarer of two spellings that sound alike, neither of which has a gloss, where it stands first."""
    first: dict[str, tuple[Projection, int, Spelling]] = {}
    times = Counter[str]()
    for face in faces:
        for number, paragraph in enumerate(face.revision.article.paragraphs):
            for each in unglossed_names(paragraph):
                times[each.text] += 1
                first.setdefault(each.text, (face, number, each))
    for pair in alike_names(text for text in times if text not in told):
        rarer, like = sorted(pair, key=lambda text: (times[text], text))
        face, number, place = first[rarer]
        yield _in_passage(face, number, place.start, place.end, Glossed(like, "", ""))


def in_text(face: Projection, sounds: Sounds) -> Sequence[Unglossed]:
    """What is found in the text of one face, whose revision is loaded."""
    found = []
    for number, paragraph in enumerate(face.revision.article.paragraphs):
        alikes = find_sound_alikes(paragraph, sounds)
        found += [_in_passage(face, number, each.start, each.end, each.like) for each in alikes]
    return found


def _in_passage(face: Projection, number: int, start: int, end: int, like: Glossed) -> Unglossed:
    paragraph = face.revision.article.paragraphs[number]
    first, last = passage(paragraph, start, end)
    return Unglossed(
        face=face,
        paragraph=number,
        text=paragraph[start:end],
        like=like.name,
        gloss=like.gloss,
        before=paragraph[first:start],
        after=paragraph[end:last],
    )
