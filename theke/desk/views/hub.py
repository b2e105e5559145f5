"""Settings, health, robots.txt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from theke.desk.doctoring import checks
from theke.desk.tiles import groups_for
from theke.people.access import public, requires, signed_in
from theke.people.models import Person
from theke.people.views.colleagues import library_of

ROBOTS = "User-agent: *\nAllow: /w/\nAllow: /m/\nAllow: /static/\nDisallow: /\n"


@requires("look")
@require_GET
def settings(request: HttpRequest) -> HttpResponse:
    """Everything that is not daily work; on the phone also what has no room in the bar."""
    person = signed_in(request)
    return render(
        request,
        "desk/settings.html",
        {"groups": groups_for(person, library_of(request)), "themes": Person.Theme.choices, "person": person},
    )


@requires("see_health")
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """The same looks as `theke doctor`, at the own library's channels."""
    found = checks(library_of(request))
    return render(request, "desk/health.html", {"checks": found, "well": all(check.ok for check in found)})


@public
@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the library's public pages, nothing else."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
