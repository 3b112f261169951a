"""What a name that becomes known does to an anchor already found: mostly it says the same, only more surely."""

from __future__ import annotations

import math
from collections.abc import Sequence

from entries.text.references import explain
from entries.text.references.lexicon import KnownName
from entries.text.references.values import Evidence, Odds
from entries.text.references.weighing import SUREST, WEIGHTS


def confirmed(
    length: int, odds: Odds | None, evidence: Sequence[Evidence], names: Sequence[KnownName]
) -> tuple[float, tuple[Evidence, ...]] | None:
    """Confidence and evidence of an anchor once these names, not known before, are known to end where it ends.

    `length` (code points), `odds` and `evidence` are the anchor's without the names. None where the anchor may move, so
    that every place must be weighed again: where a name begins elsewhere than the anchor does, or the anchor was not
    found by weighing. Else the score of one place rises by a known weight, and its probability follows from the odds.
    """
    if odds is None or not names or {name.length for name in names} != {length}:
        return None
    risen = odds.best * math.exp(WEIGHTS["known"])
    total = risen + 1 - odds.best
    return round(min(SUREST, risen / total), 3), tuple(_evidence(evidence, names[0], odds.rival / total))


def _evidence(evidence: Sequence[Evidence], name: KnownName, rival: float) -> list[Evidence]:
    """The reasons with the name as the first: it is more than a guess, and may leave no place for a rival."""
    left_out = {"name", "guess"} if rival >= explain.WORTH_A_WORD else {"name", "guess", "alternative"}
    return [explain.known(name), *(reason for reason in evidence if reason.code not in left_out)]
