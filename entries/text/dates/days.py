"""Days, months and seasons of a head line's dates, blanked out so that only its years are left to be read."""

import re
from typing import Final

from entries.text.dates.calendar import DASH, ENGLISH_MONTHS, FULL_MONTH, NUMBER, SHORT_MONTH, month_number

_SPACES: Final = "[ \\u00a0\\t]{0,4}"
_ENGLISH: Final = "|".join(f"{name}|{name[:3]}t?\\.?" for name in ENGLISH_MONTHS)
_SEASON: Final = "ฤดูร้อน|ฤดูหนาว|ฤดูใบไม้ผลิ|ฤดูใบไม้ร่วง|ฤดูฝน"
_ENGLISH_SEASON: Final = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
_MONTH: Final = (
    rf"(?:(?:เดือน)?(?:{FULL_MONTH}|{SHORT_MONTH})|{_SEASON}|(?<![A-Za-z])(?:{_ENGLISH}|{_ENGLISH_SEASON})(?![A-Za-z]))"
)
_PART: Final = "(?:(?:ต้น|กลาง|ปลาย|สิ้น)|(?:[Ee]arly|[Mm]id|[Ll]ate)[ \\u00a0-])?"
_NUMBER_OF_DAY: Final = rf"(?:วันที่{_SPACES})?(?<!{NUMBER}){NUMBER}{{1,2}}(?!{NUMBER})"
# A day with its month, either first, or a month alone.
_DATE: Final = (
    rf"(?:{_NUMBER_OF_DAY}{_SPACES}{_MONTH}|{_PART}{_MONTH}(?:{_SPACES}{NUMBER}{{1,2}}(?!{NUMBER}|{_SPACES}{_MONTH}))?)"
)
_JOINT: Final = rf"{_SPACES}(?:{DASH}|ถึง|จนถึง|และ|,|(?<![A-Za-z])(?:to|and)(?![A-Za-z])){_SPACES}"
_DAYS: Final = re.compile(
    # 13–17 March; 13, 15 and 17 March: the days before the one that has the month
    rf"(?:{_NUMBER_OF_DAY}{_JOINT}){{1,9}}(?={_NUMBER_OF_DAY}{_SPACES}{_MONTH})"
    # March 13–17
    rf"|{_MONTH}{_SPACES}{NUMBER}{{1,2}}(?:{_JOINT}{NUMBER}{{1,2}}(?!{NUMBER}|{_SPACES}{_MONTH})){{1,9}}{_SPACES},?"
    # 18 March–28 May, March–May: what joins two dates of one year
    rf"|{_DATE}(?:{_JOINT}(?={_DATE}))?"
    # 13.3.1920, 13–17/3/1920, 1920-03-13
    rf"|(?<!{NUMBER})(?:{NUMBER}{{1,2}}{DASH})?{NUMBER}{{1,2}}(?P<sign>[./-]){NUMBER}{{1,2}}(?P=sign)(?={NUMBER}{{4}}(?!{NUMBER}))"
    rf"|(?<={NUMBER}{{4}})-{NUMBER}{{2}}-{NUMBER}{{2}}(?!{NUMBER})"
)
_NAMED_MONTH: Final = re.compile(
    rf"(?P<thai>{FULL_MONTH}|{SHORT_MONTH})|(?<![A-Za-z])(?P<english>{_ENGLISH})(?![A-Za-z])"
)
_ENGLISH_NUMBERS: Final = {name[:3]: number for number, name in enumerate(ENGLISH_MONTHS, 1)}
_COMMA: Final = re.compile(rf"(?<=\0){_SPACES},(?={_SPACES}{NUMBER}{{3,4}})")


def without_days(text: str) -> str:
    """The text with days, months and seasons, and what joins those of one year, made into spaces: as long as before.

    >>> without_days("18 March–28 May 1871").split(), without_days("July 28, 1914–May 1915").split()
    (['1871'], ['1914–', '1915'])
    """
    blanked = _DAYS.sub(lambda found: "\0" * len(found[0]), text)
    return _COMMA.sub(lambda found: " " * len(found[0]), blanked).replace("\0", " ")


def months_of(text: str) -> list[int]:
    """The months that a text names, in their order.

    >>> months_of("18 March–28 May 1871"), months_of("๗ ต.ค. พ.ศ. ๒๔๔๘")
    ([3, 5], [10])
    """
    return [
        month_number(found["thai"]) if found["thai"] else _ENGLISH_NUMBERS[found["english"][:3]]
        for found in _NAMED_MONTH.finditer(text)
    ]
