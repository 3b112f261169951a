"""A decision's place is found where it certainly is, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from entries.text.passage import passage
from entries.text.placing import Spot, mark, place
from entries.text.shortnames import name_sound, near_sounds, short_keys
from entries.text.thai import clusters

WORDS = st.sampled_from(["เขาพบ", "แล้วไป", "ที่นั่น", "ในปี", "กับ", "ต่อมา"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
GLOSSES = st.sampled_from(["Boris", "Anna"])


def spots_of(paragraphs: list[tuple[str, str, str]]) -> list[Spot]:
    """Paragraphs of (before, gloss, after), the anchor always the same."""
    return [Spot("prose", gloss, f"{before} บอริส", f"* {after}") for before, gloss, after in paragraphs]


PARAGRAPHS = st.lists(st.tuples(SENTENCES, GLOSSES, SENTENCES), min_size=1, max_size=6)


@given(paragraphs=PARAGRAPHS, data=st.data())
def test_an_unchanged_text_gives_every_mark_its_spot(
    paragraphs: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    spots = spots_of(paragraphs)
    index = data.draw(st.integers(0, len(spots) - 1))
    assert place([mark(spots, index, "บอริส")], spots) == [index]


@given(paragraphs=PARAGRAPHS, others=PARAGRAPHS, data=st.data())
def test_other_paragraphs_never_draw_a_mark_to_them(
    paragraphs: list[tuple[str, str, str]], others: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Where the text around stands nowhere else, the mark goes to its own spot or to none."""
    spots = spots_of(paragraphs)
    index = data.draw(st.integers(0, len(spots) - 1))
    before, gloss, after = paragraphs[index]
    unlike = [each for each in others if each[0] != before and each[2] != after]
    at = data.draw(st.integers(0, len(unlike)))
    changed = [*unlike[:at], (before, gloss, after), *unlike[at:]]
    assert place([mark(spots, index, "บอริส")], spots_of(changed))[0] in (at, None)


@given(paragraphs=PARAGRAPHS)
def test_a_gloss_or_anchor_that_has_gone_leaves_no_place(paragraphs: list[tuple[str, str, str]]) -> None:
    spots = spots_of(paragraphs)
    marks = [mark(spots, index, "บอริส") for index in range(len(spots))]
    assert place(marks, [Spot("prose", "Carl", spot.left, spot.right) for spot in spots]) == [None] * len(spots)
    assert place(marks, [Spot("prose", spot.gloss, "คาร์ล", spot.right) for spot in spots]) == [None] * len(spots)
    assert place(marks, [Spot("see", spot.gloss, spot.left, spot.right) for spot in spots]) == [None] * len(spots)


@given(paragraph=st.text("กาเแำ้์ bc ๑()", max_size=80), data=st.data(), reach=st.integers(0, 12))
def test_a_passage_holds_its_place_and_ends_at_spaces(paragraph: str, data: st.DataObject, reach: int) -> None:
    start = data.draw(st.integers(0, len(paragraph)))
    end = data.draw(st.integers(start, len(paragraph)))
    first, last = passage(paragraph, start, end, reach=reach)
    assert 0 <= first <= start <= end <= last <= len(paragraph)
    assert first == 0 or paragraph[first - 1].isspace()
    assert last == len(paragraph) or paragraph[last].isspace()
    assert first == 0 or len(clusters(paragraph[first:start])) >= reach
    assert last == len(paragraph) or len(clusters(paragraph[end:last])) >= reach


def test_shorter_names_are_those_of_persons() -> None:
    assert short_keys(["Lenin, Vladimir Ilyich"], ["นายวลาดีมีร์ อิลยิช เลนิน"]) == {
        "vladimirlenin",
        "vilenin",
        "vlenin",
        "วลาดีมีร์เลนิน",
    }
    assert short_keys(["Bismarck, Otto von"], []) == {"ovonbismarck"}
    assert short_keys(["Churchill, Sir Winston"], []) == {"wchurchill"}
    for headword in ("Wellington, Duke of", "Nicholas II", "Nicholas II, Tsar of Russia", "Gamma War", ""):
        assert short_keys([headword], ["สงครามที่ ยาว มาก"]) == frozenset()


def test_near_sounds_are_one_consonant_away() -> None:
    assert name_sound("Khruschev, Nikita") == name_sound("Nikita Khrushchev") == "NKTKRCV"
    assert name_sound("Lenin") == ""
    assert {"NKTKRCV", "NKTKRC", "NTKRCV", "NKTKRCVS", "NKTKLCV"} <= near_sounds("NKTKRCV")
    assert "NKTK" not in near_sounds("NKTKRCV")
    assert near_sounds("") == frozenset()
