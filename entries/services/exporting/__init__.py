"""Everything out: a source file an entry, what the texts do not hold, and the texts that something refers to."""

from entries.services.exporting.lines import REGISTERS, REVISIONS
from entries.services.exporting.writing import TargetNotEmptyError, export_entries

__all__ = ["REGISTERS", "REVISIONS", "TargetNotEmptyError", "export_entries"]
