"""The search index as a whole: made anew, or compared with what it should hold."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from entries.models import Entry, SearchName, SearchSound, SearchText
from entries.search.hits import adapter
from entries.services.locking import writing
from entries.services.projecting import expected_rows, renew_search

_CHUNK: Final = 100
Progress = Callable[[int, int], None]
Row = tuple[object, ...]


def rebuild(progress: Progress) -> int:
    """Makes the index of every entry anew, a chunk a transaction; answers how many entries there are."""
    done, total = 0, Entry.objects.count()
    for chunk in _chunks():
        with writing():
            renew_search(chunk)
        done += len(chunk)
        progress(done, total)
    return done


def check(progress: Progress) -> list[str]:
    """What a rebuild would change, a line each. Changes nothing."""
    found: list[str] = []
    done, total = 0, Entry.objects.count()
    for chunk in _chunks():
        with writing():
            held, wanted = Counter(_held(chunk)), Counter(_wanted(chunk))
        found += [f"missing {row}" for row in (wanted - held).elements()]
        found += [f"left over {row}" for row in (held - wanted).elements()]
        done += len(chunk)
        progress(done, total)
    faults: list[str] = adapter().faults()
    return found + faults


def _chunks() -> Iterator[list[int]]:
    ids = iter(list(Entry.objects.order_by("pk").values_list("pk", flat=True)))
    while chunk := list(islice(ids, _CHUNK)):
        yield chunk


def _held(entries: list[int]) -> Iterator[Row]:
    texts = SearchText.objects.filter(face__entry__in=entries)
    yield from (("text", *row) for row in texts.values_list("id", "face_id", "part", "body"))
    names = SearchName.objects.filter(face__entry__in=entries)
    yield from (("name", *row) for row in names.values_list("face_id", "entry_id", "rank", "key"))
    sounds = SearchSound.objects.filter(face__entry__in=entries)
    yield from (("sound", *row) for row in sounds.values_list("face_id", "rank", "sound", "heard", "name"))


def _wanted(entries: list[int]) -> Iterator[Row]:
    for face, rows in expected_rows(entries):
        for part, body in rows.bodies.items():
            yield "text", face.pk * SearchText.PARTS + part, face.pk, int(part), body
        yield from (("name", face.pk, face.entry_id, int(rank), key) for rank, key in rows.names)
        for rank, word, name in rows.sounds:
            yield "sound", face.pk, int(rank), word.skeleton, word.heard, name
