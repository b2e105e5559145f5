"""Absences: who is away, and the first of the two steps of entering one. The second is `desk:stand_in`."""

from datetime import date
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from theke.people.access import may, requires, signed_in
from theke.people.forms import SpanForm
from theke.people.models import Absence, Person
from theke.people.models.absence import AbsenceQuerySet
from theke.people.substituting import quick_spans
from theke.ui.picking import key_in


def within_reach(by: Person) -> AbsenceQuerySet:
    """Those the person may change: their own, an editor all of the library."""
    found = Absence.objects.visible_to(by).select_related("person", "stand_in")
    return found if may(by, "manage_absence") else found.filter(person=by)


def person_meant(by: Person, key: str) -> Person:
    """Whose absence it is: one's own without a key; a colleague's is for editors. Raises Http404."""
    if not key or key == str(by.pk):
        return by
    reach = Person.objects.visible_to(by).active() if may(by, "manage_absence") else Person.objects.filter(pk=by.pk)
    found: Person = get_object_or_404(reach, pk=key_in(key))
    return found


def _current(by: Person, today: date) -> QuerySet[Absence]:
    return Absence.objects.visible_to(by).filter(ends__gte=today).select_related("person", "stand_in", "left_stand_in")


@requires("look")
@require_GET
def absences(request: HttpRequest) -> HttpResponse:
    """Who is away now and later."""
    by, today = signed_in(request), timezone.localdate()
    found = list(_current(by, today))
    context = {
        "now": [one for one in found if one.starts <= today],
        "later": [one for one in found if one.starts > today],
        "all": may(by, "manage_absence"),
        "me": by,
    }
    if context["all"]:
        context["colleagues"] = Person.objects.visible_to(by).active().exclude(pk=by.pk)
    return render(request, "people/absences.html", context)


@requires("own_profile")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an absence: one's own, or with `person` a colleague's."""
    return _days(request, person_meant(signed_in(request), request.GET.get("person", "")), None)


@requires("own_profile")
@require_http_methods(["GET", "POST"])
def absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an absence."""
    found = get_object_or_404(within_reach(signed_in(request)), pk=pk)
    return _days(request, found.person, found)


def _days(request: HttpRequest, person: Person, found: Absence | None) -> HttpResponse:
    quick = quick_spans(timezone.localdate())
    data = request.POST if request.method == "POST" else None
    if data is not None and (span := quick.get(data.get("quick", ""))):
        form = SpanForm({"starts": span[0], "ends": span[1]}, person=person, absence=found)
    else:
        form = SpanForm(data, person=person, absence=found)
    if form.is_valid():
        return redirect(f"{reverse('desk:stand_in')}?{_query(form, found)}")
    words = {"today": _("Today"), "week": _("The rest of this week"), "next_week": _("Next week")}
    spans = [(key, words[key], *days) for key, days in quick.items()]
    return render(request, "people/absence.html", {"form": form, "person": person, "spans": spans, "absence": found})


def _query(form: SpanForm, found: Absence | None) -> str:
    days = {"starts": form.cleaned_data["starts"], "ends": form.cleaned_data["ends"], "person": form.person.pk}
    return urlencode(days | ({"absence": found.pk} if found else {}))
