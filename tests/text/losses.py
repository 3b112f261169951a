"""What must not happen: a word of a file that stands neither in the article nor in a finding."""

import re
from typing import Final

from entries.text.parser import Reading
from entries.text.parser.lines import DEFAULT_LABELS, SISTER_LABELS
from entries.text.thai import arabic_digits

# Structure: white space, dashes and bullets, separators, brackets around years, colons and signs around labels, และ
# between authors, ดู of a see-entry, and the words for an era, which a label may write otherwise.
_STRUCTURE: Final = re.compile(
    r"และ|ดู|พ\.ศ\.|ค\.ศ\.|พุทธศักราช|คริสต์ศักราช"
    r"|[\s\-‐‑‒–—−•·*▪●◦;；,，:：()\[\]（）=.\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
# And the numbers of a numbered list.
_NUMBERS: Final = re.compile(r"^\s*[0-9]{1,7}[.)](?=\s)", re.MULTILINE)
_LABELS: Final = "\n".join((*DEFAULT_LABELS, *SISTER_LABELS))


def _plain(text: str) -> str:
    """Spellings that count as the same where a head line is compared with its label."""
    visible = re.sub("[\u200b-\u200d\u2060\ufeff]", "", text)
    return arabic_digits(re.sub("[“”„\"‘’']", "'", visible)).replace("\u0e4d\u0e32", "\u0e33").replace("เเ", "แ")


def lost_words(text: str, reading: Reading) -> list[str]:
    """The words of the file, parted at whatever is structure, that have gone."""
    article = reading.article
    kept = [
        *article.headwords, *article.thai_titles, *article.periods_ce, *article.periods_be, article.see,
        *article.paragraphs, *article.keywords, *article.see_also, *article.media, *article.authors,
        *article.bibliography, *article.sources,
    ]  # fmt: skip
    for extra in article.extra:
        kept += [extra.label, *extra.values]
    kept += [text[finding.start : finding.end] for finding in reading.findings]
    stands = _LABELS + "\n" + "\n".join(_STRUCTURE.sub("", _plain(part)) for part in kept)
    words = _STRUCTURE.split(_NUMBERS.sub(" ", _plain(text)))
    return sorted({word for word in words if word not in stands})
