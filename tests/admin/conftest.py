"""A small encyclopedia and the people of the desk: one who edits, one who publishes too, one who only looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entries.admin.article_form import ArticleForm
from entries.management.groups import make_groups
from entries.models import Conflict, Entry, ImportBatch, Revision, Work
from entries.services.importing import ImportOptions, run_import
from entries.services.publishing import publish
from entries.services.registers import the_work
from entries.services.revising import Change, NewEntry, revise
from entries.text.article import Article
from entries.text.serializer import serialize
from tests.texts import ANNA, BORIS

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


@pytest.fixture
def groups(work: Work) -> None:
    """The groups of a new desk."""
    list(make_groups())


def member(group: str) -> Client:
    """A browser of somebody who has what this group may do, and no more."""
    user = person(group, group)
    user.groups.add(Group.objects.get(name=group))
    return logged_in(user)


@pytest.fixture
def as_editor(groups: None) -> Client:
    """A browser of an editor."""
    return member("บรรณาธิการ")


@pytest.fixture
def as_reviewer(groups: None) -> Client:
    """A browser of a reviewer."""
    return member("ผู้ตรวจ")


@pytest.fixture
def as_importer(groups: None) -> Client:
    """A browser of somebody who looks after imports."""
    return member("ผู้ดูแลระบบนำเข้า")


def bring(folder: Path, *articles: Article, spoilt: bool = False, **options: object) -> ImportBatch:
    """Imports these articles as the files of a folder, named by their headwords, with what is there already."""
    folder.mkdir(exist_ok=True)
    for article in articles:
        (folder / f"{article.headword}.txt").write_text(serialize(article), encoding="utf-8")
    if spoilt:
        (folder / "spoilt.txt").write_bytes(b"\x00\x01")
    report = run_import([folder], ImportOptions(**options), by=None)  # type: ignore[arg-type]
    return ImportBatch.objects.get(pk=report.batch)


def edit(entry: Entry, article: Article) -> Revision:
    """An editor's change of the whole text."""
    result = revise([Change(entry, article, base=latest(entry))], by=None)[0]
    assert result.revision is not None
    return result.revision


@pytest.fixture
def conflict(work: Work, tmp_path: Path) -> Conflict:
    """What is left of an import over an editor's work on the same paragraph."""
    bring(tmp_path / "files", ANNA, BORIS)
    edit(
        Entry.objects.get(slug="alpha-anna"),
        ANNA.replace(paragraphs=("ความนำที่บรรณาธิการเขียน", *ANNA.paragraphs[1:])),
    )
    bring(tmp_path / "files", ANNA.replace(paragraphs=("ความนำที่แฟ้มใหม่เขียน", *ANNA.paragraphs[1:])))
    return Conflict.objects.get()


def queries(client: Client, address: str) -> int:
    """How many queries a page asks."""
    client.get(address)  # what is asked once a session is asked here
    with CaptureQueriesContext(connection) as context:
        assert client.get(address).status_code == 200
    return len(context)
