"""The site as an ASGI application."""

import os

from django.core.asgi import get_asgi_application

from encyclopedia.secret import require_secret_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "encyclopedia.settings")

require_secret_key()
application = get_asgi_application()
