"""Today: what waits, what goes out, and whether the desk itself is well."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from theke.desk.agenda import going_out, next_one, week
from theke.desk.first_steps import first_steps
from theke.desk.first_week import accompanied_by, own_progress
from theke.desk.navigation import waits_of
from theke.desk.waiting import waiting_for
from theke.people.access import may, requires, signed_in
from theke.people.views.colleagues import library_of
from theke.publishing.health import health


def _greeting_hour() -> str:
    hour = timezone.localtime().hour
    return "morning" if hour < 11 else "day" if hour < 18 else "evening"


@requires("look")
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """The first page of the day."""
    person, library, day = signed_in(request), library_of(request), timezone.localdate()
    waits = waits_of(request, person)
    waiting = waiting_for(person, bereft=waits.bereft, stopped=waits.held, urgent=waits.urgent)
    steps = first_steps(person)
    context = {
        "person": person,
        "greeting": _greeting_hour(),
        "day": day,
        "waiting": waiting,
        "unconfirmed": waits.unconfirmed,
        "asked_again": waits.asked_again and may(person, "manage_guideline"),
        "going": going_out(person, library, day),
        "week": week(person, library, day),
        "next": None if waiting else next_one(person),
        "steps": steps,
        "first_week": None if steps else own_progress(person),
        "accompanied": accompanied_by(person) if waits.accompanies else [],
        "may_introduce": may(person, "introduce"),
        "health": health(timezone.now()),
    }
    return render(request, "desk/today.html", context)
