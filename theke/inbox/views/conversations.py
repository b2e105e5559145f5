"""The list of conversations, and one of them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from theke.inbox import postponing
from theke.inbox.answering import held_answer, names_in_front, seen_now
from theke.inbox.caring import be_there, others_there, read
from theke.inbox.choosing import LONGEST_KEY, chosen, conversations, narrowed, offered
from theke.inbox.filling import filled
from theke.inbox.forms import AnswerForm, LaterForm, NoteForm, OwnerForm
from theke.inbox.knowing import knowing
from theke.inbox.models import Conversation, SavedReply
from theke.inbox.models.conversation import ConversationQuerySet
from theke.inbox.showing import before, entries, lines
from theke.people.access import may, requires, signed_in
from theke.people.models import Person

A_PAGE = 30
LONG_WAIT = timedelta(hours=24)


def find(request: HttpRequest, uuid: UUID) -> Conversation:
    """The conversation of the signed-in person's library, or 404."""
    seen = Conversation.objects.visible_to(signed_in(request))
    wanted = seen.select_related("library", "channel__branch", "about__sender", "delivery", "with_contact", "owner")
    return get_object_or_404(wanted, uuid=uuid)


def back_to(request: HttpRequest, uuid: UUID, more: str = "") -> HttpResponse:
    """Back to a conversation, with the same part of the list beside it."""
    return redirect(f"{reverse('inbox:conversation', args=[uuid])}?{chosen(request).query()}{more}")


def back_to_list(request: HttpRequest) -> HttpResponse:
    """Back to the same part of the list."""
    return redirect(f"{reverse('inbox:list')}?{chosen(request).query()}")


def listing(request: HttpRequest) -> dict[str, Any]:
    """What the list column shows."""
    person, part = signed_in(request), chosen(request)
    wanted = conversations(person, part).select_related("channel__branch", "with_contact", "owner")
    page = Paginator(wanted, A_PAGE).get_page(request.GET.get("page"))
    return {
        "part": part,
        "page": page,
        "lines": lines(list(page.object_list), person),
        "tally": _tally(narrowed(person, part), person),
        "query": part.query(),
        "offered": offered(person),
    }


def _tally(every: ConversationQuerySet, person: Person) -> dict[str, int]:
    tally: dict[str, int] = every.open().aggregate(
        all=Count("pk"),
        mine=Count("pk", Q(owner=person)),
        free=Count("pk", Q(owner=None)),
        long=Count("pk", Q(waiting_since__lt=timezone.now() - LONG_WAIT)),
    )
    return tally | {"later": every.later().count()}


@require_GET
@requires("look")
def conversation_list(request: HttpRequest) -> HttpResponse:
    """The inbox without a conversation chosen."""
    return render(request, "inbox/list.html", listing(request))


def shown(request: HttpRequest, conversation: Conversation, **more: Any) -> HttpResponse:
    """The page of a conversation; `more` overrides forms and adds findings after a refused answer."""
    person = signed_in(request)
    seen, held = seen_now(conversation), held_answer(conversation, person)
    initial = {
        "text": held.post.text if held else taken_reply(request, conversation),
        "done": held.done_afterwards if held else True,
        "seen_message": seen.message,
        "seen_answer": seen.answer,
    }
    context = {
        "conversation": conversation,
        "entries": entries(conversation),
        "held": held,
        "seen": seen,
        "form": AnswerForm(initial=initial, auto_id="answer-%s"),
        "note_form": NoteForm(auto_id="note-%s"),
        "owner_form": OwnerForm(by=person, auto_id="owner-%s", initial={"to": conversation.owner_id}),
        "may_assign": may(person, "assign", conversation) or conversation.owner in (None, person),
        "may_publish": conversation.channel.connected and conversation.channel.allows(person, "publish"),
        "before": before(conversation),
        "knowing": knowing(conversation, person),
        "replies": SavedReply.objects.visible_to(person),
        "later_choices": postponing.choices(conversation.library, timezone.now()),
        "later_form": LaterForm(library=conversation.library, now=timezone.now(), auto_id="later-%s"),
        "others": others_there(conversation, person),
        "names": names_in_front(conversation),
    }
    status = more.pop("status", 200)
    return render(request, "inbox/conversation.html", listing(request) | context | more, status=status)


def taken_reply(request: HttpRequest, conversation: Conversation) -> str:
    """The saved reply that the address asks for, filled in: for browsers without script."""
    key, person = request.GET.get("reply", ""), signed_in(request)
    reply = (
        SavedReply.objects.visible_to(person).filter(pk=key[:LONGEST_KEY]).first()
        if key.isdecimal() and key.isascii()
        else None
    )
    return filled(reply, conversation, person) if reply else ""


@require_GET
@requires("look")
def conversation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One conversation; opening it marks it read."""
    person, found = signed_in(request), find(request, uuid)
    response = shown(request, found)
    read(found, by=person)
    be_there(found, by=person, writing=False)
    return response


@require_GET
@requires("look")
def happening(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asked every few seconds by an open conversation: who else is here, and whether something new came."""
    person, found = signed_in(request), find(request, uuid)
    be_there(found, by=person, writing=request.GET.get("writing") == "1")
    seen = seen_now(found)
    newer = str(seen.message) != request.GET.get("message") or str(seen.answer) != request.GET.get("answer")
    context = {"conversation": found, "others": others_there(found, person), "newer": newer, "query": chosen(request).query()}
    return render(request, "inbox/parts/happening.html", context)
