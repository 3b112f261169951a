"""Whatever happens, in whatever order: the links, and all else, are those that making them from scratch gives.

`MACHINE_STEPS=10000 pytest tests/services/test_link_machine.py` takes so many steps, some twelve a life.
"""

import os
from collections.abc import Sequence
from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entries.models import Alias, CrossReference, DecisionKind, Entry, Keyword, ReferenceDecision, Revision, Work
from entries.services import deciding
from entries.services.aliases import add_alias, remove_alias
from entries.services.checking import compare_with_rebuild, compare_with_relink
from entries.services.merging import merge_owners
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article
from tests.texts import article

#: Few names, so that much happens to each: full ones, shorter ones, see-entries that chain and loop, namesakes.
NAMES = ("Old", "New", "Lenin, Vladimir Ilyich", "Lenin, Viktor Ivan")
TITLES = ("เก่า", "ใหม่", "นายวลาดีมีร์ อิลยิช เลนิน", "นายวิกเตอร์ อีวาน เลนิน")
PROSE = (
    "เขาพบ เก่า (Old)* แล้วพบ ใหม่ (New)* แล้วพบ เลนิน (V. I. Lenin)* กับ วลาดีมีร์ เลนิน (Vladimir Lenin)* ที่นั่น",
    "ต่อมาพบ ใหม่ (Old)* อีก แล้วพบ ใหม่ (Old)* อีก",
    "หลังจากนั้นก็มีเรื่องประหลาดเกิดขึ้นโดยไม่มีใครรู้ความจริงใหม่ (Qwxyz)* และก่อนนั้นก็เป็นอย่างเก่า (Ploy) อีก",
)
#: Names of keywords, two of which end before a parenthesis of the prose.
KEYWORDS = ("ความจริงใหม่", "อย่างเก่า", "เรื่องอื่น")

SLOTS = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("write"), SLOTS, SLOTS, st.sampled_from([None, *NAMES])),
    st.tuples(st.just("publish"), SLOTS),
    st.tuples(st.just("withdraw"), SLOTS),
    st.tuples(st.just("alias"), SLOTS, st.sampled_from([*NAMES, "V. I. Lenin", "รู้ความจริงใหม่"])),
    st.tuples(st.just("unalias"), SLOTS),
    st.tuples(st.just("link"), SLOTS, SLOTS, st.integers(0, 7)),
    st.tuples(st.just("say"), SLOTS, st.sampled_from(["not_reference", "dismiss", "anchor"]), st.integers(0, 7)),
    st.tuples(st.just("undo"), st.integers(0, 3)),
    st.tuples(st.just("edit"), SLOTS, st.booleans()),
    st.tuples(st.just("keyword"), SLOTS, st.sets(st.sampled_from(KEYWORDS))),
    st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
)


class Encyclopedia:
    """Four entries that things happen to; what cannot happen now does not."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.entries: dict[int, Entry] = {}

    def do(self, step: Sequence[object]) -> None:
        name, *arguments = step
        getattr(self, f"_{name}")(*arguments)

    def _write(self, slot: int, name: int, see: str | None) -> None:
        """Makes the entry, or gives it another name or kind of text."""
        text = article(NAMES[name], TITLES[name], see=see) if see else article(NAMES[name], TITLES[name], *PROSE)
        self._revise(slot, text)

    def _edit(self, slot: int, shorter: bool) -> None:
        if slot in self.entries and not (base := self._latest(slot).article).see:
            self._revise(slot, base.replace(paragraphs=PROSE[1:] if shorter else (*PROSE, "ต่อท้าย")))

    def _keyword(self, slot: int, names: set[str]) -> None:
        if slot in self.entries:
            self._revise(slot, self._latest(slot).article.replace(keywords=tuple(sorted(names))))

    def _merge(self, one: int, other: int) -> None:
        there = list(Keyword.objects.filter(merged_into=None).order_by("slug"))
        if one != other and max(one, other) < len(there):
            merge_owners(there[one], there[other])

    def _revise(self, slot: int, text: Article) -> None:
        if entry := self.entries.get(slot):
            revise([Change(entry, text, base=self._latest(slot))], by=None)
        else:
            made = revise([Change(None, text, new=NewEntry(self.work))], by=None)[0].entry
            assert made
            self.entries[slot] = made

    def _latest(self, slot: int) -> Revision:
        return Revision.objects.filter(entry=self.entries[slot]).latest_of_each().get()

    def _publish(self, slot: int) -> None:
        if slot in self.entries:
            publish([self._latest(slot)], by=None)

    def _withdraw(self, slot: int) -> None:
        if slot in self.entries:
            withdraw([self.entries[slot]], by=None)

    def _alias(self, slot: int, name: str) -> None:
        if slot in self.entries:
            add_alias(self.entries[slot], name, by=None)

    def _unalias(self, slot: int) -> None:
        if slot in self.entries and (alias := Alias.objects.filter(entry=self.entries[slot]).first()):
            remove_alias(alias)

    def _reference(self, slot: int, number: int) -> CrossReference | None:
        rows = CrossReference.objects.filter(face__entry=self.entries.get(slot)).order_by("face", "place", "position")
        return rows[number : number + 1].first()

    def _link(self, slot: int, target: int, number: int) -> None:
        if target in self.entries and (row := self._reference(slot, number)):
            deciding.decide(row, DecisionKind.LINK, target=self.entries[target], by=None)

    def _say(self, slot: int, kind: str, number: int) -> None:
        row = self._reference(slot, number)
        if row is None or (kind == "anchor" and row.place != "prose"):
            return
        anchor = f"พบ {row.anchor}" if kind == "anchor" and number % 2 else ""
        with suppress(deciding.AnchorNotThereError):
            deciding.decide(row, DecisionKind(kind), anchor=anchor, by=None)

    def _undo(self, number: int) -> None:
        if decision := ReferenceDecision.objects.standing()[number : number + 1].first():
            deciding.undo_decision(decision)


LIVES = max(1, int(os.environ.get("MACHINE_STEPS", "720")) // 12)


@pytest.mark.not_in_c
@pytest.mark.django_db
@settings(max_examples=LIVES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=4, max_size=20))
def test_links_are_a_function_of_texts_names_and_decisions(work: Work, steps: Sequence[Sequence[object]]) -> None:
    with transaction.atomic():
        encyclopedia = Encyclopedia(work)
        for step in steps:
            encyclopedia.do(step)
        assert compare_with_rebuild() == []
        assert compare_with_relink() == []
        transaction.set_rollback(True)
