"""A post on its way and after it, and each attempt at it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from theke.people.access import may, requires, signed_in
from theke.people.models import Person
from theke.posts.checking import lost_links
from theke.posts.models import Post
from theke.publishing.changing import may_change
from theke.publishing.forms import ThereForm
from theke.publishing.hurrying import left_over, stays, why_not
from theke.publishing.models import Delivery, Urgent
from theke.publishing.sharing import to_share
from theke.publishing.showing import costs_to_mend, mend_of, shown, state_words, tag_of


def find(request: HttpRequest, uuid: UUID) -> Post:
    """The post, if it belongs to the library of whoever asks; else 404."""
    mine = Post.objects.visible_to(signed_in(request)).kept().select_related("library", "sender__home_branch", "released_by")
    return get_object_or_404(mine, uuid=uuid)


@require_GET
@requires("look")
def page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A post with its deliveries. Asked by htmx, only what moves; 204 while nothing has."""
    post, person = find(request, uuid), signed_in(request)
    if post.released_at is None:
        return redirect("posts:edit", uuid)
    made = shown(post, person)
    context = {"post": post, "shown": made, "may_change": may_change(person, post), "there": ThereForm()}
    if not request.headers.get("HX-Request"):
        context |= of_urgent(post, person)
        context["sharing"] = to_share(made)
        context["lost_links"] = lost_links(post, made.planned_for) if made.planned_for else []
        context |= {"pictures": post.attachments.select_related("asset"), "versions": post.versions.select_related("channel")}
        return render(request, "publishing/page.html", context)
    if request.GET.get("seen") == made.mark and made.moving:
        return HttpResponse(status=204)
    return render(request, "publishing/parts/live.html", context | {"polled": True})


def of_urgent(post: Post, person: Person) -> dict[str, Any]:
    """What is shown of a post that went out before anybody else had looked: the look itself, or what is left after a recall."""
    found = post.urgents.select_related("by", "decided_by").first()
    if found is None or found.verdict == Urgent.Verdict.UNDONE:
        return {}
    found.post = post
    waits, recalled = found.verdict == Urgent.Verdict.OPEN, found.verdict == Urgent.Verdict.RECALLED
    left = left_over(post) if recalled else stays(post) if waits else []
    return {"urgent": found, "looks": waits and not why_not(person, found), "left": left}


@require_GET
@requires("see_deliveries")
def delivery(request: HttpRequest, pk: int) -> HttpResponse:
    """Every attempt at one delivery: when, what was sent, what came back."""
    person = signed_in(request)
    rows = Delivery.objects.visible_to(person).select_related("post__sender", "channel__branch", "by", "decided_by")
    found = get_object_or_404(rows, pk=pk)
    mend = mend_of(found, person)
    context = {
        "delivery": found,
        "post": found.post,
        "words": state_words(found),
        "tag": tag_of(found),
        "attempts": found.attempts.all(),
        "mend": mend,
        "costs": costs_to_mend(found, mend),
        "there": ThereForm(),
        "raw": may(person, "see_deliveries"),
    }
    return render(request, "publishing/delivery.html", context)
