"""Bytes to text: what is detected, what is refused, and that a clean file is never touched."""

from pathlib import Path

import django
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entries.text.encoding import EncodingError, decode
from entries.text.mojibake import find_mojibake
from tests.shared import ROOT, corpus_file
from tests.strategies import articles, source_texts

THAI = (
    "Trotsky, Leon (1879–1940)\n\nนายเลออน ตรอตสกี (พ.ศ. ๒๔๒๒–๒๔๘๓)\n\nเขาเป็นนักปฏิวัติ “คนสำคัญ” ของรัสเซีย\n"
    "สงครามกลางเมือง (Civil War)* และสนธิสัญญาเบรสต์-ลิตอฟสค์\nคำตั้ง\nTrotsky, Leon\nคำเทียบ\nนายเลออน ตรอตสกี\n"
)


def read_as(data: bytes, codec: str) -> str:
    """Bytes as a program reads them that takes every byte for a letter: what the codec lacks becomes a C1 control."""
    letters = (bytes([byte]).decode(codec, "replace") for byte in data)
    return "".join(chr(byte) if letter == "\ufffd" else letter for byte, letter in zip(data, letters, strict=True))


def refusal(data: bytes, **options: object) -> EncodingError:
    with pytest.raises(EncodingError) as caught:
        decode(data, **options)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (THAI.encode(), "utf-8"),
        (THAI.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + THAI.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + THAI.encode("utf-16-be"), "utf-16-be"),
        (THAI.encode("utf-16-le"), "utf-16-le"),
        (THAI.encode("utf-16-be"), "utf-16-be"),
        (THAI.encode("cp874"), "cp874"),
        (THAI.replace("\n", "\r\n").encode(), "utf-8"),
        (THAI.replace("\n", "\r").encode(), "utf-8"),
        (THAI.replace("\n", "\r\n").encode("cp874"), "cp874"),
        (THAI.replace("\n", "\r\n").encode("utf-16"), "utf-16-le"),
    ],
)
def test_detected(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.findings) == (THAI, encoding, ())


@pytest.mark.parametrize(
    ("name", "codec", "encoding"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("UTF8", "utf-8-sig", "utf-8-sig"),
        ("tis-620", "cp874", "cp874"),
        ("Windows-874", "cp874", "cp874"),
        ("utf-16", "utf-16-be", "utf-16-be"),
        ("utf-16le", "utf-16-le", "utf-16-le"),
        ("UTF-16", "utf-16", "utf-16-le"),
    ],
)
def test_forced(name: str, codec: str, encoding: str) -> None:
    decoded = decode(THAI.encode(codec), encoding=name)
    assert (decoded.text, decoded.encoding) == (THAI, encoding)


def test_a_western_encoding_can_only_be_forced() -> None:
    data = "Bülow, Bernhard von\n".encode("latin-1")
    assert refusal(data).code == "undecodable"
    assert decode(data, encoding="latin-1").text == "Bülow, Bernhard von\n"


@pytest.mark.parametrize(
    "text",
    [
        "ก",
        "ดู Lenin",
        "ดู",
        "A",
        "é",
        "ö",
        "–",
        "Dvořák, Antonín; Žižka, Jan",
        "Böhm-Bawerk, Eugen; Weiß, Käthe; Çelik",
        "« CAFÉ » — «Où ?» «É»",
        "¿Qué? ¡Ñandú! § 12 © 1999 ½ °C",
        "ÀÂÇÉÈÊËÎÏÔÙÛÜ",
        "ÄÖÜß ÅÄÖ ÆØÅ ÁÉÍÓÚ",
        "Ленин, Владимир Ильич (ราว ค.ศ. ๑๙๐๐)",
        "Ελευθέριος Βενιζέλος",
        "1ˢᵗ Earl ∑∏∫≈√",
        "ก\u00a0ข\u200bค ํา เเ",
        "\u00a0ย่อหน้า",
        "ก\u2028ข",
        "เธอกับเนยและเนตร เนเธอร์แลนด์ เธอเน้น",
        "שלום",
        "😀 𝔘",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_clean_text_is_never_altered_or_refused(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.findings) == (text, ())


@pytest.mark.parametrize(
    "text", ["เลนิน", "นายเลออน ตรอตสกี", "ดู Lenin", "พรรคบอลเชวิค (Bolsheviks)*", "ก – ข", "1879–1940"]
)
def test_short_clean_texts_in_cp874(text: str) -> None:
    assert decode(text.encode("cp874")).text == text


def clean_files() -> list[Path]:
    catalogues = Path(django.__file__).parent / "conf" / "locale"
    return sorted([*catalogues.glob("*/LC_MESSAGES/django.po"), *(ROOT / "fixtures").glob("*.txt")])


def test_the_languages_of_the_world_are_no_mojibake() -> None:
    files = [path for path in clean_files() if path.suffix == ".po"]
    assert len(files) > 80
    for path in files:
        text = path.read_bytes().decode()
        assert decode(text.encode()).text == text, path
        short = [line for line in text.split("\n") if not line.isascii() and find_mojibake(line)]
        assert short == [], path


def test_the_samples_are_read_without_a_finding() -> None:
    found = {path.name: decode(path.read_bytes()) for path in (ROOT / "fixtures").glob("*.txt")}
    assert {name: one.encoding for name, one in found.items() if one.encoding != "utf-8"} == {
        "february-revolution.txt": "cp874",
        "victoria-queen.txt": "utf-16-le",
    }
    assert {name: one.findings for name, one in found.items() if one.findings} == {}


@given(articles().map(lambda article: "\n".join(("ก", *article.paragraphs, *article.keywords))))
def test_every_clean_text_comes_through(text: str) -> None:
    if find_mojibake(text) is None:  # letters drawn at random may happen to be one
        assert decode(text.encode()).text == text


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "mac-roman", "cp874"])
def test_utf8_read_as_another_encoding_is_refused_and_can_be_repaired(codec: str) -> None:
    damaged = read_as(THAI.encode(), codec)
    error = refusal(damaged.encode())
    assert (error.code, error.repair, error.line) == ("mojibake", codec, 1)
    decoded = decode(damaged.encode(), repair=True)
    assert (decoded.text, [finding.code for finding in decoded.findings]) == (THAI, ["mojibake_repaired"])
    assert decoded.findings[0].words == decoded.text[decoded.findings[0].start : decoded.findings[0].end]


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_tis_620_read_as_a_western_encoding_can_be_repaired(codec: str) -> None:
    damaged = read_as(THAI.encode("cp874"), codec)
    error = refusal(damaged.encode())
    assert (error.code, error.repair, error.line) == ("mojibake", codec, 3)
    assert decode(damaged.encode(), repair=True).text == THAI


def test_tis_620_read_as_mac_roman_is_only_ever_refused() -> None:
    damaged = read_as(THAI.encode("cp874"), "mac-roman").encode()
    for repair in (False, True):
        error = refusal(damaged, repair=repair)
        assert (error.code, error.repair, error.line) == ("mojibake", "", 3)
        assert "ส (ไบต์ 0xCA)" in error.reason


def test_mojibake_that_has_lost_letters_is_refused() -> None:
    damaged = THAI.encode().decode("cp1252", "replace").encode()
    for repair in (False, True):
        error = refusal(damaged, repair=repair)
        assert (error.code, error.repair) == ("mojibake", "")


def test_mojibake_among_good_labels_is_repaired_where_it_stands() -> None:
    damaged = f"คำตั้ง\nA\nคำเทียบ\n{read_as('นายเลออน ตรอตสกี'.encode(), 'cp1252')}\n"
    assert refusal(damaged.encode()).line == 4
    assert decode(damaged.encode(), repair=True).text == "คำตั้ง\nA\nคำเทียบ\nนายเลออน ตรอตสกี\n"


def test_mojibake_twice_over_is_repaired() -> None:
    damaged = read_as(read_as(THAI.encode(), "cp1252").encode(), "cp1252")
    assert decode(damaged.encode(), repair=True).text == THAI


def test_latin_letters_of_utf8_read_as_windows_1252() -> None:
    assert find_mojibake("Bülow, Bernhard von") is None
    found = find_mojibake("BÃ¼low, Bernhard von (1849â€“1929)")
    assert found is not None
    assert (found.read_as, found.repaired) == ("cp1252", "Bülow, Bernhard von (1849–1929)")


def test_repair_leaves_a_clean_file_alone() -> None:
    decoded = decode(THAI.encode(), repair=True)
    assert (decoded.text, decoded.findings) == (THAI, ())


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "empty", None),
        (b" \r\n\t\n", "empty", None),
        (b"\xef\xbb\xbf", "empty", None),
        (b"\xff\xfe", "empty", None),
        ("\u200b\u200b\n\ufeff\u2060 \u00ad\u200e".encode(), "empty", None),
        ("\u200b\n".encode("utf-16"), "empty", None),
        ("\u00a0\n\u3000".encode(), "empty", None),
        ("ก\nข\0ค".encode(), "control_character", 2),
        ("ก\r\nข\r\nค\x1b[0m ต่อไปอีกยาวพอ".encode(), "control_character", 3),
        ("ก\nข\x85ค".encode(), "control_character", 2),
        ("ก\nข\x7fค ยาวพอที่จะเป็นข้อความ".encode(), "control_character", 2),
        ("ก\nข\0 ค ก่อนหน้านั้น".encode("cp874"), "control_character", 2),
        ("ข้อความยาวพอประมาณ\n" * 9 + "\x01"[:1], "control_character", 10),
        (b"\0" * 100, "binary", None),
        (bytes(range(256)) * 4, "binary", None),
        (b"PK\x03\x04" + bytes(50), "binary", None),
        (b"%PDF-1.7\nabc", "binary", None),
        ("กก\nขข".encode()[:-1], "undecodable", 2),
        ("คำตั้ง\nคำเทียบ\n".encode() + b"\xe0\xb8\n", "undecodable", 3),
        (b"\xff\xfea", "undecodable", 1),
        (b"\xff\xfe\x00\xd8a\x00", "undecodable", 1),
        ("Bülow\n".encode("latin-1"), "undecodable", 1),
        ("Привет, товарищ Юрий".encode("cp1251"), "undecodable", 1),
    ],
)
def test_refused(data: bytes | str, code: str, line: int | None) -> None:
    error = refusal(data.encode() if isinstance(data, str) else data)
    assert (error.code, error.line) == (code, line)


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32_is_said_by_name_and_read_when_asked_for(codec: str) -> None:
    data = THAI.encode(codec)
    error = refusal(data)
    order = "UTF-32-BE" if codec == "utf-32-be" else "UTF-32-LE"
    assert (error.code, error.reason) == (
        "undecodable",
        f"ไฟล์เป็น {order} ให้บันทึกใหม่เป็น UTF-8 หรือระบุด้วย --encoding utf-32",
    )
    assert decode(data, encoding="UTF-32").text == THAI
    assert decode(data.removeprefix(b"\xff\xfe\0\0"), encoding=order).text == THAI


def test_too_large() -> None:
    assert decode(b"a" * 100, limit=100).text == "a" * 100
    error = refusal(b"a" * 101, limit=100)
    assert (error.code, error.reason) == (
        "too_large",
        "ไฟล์ใหญ่ 101 ไบต์ เกินที่รับได้ (100 ไบต์) ให้แบ่งเป็นไฟล์ละหนึ่งรายการ",
    )


def test_unknown_and_wrong_forced_encodings() -> None:
    assert refusal(b"a", encoding="ebcdic").code == "unknown_encoding"
    assert refusal(THAI.encode("cp874"), encoding="utf-8").code == "undecodable"
    assert refusal(THAI.encode(), encoding="latin-1").code == "mojibake"
    assert refusal(THAI.encode(), encoding="tis-620").code == "undecodable"


def test_a_tab_is_kept_and_reported() -> None:
    decoded = decode("ก\tข\r\nค\t\tง".encode())
    assert decoded.text == "ก\tข\nค\t\tง"
    assert [(f.code, f.start, f.end, f.words, f.fix) for f in decoded.findings] == [
        ("tab", 1, 2, "\t", " "),
        ("tab", 5, 7, "\t\t", " "),
    ]


def test_many_tabs_are_reported_at_their_first_places() -> None:
    findings = decode(b"\ta" * 80).findings
    assert len(findings) == 50
    assert findings[-1].message.endswith("(และอีก 30 แห่งถัดไป)")


def test_a_letter_lost_before_is_reported() -> None:
    decoded = decode("ก\ufffdข".encode())
    assert [(f.code, f.start, f.end) for f in decoded.findings] == [("replacement_character", 1, 2)]


def test_the_real_entry_is_read_as_it_stands() -> None:
    data = corpus_file().read_bytes()
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.findings) == (data.decode("utf-8"), "utf-8", ())
    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        assert decode(data.decode().encode(codec)).text == decoded.text
    in_thai = data.decode().encode("cp874", "ignore")
    assert decode(in_thai).text == in_thai.decode("cp874")


@given(st.one_of(st.binary(max_size=200), source_texts().map(lambda text: text.encode("utf-16-le", "ignore"))))
def test_bytes_of_any_kind_give_a_text_or_a_clear_word(data: bytes) -> None:
    for options in ({}, {"repair": True}, {"encoding": "cp874"}, {"encoding": "utf-16"}):
        try:
            decoded = decode(data, **options)
        except EncodingError:
            continue
        assert decoded.text.strip()
        assert "\r" not in decoded.text
