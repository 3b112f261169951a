"""Kept pages: right the moment something is published, whatever was asked for before."""

import gzip
from collections.abc import Callable
from email.utils import formatdate

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from entries.models import Epoch, Work
from entries.reader.caching import KeptPage, PageCache, PageCacheMiddleware
from entries.services.aliases import add_alias
from entries.services.locking import begin_epoch
from entries.services.publishing import withdraw
from tests.reader.conftest import Edit, Enter
from tests.texts import ANNA, BORIS, GAMMA, article

ADDRESS = "/entries/alpha-anna/"


def test_a_kept_page_costs_one_query(client: Client, enter: Enter) -> None:
    enter(ANNA, BORIS, GAMMA)
    first = client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        second = client.get(ADDRESS)
    assert len(queries) == 1
    assert second.content == first.content
    assert second.headers == first.headers


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_head_is_answered_with_the_headers_of_the_page_alone(accepted: str) -> None:
    page = KeptPage("ก".encode() * 100, {"Content-Type": "text/html"}, 'W/"a"')
    ask = RequestFactory(headers={"accept-encoding": accepted})
    whole, alone = page.response(ask.get(ADDRESS), 0), page.response(ask.head(ADDRESS), 0)
    assert alone.headers == whole.headers
    assert (len(whole.content), alone.content) == (int(whole["Content-Length"]), b"")


def tag(client: Client, address: str = ADDRESS) -> str:
    """The tag of a page, which answers 304 to its own."""
    response = client.get(address)
    assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304
    return str(response["ETag"])


def test_a_page_changes_with_the_title_of_what_it_links(client: Client, enter: Enter, edit: Edit) -> None:
    see = article("Anna the Red", "อันนาแดง", see="Alpha, Anna", ce=(), authors=())
    anna, _see = enter(ANNA, see)
    before = tag(client, "/entries/anna-the-red/")
    edit(anna, ANNA.replace(thai_titles=("นางอันนา อัลฟาผู้กล้า",)), live=True)
    response = client.get("/entries/anna-the-red/", headers={"if-none-match": before})
    assert response.status_code == 200
    assert "นางอันนา อัลฟาผู้กล้า" in response.content.decode()


def test_every_change_that_readers_see_is_seen_at_once(client: Client, enter: Enter, edit: Edit) -> None:
    anna, _boris = enter(ANNA, BORIS)
    tags = [tag(client)]
    changes: list[Callable[[], object]] = [
        lambda: enter(GAMMA),
        lambda: edit(anna, ANNA.replace(keywords=("คำใหม่",)), live=True),
        lambda: enter(article("Zeta", "ซีตา", "กล่าวถึงอันนา อัลฟา (Anna Alpha)*")),
        lambda: withdraw([_boris], by=None),
        lambda: enter(article("Beta the Second", "บีตาที่ ๒", "ผู้สืบทอด")),
    ]
    for change in changes[:4]:
        change()
        tags.append(tag(client))
    (second,) = changes[4]()  # type: ignore[misc]
    add_alias(second, "บอริส บีตา", by=None)
    tags.append(tag(client))
    assert len(set(tags)) == len(tags)


def test_a_draft_leaves_kept_pages_alone(client: Client, enter: Enter, edit: Edit) -> None:
    (anna,) = enter(ANNA)
    tag(client)
    epoch = Epoch.objects.get()
    edit(anna, ANNA.replace(keywords=("ร่าง",)))
    enter(BORIS, live=False)
    assert Epoch.objects.get().token == epoch.token


def test_without_an_epoch_nothing_is_kept(client: Client, enter: Enter) -> None:
    enter(ANNA)
    Epoch.objects.all().delete()
    before = client.get(ADDRESS)["ETag"]
    Work.objects.update(title="ชื่อใหม่")
    assert client.get(ADDRESS)["ETag"] != before
    begin_epoch()
    begin_epoch()
    assert Epoch.objects.count() == 1


def test_a_page_goes_out_compressed_where_that_is_understood(client: Client, enter: Enter) -> None:
    enter(ANNA)
    plain = client.get(ADDRESS)
    zipped = client.get(ADDRESS, headers={"accept-encoding": "gzip, br"})
    assert gzip.decompress(zipped.content) == plain.content
    assert zipped["Content-Encoding"] == "gzip"
    assert (zipped["Content-Length"], plain["Content-Length"]) == (str(len(zipped.content)), str(len(plain.content)))
    assert plain["Cache-Control"] == zipped["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("address", ["/nothing/", "/random/", "/healthz", "/robots.txt", "/admin/login/"])
def test_what_is_no_page_of_the_site_is_not_kept(client: Client, enter: Enter, address: str) -> None:
    enter(ANNA)
    assert not client.get(address).has_header("ETag")


class Clock:
    """A clock that is set by hand."""

    now = 1_000_000.25

    def __call__(self) -> float:
        return self.now


def test_last_modified_never_says_too_early() -> None:
    clock = Clock()
    cache = PageCache(clock=clock)
    cache.enter("one")
    told = [cache.modified]
    clock.now += 1.5
    told.append(cache.modified)
    clock.now += 0.5
    told.append(cache.modified)
    cache.enter("two")
    told.append(cache.modified)
    clock.now += 60
    told.append(cache.modified)
    assert told == [0, 0, 1_000_000, 0, 1_000_002]


def test_etag_and_time_are_right_when_a_linked_title_changes(enter: Enter, edit: Edit, rf: RequestFactory) -> None:
    """Whatever the way in which a page shows another's title: see, referred to by, homonyms, see also, a list."""
    see = article("Anna the Red", "อันนาแดง", see="Alpha, Anna", ce=(), authors=())
    namesake = ANNA.replace(headwords=("Alpha, Anna Maria",), paragraphs=("อันนาผู้เยาว์",))
    _see, anna, _younger, _boris = enter(see, ANNA, namesake, BORIS)
    clock = Clock()
    middleware = PageCacheMiddleware(public_page)
    middleware.cache = PageCache(clock=clock)
    addresses = (
        "/entries/anna-the-red/",
        "/entries/alpha-anna-maria/",
        "/entries/beta-boris/",
        "/index/อ/",
        "/kinds/person/",
    )

    def get(address: str, **headers: str) -> HttpResponseBase:
        return middleware(rf.get(address, headers=headers))

    for address in addresses:
        get(address)
    clock.now += 10
    before = {address: get(address).headers for address in addresses}
    for address, headers in before.items():
        assert get(address, **{"if-none-match": headers["ETag"]}).status_code == 304
        assert get(address, **{"if-modified-since": headers["Last-Modified"]}).status_code == 304
    edit(anna, ANNA.replace(thai_titles=("นางอันนา อัลฟาผู้กล้า", "นางอันนา อัลฟา")), live=True)
    for wait in (0, 1, 60):
        clock.now += wait
        for address, headers in before.items():
            for known in ({"if-none-match": headers["ETag"]}, {"if-modified-since": headers["Last-Modified"]}):
                response = get(address, **known)
                assert response.status_code == 200, (address, known)
                assert isinstance(response, HttpResponse)
                assert "ผู้กล้า" in response.content.decode(), address


def public_page(request: HttpRequest) -> HttpResponseBase:
    """The page of a request, made by its view."""
    request.resolver_match = match = resolve(request.path)
    response = match.func(request, *match.args, **match.kwargs)
    assert isinstance(response, TemplateResponse)
    return response.render()


def test_a_browser_that_knows_only_a_time_is_answered_by_it(rf: object) -> None:
    page = KeptPage(b"text", {"Content-Type": "text/html"}, 'W/"a"')
    asked = lambda when: rf.get("/", headers={"if-modified-since": formatdate(when, usegmt=True)})  # type: ignore[attr-defined]  # noqa: E731
    assert page.response(asked(100), 100).status_code == 304
    assert page.response(asked(99), 100).status_code == 200
    assert page.response(asked(100), 0).status_code == 200


def test_old_pages_make_room() -> None:
    cache = PageCache(budget=100)
    cache.enter("one")
    for number in range(6):
        cache.keep("one", ("http", "host", f"/{number}/", "GET"), KeptPage(b"x" * 20, {}, ""))
    assert [key[2] for key in cache.pages] == ["/1/", "/2/", "/3/", "/4/", "/5/"]
    cache.keep("another", ("http", "host", "/6/", "GET"), KeptPage(b"x", {}, ""))
    assert len(cache.pages) == 5
    cache.enter("two")
    assert (cache.pages, cache.size) == ({}, 0)
