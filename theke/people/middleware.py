"""The door: no page without a mark; each person in their own language and library."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from theke.people.access import may
from theke.people.keeping import keep

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
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)  # a visitor: the session is not touched, so that public pages can be cached
        person = request.user
        if not person.is_authenticated or person.library is None:
            return self.get_response(request)
        translation.activate(person.language)
        request.LANGUAGE_CODE = person.language
        with timezone.override(person.library.zone):
            return self.get_response(request)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to sign-in and back. A form that was sent meanwhile is kept; htmx is told, so that the page can say it."""
    if request.headers.get("HX-Request"):
        return HttpResponse(_("Your sign-in has run out."), status=401)
    if request.method in {"GET", "HEAD"}:
        return redirect_to_login(request.get_full_path())
    return redirect_to_login(reverse("people:kept" if keep(request) else "today"))


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
            return to_sign_in(request)
        if not may(request.user, ability):
            raise PermissionDenied
        return None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to sign-in, with the page the person was on as the way back.

    A part of a page that is asked for by script gets 401: the page stays as it is, with what was typed on it.
    """
    if "HX-Request" in request.headers or request.headers.get("X-Requested-With"):
        return HttpResponse(status=401)
    if request.method in {"GET", "HEAD"}:
        return redirect_to_login(request.get_full_path())
    came_from = urlsplit(request.headers.get("Referer", ""))
    same = came_from.netloc == request.get_host()
    return redirect_to_login(came_from.path if same and came_from.path else "/")
