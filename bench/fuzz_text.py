"""Looks for a file that breaks a promise of reading: random bytes, damaged samples, lines put together at random.

    python bench/fuzz_text.py --seconds 600 [--seed N]

Every case goes through decode and parse. What must hold: bytes give a text or an EncodingError, a text gives an article
or a ParseError, nothing else is raised; no word of the text is lost in silence; the article is written and read again
exactly and without findings but doubts about labels; every value stands where the map says; and none of it takes long.
The first case that breaks one of these is printed with what repeats it, and the script ends with 1.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from entries.text.encoding import EncodingError, decode  # noqa: E402
from entries.text.parser import ParseError, Reading, parse  # noqa: E402
from entries.text.serializer import serialize  # noqa: E402
from tests.shared import SHARED  # noqa: E402
from tests.strategies import EDGES, LINES  # noqa: E402
from tests.text.losses import lost_words  # noqa: E402

#: Seconds that a case may take for each million bytes, and at the least.
PACE = 60.0
LEAST = 10.0
CODECS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874")
INSERTED = (
    b"\n",
    b"\n\n",
    b"\r\n",
    b"\r",
    b"\t",
    b" ",
    b"\xa0",
    b"\xc2\xa0",
    b"- ",
    b"-\n",
    b":",
    b";",
    b",",
    b"(",
    b")",
    b"\0",
    b"\x80",
    b"\xff",
    b"\xe0\xb8",
    b"\xe2\x80\x8b",
    b"== ",
    b"\xef\xbb\xbf",
    b"\x85",
    b"\xc2\x85",
)


def samples() -> list[bytes]:
    """The bytes of the project's samples, and of the real entry where it is there."""
    files = [*sorted((ROOT / "fixtures").glob("*.txt")), *sorted((SHARED / "corpus").glob("*.txt"))]
    return [path.read_bytes() for path in files]


def random_bytes(chance: random.Random, _: list[bytes]) -> bytes:
    """Bytes of no meaning, of one of several alphabets."""
    alphabet = chance.choice(
        [range(256), range(0x80, 0x100), range(0x20, 0x7F), [0x0E, 0, 0x20, 0x0A, *range(1, 0x5B)]]
    )
    return bytes(chance.choice(alphabet) for _ in range(chance.randrange(400)))


def damaged_sample(chance: random.Random, files: list[bytes]) -> bytes:
    """A sample in some encoding, with cuts, insertions, doubled pieces and changed bytes."""
    data = chance.choice(files)
    if chance.random() < 0.4:
        text = decode(data).text
        data = text.encode(chance.choice(CODECS), "ignore")
        if chance.random() < 0.3:
            data = data.decode(chance.choice(["latin-1", "mac-roman", "cp1252"]), "replace").encode()
    start = chance.randrange(len(data))
    if chance.random() < 0.7:
        data = data[start : start + chance.randrange(1, 6000)]
    for _ in range(chance.randrange(6)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice([0, 0, 1, 2, 30])
        piece = chance.choice([chance.choice(INSERTED), data[at : at + 50], bytes([chance.randrange(256)])])
        data = data[:at] + piece + data[at + length :]
    return data


def damaged_text(chance: random.Random, files: list[bytes]) -> bytes:
    """The lines of a sample with some left out, doubled, moved, cut in two or joined: good bytes, an odd file."""
    lines = decode(chance.choice(files)).text.split("\n")
    start = chance.randrange(len(lines))
    lines = lines[start : start + chance.randrange(1, 60)]
    for _ in range(chance.randrange(8)):
        at = chance.randrange(len(lines) + 1)
        line = lines[at] if at < len(lines) else chance.choice(LINES)
        cut = chance.randrange(len(line) + 1)
        put = chance.choice([[], [line, line], [line[:cut], line[cut:]], [line + chance.choice(lines or LINES)]])
        lines[at : at + 1] = chance.choice([put, [chance.choice(EDGES) + line], [line, chance.choice(LINES)]])
    return "\n".join(lines).encode()


def structured(chance: random.Random, files: list[bytes]) -> bytes:
    """Lines of every kind in any order, some of them from samples."""
    lines = [chance.choice(LINES) for _ in range(chance.randrange(40))]
    for _ in range(chance.randrange(4)):
        own = decode(chance.choice(files)).text.split("\n")
        at = chance.randrange(len(own))
        lines[chance.randrange(len(lines) + 1) : 0] = own[at : at + chance.randrange(8)]
    for at in range(len(lines)):
        if chance.random() < 0.1:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + chance.choice(EDGES) + lines[at][cut:]
    joint = chance.choice(["\n", "\n", "\n", "\n\n", "\r\n", "\r"])
    return joint.join(lines).encode(chance.choice(CODECS), "ignore")


MAKERS: tuple[Callable[[random.Random, list[bytes]], bytes], ...] = (
    random_bytes,
    damaged_sample,
    damaged_text,
    structured,
)


def check(data: bytes, *, encoding: str | None, repair: bool) -> str:
    """What became of the case; raises AssertionError where a promise is broken."""
    try:
        decoded = decode(data, encoding=encoding, repair=repair)
    except EncodingError as error:
        return f"refused: {error.code}"
    text = decoded.text
    assert "\r" not in text, "a carriage return is left"
    for finding in decoded.findings:
        assert text[finding.start : finding.end][:200] == finding.words, "a finding of decode at a wrong place"
    try:
        reading = parse(text)
    except ParseError:
        return "refused by the parser"
    lost = lost_words(text, reading)
    assert not lost, f"lost: {lost[:5]!r}"
    canonical = serialize(reading.article)
    again = parse(canonical)
    assert again.article == reading.article, "the article changed when written"
    assert {finding.code for finding in again.findings} <= {"doubtful_label"}, "canonical text with findings"
    assert serialize(again.article) == canonical, "canonical text that is not stable"
    assert_places(text, reading)
    assert_places(canonical, again)
    return "read"


def assert_places(text: str, reading: Reading) -> None:
    """Every paragraph and keyword stands where the map says."""
    for name in ("paragraphs", "keywords", "headwords", "authors", "sources"):
        for index, value in enumerate(getattr(reading.article, name)):
            start = reading.positions.offset(name, index)
            assert start is not None, f"{name}[{index}] has no place"
            assert text[start] == value[0], f"{name}[{index}] is at a wrong place"
            end = reading.positions.offset(name, index, len(value) - 1)
            assert end is not None, f"{name}[{index}] has no end"
            assert text[end] == value[-1], f"{name}[{index}] ends at a wrong place"


def main() -> int:
    """Runs for the time asked; 1 where something broke."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--seed", type=int, default=None, help="repeat from this case on")
    options = arguments.parse_args()
    files = samples()
    seed = options.seed if options.seed is not None else time.time_ns() % 1_000_000_000
    began = time.monotonic()
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    while time.monotonic() - began < options.seconds:
        chance = random.Random(seed)
        maker = chance.choice(MAKERS)
        data = maker(chance, files)
        encoding = chance.choice([None, None, None, None, "cp874", "utf-16", "latin-1"])
        start = time.process_time()
        try:
            outcome = check(data, encoding=encoding, repair=chance.random() < 0.5)
        except Exception as error:  # noqa: BLE001 whatever is raised is what is looked for
            print(f"--seed {seed} ({maker.__name__}, {len(data)} bytes): {type(error).__name__}: {error}")
            return 1
        spent = time.process_time() - start
        if spent > max(LEAST, PACE * len(data) / 1e6):
            print(f"--seed {seed} ({maker.__name__}, {len(data)} bytes) took {spent:.1f} s")
            return 1
        slowest = max(slowest, spent)
        outcomes[f"{maker.__name__}: {outcome}"] += 1
        seed += 1
    print(f"{outcomes.total():,} cases, slowest {slowest:.2f} s, nothing found")
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:>9,}  {outcome}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
