"""Random lives of a small encyclopedia: whatever the order, no word is lost and no draft is published.

`MACHINE_STEPS=10000 pytest tests/services/test_import_machine.py` runs as many steps; the suite runs fewer.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from entries.models import (
    Alias,
    Conflict,
    ConflictState,
    CrossReference,
    DecisionKind,
    Entry,
    ImportBatch,
    Keyword,
    Projection,
    ReferenceDecision,
    Revision,
    Work,
)
from entries.services import deciding, indexing
from entries.services.aliases import add_alias, remove_alias
from entries.services.checking import compare_with_rebuild, compare_with_relink
from entries.services.importing import ImportOptions, run_import
from entries.services.merging import merge_owners
from entries.services.publishing import publish, withdraw
from entries.services.registers import the_work
from entries.services.revising import Change, restore, revise
from entries.services.settling import PlaceMovedError, Side, settle_conflict
from entries.services.undoing import Effect, undo
from entries.text.article import Article
from entries.text.serializer import serialize
from tests.texts import ANNA, BORIS, DELTA, GAMMA

TEXTS = (
    ANNA,
    BORIS.replace(paragraphs=(*BORIS.paragraphs, "บอริสเกิดในครอบครัวช่างไม้", "เขาเสียชีวิตอย่างสงบ")),
    GAMMA.replace(paragraphs=(*GAMMA.paragraphs, "สงครามเริ่มต้นในฤดูหนาว", "สันติภาพมาถึงในปีต่อมา")),
    # With marks that a safe fix mends, and a parenthesis before which only names of others say where the anchor begins.
    DELTA.replace(
        paragraphs=(*DELTA.paragraphs, "เมืองนี้มีท่าเรือเเละโรงงาน", "ก่อนนั้นไม่มีใครรู้ความจริงเรื่องท่าเรือใหม่ (Qwxyz)* เลย")
    ),
)
#: Names that aliases and keywords may have: of entries, and of what stands before parentheses.
NAMES = ("Gamma War", "Boris Beta", "รู้ความจริงเรื่องท่าเรือใหม่", "ท่าเรือใหม่", "สงครามแกมมา")
KINDS = (DecisionKind.LINK, DecisionKind.ANCHOR, DecisionKind.NOT_REFERENCE, DecisionKind.DISMISS)
STEPS = 40
INDEX = st.integers(0, len(TEXTS) - 1)
PARAGRAPH = st.integers(0, 2)


def words(article: Article) -> set[str]:
    """The marked words of an article."""
    return {word for paragraph in article.paragraphs for word in paragraph.split() if word.startswith("คำ#")}


def with_word(article: Article, paragraph: int, word: str) -> Article:
    """The article with a word at the end of one of its paragraphs."""
    paragraphs = list(article.paragraphs)
    paragraphs[paragraph % len(paragraphs)] += f" {word}"
    return article.replace(paragraphs=tuple(paragraphs))


class Encyclopedia(RuleBasedStateMachine):
    """Editors and a source of files at work on the same four entries."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.work: Work = the_work()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        self.files: list[Article] = list(TEXTS)
        self.entries: dict[int, Entry] = {}
        self.count = 0
        # By entry: words that somebody put in and nobody took out; words of editors that no editor published.
        self.kept: dict[int, set[str]] = {index: set() for index in range(len(TEXTS))}
        self.unpublished: dict[int, set[str]] = {index: set() for index in range(len(TEXTS))}
        # By batch: what its files brought of the kept words.
        self.brought: dict[int, dict[int, set[str]]] = {}

    def teardown(self) -> None:
        assert compare_with_rebuild() == []
        assert compare_with_relink() == []
        assert indexing.check(lambda _done, _all: None) == []
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def word(self) -> str:
        """A word that stands nowhere else."""
        self.count += 1
        return f"คำ#{self.count}"

    def latest(self, index: int) -> Revision:
        return Revision.objects.filter(entry=self.entries[index]).latest_of_each().get()

    def live_text(self, index: int) -> Article | None:
        face = Projection.objects.live().filter(entry=self.entries[index]).select_related("revision").first()
        return face.revision.article if face else None

    # Editors

    @precondition(lambda self: self.entries)
    @rule(index=INDEX, paragraph=PARAGRAPH)
    def edit(self, index: int, paragraph: int) -> None:
        if index not in self.entries:
            return
        base = self.latest(index)
        word = self.word()
        revise([Change(base.entry, with_word(base.article, paragraph, word), base=base)], by=None)
        self.kept[index].add(word)
        self.unpublished[index].add(word)

    @precondition(lambda self: self.entries)
    @rule(index=INDEX, paragraph=PARAGRAPH, back=st.integers(1, 3))
    def edit_from_an_old_page(self, index: int, paragraph: int, back: int) -> None:
        if index not in self.entries:
            return
        line = list(Revision.objects.main_line().filter(entry=self.entries[index]).order_by("-number")[: back + 1])
        base, word = line[-1], self.word()
        change = Change(base.entry, with_word(base.article, paragraph, word), base=base)
        result = revise([change], by=None)[0]
        if not result.refused:
            self.kept[index].add(word)
            self.unpublished[index].add(word)

    @precondition(lambda self: self.entries)
    @rule(index=INDEX)
    def rename(self, index: int) -> None:
        if index in self.entries:
            base = self.latest(index)
            renamed = base.article.replace(headwords=(f"{TEXTS[index].headword} {self.count}",))
            revise([Change(base.entry, renamed, base=base)], by=None)

    @precondition(lambda self: self.entries)
    @rule(index=INDEX, other=INDEX)
    def rename_as_another(self, index: int, other: int) -> None:
        if index in self.entries:
            base = self.latest(index)
            renamed = base.article.replace(thai_titles=TEXTS[other].thai_titles)
            revise([Change(base.entry, renamed, base=base)], by=None)

    @precondition(lambda self: self.entries)
    @rule(index=INDEX, name=st.sampled_from(NAMES))
    def alias(self, index: int, name: str) -> None:
        if index in self.entries:
            add_alias(self.entries[index], name, by=None)

    @precondition(lambda self: Alias.objects.exists())
    @rule()
    def unalias(self) -> None:
        remove_alias(Alias.objects.order_by("pk")[0])

    @precondition(lambda self: self.entries)
    @rule(index=INDEX, other=INDEX, number=st.integers(0, 4), kind=st.sampled_from(KINDS))
    def decide(self, index: int, other: int, number: int, kind: DecisionKind) -> None:
        rows = CrossReference.objects.filter(face__is_working=True, face__entry=self.entries.get(index), place="prose")
        row = rows.order_by("position")[number : number + 1].first()
        chosen = self.entries.get(other) if kind is DecisionKind.LINK else None
        if row is not None and (chosen or kind is not DecisionKind.LINK):
            with suppress(deciding.AnchorNotThereError):
                anchor = row.anchor[other:] if kind is DecisionKind.ANCHOR else ""
                deciding.decide(row, kind, target=chosen, anchor=anchor, by=None)

    @precondition(lambda self: ReferenceDecision.objects.standing().exists())
    @rule(number=st.integers(0, 2))
    def undo_a_decision(self, number: int) -> None:
        if decision := ReferenceDecision.objects.standing()[number : number + 1].first():
            deciding.undo_decision(decision)

    @precondition(lambda self: Keyword.objects.filter(merged_into=None).count() > 1)
    @rule(one=st.integers(0, 5), other=st.integers(0, 5))
    def merge_keywords(self, one: int, other: int) -> None:
        there = list(Keyword.objects.filter(merged_into=None).order_by("slug"))
        if one != other and max(one, other) < len(there):
            merge_owners(there[one], there[other])

    @precondition(lambda self: self.entries)
    @rule(index=INDEX)
    def publish(self, index: int) -> None:
        if index in self.entries and not Entry.objects.get(pk=self.entries[index].pk).set_aside:
            publish([self.latest(index)], by=None)
            self.unpublished[index] = set()

    @precondition(lambda self: self.entries)
    @rule(index=INDEX)
    def withdraw(self, index: int) -> None:
        if index in self.entries:
            withdraw([self.entries[index]], by=None)

    @precondition(lambda self: self.entries)
    @rule(index=INDEX, back=st.integers(1, 4))
    def restore(self, index: int, back: int) -> None:
        if index not in self.entries:
            return
        line = list(Revision.objects.main_line().filter(entry=self.entries[index]).order_by("-number")[: back + 1])
        changed = restore(line[-1], by=None).revision is not None
        self.retake(index, changed=changed)

    @precondition(lambda self: Conflict.objects.filter(state=ConflictState.OPEN).exists())
    @rule(side=st.sampled_from(list(Side)))
    def settle(self, side: Side) -> None:
        conflict = Conflict.objects.filter(state=ConflictState.OPEN).order_by("pk")[0]
        index = next(index for index, entry in self.entries.items() if entry.pk == conflict.entry_id)
        try:
            changed = settle_conflict(conflict, side, by=None).revision is not None
        except PlaceMovedError:
            return
        self.retake(index, changed=changed)

    def retake(self, index: int, *, changed: bool) -> None:
        """After a person decided: what stands, or waits in an open conflict, is what they left in.

        Where that changed the text, it is the person's own, and not public until a person publishes it.
        """
        standing = words(self.latest(index).article) | self.waiting(index)
        if changed:
            self.unpublished[index] |= words(self.latest(index).article) - self.live_words(index)
        self.kept[index] &= standing
        self.unpublished[index] &= standing

    def live_words(self, index: int) -> set[str]:
        live = self.live_text(index)
        return words(live) if live else set()

    def waiting(self, index: int) -> set[str]:
        """Words that wait in the entry's open conflicts."""
        rows = Conflict.objects.filter(entry=self.entries[index], state=ConflictState.OPEN)
        return {word for row in rows for text in (*row.ours, *row.other) for word in text.split() if "คำ#" in word}

    # The source of files

    @rule(index=INDEX, paragraph=PARAGRAPH)
    def a_file_grows(self, index: int, paragraph: int) -> None:
        self.files[index] = with_word(self.files[index], paragraph, self.word())

    @rule(index=INDEX, name=st.sampled_from(NAMES))
    def a_file_gets_a_keyword(self, index: int, name: str) -> None:
        if name not in self.files[index].keywords:
            self.files[index] = self.files[index].replace(keywords=(*self.files[index].keywords, name))

    @rule(indexes=st.sets(INDEX, min_size=1), public=st.booleans(), fixed=st.booleans())
    def bring(self, indexes: set[int], public: bool, fixed: bool) -> None:
        before = {index: words(self.latest(index).article) | self.waiting(index) for index in self.entries}
        for path in self.folder.iterdir():
            path.unlink()
        for index in indexes:
            (self.folder / f"{index}.txt").write_text(serialize(self.files[index]), encoding="utf-8")
        missing = {self.entries[index].slug for index in self.last_brought() - indexes}
        report = run_import([self.folder], ImportOptions(publish=public, fix_safe=fixed, complete=True), by=None)
        assert not report.has_failures, [file.reason for file in report.files]
        assert set(report.missing) == missing
        assert report.batch is not None
        self.brought[report.batch] = {}
        for index in sorted(indexes):
            if index not in self.entries:
                row = Projection.objects.working().get(headword=TEXTS[index].headword)
                self.entries[index] = row.entry
            new = words(self.files[index]) - before.get(index, set())
            new &= words(self.latest(index).article) | self.waiting(index)
            self.brought[report.batch][index] = new
            self.kept[index] |= new

    def last_brought(self) -> set[int]:
        """The files of the source's last batch that is not undone."""
        last = ImportBatch.objects.filter(undone=None).order_by("-pk").first()
        return set(self.brought[last.pk]) if last else set()

    @precondition(lambda self: ImportBatch.objects.filter(undone=None).exists())
    @rule(back=st.integers(0, 2))
    def undo(self, back: int) -> None:
        batches = list(ImportBatch.objects.filter(undone=None).order_by("-pk")[: back + 1])
        report = undo(batches[-1], by=None)
        done = {entry.slug for entry in report.entries if entry.effect is not Effect.LEFT}
        for index, entry in self.entries.items():
            if entry.slug in done:
                self.kept[index] -= self.brought[batches[-1].pk].get(index, set())

    # What always holds

    @invariant()
    def no_word_is_lost(self) -> None:
        for index, entry in self.entries.items():
            standing = words(self.latest(index).article) | self.waiting(index)
            assert self.kept[index] <= standing, f"{entry.slug} lost {self.kept[index] - standing}"

    @invariant()
    def no_draft_is_published(self) -> None:
        for index, entry in self.entries.items():
            leaked = self.live_words(index) & self.unpublished[index]
            assert leaked == set(), f"{entry.slug} shows {leaked}"


@pytest.mark.not_in_c
@pytest.mark.django_db
def test_no_word_is_lost_and_no_draft_published() -> None:
    wanted = int(os.environ.get("MACHINE_STEPS", "300"))
    run_state_machine_as_test(
        Encyclopedia,
        settings=settings(
            max_examples=max(1, wanted // STEPS),
            stateful_step_count=STEPS,
            deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each step is slow: a failure is told as it came
            suppress_health_check=list(HealthCheck),
        ),
    )
