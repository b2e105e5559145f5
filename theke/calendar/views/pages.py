"""Week, month, list and day."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from theke.calendar.forms import FilterForm
from theke.calendar.narrowing import NAMES, Filters
from theke.calendar.showing import legend, page_of
from theke.calendar.spanning import LOOKS, Span, day_of
from theke.people.access import may, requires, signed_in
from theke.people.remembering import recall
from theke.people.views.colleagues import library_of
from theke.ui.icons import svg

TABS = {"week": gettext_lazy("Week"), "month": gettext_lazy("Month"), "list": gettext_lazy("List")}


def filters_of(request: HttpRequest) -> Filters:
    """The filters of this request, else the ones last chosen."""
    return Filters.read(recall(request, "calendar", NAMES), library_of(request))


@require_GET
@requires("look")
def calendar(request: HttpRequest, look: str, day: date | None = None) -> HttpResponse:
    """The calendar around a day, today's by default. Asked by a script: only the part that changes."""
    person, library, now = signed_in(request), library_of(request), timezone.now()
    today = library.local(now).date()
    span = Span(look, day or today, today)
    filters = filters_of(request)
    context: dict[str, Any] = {
        "page": page_of(person, library, span, filters, now, on_paper="paper" in request.GET),
        "span": span,
        "filters": filters,
        "legend": legend(),
        "tabs": TABS.items(),
        "library": library,
        "may_manage": may(person, "manage_slots"),
        "dots": svg("ellipsis-vertical"),
        "here": reverse(f"calendar:{look}", args=[span.day]),
    }
    part = "calendar/parts/shown.html" if "HX-Request" in request.headers else "calendar/page.html"
    answer = render(request, part, context)
    answer["Vary"] = "HX-Request"  # the browser must not show the part where it goes back to the page
    return answer


@require_GET
@requires("look")
def jump(request: HttpRequest) -> HttpResponse:
    """To a day that was entered."""
    look = request.GET.get("look", "")
    look = look if look in LOOKS else "week"
    try:
        return redirect(f"calendar:{look}", day_of(request.GET.get("day", "")))
    except ValueError:
        messages.error(request, _("Enter a date."))
        return redirect(f"calendar:{look}")


@require_GET
@requires("look")
def filters(request: HttpRequest) -> HttpResponse:
    """Everything that the calendar can be narrowed down to."""
    look = request.GET.get("look", "")
    look = look if look in LOOKS else "week"
    try:
        back = reverse(f"calendar:{look}", args=[day_of(request.GET.get("day", ""))])
    except ValueError:
        back = reverse(f"calendar:{look}")
    form = FilterForm(library_of(request), filters_of(request).chosen)
    part = "calendar/parts/filters.html" if "HX-Request" in request.headers else "calendar/filters.html"
    return render(request, part, {"form": form, "back": back})
