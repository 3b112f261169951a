"""Text that was read with the wrong encoding and saved again: recognising it, and undoing it where nothing was lost.

Two things happen to Thai files in the wild. The bytes of a TIS-620 file are read as if they were Mac Roman, Latin-1 or
Windows-1252; or the bytes of a UTF-8 file are read as one of these, or as TIS-620. Either way the wrong letters are
then saved as good UTF-8. Both leave a structure that no language has: the letters, turned back into bytes, are Thai
syllables or the sequences of UTF-8. Takes time in proportion to the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

#: A syllable as Thai is written: a leading vowel, a consonant, vowel and tone marks, a following vowel.
THAI_CLUSTER: Final = "(?:[เ-ไ]?[ก-ฃคฅฆ-ฮ][ัิ-ฺ]?[็-๎]{0,2}[ะาำๅ]?)"

_NAMES: Final[Mapping[str, str]] = {
    "latin-1": "Latin-1 (ISO 8859-1)",
    "cp1252": "Windows-1252",
    "mac-roman": "Mac Roman",
    "cp874": "TIS-620 (Windows-874)",
    "utf-8": "UTF-8",
}
_QUOTES: Final = frozenset("«»…†‡“”‘’–—\u00a0\u00ad")
# What may follow a capital with an accent in good text: such a pair alone proves nothing.
_NATURAL: Final = frozenset("\u00a0«»ª°²³·¹º´®©\u00ad")

_WELL_FORMED: Final = re.compile(f"(?:{THAI_CLUSTER}|[ๆฯ๐-๙])+")
_VOWELS: Final = re.compile("[ะ-ฺเ-๎]")
_RUN: Final = re.compile("[\x80-\xff]+")
_HIGH: Final = re.compile("[\x80-\xff]")
# The UTF-8 of European letters, Greek and Cyrillic; of Thai, of Vietnamese letters, of punctuation and the BOM.
_PAIRS: Final = (("[\xc2-\xc5\xce-\xd3]", "[\x80-\xbf]"),)
_TRIPLES: Final = (
    ("[\xe0]", "[\xb8\xb9]", "[\x80-\xbf]"),
    ("[\xe1]", "[\xb8-\xbb]", "[\x80-\xbf]"),
    ("[\xe2]", "[\x80-\x8b]", "[\x80-\xbf]"),
    ("[\xef]", "[\xbb]", "[\xbf]"),
)
_SEQUENCES: Final = re.compile("|".join(map("".join, (*_TRIPLES, *_PAIRS))))
_THAI_LETTERS: Final = re.compile("[ก-ฺ฿-๛]+")
#: Fewer letters than this prove nothing.
_LEAST: Final = 4


class _AmbiguousError(ValueError):
    """Letters that the wrong encoding does not have stand beside those that it has."""


@dataclass(frozen=True, slots=True)
class Mojibake:
    """What happened to a text: bytes that are `written` (utf-8, cp874) were read as `read_as` and saved again.

    `start` is the offset of the first letter concerned, `words` some of them, `meant` what they were. `repaired` is
    the whole text set right, or None where something was lost and only the original file can help.
    """

    written: str
    read_as: str
    start: int
    words: str
    meant: str
    repaired: str | None

    @property
    def message(self) -> str:
        """What happened, in Thai, with an example."""
        what = "อักษรไทยแบบ TIS-620" if self.written == "cp874" else "ไฟล์ UTF-8"
        words = re.sub("[\x80-\x9f]", "·", self.words)
        return f"ข้อความเพี้ยน: {what} ถูกอ่านเป็น {_NAMES[self.read_as]} แล้วบันทึกซ้ำ เช่น “{words}” ควรเป็น “{self.meant}”"


def _table(codec: str) -> dict[int, str]:
    """From the letters that a codec reads in the upper half to the bytes (as U+0080–00FF) that they stand for.

    Letters of U+0080–00FF that the codec does not have go to NUL, so that what is left there is a byte.
    """
    table = dict.fromkeys(range(0x80, 0x100), "\0")
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(codec, "replace")
        if letter != "\ufffd":
            table[ord(letter)] = chr(byte)
    return table


# Windows reads the five bytes that Windows-1252 leaves out as C1 controls, and Latin-1 all of 80–9F: one table.
_WESTERN: Final = {**_table("cp1252"), **{code: chr(code) for code in range(0x80, 0x100)}}
_MAC: Final = {**_table("mac-roman"), ord("\u00a4"): "\xdb", ord("\u2126"): "\xbd"}
_THAI: Final = {**_table("cp874"), **{code: chr(code) for code in range(0x80, 0xA0)}, 0xA0: "\xa0"}
_AS_THAI: Final = {byte: bytes([byte]).decode("cp874", "replace") for byte in range(0x80, 0x100)}


def _letters(table: dict[int, str], of_bytes: str) -> str:
    """The letters that stand for a class of bytes, as a class for regular expressions."""
    return "[" + "".join(re.escape(chr(code)) for code, byte in table.items() if re.match(of_bytes, byte)) + "]"


def _spelt(table: dict[int, str], *sequences: tuple[str, ...]) -> re.Pattern[str]:
    """What sequences of bytes look like in letters."""
    return re.compile("|".join("".join(_letters(table, part) for part in sequence) for sequence in sequences))


# Good text is known by the letters that it has not got side by side, before any are turned into bytes.
_SPELT: Final = {
    "cp1252": _spelt(_WESTERN, *_TRIPLES, *_PAIRS),
    "mac-roman": _spelt(_MAC, *_TRIPLES, *_PAIRS),
    "cp874": _spelt(_THAI, *_TRIPLES),
}
_ROWS: Final = {
    "cp1252": re.compile(_letters(_WESTERN, "[\x80-\xff]") + "{3}"),
    "mac-roman": re.compile(_letters(_MAC, "[\x80-\xff]") + "{3}"),
}


def find_mojibake(text: str) -> Mojibake | None:
    """What happened to this text, or None for good text: Thai, European, or anything else that was read rightly.

    >>> find_mojibake("à¸„à¸³à¸•à¸±à¹‰à¸‡").repaired
    'คำตั้ง'
    """
    if text.isascii():
        return None
    for read_as, table in (("cp1252", _WESTERN), ("mac-roman", _MAC), ("cp874", _THAI)):
        if _may_be_utf8(text, read_as) and (found := _utf8_read_as(text, text.translate(table), read_as)):
            return found
    for read_as, table in (("cp1252", _WESTERN), ("mac-roman", _MAC)):
        if _ROWS[read_as].search(text) and (found := _thai_read_as(text, text.translate(table), read_as)):
            return found
    return None


def _may_be_utf8(text: str, read_as: str) -> bool:
    """Whether there is anything that `_utf8_read_as` could take for a proof: cheap, and false for nearly all text."""
    if read_as != "cp874":
        return _SPELT[read_as].search(text) is not None
    proving = 3 * len(_SPELT[read_as].findall(text))
    return proving >= 3 * _LEAST and proving >= 0.6 * sum(map(len, _THAI_LETTERS.findall(text)))


def _utf8_read_as(text: str, as_bytes: str, read_as: str) -> Mojibake | None:
    high = len(_HIGH.findall(as_bytes))
    if not high:
        return None
    explained = proving = 0
    first: re.Match[str] | None = None
    for match in _SEQUENCES.finditer(as_bytes):
        length = match.end() - match.start()
        explained += length
        if length == 2 and (text[match.end() - 1] in _NATURAL or read_as == "cp874"):
            continue
        proving += length
        first = first or match
    # A single Latin letter proves something only in a text that holds nothing else of the kind.
    if first is None or explained < 0.6 * high or (proving < _LEAST and explained < high):
        return None
    if read_as == "cp874" and (proving < 0.6 * high or proving < 3 * _LEAST):
        return None
    repaired: str | None
    try:
        repaired = _RUN.sub(lambda run: run[0].encode("latin-1").decode("utf-8"), _kept(text, as_bytes))
    except (UnicodeDecodeError, _AmbiguousError):
        repaired = None
    read_as = _western_name(text, as_bytes) if read_as == "cp1252" else read_as
    run = _run_at(as_bytes, first.start())
    words = text[run[0] : run[1]]
    meant = as_bytes[run[0] : run[1]].encode("latin-1").decode("utf-8", "replace")
    return Mojibake("utf-8", read_as, run[0], words[:30], meant[:20], _without_bom(repaired))


def _thai_read_as(text: str, as_bytes: str, read_as: str) -> Mojibake | None:
    high = symbols = vowels = proving = 0
    first: tuple[int, int, str] | None = None
    for run in _RUN.finditer(as_bytes):
        high += run.end() - run.start()
        if run.end() - run.start() < 3:
            continue
        thai = run[0].translate(_AS_THAI)
        if not _WELL_FORMED.fullmatch(thai) or not re.search("[ก-ฮ]", thai):
            continue
        proving += len(thai)
        vowels += len(_VOWELS.findall(thai))
        symbols += sum(
            "\xa1" <= byte <= "\xce" and not letter.isalpha() and letter not in _QUOTES
            for byte, letter in zip(run[0], text[run.start() : run.end()], strict=True)
        )
        first = first or (run.start(), run.end(), thai)
    # Thai is full of ก น ด ต, which are signs and not letters in the West, where a list of accented capitals has none;
    # and a row of signs has no vowels.
    if first is None or proving < max(_LEAST, 0.6 * high) or min(symbols, vowels) < 0.15 * proving:
        return None
    start, end, thai = first
    repaired: str | None = None
    if read_as == "cp1252":
        repaired = _RUN.sub(lambda run: run[0].translate(_AS_THAI), _kept(text, as_bytes))
        if repaired.count("\ufffd") > text.count("\ufffd"):
            repaired = None
        read_as = _western_name(text, as_bytes)
    return Mojibake("cp874", read_as, start, text[start:end][:30], thai[:20], repaired)


def _kept(text: str, as_bytes: str) -> str:
    """The bytes where there are bytes, and the letters where the codec has none; these must not look like bytes."""
    if "\0" not in as_bytes:
        return as_bytes
    if any(byte == "\0" and "\x80" <= letter <= "\xff" for letter, byte in zip(text, as_bytes, strict=True)):
        raise _AmbiguousError
    return "".join(letter if byte == "\0" else byte for letter, byte in zip(text, as_bytes, strict=True))


def _western_name(text: str, as_bytes: str) -> str:
    """Latin-1 where bytes of 80–9F became C1 controls and none a Windows letter, else Windows-1252."""
    if text != as_bytes:
        return "cp1252"
    return "latin-1" if re.search("[\x80-\x9f]", text) else "cp1252"


def _run_at(as_bytes: str, start: int) -> tuple[int, int]:
    match = _RUN.match(as_bytes, start)
    return (start, match.end()) if match else (start, start)


def _without_bom(text: str | None) -> str | None:
    return text.removeprefix("\ufeff") if text is not None else None
