"""The crisis switch, and what becomes of each post afterwards."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.people.access import may, requires, signed_in
from theke.people.models import Library, Person
from theke.people.views.colleagues import library_of
from theke.posts.models import Post
from theke.publishing.changing import may_change
from theke.publishing.forms import PauseForm
from theke.publishing.guarding import NAMED
from theke.publishing.pausing import end, held, pause, resume, to_draft
from theke.publishing.planning import NotPlanned, Twice, moment_of, wall_of
from theke.publishing.scheduling import Hindered
from theke.publishing.views.posts import find
from theke.publishing.views.releases import ask_which, in_words
from theke.ui.wording import worded

MOST = 60
Wrong = dict[str, str]
"""What stands wrong at one post: its `uuid`, the `words`, and the time `at` as typed."""


@require_GET
@requires("look")
def overview(request: HttpRequest) -> HttpResponse:
    """Whether all is paused, and which posts wait for a word."""
    return _page(request, PauseForm())


def _page(request: HttpRequest, form: PauseForm, wrong: Wrong | None = None, status: int = 200) -> HttpResponse:
    person, library = signed_in(request), library_of(request)
    waiting = _waiting(library, person)
    context = {
        "form": form,
        "library": library,
        "waiting": waiting[:MOST],
        "more": len(waiting) > MOST,
        "may_pause": may(person, "pause"),
        "wrong": wrong or {},
        "zone": library.time_zone,
    }
    return render(request, "publishing/pause.html", context, status=status)


def _waiting(library: Library, person: Person) -> list[dict[str, object]]:
    """The posts that wait, with what this person can say about each."""
    now = timezone.now()
    found = held(library).select_related("sender", "library").prefetch_related("deliveries__channel__branch")
    return [_row(post, person, now) for post in found[: MOST + 1]]


def _row(post: Post, person: Person, now: datetime) -> dict[str, object]:
    due_at = post.__dict__["due_at"]
    why = [one.trouble for one in post.deliveries.all() if one.is_held and one.trouble]
    return {
        "post": post,
        "due_at": due_at,
        "past": due_at <= now,
        "why": why[0] if why else None,
        "only_draft": any(one.get("words") == NAMED for one in why),
        "wall": wall_of(max(due_at, now), post.library.zone),
        "may_change": may_change(person, post),
    }


@require_POST
@requires("pause")
def start(request: HttpRequest) -> HttpResponse:
    """Let all that is planned wait."""
    form = PauseForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    if pause(library_of(request), by=signed_in(request), why=form.cleaned_data["why"]):
        messages.success(request, _("All that is planned is paused now."))
    return redirect("publishing:pause")


@require_POST
@requires("pause")
def stop(request: HttpRequest) -> HttpResponse:
    """End the pause; each post then waits for a word."""
    if end(library_of(request), by=signed_in(request)):
        messages.success(request, _("The pause is over. Nothing goes out by itself: please decide about each post that waits."))
    return redirect("publishing:pause")


@require_POST
@requires("publish")
def decide(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say what becomes of one post that waits: as planned, another time, or a draft again."""
    post, act = find(request, uuid), request.POST.get("act", "")
    try:
        said = _carry_out(request, post, act)
    except Twice as trouble:
        return ask_which(request, post, trouble, request.path)
    except Hindered as hindered:
        return _wrong(request, post, worded(hindered.findings[0].words, hindered.findings[0].params))
    except NotPlanned as trouble:
        return _wrong(request, post, in_words(trouble))
    messages.success(request, said)
    return redirect("publishing:pause")


def _wrong(request: HttpRequest, post: Post, words: str) -> HttpResponse:
    at = request.POST.get("at", "")[:40]
    return _page(request, PauseForm(), {"uuid": str(post.uuid), "words": words, "at": at}, status=422)


def _carry_out(request: HttpRequest, post: Post, act: str) -> str:
    """Do it, and give the words for it."""
    by = signed_in(request)
    if act == "draft":
        whole = to_draft(post, by=by)
        return _("It is a draft again.") if whole else _("A part of it is out already; the rest does not go out.")
    if act == "move":
        fold = {"0": 0, "1": 1}.get(request.POST.get("fold", ""))
        resume(post, by=by, at=moment_of(request.POST.get("at", "")[:40], post.library.zone, fold))
        return _("It has its new time.")
    if act == "send":
        resume(post, by=by)
        return _("It goes out as planned.")
    raise NotPlanned(_("Choose what should become of it."))
