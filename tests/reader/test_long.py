"""An entry of forty thousand characters: as quick and as light as a page of an encyclopedia must be."""

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entries.models import CrossReference, Entry
from entries.text.article import Article
from tests.reader.conftest import Edit, Enter, html_of
from tests.texts import article

LENGTH = 40_000
TARGETS = 150
LIMIT = 60_000
ADDRESS = "/entries/omega/"
OPENING = "โอเมกา เป็นบทความขนาดยาวที่แต่งขึ้นเพื่อดูว่าหน้าเว็บหนักเพียงใด"


def target(number: int) -> Article:
    """One of those that the long entry refers to; each refers back, some have a name that another has too."""
    title = f"แกมมาที่ {number}"
    return article(
        f"Gamma {number}", title, f"{title} ต่อจากโอเมกา (Omega)* ใน ค.ศ. {1800 + number}", keywords=("แกมมา",), ce=()
    )


def long_article(length: int = LENGTH, words: str = "") -> Article:
    """Prose with a reference, a gloss, two dates and a name to every two hundred and fifty characters or so."""
    paragraphs = [OPENING + words]
    number = 0
    while sum(map(len, paragraphs)) < length:
        sentences = []
        for _sentence in range(4):
            number += 1
            wanted = f" และพบกับผู้ที่ยังไม่มีบทความคนที่ {number} (Nobody the {number}th)*" if number % 5 == 0 else ""
            met = number % TARGETS + 1
            sentences.append(
                f"ใน ค.ศ. {1800 + number // 2} โอเมกาเดินทางไปพบแกมมาที่ {met} (Gamma {met})*{wanted}"
                f" ตามคำเชิญฉบับที่ {number * 7919 % 1000} แล้วเขียนบันทึกเล่มที่ {number * 104729 % 997} ไว้เล่าเรื่องลายมือ"
                f" (handwriting {number * 31 % 89}) ของชาวเมืองในวันที่ {number % 28 + 1} มีนาคม พ.ศ. {2400 + number // 2}"
            )
        paragraphs.append(" ".join(sentences))
    return article(
        "Omega",
        "โอเมกา",
        *paragraphs,
        keywords=tuple(f"คำสำคัญที่ {number}" for number in range(1, 101)),
        authors=("มานะ อักษรสมมุติ", "ปรีดา หมึกจำลอง"),
        see_also=tuple(f"แกมมาที่ {number}" for number in range(1, 21)),
        bibliography=tuple(f"Doe, Jane. Volume {number}. London, {1900 + number}." for number in range(1, 41)),
        ce=("1800–1999",),
    )


@pytest.fixture
def long_entry(enter: Enter) -> Entry:
    """The long entry, with all that it refers to."""
    enter(*(target(number) for number in range(1, TARGETS + 1)))
    enter(article("Gamma One", "แกมมาที่ 1", "อีกแห่งหนึ่งที่ชื่อเดียวกัน", ce=()))
    (entry,) = enter(long_article())
    return entry


def cold_queries(client: Client, address: str) -> int:
    """How many queries a page takes that nobody has asked for."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return len(captured)


def test_a_long_entry_is_cheap_and_light(client: Client, long_entry: Entry, edit: Edit) -> None:
    references = CrossReference.objects.filter(face__entry=long_entry)
    assert references.filter(live_target__isnull=False).count() > TARGETS
    assert references.filter(live_target=None, starred=True).count() > 20
    assert cold_queries(client, ADDRESS) <= 8
    html = html_of(client, ADDRESS)
    assert len(gzip.compress(html.encode(), 6)) < LIMIT
    edit(long_entry, long_article(words=" เล่มใหม่"), live=True)
    assert cold_queries(client, ADDRESS) <= 8
    assert cold_queries(client, "/entries/gamma-7/") <= 8
