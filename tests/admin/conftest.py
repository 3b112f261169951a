"""A small encyclopedia and the people of the desk: one who edits, one who publishes too, one who only looks."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Permission
from django.test import Client
from django.urls import reverse

from entries.admin.article_form import ArticleForm
from entries.models import Entry, Revision, Work
from entries.services.publishing import publish
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article

Enter = Callable[..., list[Entry]]
Login = Callable[..., Client]

EDITS = [f"{verb}_{name}" for name in ("entry", "keyword", "author", "alias") for verb in ("view", "change")]
LOOKS = [f"view_{name}" for name in ("entry", "keyword", "author", "alias", "work", "importbatch", "conflict")]


def person(username: str, first_name: str, *permissions: str) -> AbstractUser:
    """Somebody who may use the desk, with these permissions of the app."""
    user = get_user_model().objects.create_user(username, password="รหัสผ่าน", first_name=first_name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions, content_type__app_label="entries"))
    return user


@pytest.fixture
def work(db: None) -> Work:
    """The encyclopedia."""
    return the_work()


@pytest.fixture
def wanida(work: Work) -> AbstractUser:
    """She edits, and may not publish."""
    return person("wanida", "วนิดา", "add_entry", *EDITS)


@pytest.fixture
def prasert(work: Work) -> AbstractUser:
    """He edits and publishes."""
    return person("prasert", "ประเสริฐ", "add_entry", "publish_entry", *EDITS, *LOOKS)


@pytest.fixture
def lookout(work: Work) -> AbstractUser:
    """Somebody who may only look."""
    return person("lookout", "ผู้ชม", *LOOKS)


@pytest.fixture
def enter(work: Work) -> Enter:
    """Makes entries of articles, public where that is asked for."""

    def make(*articles: Article, live: bool = False) -> list[Entry]:
        results = revise([Change(None, article, new=NewEntry(work)) for article in articles], by=None)
        if live:
            publish([result.latest for result in results if result.latest], by=None)
        return [result.entry for result in results if result.entry]

    return make


@pytest.fixture
def as_wanida(wanida: AbstractUser) -> Client:
    """A browser in which Wanida is logged in."""
    return logged_in(wanida)


@pytest.fixture
def as_prasert(prasert: AbstractUser) -> Client:
    """A browser in which Prasert is logged in."""
    return logged_in(prasert)


@pytest.fixture
def as_lookout(lookout: AbstractUser) -> Client:
    """A browser of somebody who may only look."""
    return logged_in(lookout)


def logged_in(user: AbstractUser) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(user)
    return client


def screen(name: str, *numbers: int) -> str:
    """The address of a screen of the desk ("entry_change")."""
    return reverse(f"admin:entries_{name}", args=numbers)


def latest(entry: Entry) -> Revision:
    """The entry's latest revision."""
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def fields(article: Article, base: Revision | None, /, **others: str) -> dict[str, str]:
    """What a browser sends for a form that holds this article: fields joined, line breaks as CRLF."""
    form = ArticleForm.of(article, base=base.pk if base else None)
    data = {name: form[name].value() for name in form.fields}
    for extra in form.extras:
        data |= {f"{extra.prefix}-{name}": extra[name].value() for name in extra.fields}
    management = form.extras.management_form
    data |= {f"{management.prefix}-{name}": management[name].value() for name in management.fields}
    return {
        name: str(value if value is not None else "").replace("\n", "\r\n") for name, value in data.items()
    } | others
