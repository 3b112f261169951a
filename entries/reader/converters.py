"""Parts of addresses that Django's own converters do not know."""


class SlugConverter:
    """An address given by `text.thai.slug`, Thai marks included: Django's `<slug:>` is ASCII only."""

    regex = "[0-9A-Za-z\u0e00-\u0e7f-]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class LetterConverter(SlugConverter):
    """A letter of an index: ก–ฮ (ฤ and ฦ among them), A–Z, 0-9 for numerals, "other" for what has no letter."""

    regex = "[ก-ฮA-Z]|0-9|other"


class YearListConverter(SlugConverter):
    """Which of a year's lists."""

    regex = "begun|ended"
