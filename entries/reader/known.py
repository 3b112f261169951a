"""The names that no line may end in wherever they stand: those of all live entries and their keywords, in memory."""

import threading
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from entries.models import Alias, EntryKeyword, EntryName, Projection
from entries.reader.caching import epoch_of
from entries.reader.linebreaks import Names, known_names


@dataclass(slots=True)
class _Kept:
    """The names of one epoch."""

    epoch: str = ""
    written: frozenset[str] = frozenset()
    names: Names = field(default_factory=lambda: Names(()))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, epoch: str) -> Names:
        with self.lock:
            if not epoch or epoch != self.epoch:
                written = _live_names()
                # Most changes leave the names as they are, and putting many thousands in order takes most of the time.
                if written != self.written:
                    self.names, self.written = Names(known_names(written, written, ())), written
                self.epoch = epoch
            return self.names


_KEPT: Final = _Kept()


def names_known(request: HttpRequest) -> Names:
    """The Thai names of live entries and of their keywords. One query after anything that readers see has changed."""
    return _KEPT.of(epoch_of(request))


def _live_names() -> frozenset[str]:
    """Only what is live: how a text is set must not tell of a draft."""
    live = Exists(Projection.objects.live().filter(entry=OuterRef("entry")))
    titles = EntryName.objects.filter(face__is_live=True).order_by().values_list("name")
    aliases = Alias.objects.filter(live).order_by().values_list("name")
    keywords = EntryKeyword.objects.filter(face__is_live=True).order_by().values_list("name")
    return frozenset(name for (name,) in titles.union(aliases, keywords))
