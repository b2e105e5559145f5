"""One entry: what can be done with it, moving it, taking it out and putting it back."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.calendar import moving
from theke.calendar.forms import MoveForm
from theke.calendar.gathering import ASKED, DRAFT, HELD
from theke.calendar.showing import is_movable
from theke.people.access import requires, signed_in
from theke.posts import binning
from theke.posts.models import Approval, Post
from theke.posts.views.bins import binned
from theke.posts.views.finding import find
from theke.publishing.changing import may_change
from theke.publishing.models import Delivery, State
from theke.publishing.planning import NotPlanned, Twice, moment_of
from theke.publishing.views.releases import in_words
from theke.ui.undoing import offer

LONGEST_ADDRESS = 500


def back_of(request: HttpRequest) -> str:
    """The page of the calendar that the person came from; never another place."""
    given = (request.POST.get("back") or request.GET.get("back") or "")[:LONGEST_ADDRESS]
    home, parts = reverse("calendar:week"), urlsplit(given)
    mine = not parts.scheme and not parts.netloc and parts.path.startswith(home) and given.isprintable()
    return given if mine else home


@require_GET
@requires("look")
def entry(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What can be done with a post: open, move, duplicate, take out."""
    return _asked(request, find(request, uuid), None, ())


def _asked(request: HttpRequest, post: Post, form: MoveForm | None, choices: Any) -> HttpResponse:
    """The acts with this form; a script gets only the part."""
    at, state, person = moving.moment_of(post), _state(post), signed_in(request)
    wall = post.library.local(at) if at else None
    initial = {"day": wall.date(), "time": wall.time()} if wall else {}
    context = {
        "post": post,
        "at": at,
        "stands_at": at or moving.went_out_at(post),
        "form": form or MoveForm(initial=initial),
        "choices": choices,
        "is_draft": post.released_at is None,
        "waits": state == ASKED,
        "held": state == HELD,
        "movable": is_movable(person, post, state),
        "mine": may_change(person, post),
        "back": back_of(request),
    }
    part = "calendar/parts/entry_acts.html" if "HX-Request" in request.headers else "calendar/entry.html"
    return render(request, part, context, status=422 if form else 200)


def _state(post: Post) -> str:
    if post.released_at is None:
        return ASKED if Approval.objects.waiting().filter(post=post).exists() else DRAFT
    if Delivery.objects.held().filter(post=post).exists():
        return HELD
    return State.DUE if moving.moment_of(post) else State.SENT


def wall_words(moment: datetime, post: Post) -> str:
    """A moment as the library's clocks show it, in words."""
    local = post.library.local(moment)
    return f"{formats.date_format(local, 'WEEKDAY_DATE')}, {formats.date_format(local, 'TIME_FORMAT')}"


def _wall_fields(moment: datetime, post: Post) -> dict[str, Any]:
    """The fields of a form that mean this moment."""
    local = post.library.local(moment)
    return {"day": f"{local:%Y-%m-%d}", "time": f"{local:%H:%M}", "fold": local.fold}


@require_POST
@requires("write")
def move(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Move to a day and a time, or with the day alone to the same time of another day (that is what dragging does)."""
    post, person = find(request, uuid), signed_in(request)
    before, data = moving.moment_of(post), request.POST.copy()
    is_dragged = "time" not in data and before is not None
    if is_dragged and before:
        data["time"] = f"{post.library.local(before):%H:%M}"
    form = MoveForm(data)
    if form.is_valid():
        try:
            at = _moment(post, form.cleaned_data)
            moving.move(post, at, by=person, back="undo" in data)
        except NotPlanned as refused:
            form.add_error(None if is_dragged else "day", in_words(refused))
            return _refused(request, post, form, refused, is_dragged)
        return _moved(request, post, before, at)
    return _refused(request, post, form, None, is_dragged)


def _moment(post: Post, given: dict[str, Any]) -> datetime:
    day: date = given["day"]
    return moment_of(f"{day:%Y-%m-%d}T{given['time']:%H:%M}", post.library.zone, given["fold"])


def _moved(request: HttpRequest, post: Post, before: datetime | None, at: datetime) -> HttpResponse:
    back = back_of(request)
    words = _("Moved to %(when)s.") % {"when": wall_words(at, post)}
    if before and before != at and "undo" not in request.POST:
        address = reverse("calendar:move", args=[post.uuid])
        offer(request, words, address, undo="1", back=back, **_wall_fields(before, post))
    else:
        messages.success(request, words)
    return _done(request, back)


def _refused(request: HttpRequest, post: Post, form: MoveForm, refused: NotPlanned | None, is_dragged: bool) -> HttpResponse:
    """Why not: beside the dragged entry as a message, else at the field."""
    if not is_dragged:
        return _asked(request, post, form, refused.choices if isinstance(refused, Twice) else ())
    for words in [one for errors in form.errors.values() for one in errors]:
        messages.error(request, _("“%(post)s” stays where it is. %(why)s") % {"post": post.headline, "why": words})
    if "HX-Request" in request.headers:
        return render(request, "ui/messages.html", status=422)
    return redirect(back_of(request))


def _done(request: HttpRequest, back: str) -> HttpResponse:
    """A script asks for the page anew; without one the browser goes there."""
    return HttpResponse(status=204) if "HX-Request" in request.headers else redirect(back)


@require_POST
@requires("publish")
def take_out(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a planned post out of the plan."""
    post, back = find(request, uuid), back_of(request)
    try:
        at = moving.take_out(post, by=signed_in(request))
    except NotPlanned as refused:
        messages.warning(request, in_words(refused))
        return redirect(back)
    address = reverse("calendar:put_back", args=[uuid])
    offer(request, _("Taken out of the plan. The post is a draft again."), address, back=back, **_wall_fields(at, post))
    return redirect(back)


@require_POST
@requires("publish")
def put_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Undo taking out: plan it for the same moment again."""
    post, form = find(request, uuid), MoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Enter a date and a time."))
        return redirect(back_of(request))
    try:
        at = _moment(post, form.cleaned_data)
        moving.put_back(post, at, by=signed_in(request))
    except NotPlanned as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("Planned again for %(when)s.") % {"when": wall_words(at, post)})
    return redirect(back_of(request))


@require_POST
@requires("write")
def throw_away(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a draft into the bin."""
    post, person, back = find(request, uuid), signed_in(request), back_of(request)
    try:
        moving.check_free(post, by=person)
    except NotPlanned as refused:
        messages.error(request, in_words(refused))
        return redirect(back)
    if not binning.put_in_bin(post, by=person):
        messages.warning(request, _("This post has already been handed over."))
        return redirect(back)
    offer(request, _("The draft is in the bin."), reverse("calendar:fetch_back", args=[uuid]), back=back)
    return redirect(back)


@require_POST
@requires("write")
def fetch_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Undo throwing away."""
    binning.fetch_back(get_object_or_404(binned(request), uuid=uuid))
    messages.success(request, _("The draft is back."))
    return redirect(back_of(request))
