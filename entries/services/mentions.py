"""First mentions of existing entries that no reference marks, proposed to be starred."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext

from entries.models import Alias, CrossReference, EntryName, Projection, Revision, ShortName
from entries.services.directory import Directory, directory
from entries.services.revising import Change, Revised, revise
from entries.text.article import Article
from entries.text.house_form import quotations
from entries.text.names import reference_key, turn_round
from entries.text.passage import passage
from entries.text.references.spans import parentheses
from entries.text.segment import words
from entries.text.thai import match_key

#: A mention is at most so many words and code points long, and its key at least so many.
_WORDS: Final = 10
_LONGEST: Final = 60
_SHORTEST_KEY: Final = 5


class MentionGoneError(LookupError):
    """The text has changed since the mention was proposed."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A first mention: where it stands in the revision `base` (id), the entry (its working face) and its gloss.

    `before` and `after` are the passage around it.
    """

    face: Projection
    base: int
    paragraph: int
    start: int
    end: int
    text: str
    gloss: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Span:
    paragraph: int
    start: int
    end: int
    key: str


def name_keys(work: int) -> frozenset[str]:
    """The keys of every name of a work's entries that is long enough to be looked for. Three queries."""
    full = EntryName.objects.filter(face__entry__work=work).values_list("key", flat=True)
    short = ShortName.objects.filter(face__entry__work=work).values_list("key", flat=True)
    other = Alias.objects.filter(entry__work=work).values_list("key", flat=True)
    return frozenset(key for keys in (full, short, other) for key in keys if len(key) >= _SHORTEST_KEY)


def unmarked_mentions(face: Projection, keys: Collection[str] | None = None) -> list[Mention]:
    """The first mention of each existing entry that this text names and never refers to, in the order of the text.

    Needs the face's revision and entry; `keys` are the work's `name_keys`, for a caller with several faces. Of names
    that begin at one place the longest counts; what stands in quotations, parentheses or before one is left out, as is
    a name of several entries. A fixed number of queries.
    """
    article = face.revision.article
    spans = list(_spans(article, name_keys(face.entry.work_id) if keys is None else keys))
    names = directory({span.key for span in spans})
    referred = set(CrossReference.objects.filter(face=face, target__isnull=False).values_list("target", flat=True))
    found = _first(spans, names, work=face.entry.work_id, but={face.entry_id, *referred})
    rows = Projection.objects.working().filter(entry__in=found).select_related("entry")
    faces = {row.entry_id: row for row in rows if row.headword}
    return [_mention(face, article, faces[entry], span) for entry, span in found.items() if entry in faces]


def _spans(article: Article, keys: Collection[str]) -> Iterator[_Span]:
    """Every run of words that may be one of these names, from each word on the longest first."""
    folded = cache(match_key)
    for number, paragraph in enumerate(article.paragraphs):
        bounds = words(paragraph)
        parts = [folded(paragraph[start:end]) for start, end in bounds]
        closed = _closed(paragraph)
        begins = [start for start, _end in closed]
        for at, (start, _end) in enumerate(bounds):
            for count in range(min(_WORDS, len(bounds) - at), 0, -1):
                # The words' keys are the name's, side by side: most runs are passed over without looking closer.
                if "".join(parts[at : at + count]) not in keys:
                    continue
                end = bounds[at + count - 1][1]
                if end - start <= _LONGEST and not _within(start, end, closed, begins):
                    key = reference_key(paragraph[start:end])
                    if len(key) >= _SHORTEST_KEY:
                        yield _Span(number, start, end, key)


def _closed(paragraph: str) -> list[tuple[int, int]]:
    """Where no mention is looked for: quotations, parentheses, and a term that one explains."""
    inside = [(pair.open, pair.close + 1) for pair in parentheses(paragraph) if pair.star is not None]
    explained = [(max(0, pair.anchor_end - 1), pair.close + 1) for pair in parentheses(paragraph)]
    return sorted([*inside, *explained, *quotations(paragraph)])


def _within(start: int, end: int, closed: Sequence[tuple[int, int]], begins: Sequence[int]) -> bool:
    return any(first < end and start < last for first, last in closed[: bisect_right(begins, end)])


def _first(spans: Sequence[_Span], names: Directory, *, work: int, but: set[int]) -> dict[int, _Span]:
    found: dict[int, _Span] = {}
    last = (-1, -1)
    for span in spans:
        if (span.paragraph, span.start) < last:
            continue  # inside a name that was found
        meant = {names.follow(entry) for entry in names.named(work, span.key)}
        if len(meant) != 1 or (entry := meant.pop()) is None:
            continue
        last = (span.paragraph, span.end)
        if entry not in but:
            found.setdefault(entry, span)
    return found


def _mention(face: Projection, article: Article, target: Projection, span: _Span) -> Mention:
    paragraph = article.paragraphs[span.paragraph]
    first, last = passage(paragraph, span.start, span.end)
    return Mention(
        face=target,
        base=face.revision_id,
        paragraph=span.paragraph,
        start=span.start,
        end=span.end,
        text=paragraph[span.start : span.end],
        gloss=turn_round(target.headword),
        before=paragraph[first : span.start],
        after=paragraph[span.end : last],
    )


def star_mention(face: Projection, mention: Mention, *, by: AbstractBaseUser | None) -> Revised:
    """Makes the mention a starred reference with its gloss, as a revision of the face's entry.

    Raises MentionGoneError where the text is no longer the one that was proposed on.
    """
    latest = Revision.objects.filter(entry=face.entry_id).latest_of_each().select_related("entry__work").get()
    if latest.pk != mention.base:
        raise MentionGoneError(gettext("ข้อความของรายการนี้เปลี่ยนไปแล้ว ให้โหลดหน้านี้ใหม่"))
    article = latest.article
    paragraphs = list(article.paragraphs)
    text = paragraphs[mention.paragraph]
    after = text[mention.end :]
    space = "" if not after or after[0].isspace() else " "
    paragraphs[mention.paragraph] = f"{text[: mention.end]} ({mention.gloss})*{space}{after}"
    change = Change(latest.entry, article.replace(paragraphs=tuple(paragraphs)), base=latest)
    return revise([change], by=by, reason=f"ใส่ดาวที่ “{mention.text}”")[0]
