"""How gunicorn serves the site: `gunicorn --config encyclopedia/gunicorn.conf.py`; BIND, WEB_WORKERS, WEB_THREADS."""

import os

wsgi_app = "encyclopedia.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
control_socket_disable = True
loglevel = "warning"


def when_ready(_server: object) -> None:
    print(f"The site is ready (Ctrl-C stops it): http://{bind}/", flush=True)
