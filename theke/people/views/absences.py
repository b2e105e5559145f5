"""Absences: one's own, and for editors everyone's."""

from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.people import recording
from theke.people.access import may, requires, signed_in
from theke.people.forms import AbsenceForm
from theke.people.models import Absence, Person
from theke.people.views.colleagues import library_of


def _within_reach(by: Person) -> QuerySet[Absence]:
    """Those the person may change: their own, an editor all of the library."""
    found = Absence.objects.visible_to(by).select_related("person", "stand_in")
    return found if may(by, "manage_absence") else found.filter(person=by)


def _current(by: Person, today: date) -> QuerySet[Absence]:
    return Absence.objects.visible_to(by).filter(ends__gte=today).select_related("person", "stand_in")


@requires("look")
@require_GET
def absences(request: HttpRequest) -> HttpResponse:
    """Who is away now and later."""
    by = signed_in(request)
    context = {"absences": _current(by, timezone.localdate()), "all": may(by, "manage_absence"), "me": by}
    if context["all"]:
        context["colleagues"] = Person.objects.visible_to(by).active().exclude(pk=by.pk)
    return render(request, "people/absences.html", context)


@requires("own_profile")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an absence: one's own, or with `person` a colleague's."""
    by = signed_in(request)
    wanted = request.GET.get("person", "")
    if not wanted.isdecimal() or wanted == str(by.pk):
        return _edit(request, Absence(), by)
    reach = Person.objects.visible_to(by).active() if may(by, "manage_absence") else Person.objects.filter(pk=by.pk)
    return _edit(request, Absence(), get_object_or_404(reach, pk=wanted[:18]))


@requires("own_profile")
@require_http_methods(["GET", "POST"])
def absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an absence."""
    found = get_object_or_404(_within_reach(signed_in(request)), pk=pk)
    return _edit(request, found, found.person)


def _edit(request: HttpRequest, found: Absence, person: Person) -> HttpResponse:
    form = AbsenceForm(request.POST if request.method == "POST" else None, instance=found, person=person)
    if not form.is_valid():
        return render(request, "people/absence.html", {"form": form, "person": person})
    recording.save(form, by=signed_in(request), library=library_of(request))
    messages.success(request, _("Saved."))
    return redirect("people:absences")


@requires("own_profile")
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an absence back."""
    found = get_object_or_404(_within_reach(signed_in(request)), pk=pk)
    recording.remove(found, by=signed_in(request), library=library_of(request))
    messages.success(request, _("The absence was taken back."))
    return redirect("people:absences")
