"""Whole files: the samples and the real entry read as their writers meant, and the way back to the file's offsets.

`GOLDEN=write pytest tests/text/test_parser_files.py` writes the golden files anew, to be read before they are kept.
"""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given

from entries.text.article import Article
from entries.text.encoding import decode
from entries.text.findings import Piece
from entries.text.parser import ParseError, Reading, parse
from entries.text.serializer import read_canonical, serialize
from tests.shared import ROOT, corpus_text, gold
from tests.strategies import articles, source_texts

GOLDEN = Path(__file__).parent / "golden"
FIXTURES = ROOT / "fixtures"
WRITE = os.environ.get("GOLDEN") == "write"
#: Samples in the format's varieties whose whole reading is kept: the canonical text and what was found.
KEPT = (
    "bonaparte-napoleon",
    "congress-of-vienna",
    "february-revolution",
    "kerensky-alexander",
    "mensheviks",
    "nationalism",
    "nicholas-ii",
)


def text_of(stem: str) -> str:
    return decode((FIXTURES / f"{stem}.txt").read_bytes()).text


def value_of(article: Article, name: str, index: int) -> str:
    """The value to which the position map gives this name."""
    if name == "see":
        return article.see
    if name == "extra":
        return article.extra[index].label
    if name.startswith("extra:"):
        return next(extra.values[index] for extra in article.extra if f"extra:{extra.label}" == name)
    value: str = getattr(article, name)[index]
    return value


def assert_positions_lead_back(text: str, reading: Reading) -> None:
    """Every value has its place, and what stands there is the value, but for the joints between lines."""
    article = reading.article
    named = {(name, i) for name in ("paragraphs", *FIELDS) for i in range(len(getattr(article, name)))}
    named |= {("see", 0)} if article.see else set()
    named |= {("extra", i) for i in range(len(article.extra))}
    named |= {(f"extra:{extra.label}", i) for extra in article.extra for i in range(len(extra.values))}
    assert set(reading.positions.pieces) == named
    for (name, index), pieces in reading.positions.pieces.items():
        value = value_of(article, name, index)
        assert sum(piece.length for piece in pieces) == len(value)
        if name != "extra":  # the words of a label are kept without the spaces between them
            assert_pieces(text, value, pieces)
    for finding in reading.findings:
        assert text[finding.start : finding.end][:200].startswith(finding.words[:1])
        assert 0 <= finding.start <= finding.end <= len(text)


FIELDS = tuple(name for name in Article.__dataclass_fields__ if name not in {"see", "extra", "paragraphs"})


def assert_pieces(text: str, value: str, pieces: tuple[Piece, ...]) -> None:
    at = 0
    for piece in pieces:
        part, stands = value[at : at + piece.length], text[piece.source : piece.source + piece.length]
        assert part == stands or (part in " \n" and stands.isspace())
        at += piece.length


def summary(path: Path) -> str:
    """One row of the table: what a sample's file says."""
    decoded = decode(path.read_bytes())
    reading = parse(decoded.text)
    article = reading.article
    return "\t".join(
        (
            path.stem,
            decoded.encoding,
            " | ".join(article.headwords),
            " | ".join(article.thai_titles),
            " | ".join(article.periods_ce),
            " | ".join(article.periods_be),
            f"ดู {article.see}" if article.see else str(len(article.paragraphs)),
            str(len(article.keywords)),
            " | ".join(article.authors),
            str(len(article.bibliography)),
            str(len(article.sources)),
            str(len(article.see_also)),
            "; ".join(f"{extra.label} {len(extra.values)}" for extra in article.extra),
            "; ".join(finding.code for finding in reading.findings),
        )
    )


def test_every_sample_reads_as_its_writer_meant() -> None:
    rows = [summary(path) for path in sorted(FIXTURES.glob("*.txt"))]
    table = GOLDEN / "fixtures.tsv"
    if WRITE:
        table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert len(rows) >= 40
    assert rows == table.read_text(encoding="utf-8").removesuffix("\n").split("\n")


@pytest.mark.parametrize("stem", KEPT)
def test_golden_reading(stem: str) -> None:
    reading = parse(text_of(stem))
    found = [[f.code, str(f.severity), f.start, f.end, f.words, f.message, f.fix] for f in reading.findings]
    kept = {
        f"{stem}.canonical.txt": serialize(reading.article),
        f"{stem}.findings.json": json.dumps(found, ensure_ascii=False, indent=1) + "\n",
    }
    for name, content in kept.items():
        if WRITE:
            (GOLDEN / name).write_bytes(content.encode())
        assert content == (GOLDEN / name).read_bytes().decode(), name


@pytest.mark.parametrize("stem", sorted(path.stem for path in FIXTURES.glob("*.txt")))
def test_a_sample_is_stable_and_every_part_has_its_place(stem: str) -> None:
    text = text_of(stem)
    reading = parse(text)
    assert_positions_lead_back(text, reading)
    canonical = serialize(reading.article)
    again = parse(canonical)
    assert (again.article, again.findings, read_canonical(canonical)) == (reading.article, (), reading.article)
    assert_positions_lead_back(canonical, again)


def test_the_real_entry() -> None:
    text = corpus_text()
    reading = parse(text)
    article = reading.article
    assert (article.headwords, article.periods_ce) == (("Trotsky, Leon",), ("1879–1940",))
    assert (article.thai_titles, article.periods_be) == (("นายเลออน ตรอตสกี",), ("พ.ศ. ๒๔๒๒–๒๔๘๓",))
    written = text[text.index("\nคำสำคัญ\n") : text.index("\nช่วงเวลาระบุเป็นคริสต์ศักราช\n")].split("\n- ")[1:]
    assert article.keywords == tuple(written)
    assert (len(article.keywords), len(set(article.keywords))) == (100, 99)
    assert (len(article.authors), len(article.paragraphs)) == (1, 31)
    assert (article.bibliography, article.sources, article.media, article.extra) == ((), (), (), ())
    broken = [row for row in gold("seed_problems") if row["kind"] == "broken_paragraph"]
    assert [(f.start, f.end, f.words, f.fix) for f in reading.findings if f.code == "broken_paragraph"] == [
        (row["start"], row["end"], row["text"], row["fix"]) for row in broken
    ]
    assert [(f.code, f.words) for f in reading.findings if f.code != "broken_paragraph"] == [
        ("empty_field", "บรรณานุกรมคำตั้ง")
    ]
    assert_positions_lead_back(text, reading)
    canonical = serialize(article)
    assert parse(canonical).article == article
    assert serialize(parse(canonical).article) == canonical


def test_offsets_lead_back_across_a_join() -> None:
    text = "Alpha (1871)\n\nกข (A)*\n\n\nคง\n\n\u00a0จ\n\nคำตั้ง\nAlpha\n"
    reading = parse(text)
    assert reading.article.paragraphs == ("กข (A)* คง", "จ")
    assert reading.positions.offset("paragraphs", 0, 8) == text.index("คง")
    assert reading.positions.span("paragraphs", 0, 0, 10) == (14, text.index("คง") + 2)
    assert reading.positions.offset("paragraphs", 1) == text.index("จ")
    assert reading.positions.offset("periods_ce", 0) == text.index("1871")
    assert reading.positions.offset("headwords", 0) == text.rindex("Alpha")
    assert reading.positions.offset("headwords", 1) is None


@given(source_texts())
def test_positions_of_any_file(text: str) -> None:
    try:
        reading = parse(text)
    except ParseError:
        return
    assert_positions_lead_back(text, reading)


@given(articles())
def test_positions_of_canonical_text(article: Article) -> None:
    text = serialize(article)
    assert_positions_lead_back(text, parse(text))
