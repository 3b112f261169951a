"""Addresses: the editors' desk at /admin/, the public site in Thai at / and in English at /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("entries.api.urls")),
    path("", include("entries.reader.machines")),
    *i18n_patterns(path("", include("entries.reader.urls")), prefix_default_language=False),
]
