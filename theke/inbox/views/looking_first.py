"""A colleague looks at an answer before it goes out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.inbox.forms import WordForm
from theke.inbox.looking_first import let_out, waiting
from theke.inbox.models import Conversation
from theke.inbox.views.conversations import back_to, find, shown
from theke.people.access import requires, signed_in
from theke.posts.approving import Declined, return_to_author
from theke.publishing.planning import NotPlanned
from theke.publishing.views.releases import in_words


@require_GET
@requires("look")
def of_answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """From an answer to its conversation; notices lead here."""
    found = get_object_or_404(Conversation.objects.visible_to(signed_in(request)), answers__post__uuid=uuid)
    return back_to(request, found.uuid)


@require_POST
@requires("approve")
def decide(request: HttpRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Let an answer out, or give it back with a word."""
    person, conversation, form = signed_in(request), find(request, uuid), WordForm(request.POST)
    found = next((one for one in waiting(conversation) if one.pk == pk), None)
    if found is None:
        messages.warning(request, _("Nothing waits here any more."))
        return back_to(request, uuid)
    word = form.cleaned_data["word"] if form.is_valid() else ""
    try:
        if request.POST.get("act") == "return":
            return_to_author(found, by=person, answer=word)
            messages.success(request, _("Given back. %(name)s is told.") % {"name": found.post.sender.name})
        else:
            let_out(found, by=person, word=word)
            messages.success(request, _("Approved. The answer goes out now."))
    except (NotPlanned, Declined) as trouble:
        return shown(request, conversation, refused=in_words(trouble), word=request.POST.get("word", ""), status=422)
    return back_to(request, uuid)
