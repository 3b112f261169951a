"""The site as a WSGI application: `gunicorn encyclopedia.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from encyclopedia.secret import require_secret_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "encyclopedia.settings")

require_secret_key()
application = get_wsgi_application()
