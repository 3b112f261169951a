"""Pages kept in memory, and what browsers and proxies are told about them.

A page is kept under the `Epoch`, a token that changes in the same transaction as anything that readers see, and it is
given out only while one query says that the token still stands: never stale, in any process, and nothing to purge.
Browsers keep a page too, but ask each time whether it is still right (`ETag`, `Last-Modified`), which costs the same
one query.
"""

import gzip
import hashlib
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, ResponseHeaders
from django.utils.http import http_date, parse_http_date_safe

from entries.models import Epoch

#: What one process keeps, in bytes of pages.
BUDGET: Final = 96 * 1024 * 1024
#: Longer addresses are not kept: nothing links to them.
LONGEST_ADDRESS: Final = 600
_EPOCH: Final = f"SELECT token FROM {Epoch._meta.db_table}"
_RECEIVED_IN: Final = "entries.epoch"
_NOT_PAGES: Final = re.compile("/(?:admin/|static/|healthz|robots.txt|favicon.ico|sitemap)")
_DAY: Final = 24 * 60 * 60
#: A page changes at midnight even where nothing was published: it has an entry of the day.
_BANGKOK: Final = 7 * 60 * 60

Key = tuple[str, str, str, str]


def current_epoch() -> str:
    """The token of what readers see now, "" where there is none: nothing may be kept then."""
    with connection.cursor() as cursor:
        cursor.execute(_EPOCH)
        row = cursor.fetchone()
    return f"{row[0]}-{int(time.time() + _BANGKOK) // _DAY}" if row else ""


def epoch_of(request: HttpRequest) -> str:
    """The epoch that a request was received in: no query where the middleware has asked already."""
    epoch = request.META.get(_RECEIVED_IN)
    return current_epoch() if epoch is None else str(epoch)


@dataclass(slots=True)
class KeptPage:
    """A page as it goes out: body, headers, and the body compressed once somebody asked for it.

    Headers are put together once for all answers alike: that takes longer than everything else.
    """

    body: bytes
    headers: dict[str, str]
    etag: str
    compressed: bytes = b""
    _ready: dict[tuple[bool, float], ResponseHeaders] = field(default_factory=dict)

    def response(self, request: HttpRequest, modified: float) -> HttpResponse:
        """The answer to a request: the page, its headers alone for HEAD, or 304 where the browser has it."""
        if self._is_known(request, modified):
            return HttpResponse(status=304, headers=self._validators(modified))
        zipped = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        if zipped:
            self.compressed = self.compressed or gzip.compress(self.body, 6, mtime=0)
        body = self.compressed if zipped else self.body
        response = HttpResponse(b"" if request.method == "HEAD" else body)
        response.headers = self._ready.get((zipped, modified)) or self._headers(zipped, modified, len(body))
        return response

    def _headers(self, zipped: bool, modified: float, length: int) -> ResponseHeaders:
        encoding = {"Content-Encoding": "gzip"} if zipped else {}
        said = {**self.headers, **encoding, "Content-Length": str(length), **self._validators(modified)}
        found = self._ready[zipped, modified] = ResponseHeaders(said)
        return found

    def _validators(self, modified: float) -> dict[str, str]:
        found = {"ETag": self.etag, "Cache-Control": "public, no-cache", "Vary": "Accept-Encoding"}
        return {**found, "Last-Modified": http_date(modified)} if modified else found

    def _is_known(self, request: HttpRequest, modified: float) -> bool:
        if (tags := request.META.get("HTTP_IF_NONE_MATCH")) is not None:
            return self.etag in tags or tags.strip() == "*"
        if not modified or (asked := request.META.get("HTTP_IF_MODIFIED_SINCE")) is None:
            return False
        since = parse_http_date_safe(asked)
        return since is not None and modified <= since


@dataclass(slots=True)
class PageCache:
    """The pages of one epoch. Those of another are forgotten together."""

    budget: int = BUDGET
    clock: Callable[[], float] = time.time
    epoch: str = ""
    began: float = 0
    size: int = 0
    pages: dict[Key, KeptPage] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def enter(self, epoch: str) -> None:
        """Forgets the pages of any other epoch."""
        if epoch != self.epoch:
            with self._lock:
                if epoch != self.epoch:
                    self.pages, self.size = {}, 0
                    self.epoch, self.began = epoch, self.clock()

    def keep(self, epoch: str, key: Key, page: KeptPage) -> None:
        """Keeps a page that was made in an epoch, if that still lasts; the oldest ones make room."""
        with self._lock:
            if epoch != self.epoch or len(page.body) > self.budget // 4:
                return
            self.size += len(page.body)
            self.pages[key] = page
            while self.size > self.budget:
                self.size -= len(self.pages.pop(next(iter(self.pages))).body)

    @property
    def modified(self) -> float:
        """When what readers see last changed, as far as this process knows, never earlier than it did; 0 for just now.

        The header counts in seconds, so two seconds pass before it is told: another change in the same second would
        otherwise look like none.
        """
        return float(int(self.began)) if self.clock() - self.began >= 2 else 0


class PageCacheMiddleware:
    """Gives out kept pages, and keeps those of the public site that are whole, public and without cookies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.cache = PageCache()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = request.get_full_path()
        if request.method not in ("GET", "HEAD") or len(address) > LONGEST_ADDRESS or _NOT_PAGES.match(request.path):
            return self.get_response(request)
        try:
            epoch = current_epoch()
        except DatabaseError:
            return self.get_response(request)
        request.META[_RECEIVED_IN] = epoch
        key = (request.scheme or "", request.META.get("HTTP_HOST", ""), address, request.method)
        self.cache.enter(epoch)
        page = self.cache.pages.get(key)
        if page is None:
            response = self.get_response(request)
            if not is_kept(request, response):
                return response
            assert isinstance(response, HttpResponse)
            page = page_of(response)
            if epoch:
                self.cache.keep(epoch, key, page)
        return page.response(request, self.cache.modified if epoch else 0)


def is_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether an answer is a page of the public site that everybody may see as it is."""
    match = request.resolver_match
    return (
        match is not None
        and match.namespaces == ["reader"]
        and response.status_code == 200
        and isinstance(response, HttpResponse)
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Vary")
    )


def page_of(response: HttpResponse) -> KeptPage:
    """A page to keep, named by its bytes."""
    body = response.content
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return KeptPage(body, headers, f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
