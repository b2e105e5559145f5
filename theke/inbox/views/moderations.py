"""What colleagues do about a message on its network."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theke.inbox import moderating
from theke.inbox.choosing import chosen
from theke.inbox.forms import ModerationForm
from theke.inbox.models import Message, Moderation
from theke.inbox.views.conversations import back_to, find
from theke.people.access import requires, signed_in
from theke.ui.undoing import offer


@require_POST
@requires("moderate")
def moderations(request: HttpRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Hide, approve, remove … one message of a conversation."""
    conversation, person = find(request, uuid), signed_in(request)
    message = get_object_or_404(Message.objects.select_related("channel", "author"), pk=pk, conversation=conversation)
    form = ModerationForm(request.POST)
    if not form.is_valid():
        return back_to(request, uuid)
    action = Moderation.Action(form.cleaned_data["action"])
    try:
        moderating.ask_for(message, action, by=person, reason=form.cleaned_data["reason"])
    except ValueError:
        return back_to(request, uuid)
    back = moderating.BACK[action]
    if f"moderate:{back}" in message.channel.limits.can and moderating.may_do(person, back):
        words = f"{action.label}: {_('it is being done')}"
        offer(
            request, words, f"{reverse('inbox:moderations', args=[uuid, pk])}?{chosen(request).query()}", action=back, reason=""
        )
    return back_to(request, uuid)
