"""The one box."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from theke.people.access import requires, signed_in
from theke.search.finding import KINDS, recent
from theke.search.finding import find as find_things

LONGEST = 200
IN_THE_BOX = 5
ON_THE_PAGE = 30


@requires("look")
@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """What was found: a list for the box, or the page with its filters."""
    person, typed = signed_in(request), request.GET.get("q", "")[:LONGEST].replace("\0", "")
    if "HX-Request" in request.headers:
        groups = find_things(person, typed, most=IN_THE_BOX) if typed.strip() else recent(person)
        return render(request, "search/parts/options.html", {"groups": groups, "typed": typed})
    kind, mine = request.GET.get("in", ""), request.GET.get("of") == "mine"
    kinds = [kind] if kind in KINDS else list(KINDS)
    groups = find_things(person, typed, kinds=kinds, most=ON_THE_PAGE if kind in KINDS else IN_THE_BOX, mine=mine)
    context = {"typed": typed, "kind": kind if kind in KINDS else "", "mine": mine, "kinds": KINDS.items(), "groups": groups}
    return render(request, "search/find.html", context | {"recent": [] if typed.strip() else recent(person)})
