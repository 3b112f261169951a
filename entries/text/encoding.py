"""From a file's bytes to its text."""

from dataclasses import dataclass

from entries.text.findings import Finding


class EncodingError(ValueError):
    """The bytes cannot be read as text; `line` is where, when that is known. The message says what to do, in Thai."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with its newlines as "\\n" and without a BOM, the encoding it was read with, and what was noticed."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Reads bytes as text. `encoding` is forced where it is given. Raises EncodingError."""
    raise EncodingError("ยังอ่านไม่ได้")
