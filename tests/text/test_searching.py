import re

from hypothesis import given
from hypothesis import strategies as st

from entries.text.checks.searching import around

NUMBER = re.compile("(?P<left>[เ]?[กข]์?)?(?<![0-9])(?P<number>[0-9]+(?:-[0-9]+)*)(?P<right>[กข])?")
DIGIT = re.compile("[0-9]")


@given(st.text(alphabet="เกข์ค12- ", max_size=40))
def test_it_finds_what_finditer_finds(text: str) -> None:
    found = [(match.span(), match.groupdict()) for match in around(DIGIT, NUMBER, 3, text)]
    assert found == [(match.span(), match.groupdict()) for match in NUMBER.finditer(text)]


def test_a_core_without_the_whole_pattern_ends_nothing() -> None:
    glued = re.compile(r"[กข]\(")
    assert [match.start() for match in around(re.compile(r"\("), glued, 1, "ก ( ข( ก (")] == [4]
