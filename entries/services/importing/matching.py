"""Which entry a file belongs to: certain, new, or plausible but not certain, which is held and never guessed."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from entries.models import Entry, Identity, ImportedFile, Outcome, Revision
from entries.models.columns import KEY_LENGTH
from entries.services.importing.files import STDIN, ArchiveError, InputFile, Registered
from entries.text.article import Article
from entries.text.findings import Severity
from entries.text.likeness import ALIKE, UNLIKE, likeness
from entries.text.reading import SourceReading
from entries.text.thai import match_key


@dataclass(frozen=True, slots=True)
class Match:
    """The entry of a file (None for a new one); a finding where headword and years did not say it; or a hold.

    `candidates` are the entries that a held file may be, the likeliest first; `second_to` is the path of another file
    of the chunk, which makes an entry that it may be.
    """

    entry: int | None = None
    finding: dict[str, Any] | None = None
    held: str = ""
    candidates: tuple[int, ...] = ()
    second_to: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The newest record of a path in its source: the imported file's id, its digest and its entry."""

    pk: int
    digest: str
    entry: int


def earlier_by_path(source: str, work: int, paths: Sequence[str]) -> dict[str, Earlier]:
    """The newest record of each path that is not undone and was taken in, in the source's batches so far."""
    rows = (
        ImportedFile.objects.filter(batch__source=source, batch__work=work, path__in=paths)
        .filter(entry__isnull=False, undone=None)
        .order_by("pk")
        .values_list("path", "pk", "source_file__digest", "entry_id")
    )
    return {path: Earlier(pk, digest or "", entry) for path, pk, digest, entry in rows}


def newest_by_entry(source: str, entries: Sequence[int]) -> dict[int, int]:
    """The id of the newest imported file of each entry in this source that is not undone."""
    rows = (
        ImportedFile.objects.filter(batch__source=source, entry__in=entries, undone=None)
        .filter(revision__isnull=False)
        .order_by("pk")
        .values_list("entry_id", "pk")
    )
    return {entry: pk for entry, pk in rows if entry is not None}


@dataclass(frozen=True, slots=True)
class Owner:
    """The file that an entry's text in a source came from: its path, and the digest of its bytes then."""

    path: str
    digest: str


def owners(source: str, work: int, entries: Sequence[int]) -> dict[int, Owner]:
    """The newest file of each entry in this source that is not undone."""
    rows = ImportedFile.objects.filter(batch__source=source, batch__work=work, entry__in=entries, undone=None)
    found = rows.filter(revision__isnull=False).order_by("pk").values_list("entry_id", "path", "source_file__digest")
    return {entry: Owner(path, digest or "") for entry, path, digest in found if entry is not None}


def decided(source: str, work: int, paths: Sequence[str]) -> dict[tuple[str, str], int | None]:
    """What a person said of held files of this source, by path and digest: an entry (its id), or None for none."""
    rows = ImportedFile.objects.filter(batch__source=source, batch__work=work, path__in=paths, undone=None)
    found = rows.filter(decided__isnull=False, source_file__isnull=False).order_by("pk")
    return {
        (path, digest or ""): None if outcome == Outcome.REJECTED else entry
        for path, digest, outcome, entry in found.values_list("path", "source_file__digest", "outcome", "entry_id")
    }


def bases(source: str, entries: Sequence[int]) -> dict[int, Revision]:
    """The text that each entry's newest file of this source had: what the next one is merged against."""
    newest = newest_by_entry(source, entries).values() if entries else ()
    rows = ImportedFile.objects.filter(pk__in=list(newest)).select_related("revision")
    return {row.entry_id: row.revision for row in rows if row.entry_id is not None and row.revision is not None}


class Matcher:
    """Matches the files of one chunk: a fixed number of queries, then rules over what they brought.

    Files are matched in order, and a new entry's identity counts for the files after it, so that the answer does not
    depend on where one chunk ends and the next begins. `present` are all files of the run, by path: an entry whose own
    file is among them is not taken by another one.
    """

    def __init__(
        self,
        readings: Mapping[str, SourceReading],
        *,
        source: str,
        work: int,
        present: Mapping[str, InputFile],
        registered: Mapping[str, Registered],
        earlier: Mapping[str, Earlier],
    ) -> None:
        self.source = source
        self.work = work
        self.present = present
        self.registered = registered
        self.earlier = earlier
        found = [reading.analysis for reading in readings.values() if reading.analysis]
        keys = {key[:KEY_LENGTH] for analysis in found for key, _period in analysis.identities}
        self.by_key: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for key, entry, period in Identity.objects.filter(headword_key__in=keys, entry__work=work).values_list(
            "headword_key", "entry_id", "period_key"
        ):
            self.by_key[key][entry].add(period)
        uids = {registered[path].uid for path in readings if path in registered}
        self.by_uid = dict(Entry.objects.filter(uid__in=uids).values_list("uid", "pk"))
        doubtful = {entry for named in self.by_key.values() for entry in named}
        doubtful |= {earlier[path].entry for path in readings if path in earlier}
        self.texts = _Texts(doubtful)
        self.new: dict[str, list[tuple[str, str, Article]]] = defaultdict(list)

    def match(self, path: str, reading: SourceReading) -> Match:
        """The entry of one file, by the rules (a), (b), (c) of docs/decisions/0001."""
        if registered := self.registered.get(path):
            return Match(self.by_uid.get(registered.uid))
        match = self._match(path, reading)
        return self._claimed_by_its_own(path, reading, match) or match

    def as_new(self, path: str, reading: SourceReading) -> Match:
        """A new entry, because a person says so; with a finding where the file looks like one that there is."""
        match = self._match(path, reading)
        if match.entry is None and not match.held:
            return match
        self.note_new(path, reading)
        message = "ระบบสร้างเป็นรายการใหม่ตามแฟ้มตัดสิน แม้มีรายการที่ใช้คำตั้งหรือชื่อแฟ้มเดียวกันอยู่แล้ว ให้ตรวจว่าไม่ซ้ำกัน"
        return Match(finding=_finding("homonym", message))

    def _match(self, path: str, reading: SourceReading) -> Match:
        assert reading.analysis is not None
        key, period = reading.analysis.identities[0]
        named = self.by_key.get(key[:KEY_LENGTH], {})
        exact = tuple(entry for entry, periods in named.items() if period in periods)
        if len(exact) == 1:
            return Match(exact[0])
        if path in self.earlier and self.earlier[path].entry in exact:
            return Match(self.earlier[path].entry)
        if len(exact) > 1:
            reason = f"มี {len(exact)} รายการที่มีคำตั้งและช่วงเวลาเดียวกันนี้ ให้ระบุว่าเป็นรายการใด"
            return Match(held=reason, candidates=exact)
        if held := self._like_a_new_one(key, period, reading):
            return held
        match = self._by_name(reading, period, named) if named else self._by_path(path, reading)
        if match.entry is None and not match.held:
            self.note_new(path, reading)
        return match

    def _claimed_by_its_own(self, path: str, reading: SourceReading, match: Match) -> Match | None:
        """A hold where the entry has another file in this source: one that is here unchanged, or that says
        something else.

        A headword may have been another entry's once, or be another's too; files whose texts changed places still find
        their entries, and so does a file that was moved.
        """
        if match.entry is None or (owner := self._owners.get(match.entry)) is None or owner.path == path:
            return None
        own = self.present.get(owner.path)
        is_there = own is not None and _has_digest(own, owner.digest)
        if is_there or likeness(reading.article, self.texts[match.entry]) < UNLIKE:
            candidates = [match.entry]
            record = self.earlier.get(path)
            if record is not None and likeness(reading.article, self.texts[record.entry]) >= UNLIKE:
                candidates.insert(0, record.entry)
            return Match(held=f"แหล่งนี้มีแฟ้มของรายการที่ใช้คำตั้งนี้อยู่แล้ว คือ {owner.path} {DECIDE}", candidates=tuple(candidates))
        return None

    @cached_property
    def _owners(self) -> dict[int, Owner]:
        return owners(self.source, self.work, [entry for named in self.by_key.values() for entry in named])

    def note_new(self, path: str, reading: SourceReading) -> None:
        """Counts a file that makes a new entry, for the files after it."""
        assert reading.analysis is not None
        for key, period in reading.analysis.identities[:1]:
            self.new[key].append((path, period, reading.article))

    def _like_a_new_one(self, key: str, period: str, reading: SourceReading) -> Match | None:
        """A hold where an earlier file of this chunk made, or may have made, the entry of this one."""
        for path, other, article in self.new.get(key, ()):
            if other == period:
                return Match(held=SECOND_FILE, second_to=path)
            if not period or not other or likeness(reading.article, article) >= UNLIKE:
                return Match(held=UNCERTAIN_YEARS, second_to=path)
        return None

    def _by_name(self, reading: SourceReading, period: str, named: Mapping[int, set[str]]) -> Match:
        """Rule (b): the only entry with this headword, where years are lacking or the texts are largely alike."""
        degrees = {entry: likeness(reading.article, self.texts[entry]) for entry in named}
        if len(named) == 1:
            entry, periods = next(iter(named.items()))
            if not period or "" in periods or degrees[entry] >= ALIKE:
                return Match(entry, _finding("matched_loosely", "จับคู่กับรายการที่มีอยู่ด้วยคำตั้ง แม้ช่วงเวลาต่างจากเดิม"))
        if max(degrees.values()) >= UNLIKE or not period:
            candidates = sorted(degrees, key=lambda entry: (-degrees[entry], entry))
            return Match(held=UNCERTAIN_YEARS, candidates=tuple(candidates))
        message = "มีรายการอื่นที่ใช้คำตั้งเดียวกันแต่ช่วงเวลาและข้อความต่างกัน ระบบสร้างเป็นรายการใหม่"
        return Match(finding=_finding("homonym", message))

    def _by_path(self, path: str, reading: SourceReading) -> Match:
        """Rule (c): the same path in the same source, texts largely alike.

        Short texts of one pattern are alike too: where no name is left the prose must be the very same.
        """
        record = self.earlier.get(path)
        if record is None or path == STDIN:
            return Match()
        before = self.texts[record.entry]
        degree = likeness(reading.article, before)
        is_named_so = bool(_names(reading.article) & _names(before))
        is_same = bool(before.paragraphs) and before.paragraphs == reading.article.paragraphs
        if degree >= ALIKE and (is_named_so or is_same):
            return Match(record.entry, _finding("matched_loosely", "จับคู่กับรายการที่มีอยู่ด้วยชื่อแฟ้ม แม้คำตั้งต่างจากเดิม"))
        if degree >= UNLIKE:
            return Match(held=UNCERTAIN_PATH, candidates=(record.entry,))
        return Match()


def _names(article: Article) -> set[str]:
    return {match_key(name) for name in (*article.headwords, *article.thai_titles)}


def _has_digest(file: InputFile, digest: str) -> bool:
    with suppress(OSError, ArchiveError):
        return hashlib.sha256(file.read()).hexdigest() == digest
    return False


DECIDE = "ให้ระบุว่าเป็นรายการเดิมหรือรายการใหม่"
SECOND_FILE = "มีแฟ้มอื่นในชุดนี้ที่เป็นรายการเดียวกัน ให้เก็บไว้แฟ้มเดียว หรือระบุว่าเป็นรายการใด"
UNCERTAIN_YEARS = "มีรายการที่ใช้คำตั้งนี้แต่ช่วงเวลาต่างกัน และข้อความคล้ายกันเพียงบางส่วน " + DECIDE
UNCERTAIN_PATH = "แฟ้มชื่อนี้เคยเป็นรายการอื่น และข้อความคล้ายกันเพียงบางส่วน " + DECIDE


class _Texts:
    """Latest texts of entries, fetched together when the first of them is asked for."""

    def __init__(self, entries: set[int]) -> None:
        self._entries = entries
        self._articles: dict[int, Article] | None = None

    def __getitem__(self, entry: int) -> Article:
        if self._articles is None:
            rows = Revision.objects.filter(entry__in=self._entries).latest_of_each()
            self._articles = {row.entry_id: row.article for row in rows}
        return self._articles[entry]


def _finding(code: str, message: str) -> dict[str, Any]:
    return {"code": code, "severity": Severity.REMARK.value, "line": 1, "words": "", "message": message, "fix": None}
