"""The door: no page without a mark; each person in their own language and library."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from theke.people.access import may

LANGUAGE_COOKIE = "theke_language"
LANGUAGES = {code for code, _name in settings.LANGUAGES}


class PersonLocaleMiddleware:
    """The language before sign-in: chosen by cookie, else by the browser, else the installation's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
        language = chosen if chosen in LANGUAGES else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or language)
        return response


class PersonSettingsMiddleware:
    """The language and the time zone of whoever is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = request.user
        if not person.is_authenticated or person.library is None:
            return self.get_response(request)
        translation.activate(person.language)
        request.LANGUAGE_CODE = person.language
        with timezone.override(person.library.zone):
            return self.get_response(request)


class DoorMiddleware:
    """Demands sign-in and ability unless the view is marked public. A view without a mark is an error, not a hole."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> HttpResponse | None:
        """Let through, send to sign-in, or refuse."""
        if getattr(view, "is_public", False):
            return None
        ability = getattr(view, "ability", None)
        if ability is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{getattr(view, '__name__', view)} wears neither @public nor @requires"
            )
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may(request.user, ability):
            raise PermissionDenied
        return None
