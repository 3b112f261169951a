"""What finding references gives back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for an anchor's left end.

    `code` is for programs (``name``, ``class_noun``, ``sound``, ``quotes`` …); `words` is a Thai phrase for an editor.
    """

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Odds:
    """How the left end of an anchor came out of the weighing: its probability, and that of the next best place."""

    best: float
    rival: float


@dataclass(frozen=True, slots=True)
class Reference:
    """One parenthesis of the prose with the Thai term that it explains.

    All offsets are `str` offsets into ``paragraphs[paragraph]``.

    paragraph: index of the paragraph.
    start, end: the anchor; equal when the parenthesis has none (a remark at the start of a sentence, say).
    gloss: what is inside of the parentheses, stripped; gloss_start, gloss_end: its offsets.
    open, close: offsets of the parentheses themselves.
    starred, star: whether a star follows the parenthesis, and the star's offset.
    confidence: between 0 and 1, how often an anchor found on such grounds is exactly right.
    evidence: why the anchor begins where it does, the strongest reason first.
    gloss_name: the gloss without acronym and dates, ``Russo-Japanese War`` of ``Russo-Japanese War ค.ศ. ๑๙๐๔–๑๙๐๕``.
    acronym: ``NEP`` of ``New Economic Policy–NEP``, else "".
    dates: ``ค.ศ. ๑๙๐๔–๑๙๐๕`` of the same, else "".
    kind: ``reference`` (starred), ``gloss`` (a foreign form of a Thai term), ``foreign`` (explains a term in Latin
    script), ``dates`` (only dates), ``remark`` (Thai prose).
    odds: how its left end was weighed, None where it was found otherwise; no part of what makes two references equal.
    """

    paragraph: int
    start: int
    end: int
    gloss: str
    gloss_start: int
    gloss_end: int
    open: int
    close: int
    starred: bool
    star: int | None
    confidence: float
    evidence: tuple[Evidence, ...]
    gloss_name: str
    acronym: str
    dates: str
    kind: str
    odds: Odds | None = field(default=None, compare=False, repr=False)

    @property
    def has_anchor(self) -> bool:
        """Whether a term was found before the parenthesis."""
        return self.end > self.start
