"""Annotated parentheses: sentences written for these tests, sample entries, and the development set.

A case is one parenthesis with every first letter of its anchor that is right (exact) or that a careful editor could
accept too (lenient).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from entries.text.encoding import decode
from entries.text.parser import parse
from entries.text.references import Lexicon, NameLexicon, Reference, find_references
from entries.text.references.spans import parentheses
from tests.shared import SHARED

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
GOLD = SHARED / "gold" / "seed_references.jsonl"


@dataclass(frozen=True, slots=True)
class Truth:
    """The right answers for the parenthesis that opens at `open` of a paragraph; no exact start: it has no anchor."""

    paragraph: int
    open: int
    exact: frozenset[int]
    lenient: frozenset[int]
    starred: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs, the truth on each of their parentheses, and the keywords of the entry."""

    name: str
    paragraphs: tuple[str, ...]
    truths: tuple[Truth, ...]
    keywords: tuple[str, ...] = ()

    @property
    def lexicon(self) -> Lexicon:
        """The names that the entry's own keywords give."""
        return NameLexicon((keyword, "keyword") for keyword in self.keywords)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found for one truth."""

    truth: Truth
    found: Reference
    paragraph: str

    @property
    def exact(self) -> bool:
        """Whether the anchor begins exactly where it should."""
        if not self.truth.exact:
            return not self.found.has_anchor or self.found.start in self.truth.lenient
        return self.found.has_anchor and self.found.start in self.truth.exact

    @property
    def lenient(self) -> bool:
        """Whether a careful editor could accept it."""
        return self.exact or (self.found.has_anchor and self.found.start in self.truth.lenient)

    @property
    def wanted(self) -> str:
        """The right anchor, for messages."""
        return self.paragraph[min(self.truth.exact) : self.found.end] if self.truth.exact else ""

    @property
    def got(self) -> str:
        """The anchor found, for messages."""
        return self.paragraph[self.found.start : self.found.end]


def outcomes(passages: Iterable[Passage], lexicon: Lexicon | None = None) -> list[Outcome]:
    """Find references in every passage, with its own keywords or with `lexicon`, and set them beside the truth."""
    result = []
    for passage in passages:
        found = find_references(passage.paragraphs, lexicon=passage.lexicon if lexicon is None else lexicon)
        by_place = {(reference.paragraph, reference.open): reference for reference in found}
        for truth in passage.truths:
            text = passage.paragraphs[truth.paragraph]
            result.append(Outcome(truth, by_place[truth.paragraph, truth.open], text))
    return result


def marked(name: str, lines: Sequence[str]) -> Passage:
    """A passage read from lines with marks: "|" exact, "‹" lenient, "∅" no anchor; lines that open with "#" are out."""
    paragraphs: list[str] = []
    truths: list[Truth] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        paragraph, found = _unmarked(line, len(paragraphs))
        paragraphs.append(paragraph)
        truths.extend(found)
    return Passage(name, tuple(paragraphs), tuple(truths))


def _unmarked(line: str, number: int) -> tuple[str, list[Truth]]:
    """A line without its marks, and the truths they tell."""
    plain: list[str] = []
    truths: list[Truth] = []
    exact: set[int] = set()
    lenient: set[int] = set()
    for position, char in enumerate(line):
        if char == "|":
            exact.add(len(plain))
        elif char == "‹":
            lenient.add(len(plain))
        elif char != "∅":
            if char == "(":
                closing = line.index(")", position)
                starred = line[closing + 1 : closing + 2] == "*"
                truths.append(Truth(number, len(plain), frozenset(exact), frozenset(lenient), starred))
                exact, lenient = set(), set()
            plain.append(char)
    return "".join(plain), truths


def samples(name: str) -> Passage:
    """The sentences of ``samples_<name>.txt``."""
    return marked(name, (HERE / f"samples_{name}.txt").read_text(encoding="utf-8").split("\n"))


def sample_entries(half: int | None = None) -> list[Passage]:
    """The sample entries with their annotation; `half` 0 or 1 gives every other one of them."""
    rows = [row.split("\t") for row in (HERE / "samples_entries.tsv").read_text(encoding="utf-8").split("\n") if row]
    passages = []
    for number, slug in enumerate(sorted({row[0] for row in rows})):
        path = ROOT / "fixtures" / f"{slug}.txt"
        if path.exists() and half in (None, number % 2):
            article = parse(decode(path.read_bytes()).text).article
            truths = _from_rows([row for row in rows if row[0] == slug], article.paragraphs)
            passages.append(Passage(slug, article.paragraphs, tuple(truths), article.keywords))
    return passages


def _from_rows(rows: Sequence[Sequence[str]], paragraphs: Sequence[str]) -> list[Truth]:
    """The truth of each row (slug, gloss, exact anchors, lenient anchors) for the next parenthesis with its gloss."""
    pairs = [(number, pair, text) for number, text in enumerate(paragraphs) for pair in parentheses(text)]
    truths = []
    for _, gloss, exact, lenient in rows:
        for place in pairs:
            number, pair, text = place
            if text[pair.inner_start : pair.inner_end] == gloss:
                ends = text[: pair.anchor_end]
                truths.append(
                    Truth(
                        number,
                        pair.open,
                        frozenset(len(ends) - len(name) for name in exact.split("|") if ends.endswith(name)),
                        frozenset(len(ends) - len(name) for name in lenient.split("|") if name and ends.endswith(name)),
                        pair.star is not None,
                    )
                )
                pairs.remove(place)
                break
    return [truth for truth in truths if truth.exact]


def development_set() -> list[Passage]:
    """The real entry with its truth; an empty list where the shared folder is missing."""
    corpus = sorted((SHARED / "corpus").glob("*.txt"))
    if not corpus or not GOLD.exists():
        return []
    text = corpus[0].read_bytes().decode("utf-8")
    prose, _, labels = text.partition("\nคำตั้ง\n")
    keywords = labels.partition("\nคำสำคัญ\n")[2].partition("\nช่วงเวลา")[0]
    lines: list[tuple[int, str]] = []
    offset = 0
    for line in prose.split("\n"):
        lines.append((offset, line))
        offset += len(line) + 1
    body = [(start, line) for start, line in lines if line.strip()][2:]
    rows = [json.loads(row) for row in GOLD.read_text(encoding="utf-8").split("\n") if row]
    truths = [truth for row in rows for truth in _from_gold(row, body)]
    return [
        Passage(
            "development set",
            tuple(line for _, line in body),
            tuple(truths),
            tuple(line.removeprefix("- ") for line in keywords.split("\n") if line),
        )
    ]


def _from_gold(row: Mapping[str, object], body: Sequence[tuple[int, str]]) -> list[Truth]:
    """The truth of one row, where it lies in the prose."""
    for number, (offset, line) in enumerate(body):
        if offset <= int(str(row["paren_start"])) < offset + len(line):
            also = row["also"]
            assert isinstance(also, list)
            return [
                Truth(
                    number,
                    int(str(row["paren_start"])) - offset,
                    frozenset({int(str(row["start"])) - offset}),
                    frozenset(int(other["start"]) - offset for other in also),
                    bool(row["starred"]),
                )
            ]
    return []
