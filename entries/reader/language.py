"""The language of a page: of the public site as its address says, of the editors' desk as each browser has chosen."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

#: Where the desk is; the cookie with its language goes nowhere else.
DESK = settings.LANGUAGE_COOKIE_PATH


class PathLanguageMiddleware(LocaleMiddleware):
    """Django's, without telling caches that pages vary with what the browser prefers: here they never do.

    With the default language at `/` and the others under prefixes, Django itself never looks at that preference. The
    desk, which has no prefixes, is in the language of the cookie, and without one in the default language.
    """

    def process_request(self, request: HttpRequest) -> None:
        if not request.path_info.startswith(DESK):
            super().process_request(request)
            return
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        translation.activate(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, _request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
