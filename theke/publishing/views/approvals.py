"""Handing a post in, and being the second pair of eyes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.guidelines.rules.base import Finding
from theke.people.access import requires, signed_in
from theke.posts.approving import (
    A_WORD,
    Declined,
    approvers_of,
    asked,
    latest,
    needed,
    return_to_author,
    why_not,
    withdraw,
)
from theke.posts.checking import hindrances
from theke.posts.composing import composed
from theke.posts.forms import ComposerForm
from theke.posts.locking import is_held_from
from theke.posts.models import Approval, Post
from theke.posts.showing import Review
from theke.posts.telling import first_asked
from theke.publishing import handing_in
from theke.publishing.changing import may_change
from theke.publishing.forms import AnswerForm, HandInForm
from theke.publishing.hurrying import may_hurry
from theke.publishing.planning import NotPlanned, Twice, moment_of, wall_of
from theke.publishing.scheduling import Hindered
from theke.publishing.views.posts import find
from theke.publishing.views.reasons import keep_reasons
from theke.publishing.views.releases import ask_which, in_words, own
from theke.publishing.views.urgent import sent_urgently
from theke.ui import undoing


@require_http_methods(["GET", "POST"])
@requires("publish")
def hand_in(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask for approval: by when, with a word, and what happens if nobody approves in time."""
    post = own(request, uuid)
    if post.released_at is not None:
        return redirect("publishing:page", uuid)
    if is_held_from(signed_in(request), post):
        return redirect("posts:edit", uuid)
    form = HandInForm(request.POST or None, initial=_proposed(request, post))
    try:
        answer = _taken(request, post, form) if request.method == "POST" and form.is_valid() else None
        found = hindrances(post) if answer is None else []
    except Hindered as hindered:
        answer, found = None, hindered.findings
    return answer or _hand_in_page(request, post, form, found)


def _taken(request: HttpRequest, post: Post, form: HandInForm) -> HttpResponse | None:
    keep_reasons(request, post, signed_in(request))
    return sent_urgently(request, post, form) if request.POST.get("act") == "urgent" else _handed_in(request, post, form)


def _hand_in_page(request: HttpRequest, post: Post, form: HandInForm, found: list[Finding]) -> HttpResponse:
    """The question, with what still wants a reason, so that nobody is sent away after the click."""
    person = signed_in(request)
    context = {
        "findings": found,
        "reasons": request.POST,
        "post": post,
        "form": form,
        "asking": needed(post, person),
        "approvers": first_asked(post, approvers_of(post, person)),
        "zone": post.library.time_zone,
        "waiting": asked(post),
        "may_hurry": may_hurry(person, post),
        "review": Review(composed(post, ComposerForm.stored_changes(post)), person),
    }
    refused = form.errors or (found and request.method == "POST")
    return render(request, "publishing/hand_in.html", context, status=422 if refused else 200)


def _proposed(request: HttpRequest, post: Post) -> dict[str, Any]:
    """The time chosen before, or the one its author has in mind."""
    wished = wall_of(post.wished_at, post.library.zone) if post.wished_at and post.wished_at > timezone.now() else ""
    at = request.GET.get("at", "")[:40] or wished
    chosen_now = request.GET.get("when") == "now"
    return {"at": at, "when": "at" if at and not chosen_now else "soon"}


def _handed_in(request: HttpRequest, post: Post, form: HandInForm) -> HttpResponse | None:
    """The answer to a request; None when the form has to be shown again with its error. Raises `Hindered`."""
    try:
        at = _wished(request, post, form)
        handing_in.hand_in(post, by=signed_in(request), at=at, word=form.cleaned_data["word"])
    except Twice as trouble:
        return ask_which(request, post, trouble, reverse("publishing:hand_in", args=[post.uuid]))
    except Hindered:
        raise  # the page shows what it says, each with its reason
    except (NotPlanned, Declined) as trouble:
        form.add_error(
            "at" if form.cleaned_data["when"] == "at" and isinstance(trouble, NotPlanned) else None, in_words(trouble)
        )
        return None
    messages.success(request, _("Handed in. You are told as soon as somebody has looked at it."))
    return redirect("publishing:approval", post.uuid)


def _wished(request: HttpRequest, post: Post, form: HandInForm) -> datetime | None:
    if form.cleaned_data["when"] == "soon":
        return None
    fold = {"0": 0, "1": 1}.get(request.POST.get("fold", ""))
    return moment_of(form.cleaned_data["at"], post.library.zone, fold)


@require_GET
@requires("look")
def approval(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What is to be approved, as each channel will show it, with what the guideline and colleagues say."""
    post = find(request, uuid)
    if post.released_at is not None:
        return redirect("publishing:page", uuid)
    if post.form == Post.Form.REPLY:
        return redirect("inbox:of_answer", uuid)
    found = latest(post)
    if found is None:
        return redirect("posts:edit", uuid)
    return _page(request, post, found, AnswerForm())


def _page(request: HttpRequest, post: Post, found: Approval, form: AnswerForm, trouble: str = "") -> HttpResponse:
    person = signed_in(request)
    found.post = post
    waits = found.state == Approval.State.ASKED
    context = {
        "post": post,
        "approval": found,
        "review": Review(composed(post, ComposerForm.stored_changes(post)), person),
        "waits": waits,
        "why_not": _(words) if waits and (words := why_not(person, found)) else "",
        "may_withdraw": waits and (may_change(person, post) or person.pk == found.asked_by_id),
        "form": form,
        "trouble": trouble,
    }
    return render(request, "publishing/approval.html", context, status=422 if trouble else 200)


@require_POST
@requires("approve")
def decision(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Approve it, or give it back with a word."""
    post, person = find(request, uuid), signed_in(request)
    found = asked(post)
    if found is None or post.form == Post.Form.REPLY:  # an answer is let out where the message stands that it answers
        return _too_late(request, post)
    found.post = post
    if request.POST.get("approval") != str(found.pk):  # the page shows an older request
        return _page(request, post, found, AnswerForm(), _("It has been handed in anew meanwhile. Please look at it again."))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, post, found, form, str(next(iter(form.errors.values()))[0]))
    try:
        if request.POST.get("act") == "return":
            return_to_author(found, by=person, answer=form.cleaned_data["answer"])
            messages.success(request, _("Returned. %(name)s is told.") % {"name": post.sender.name})
            return redirect("publishing:approval", uuid)
        handing_in.let_out(found, by=person, answer=form.cleaned_data["answer"])
    except (NotPlanned, Declined) as trouble:
        return _refused(request, post, form, trouble)
    return _let_out(request, post, found)


def _too_late(request: HttpRequest, post: Post) -> HttpResponse:
    """Nothing waits any more: who was faster is said on the page that follows."""
    found = latest(post)
    if found is not None and found.decided_by and found.decided_by != signed_in(request):
        words = _("%(name)s was faster: %(state)s.")
        messages.warning(request, words % {"name": found.decided_by.name, "state": found.get_state_display()})
    else:
        messages.warning(request, _("Nothing waits for approval here any more."))
    return redirect("publishing:approval", post.uuid)


def _refused(request: HttpRequest, post: Post, form: AnswerForm, trouble: NotPlanned | Declined) -> HttpResponse:
    found = get_object_or_404(Approval.objects.select_related("asked_by", "decided_by"), pk=getattr(latest(post), "pk", 0))
    if trouble.words == A_WORD:
        form.add_error("answer", in_words(trouble))
    return _page(
        request, Post.objects.select_related("library", "sender__home_branch").get(pk=post.pk), found, form, in_words(trouble)
    )


def _let_out(request: HttpRequest, post: Post, found: Approval) -> HttpResponse:
    """Something planned can be undone by the bar; what goes at once counts down on its page."""
    if found.for_at is not None:
        undoing.offer(request, _("Approved and planned."), reverse("publishing:approval_undo", args=[post.uuid]))
    else:
        messages.success(request, _("Approved. It goes out now."))
    return redirect("publishing:page", post.uuid)


@require_POST
@requires("write")
def withdrawal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a request back; the post is an ordinary draft again."""
    post, person = find(request, uuid), signed_in(request)
    found = asked(post)
    if found is not None and not may_change(person, post) and person.pk != found.asked_by_id:
        messages.error(request, _("Only who handed it in, its sender or the editorial group takes it back."))
        return redirect("publishing:approval", uuid)
    if withdraw(post, by=person):
        messages.success(request, _("Taken back. The post is an ordinary draft again."))
    return redirect("posts:edit", uuid)


@require_POST
@requires("approve")
def undo(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take an approval back within its ten seconds. That of an answer is none of it: it stands in its conversation."""
    post = find(request, uuid)
    found = latest(post)
    if found is None or post.form == Post.Form.REPLY:
        return redirect("publishing:page", uuid)
    found.post = post
    try:
        taken = handing_in.take_back(found, by=signed_in(request))
    except Declined as trouble:
        messages.warning(request, in_words(trouble))
        return redirect("publishing:page", uuid)
    if not taken:
        messages.warning(request, _("It was too late: the post has left already."))
        return redirect("publishing:page", uuid)
    messages.success(request, _("Taken back. The post waits for approval again."))
    return redirect("publishing:approval", uuid)
