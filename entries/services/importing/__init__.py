"""Files in, entries out: planning reads files without a database, applying changes the encyclopedia in sets."""

from entries.services.importing.files import InputFile, find_files
from entries.services.importing.report import FileReport, ImportReport
from entries.services.importing.running import ImportOptions, run_import

__all__ = ["FileReport", "ImportOptions", "ImportReport", "InputFile", "find_files", "run_import"]
