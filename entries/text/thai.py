"""Thai text as values: comparing, ordering, addresses, digits and character clusters.

Nothing here changes what is stored. `normalise` and `match_key` say when two texts are the same, `sort_key` where a
text stands in a list, `first_letter` under which letter, `slug` at which address. Every function takes any string at
all, raises nothing, and takes time in proportion to its length.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DOUBLED_AM: Final = re.compile("ำำ+")
# Marks above or below a letter in the order in which a well-formed cluster stores them: vowels, ็ ํ, tone marks, ์ ๎.
# The canonical combining classes of Unicode (phinthu 9, sara u and uu 103, tone marks 107) agree with it, so that NFC
# never undoes what is repaired here.
_MARK_ORDER: Final = "\u0e3a\u0e38\u0e39\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e"
_MARK_RANK: Final = {mark: rank for rank, mark in enumerate(_MARK_ORDER)}
_MARKS: Final = "ัิ-ฺ็-๎"
_WITHOUT_AM: Final = str.maketrans("", "", "าำํ")
_MARK_RUN: Final = re.compile(f"[{_MARKS}าำ]{{2,}}")
# Nothing is to be repaired but where one of these is found (or ํ): nearly all text has none.
_IRREGULAR: Final = re.compile(f"[็-๎ำ][{_MARKS}](?<!็[่-์๎])")
_TWO_VOWELS: Final = re.compile("[ัิ-ฺ][ัิ-ฺ็]")
_ONLY_MARKS: Final = re.compile(f"[{_MARKS}]{{2,}}")

_LEADING: Final = "เ-ไ"
_CONSONANTS: Final = "ก-ฮ"
_SWAP: Final = re.compile(f"([{_LEADING}])([{_CONSONANTS}])")
_OTHER_ACCENTS: Final = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_CLUSTER: Final = re.compile(
    f"[{_LEADING}]{{0,2}}[{_CONSONANTS}][{_MARKS}{_OTHER_ACCENTS}]*(?:[ะาำๅ][{_MARKS}{_OTHER_ACCENTS}]*){{0,2}}"
    f"|.[{_MARKS}{_OTHER_ACCENTS}]*",
    re.DOTALL,
)

_THAI_DIGITS: Final = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC_DIGITS: Final = "0123456789"
_TO_THAI: Final = str.maketrans(_ARABIC_DIGITS, _THAI_DIGITS)

# Latin letters that Unicode does not take apart into a letter and an accent.
_PLAIN_LATIN: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ĸ": "k", "ə": "e", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɨ": "i", "ʉ": "u", "ɔ": "o", "ɛ": "e",
}  # fmt: skip
_SLUG_LIMIT: Final = 80
# Signs within a word, which leave no hyphen in its address: O'Neill, ค.ศ.
_NO_BREAK: Final = frozenset(".'’ʼ‘`´")


def is_thai(ch: str) -> bool:
    """Whether `ch`, one character, is a Thai letter, vowel, mark, digit or sign. The empty string is not."""
    return len(ch) == 1 and ("\u0e01" <= ch <= "\u0e3a" or "\u0e3f" <= ch <= "\u0e5b")


def arabic_digits(text: str) -> str:
    """`text` with Thai digits as 0–9: ``arabic_digits("ค.ศ. ๑๙๐๕") == "ค.ศ. 1905"``. Nothing else is changed."""
    # `str.translate` takes twenty times as long for a long text in Thai.
    for thai, arabic in zip(_THAI_DIGITS, _ARABIC_DIGITS, strict=True):
        text = text.replace(thai, arabic)
    return text


def thai_digits(value: int | str) -> str:
    """A number, or a text with digits 0–9, in Thai digits: ``thai_digits(1905) == "๑๙๐๕"``."""
    return str(value).translate(_TO_THAI)


def normalise(text: str) -> str:
    """The form in which two texts are compared; never the form in which they are stored.

    Characters without width go, white space of every kind becomes one space and none at the ends, เเ becomes แ and ํา
    becomes ำ, a mark typed twice stands once, marks over one letter come in their usual order (vowel, tone, ์), and
    the whole is in NFC. Never NFKC, which takes ำ apart. Idempotent.
    """
    text = unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))
    text = _DOUBLED_AM.sub("ำ", text.replace("เเ", "แ"))
    if has_regular_marks(text):
        return text
    return unicodedata.normalize("NFC", _MARK_RUN.sub(_repaired_marks, text))


def has_regular_marks(text: str) -> bool:
    """Whether it is plain that `normalise` would move or take away none of the marks; true of nearly all text."""
    return not ("ํ" in text or "ำำ" in text or _IRREGULAR.search(text) or _TWO_VOWELS.search(text))


def _repaired_marks(found: re.Match[str]) -> str:
    run = found.group()
    before = found.string[found.start() - 1 : found.start()]
    if before and unicodedata.combining(before):
        # After another script's combining mark, moving one of ours would be undone by NFC.
        return run
    if run.count("า") + run.count("ำ") == 1 and ("ำ" in run or "ํ" in run.partition("า")[0]):
        return _in_order(run.translate(_WITHOUT_AM)) + "ำ"
    return _ONLY_MARKS.sub(lambda marks: _in_order(marks.group()), run)


def _in_order(marks: str) -> str:
    return "".join(sorted(set(marks), key=_MARK_RANK.__getitem__))


def _folded(char: str) -> str:
    """What `char` counts for when texts are compared: small letters without accents, digits, marks, or nothing."""
    if "\u0e00" <= char <= "\u0eff":
        if not is_thai(char):
            return char if char.isalnum() or unicodedata.category(char) == "Mn" else ""
        return arabic_digits(char) if char not in "ฯ฿๏๚๛" else ""
    if "\u02b9" <= char <= "\u02bf":
        return ""
    # Compatibility forms (superscripts, ligatures, full width) are taken apart here, one character that is not Thai
    # at a time; ำ never comes this way.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = ""
    for part in parts:
        if "\u0300" <= part <= "\u036f":
            kept += part if kept and not kept[-1].isascii() else ""
        elif part.isdecimal():
            kept += str(unicodedata.decimal(part))
        elif part.isalnum() or unicodedata.category(part) in ("Mn", "Mc"):
            kept += _PLAIN_LATIN.get(part, part)
    return kept


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


class _SlugFolding(_Folding):
    """The same for addresses: what is neither Thai nor a Latin letter or digit becomes a hyphen."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _folded(char)
        joined = not folded and (char in _NO_BREAK or unicodedata.combining(char))
        if not (is_thai(folded[:1]) or (folded.isascii() and (folded or joined))):
            folded = "-"
        self[code] = folded
        return folded


_FOLDING: Final = _Folding()
_SLUG_FOLDING: Final = _SlugFolding()


def match_key(text: str) -> str:
    """What is left of a text when only its letters, marks and digits count: equal keys mean the same name.

    Beyond `normalise`: no capitals, no accents on Latin letters, Arabic digits, and no spaces, hyphens, dashes, quotes,
    dots or other punctuation. ``match_key("Brest-Litovsk") == match_key("brest litovsk")``. Thai marks all count.
    Idempotent, and `normalise` beforehand makes no difference. Empty when the text holds no letter and no digit.
    """
    return normalise(normalise(text).translate(_FOLDING))


def clusters(text: str) -> list[int]:
    """The end offset of every character cluster of `text`, in order; the last is ``len(text)``, "" has none.

    A Thai cluster is a consonant with the vowel written before it, the marks on it and the ะ า ำ ๅ after it, found
    from its characters alone, whatever stands around. Every other character is one cluster, with the combining marks
    on it: ``clusters("เลนิน 1") == [2, 4, 5, 6, 7]``.
    """
    return [found.end() for found in _CLUSTER.finditer(text)]


# ---------------------------------------------------------------------------------------------------------- numerals

_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
# A numeral counts only after a capitalised word of two letters or more or after Thai, and where the name ends or goes
# on with a small word, so that initials, "I" at the start and "Mix" stay words. L, C, D and M alone are no regnal
# numbers; up to 89 is enough for every ruler.
_REGNAL: Final = re.compile(
    r"(?:(?<=[^\W\d_][a-z\u00df-\u00ff\u0101-\u017f’] )|(?<=[\u0e01-\u0e4e] )|(?<=[\u0e01-\u0e4e]))"
    r"(?=[IVXL])((?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
    r"(?=$|\s*[,;:()\[\]/–—-]|\s+(?:of|and|the|de|von|du|at|in)\b|\s*(?:แห่ง|และ)|(?<=[IVXL]{2})\s+[^\W\d_a-z])"
)
_ROMAN_LETTER: Final = re.compile("[IVXL]")
_CAPITALISED: Final = re.compile(r"(?:^|[\s(“\"'’–—-])[^\W\d_a-z][^\W\d_]*[’']?[^\W\d_]* $")
_ROMAN_SIGNS: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2160, 0x2180)}


def roman_value(numeral: str) -> int:
    """The value of a well-formed Roman numeral in capitals I V X L: ``roman_value("XIV") == 14``; 0 for ""."""
    values = [_ROMAN_DIGITS[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=False))


def roman_regnals(text: str) -> Iterator[tuple[int, int, int]]:
    """The Roman numerals that number a ruler, a war or a part: (start, end, value), offsets into `text`.

    "Nicholas II", "Charles V, Holy Roman Emperor", "World War I"; not "I, Claudius", "Mix", "Lenin, V. I.", nor
    after a comma a single letter that may be an initial ("Rubin, Isaac I").
    """
    if not _ROMAN_LETTER.search(text):
        return
    comma = text.find(",")
    for found in _REGNAL.finditer(text):
        start = found.start(1)
        before = text[max(0, start - 40) : start]
        if not is_thai(before.rstrip()[-1:]) and not _CAPITALISED.search(before):
            continue
        if found.end() - start == 1 and 0 <= comma < start:
            continue
        yield start, found.end(1), roman_value(found[1])


def with_arabic_regnals(text: str) -> str:
    """`text` with its regnal Roman numerals in Arabic digits: "Nicholas II" → "Nicholas 2"; the rest as it is."""
    pieces: list[str] = []
    done = 0
    for start, end, value in roman_regnals(text):
        pieces += (text[done:start], str(value))
        done = end
    return "".join([*pieces, text[done:]])


# ------------------------------------------------------------------------------------------------------------- order

_END_OF_LEVEL: Final = " "
_COMMA: Final = "!"
_OTHER_LETTER: Final = "\uffdc"
_SECOND_LEVEL: Final = dict(zip("๎์็่้๊๋", "abcdefg", strict=True))
_FIRST_LEVEL: Final = {"ๅ": "า", "ำ": "าฯ", "ํ": "ฯ", "ฺ": "ๅ"}
_SORT_TOKEN: Final = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)|(?P<comma>[,，])|(?P<char>.)", re.DOTALL)


class _Weights(dict[str, tuple[str, str]]):
    """For a character what it puts on the first level and on the second, filled as characters are met."""

    def __missing__(self, char: str) -> tuple[str, str]:
        if is_thai(char):
            first = "" if char in "ฯๆ฿๏๚๛" or char in _SECOND_LEVEL else _FIRST_LEVEL.get(char, char)
            weights = (first, _SECOND_LEVEL.get(char, ""))
        elif unicodedata.category(char) == "Mn":
            weights = ("", char)
        else:
            first = "".join(_placed(letter) for letter in _FOLDING[ord(char)])
            accents = (part for part in unicodedata.normalize("NFD", char) if unicodedata.combining(part))
            weights = (first, "".join(accents) if first else "")
        self[char] = weights
        return weights


def _placed(letter: str) -> str:
    # Thai, then Latin, then every other script, as ICU's Thai order has it: Latin is moved above Thai.
    if "a" <= letter <= "z":
        return chr(ord(letter) - ord("a") + ord("ａ"))
    return "1" + letter if letter.isdecimal() and letter.isascii() else _OTHER_LETTER + letter


_WEIGHTS: Final = _Weights()


def sort_key(text: str) -> str:
    """One string that puts texts in Thai dictionary order when such strings are compared by code points (C collation).

    First level: a vowel written before its consonant counts after it (Royal Institute dictionary, and ICU's `th`);
    Latin follows Thai, without capitals and accents; spaces and punctuation count for nothing, except that a comma
    ends a surname, so that "เลนิน, วลาดีมีร์" comes before "เลนินกราด"; numbers, Thai, Arabic or regnal Roman, come
    by value ("ครั้งที่ ๒" before "ครั้งที่ ๑๐"), which ICU does not do. Second level: tone marks, ็, ์ and accents.
    Texts that differ in punctuation or capitals only have equal keys: the caller breaks the tie.
    """
    text = with_arabic_regnals(normalise(text).translate(_ROMAN_SIGNS))
    first: list[str] = []
    second: list[str] = []
    gap = 0
    comma = False
    for token in _SORT_TOKEN.finditer(_SWAP.sub(r"\2\1", text)):
        if token["comma"]:
            comma = True
            continue
        if token["number"]:
            weight, accents = _by_value(token["number"]), ""
        else:
            weight, accents = _WEIGHTS[token["char"]]
        if weight:
            if comma and first:
                first.append(_COMMA)
            comma = False
            first.append(weight)
            gap += 1
        for accent in accents:
            second.append(_nearer_is_later(gap) + accent)
            gap = 0
    return "".join(first) + (_END_OF_LEVEL + "".join(second) if second else "")


def _by_value(number: str) -> str:
    # The count of digits first, in a form that itself compares right and has no upper bound, so that no padding is
    # ever too short: 7 → "17", 1905 → "41905", a number of nine digits → "90" and the digits.
    digits = "".join(str(unicodedata.decimal(digit)) for digit in number if digit != ",").lstrip("0") or "0"
    return "9" * (len(digits) // 9) + str(len(digits) % 9) + digits


def _nearer_is_later(gap: int) -> str:
    # Of two texts with the same letters the one whose first mark comes earlier stands later, as in ICU.
    return "$" * (gap // 90) + chr(ord("~") - gap % 90)


def first_letter(text: str) -> str:
    """The letter of the index under which a text stands: ก–ฮ (ฤ and ฦ among them), A–Z, "0" for a digit, else "".

    "เลนิน, วลาดีมีร์" stands under ล, "Österreich" under O, "“โกลอส”" under ก, "๑๙๐๕" under "0". What has no place in
    it (signs, a vowel with no consonant, other alphabets) is passed over.
    """
    for char in normalise(text):
        if "ก" <= char <= "ฮ":
            return char
        folded = "" if is_thai(char) and not char.isdecimal() else _FOLDING[ord(char)][:1]
        if folded.isascii() and folded.isalnum():
            return "0" if folded.isdecimal() else folded.upper()
    return ""


# --------------------------------------------------------------------------------------------------------- addresses


def slug(text: str) -> str:
    """The part of an address made from a headword: at most 80 characters of ``[0-9a-z\\u0E00-\\u0E7F-]``.

    ``slug("Trotsky, Leon") == "trotsky-leon"``, ``slug("ลัทธิมากซ์") == "ลัทธิมากซ์"``: Latin loses its accents, Thai
    keeps all its marks. A long one is cut at a hyphen, else between clusters. Letters of other alphabets have no place
    here; a text of nothing else gives their code points ("u416-u438"). "" only where there is no letter and no digit.
    """
    folded = normalise(normalise(text).translate(_SLUG_FOLDING))
    pieces = [piece for piece in folded.split("-") if any(is_thai(ch) or ch.isalnum() for ch in piece)]
    # Marks alone, with no letter to stand on, make no address.
    pieces = [piece for piece in pieces if any(ch.isalnum() or ch in "ะาๅำ" for ch in piece)]
    if not pieces:
        pieces = [f"u{ord(char):x}" for char in text if char.isalnum()]
    whole = "-".join(pieces)
    if len(whole) <= _SLUG_LIMIT:
        return whole
    at_hyphen = whole.rfind("-", 0, _SLUG_LIMIT + 1)
    if at_hyphen > 0:
        return whole[:at_hyphen]
    return whole[: max((end for end in clusters(whole[: _SLUG_LIMIT + 1]) if end <= _SLUG_LIMIT), default=_SLUG_LIMIT)]
