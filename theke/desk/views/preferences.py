"""Language and colours, also before sign-in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from theke.desk.navigation import THEME_COOKIE
from theke.people.access import public, requires, signed_in
from theke.people.middleware import LANGUAGE_COOKIE, LANGUAGES
from theke.people.models import Person

A_YEAR = 365 * 24 * 3600


def _back(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    safe = wanted.isprintable() and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return HttpResponseRedirect(wanted if safe and wanted.startswith("/") else reverse("today"))


def _remember(request: HttpRequest, field: str, cookie: str, value: str) -> HttpResponse:
    if isinstance(request.user, Person):
        setattr(request.user, field, value)
        request.user.save(update_fields=[field])
    response = _back(request)
    response.set_cookie(cookie, value, max_age=A_YEAR, secure=settings.SECURE, httponly=True, samesite="Lax")
    return response


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the desk."""
    chosen = request.POST.get("language", "")
    return _remember(request, "language", LANGUAGE_COOKIE, chosen) if chosen in LANGUAGES else _back(request)


@public
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Choose light, dark, or as the device."""
    chosen = request.POST.get("theme", "")
    return _remember(request, "theme", THEME_COOKIE, chosen) if chosen in Person.Theme.values else _back(request)


@requires("look")
@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Switch the single keys on or off (WCAG 2.1.4)."""
    person = signed_in(request)
    person.keys = request.POST.get("keys") == "on"
    person.save(update_fields=["keys"])
    return _back(request)
