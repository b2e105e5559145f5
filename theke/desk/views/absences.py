"""The second step of an absence: who stands in, and what will happen. And taking an absence back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from theke.desk import standing_in
from theke.inbox.models import Conversation
from theke.people.access import requires, signed_in
from theke.people.forms import SpanForm, StandInForm
from theke.people.forms.absence import NOBODY
from theke.people.models import Absence, Person
from theke.people.substituting import candidates, handed_on, plan_for, suggested
from theke.people.views.absences import person_meant, within_reach
from theke.ui.picking import key_in
from theke.ui.undoing import offer

MOST_GIVEN = 500


@requires("own_profile")
@require_http_methods(["GET", "POST"])
def stand_in(request: HttpRequest) -> HttpResponse:
    """Choose the stand-in for days that were given in the first step; without good days the first step comes again."""
    by, data = signed_in(request), request.POST if request.method == "POST" else request.GET
    person = person_meant(by, data.get("person", ""))
    absence = _changed(request, data.get("absence", ""), person)
    span = SpanForm(data, person=person, absence=absence)
    if not span.is_valid():
        return _not_these_days(request, span, absence)
    found = absence or Absence(person=person)
    found.starts, found.ends = span.cleaned_data["starts"], span.cleaned_data["ends"]
    plan = plan_for(person, found.starts, found.ends, absence)
    form = StandInForm(request.POST if request.method == "POST" else None, candidates=candidates(plan))
    if form.is_valid() and not form.needs_a_word():
        return _saved(request, form, found)
    context = {"form": form, "span": span, "person": person, "absence": absence, "handed_on": handed_on(plan)}
    return render(request, "desk/stand_in.html", context | _choices(form, found, by))


def _changed(request: HttpRequest, key: str, person: Person) -> Absence | None:
    if not key:
        return None
    mine = within_reach(signed_in(request)).filter(person=person)
    return get_object_or_404(mine, pk=key_in(key))


def _not_these_days(request: HttpRequest, span: SpanForm, absence: Absence | None) -> HttpResponse:
    """The same form sent twice is no error: its absence is there already."""
    days = (span.cleaned_data.get("starts"), span.cleaned_data.get("ends"))
    typed = (span["starts"].value(), span["ends"].value())
    twice = [one for one in Absence.objects.filter(person=span.person) if (str(one.starts), str(one.ends)) == typed]
    if request.method == "POST" and twice and not absence:
        return redirect("people:absences")
    return render(request, "people/absence.html", {"form": span, "person": span.person, "absence": absence, "days": days})


def _choices(form: StandInForm, found: Absence, by: Person) -> dict[str, Any]:
    everyone = list(form.by_key.values())
    first = suggested(everyone)
    shown = {one.person.pk for one in first}
    chosen = form["choice"].value() or (str(found.stand_in_id) if found.stand_in_id else "" if first else NOBODY)
    return {
        "found": found,
        "suggested": first,
        "others": [one for one in everyone if one.person.pk not in shown],
        "chosen": chosen if form.is_bound or found.pk else str(first[0].person.pk) if first else NOBODY,
        "chosen_other": form["other"].value() or chosen,
        "open": Conversation.objects.visible_to(by).open().of(found.person).count(),
        "warned": form.candidate if form.is_bound and form.candidate and form.candidate.warning else None,
    }


def _saved(request: HttpRequest, form: StandInForm, found: Absence) -> HttpResponse:
    by = signed_in(request)
    new, found.stand_in = found.pk is None, form.candidate.person if form.candidate else None
    standing_in.enter(found, by=by)
    given = standing_in.hand_over(found, by=by) if form.cleaned_data["hand_over"] else []
    if new:
        offer(request, _sentence(found), reverse("desk:end_absence", args=[found.pk]), given=given)
    else:
        messages.success(request, _("Saved."))
    return redirect("people:absences")


def _sentence(found: Absence) -> str:
    """What will happen, as a colleague would say it."""
    first, last = formats.date_format(found.starts), formats.date_format(found.ends)
    name = found.stand_in.name if found.stand_in else _("the editorial group")
    if found.starts == found.ends:
        return _("On %(first)s questions go to %(name)s.") % {"first": first, "name": name}
    return _("From %(first)s to %(last)s questions go to %(name)s.") % {"first": first, "last": last, "name": name}


@requires("own_profile")
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an absence back, with the conversations that were handed over together with it."""
    by = signed_in(request)
    found = get_object_or_404(within_reach(by), pk=pk)
    given = [key for key in map(key_in, request.POST.getlist("given")[:MOST_GIVEN]) if key]
    again = {
        "person": found.person_id,
        "starts": found.starts.isoformat(),
        "ends": found.ends.isoformat(),
        "choice": found.stand_in_id or NOBODY,
        "sure": found.stand_in_id or "",
    }
    standing_in.take_back(found, by=by, given=map(int, given))
    offer(request, _("The absence was taken back."), reverse("desk:stand_in"), **again)
    return redirect("people:absences")
