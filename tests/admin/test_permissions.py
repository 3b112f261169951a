"""Who may do what at the desk."""

import pytest
from django.test import Client

from entries.models import Alias, Entry, Publication, Revision
from entries.services.aliases import add_alias
from tests.admin.conftest import Enter, fields, latest, screen
from tests.texts import ANNA, BORIS


@pytest.fixture
def anna(enter: Enter) -> Entry:
    """A public entry with a draft over it."""
    return enter(ANNA, BORIS, live=True)[0]


SCREENS = ("entry_change", "entry_problems", "entry_revisions", "entry_references", "entry_aliases", "entry_filing")


@pytest.mark.parametrize("name", SCREENS)
def test_a_stranger_is_asked_to_log_in(client: Client, anna: Entry, name: str) -> None:
    response = client.get(screen(name, anna.pk))
    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("name", [*SCREENS, "entry_publish", "entry_withdraw"])
def test_staff_without_permission_see_no_entry(client: Client, anna: Entry, name: str, django_user_model: type) -> None:
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(screen(name, anna.pk)).status_code == 403


@pytest.mark.parametrize("name", SCREENS)
def test_who_may_look_sees_every_screen(as_lookout: Client, anna: Entry, name: str) -> None:
    assert as_lookout.get(screen(name, anna.pk)).status_code == 200


def test_who_may_only_look_changes_nothing(as_lookout: Client, anna: Entry) -> None:
    alias = add_alias(anna, "อานนา", by=None)
    revision = latest(anna)
    data = fields(ANNA.replace(authors=("อื่น",)), revision)
    answers = {
        "save": as_lookout.post(screen("entry_change", anna.pk), data).status_code,
        "new": as_lookout.get(screen("entry_add")).status_code,
        "restore": as_lookout.post(screen("entry_restore", anna.pk, revision.pk)).status_code,
        "alias": as_lookout.post(screen("entry_aliases", anna.pk), {"name": "อันน่า"}).status_code,
        "remove": as_lookout.post(screen("entry_remove_alias", anna.pk, alias.pk)).status_code,
        "merge": as_lookout.get(screen("keyword_merge", 1)).status_code,
    }
    assert answers == dict.fromkeys(answers, 403)
    assert (Revision.objects.filter(entry=anna).count(), Alias.objects.count()) == (1, 1)
    page = as_lookout.get(screen("entry_change", anna.pk)).content.decode()
    assert ('<fieldset class="plain" disabled>' in page, 'name="_save"' in page) == (True, False)


def test_an_editor_without_permission_to_publish_has_no_button_and_gets_403(as_wanida: Client, anna: Entry) -> None:
    page = as_wanida.get(screen("entry_change", anna.pk)).content.decode()
    assert 'name="_save"' in page
    assert [screen(name, anna.pk) in page for name in ("entry_publish", "entry_withdraw")] == [False, False]
    listed = as_wanida.get(screen("entry_changelist"))
    assert listed.context["action_form"] is None
    sent = {"revisions": str(latest(anna).pk)}
    answers = [
        as_wanida.get(screen("entry_publish", anna.pk)).status_code,
        as_wanida.get(screen("entry_withdraw", anna.pk)).status_code,
        as_wanida.post(screen("entry_publish_all"), sent).status_code,
        as_wanida.post(screen("entry_withdraw_all"), sent).status_code,
    ]
    assert answers == [403] * 4
    assert Publication.objects.filter(entry=anna, ended=None).count() == 1


def test_who_may_publish_has_the_buttons(as_prasert: Client, anna: Entry) -> None:
    as_prasert.post(screen("entry_change", anna.pk), fields(ANNA.replace(authors=("อื่น",)), latest(anna)))
    page = as_prasert.get(screen("entry_change", anna.pk)).content.decode()
    assert [screen(name, anna.pk) in page for name in ("entry_publish", "entry_withdraw")] == [True, True]
