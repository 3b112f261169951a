"""/api/v1/search and /api/v1/suggest: what the pages of search show, as JSON."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from entries.services import searching

_THAI = {"ensure_ascii": False}


@require_safe
def search(request: HttpRequest) -> JsonResponse:
    """Results of `q`, `page` by page.

    With `after`, the slug of the last result of the page before, a page beyond the shortlist is as fast as the first.
    """
    page, after = request.GET.get("page", "1"), request.GET.get("after", "")
    number = int(page) if page.isdecimal() and len(page) < 7 else 1
    found = searching.search(request.GET.get("q", ""), page=number, after=after)
    return JsonResponse(searching.as_json(found), json_dumps_params=_THAI)


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Suggestions for what has been typed of `q`."""
    found = searching.suggest(request.GET.get("q", ""))
    results = [searching.suggestion_json(one) for one in found]
    return JsonResponse({"results": results, "total": len(results), "did_you_mean": []}, json_dumps_params=_THAI)
