"""How well anchors of references are found, and what it costs.

    python bench/references.py [--errors]

Prints exact and lenient shares, starred and unstarred, with the entry's keywords known and with no names known, on the
development set (../shared or SHARED_DIR; left out with a word where it is missing), on the sample entries and on the
sentences annotated in tests/text/references/; then how many are sure (0.9 or more) and how often those are right, with
the 95 % interval of Wilson; then what an anchor costs with lexicons of 100, 10,000 and 100,000 names, as ratios to
segmenting the same prose. --errors lists every miss.

Weights were fitted on samples_dev.txt, the development set and half of the sample entries, never on
samples_heldout.txt and samples_fresh.txt.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

from entries.text.references import NO_NAMES, Lexicon, NameLexicon, find_references
from entries.text.segment import words
from tests.shared import SHARED
from tests.text.references.annotated import (
    Outcome,
    Passage,
    development_set,
    outcomes,
    sample_entries,
    samples,
)

SURE = 0.9
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
SIZES = (100, 10_000, 100_000)


def wilson(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of Wilson for a share, at 95 %."""
    if not total:
        return 0.0, 1.0
    share, square = right / total, z * z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = z * ((share * (1 - share) + square / (4 * total)) / total) ** 0.5 / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(found: Sequence[Outcome], right: Callable[[Outcome], bool]) -> str:
    """``96.7 % (147/152)``."""
    count = sum(map(right, found))
    return f"{100 * count / len(found):5.1f} % ({count}/{len(found)})" if found else "    –"


def report(title: str, found: Sequence[Outcome], errors: bool) -> None:
    """The figures of one set."""
    print(f"\n{title}")
    for name, group in (
        ("starred", [outcome for outcome in found if outcome.truth.starred]),
        ("unstarred", [outcome for outcome in found if not outcome.truth.starred]),
    ):
        exact, lenient = share(group, lambda outcome: outcome.exact), share(group, lambda outcome: outcome.lenient)
        print(f"  {name:<10} exact {exact:<20} lenient {lenient}")
    calibration(found)
    if errors:
        for outcome in found:
            if not outcome.exact:
                mark = "~" if outcome.lenient else "×"
                gloss = outcome.found.gloss
                print(f"    {mark} {outcome.found.confidence:.2f} {outcome.wanted} | {outcome.got} ({gloss})")


def calibration(found: Sequence[Outcome]) -> None:
    """How many are sure and how often those are right; then every band of confidence."""
    sure = [outcome for outcome in found if outcome.found.confidence >= SURE]
    right = sum(outcome.exact for outcome in sure)
    low, high = wilson(right, len(sure))
    reach = 100 * len(sure) / len(found)
    lenient = share(sure, lambda outcome: outcome.lenient)
    print(
        f"  sure       exact {share(sure, lambda outcome: outcome.exact):<20} lenient {lenient}"
        f"   interval {100 * low:.1f}–{100 * high:.1f} %, reached by {reach:.0f} %"
    )
    bands = []
    for low, high in pairwise(BANDS):
        band = [outcome for outcome in found if low <= outcome.found.confidence < high]
        if band:
            bands.append(f"{low:.2f}+: {sum(outcome.exact for outcome in band)}/{len(band)}")
    print("  by confidence  " + "   ".join(bands))


def quality(errors: bool) -> None:
    """All figures of all sets."""
    sets: list[tuple[str, list[Passage], bool]] = [
        ("Development set", development_set(), True),
        ("Sample entries", sample_entries(), True),
        ("Own sentences, tuned on", [samples("dev")], False),
        ("Own sentences, held out", [samples("heldout")], False),
        ("Own sentences, written last", [samples("fresh")], False),
    ]
    for title, passages, has_keywords in sets:
        if not passages:
            print(f"\n{title}: left out, {SHARED} has no corpus and gold (set SHARED_DIR)")
            continue
        if has_keywords:
            report(f"{title}, the entry's keywords known", outcomes(passages), errors)
        report(f"{title}, no names known", outcomes(passages, NO_NAMES), errors)


def made_up_names(count: int) -> list[tuple[str, str]]:
    """Names of two words made of Thai syllables, always the same ones."""
    chance = random.Random(20_260)
    onsets, vowels, codas = "กขคงจชซดตทนบปผพฟมยรลวสหอ", ["า", "ี", "ู", "ิ", "ุ", "ั", "อ", "ื"], "กงดนบมยลวส"

    def word() -> str:
        return "".join(
            chance.choice(onsets) + chance.choice(vowels) + chance.choice(codas) for _ in range(chance.randint(2, 4))
        )

    return [(f"{word()}, {word()}" if number % 2 else f"{word()} {word()}", "title") for number in range(count)]


def best_of(times: int, job: Callable[[], object]) -> float:
    """The processor seconds of the quickest of several runs."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        job()
        taken.append(time.process_time() - began)
    return min(taken)


def cost() -> None:
    """What an anchor costs, by the size of the lexicon."""
    passage = samples("dev")
    count = len(passage.truths)
    find_references(passage.paragraphs)
    floor = best_of(3, lambda: [words(paragraph) for paragraph in passage.paragraphs])
    alone = best_of(3, lambda: find_references(passage.paragraphs))
    print(f"\nCost of an anchor ({count} anchors; 1.0 = segmenting the same prose once)")
    print(f"  finding with no names           {1000 * alone / count:6.3f} ms   {alone / floor:5.1f}")
    contexts = [paragraph[:160] for paragraph in passage.paragraphs]
    first = 0.0
    for size in SIZES:
        names = made_up_names(size)
        build = best_of(1, lambda names=names: NameLexicon(names))  # type: ignore[misc]
        lexicon: Lexicon = NameLexicon(names)
        look = best_of(3, lambda lexicon=lexicon: [lexicon.known_suffixes(contexts) for _ in range(50)])  # type: ignore[misc]
        look /= 50 * len(contexts)
        whole = best_of(3, lambda lexicon=lexicon: find_references(passage.paragraphs, lexicon=lexicon))  # type: ignore[misc]
        first = first or look
        print(
            f"  {size:>7,} names: look-up         {1000 * look:6.3f} ms   {look * count / floor:5.2f}"
            f"   ({look / first:.1f} × that of {SIZES[0]});"
            f" finding {1000 * whole / count:6.3f} ms, {whole / floor:.1f}; built in {build:.2f} s"
        )


def linear() -> None:
    """Whether the time for a paragraph grows with its length."""
    unit = "ต่อมาเขาร่วมมือกับวลาดีมีร์ เลนิน (Vladimir Lenin)* "
    figures = []
    for count in (100, 1_000, 10_000):
        taken = best_of(1, lambda count=count: find_references([unit * count]))  # type: ignore[misc]
        figures.append(taken / count)
    middle = statistics.median(figures)
    shares = ", ".join(f"{figure / middle:.2f}" for figure in figures)
    print(f"\nTime a parenthesis in one paragraph of 100, 1,000 and 10,000 of them, to its median: {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list every miss")
    quality(parser.parse_args().errors)
    cost()
    linear()


if __name__ == "__main__":
    main()
