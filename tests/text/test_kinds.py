"""What kind an entry is on: from its names alone, from its lead, and for every sample entry."""

import pytest

from entries.text.article import Article
from entries.text.inspection import Inspection, inspect_source
from entries.text.kinds import DEFAULT_KINDS, Kind, KindGuess, guess_kind
from tests.shared import ROOT

NAMES = """
person|Churchill, Winston|เซอร์วินสตัน เชอร์ชิลล์
person|Gaulle, Charles de|นายพลชาร์ล เดอ โกล
person|Pius XII|สมเด็จพระสันตะปาปาไพอัสที่ ๑๒
person|Catherine II|พระนางแคเทอรีนที่ ๒
person|Frederick the Great|พระเจ้าเฟรเดอริกมหาราช
person|Palmerston, Henry John Temple, 3rd Viscount|เฮนรี จอห์น เทมเพิล ไวเคานต์พาล์เมอร์สตันที่ ๓
person|Joan of Arc, Saint|นักบุญโจนออฟอาร์ก
person|Ivan IV|พระเจ้าซาร์อีวานที่ ๔
person|Havel, Václav|วาตสลัฟ ฮาเวล
person|Elizabeth I|สมเด็จพระราชินีนาถเอลิซาเบทที่ ๑
event|Thirty Years’ War|สงครามสามสิบปี
event|Kronstadt Rebellion|กบฏครอนชตัดท์
event|Cuban Missile Crisis|วิกฤตการณ์ขีปนาวุธคิวบา
event|Dreyfus Affair|กรณีเดรฟุส
event|Berlin, Congress of|การประชุมใหญ่แห่งเบอร์ลิน
event|Storming of the Bastille|การทลายคุกบาสตีย์
event|Night of the Long Knives|คืนมีดยาว
event|Prague Spring|ปรากสปริง
event|Munich Putsch|กบฏโรงเบียร์ที่มิวนิก
event|Great Depression|ภาวะเศรษฐกิจตกต่ำครั้งใหญ่
event|Reign of Terror|สมัยแห่งความน่าสะพรึงกลัว
event|Unification of Italy|การรวมชาติอิตาลี
event|Siege of Leningrad|การปิดล้อมเลนินกราด
event|Normandy Landings|การยกพลขึ้นบกที่นอร์มองดี
event|Bloody Sunday|วันอาทิตย์นองเลือด
treaty|Nazi-Soviet Pact|กติกาสัญญานาซี-โซเวียต
treaty|Magna Carta|แมกนาคาร์ตา
treaty|Balfour Declaration|ปฏิญญาบัลฟอร์
treaty|Reform Act of 1832|พระราชบัญญัติการปฏิรูป ค.ศ. ๑๘๓๒
treaty|October Manifesto|แถลงการณ์เดือนตุลาคม
treaty|Code Napoléon|ประมวลกฎหมายนโปเลียน
treaty|Ems Telegram|โทรเลขเอ็มส์
treaty|Entente Cordiale|ความตกลงฉันท์มิตร
organisation|Comintern|องค์การคอมมิวนิสต์สากลที่ ๓
organisation|Red Army|กองทัพแดง
organisation|Jacobins|สโมสรชาโกแบ็ง
organisation|Gestapo|เกสตาโป
organisation|Warsaw Treaty Organization–WTO|องค์การสนธิสัญญาวอร์ซอ
organisation|Habsburg, House of|ราชวงศ์ฮับส์บูร์ก
organisation|Labour Party|พรรคแรงงาน
organisation|Decembrists|พวกเดเซมบริสต์
idea|Socialism in One Country|สังคมนิยมภายในประเทศเดียว
idea|Truman Doctrine|หลักการทรูแมน
idea|Balance of Power|ดุลแห่งอำนาจ
idea|New Economic Policy–NEP|นโยบายเศรษฐกิจใหม่หรือเนป
idea|Absolutism|สมบูรณาญาสิทธิราชย์
idea|De-Stalinization|การล้มล้างอิทธิพลสตาลิน
idea|Cult of Personality|ลัทธิการบูชาบุคคล
place|Ottoman Empire|จักรวรรดิออตโตมัน
place|Sardinia, Kingdom of|ราชอาณาจักรซาร์ดิเนีย
place|Prussia|ปรัสเซีย
place|Suez Canal|คลองสุเอซ
place|Bastille|คุกบาสตีย์
place|Union of Soviet Socialist Republics–USSR|สหภาพสาธารณรัฐสังคมนิยมโซเวียต
place|Polish Corridor|ฉนวนโปแลนด์
place|Vienna|กรุงเวียนนา
place|Balkans|คาบสมุทรบอลข่าน
place|Leningrad|เลนินกราด
other|Guillotine|กิโยตีน
other|Marseillaise|ลามาร์แซแยซ
"""

SAMPLES = {
    "person": """
        bismarck-otto-von bonaparte-napoleon garibaldi-giuseppe hitler-adolf kerensky-alexander
        lenin-vladimir-ilyich louis-xvi luxemburg-rosa metternich-klemens-von napoleon-i nicholas-ii
        robespierre-maximilien stalin-joseph victoria-queen wellington-arthur-wellesley-1st-duke-of
    """,
    "event": """
        battle-of-waterloo congress-of-vienna crimean-war february-revolution first-world-war franco-prussian-war
        french-revolution october-revolution paris-commune revolutions-of-1848 russian-civil-war
        russo-japanese-war second-world-war spanish-civil-war
    """,
    "treaty": "treaty-of-brest-litovsk treaty-of-versailles",
    "organisation": """
        bolsheviks duma league-of-nations mensheviks nazi-party social-democratic-party-of-germany-spd
    """,
    "idea": "fascism liberalism marxism nationalism",
    "place": "austria-hungary german-empire petrograd saint-petersburg weimar-republic",
}


@pytest.mark.parametrize("row", NAMES.strip().split("\n"))
def test_names_alone(row: str) -> None:
    kind, headword, title = row.split("|")
    assert guess_kind(Article(headwords=(headword,), thai_titles=(title,))).kind == kind


@pytest.mark.parametrize(("kind", "slug"), [(kind, slug) for kind, slugs in SAMPLES.items() for slug in slugs.split()])
def test_sample_entries(kind: str, slug: str) -> None:
    inspection = inspect_source((ROOT / "fixtures" / f"{slug}.txt").read_bytes())
    assert isinstance(inspection, Inspection)
    assert inspection.kind.kind == kind


def test_every_sample_entry_is_judged() -> None:
    judged = {slug for slugs in SAMPLES.values() for slug in slugs.split()}
    assert judged == {path.stem for path in (ROOT / "fixtures").glob("*.txt")}


LEADS = [
    ("อัลฟาเป็นนักปฏิวัติชาวรัสเซีย", "person"),
    ("อัลฟาเป็นชื่อเรียกพรรคการเมืองในรัสเซีย มีเบตาเป็นผู้นำ", "organisation"),
    ("อัลฟาคือแนวคิดทางการเมือง", "idea"),
    ("อัลฟาเป็นเมืองท่าในอิตาลี", "place"),
    ("อัลฟาเป็นข้อตกลงระหว่างสองประเทศ", "treaty"),
    ("อัลฟาเป็นการจลาจลครั้งใหญ่", "event"),
    ("อัลฟาเป็นอาหารของชาวเรือ", "other"),
]


@pytest.mark.parametrize(("lead", "kind"), LEADS)
def test_the_lead_says_what_names_do_not(lead: str, kind: str) -> None:
    assert guess_kind(Article(headwords=("Alpha",), thai_titles=("อัลฟา",), paragraphs=(lead,))).kind == kind


def test_evidence_is_in_thai_and_no_clue_is_no_confidence() -> None:
    guess = guess_kind(Article(headwords=("Crimean War",), thai_titles=("สงครามไครเมีย",)))
    assert guess.evidence == ("คำเทียบขึ้นต้นด้วย “สงคราม”", "คำตั้งมีคำว่า “war”")
    assert guess_kind(Article(thai_titles=("สงครามไครเมีย",))).confidence < guess.confidence < 1
    assert guess_kind(Article()) == KindGuess("other", (), 0.0)


def test_the_table_can_be_extended() -> None:
    kinds = (*DEFAULT_KINDS, Kind("plant", "พืช", titles=("ต้น",)))
    assert guess_kind(Article(thai_titles=("ต้นสัก",)), kinds=kinds).kind == "plant"
    assert guess_kind(Article(thai_titles=("ต้นสัก",)), kinds=()) == KindGuess("other", (), 0.0)


def test_a_title_word_that_goes_on_is_another_word() -> None:
    assert guess_kind(Article(thai_titles=("รัฐประหารในโปรตุเกส",))).kind == "event"
    assert guess_kind(Article(thai_titles=("กรุงเก่า",))).kind == "place"
