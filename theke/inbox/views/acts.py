"""Notes, owner and closure of a conversation."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theke.inbox.caring import assign, close, note, reopen
from theke.inbox.forms import NoteForm, OwnerForm
from theke.inbox.views.conversations import back_to, chosen_query, find, shown
from theke.people.access import may, requires, signed_in


@require_POST
@requires("answer")
def notes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Leave an internal note."""
    conversation, form = find(request, uuid), NoteForm(request.POST, auto_id="note-%s")
    if not form.is_valid():
        return shown(request, conversation, note_form=form, status=422)
    note(conversation, form.cleaned_data["text"], by=signed_in(request))
    return back_to(request, uuid)


@require_POST
@requires("answer")
def owner(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a conversation, set one's own free, or give it to a colleague."""
    person, conversation = signed_in(request), find(request, uuid)
    if "take" in request.POST:
        assign(conversation, person, by=person)
        return back_to(request, uuid)
    if not (may(person, "assign", conversation) or conversation.owner in (None, person)):
        raise PermissionDenied
    form = OwnerForm(request.POST, by=person, auto_id="owner-%s")
    if not form.is_valid():
        return shown(request, conversation, owner_form=form, status=422)
    assign(conversation, form.cleaned_data["to"], by=person, message=form.cleaned_data["message"])
    return back_to(request, uuid)


@require_POST
@requires("answer")
def closure(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Finish a conversation without an answer, or open it again."""
    conversation = find(request, uuid)
    if "reopen" in request.POST:
        reopen(conversation)
        return back_to(request, uuid)
    close(conversation, by=signed_in(request))
    messages.success(request, _("Done."))
    return redirect(f"{reverse('inbox:list')}?{chosen_query(request)}")
