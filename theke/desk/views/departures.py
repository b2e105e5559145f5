"""A colleague leaves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from theke.desk.departing import depart, open_things
from theke.people.access import requires, signed_in
from theke.people.forms.colleague import only_manager
from theke.people.models import Person


@requires("manage_people")
@require_http_methods(["GET", "POST"])
def departure(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what will happen; then do it in one step."""
    by = signed_in(request)
    person = get_object_or_404(Person.objects.visible_to(by).active(), pk=pk)
    hindered = person == by or only_manager(person)
    if request.method == "GET" or hindered:
        context = {"person": person, "open": open_things(person), "hindered": hindered}
        return render(request, "desk/departure.html", context, status=200 if request.method == "GET" else 409)
    depart(person, by=by, now=timezone.now())
    messages.success(request, _("%(name)s no longer has access.") % {"name": person.name})
    return redirect("people:colleagues")
