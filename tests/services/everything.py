"""An encyclopedia that has something in every column of every register, and its rows without the databases' numbers."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import models

from entries.models import (
    Alias,
    Author,
    CheckSetting,
    ClassNounRow,
    Conflict,
    ConflictState,
    CrossReference,
    DecisionKind,
    Entry,
    FailedQuery,
    HonorificRow,
    ImportBatch,
    Keyword,
    KeywordName,
    KindRow,
    LabelRow,
    Origin,
    ProblemDismissal,
    Projection,
    Publication,
    ReferenceDecision,
    Revision,
    SlugRedirect,
    Stage,
    Work,
    WorkState,
)
from entries.services import checking, deciding, publishing, registers, searching
from entries.services.aliases import add_alias
from entries.services.merging import merge_owners
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, OnOverlap, Revised, revise
from entries.text.article import Article
from entries.text.sound import skeleton
from entries.text.thai import match_key
from tests.test_architecture import KINDS
from tests.texts import ANNA, BORIS, DELTA, GAMMA, article

#: A word that no reader has seen: it stands in whatever is not public.
SECRET = "คำลับ"

#: Registers that an export leaves to the backup.
BATCHES = frozenset({"ImportBatch", "ImportedFile"})


def registers_of_an_export() -> list[type[models.Model]]:
    """Every register but those of batches and the histories."""
    names = {name for name in KINDS["register"] if name not in BATCHES and not name.startswith("Historical")}
    return [apps.get_model("entries", name) for name in sorted(names)]


def fill(editor: AbstractBaseUser) -> None:
    """Makes the encyclopedia. What readers may not see has SECRET in its words."""
    work = the_work("modern")
    Work.objects.filter(pk=work.pk).update(
        publisher="สำนักพิมพ์สมมุติ", edition="พิมพ์ครั้งที่ ๒", rights="CC BY", licence_url="https://example.org/by"
    )
    plants = Work.objects.create(slug="plants", title=f"{SECRET} พืช", language="en")
    _settings(plants)
    anna, boris, gamma, delta = _enter(work, editor, ANNA, BORIS, GAMMA, DELTA)
    _live_with_earlier_versions(anna, editor)
    _withdrawn(boris, editor)
    _merged_and_in_conflict(gamma, editor)
    _in_review(delta, editor)
    _live_and_untouched(work, editor)
    _set_aside(work, editor)
    _decided(boris, anna, editor)
    _enter(plants, editor, article("Oak", f"{SECRET} โอ๊ก", keywords=(f"{SECRET} ไม้", "บีตา, บอริส")))
    _names(work)
    _missed(anna, editor)


def latest(entry: Entry) -> Revision:
    """The entry's newest revision."""
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def _enter(work: Work, by: AbstractBaseUser, *articles: Article) -> list[Entry]:
    results = revise([Change(None, each, new=NewEntry(work), origin=Origin.IMPORT) for each in articles], by=by)
    return [result.entry for result in results if result.entry]


def _edit(entry: Entry, by: AbstractBaseUser, *, base: Revision | None = None, **changes: object) -> Revised:
    base = base or latest(entry)
    change = Change(entry, base.article.replace(**changes), base, on_overlap=OnOverlap.KEEP_MINE, entered_for="สมศรี")
    return revise([change], by=by, reason=f"{SECRET} แก้ถ้อยคำ")[0]


def _settings(work: Work) -> None:
    HonorificRow.objects.create(word="หลวงปู่", kind="title", files=True, unless=["ทวด"])
    ClassNounRow.objects.create(english="treaty", thai=["สนธิสัญญา"])
    LabelRow.objects.create(label="บรรณานุกรม", field="bibliography")
    KindRow.objects.create(slug="plant", name="พืช", titles=["ต้น"], headwords=["Tree"], lead=["ไม้ยืนต้น"])
    CheckSetting.objects.create(work=work, kind="plant", code="no_author", severity="off")


def _live_with_earlier_versions(entry: Entry, by: AbstractBaseUser) -> None:
    """Version 1 is revision 1, version 2 revision 3, the working text revision 5."""
    publishing.publish([latest(entry)], by=by, quiet=True)
    _edit(entry, by, paragraphs=(f"{SECRET} ฉบับที่สอง",))
    _edit(entry, by, paragraphs=("ฉบับที่สาม", "ย่อหน้าหนึ่ง"))
    publishing.publish([latest(entry)], by=by)
    _edit(entry, by, paragraphs=(f"{SECRET} ฉบับที่สี่",))
    _edit(entry, by, keywords=(f"{SECRET} คำสำคัญ", "สงครามแกมมา"), headwords=("Alpha, Anna", SECRET))
    publishing.set_state(latest(entry), Stage.RETURNED, by=by, note=f"{SECRET} ขอหลักฐาน")
    add_alias(entry, "คุณหญิงอันนา", by=by)
    SlugRedirect.objects.create(entry=entry, slug="anna-alpha")
    Entry.objects.filter(pk=entry.pk).update(kind="person", filing_form="อัลฟา, อันนา", created=_day(3))


def _withdrawn(entry: Entry, by: AbstractBaseUser) -> None:
    publishing.publish([latest(entry)], by=by)
    publishing.withdraw([entry], by=by, reason=f"{SECRET} ถอน")
    ProblemDismissal.objects.create(
        entry=entry, code="no_star", words=SECRET, reason=f"{SECRET} ถูกแล้ว", by=by, by_name="วนิดา", created=_day(9)
    )


def _merged_and_in_conflict(entry: Entry, by: AbstractBaseUser) -> None:
    """Three texts beside the main line; two of them left conflicts, of which one is settled and one superseded."""
    first = latest(entry)
    _edit(entry, by, paragraphs=(f"{SECRET} ของบรรณาธิการ",), thai_titles=("มหาสงครามแกมมา",))
    _edit(entry, by, base=first, paragraphs=(f"{SECRET} ของแฟ้ม",), thai_titles=("สงครามแกมม่า",), sources=("ก",))
    _edit(entry, by, base=first, sources=("ข",), media=("ค",))
    settled, superseded = Conflict.objects.filter(entry=entry).order_by("pk")
    settled.state, settled.settled, settled.settled_by = ConflictState.WRITTEN, _day(20), by
    settled.settled_by_name = "วนิดา"
    settled.save()
    again = _edit(entry, by, base=first, thai_titles=("สงครามกัมมา",))
    superseded.state, superseded.superseded_by = ConflictState.SUPERSEDED, again.holder
    superseded.save()


def _in_review(entry: Entry, by: AbstractBaseUser) -> None:
    """A state of a revision that is no longer the latest, and one of the latest."""
    publishing.set_state(latest(entry), Stage.IN_REVIEW, by=by)
    _edit(entry, by, paragraphs=(f"{SECRET} ยังไม่เผยแพร่",))
    publishing.set_state(latest(entry), Stage.APPROVED, by=by, note="ผ่าน")


def _live_and_untouched(work: Work, by: AbstractBaseUser) -> None:
    (entry,) = _enter(work, by, article("Epsilon", "เอปซิลอน", keywords=("เลนิน",), authors=("มานะ อักษรสมมติ",)))
    publishing.publish([latest(entry)], by=by)


def _decided(entry: Entry, target: Entry, by: AbstractBaseUser) -> None:
    """A link, an anchor, and one that was taken back and has no place."""
    found = {row.gloss: row for row in CrossReference.objects.filter(face__entry=entry, face__is_working=True)}
    deciding.decide(found["Gamma War"], DecisionKind.LINK, target=target, by=by)
    deciding.decide(found["Anna Alpha"], DecisionKind.ANCHOR, anchor="ร่วมกับอันนา อัลฟา", by=by)
    ReferenceDecision.objects.create(
        entry=entry,
        kind=DecisionKind.NOT_REFERENCE,
        place="prose",
        gloss=SECRET,
        anchor="บีตา",
        occurrence=1,
        occurrences=2,
        created=_day(14),
        undone=_day(15),
    )


def _set_aside(work: Work, by: AbstractBaseUser) -> None:
    (entry,) = _enter(work, by, article("Zeta", f"{SECRET} ซีตา"))
    Entry.objects.filter(pk=entry.pk).update(set_aside=_day(12))
    Projection.objects.filter(entry=entry).delete()


def _names(work: Work) -> None:
    """A keyword and an author with several names, chosen forms, and old addresses that lead on."""
    anna = Keyword.objects.get(work=work, label="อัลฟา, อันนา")
    merge_owners(Keyword.objects.get(label="เลนิน"), anna)
    merge_owners(Keyword.objects.get(label=f"{SECRET} คำสำคัญ"), anna)
    anna.refresh_from_db()
    registers.choose_preferred(anna, "อันนา อัลฟา")
    author = Author.objects.get(work=work, label="มานะ อักษรสมมุติ")
    merge_owners(Author.objects.get(label="มานะ อักษรสมมติ"), author)
    author.refresh_from_db()
    author.about = "ราชบัณฑิตสมมุติ"
    author.save()
    registers.choose_preferred(author, "ศาสตราจารย์มานะ")


def _missed(entry: Entry, by: AbstractBaseUser) -> None:
    rows = [
        FailedQuery(
            key=match_key(query), query=query, sound=skeleton(query), times=number, last_day=_day(number).date()
        )
        for number, query in enumerate(("คุณหญิงอันนา", f"{SECRET} อันนา แอลฟา"), 3)
    ]
    FailedQuery.objects.bulk_create(rows)
    searching.make_alias(rows[:1], entry, by=by)


def _day(number: int) -> datetime:
    return datetime(2020, 1, number, 8, 30, 15, 123456, tzinfo=UTC)


def all_before(moment: datetime) -> None:
    """Moves everything that has happened to before this moment."""
    past = moment - timedelta(days=1)
    for model, columns in (
        (Revision, ("created",)),
        (WorkState, ("at",)),
        (Publication, ("began",)),
        (Entry, ("created",)),
    ):
        model._default_manager.update(**dict.fromkeys(columns, past))
    Publication.objects.filter(ended__isnull=False).update(ended=past)
    Entry.objects.filter(set_aside__isnull=False).update(set_aside=past)


def empty_columns(models_: Iterable[type[models.Model]]) -> list[str]:
    """Columns in which no row has anything but nothing, or what would stand there by itself."""
    found = []
    for model in models_:
        for column in carried(model):
            empty = [None, "", [], {}, False, 0, column.get_default() if not callable(column.default) else None]
            if not any(value not in empty for value in model._default_manager.values_list(column.attname, flat=True)):
                found.append(f"{model.__name__}.{column.name}")
    return found


def carried(model: type[models.Model]) -> "Iterator[models.Field[Any, Any]]":
    """The columns of a model but its number and its links to accounts and batches."""
    for column in model._meta.concrete_fields:
        if not column.primary_key and column.related_model not in (get_user_model(), ImportBatch):
            yield column


Rows = dict[str, Counter[tuple[object, ...]]]


def rows_of(models_: Sequence[type[models.Model]]) -> Rows:
    """All rows of these models; what they link to stands by what it is called, texts that an export drops by None."""
    naming = _Naming()
    return {model.__name__: Counter(naming.rows(model)) for model in models_}


def register_rows() -> Rows:
    """All rows of all registers that an export carries, and of the revisions that it keeps."""
    return rows_of([*registers_of_an_export(), Revision])


def projection_rows() -> Rows:
    """All rows of all projections."""
    return rows_of(checking.PROJECTIONS)


def kept_revisions() -> set[int]:
    """The latest of every entry, and whatever a register refers to."""
    kept = set(Revision.objects.latest_of_each().values_list("pk", flat=True))
    for model in registers_of_an_export():
        for column in model._meta.concrete_fields:
            if column.related_model is Revision:
                kept |= set(model._default_manager.values_list(column.attname, flat=True))
    return kept - {None}


class _Naming:
    """What rows are called: the same in every database."""

    def __init__(self) -> None:
        self.kept = kept_revisions()
        revisions = Revision.objects.filter(pk__in=self.kept)
        columns = ("entry__uid", "number", "digest", "created", "by_name", "reason")
        self.names: dict[type[models.Model], dict[int, object]] = {
            Work: dict(Work.objects.values_list("pk", "slug")),
            Entry: dict(Entry.objects.values_list("pk", "uid")),
            Keyword: dict(Keyword.objects.values_list("pk", "slug")),
            Author: dict(Author.objects.values_list("pk", "slug")),
            KeywordName: dict(KeywordName.objects.values_list("pk", "key")),
            Alias: dict(Alias.objects.values_list("pk", "key")),
            ReferenceDecision: {
                pk: tuple(rest)
                for pk, *rest in ReferenceDecision.objects.values_list("pk", "entry__uid", "kind", "gloss")
            },
            Revision: {pk: tuple(rest) for pk, *rest in revisions.values_list("pk", *columns)},
        }
        faces = Projection.objects.values_list("pk", "entry_id", "revision_id")
        self.names[Projection] = {
            pk: (self.names[Entry][entry], self.names[Revision][revision]) for pk, entry, revision in faces
        }

    def rows(self, model: type[models.Model]) -> Iterator[tuple[object, ...]]:
        columns = list(carried(model))
        rows = model._default_manager.filter(pk__in=self.kept) if model is Revision else model._default_manager.all()
        for row in rows.values_list(*(column.attname for column in columns)):
            yield tuple(self._value(column, value) for column, value in zip(columns, row, strict=True))

    def _value(self, column: "models.Field[Any, Any]", value: Any) -> object:
        if isinstance(column, models.ForeignKey):
            return self.names[column.related_model].get(value)
        return json.dumps(value, sort_keys=True) if isinstance(value, list | dict) else value


def empty_the_database() -> None:
    """Takes every row of the app out, as if the site had just been set up. Only tests may."""
    for model in apps.get_app_config("entries").get_models(include_auto_created=True):
        model._default_manager.all()._raw_delete("default")
