import pytest

from entries.text.references.spans import parentheses


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("", []),
        ("ไม่มีวงเล็บ", []),
        ("เลนิน (Lenin)*", [("เลนิน", "Lenin", True)]),
        ("เลนิน (Lenin)", [("เลนิน", "Lenin", False)]),
        ("เลนิน(Lenin)*และสตาลิน(Stalin)", [("เลนิน", "Lenin", True), ("และสตาลิน", "Stalin", False)]),
        ("เลนิน ( Lenin )*", [("เลนิน", "Lenin", True)]),
        ("เลนิน (Lenin) *", [("เลนิน", "Lenin", True)]),
        ("เลนิน (Lenin)  *", [("เลนิน", "Lenin", False)]),
        ("“เลนิน” (Lenin)*", [("“เลนิน", "Lenin", True)]),
        ("“เลนิน (Lenin)”*", [("“เลนิน", "Lenin", True)]),
        ("เปโตรกราด [(Petrograd) ซึ่งเดิมคือ]", [("เปโตรกราด", "Petrograd", False)]),
        ("เลนิน\u00a0(Lenin)*", [("เลนิน", "Lenin", True)]),
        ("ก (A)* หรือ ข (B)*", [("ก", "A", True), (" หรือ ข", "B", True)]),
        ("(ต้นย่อหน้า)", [("", "ต้นย่อหน้า", False)]),
        ("ก () ข", [("ก", "", False)]),
        ("ก (x ค้าง", []),
        ("ก x) ค้าง", []),
        ("ก (ค้าง ข (B)*", [("ก (ค้าง ข", "B", True)]),
        ("ก (ซึ่งคือ ข (B)* ต่อมา) ค", [("ก", "ซึ่งคือ ข (B)* ต่อมา", False), ("ซึ่งคือ ข", "B", True)]),
        ("ก （A）*", [("ก", "A", True)]),
    ],
)
def test_pairs_of_a_paragraph(paragraph: str, found: list[tuple[str, str, bool]]) -> None:
    assert [
        (
            paragraph[pair.limit : pair.anchor_end],
            paragraph[pair.inner_start : pair.inner_end],
            pair.star is not None,
        )
        for pair in parentheses(paragraph)
    ] == found


def test_the_star_is_where_it_says() -> None:
    paragraph = "เลนิน (Lenin)* และ “สตาลิน (Stalin)”*"
    assert [paragraph[pair.star] for pair in parentheses(paragraph) if pair.star is not None] == ["*", "*"]


@pytest.mark.parametrize(
    "paragraph",
    ["(" * 100_000, ")" * 100_000, "(" * 50_000 + ")" * 50_000, "(a)" * 30_000, "(a " * 30_000 + ")" * 30_000],
    ids=["open", "close", "nested", "row", "nested with words"],
)
def test_a_great_many_parentheses_are_paired(paragraph: str) -> None:
    """What grew with the square of these would not come back in the suite's time."""
    found = parentheses(paragraph)
    assert all(paragraph[pair.open] == "(" and paragraph[pair.close] == ")" for pair in found)
