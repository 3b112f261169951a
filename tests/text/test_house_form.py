"""Where a form may be replaced by the house's: never in somebody's words."""

import pytest

from entries.text.house_form import find_forms, quotations


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("ไม่มีคำพูด", []),
        ("เขากล่าวว่า “เฮียร์ซอน” ก่อนจะไป", ["“เฮียร์ซอน”"]),
        ("“อา “บี” เฮียร์ซอน” ก็", ["“อา “บี” เฮียร์ซอน”"]),
        ("เฮียร์ซอนยังอยู่ในคำพูด” แล้วเขาจบ", ["เฮียร์ซอนยังอยู่ในคำพูด”"]),
        ("เขากล่าวว่า “เฮียร์ซอนยังอยู่", ["“เฮียร์ซอนยังอยู่"]),
        ("„เฮียร์ซอน“ กับ „เมือง”", ["„เฮียร์ซอน“", "„เมือง”"]),
        ("''เฮียร์ซอน'' และ 'เฮียร์ซอน' และ \"เฮียร์ซอน\"", ["''เฮียร์ซอน''", "'เฮียร์ซอน'", '"เฮียร์ซอน"']),
        ("‹เฮียร์ซอน› 「เฮียร์ซอน」 «เฮียร์ซอน»", ["‹เฮียร์ซอน›", "「เฮียร์ซอน」", "«เฮียร์ซอน»"]),
        ("People's Will กับ Lenin’s house", []),
    ],
)
def test_what_is_quoted(paragraph: str, quoted: list[str]) -> None:
    assert [paragraph[start:end] for start, end in quotations(paragraph)] == quoted


def test_nothing_quoted_is_corrected() -> None:
    paragraph = "เฮียร์ซอน “อา “บี” เฮียร์ซอน” 'เฮียร์ซอน' เฮียร์ซอน"
    found = find_forms(paragraph, ["เฮียร์ซอน"], "เคร์ซอน")
    assert [form.start for form in found] == [0, paragraph.rindex("เฮียร์ซอน")]
