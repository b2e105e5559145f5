"""Closing days of the library and its branches."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from theke.people.access import may, requires, signed_in
from theke.people.closings import close, missing_holidays, reopen, spans
from theke.people.forms import ClosingForm
from theke.people.models import Closing, Library
from theke.people.views.colleagues import library_of
from theke.ui.picking import key_in
from theke.ui.undoing import offer

SHOWN = 800
"""Days; more than two years of a library with many branches."""


def _years(today: date) -> list[int]:
    return [today.year, today.year + 1]


def _page(request: HttpRequest, form: ClosingForm, library: Library) -> HttpResponse:
    today = timezone.localdate()
    found = Closing.objects.filter(library=library, day__gte=today).select_related("branch")[:SHOWN]
    manages = may(signed_in(request), "manage_library")
    missing = [(year, missing_holidays(library, year, today)) for year in _years(today)] if manages else []
    context = {
        "form": form if manages else None,
        "spans": spans(found),
        "missing": [(year, list(days.items())) for year, days in missing if days],
        "knows_land": bool(library.jurisdiction),
    }
    return render(request, "people/closings.html", context)


@requires("look")
@require_http_methods(["GET"])
def closings(request: HttpRequest) -> HttpResponse:
    """The closing days to come, and how to enter some."""
    library = library_of(request)
    return _page(request, ClosingForm(library=library), library)


@requires("manage_library")
@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Enter a day or a span."""
    library = library_of(request)
    form = ClosingForm(request.POST, library=library)
    if not form.is_valid():
        return _page(request, form, library)
    keys = close(library, form.days, branch=form.cleaned_data["branch"], by=signed_in(request))
    return _entered(request, keys)


@requires("manage_library")
@require_POST
def holidays(request: HttpRequest) -> HttpResponse:
    """Enter the holidays of a year for the whole library."""
    library, today = library_of(request), timezone.localdate()
    wanted = request.POST.get("year", "")
    year = next((year for year in _years(today) if str(year) == wanted), None)
    keys = close(library, missing_holidays(library, year, today), branch=None, by=signed_in(request)) if year else []
    return _entered(request, keys)


def _entered(request: HttpRequest, keys: list[int]) -> HttpResponse:
    if keys:
        words = ngettext("%(n)d closing day entered.", "%(n)d closing days entered.", len(keys)) % {"n": len(keys)}
        offer(request, words, reverse("people:remove_closings"), day=keys)
    else:
        messages.info(request, _("These days were entered already."))
    return redirect("people:closings")


@requires("manage_library")
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Take days out; a span that belonged together can be brought back."""
    keys = [key for key in map(key_in, request.POST.getlist("day")[:SHOWN]) if key]
    gone = reopen(library_of(request), keys, by=signed_in(request))
    found = spans(gone)
    if len(found) == 1:
        again = {"first": found[0].first.isoformat(), "last": found[0].last.isoformat(), "reason": found[0].reason}
        branch = found[0].branch.pk if found[0].branch else ""
        offer(request, _("Open again."), reverse("people:new_closing"), branch=branch, **again)
    elif found:
        messages.success(request, _("Open again."))
    return redirect("people:closings")
