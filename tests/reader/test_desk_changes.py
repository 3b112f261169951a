"""What is changed at the desk is what readers see the moment after, though their pages are kept."""

from collections.abc import Mapping, Sequence

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import resolve, reverse

from entries.models import Author, Entry, Epoch, HonorificRow, Keyword, Work
from entries.services.registers import save_work
from tests.reader.conftest import Enter, Prose, html_of, main_of, without_spans
from tests.texts import ANNA, BORIS, article

ENTRY = "/entries/alpha-anna/"
ROUND = article("Beta, Bob", "นายบ็อบ บีตา", keywords=("บีต้า, บอริส",))


@pytest.fixture
def entries(enter: Enter) -> list[Entry]:
    """Live entries; the last one writes a keyword otherwise."""
    return enter(ANNA, BORIS, ROUND)


def send(desk: Client, screen: str, data: Mapping[str, str], *args: object) -> None:
    """Sends a form of the desk, which accepts it."""
    response = desk.post(reverse(f"admin:entries_{screen}", args=args), data)
    assert response.status_code == 302, response.content.decode()


def change(desk: Client, screen: str, data: Mapping[str, str], row: object) -> None:
    """Changes what a form of the desk shows of a row, in these fields alone."""
    address = reverse(f"admin:entries_{screen}_change", args=[row.pk])  # type: ignore[attr-defined]
    form = desk.get(address).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    response = desk.post(address, {**{name: value or "" for name, value in shown.items()}, **data})
    assert response.status_code == 302, response.content.decode()


def seen(client: Client, words: str, addresses: Sequence[str]) -> dict[str, bool]:
    """Which of these pages have these words."""
    return {address: words in html_of(client, address) for address in addresses}


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    ("field", "words"), [("title", "สารานุกรมสมมุติ"), ("publisher", "สำนักพิมพ์สมมุติ"), ("rights", "ใช้ได้โดยเสรี")]
)
def test_what_a_work_says_of_itself(client: Client, admin_client: Client, field: str, words: str) -> None:
    addresses = ("/", ENTRY, ENTRY + "versions/1/", "/index/")
    assert not any(seen(client, words, addresses).values())
    change(admin_client, "work", {field: words}, Work.objects.get())
    assert all(seen(client, words, addresses).values())


@pytest.mark.usefixtures("entries")
def test_who_an_author_is(client: Client, admin_client: Client) -> None:
    author = Author.objects.get()
    addresses = (ENTRY, "/authors/", f"/authors/{author.slug}/")
    assert not any(seen(client, "ราชบัณฑิต", addresses).values())
    change(admin_client, "author", {"about": "ราชบัณฑิต"}, author)
    assert all(seen(client, "ราชบัณฑิต", addresses).values())


@pytest.mark.usefixtures("entries")
def test_two_keywords_that_are_one(client: Client, admin_client: Client) -> None:
    source, into = Keyword.objects.get(label="บีต้า, บอริส"), Keyword.objects.get(label="บีตา, บอริส")
    address = f"/keywords/{into.slug}/"
    assert "บีตา, บ็อบ" not in main_of(html_of(client, address))
    send(admin_client, "keyword_merge", {"into": str(into.pk)}, source.pk)
    assert "บีตา, บ็อบ" in main_of(html_of(client, address))
    assert client.get(f"/keywords/{source.slug}/")["Location"] == into.get_absolute_url()


@pytest.mark.usefixtures("entries")
def test_the_form_under_which_a_keyword_is_shown(client: Client, admin_client: Client) -> None:
    source, into = Keyword.objects.get(label="บีต้า, บอริส"), Keyword.objects.get(label="บีตา, บอริส")
    send(admin_client, "keyword_merge", {"into": str(into.pk)}, source.pk)
    address = f"/keywords/{into.slug}/"
    assert " บีตา, บอริส</h1>" in without_spans(html_of(client, address))
    change(admin_client, "keyword", {"preferred": "บีต้า, บอริส"}, into)
    assert " บีต้า, บอริส</h1>" in without_spans(html_of(client, address))


@pytest.mark.usefixtures("entries")
def test_an_honorific_comes_and_goes(client: Client, admin_client: Client, enter: Enter) -> None:
    enter(article("Zeta, Zoe", "ครูโซอี ซีตา"))
    before = main_of(html_of(client, "/index/ซ/"))
    send(admin_client, "honorificrow_add", {"word": "ครู", "kind": "title", "unless": ""})
    assert ("ซีตา, ครูโซอี" in before, "ซีตา, โซอี" in html_of(client, "/index/ซ/")) == (True, True)
    send(admin_client, "honorificrow_delete", {"post": "yes"}, HonorificRow.objects.get().pk)
    assert main_of(html_of(client, "/index/ซ/")) == before


@pytest.mark.usefixtures("entries")
def test_what_a_kind_is_called(client: Client, admin_client: Client) -> None:
    assert "ผู้คนในประวัติศาสตร์" not in html_of(client, "/kinds/")
    address = reverse("admin:entries_kindrow_add")
    form = admin_client.get(address, {"slug": "person"}).context["adminform"].form
    fields = {name: form.fields[name].prepare_value(form[name].value()) for name in form.fields}
    send(admin_client, "kindrow_add", fields | {"name": "ผู้คนในประวัติศาสตร์"})
    assert seen(client, "ผู้คนในประวัติศาสตร์", ("/kinds/", "/kinds/person/")) == {"/kinds/": True, "/kinds/person/": True}


def test_another_name_makes_links_and_unmakes_them(client: Client, admin_client: Client, enter: Enter) -> None:
    _anna, elder = enter(ANNA, article("Beta, Boris the Elder", "นายบีตาผู้พี่", "ผู้พี่"))
    link = ("/entries/beta-boris-the-elder/", "บอริส บีตา")
    assert Prose(html_of(client, ENTRY)).links == []
    send(admin_client, "entry_aliases", {"name": "บอริส บีตา"}, elder.pk)
    assert Prose(html_of(client, ENTRY)).links == [link]
    send(admin_client, "entry_remove_alias", {}, elder.pk, elder.aliases.get().pk)
    assert Prose(html_of(client, ENTRY)).links == []


def test_every_form_of_the_desk_that_saves_by_itself_ends_the_epoch(admin_user: User, rf: RequestFactory) -> None:
    """Django's own way of saving tells nobody: only what is saved on screens of its own, or never, may have it."""
    request: HttpRequest = rf.get("/")
    request.user = admin_user
    own = {
        model.__name__: model_admin
        for model, model_admin in admin.site._registry.items()
        if model._meta.app_label == "entries" and model_admin.has_change_permission(request)
    }
    silent = {name for name, each in own.items() if type(each).save_model is admin.ModelAdmin.save_model}
    screens = {name: resolve(reverse(f"admin:entries_{name.lower()}_change", args=["1"])).url_name for name in silent}
    assert screens == {
        "Conflict": "entries_conflict_settle",
        "Entry": "entries_entry_change",
        "FailedQuery": "entries_failedquery_change",  # readers see nothing of it
        "ImportedFile": "entries_importedfile_decide",
    }
    assert type(own["Entry"]).change_view is not admin.ModelAdmin.change_view
    deleting = {name for name, each in own.items() if each.has_delete_permission(request)}
    assert {name for name in deleting if type(own[name]).delete_model is admin.ModelAdmin.delete_model} == set()
    assert {name for name in deleting if own[name].actions is not None} == set()


def test_saving_a_work_begins_an_epoch(work: Work) -> None:
    save_work(work)
    before = Epoch.objects.get().token
    save_work(work)
    assert Epoch.objects.get().token != before
