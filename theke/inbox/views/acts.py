"""Notes, owner, closure and putting off of a conversation, each with its way back."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from theke.inbox.caring import assign, close, note, reopen
from theke.inbox.choosing import chosen
from theke.inbox.forms import LaterForm, NoteForm, OwnerForm
from theke.inbox.heating import calm, mark_heated
from theke.inbox.knowing import knowing
from theke.inbox.models import Conversation
from theke.inbox.postponing import bring_back_now, postpone
from theke.inbox.views.conversations import back_to, back_to_list, find, shown
from theke.people.access import may, requires, signed_in
from theke.ui.undoing import offer


def _act(request: HttpRequest, name: str, uuid: UUID) -> str:
    """The address of an act, with the same part of the list beside it."""
    return f"{reverse(f'inbox:{name}', args=[uuid])}?{chosen(request).query()}"


@require_POST
@requires("answer")
def notes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Leave an internal note."""
    conversation, form = find(request, uuid), NoteForm(request.POST, auto_id="note-%s")
    if not form.is_valid():
        return shown(request, conversation, note_form=form, status=422)
    note(conversation, form.cleaned_data["text"], by=signed_in(request))
    return back_to(request, uuid)


@require_http_methods(["GET", "POST"])
@requires("answer")
def owner(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a conversation, set one's own free, or give it to a colleague."""
    person, conversation = signed_in(request), find(request, uuid)
    before = conversation.owner
    if request.method == "GET":
        return _whom(request, conversation, OwnerForm(by=person, auto_id="owner-%s", initial={"to": conversation.owner_id}))
    if "take" in request.POST:
        assign(conversation, person, by=person)
        _offer_back(request, uuid, before.pk if before else "", _("You take care of it now."))
        return back_to(request, uuid)
    if not (may(person, "assign", conversation) or before in (None, person)):
        raise PermissionDenied
    form = OwnerForm(request.POST, by=person, auto_id="owner-%s")
    if not form.is_valid():
        return _whom(request, conversation, form)
    to = form.cleaned_data["to"]
    assign(conversation, to, by=person, message=form.cleaned_data["message"])
    words = _("Given to %(name)s.") % {"name": to.name} if to else _("It is free for somebody to take.")
    if may(person, "assign", conversation):  # who gives away their own can not simply take it back from a colleague's desk
        _offer_back(request, uuid, before.pk if before else "", words)
    return back_to(request, uuid)


def _whom(request: HttpRequest, conversation: Conversation, form: OwnerForm) -> HttpResponse:
    """The question to whom it goes: a part of the open page, or a page of its own."""
    known = knowing(conversation, signed_in(request))
    context = {"conversation": conversation, "owner_form": form, "knowing": known, "query": chosen(request).query()}
    part = "HX-Request" in request.headers
    template = "inbox/parts/give.html" if part else "inbox/owner.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _offer_back(request: HttpRequest, uuid: UUID, before: int | str, words: str) -> None:
    person = signed_in(request)
    if before == person.pk and not may(person, "assign"):
        offer(request, words, _act(request, "owner", uuid), take="1")
    else:
        offer(request, words, _act(request, "owner", uuid), to=before, message="")


@require_POST
@requires("answer")
def closure(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Finish a conversation without an answer, or open it again."""
    conversation = find(request, uuid)
    if "reopen" in request.POST:
        reopen(conversation)
        return back_to(request, uuid)
    close(conversation, by=signed_in(request))
    offer(request, _("Finished: %(name)s") % {"name": conversation.with_contact}, _act(request, "closure", uuid), reopen="1")
    return back_to_list(request)


@require_POST
@requires("answer")
def later(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a conversation off, or bring it back."""
    conversation = find(request, uuid)
    if "back" in request.POST:
        bring_back_now(conversation)
        return back_to(request, uuid)
    form = LaterForm(request.POST, library=conversation.library, now=timezone.now(), auto_id="later-%s")
    if not form.is_valid():
        return shown(request, conversation, later_form=form, status=422)
    postpone(conversation, form.until, by=signed_in(request))
    at = formats.date_format(conversation.library.local(form.until), "SHORT_DATETIME_FORMAT")
    words = _("%(name)s comes back at %(time)s.") % {"name": conversation.with_contact, "time": at}
    offer(request, words, _act(request, "later", uuid), back="1")
    return back_to_list(request)


@require_POST
@requires("answer")
def heat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mark a conversation as heated, or say that it is calm again."""
    conversation = find(request, uuid)
    if "calm" in request.POST:
        calm(conversation)
        offer(request, _("It counts as calm again."), _act(request, "heat", uuid), hot="1")
    else:
        mark_heated(conversation, by=signed_in(request))
        offer(request, _("Marked as heated."), _act(request, "heat", uuid), calm="1")
    return back_to(request, uuid)
