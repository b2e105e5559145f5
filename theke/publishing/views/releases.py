"""Handing a post over, taking it back, moving it."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from theke.people.access import requires, signed_in
from theke.people.models import Library
from theke.posts.approving import Declined
from theke.posts.locking import is_held_from
from theke.posts.models import Post
from theke.posts.views.composer import NotThen, asked_again
from theke.publishing.changing import may_change
from theke.publishing.forms import PlanForm
from theke.publishing.planning import NotPlanned, Twice, moment_of, wall_of
from theke.publishing.scheduling import UNDO_FOR, Hindered, NotApproved, cancel, move, schedule, undo
from theke.publishing.showing import shown
from theke.publishing.views.posts import find
from theke.ui import undoing
from theke.ui.wording import worded


def own(request: HttpRequest, uuid: UUID) -> Post:
    """The post, if this person may send, take back and change it."""
    post = find(request, uuid)
    if not may_change(signed_in(request), post):
        raise PermissionDenied
    return post


def in_words(trouble: NotPlanned | Declined) -> str:
    """Why not, in the reader's language."""
    return worded(trouble.words, trouble.params)


def wished(request: HttpRequest, library: Library) -> datetime | None:
    """The moment that the form asks for; None for now. Raises `NotPlanned` and its kin."""
    if request.POST.get("when", "now") == "now":
        return None
    fold = {"0": 0, "1": 1}.get(request.POST.get("fold", ""))
    return moment_of(request.POST.get("at", "")[:40], library.zone, fold)


@require_POST
@requires("publish")
def release(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Publish at once, with ten seconds to think again, or plan."""
    post = own(request, uuid)
    if post.released_at is not None:  # the button was pressed twice
        return redirect("publishing:page", uuid)
    if is_held_from(signed_in(request), post):  # the page that is shown then says who writes
        return redirect("posts:edit", uuid)
    try:
        at = wished(request, post.library)
        keep_late_policy(request, post)
        schedule(post, at=at, by=signed_in(request), undo=UNDO_FOR if at is None else UNDO_FOR * 0)
    except Twice as trouble:
        return ask_which(request, post, trouble, reverse("publishing:release", args=[uuid]))
    except Hindered:
        return redirect(reverse("posts:edit", args=[uuid]) + "?hindered=1")
    except NotApproved:
        return _to_hand_in(request, post)
    except NotPlanned as trouble:
        return _not_planned(request, post, in_words(trouble))
    return redirect("publishing:page", uuid)


def _to_hand_in(request: HttpRequest, post: Post) -> HttpResponse:
    """Where it is handed in, with the time that was chosen."""
    chosen = {name: request.POST[name][:40] for name in ("when", "at") if name in request.POST}
    return redirect(f"{reverse('publishing:hand_in', args=[post.uuid])}?{urlencode(chosen)}")


def _not_planned(request: HttpRequest, post: Post, words: str) -> HttpResponse:
    """The question stays open for a time that will not do; anything else is said above the text."""
    if request.POST.get("when", "now") != "now" and post.versions.exists():
        return asked_again(request, post, NotThen(request.POST.get("at", "")[:40], words))
    messages.error(request, words)
    return redirect("posts:edit", post.uuid)


def keep_late_policy(request: HttpRequest, post: Post) -> None:
    """What the form says should happen to it when it cannot go out in time."""
    late = request.POST.get("late", "")
    if late in Post.Late.values:
        post.late = late
        post.save(update_fields=["late"])


def ask_which(request: HttpRequest, post: Post, trouble: Twice, action: str) -> HttpResponse:
    """Ask which of two equal times is meant."""
    given = {name: request.POST[name] for name in ("when", "at", "late", "act", "word") if name in request.POST}
    context = {"post": post, "words": in_words(trouble), "choices": trouble.choices, "given": given, "action": action}
    return render(request, "publishing/twice.html", context, status=409)


@require_POST
@requires("publish")
def take_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take back what has not left yet."""
    post = own(request, uuid)
    if undo(post, by=signed_in(request)):
        messages.success(request, _("Taken back. The post is a draft again."))
        return redirect("posts:edit", uuid)
    if shown(post, signed_in(request)).out:
        messages.warning(request, _("It was too late: the post has left already. You can remove it here."))
    return redirect("publishing:page", uuid)


@require_http_methods(["GET", "POST"])
@requires("publish")
def plan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Move a planned post, or take it out of the plan."""
    post = own(request, uuid)
    planned_for = shown(post, signed_in(request)).planned_for
    if planned_for is None:
        return redirect("publishing:page", uuid)
    if request.POST.get("act") == "cancel":
        return _cancelled(request, post, planned_for)
    form = PlanForm(request.POST or None, initial={"at": wall_of(planned_for, post.library.zone)})
    if request.method == "POST" and form.is_valid():
        answer = _moved(request, post, form, planned_for)
        if answer is not None:
            return answer
    context: dict[str, Any] = {"post": post, "form": form, "planned_for": planned_for, "zone": post.library.time_zone}
    return render(request, "publishing/plan.html", context, status=422 if form.errors else 200)


def _cancelled(request: HttpRequest, post: Post, planned_for: datetime) -> HttpResponse:
    again = _moment(post, planned_for) | {"when": "at", "late": post.late}
    if cancel(post, by=signed_in(request)):
        words = _("Taken out of the plan. The post is a draft again.")
        undoing.offer(request, words, reverse("publishing:release", args=[post.uuid]), **again)
        return redirect("posts:edit", post.uuid)
    messages.warning(request, _("It was too late: the post has left already."))
    return redirect("publishing:page", post.uuid)


def _moment(post: Post, at: datetime) -> dict[str, str]:
    """A moment as a form sends it."""
    return {"at": wall_of(at, post.library.zone), "fold": str(post.library.local(at).fold)}


def _moved(request: HttpRequest, post: Post, form: PlanForm, before: datetime) -> HttpResponse | None:
    """The answer to a move; None when the form has to be shown again with its error."""
    try:
        fold = {"0": 0, "1": 1}.get(request.POST.get("fold", ""))
        at = moment_of(form.cleaned_data["at"], post.library.zone, fold)
        moved = move(post, at=at, by=signed_in(request))
    except Twice as trouble:
        return ask_which(request, post, trouble, reverse("publishing:plan", args=[post.uuid]))
    except NotPlanned as trouble:
        form.add_error("at", in_words(trouble))
        return None
    if moved:
        back = _moment(post, before)
        undoing.offer(request, _("Moved."), reverse("publishing:plan", args=[post.uuid]), act="move", **back)
    else:
        messages.warning(request, _("It was too late: the post has left already."))
    return redirect("publishing:page", post.uuid)
