"""What every screen of the desk that is no list or form of Django's own stands on."""

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.generic import TemplateView

from entries.admin.reviewing_steps import steps_from
from entries.models import Entry, Problem, Projection, PublicState, Revision, WorkState
from entries.services.file_findings import FileFindings, findings_of

_VERBS = ("change", "review", "publish")


def public_label(face: Projection) -> str:
    """What readers see of an entry, in editors' words: a live one whose latest text is not live is being reworked."""
    if face.public_state == PublicState.LIVE and not face.is_live:
        return gettext("เผยแพร่แล้ว กำลังปรับปรุง")
    return str(PublicState(face.public_state).label)


def acting(request: HttpRequest) -> AbstractBaseUser:
    """Who is at the desk; Django's admin has let nobody in who is not logged in."""
    assert isinstance(request.user, AbstractBaseUser)
    return request.user


class EntryScreen(PermissionRequiredMixin, TemplateView):
    """A screen about one entry, which its address names by number.

    `needs` is what the user must be allowed to do: view, change, review or publish. Whoever is not gets 403.
    """

    model_admin: Any = None
    needs = "view"
    heading = ""
    raise_exception = True

    def has_permission(self) -> bool:
        return bool(getattr(self.model_admin, f"has_{self.needs}_permission")(self.request))

    @cached_property
    def face(self) -> Projection:
        """The entry's working face; 404 for an entry that is not there or was set aside."""
        faces = Projection.objects.working().select_related("entry__work", "revision__parent", "revision__merged")
        return get_object_or_404(faces, entry=self.kwargs["entry"])

    @property
    def entry(self) -> Entry:
        """The entry that the screen is about."""
        return self.face.entry

    @property
    def latest(self) -> Revision:
        """The entry's latest revision."""
        return self.face.revision

    @cached_property
    def file_findings(self) -> FileFindings:
        """What reading the entry's latest file found."""
        return findings_of(self.face)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; what its address names is looked up here, not put into the context as a number."""
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_problems = Problem.objects.filter(face=self.face, is_dismissed=False)
        may = {verb: getattr(self.model_admin, f"has_{verb}_permission")(self.request) for verb in _VERBS}
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "face": self.face,
            "entry": self.entry,
            "public_label": public_label(self.face),
            "heading": self.heading,
            "title": f"{self.heading}: {self.face.title}" if self.heading else self.face.title,
            "may_change": may["change"],
            "may_publish": may["publish"],
            "steps": steps_from(self.face.stage, may),
            "work_state": WorkState.objects.filter(revision__entry=self.entry).first(),
            "problem_count": open_problems.count() + len(self.file_findings.open),
            **super().get_context_data(**kwargs),
        }
