"""Which files of letters a page asks for before it is drawn, beyond those that every page has. Pure."""

import re
from typing import Final

from entries.text.article import Article

_FILE: Final = "entries/fonts/sarabun-{}.woff2"
#: Letters with the marks of Pāli and Sanskrit and of many languages of Europe, which have files of their own.
_MARKED: Final = re.compile("[\u0100-\u02ff\u0304\u0323\u1e00-\u1eff]")
#: Letters and signs that the Thai files lack: the points of ค.ศ. among them.
_LATIN: Final = re.compile("[!-~\u00a1-\u02ff\u1e00-\u1eff\u2010-\u2026]")


def preloaded(article: Article) -> tuple[str, ...]:
    """The static files that the page of an article needs: letters that come late are not used on that page.

    >>> preloaded(Article(headwords=("Nāgārjuna",), thai_titles=("นาคารชุน",), paragraphs=("นาคารชุน (Nagarjuna)",)))
    ('entries/fonts/sarabun-latin-400-italic.woff2', 'entries/fonts/sarabun-latin-ext-400-italic.woff2')
    """
    headwords = " ".join(article.headwords)
    plain = "\n".join((*article.thai_titles, *article.paragraphs, *article.bibliography, *article.sources))
    wanted = {
        "latin-600-normal": _LATIN.search(article.title) is not None,
        "latin-400-italic": bool(headwords),
        "latin-ext-400-italic": _MARKED.search(headwords) is not None,
        "latin-ext-400-normal": _MARKED.search(plain) is not None,
    }
    return tuple(_FILE.format(name) for name, is_wanted in wanted.items() if is_wanted)
