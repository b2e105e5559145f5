"""Saved replies: the list for the editorial group, and one of them filled in for an answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.inbox.choosing import chosen
from theke.inbox.filling import WORDS, filled
from theke.inbox.forms import SavedReplyForm
from theke.inbox.models import SavedReply
from theke.inbox.views.conversations import find
from theke.people import recording
from theke.people.access import may, requires, signed_in
from theke.people.views.colleagues import library_of
from theke.ui.undoing import offer


@require_GET
@requires("look")
def replies(request: HttpRequest) -> HttpResponse:
    """All of them."""
    person = signed_in(request)
    context = {"replies": SavedReply.objects.visible_to(person), "edits": may(person, "manage_words")}
    return render(request, "inbox/replies.html", context)


@require_http_methods(["GET", "POST"])
@requires("manage_words")
def new_reply(request: HttpRequest) -> HttpResponse:
    """Write a new one; with the fields of a removed one, it comes back."""
    person = signed_in(request)
    return _edit(request, SavedReply(library=library_of(request), by=person, lang=library_of(request).language))


@require_http_methods(["GET", "POST"])
@requires("manage_words")
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one."""
    return _edit(request, get_object_or_404(SavedReply.objects.visible_to(signed_in(request)), pk=pk))


def _edit(request: HttpRequest, found: SavedReply) -> HttpResponse:
    form = SavedReplyForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        recording.save(form, by=signed_in(request), library=library_of(request))
        return redirect("inbox:replies")
    context = {"form": form, "reply": found, "places": WORDS.items()}
    return render(request, "inbox/reply.html", context, status=422 if form.errors else 200)


@require_POST
@requires("manage_words")
def remove_reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one away; it can be brought back at once."""
    found = get_object_or_404(SavedReply.objects.visible_to(signed_in(request)), pk=pk)
    fields = {"name": found.name, "lang": found.lang, "text": found.text} | ({"safe_way": "on"} if found.safe_way else {})
    recording.remove(found, by=signed_in(request), library=library_of(request))
    offer(request, _("Removed: %(name)s") % {"name": fields["name"]}, reverse("inbox:new_reply"), **fields)
    return redirect("inbox:replies")


@require_GET
@requires("answer")
def offered_replies(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Those to choose from for an answer: those in the language of the channel first."""
    conversation = find(request, uuid)
    found = SavedReply.objects.visible_to(signed_in(request))
    ordered = sorted(found, key=lambda one: (one.lang != conversation.channel.language, one.name))
    context = {"conversation": conversation, "replies": ordered, "query": chosen(request).query()}
    part = "HX-Request" in request.headers
    return render(request, "inbox/parts/offered.html" if part else "inbox/offered.html", context)


@require_GET
@requires("answer")
def filled_reply(request: HttpRequest, uuid: UUID, pk: int) -> HttpResponse:
    """The text of one, filled in for a conversation, as JSON."""
    found = get_object_or_404(SavedReply.objects.visible_to(signed_in(request)), pk=pk)
    return JsonResponse({"text": filled(found, find(request, uuid), signed_in(request))})
