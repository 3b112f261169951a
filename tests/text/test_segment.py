import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.segment import SegmenterError, segmenter, words
from tests.shared import corpus_text

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("", []),
        (" \u00a0\n", []),
        ("พรรคแรงงาน", ["พรรค", "แรงงาน"]),
        ("\u00a0สงคราม  โลก", ["สงคราม", "โลก"]),
        ("ค.ศ. ๑๙๐๕", ["ค.ศ.", "๑๙๐๕"]),
        ("New Economic\tPolicy", ["New", "Economic", "Policy"]),
        ("น้ำ\ud800", ["น้ำ", "\ud800"]),
    ],
)
def test_words(paragraph: str, expected: list[str]) -> None:
    assert [paragraph[start:end] for start, end in words(paragraph)] == expected


def assert_exact(paragraph: str) -> None:
    done = 0
    for start, end in words(paragraph):
        assert done <= start < end
        assert not paragraph[done:start].strip()
        assert not any(char.isspace() for char in paragraph[start:end])
        done = end
    assert not paragraph[done:].strip()


def test_every_letter_of_the_real_entry_is_in_a_word() -> None:
    for paragraph in corpus_text().split("\n"):
        assert_exact(paragraph)


@given(st.one_of(st.text(), st.text(alphabet="กาเ่ตรอสกี \n\u00a0๑1aA.\ud800🙂ำๆ")))
def test_offsets_are_exact_for_any_text(paragraph: str) -> None:
    assert_exact(paragraph)


def test_nothing_is_loaded_before_the_first_word_and_no_folder_is_made(tmp_path: Path) -> None:
    code = (
        "import sys; from entries.text.segment import segmenter, words\n"
        "assert not {'nlpo3', 'pythainlp'} & set(sys.modules)\n"
        "assert words('พรรคแรงงาน') == [(0, 4), (4, 10)]\n"
        "print(segmenter()[0])"
    )
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "nlpo3\n", "")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def segmenter_anew() -> Iterator[None]:
    segmenter.cache_clear()
    yield
    segmenter.cache_clear()


@pytest.mark.usefixtures("segmenter_anew")
def test_falling_back_to_pythainlp_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nlpo3", None)
    with pytest.warns(UserWarning, match="nlpo3 is not installed"):
        assert words("พรรคแรงงาน") == [(0, 4), (4, 10)]
    assert segmenter()[0] == "pythainlp"


@pytest.mark.usefixtures("segmenter_anew")
def test_no_segmenter_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pythainlp", None)
    with pytest.raises(SegmenterError, match="pythainlp is not installed"):
        words("พรรคแรงงาน")


@pytest.mark.parametrize("cut", [["พรรคแรง"], ["งาน"], ["พรรค", "เปลี่ยน"], []])
def test_words_that_are_not_the_texts_are_refused(cut: list[str]) -> None:
    with pytest.raises(SegmenterError):
        words("พรรคแรงงาน", lambda text: cut)
