"""How fast entry pages are, against a bare Django view that returns the same bytes under the same server.

    python bench/pages.py [--entries 300] [--seconds 4] [--rounds 3]

Generates entries, publishes them in a database of its own (SQLite, or the one in DATABASE_URL, which must be empty) and
serves three sites with gunicorn on the loopback address, one after another, each with one worker and four threads: a
Django project of one view without middleware, which has the bytes of the pages in memory; this site with every page
asked for once (cold); and this site with its pages kept (warm). Prints requests a second and their ratios, the median
of the rounds; then the queries of a cold page, of a kept one, and the size of a page of 40,000 characters.

A page is "right" if, the moment after an entry is published anew, the site gives its new text: the last line says so.
"""

import argparse
import gzip
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

CLIENTS = 4
BARE = """
import os, pathlib
from django.conf import settings
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="bare", MIDDLEWARE=[])
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
folder = pathlib.Path(os.environ["BARE_PAGES"])
pages = {page.name: page.read_bytes() for page in folder.iterdir()}
def page(request, slug):
    return HttpResponse(pages[slug], headers={"Content-Length": str(len(pages[slug]))})
urlpatterns = [path("entries/<str:slug>/", page)]
application = get_wsgi_application()
"""


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(application: str, folder: Path, environment: dict[str, str]) -> Iterator[int]:
    """The application under gunicorn; yields its port."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    command += ["--threads", "4", "--worker-class", "gthread", "--log-level", "error", "--no-control-socket"]
    process = subprocess.Popen(command, cwd=folder, env=environment)
    try:
        for _attempt in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def read_answer(connection: socket.socket, left: bytes) -> tuple[bytes, bytes, bytes]:
    """Head, body, and what has come of the next answer."""
    while b"\r\n\r\n" not in left:
        received = connection.recv(65536)
        if not received:
            raise ConnectionError("the server closed the connection")
        left += received
    head, _, left = left.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise ConnectionError(head.decode(errors="replace"))
    fields = head.lower().split(b"\r\n")
    length = next(int(line.split(b":")[1]) for line in fields if line.startswith(b"content-length"))
    parts = [left]
    got = len(left)
    while got < length:
        parts.append(connection.recv(262144))
        got += len(parts[-1])
    whole = b"".join(parts)
    return head, whole[:length], whole[length:]


def ask(port: int, paths: Sequence[str], until: float | None) -> int:
    """Asks for the pages over one kept connection, once each or again and again until a moment; answers how often."""
    done, left = 0, b""
    connection = socket.create_connection(("127.0.0.1", port))
    with connection:
        while True:
            for path in paths:
                if until and time.perf_counter() >= until:
                    return done
                connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                _head, _body, left = read_answer(connection, left)
                done += 1
            if not until:
                return done


def rate(port: int, paths: Sequence[str], seconds: float | None) -> float:
    """Requests a second with several clients; each page once where no `seconds` are given."""
    began = time.perf_counter()
    until = began + seconds if seconds else None
    counts: list[int] = []
    numbers = range(CLIENTS)
    if until is None:
        shares = [paths[number::CLIENTS] for number in numbers]
    else:
        shares = [[*paths[number:], *paths[:number]] for number in numbers]
    threads = [threading.Thread(target=lambda share=share: counts.append(ask(port, share, until))) for share in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - began)


def get(port: int, path: str) -> bytes:
    """One page."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        return read_answer(connection, b"")[1]


def fill(count: int) -> tuple[list[str], str]:
    """Publishes generated entries and a long one; answers their paths, and the long one's."""
    from bench._generated import article
    from entries.services.publishing import publish
    from entries.services.registers import the_work
    from entries.services.revising import Change, NewEntry, revise

    work = the_work()
    articles = [article(number, count) for number in range(count)]
    pool = [paragraph for each in articles for paragraph in each.paragraphs]
    long: list[str] = []
    while sum(map(len, long)) < 40_000:
        long.append(pool[len(long) % len(pool)])
    articles.append(articles[0].replace(headwords=("Long, Very",), thai_titles=("บทความยาว",), paragraphs=tuple(long)))
    slugs = []
    for start in range(0, len(articles), 100):
        results = revise([Change(None, each, new=NewEntry(work)) for each in articles[start : start + 100]], by=None)
        publish([result.latest for result in results if result.latest], by=None)
        slugs += [result.entry.slug for result in results if result.entry]
    paths = [f"/entries/{quote(slug)}/" for slug in slugs]
    return paths[:-1], paths[-1]


def queries(path: str) -> tuple[int, int]:
    """How many queries a page takes first and then."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get("/nothing/", headers={"host": "127.0.0.1"})  # opening the database takes queries of its own
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(path, headers={"host": "127.0.0.1"})
        counts.append(len(captured))
    return counts[0], counts[1]


def is_right_at_once(port: int, path: str) -> bool:
    """Whether a kept page has its new text the moment after that is published by another process."""
    from entries.models import Revision
    from entries.services.publishing import publish
    from entries.services.revising import Change, revise

    get(port, path)
    slug = path.split("/")[2]
    latest = Revision.objects.filter(entry__slug=slug).latest_of_each().select_related("entry").get()
    for number in range(20):
        text = latest.article.replace(paragraphs=(f"คำอธิบายใหม่ครั้งที่ {number}",))
        (result,) = revise([Change(latest.entry, text, base=latest)], by=None)
        assert result.latest is not None
        latest = result.latest
        publish([latest], by=None)
        if f"คำอธิบายใหม่ครั้งที่ {number}".encode() not in without_elements(get(port, path)):
            return False
    return True


def without_elements(page: bytes) -> bytes:
    """The text of a page."""
    import re

    return re.sub(rb"<[^>]*>", b"", page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        os.environ |= {"SECRET_KEY": "bench", "HTTPS": "0", "VAR_DIR": name, "ALLOWED_HOSTS": "*"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "encyclopedia.settings"
        environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{folder}"}
        for command in (["migrate", "--verbosity", "0"], ["collectstatic", "--no-input", "--verbosity", "0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)

        import django

        django.setup()
        paths, long = fill(options.entries)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        pages = folder / "pages"
        pages.mkdir()
        bare, warm, cold = [], [], []
        for _round in range(options.rounds):
            with server("encyclopedia.wsgi", ROOT, environment) as port:
                cold.append(rate(port, paths, None))
                for path in paths:
                    (pages / path.split("/")[2]).write_bytes(get(port, path))
                warm.append(rate(port, paths, options.seconds))
            with server("bare:application", folder, {**environment, "BARE_PAGES": str(pages)}) as port:
                bare.append(rate(port, paths, options.seconds))
        with server("encyclopedia.wsgi", ROOT, environment) as port:
            whole = get(port, long)
            right = is_right_at_once(port, paths[0])
        first, then = queries(long)
        print(f"bare view     {statistics.median(bare):8.0f} requests a second")
        print(f"entries, warm {statistics.median(warm):8.0f}  {ratios(warm, bare)} of the bare view")
        print(f"entries, cold {statistics.median(cold):8.0f}  {ratios(cold, bare)} of the bare view")
        print(f"queries       {first} cold, {then} kept")
        print(f"40,000 characters: {len(whole)} bytes, {len(gzip.compress(whole, 6))} compressed")
        print(f"right the moment something is published: {'yes' if right else 'NO'}")


def ratios(ours: Sequence[float], bare: Sequence[float]) -> str:
    """The median of the rounds' ratios, and their range."""
    found = sorted(one / other for one, other in zip(ours, bare, strict=True))
    return f"{statistics.median(found):.2f} ({found[0]:.2f}–{found[-1]:.2f})"


if __name__ == "__main__":
    main()
