"""The guideline to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from theke.guidelines.points import POINTS
from theke.guidelines.rules.table import TABLE
from theke.people.access import requires


@require_GET
@requires("look")
def points(request: HttpRequest) -> HttpResponse:
    """All points with the checks that serve them; findings link to their anchors (A13)."""
    shown = [
        {
            "anchor": point.anchor,
            "title": _(point.title),
            "text": _(point.text),
            "checks": [{"title": _(entry.title), "severity": entry.severity} for entry in TABLE if entry.point == point.anchor],
        }
        for point in POINTS
    ]
    return render(request, "guidelines/points.html", {"points": shown})
