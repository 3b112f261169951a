"""Small texts for tests: articles and source files about people and events that never were."""

from collections.abc import Sequence

from entries.text.article import Article
from entries.text.serializer import serialize


def article(
    headword: str = "Alpha, Anna",
    title: str = "นางอันนา อัลฟา",
    *paragraphs: str,
    ce: Sequence[str] = ("1871–1919",),
    be: Sequence[str] = (),
    keywords: Sequence[str] = (),
    authors: Sequence[str] = ("มานะ อักษรสมมุติ",),
    **others: object,
) -> Article:
    """An article with sensible parts for whatever is not said."""
    return Article(
        headwords=(headword,) if headword else (),
        thai_titles=(title,) if title else (),
        periods_ce=tuple(ce),
        periods_be=tuple(be),
        paragraphs=paragraphs or (() if others.get("see") else (f"{title} เป็นบุคคลตัวอย่าง",)),
        keywords=tuple(keywords),
        authors=tuple(authors),
        **others,  # type: ignore[arg-type]
    )


def source(*args: object, **kwargs: object) -> str:
    """The source file of such an article."""
    return serialize(article(*args, **kwargs))  # type: ignore[arg-type]


ANNA = article(
    "Alpha, Anna",
    "นางอันนา อัลฟา",
    "อันนา อัลฟา เป็นนักปฏิวัติคนสำคัญ เธอร่วมงานกับบอริส บีตา (Boris Beta)* ในสงครามแกมมา (Gamma War)*",
    "ต่อมาเธอย้ายไปอยู่ที่เมืองเดลตา (Delta) และเขียนบันทึกความทรงจำ",
    "ใน ค.ศ. ๑๙๑๙ อันนาเสียชีวิตที่เมืองเดลตา",
    keywords=("บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"),
)
BORIS = article(
    "Beta, Boris",
    "นายบอริส บีตา",
    "บอริส บีตา เป็นทหารที่รบในสงครามแกมมา (Gamma War)* ร่วมกับอันนา อัลฟา (Anna Alpha)*",
    ce=("1870–1924",),
    keywords=("บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"),
)
GAMMA = article(
    "Gamma War",
    "สงครามแกมมา",
    "สงครามแกมมา เป็นสงครามที่อันนา อัลฟา (Anna Alpha)* และบอริส บีตา (Boris Beta)* มีบทบาทสำคัญ",
    ce=("1904–1905",),
    keywords=("บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"),
)
DELTA = article(
    "Delta",
    "เมืองเดลตา",
    "เดลตา เป็นเมืองที่เกิดสงครามแกมมา (Gamma War)* ดูประวัติของวันวิสา เอปซิลอน (Vanvisa Epsilon)*",
    ce=(),
)
SMALL_ENCYCLOPEDIA = (ANNA, BORIS, GAMMA, DELTA)
