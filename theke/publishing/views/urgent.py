"""Sending out what cannot wait, and looking at it afterwards."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theke.people.access import requires, signed_in
from theke.posts.approving import Declined
from theke.posts.models import Post
from theke.publishing.forms import HandInForm
from theke.publishing.hurrying import A_REASON, Left, accept, may_hurry, open_for, recall, reopen, send_urgently
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import Hindered
from theke.publishing.views.posts import find
from theke.publishing.views.releases import in_words
from theke.ui import undoing
from theke.ui.picking import key_in
from theke.ui.templatetags.ui import said


def sent_urgently(request: HttpRequest, post: Post, form: HandInForm) -> HttpResponse | None:
    """The answer to a post that cannot wait; None when the form has to be shown again with its error. Raises `Hindered`."""
    person = signed_in(request)
    if not may_hurry(person, post):
        raise PermissionDenied
    try:
        send_urgently(post, by=person, why=form.cleaned_data["why"])
    except Hindered:
        raise  # the page shows what it says, each with its reason
    except (NotPlanned, Declined) as trouble:
        form.add_error("why" if trouble.words == A_REASON else None, in_words(trouble))
        return None
    return redirect("publishing:page", post.uuid)


@require_POST
@requires("approve")
def look(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say that it is all right, or recall it everywhere."""
    post, person = find(request, uuid), signed_in(request)
    found, act = open_for(post), request.POST.get("act", "")
    if found is None or act not in ("fine", "recall"):
        messages.warning(
            request, _("Somebody has looked at it already.") if found is None else _("Choose what should become of it.")
        )
        return redirect("publishing:page", uuid)
    try:
        if act == "fine":
            accept(found, by=person)
            again = reverse("publishing:look_undo", args=[uuid])
            undoing.offer(request, _("Looked at: all right."), again, look=found.pk)
        else:
            _say_recalled(request, recall(found, by=person))
    except Declined as trouble:
        messages.error(request, in_words(trouble))
    return redirect("publishing:page", uuid)


def _say_recalled(request: HttpRequest, left: list[Left]) -> None:
    """Done where it can be done; of each other channel, why not."""
    if not left:
        messages.success(request, _("Recalled everywhere. The removals are on their way."))
        return
    messages.warning(request, _("Recalled wherever the desk can remove it."))
    for one in left:
        messages.warning(request, f"{one.channel.name}: {said(one.why)}")


@require_POST
@requires("approve")
def undo(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take one's own "all right" back."""
    post, key = find(request, uuid), request.POST.get("look", "")
    found = get_object_or_404(post.urgents, pk=key_in(key))
    found.post = post
    if reopen(found, by=signed_in(request)):
        messages.success(request, _("Taken back. It still has to be looked at."))
    return redirect("publishing:page", uuid)
