"""Django's SQLite backend, but for one number: how many parameters a statement may have.

Django 5.2 takes 999, the limit of SQLite before 3.32, so a bulk insert of 500 rows becomes dozens of statements. The
library says its own limit (32,766 or more since 3.32), and with it such an insert is one statement, as on PostgreSQL.
"""

import sqlite3

from django.db.backends.sqlite3 import base, features
from django.utils.functional import cached_property


class DatabaseFeatures(features.DatabaseFeatures):
    @cached_property
    def max_query_params(self) -> int:  # type: ignore[override]
        self.connection.ensure_connection()
        limit: int = self.connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        return limit


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures
