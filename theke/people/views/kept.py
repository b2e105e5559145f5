"""After an expired sign-in: the form that was sent meanwhile."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from theke.people.access import requires
from theke.people.keeping import kept


@requires("look")
@require_GET
def resume(request: HttpRequest) -> HttpResponse:
    """Offer the kept form to be sent again."""
    found = kept(request)
    return render(request, "people/kept.html", {"kept": found}) if found else redirect("today")
