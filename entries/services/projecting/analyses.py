"""What is worked out of a text before the lock is taken: all that its face will need."""

from collections.abc import Mapping
from functools import cached_property

from entries.search.rows import Rows, rows_of
from entries.text.analysis import Analysis

#: Analyses that the caller has made already, by digest of the canonical text.
Analyses = Mapping[str, Analysis]


class FaceAnalysis(Analysis):
    """An analysis with the rows of the search index."""

    def prepare(self) -> None:
        """Works out every part now."""
        super().prepare()
        _rows = self.search_rows

    @cached_property
    def search_rows(self) -> Rows:
        """What the index holds for the text."""
        return rows_of(self)


def search_rows(analysis: Analysis) -> Rows:
    """What the index holds for a text, from the analysis where it has been worked out."""
    return analysis.search_rows if isinstance(analysis, FaceAnalysis) else rows_of(analysis)
