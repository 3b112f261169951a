"""Addresses of the public site, the same in Thai and, under /en/, in English. Slugs may hold Thai."""

from django.urls import path, register_converter
from django.views.generic import RedirectView

from entries.reader import (
    authors,
    chronology,
    entries,
    home,
    homonyms,
    indexes,
    keywords,
    kinds,
    neighbours,
    one_year,
    search,
    versions,
)
from entries.reader.converters import LetterConverter, SlugConverter, YearListConverter

register_converter(SlugConverter, "name")
register_converter(LetterConverter, "letter")
register_converter(YearListConverter, "year_list")

app_name = "reader"

urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("index/", indexes.IndexView.as_view(), name="index"),
    path("index/<letter:letter>/", indexes.LetterView.as_view(), name="letter"),
    path("index/keywords/", keywords.KeywordsView.as_view(), name="keywords"),
    path("index/keywords/<letter:letter>/", keywords.KeywordLetterView.as_view(), name="keyword-letter"),
    path("entries/", RedirectView.as_view(pattern_name="reader:index", permanent=True)),
    path("entries/<name:slug>/", entries.EntryView.as_view(), name="entry"),
    path("entries/<name:slug>/referring/", entries.ReferringView.as_view(), name="referring"),
    path("entries/<name:slug>/preview/", entries.PreviewView.as_view(), name="preview"),
    path("entries/<name:slug>/versions/<int:number>/", versions.VersionView.as_view(), name="version"),
    path("entries/<name:slug>/neighbours/", neighbours.NeighboursView.as_view(), name="neighbours"),
    path("homonyms/<str:key>/", homonyms.HomonymsView.as_view(), name="homonyms"),
    path("e/<name:uid>/", entries.permanent, name="permanent"),
    path("random/", entries.random_entry, name="random"),
    path("timeline/", chronology.TimelineView.as_view(), name="timeline"),
    path("timeline/<int:first>-<int:last>/", chronology.TimelineView.as_view(), name="timeline-window"),
    path("years/<int:year>/", one_year.YearView.as_view(), name="year"),
    path("years/<int:year>/<year_list:which>/", one_year.YearListView.as_view(), name="year-list"),
    path("kinds/", kinds.KindsView.as_view(), name="kinds"),
    path("kinds/<name:kind>/", kinds.KindView.as_view(), name="kind"),
    path("keywords/", RedirectView.as_view(pattern_name="reader:keywords", permanent=True)),
    path("keywords/<name:slug>/", keywords.KeywordView.as_view(), name="keyword"),
    path("authors/", authors.AuthorsView.as_view(), name="authors"),
    path("authors/<name:slug>/", authors.AuthorView.as_view(), name="author"),
]
