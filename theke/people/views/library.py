"""The library's own settings, and what happened in it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from theke.people import recording
from theke.people.access import requires, signed_in
from theke.people.forms import LibraryForm
from theke.people.models import HistoryEntry
from theke.people.views.colleagues import library_of

PAGE = 50


@requires("manage_library")
@require_http_methods(["GET", "POST"])
def library(request: HttpRequest) -> HttpResponse:
    """Name, languages, time zone, duties towards the public."""
    form = LibraryForm(request.POST if request.method == "POST" else None, instance=library_of(request))
    if not form.is_valid():
        return render(request, "people/library.html", {"form": form})
    saved = recording.save(form, by=signed_in(request), library=library_of(request))
    messages.success(request, _("%(library)s: saved.") % {"library": saved})
    return redirect("people:library")


@requires("look")
@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """Who did what, newest first."""
    entries = HistoryEntry.objects.visible_to(signed_in(request)).select_related("by")
    page = Paginator(entries, PAGE).get_page(request.GET.get("page"))
    return render(request, "people/history.html", {"page": page})
