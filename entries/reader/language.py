"""The language of a page is decided by its address alone."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class PathLanguageMiddleware(LocaleMiddleware):
    """Django's, without telling caches that pages vary with what the browser prefers: here they never do.

    With the default language at `/` and the others under prefixes, Django itself never looks at that preference.
    """

    def process_response(self, _request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
