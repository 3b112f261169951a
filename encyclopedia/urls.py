"""Addresses: the editors' desk at /admin/, the public site in Thai at / and in English at /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/language/", set_language, name="desk_language"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("entries.api.urls")),
    path("", include("entries.reader.machines")),
    *i18n_patterns(path("", include("entries.reader.urls")), prefix_default_language=False),
]
