"""What machines ask for: robots.txt, sitemaps, whether the site is well."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db import DatabaseError, connection
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse

from entries.models import Author, Keyword, Publication
from entries.reader.authors import live_authors
from entries.reader.keywords import live_keywords


class PublicSitemap(Sitemap):  # type: ignore[type-arg]
    """Pages in both languages of the interface, each naming the other."""

    i18n = True
    alternates = True
    x_default = True
    limit = 10_000


class EntrySitemap(PublicSitemap):
    """Every live entry, changed when its live version began."""

    def items(self) -> QuerySet[Publication]:
        return Publication.objects.filter(ended=None).select_related("entry").order_by("entry_id")

    def location(self, item: Publication) -> str:
        return reverse("reader:entry", args=[item.entry.slug])

    def lastmod(self, item: Publication) -> datetime:
        return item.began

    def get_latest_lastmod(self) -> datetime | None:
        latest: datetime | None = self.items().aggregate(latest=Max("began"))["latest"]
        return latest


class KeywordSitemap(PublicSitemap):
    """Every keyword that a live entry uses."""

    def items(self) -> QuerySet[Keyword]:
        return live_keywords().order_by("pk")


class AuthorSitemap(PublicSitemap):
    """Every author of a live entry."""

    def items(self) -> QuerySet[Author]:
        return live_authors().order_by("pk")


class PageSitemap(PublicSitemap):
    """The pages that lead to the others."""

    def items(self) -> list[str]:
        return ["home", "index", "keywords", "authors", "kinds", "timeline"]

    def location(self, item: str) -> str:
        return reverse(f"reader:{item}")


SECTIONS = {"pages": PageSitemap, "entries": EntrySitemap, "keywords": KeywordSitemap, "authors": AuthorSitemap}


def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: all of the public site may be read but results, of which there is no end; and where its map is."""
    closed = ("/admin/", "/search/", "/en/search/")
    lines = ["User-agent: *", *(f"Disallow: {one}" for one in closed), ""]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def healthz(_request: HttpRequest) -> HttpResponse:
    """200 where the site can reach its database, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type="text/plain")
    response = HttpResponse("ok\n", content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return response


def favicon(_request: HttpRequest) -> HttpResponse:
    """For what asks for the icon without reading the page."""
    return redirect(static("entries/favicon.svg"))


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", index, {"sitemaps": SECTIONS, "sitemap_url_name": "sitemap-section"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SECTIONS}, name="sitemap-section"),
    path("favicon.ico", favicon, name="favicon"),
    path("healthz", healthz, name="healthz"),
]
