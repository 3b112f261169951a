"""The groups of a new desk: made once, and from then on as people want them."""

from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from entries.management.groups import GROUPS
from tests.admin.conftest import Enter
from tests.texts import ANNA


def test_groups_are_made_with_what_they_may_do(enter: Enter) -> None:
    enter(ANNA)
    call_command("bootstrap")
    found = {
        group.name: frozenset(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()
    }
    assert found == GROUPS


def test_what_people_made_of_a_group_stays(groups: None, enter: Enter) -> None:
    enter(ANNA)
    editors = Group.objects.get(name="บรรณาธิการ")
    editors.permissions.set(Permission.objects.filter(codename="view_entry"))
    Group.objects.get(name="ผู้ตรวจ").delete()
    call_command("bootstrap")
    assert list(editors.permissions.values_list("codename", flat=True)) == ["view_entry"]
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS)
