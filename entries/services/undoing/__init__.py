"""Undoing an import: texts and what was live are as they were before it, but where somebody has worked on since."""

from entries.services.undoing.judging import left_behind
from entries.services.undoing.report import Effect, UndoneEntry, UndoReport
from entries.services.undoing.running import AlreadyUndoneError, is_undoable, undo, was_taken_back

__all__ = [
    "AlreadyUndoneError",
    "Effect",
    "UndoReport",
    "UndoneEntry",
    "is_undoable",
    "left_behind",
    "undo",
    "was_taken_back",
]
