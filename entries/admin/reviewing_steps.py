"""The steps that the work on a text goes through, and who may take them."""

from collections.abc import Mapping
from typing import Final

from entries.models import Stage

#: From which states each one may be reached, and what the user must be allowed to do.
STEPS: Final[dict[Stage, tuple[frozenset[Stage], str]]] = {
    Stage.IN_REVIEW: (frozenset({Stage.DRAFT, Stage.RETURNED}), "change"),
    Stage.RETURNED: (frozenset({Stage.IN_REVIEW, Stage.APPROVED}), "review"),
    Stage.APPROVED: (frozenset({Stage.IN_REVIEW}), "review"),
}


def steps_from(stage: str, allowed: Mapping[str, bool]) -> list[str]:
    """The states to which a text of this state may be taken by who may do what `allowed` says."""
    return [to.value for to, (before, needs) in STEPS.items() if stage in before and allowed[needs]]
