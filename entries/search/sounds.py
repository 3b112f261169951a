"""Names that sound like a query: looked up by skeletons near its own, then scored by how alike they are."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from entries.models import NameRank, Projection
from entries.search.hits import among
from entries.search.rows import SMALL, SOUND_LENGTH, Sound, bare_name, word_sounds
from entries.search.wording import content_words
from entries.text.sound import hear, similarity
from entries.text.thai import match_key

#: Below this nobody would take two names for one.
LEAST: Final = 0.72
#: No more words of names than this are compared by their sounds, and no more names than that by their letters as well.
MOST_WORDS: Final = 3_000
MOST_NAMES: Final = 40
_MOST_ALIKE: Final = 5
#: A longer query is a sentence, not a name.
_LONGEST: Final = 60
_CLASSES: Final = "PTKCSVHMNLRYA"
#: What a name loses for each of its words that the query does not have.
_UNSAID: Final = 0.015
#: What a name loses that only stands in texts and is no entry's.
_IN_TEXT: Final = 0.02
#: So many of the faces in whose texts a name stands are looked at.
_MOST_BEARERS: Final = 5
#: A name that is so much less like the query than the best is not offered beside it.
_FAR: Final = 0.12
#: Letters that other languages than English read otherwise: German and Polish j, w and ch; Thai ph and kh; Russian dz.
_READINGS: Final = (
    (("j", "y"),),
    (("w", "v"),),
    (("ch", "kh"),),
    (("j", "y"), ("w", "v"), ("ch", "kh")),
    (("ph", "p"), ("kh", "k")),
    (("dzh", "dz"), ("dsch", "dz")),
)
_LATIN: Final = re.compile("[a-z]")
_VOWELS: Final = re.compile("[a-z]")


class Alike(Enum):
    """By what a name was found to be like a query."""

    SOUNDS = auto()
    LETTERS = auto()
    WORDS = auto()


_WHY: Final = {
    Alike.SOUNDS: gettext_noop("ออกเสียงใกล้เคียงกับ “%(name)s”"),
    Alike.LETTERS: gettext_noop("คล้ายกับชื่อ “%(name)s”"),
    Alike.WORDS: gettext_noop("มีคำที่ค้นอยู่ในชื่อ “%(name)s”"),
}


@dataclass(frozen=True, slots=True)
class Near:
    """A name that sounds like the query, 0 to 1, what it is to the faces that bear it, and those, in filing order.

    Of a name that only stands in texts `faces` has the first few.
    """

    name: str
    rank: NameRank
    score: float
    faces: tuple[int, ...]
    alike: Alike = Alike.SOUNDS

    def weaker(self, loss: float) -> "Near":
        """The same, so much less like the query."""
        return replace(self, score=round(self.score - loss, 6))

    @property
    def is_in_texts(self) -> bool:
        """Whether it is a keyword or a gloss and no entry's name."""
        return self.rank > NameRank.ALIAS

    @property
    def why(self) -> str:
        """In a few words why it is offered."""
        return gettext(_WHY[self.alike]) % {"name": self.name}


def bearers(names: Sequence[Near]) -> dict[int, Near]:
    """The faces of these names with the first name of each: those that are called so, then in whose texts it stands.

    Of each name in texts its first face comes before the second of any.
    """
    chosen: dict[int, Near] = {}
    for turn in range(_MOST_BEARERS):
        for one in names:
            for face in one.faces[turn : turn + 1] if one.is_in_texts else one.faces:
                chosen.setdefault(face, one)
    return chosen


def near_names(
    query: str, faces: QuerySet[Projection], *, limit: int, ranks: Collection[NameRank] = tuple(NameRank)
) -> list[Near]:
    """The names of these faces that sound most like the query, the likest first; none that the query is a part of.

    `ranks` is what the names must be to the faces.
    """
    key = match_key(query)
    if not 1 < len(key) <= _LONGEST:
        return []
    readings = list(dict.fromkeys([*_readings(query), bare_name(query)]))
    asked = [word for reading in readings for word in word_sounds(reading)]
    known = _heard_by_name(asked)
    every = {heard for each in known.values() for heard in each}
    likeness_of = {word.heard: {heard: _sounding(word.heard, heard) for heard in every} for word in asked}
    totals = {
        name: sum(max(map(likeness_of[word.heard].__getitem__, heard)) for word in asked)
        for name, heard in known.items()
    }
    likely = _likeliest(totals, but_for=key)
    scores = {name: max(likeness(reading, name) for reading in readings) for name in likely}
    near = []
    alike = {name: known[name] for name, score in scores.items() if score >= LEAST}
    for name, (rank, bearers) in _bearers(alike, faces, ranks).items():
        score = scores[name] - (_IN_TEXT if rank > NameRank.ALIAS else 0)
        near.append(Near(name, rank, round(score, 6), bearers))
    near.sort(key=lambda one: (-one.score, one.rank, one.name))
    return [one for one in near[:limit] if one.score >= max(LEAST, near[0].score - _FAR)]


def _likeliest(totals: Mapping[str, float], *, but_for: str) -> list[str]:
    """The names worth comparing letter by letter: no more than a few whose words sound as likely as each other's.

    None whose key holds `but_for`.
    """
    alike: Counter[float] = Counter()
    chosen: list[str] = []
    for name in sorted(totals, key=lambda name: (-totals[name], name)):
        if alike[totals[name]] < _MOST_ALIKE and but_for not in match_key(name):
            alike[totals[name]] += 1
            chosen.append(name)
            if len(chosen) == MOST_NAMES:
                break
    return chosen


def _readings(query: str) -> list[str]:
    found = {query: None}
    lower = query.casefold()
    if _LATIN.search(lower):
        for changes in _READINGS:
            other = lower
            for written, read in changes:
                other = other.replace(written, read)
            if other != lower:
                found[other] = None
    return list(found)


def _heard_by_name(asked: Collection[Sound]) -> dict[str, list[str]]:
    """Names with the sounds of words of theirs whose skeleton is one of these, or one that a single change makes so."""
    exact = {sound.skeleton for sound in asked}
    found: dict[str, list[str]] = {}
    left = MOST_WORDS
    for wanted in (exact, {near for skeleton in exact for near in neighbours(skeleton)} - exact):
        if not wanted or left <= 0:
            continue
        sql = (
            "SELECT name, heard FROM entries_searchsound "
            f"WHERE sound IN ({', '.join(['%s'] * len(wanted))}) "
            "GROUP BY name, heard ORDER BY MIN(rank), heard, name LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*sorted(wanted), left])
            rows = cursor.fetchall()
        left -= len(rows)
        for name, heard in rows:
            found.setdefault(name, []).append(heard)
    return found


def _bearers(
    names: Mapping[str, Sequence[str]], faces: QuerySet[Projection], ranks: Collection[NameRank]
) -> dict[str, tuple[NameRank, tuple[int, ...]]]:
    """What each name is to which of these faces; names that none of them bears are left out.

    The sounds of the names' words, by which there is an index, are given with them.
    """
    if not names:
        return {}
    skeletons = sorted({_VOWELS.sub("", heard)[:SOUND_LENGTH] for each in names.values() for heard in each})
    condition, params = among(faces, "s.face_id")
    sql = (
        "SELECT DISTINCT s.name, s.rank, s.face_id, f.sort_key, f.entry_id FROM entries_searchsound AS s "
        "JOIN entries_projection AS f ON f.id = s.face_id "
        f"WHERE s.sound IN ({', '.join(['%s'] * len(skeletons))}) "
        f"AND s.name IN ({', '.join(['%s'] * len(names))}) "
        f"AND s.rank IN ({', '.join(str(int(rank)) for rank in ranks)}) AND {condition} "
        "ORDER BY s.rank, f.sort_key, f.entry_id"
    )
    found: dict[str, tuple[NameRank, list[int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [*skeletons, *names, *params])
        for name, rank, face, _sort_key, _entry in cursor.fetchall():
            best, bearers = found.setdefault(name, (NameRank(rank), []))
            is_one = rank <= NameRank.ALIAS or (best > NameRank.ALIAS and len(bearers) < _MOST_BEARERS)
            if is_one and face not in bearers:
                bearers.append(face)
    return {name: (rank, tuple(bearers)) for name, (rank, bearers) in found.items()}


def neighbours(skeleton: str) -> set[str]:
    """Every skeleton that one letter more, less or other, or two changed about, makes of this one.

    Of a skeleton of two letters only those of three: any other change makes it half of all names'.
    """
    cuts = [(skeleton[:at], skeleton[at:]) for at in range(len(skeleton) + 1)]
    fewer = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    other = {left + letter + right[1:] for left, right in cuts if right for letter in _CLASSES}
    more = {left + letter + right for left, right in cuts for letter in _CLASSES}
    if len(skeleton) < 3:
        return more if len(skeleton) == 2 else set()
    return {near[:SOUND_LENGTH] for near in fewer | swapped | other | more if near} - {skeleton}


def likeness(query: str, name: str) -> float:
    """How alike a query and a name are, 0 to 1: as wholes, or each word of the query and its best word of the name."""
    bare = bare_name(name)
    without = _likeness(query, bare) - _UNSAID if bare != name else 0.0
    return max(_likeness(query, name), without)


def _likeness(query: str, name: str) -> float:
    whole = max(_alike(query, name), _by_words(query, _words(query), _words(name)))
    pieces = _pieces(name)
    return max(whole, _by_words(query, _pieces(query) or _words(query), pieces)) if pieces else whole


def _by_words(query: str, asked: Sequence[str], words: Sequence[str]) -> float:
    """Each word of the query and its best word of the name."""
    if not asked or not words:
        return 0.0
    total, left = 0.0, list(words)
    for word in asked:
        if left:
            best = max(left, key=lambda other: _alike(word, other))
            total += _alike(word, best)
            left.remove(best)
    joined = match_key(query)
    as_one = max(_alike(joined, word) for word in words) - _UNSAID * (len(words) - 1) if len(query.split()) > 1 else 0.0
    return max(as_one, total / len(asked) - _UNSAID * len(left))


@lru_cache(maxsize=20_000)
def _pieces(name: str) -> tuple[str, ...]:
    """The words that a name is made of, where they are not set apart."""
    pieces = tuple(content_words(name))
    return pieces if len(pieces) > len(name.split()) else ()


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(
        word for word in name.replace(",", " ").replace("-", " ").split() if match_key(word) and word not in SMALL
    )


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> float:
    """By sounds and letters; by sounds almost alone where that is more: รูสเวลท์ and โรสเวลต์ share few letters."""
    a, b = hear(one), hear(other)
    alike = similarity(one, other)
    if not a.sounds or not b.sounds:
        return alike
    by_sound = (JaroWinkler.similarity(a.skeleton, b.skeleton) + 2 * _sounding(a.sounds, b.sounds)) / 3
    written = fuzz.ratio(a.key, b.key) / 100
    # A name in the letters of the query goes before the same name in others.
    return max(alike if written else 0.97 * alike, 0.97 * by_sound + 0.03 * written)


@lru_cache(maxsize=20_000)
def _sounding(one: str, other: str) -> float:
    return (JaroWinkler.similarity(one, other) + fuzz.ratio(one, other) / 100) / 2
