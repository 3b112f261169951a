"""The site's settings as tests want them: no environment needed, quick passwords, plain static files.

`DATABASE_URL` chooses another database than SQLite; `tests/databases.py` starts one and sets it.
"""

import os
import tempfile

os.environ["DEBUG"] = "1"
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

# Nothing of the site that `make run` made: static files come from the sources.
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="encyclopedia-tests-")

from encyclopedia.settings import *  # noqa: F403
from encyclopedia.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # The database that tests make takes its locale from the one that the address names.
    DATABASES["default"]["TEST"] = {"TEMPLATE": DATABASES["default"]["NAME"]}
