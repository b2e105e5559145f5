"""The introduction of a new colleague: their list, and its end by whoever introduces them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from theke.desk.arriving import remember_guideline, steps
from theke.people.access import requires, signed_in
from theke.people.introducing import introduce, is_new, take_back
from theke.people.models import Person
from theke.ui.undoing import offer


@requires("introduce")
@require_http_methods(["GET", "POST"])
def introduction(request: HttpRequest, pk: int) -> HttpResponse:
    """See how far a new colleague is, and end the introduction; with `again` they count as new once more."""
    by = signed_in(request)
    person = get_object_or_404(Person.objects.visible_to(by).active().exclude(pk=by.pk), pk=pk)
    if request.method == "GET":
        return render(request, "desk/introduction.html", {"person": person, "steps": steps(person), "new": is_new(person)})
    here = reverse("desk:introduction", args=[person.pk])
    if "again" in request.POST:
        take_back(person, by=by)
        return redirect(here)
    introduce(person, by=by)
    offer(request, _("%(name)s is introduced.") % {"name": person.name}, here, again="1")
    return redirect("people:colleagues")


@requires("look")
@require_GET
def read_guideline(request: HttpRequest) -> HttpResponse:
    """Go to the guideline; for a new colleague that step counts as done then."""
    remember_guideline(signed_in(request))
    return redirect("guidelines:points")
