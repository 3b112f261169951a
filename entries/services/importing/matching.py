"""Which entry a file belongs to: certain, new, or plausible but not certain, which is held and never guessed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entries.models import Entry, Identity, ImportedFile, Revision
from entries.models.columns import KEY_LENGTH
from entries.services.importing.files import Registered
from entries.services.importing.planning import Plan
from entries.text.article import Article
from entries.text.findings import Finding, Severity
from entries.text.likeness import ALIKE, UNLIKE, likeness


@dataclass(frozen=True, slots=True)
class Match:
    """The entry of a file (None for a new one), a finding where it was not found by headword and years, or a hold."""

    entry: int | None = None
    finding: Finding | None = None
    held: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier import of the source recorded: the file's digest, its entry and the revision with its text."""

    digest: str
    entry: int | None
    revision: int | None


def earlier_by_path(source: str, work: int, paths: Sequence[str]) -> dict[str, Earlier]:
    """The newest record of each path in the source's earlier batches."""
    rows = (
        ImportedFile.objects.filter(batch__source=source, batch__work=work, path__in=paths, entry__isnull=False)
        .order_by("pk")
        .values_list("path", "source_file__digest", "entry_id", "revision_id")
    )
    return {path: Earlier(digest or "", entry, revision) for path, digest, entry, revision in rows}


def bases(source: str, entries: Sequence[int]) -> dict[int, Revision]:
    """The text that each entry's newest file of this source had: what the next one is merged against."""
    rows = (
        ImportedFile.objects.filter(batch__source=source, entry__in=entries, revision__isnull=False)
        .order_by("pk")
        .select_related("revision")
    )
    return {row.entry_id: row.revision for row in rows if row.entry_id is not None and row.revision is not None}


class Matcher:
    """Matches the files of one chunk: a fixed number of queries, then rules over what they brought."""

    def __init__(self, plans: Sequence[Plan], *, work: int, source: str, registered: Mapping[str, Registered]) -> None:
        self.registered = registered
        self.earlier = earlier_by_path(source, work, [plan.path for plan in plans])
        keys = {key[:KEY_LENGTH] for plan in plans if plan.analysis for key, _period in plan.analysis.identities}
        self.by_key: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for key, entry, period in Identity.objects.filter(headword_key__in=keys, entry__work=work).values_list(
            "headword_key", "entry_id", "period_key"
        ):
            self.by_key[key][entry].add(period)
        uids = {registered[plan.path].uid for plan in plans if plan.path in registered}
        self.by_uid = dict(Entry.objects.filter(uid__in=uids).values_list("uid", "pk"))
        doubtful = {entry for found in self.by_key.values() for entry in found}
        doubtful |= {record.entry for record in self.earlier.values() if record.entry is not None}
        self.texts = _Texts(doubtful)

    def match(self, plan: Plan) -> Match:
        """The entry of one file, by the rules (a), (b), (c) of docs/decisions/0001."""
        if registered := self.registered.get(plan.path):
            return Match(self.by_uid.get(registered.uid))
        assert plan.analysis is not None
        key, period = plan.analysis.identities[0]
        named = self.by_key.get(key[:KEY_LENGTH], {})
        exact = [entry for entry, periods in named.items() if period in periods]
        if len(exact) == 1:
            return Match(exact[0])
        if len(exact) > 1:
            return Match(held=f"มี {len(exact)} รายการที่มีคำตั้งและช่วงเวลาเดียวกันนี้ ให้ระบุว่าเป็นรายการใด")
        if named:
            return self._by_name(plan, period, named)
        return self._by_path(plan)

    def _by_name(self, plan: Plan, period: str, named: Mapping[int, set[str]]) -> Match:
        """Rule (b): the only entry with this headword, where years are lacking or the texts are largely alike."""
        degrees = {entry: likeness(plan.article, self.texts[entry]) for entry in named}
        if len(named) == 1:
            entry, periods = next(iter(named.items()))
            if not period or "" in periods or degrees[entry] >= ALIKE:
                return Match(entry, _found_by(plan, "คำตั้ง แม้ช่วงเวลาต่างจากเดิม"))
        if max(degrees.values()) >= UNLIKE or not period:
            return Match(held="มีรายการที่ใช้คำตั้งนี้แต่ช่วงเวลาต่างกัน และข้อความคล้ายกันเพียงบางส่วน ให้ระบุว่าเป็นรายการเดิมหรือรายการใหม่")
        return Match(finding=_homonym(plan))

    def _by_path(self, plan: Plan) -> Match:
        """Rule (c): the same path in the same source, texts largely alike."""
        record = self.earlier.get(plan.path)
        if record is None or record.entry is None:
            return Match()
        degree = likeness(plan.article, self.texts[record.entry])
        if degree >= ALIKE:
            return Match(record.entry, _found_by(plan, "ชื่อแฟ้ม แม้คำตั้งต่างจากเดิม"))
        if degree >= UNLIKE:
            return Match(held="แฟ้มชื่อนี้เคยเป็นรายการอื่น และข้อความคล้ายกันเพียงบางส่วน ให้ระบุว่าเป็นรายการเดิมหรือรายการใหม่")
        return Match()


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


def _found_by(plan: Plan, how: str) -> Finding:
    message = f"จับคู่กับรายการที่มีอยู่ด้วย{how}"
    return Finding("matched_loosely", Severity.REMARK, 0, 0, plan.article.title[:200], message)


def _homonym(plan: Plan) -> Finding:
    message = "มีรายการอื่นที่ใช้คำตั้งเดียวกันแต่ช่วงเวลาและข้อความต่างกัน ระบบสร้างเป็นรายการใหม่"
    return Finding("homonym", Severity.REMARK, 0, 0, plan.article.title[:200], message)
