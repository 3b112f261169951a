"""An export taken in again: everything that it holds of entries that the database does not know."""

from entries.services.restoring.folder import RestoreError
from entries.services.restoring.running import Restored, RestoreReport, restore

__all__ = ["RestoreError", "RestoreReport", "Restored", "restore"]
