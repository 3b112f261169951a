import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entries.text.references import (
    DEFAULT_CLASS_NOUNS,
    MOST_REFERENCES,
    NO_NAMES,
    ClassNoun,
    Lexicon,
    NameLexicon,
    Reference,
    find_references,
)


def anchors(paragraph: str, lexicon: Lexicon = NO_NAMES) -> list[str]:
    """The anchors of a paragraph, in order."""
    return [paragraph[found.start : found.end] for found in find_references([paragraph], lexicon=lexicon)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        # Verbs, prepositions and conjunctions glued on before.
        ("ต่อมาเขาร่วมมือกับวลาดีมีร์ เลนิน (Vladimir Lenin)* อย่างใกล้ชิด", ["วลาดีมีร์ เลนิน"]),
        ("รัฐบาลจึงยอมลงนามในสนธิสัญญาแวร์ซาย (Treaty of Versailles)*", ["สนธิสัญญาแวร์ซาย"]),
        ("ซึ่งนำไปสู่การปฏิวัติอุตสาหกรรม (Industrial Revolution)*", ["การปฏิวัติอุตสาหกรรม"]),
        # Ranks and titles stay outside unless the gloss translates them.
        ("เมื่อนายพลลาฟร์ คอร์นีลอฟ (Lavr Kornilov)* ก่อกบฏ", ["ลาฟร์ คอร์นีลอฟ"]),
        ("พบกับเซอร์รอเบิร์ต พีล (Robert Peel)*", ["รอเบิร์ต พีล"]),
        ("ในรัชสมัยสมเด็จพระราชินีนาถวิกตอเรีย (Queen Victoria)*", ["สมเด็จพระราชินีนาถวิกตอเรีย"]),
        ("ภายใต้การนำของดุ๊กแห่งเวลลิงตัน (Duke of Wellington)*", ["ดุ๊กแห่งเวลลิงตัน"]),
        ("ตามคำสอนของนักบุญออกัสติน (St. Augustine)*", ["นักบุญออกัสติน"]),
        ("ตามคำสอนของนักบุญออกัสติน (St Augustine)*", ["นักบุญออกัสติน"]),
        ("ตามคำสอนของเซนต์ออกัสติน (St Augustine)*", ["เซนต์ออกัสติน"]),
        # Initials stand for letters that are spoken, for given names, or for nothing.
        ("เขาพบกับแฟรงกลิน ดี. โรสเวลต์ (F. D. Roosevelt)*", ["แฟรงกลิน ดี. โรสเวลต์"]),
        ("เคียงคู่กับวลาดีมีร์ เลนิน (V. I. Lenin)*", ["วลาดีมีร์ เลนิน"]),
        ("เคียงคู่กับวลาดีมีร์ เลนิน (V.I. Lenin)*", ["วลาดีมีร์ เลนิน"]),
        ("เคียงคู่กับวลาดีมีร์ อิลยิช เลนิน (V. I. Lenin)*", ["วลาดีมีร์ อิลยิช เลนิน"]),
        ("เคียงคู่กับวี. ไอ. เลนิน (V. I. Lenin)*", ["วี. ไอ. เลนิน"]),
        ("ในเวลาต่อมาเลนิน (V. I. Lenin)*", ["เลนิน"]),
        ("ตามแนวคิดของ ดับเบิลยู. เอช. ออเดน (W.H. Auden)*", ["ดับเบิลยู. เอช. ออเดน"]),
        ("นายกรัฐมนตรีเอช. เอช. แอสควิท (H. H. Asquith)*", ["เอช. เอช. แอสควิท"]),
        ("ละครของจอร์จ เบอร์นาร์ด ชอว์ (G. B. Shaw)*", ["จอร์จ เบอร์นาร์ด ชอว์"]),
        ("ต่อมาประธานาธิบดี วิลสัน (W. Wilson)*", ["วิลสัน"]),
        # Class nouns likewise.
        ("สนับสนุนพรรคเมนเชวิค (Mensheviks)*", ["เมนเชวิค"]),
        ("ย้ายไปอยู่ที่เมืองโอเดสซา (Odessa)", ["โอเดสซา"]),
        ("เข้าร่วมกับพรรคเสรีนิยม (Liberal Party)*", ["พรรคเสรีนิยม"]),
        ("ทรงยอมจัดตั้งสภาดูมา (Duma)*", ["สภาดูมา"]),
        # Spaces and numerals inside, regnal numbers, years that belong to the name.
        ("ระหว่างสงครามโลกครั้งที่ ๒ (Second World War)*", ["สงครามโลกครั้งที่ ๒"]),
        ("ทูลต่อซาร์นิโคลัสที่ ๒ (Nicholas II)*", ["นิโคลัสที่ ๒"]),
        ("เกิดการปฏิวัติ ค.ศ. ๑๘๔๘ (Revolutions of 1848)*", ["การปฏิวัติ ค.ศ. ๑๘๔๘"]),
        ("ออกพระราชบัญญัติปฏิรูป ค.ศ. ๑๘๓๒ (Reform Act of 1832)*", ["พระราชบัญญัติปฏิรูป ค.ศ. ๑๘๓๒"]),
        # Dates and acronyms in the gloss.
        ("เกิดสงครามไครเมีย (Crimean War ค.ศ. ๑๘๕๓–๑๘๕๖)* ขึ้น", ["สงครามไครเมีย"]),
        ("ต้องทำสนธิสัญญาเวียนนา (Treaty of Vienna, ๓๐ ตุลาคม ค.ศ. ๑๘๖๔)*", ["สนธิสัญญาเวียนนา"]),
        ("ประกาศใช้นโยบายเศรษฐกิจใหม่หรือเนป (New Economic Policy–NEP)*", ["นโยบายเศรษฐกิจใหม่หรือเนป"]),
        ("เข้าเป็นสมาชิกสหภาพยุโรปหรืออียู (European Union - EU)*", ["สหภาพยุโรปหรืออียู"]),
        ("ถูกหน่วยตำรวจลับเคจีบี (KGB)* จับกุม", ["เคจีบี"]),
        # Acronyms are said as words, or not heard at all.
        ("ประเทศสมาชิกขององค์การนาโต (NATO)*", ["นาโต"]),
        ("ตกลงจัดตั้งองค์การสนธิสัญญาแอตแลนติกเหนือ (NATO)*", ["องค์การสนธิสัญญาแอตแลนติกเหนือ"]),
        ("เขาเป็นผู้ก่อตั้งพรรคสังคมประชาธิปไตยเยอรมัน (SPD)*", ["พรรคสังคมประชาธิปไตยเยอรมัน"]),
        ("จัดตั้งขบวนการเอตา (ETA)*", ["เอตา"]),
        # Names that contain "and".
        (
            "ลงมติรับคำประกาศว่าด้วยสิทธิมนุษยชนและสิทธิพลเมือง (Declaration of the Rights of Man and of the Citizen)*",
            ["คำประกาศว่าด้วยสิทธิมนุษยชนและสิทธิพลเมือง"],
        ),
        # A or B, and lists straight after a star.
        (
            "ขบวนการชาร์ติสต์ (Chartist Movement)* หรือลัทธิชาร์ติสต์ (Chartism)*",
            ["ขบวนการชาร์ติสต์", "ลัทธิชาร์ติสต์"],
        ),
        (
            "เช่น เวรา ซาซูลิช (Vera Zasulich)* ปาเวล อัคเซลรอด (Pavel Akselrod)*เลฟ คาเมเนฟ (Lev Kamenev)*",
            ["เวรา ซาซูลิช", "ปาเวล อัคเซลรอด", "เลฟ คาเมเนฟ"],
        ),
        # Quotes, brackets, missing and stray spaces, joined English.
        ("เรียกกันว่า “รีซอร์จีเมนโต” (Risorgimento)*", ["รีซอร์จีเมนโต"]),
        ('เรียกกันว่า "รัฐใหม่" (Estado Novo)*', ["รัฐใหม่"]),
        ("ที่กรุงเปโตรกราด [(Petrograd) ซึ่งเดิมคือเซนต์ปีเตอร์สเบิร์ก]", ["เปโตรกราด"]),
        ("โดยสหพันธรัฐรัสเซีย(RussianFederation)*ต่อมา", ["สหพันธรัฐรัสเซีย"]),
        ("ร่วมกับพรรคนาซี ( Nazi Party )*", ["พรรคนาซี"]),
        ("แต่เลออน\u00a0ตรอตสกี\u200b (Leon Trotsky)* คัดค้าน", ["เลออน\u00a0ตรอตสกี"]),
        # Common nouns and terms in Latin script.
        ("ปกครองแบบทวิอำนาจ (dual power) ระหว่าง", ["ทวิอำนาจ"]),
        ("หนังสือพิมพ์ Novy Mir (New World) ที่กรุงปารีส", ["Novy Mir"]),
        ("เขียนเรื่อง What Is to Be Done? (1863)", ["What Is to Be Done?"]),
        # Nothing before it.
        ("(Lenin)*", [""]),
        ("ก (A)*(B)", ["ก", ""]),
    ],
)
def test_anchors_without_any_names_known(paragraph: str, expected: list[str]) -> None:
    assert anchors(paragraph) == expected


@pytest.mark.parametrize(
    ("names", "paragraph", "expected"),
    [
        (["เลนิน, วลาดีมีร์"], "ร่วมมือกับวลาดีมีร์ เลนิน (V. I. Lenin)*", "วลาดีมีร์ เลนิน"),
        (["พรรคเมนเชวิค", "เมนเชวิค"], "สนับสนุนพรรคเมนเชวิค (Mensheviks)*", "เมนเชวิค"),
        (["ค่ำคืนแห่งคบเพลิง"], "เหตุการณ์ที่เรียกว่าค่ำคืนแห่งคบเพลิง (Fackelzug)*", "ค่ำคืนแห่งคบเพลิง"),
        (["สหภาพโซเวียต"], "ยุบพรรคคอมมิวนิสต์แห่งสหภาพโซเวียต (Communist Party of the Soviet Union)*", None),
        (["จีน"], "ยึดครองอินโดจีน (Indochina)", "อินโดจีน"),
        (["พรรคนาซี"], "เขาเข้าเป็นสมาชิกพรรคนาซี (NSDAP)*", "พรรคนาซี"),
        (["สภาดูมา"], "ในที่ประชุมสภาดูมา (Duma)*", "สภาดูมา"),
        (["ดูมา"], "ในที่ประชุมสภาดูมา (Duma)*", "ดูมา"),
        (["โรสเวลต์, แฟรงกลิน ดี."], "ประธานาธิบดีแฟรงกลิน ดี. โรสเวลต์ (F. D. Roosevelt)*", "แฟรงกลิน ดี. โรสเวลต์"),
        (["สตาลิน, โจเซฟ"], "ในสมัยของโจเซฟ สตาลิน (J. V. Stalin)*", "โจเซฟ สตาลิน"),
        (
            ["พรรคสังคมประชาธิปไตยเยอรมัน"],
            "ต่อมาพรรคสังคมประชาธิปไตยเยอรมันหรือเอสพีดี (Social Democratic Party of Germany–SPD)*",
            "พรรคสังคมประชาธิปไตยเยอรมันหรือเอสพีดี",
        ),
    ],
)
def test_known_names_count_but_do_not_decide_alone(names: list[str], paragraph: str, expected: str | None) -> None:
    [found] = anchors(paragraph, NameLexicon((name, "keyword") for name in names))
    assert found == (expected or "พรรคคอมมิวนิสต์แห่งสหภาพโซเวียต")


def test_a_reference_has_all_its_parts() -> None:
    paragraph = "ประกาศใช้นโยบายเศรษฐกิจใหม่หรือเนป (New Economic Policy–NEP ค.ศ. ๑๙๒๑)* แล้ว"
    [found] = find_references(["", paragraph])
    assert (found.paragraph, paragraph[found.open], paragraph[found.close]) == (1, "(", ")")
    assert found.gloss == paragraph[found.gloss_start : found.gloss_end] == "New Economic Policy–NEP ค.ศ. ๑๙๒๑"
    assert (found.gloss_name, found.acronym, found.dates) == ("New Economic Policy", "NEP", "ค.ศ. ๑๙๒๑")
    assert found.star is not None
    assert (found.starred, paragraph[found.star], found.kind) == (True, "*", "reference")


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("โดยเลนิน (Lenin)*", "reference"),
        ("โดยเลนิน (Lenin)", "gloss"),
        ("ชื่อ Golos (Voice)", "foreign"),
        ("โดยเลนิน (ค.ศ. ๑๘๗๐–๑๙๒๔)", "dates"),
        ("โดยเลนิน (ซึ่งขณะนั้นอยู่ที่สวิตเซอร์แลนด์)", "remark"),
        ("โดยเลนิน ()", "remark"),
    ],
)
def test_kinds(paragraph: str, kind: str) -> None:
    assert [found.kind for found in find_references([paragraph])] == [kind]


def codes(found: Reference) -> list[str]:
    return [evidence.code for evidence in found.evidence if evidence.code != "alternative"]


def test_evidence_is_told_in_words() -> None:
    lexicon = NameLexicon([("เลนิน, วลาดีมีร์", "keyword")])
    paragraph = "ร่วมมือกับวลาดีมีร์ เลนิน (Vladimir Lenin)* ในการปฏิวัติเดือนตุลาคม (October Revolution)*"
    name, term = find_references([paragraph], lexicon=lexicon)
    assert codes(name) == ["name", "sound", "function_word"]
    assert name.evidence[0].words == "ตรงกับคำสำคัญ “เลนิน, วลาดีมีร์”"
    assert name.evidence[1].words == "ออกเสียงตรงกับ Vladimir Lenin"
    assert codes(term) == ["class_noun", "words", "function_word"]
    assert term.evidence[0].words == "ขึ้นต้นด้วย “การปฏิวัติ” ซึ่งแปลคำว่า Revolution"
    assert min(name.confidence, term.confidence) >= 0.95


def test_a_head_noun_that_nothing_stands_for_makes_unsure() -> None:
    """Nobody knows then whether what translates it goes with the name."""
    [found] = find_references(["หลังเกิดการพังทลายที่ฮาลิแฟกซ์ (Halifax Bezrokad)*"])
    assert found.confidence <= 0.85


def test_evidence_names_only_what_sounded() -> None:
    [found] = find_references(["หลังเกิดอุบัติเหตุเชอร์โนบิล (Chernobyl meltdown)*"])
    assert "ออกเสียงตรงกับ Chernobyl" in [evidence.words for evidence in found.evidence]
    assert found.confidence <= 0.85
    [found] = find_references(["เคียงคู่กับวลาดีมีร์ เลนิน (V. I. Lenin)*"])
    assert [evidence.words for evidence in found.evidence][:2] == [
        "ออกเสียงตรงกับ Lenin",
        "ชื่อข้างหน้าขึ้นต้นด้วยเสียงของอักษรย่อ V. I.",
    ]


def test_a_known_name_is_sure_where_a_noun_is_kept_with_it() -> None:
    [found] = find_references(["ในที่ประชุมสภาดูมา (Duma)*"], lexicon=NameLexicon([("สภาดูมา", "title")]))
    assert found.evidence[0].words == "ตรงกับคำเทียบ “สภาดูมา”"
    assert found.confidence >= 0.98


def test_given_names_may_be_missing_where_initials_stand_for_none() -> None:
    """What stands apart before the surname may be a given name that was not understood."""
    [apart] = find_references(["ข้อเขียนของกาญจนา เลนิน (V. I. Lenin)*"])
    [glued] = find_references(["ข้อเขียนของเลนิน (V. I. Lenin)*"])
    assert (apart.confidence <= 0.85, glued.confidence >= 0.9) == (True, True)


def test_a_guess_says_so_and_is_not_sure() -> None:
    [found] = find_references(["ใช้วิธีอหิงสา (Gewaltlosigkeit) ต่อสู้"])
    assert "guess" in codes(found)
    assert found.confidence < 0.9


def test_class_nouns_of_editors_are_used() -> None:
    paragraph = "จึงเกิดขบวนแห่คบไฟใหญ่ (Great Fackelzug)* ขึ้น"
    own = (*DEFAULT_CLASS_NOUNS, ClassNoun("fackelzug", ("ขบวนแห่คบไฟ",)))
    [found] = find_references([paragraph], class_nouns=own)
    assert paragraph[found.start : found.end] == "ขบวนแห่คบไฟใหญ่"
    assert found.confidence >= 0.9


def test_the_lexicon_is_asked_once() -> None:
    class Counting(NameLexicon):
        calls = 0

        def known_suffixes(self, left_contexts):  # type: ignore[no-untyped-def]
            self.calls += 1
            return super().known_suffixes(left_contexts)

    lexicon = Counting([("เลนิน", "keyword")])
    find_references(["เลนิน (Lenin)* และ", "เลนิน (Lenin)* กับ", "สตาลิน (Stalin)"], lexicon=lexicon)
    assert lexicon.calls == 1


PROSE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("(", ")", "*", "[", "]", "“", "”", '"', " ", "\u00a0", "\u200b", "\n", "–", ","),
                *("เลนิน", "พรรค", "กับ", "ของ", "หรือ", "ที่ ๒", "ค.ศ. ๑๙๐๕", "อ", "เ", "์", "ั", "และ", "สงคราม"),
                *("(Lenin)*", "(War)", "(KGB)", "(Nicholas II)", "(A–B)", "Pravda", "(ค.ศ. ๑)", "\ud800", "XIV"),
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=25,
).map("".join)


@settings(max_examples=300)
@given(st.lists(PROSE, max_size=3))
def test_any_prose_gives_sound_references(paragraphs: list[str]) -> None:
    lexicon = NameLexicon([("เลนิน", "keyword"), ("พรรคสงคราม", "title")])
    places = []
    for found in find_references(paragraphs, lexicon=lexicon):
        text = paragraphs[found.paragraph]
        assert 0 <= found.start <= found.end <= found.open < found.close < len(text)
        assert found.gloss == text[found.gloss_start : found.gloss_end]
        assert found.open < found.gloss_start <= found.gloss_end <= found.close
        assert 0 <= found.confidence <= 1
        assert found.starred == (found.star is not None)
        assert not text[found.start : found.end].startswith((" ", "*", ")"))
        assert found.evidence
        places.append((found.paragraph, found.open))
    assert places == sorted(set(places))


def test_ten_thousand_parentheses_are_all_found() -> None:
    found = find_references(["ก (a) " * 10_000, "ข (b) " * 3])
    assert [reference.open for reference in found] == [2 + 6 * number for number in range(MOST_REFERENCES)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "(" * 10_000,
        "(" * 10_000 + ")" * 10_000,
        "(a " * 5_000 + ")" * 5_000,
        "เลนิน (" * 5_000 + "Lenin)*" * 5_000,
        "ก" * 50_000 + "(Lenin)*",
        "(" + "A-" * 20_000 + ")",
        "“" * 5_000 + "ก” (a)" * 2_000,
    ],
    ids=["open", "nested", "nested words", "nested names", "long before", "long inside", "quotes"],
)
def test_odd_prose_is_answered(paragraph: str) -> None:
    """What grew with the square of these would not come back in the suite's time."""
    found = find_references([paragraph])
    assert [reference.open for reference in found] == sorted({reference.open for reference in found})
