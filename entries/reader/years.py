"""An entry's years in both eras, as its title shows them. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.dates import Period, is_years, parse_periods
from entries.text.thai import thai_digits

_CE: Final = "ค.ศ."
_BE: Final = "พ.ศ."
_BEFORE: Final = {_CE: "ปีก่อนคริสต์ศักราช", _BE: "ปีก่อนพุทธศักราช"}
_OPEN_END: Final = re.compile(r"\s*[-–—]\s*$")
_RANGE: Final = re.compile(r"(?<=[\d?])\s*[-–—]\s*(?=[\d?]|ปัจจุบัน)")
#: Words of which a title needs but one.
_WORDS: Final = (
    (re.compile(r"(?:ประมาณ|(?<![A-Za-z])(?:circa|fl\.|ca?\.(?! ?e\b)|ca?(?=\d)))\s*", re.I), "ราว "),
    (re.compile(r"(?<![A-Za-z])(?:r\.|reg\.|reign(?:ed)?|ruled)\s*(?=\d|ราว)", re.I), "ครองราชย์ "),
    (re.compile(r"(?<![A-Za-z])(?:b\.|born)\s*(?=\d|ราว)", re.I), "เกิด "),
    (re.compile(r"(?<![A-Za-z])before\s*(?=\d)", re.I), "ก่อน "),
    (re.compile(r"(?<![A-Za-z])after\s*(?=\d)", re.I), "หลัง "),
    (re.compile(r"(?<=\d)\s+or\s+(?=\d)", re.I), " หรือ "),
    (re.compile(r"(?<=[-–—])\s*(?:present|today|now)\b", re.I), "ปัจจุบัน"),
)
_LATIN: Final = re.compile("[A-Za-z]")
#: A piece that says by itself how its years are counted.
_SAYS_ERA: Final = re.compile(r"ศ\.|ศักราช|ศตวรรษ|ทศวรรษ|[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Years:
    """An entry's years in the Common and in the Buddhist Era, in Thai; "" where there are none."""

    ce: str = ""
    be: str = ""


def years_of(ce_lines: Sequence[str], be_lines: Sequence[str]) -> Years:
    """The years of an entry's period lines, each era in its own; an era that has no line follows from the other.

    >>> years_of(["1879-1940"], [])
    Years(ce='ค.ศ. ๑๘๗๙–๑๙๔๐', be='พ.ศ. ๒๔๒๒–๒๔๘๓')
    >>> years_of(["1875–    "], ["พ.ศ. ๒๔๑๘–    "])
    Years(ce='ค.ศ. ๑๘๗๕–ปัจจุบัน', be='พ.ศ. ๒๔๑๘–ปัจจุบัน')
    """
    return Years(
        ce=_as_written(ce_lines, _CE) or _from_periods(parse_periods([], be_lines), _CE, 0),
        be=_as_written(be_lines, _BE) or _from_periods(parse_periods(ce_lines, []), _BE, 543),
    )


def _as_written(lines: Iterable[str], era: str) -> str:
    pieces = (piece for line in lines for piece in line.split(";"))
    return "; ".join(_tidy(piece.strip(), era) for piece in pieces if piece.strip())


def _tidy(piece: str, era: str) -> str:
    said = _OPEN_END.sub("–ปัจจุบัน", piece)
    for pattern, word in _WORDS:
        said = pattern.sub(word, said)
    said = _RANGE.sub("–", said)
    if _LATIN.search(said) and is_years(piece):
        # 63 BC, AD 14, 19th century: said anew, there is nothing but years.
        lines = ([piece], []) if era == _CE else ([], [piece])
        return _from_periods(parse_periods(*lines), era, 0 if era == _CE else 543) or thai_digits(said)
    if not _SAYS_ERA.search(said):
        said = re.sub(r"\d", lambda first: f"{era} {first.group()}", said, count=1)
    return thai_digits(said)


def _from_periods(periods: Iterable[Period], era: str, shift: int) -> str:
    shown = []
    for period in periods:
        about = "ราว " if period.approximate else ""
        start, end = _shifted(period.start, shift), _shifted(period.end, shift)
        if start is None:
            if end is None:
                continue
            text = f"ถึง{about or ' '}{_span(end, end, era)}"
        elif period.open:
            text = f"{about}{_span(start, start, era)}–ปัจจุบัน"
        else:
            text = f"{about}{_span(start, start if end is None else end, era)}"
        reign = "ครองราชย์ " if period.kind == "reign" else ""
        shown.append(f"{reign}{text}{'?' if period.uncertain else ''}")
    return thai_digits("; ".join(dict.fromkeys(shown)))


def _span(first: int, last: int, era: str) -> str:
    """From a year to a year of an era, either maybe before it began; once where it is one year."""
    if first > 0:
        return f"{era} {first}" + (f"–{last}" if last != first else "")
    if last > 0:
        return f"{-first} {_BEFORE[era]}–{era} {last}"
    return f"{-first}" + (f"–{-last}" if last != first else "") + f" {_BEFORE[era]}"


def _shifted(year: int | None, shift: int) -> int | None:
    """The year counted from another beginning, -1 for the one before it: 44 BC is พ.ศ. 500, 600 BC is -57."""
    if year is None:
        return None
    counted = (year if year > 0 else year + 1) + shift
    return counted if counted > 0 else counted - 1
