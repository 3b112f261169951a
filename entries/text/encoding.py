"""From a file's bytes to its text: which encoding it is in, and what cannot be read is refused with a clear word.

The text is kept as found: only the BOM goes, and CRLF and CR become "\\n". What was read with a wrong encoding before
(entries.text.mojibake) is refused, or set right on demand where nothing was lost.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from entries.text.findings import MOST_OF_A_CODE, Finding, Severity, and_more, line_of
from entries.text.mojibake import THAI_CLUSTER, Mojibake, find_mojibake

#: Files of more bytes than this are refused: one entry is some 100,000.
DEFAULT_LIMIT: Final = 32 * 1024 * 1024

#: The encodings that may be asked for, by the names people give them (without case, spaces, hyphens or underscores).
ENCODINGS: Final[dict[str, str]] = {
    "utf8": "utf-8", "utf8sig": "utf-8", "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "utf32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be",
    "tis620": "cp874", "cp874": "cp874", "windows874": "cp874", "iso885911": "cp874", "latin1": "latin-1",
    "iso88591": "latin-1", "cp1252": "cp1252", "windows1252": "cp1252", "macroman": "mac-roman",
    "macintosh": "mac-roman",
}  # fmt: skip

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_UTF_32: Final = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))
_KINDS: Final = (
    (b"PK\x03\x04", "Word, Excel หรือ ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word หรือ Excel รุ่นเก่า"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "ภาพ PNG"),
    (b"\xff\xd8\xff", "ภาพ JPEG"),
    (b"GIF8", "ภาพ GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "ฐานข้อมูล SQLite"),
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROL_BYTES: Final = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
#: So many controls may stray into a text; more of them are no text.
_FEW: Final = 8
_THAI: Final = re.compile("[ก-ฺเ-๛]")
_CLUSTERS: Final = re.compile(f"(?:{THAI_CLUSTER}|[ๆฯ๏-๛฿])+")
_AT_LATIN: Final = re.compile("(?<=[A-Za-z])[ก-๛]|[ก-๛](?=[A-Za-z])")
# Nothing of a text: white space and signs of no width (zero-width spaces and joiners, marks of direction …).
_NOTHING: Final = re.compile(
    "[\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]*"
)
_UTF8_BYTES: Final = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_HIGH_BYTES: Final = re.compile(rb"[\x80-\xff]")


#: What decode may find, and why it may refuse.
FINDING_CODES: Final = ("tab", "replacement_character", "mojibake_repaired")
ERROR_CODES: Final = (
    "empty",
    "too_large",
    "unknown_encoding",
    "undecodable",
    "binary",
    "control_character",
    "mojibake",
)


class EncodingError(ValueError):
    """The bytes cannot be taken as text. The message says why and what to do, in Thai.

    `code` is one of ERROR_CODES. `line` (from 1) is where, when that is known. `repair` is the wrong encoding that
    `decode(…, repair=True)` would undo without loss, "" where it cannot.
    """

    def __init__(self, reason: str, line: int | None = None, *, code: str = "undecodable", repair: str = "") -> None:
        self.reason = reason
        self.line = line
        self.code = code
        self.repair = repair
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with its newlines as "\\n" and without a BOM, the encoding it was read with, and what was noticed.

    `encoding` is utf-8, utf-8-sig, utf-16-le, utf-16-be or cp874 (which TIS-620 is a part of), or the one forced.
    """

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, *, encoding: str | None = None, repair: bool = False, limit: int = DEFAULT_LIMIT) -> Decoded:
    """Reads the bytes of one file as text.

    `encoding`: how to read it, whatever it looks like (see ENCODINGS). `repair`: what was read with a wrong encoding
    before is set right where nothing was lost, and a finding says so. `limit`: the most bytes that are read.

    Findings: `tab`, `replacement_character`, `mojibake_repaired`. Raises EncodingError, and nothing else.
    """
    if len(data) > limit:
        raise EncodingError(
            f"ไฟล์ใหญ่ {_size(len(data))} เกินที่รับได้ ({_size(limit)}) ให้แบ่งเป็นไฟล์ละหนึ่งรายการ", code="too_large"
        )
    if not data.strip(b" \t\r\n"):
        raise EncodingError("ไฟล์ว่าง ไม่มีข้อความ", code="empty")
    text, name = _forced(data, encoding) if encoding else _detected(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    undone: list[Mojibake] = []
    while found := find_mojibake(text):
        if not repair or found.repaired is None:
            raise _refusal(text, found)
        text = found.repaired
        undone.append(found)
    if _NOTHING.fullmatch(text):
        raise EncodingError("ไฟล์ว่าง มีแต่วรรคหรืออักขระที่มองไม่เห็น", code="empty")
    _refuse_controls(text)
    repaired = (_repaired(text, found) for found in undone)
    return Decoded(text, name, (*repaired, *_tabs(text), *_replacements(text)))


def _forced(data: bytes, encoding: str) -> tuple[str, str]:
    name = ENCODINGS.get(re.sub(r"[\s_.-]", "", encoding).lower())
    if name is None:
        raise EncodingError(
            f"ไม่รู้จักการเข้ารหัส “{encoding}” ใช้ได้: utf-8, utf-16, utf-16-le, utf-16-be, utf-32, tis-620, cp874, "
            "latin-1, cp1252, mac-roman",
            code="unknown_encoding",
        )
    for bom, with_bom, plain in _BOMS:
        if data.startswith(bom) and name in (plain, plain[:6]):
            return _strict(data[len(bom) :], plain), with_bom
    if name == "utf-32" and not data.startswith(_UTF_32[0][0]) and not data.startswith(_UTF_32[1][0]):
        name = _utf32_order(data) or "utf-32-le"
    if name == "utf-16":
        name = _utf16_order(data) or "utf-16-le"
    return _strict(data, name), name


def _detected(data: bytes) -> tuple[str, str]:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise EncodingError(f"ไม่ใช่ไฟล์ข้อความ (เป็นไฟล์ {kind}) ให้บันทึกเป็นข้อความล้วน UTF-8 ก่อน", code="binary")
    if order := _utf32_order(data):
        raise EncodingError(
            f"ไฟล์เป็น {order.upper()} ให้บันทึกใหม่เป็น UTF-8 หรือระบุด้วย --encoding utf-32", code="undecodable"
        )
    for bom, with_bom, plain in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], plain), with_bom
    if (b"\0" in data or b"\x0e" in data) and (order := _utf16_order(data)):
        return data.decode(order), order
    try:
        return _readable(data), "utf-8"
    except UnicodeDecodeError as error:
        return _thai_or_refused(data, error), "cp874"


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace")
        byte = f"0x{data[error.start]:02X}" if error.start < len(data) else ""
        raise EncodingError(
            f"อ่านเป็น {name} ไม่ได้ ไบต์ {byte} ไม่ถูกต้อง ไฟล์เสียหายหรือใช้การเข้ารหัสอื่น", _lines(before)
        ) from error


def _utf32_order(data: bytes) -> str | None:
    """utf-32-le or utf-32-be where the bytes, with a BOM or without, can be nothing else."""
    if len(data) % 4 or b"\0" not in data:
        return None
    for bom, order in _UTF_32:
        # Of the four bytes of a letter the two on the far side are zero, but in rare scripts.
        far = data[3::4] if order == "utf-32-le" else data[0::4]
        next_to = data[2::4] if order == "utf-32-le" else data[1::4]
        if any(far) or next_to.count(0) < 0.9 * len(next_to):
            continue
        try:
            text = data.removeprefix(bom).decode(order)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return order
    return None


def _utf16_order(data: bytes) -> str | None:
    """utf-16-le or utf-16-be where the bytes, without a BOM, can be nothing else."""
    if len(data) % 2:
        return None
    for order, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        # Thai, ASCII and general punctuation: read in the wrong order these are letters of nowhere.
        expected = high.count(0x0E) + high.count(0) + high.count(0x20)
        if expected < 0.9 * len(high):
            continue
        try:
            text = data.decode(order)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text.replace("\r", "\n")) and re.search("[ก-๛A-Za-z0-9]", text):
            return order
    return None


def _readable(data: bytes) -> str:
    """The text of bytes in UTF-8, unless it is full of controls: then it is no text."""
    text = data.decode("utf-8")
    # Most text has none, and its bytes tell that soonest.
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > max(_FEW, 0.1 * len(text)):
        raise EncodingError("ไม่ใช่ไฟล์ข้อความ มีอักขระควบคุมจำนวนมาก", code="binary")
    return text


def _thai_or_refused(data: bytes, error: UnicodeDecodeError) -> str:
    """The bytes as TIS-620/cp874, where they can be Thai; they are not UTF-8."""
    if len(data) - len(data.translate(None, _CONTROL_BYTES)) > max(_FEW, 0.02 * len(data)):
        raise EncodingError("ไม่ใช่ไฟล์ข้อความ มีอักขระควบคุมจำนวนมาก", code="binary")
    high = len(_HIGH_BYTES.findall(data))
    in_sequences = sum(len(match) for match in _UTF8_BYTES.findall(data))
    line = _lines(data[: error.start].decode("latin-1"))
    if in_sequences > 0.5 * high:
        raise EncodingError("ไฟล์เป็น UTF-8 ที่เสียหาย มีไบต์ที่ไม่ถูกต้อง ให้ส่งออกไฟล์ใหม่", line)
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError as other:
        line = _lines(data[: other.start].decode("latin-1"))
        raise _unknown(line) from other
    letters = len(_THAI.findall(text))
    placed = sum(len(match) for match in _CLUSTERS.findall(text)) - len(_AT_LATIN.findall(text))
    if placed < 0.8 * letters:
        raise _unknown(line)
    return text


def _unknown(line: int) -> EncodingError:
    return EncodingError(
        "ไม่ทราบการเข้ารหัส ไม่ใช่ UTF-8, UTF-16 หรือ TIS-620/cp874 ให้บันทึกใหม่เป็น UTF-8 หรือระบุด้วย --encoding", line
    )


def _refusal(text: str, found: Mojibake) -> EncodingError:
    if found.repaired is not None:
        advice = "แก้คืนได้ครบถ้วน ใช้ --repair หรือส่งออกไฟล์ใหม่เป็น UTF-8"
    elif (found.written, found.read_as) == ("cp874", "mac-roman"):
        advice = (
            "แก้คืนไม่ได้ เพราะ ส (ไบต์ 0xCA) กลายเป็นวรรคไม่ตัดบรรทัดใน Mac Roman จึงแยกจากวรรคจริงไม่ออก ให้ส่งออกไฟล์ใหม่เป็น UTF-8"
        )
    else:
        advice = "แก้คืนไม่ได้ เพราะอักขระบางตัวสูญหายแล้ว ให้ส่งออกไฟล์ใหม่เป็น UTF-8"
    repair = found.read_as if found.repaired is not None else ""
    return EncodingError(f"{found.message} {advice}", _lines(text[: found.start]), code="mojibake", repair=repair)


def _repaired(text: str, found: Mojibake) -> Finding:
    """The finding that says so, at the first words that were set right (at the start, where they changed once more)."""
    start = text.find(found.meant)
    start, end = (start, start + len(found.meant)) if start >= 0 else (0, 0)
    message = f"{found.message} ระบบแก้คืนทั้งไฟล์แล้ว"
    return Finding("mojibake_repaired", Severity.WARNING, start, end, text[start:end], message)


def _refuse_controls(text: str) -> None:
    if match := _CONTROLS.search(text):
        raise EncodingError(
            f"มีอักขระควบคุม U+{ord(match[0]):04X} ซึ่งไม่ใช่ข้อความ ให้ลบออกก่อน",
            line_of(text, match.start()),
            code="control_character",
        )


def _tabs(text: str) -> list[Finding]:
    return _reported(text, "\t", "tab", Severity.REMARK, "มีแท็บ ระบบเก็บไว้ตามต้นฉบับ ควรใช้วรรคแทน", " ")


def _replacements(text: str) -> list[Finding]:
    message = "มีอักขระแทน U+FFFD แสดงว่าอักษรเดิมสูญหายก่อนถึงไฟล์นี้ ให้ตรวจกับต้นฉบับ"
    return _reported(text, "\ufffd", "replacement_character", Severity.ERROR, message, None)


def _reported(text: str, sign: str, code: str, severity: Severity, message: str, fix: str | None) -> list[Finding]:
    """A finding for each of the first runs of the sign; the last one says how many more there are."""
    if sign not in text:
        return []
    matches = re.finditer(f"{sign}+", text)
    found = [
        Finding(code, severity, match.start(), match.end(), match[0][:200], message, fix)
        for match in islice(matches, MOST_OF_A_CODE)
    ]
    if more := sum(1 for _ in matches):
        last = found[-1]
        said = f"{message} {and_more(more)}"
        found[-1] = Finding(last.code, last.severity, last.start, last.end, last.words, said, last.fix)
    return found


def _lines(before: str) -> int:
    """The number of the line that begins or goes on after this text, whatever ends its lines."""
    return before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{count:,} ไบต์"
