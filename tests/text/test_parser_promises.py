"""What the parser promises for any text at all: nothing is lost in silence, nothing but ParseError, never long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entries.text.article import Article
from entries.text.parser import MOST_LINES, ParseError, parse
from entries.text.serializer import serialize
from tests.strategies import articles, source_texts
from tests.text.losses import lost_words


@settings(max_examples=400)
@given(source_texts())
def test_no_word_of_a_file_is_lost_in_silence(text: str) -> None:
    try:
        reading = parse(text)
    except ParseError:
        return
    assert lost_words(text, reading) == []


def test_a_lost_word_would_be_noticed() -> None:
    reading = parse("Alpha\n\nก ข\n\nคำตั้ง\nAlpha\n")
    assert lost_words("Alpha\n\nก ข หาย\n\nคำตั้ง\nAlpha\n", reading) == ["หาย"]


@given(articles(), st.data())
def test_no_word_is_lost_from_a_text_that_someone_has_touched(article: Article, data: st.DataObject) -> None:
    text = serialize(article)
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + data.draw(st.sampled_from(["\n", "\n\n", " ", "ก", "- ", ":", "("])) + text[at:]
    try:
        reading = parse(changed)
    except ParseError:
        return
    assert lost_words(changed, reading) == []


@given(source_texts())
def test_what_was_read_is_written_and_read_again(text: str) -> None:
    try:
        article = parse(text).article
    except ParseError:
        return
    again = parse(serialize(article))
    assert again.article == article
    assert [finding.code for finding in again.findings if finding.code != "doubtful_label"] == []


@given(st.text(max_size=300))
def test_nothing_but_parse_error_is_raised(text: str) -> None:
    refused: ParseError | None = None
    try:
        parse(text)
    except ParseError as error:
        refused = error
    if refused:
        assert 0 <= refused.offset <= len(text)
        assert refused.line == text.count("\n", 0, refused.offset) + 1


HEAD = "Alpha (1871)\n\nนางอันนา อัลฟา\n\n"
LABELS = "คำตั้ง\nAlpha\nคำเทียบ\nก\nคำสำคัญ\n"


def test_a_refusal_is_short_whatever_the_line() -> None:
    with pytest.raises(ParseError) as caught:
        parse("== " * 300_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text",
    [
        "ก" * 5_000_000,
        "x" + " " * 2_000_000 + "y",
        HEAD + "ก (A)* " * 10_000,
        HEAD + "(" * 100_000 + "x" + ")" * 100_000,
        "(" * 1_000_000,
        LABELS + "- ก\n" * 90_000,
        LABELS + "- ก\n" * 40_000 + "ขค\n" * 40_000,
        LABELS + "".join(f"{number}. ก\n" for number in range(1, 50_000)),
        "คำตั้ง\n" + "a;" * 90_000,
        "คำตั้ง\n" + "(a;" * 90_000,
        "คำตั้ง\n" + "[(a;" * 90_000,
        "ผู้เขียนคำอธิบาย\nก" + " " * 1_000_000 + "ข",
        "ผู้เขียนคำอธิบาย\n" + "ก และ " * 90_000,
        "ผู้เขียนคำอธิบาย\n" + "กขค\n" * 90_000,
        "คำตั้ง" + ":" * 1_000_000,
        "== x ==\n" * 50_000,
        "คำตั้ง\n" * 50_000,
        "วงศ์\n" * 90_000,
        HEAD + "วงศ์\nก\n" * 40_000 + "คำตั้ง\nA\n",
        HEAD + "บรรณานุกรม\nเป็น\n" * 20_000 + "คำตั้ง\nA\n",
        HEAD + "กขคง\n" * 45_000 + "คำตั้ง\nA\n",
        HEAD + "ก\n\n\u00a0ข\n" + "ค\n" * 5 + "\u00a0ง\n" * 45_000,
        HEAD + "\u00a0ข\nค\n" * 40_000,
        "Alpha (" + "1900, " * 200_000 + ")\n",
        "Alpha (" + "18 March–" * 100_000 + "1871)\n",
        "\n" * 90_000,
        "ดู" + " " * 1_000_000 + "x",
        "A " + "(ดู " * 100_000,
        "1. " * 500_000,
    ],
    ids=lambda text: f"{text[:12]!r}",
)
def test_great_sizes_are_answered(text: str) -> None:
    """Some seconds at worst; what grew with the square would take minutes."""
    article = parse(text).article
    assert article == parse(serialize(article)).article


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (LABELS + "- ก\n" * 1_000_000, MOST_LINES + 1, "ไฟล์มีมากกว่า 100,000 บรรทัด"),
        (HEAD + "กขคง\n" * 90_000, 90_005, "ไฟล์มีมากกว่า 100,000 บรรทัด"),
        ("\n" * 1_000_000, MOST_LINES + 1, "ไฟล์มีมากกว่า 100,000 บรรทัด"),
        ("คำตั้ง\nA\nคำสำคัญ\n" + "ก;" * 1_000_000, 3, "ถึงป้ายกำกับ “คำสำคัญ” มีค่ามากกว่า 100,000 ค่า"),
        (
            "ผู้เขียน: " + "ก, " * 60_000 + "\nวงศ์: ก\nคำสำคัญ: " + "ก;" * 60_000,
            3,
            "ถึงป้ายกำกับ “คำสำคัญ” มีค่ามากกว่า 100,000 ค่า",
        ),
    ],
    ids=lambda value: f"{value[:12]!r}" if isinstance(value, str) else None,
)
def test_what_no_entry_has_is_refused_with_a_clear_word(text: str, line: int, reason: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert (line, line) == (caught.value.line, text.count("\n", 0, caught.value.offset) + 1)
    assert caught.value.reason.startswith(reason)
