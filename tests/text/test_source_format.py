"""docs/source-format.md says what the code does."""

import re

import pytest

from entries.text import encoding, parser
from entries.text.article import LABELS, SEE_LIMIT
from entries.text.findings import MOST_OF_A_CODE
from entries.text.parser import DEFAULT_LABELS, MOST_LINES, parse
from entries.text.parser.head import BARE_TITLE_LIMIT, HEAD_LIMIT
from entries.text.parser.lines import LABEL_LIMIT, SISTER_LABELS
from entries.text.parser.see import GLUED_LIMIT
from entries.text.serializer import FORMAT, read_canonical, serialize
from tests.shared import ROOT

PAGE = (ROOT / "docs" / "source-format.md").read_text(encoding="utf-8")


def example(kind: str) -> str:
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize("label", sorted({*LABELS.values(), *DEFAULT_LABELS, *SISTER_LABELS}))
def test_every_label_is_in_the_page(label: str) -> None:
    assert re.search(rf"(?<![ก-๎]){label}(?![ก-๎])", PAGE)


@pytest.mark.parametrize(("label", "field"), sorted(DEFAULT_LABELS.items()))
def test_every_label_stands_beside_its_field(label: str, field: str) -> None:
    (row,) = [line for line in PAGE.split("\n") if line.startswith(f"| {LABELS[field]} | `{field}`")]
    assert label in row


@pytest.mark.parametrize("code", [*parser.FINDING_CODES, *encoding.FINDING_CODES, *encoding.ERROR_CODES])
def test_every_code_has_its_row(code: str) -> None:
    assert len(re.findall(rf"^\| `{code}` \|", PAGE, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    "words",
    [
        f"more than {MOST_LINES:,} lines or values is refused",
        f"the first {MOST_OF_A_CODE} of a file are told",
        f"the target at most {SEE_LIMIT} characters long",
        f"the line is at most {GLUED_LIMIT} characters long",
        f"a Thai line of at most {BARE_TITLE_LIMIT} characters",
        f"A head line is at most {HEAD_LIMIT} characters long",
        f"is at most {LABEL_LIMIT} characters long, and",
        f"more than {encoding.DEFAULT_LIMIT // 1024**2} MiB",
    ],
)
def test_the_page_gives_the_limits_of_the_code(words: str) -> None:
    assert " ".join(PAGE.split()).count(words) == 1


@pytest.mark.parametrize(
    ("line", "target"), [(line, "X") for line in re.findall("`([^`]*ดู[^`]* X\\)?)`", PAGE.replace("\n", " "))]
)
def test_the_shapes_of_see_entries_in_the_page_are_read(line: str, target: str) -> None:
    assert parse(f"Alpha\nอัลฟา\n\n{line}\n").article.see == target


def test_the_canonical_labels_stand_in_their_order() -> None:
    at = PAGE.index("4. The labels")
    places = [re.search(rf"(?<![ก-๎]){label}(?![ก-๎])", PAGE[at:]) for label in LABELS.values()]
    starts = [place.start() for place in places if place]
    assert len(starts) == len(LABELS)
    assert starts == sorted(starts)
    assert f"(the *canonical form*, format {FORMAT})" in PAGE.replace("\n", " ")


def test_the_canonical_example_is_canonical() -> None:
    text = example("canonical")
    assert serialize(read_canonical(text)) == text
    assert parse(text).findings == ()


def test_the_example_of_a_file_is_read_as_the_page_says() -> None:
    reading = parse(example("source"))
    assert serialize(reading.article) == example("canonical")
    assert [finding.code for finding in reading.findings] == [
        "broken_paragraph",
        "empty_field",
        "empty_field",
        "unknown_label",
    ]
