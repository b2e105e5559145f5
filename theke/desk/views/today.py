"""Today: what waits, what goes out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from theke.people.access import requires


@requires("look")
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """The first page of the day."""
    return render(request, "desk/today.html")
