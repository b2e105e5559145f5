"""The list of conversations, and one of them."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from theke.inbox.answering import held_answer, names_in_front, seen_now
from theke.inbox.caring import be_there, others_there, read
from theke.inbox.forms import AnswerForm, NoteForm, OwnerForm
from theke.inbox.models import Conversation, Message
from theke.inbox.models.conversation import ConversationQuerySet
from theke.inbox.showing import entries, lines
from theke.people.access import may, requires, signed_in
from theke.people.models import Person

STATES = ("open", "done")
WHOSE = ("mine", "free", "all")
A_PAGE = 30
LONG_WAIT = timedelta(hours=24)


def find(request: HttpRequest, uuid: UUID) -> Conversation:
    """The conversation of the signed-in person's library, or 404."""
    seen = Conversation.objects.visible_to(signed_in(request))
    wanted = seen.select_related("library", "channel__branch", "about__sender", "delivery", "with_contact", "owner")
    return get_object_or_404(wanted, uuid=uuid)


def choices(request: HttpRequest) -> tuple[str, str]:
    """Which part of the list is asked for: state and whose."""
    state, whose = request.GET.get("state", "open"), request.GET.get("whose", "all")
    return (state if state in STATES else "open"), (whose if whose in WHOSE else "all")


def chosen(person: Person, state: str, whose: str) -> ConversationQuerySet:
    """The conversations of one tab and filter, in the order of the list."""
    every = Conversation.objects.visible_to(person)
    mine = {"mine": Q(owner=person), "free": Q(owner=None), "all": Q()}[whose]
    if state == "done":
        return every.done().filter(mine).order_by("-last_at")
    return every.open().filter(mine).longest_waiting_first()


def chosen_query(request: HttpRequest) -> str:
    """The part of the list that is chosen, as the query of an address."""
    state, whose = choices(request)
    return urlencode({"state": state, "whose": whose})


def back_to(request: HttpRequest, uuid: UUID, more: str = "") -> HttpResponse:
    """Back to a conversation, with the same part of the list beside it."""
    return redirect(f"{reverse('inbox:conversation', args=[uuid])}?{chosen_query(request)}{more}")


def listing(request: HttpRequest) -> dict[str, Any]:
    """What the list column shows."""
    person = signed_in(request)
    state, whose = choices(request)
    wanted = chosen(person, state, whose).select_related("channel__branch", "with_contact", "owner")
    page = Paginator(wanted, A_PAGE).get_page(request.GET.get("page"))
    counts = Conversation.objects.visible_to(person).open()
    tally = counts.aggregate(
        all=Count("pk"),
        mine=Count("pk", Q(owner=person)),
        free=Count("pk", Q(owner=None)),
        long=Count("pk", Q(waiting_since__lt=timezone.now() - LONG_WAIT)),
    )
    return {
        "state": state,
        "whose": whose,
        "page": page,
        "lines": lines(list(page.object_list), person),
        "tally": tally,
        "query": chosen_query(request),
    }


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
        "text": held.post.text if held else "",
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
        "earlier": earlier(conversation),
        "others": others_there(conversation, person),
        "names": names_in_front(conversation),
    }
    status = more.pop("status", 200)
    return render(request, "inbox/conversation.html", listing(request) | context | more, status=status)


def earlier(conversation: Conversation) -> dict[str, Any]:
    """What went before with the same person: how many conversations, and when the last one was."""
    same = Message.objects.filter(author=conversation.with_contact).exclude(conversation=conversation)
    last = same.order_by("-at").first()
    count = same.values("conversation").distinct().count() if last else 0
    return {"count": count, "last": last}


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
    context = {"conversation": found, "others": others_there(found, person), "newer": newer, "query": chosen_query(request)}
    return render(request, "inbox/parts/happening.html", context)
