"""Addresses of the public JSON API."""

from django.urls import path

from entries.api import search

app_name = "api"

urlpatterns = [
    path("search", search.search, name="search"),
    path("suggest", search.suggest, name="suggest"),
]
