"""Names that are offered where words of the query stand somewhere, but not as the reader means them."""

import pytest

from entries.search.loosening import respelt
from entries.services.searching import search
from tests.search.paging import enter
from tests.texts import article

pytestmark = pytest.mark.django_db

METTERNICH = article("Metternich, Klemens von", "เจ้าชายเคลเมนส์ ฟอน เมทเทอร์นิช", "รัฐบุรุษของออสเตรีย", ce=())
BISMARCK = article("Bismarck, Otto von", "เจ้าชายออทโท ฟอน บิสมาร์ค", "อัครมหาเสนาบดีคนแรก", ce=())
SCATTERED = article("Elsewhere", "เรื่องอื่น", "ออตโตเป็นชื่อคน", "ผู้นำคือบิสมาร์ค และ Prince แห่งเมือง กับ Metternich ก็มา", ce=())


@pytest.mark.parametrize(
    ("query", "headwords"),
    [
        ("Prince Metternich", ["Metternich, Klemens von", "Elsewhere"]),
        ("ออตโต บิสมาร์ค", ["Bismarck, Otto von", "Elsewhere"]),
        ("บิสมาร์กแห่งปรัสเซีย", ["Bismarck, Otto von"]),
    ],
)
def test_a_name_comes_before_words_that_stand_apart(query: str, headwords: list[str]) -> None:
    enter(METTERNICH, BISMARCK, SCATTERED)
    found = search(query)
    assert [result.face.headword for result in found.results] == headwords
    assert found.did_you_mean != ()


def test_a_name_comes_after_the_words_as_they_were_typed() -> None:
    enter(BISMARCK, article("Together", "เรื่องอื่น", "คนชื่อออตโต บิสมาร์คเป็นอีกคนหนึ่ง", ce=()))
    assert [result.face.headword for result in search("ออตโต บิสมาร์ค").results] == ["Together", "Bismarck, Otto von"]


def test_a_name_with_more_of_the_words_glued_or_in_figures_comes_first() -> None:
    enter(
        article("October Revolution", "การปฏิวัติเดือนตุลาคม", "ไม่มี", ce=()),
        article("First World War", "สงครามโลกครั้งที่ ๑", "ไม่มี", ce=()),
        article("Other", "สงครามอื่น", "World War ที่มี one คำ", "ปฏิวัติรัสเซียใน ตุลาคม", ce=()),
    )
    assert [one.face.headword for one in search("World War One").results] == ["First World War", "Other"]
    assert [one.face.headword for one in search("ปฏิวัติรัสเซีย ตุลาคม").results] == ["October Revolution", "Other"]


def test_who_writes_a_keyword_as_it_stands_means_it() -> None:
    enter(
        article("October Revolution", "การปฏิวัติเดือนตุลาคม", "ไม่มี", ce=()),
        article("Other", "เรื่องอื่น", "ไม่มี", keywords=("ตุลาคมปฏิวัติ",), ce=()),
    )
    found = search("ตุลาคมปฏิวัติ")
    assert ([one.face.headword for one in found.results], found.did_you_mean) == (["Other"], ())


def test_the_noun_before_a_name_makes_no_other_name() -> None:
    enter(article("Petrograd", "เปโตรกราด", "ไม่มี", ce=()), article("Other", "เรื่องอื่น", "กรุงเปโตรกราด", ce=()))
    found = search("กรุงเปโตรกราด")
    assert [(one.face.headword, one.near) for one in found.results] == [("Petrograd", ""), ("Other", "")]


@pytest.mark.parametrize(
    ("written", "word"),
    [("ปฎิวัติ", "ปฏิวัติ"), ("ฝรั่งเศษ", "ฝรั่งเศส"), ("สงคราม", "สงคราม"), ("ทรอตสกี้", "ทรอตสกี้"), ("October", "October")],
)
def test_a_word_with_one_letter_taken_for_another(written: str, word: str) -> None:
    assert respelt(written) == word
