"""Entries to offer an editor who is still typing in a field that finds or names one."""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, JsonResponse
from django.views.generic import View

from entries.services.searching import suggest_working, suggestion_json


class Suggest(PermissionRequiredMixin, View):
    """Suggestions over working texts, as the public ones are given, each with the entry's number as `id`."""

    model_admin: Any = None
    raise_exception = True
    http_method_names = ["get"]

    def has_permission(self) -> bool:
        return bool(self.model_admin.has_view_permission(self.request))

    def get(self, request: HttpRequest) -> JsonResponse:
        """Suggestions for what has been typed of `q`."""
        found = suggest_working(request.GET.get("q", ""))
        results = [{**suggestion_json(one), "id": one.face.entry_id} for one in found]
        return JsonResponse({"results": results, "total": len(results), "did_you_mean": []})
