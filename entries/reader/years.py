"""An entry's years in both eras, as its title shows them. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.dates import Period, parse_periods
from entries.text.thai import thai_digits

_CE: Final = "ค.ศ."
_BE: Final = "พ.ศ."
_OPEN_END: Final = re.compile(r"\s*[-–—]\s*$")
_RANGE: Final = re.compile(r"(?<=[\d?])\s*[-–—]\s*(?=[\d?])")
_ABOUT: Final = re.compile(r"(?<![A-Za-z])(?:circa|ca?\.)\s*")
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
    piece = _RANGE.sub("–", _OPEN_END.sub("–ปัจจุบัน", _ABOUT.sub("ราว ", piece)))
    if not _SAYS_ERA.search(piece):
        piece = re.sub(r"\d", lambda first: f"{era} {first.group()}", piece, count=1)
    return thai_digits(piece)


def _from_periods(periods: Iterable[Period], era: str, shift: int) -> str:
    shown = []
    for period in periods:
        start, end = _shifted(period.start, shift), _shifted(period.end, shift)
        if start is None and end is None:
            continue
        if start is None:
            text = f"ถึง {era} {end}"
        elif period.open:
            text = f"{era} {start}–ปัจจุบัน"
        else:
            text = f"{era} {start}" + (f"–{end}" if end is not None and end != start else "")
        about = "ราว " if period.approximate else ""
        reign = "ครองราชย์ " if period.kind == "reign" else ""
        shown.append(f"{reign}{about}{text}{'?' if period.uncertain else ''}")
    return thai_digits("; ".join(dict.fromkeys(shown)))


def _shifted(year: int | None, shift: int) -> int | None:
    """The year counted from another beginning; None for one before it (44 BC is พ.ศ. 500, 600 BC has none)."""
    if year is None:
        return None
    counted = (year if year > 0 else year + 1) + shift
    return counted if counted > 0 else None
