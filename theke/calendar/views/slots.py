"""Slots that come back: the list, adding, changing, ending, and exceptions."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.calendar.forms import SlotForm
from theke.calendar.models import Slot, SlotDay
from theke.calendar.slotting import bring_back, days_of, filling, has_day, leave_out
from theke.calendar.spanning import day_of
from theke.calendar.views.beginnings import slot_of
from theke.calendar.views.entries import back_of
from theke.people import recording
from theke.people.access import may, requires, signed_in
from theke.people.views.colleagues import library_of
from theke.ui.undoing import offer

YEAR = timedelta(days=366)


def _today(request: HttpRequest) -> date:
    return library_of(request).today


@require_GET
@requires("look")
def slots(request: HttpRequest) -> HttpResponse:
    """All slots: those that come back, with the next day of each, and those that have ended."""
    person, today = signed_in(request), _today(request)
    rows = Slot.objects.visible_to(person).select_related("branch", "topic", "starter").prefetch_related("channels__branch")
    lines = [(slot, next(days_of(slot, today, today + YEAR), None)) for slot in rows]
    context = {
        "coming": sorted([line for line in lines if line[1]], key=lambda line: (line[1], line[0].at)),
        "ended": [slot for slot, day in lines if day is None],
        "may_manage": may(person, "manage_slots"),
    }
    return render(request, "calendar/slots.html", context)


@require_http_methods(["GET", "POST"])
@requires("manage_slots")
def new(request: HttpRequest) -> HttpResponse:
    """Add a slot."""
    return _edit(request, Slot(by=signed_in(request), starts=_today(request), weekday=_today(request).weekday()))


@require_http_methods(["GET", "POST"])
@requires("manage_slots")
def slot(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a slot."""
    return _edit(request, slot_of(request, str(pk)))


def _edit(request: HttpRequest, found: Slot) -> HttpResponse:
    library, today = library_of(request), _today(request)
    data = request.POST if request.method == "POST" else None
    form = SlotForm(data, instance=found, library=library)
    if not form.is_valid():
        context = {"form": form, "slot": found, "running": found.pk and (found.ends is None or found.ends >= today)}
        return render(request, "calendar/slot.html", context, status=422 if data is not None else 200)
    recording.save(form, by=signed_in(request), library=library)
    messages.success(request, _("Saved."))
    return redirect("calendar:slots")


@require_POST
@requires("manage_slots")
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a slot with yesterday; with `ends` (empty for no end) undo that. Drafts and posts begun for it stay."""
    found = slot_of(request, str(pk))
    before = found.ends
    found.ends = _today(request) - timedelta(days=1)
    if "ends" in request.POST:
        found.ends = _day_or_none(request.POST["ends"])
    found.save(update_fields=["ends"])
    if "ends" in request.POST:
        messages.success(request, _("The slot comes back as before."))
    else:
        address = reverse("calendar:end_slot", args=[pk])
        offer(
            request, _("The slot has ended. What was begun for it stays."), address, ends=before.isoformat() if before else ""
        )
    return redirect("calendar:slots")


def _day_or_none(value: str) -> date | None:
    try:
        return day_of(value) if value else None
    except ValueError:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
@requires("manage_slots")
def place(request: HttpRequest, pk: int, day: date) -> HttpResponse:
    """A slot on one day: leave this day out, or bring it back (POST `skipped` 1 or 0)."""
    found = slot_of(request, str(pk))
    if not has_day(found, day):
        raise Http404
    if request.method == "POST":
        return _decided(request, found, day)
    skipped = SlotDay.objects.filter(slot=found, day=day, skipped=True).exists()
    context: dict[str, Any] = {"slot": found, "day": day, "skipped": skipped, "begun": filling(found, day)}
    context |= {"back": back_of(request), "is_past": day < _today(request)}
    part = "calendar/parts/place_acts.html" if "HX-Request" in request.headers else "calendar/place.html"
    return render(request, part, context)


def _decided(request: HttpRequest, found: Slot, day: date) -> HttpResponse:
    back = back_of(request)
    params = {"slot": found.name, "day": formats.date_format(day, "WEEKDAY_DATE")}
    if request.POST.get("skipped") == "0":
        bring_back(found, day)
        words, undone = _("“%(slot)s” comes on %(day)s after all."), "1"
    else:
        leave_out(found, day, by=signed_in(request))
        words, undone = _("“%(slot)s” is left out on %(day)s."), "0"
    offer(request, words % params, reverse("calendar:place", args=[found.pk, day]), skipped=undone, back=back)
    return redirect(back)
