"""The list of conversations, and one of them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from theke.inbox import postponing
from theke.inbox.answering import cannot_answer, language_of, names_of, seen_in, seen_now
from theke.inbox.caring import be_there, others_there, read
from theke.inbox.choosing import chosen, conversations, narrowed, offered
from theke.inbox.filling import filled
from theke.inbox.forms import AnswerForm, LaterForm, NoteForm
from theke.inbox.heating import heat_of
from theke.inbox.hinting import advice_to
from theke.inbox.looking_first import shown_to
from theke.inbox.models import Conversation, SavedReply
from theke.inbox.models.conversation import ConversationQuerySet
from theke.inbox.safeguarding import is_private
from theke.inbox.showing import Told, before, lines, told, with_tips
from theke.people.access import may, requires, signed_in
from theke.people.models import Person
from theke.ui.paging import Leaf
from theke.ui.picking import key_in

A_PAGE = 20
LONG_WAIT = timedelta(hours=24)


def find(request: HttpRequest, uuid: UUID) -> Conversation:
    """The conversation of the signed-in person's library, or 404."""
    seen = Conversation.objects.visible_to(signed_in(request))
    wanted = seen.select_related(
        "library", "channel__branch", "about__sender", "delivery", "with_contact", "owner", "heated_by"
    )
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
    wanted = with_tips(conversations(person, part), person).select_related("channel__branch", "with_contact", "owner")
    page = Leaf(wanted, request.GET.get("page"), A_PAGE)
    tally = _tally(narrowed(person, part), person)
    return {"part": part, "page": page, "lines": lines(page), "tally": tally, "query": part.query()}


def _tally(every: ConversationQuerySet, person: Person) -> dict[str, int]:
    now = timezone.now()
    later = Q(snoozed_until__gt=now)
    tally: dict[str, int] = every.filter(closed_at=None).aggregate(
        all=Count("pk", ~later),
        mine=Count("pk", ~later & Q(owner=person)),
        free=Count("pk", ~later & Q(owner=None)),
        long=Count("pk", ~later & Q(waiting_since__lt=now - LONG_WAIT)),
        later=Count("pk", later),
    )
    return tally


@require_GET
@requires("look")
def conversation_list(request: HttpRequest) -> HttpResponse:
    """The inbox without a conversation chosen."""
    return render(request, "inbox/list.html", listing(request) | {"offered": offered(signed_in(request))})


def shown(request: HttpRequest, conversation: Conversation, **more: Any) -> HttpResponse:
    """The page of a conversation; `more` overrides forms and adds hints after a refused answer."""
    person, story = signed_in(request), told(conversation)
    held, seen = story.held_by(person), seen_in(story.messages, story.answers)
    initial = {**_beginning(request, conversation, story), "seen_message": seen.message, "seen_answer": seen.answer}
    context = {
        "conversation": conversation,
        "entries": story.entries,
        "held": held,
        "waiting": shown_to(person, conversation),
        "heat": heat_of(conversation, story.messages),
        "private": conversation.direct or is_private(held),
        "seen": seen,
        "form": AnswerForm(initial=initial, auto_id="answer-%s"),
        "note_form": NoteForm(auto_id="note-%s"),
        "may_assign": may(person, "assign", conversation) or conversation.owner in (None, person),
        "cannot_answer": cannot_answer(conversation.channel),
        "last_url": story.last_message.url if story.last_message else "",
        "may_publish": conversation.channel.connected and conversation.channel.allows(person, "publish"),
        "before": before(conversation, person),
        "later_choices": postponing.choices(conversation.library, timezone.now()),
        "later_form": LaterForm(library=conversation.library, now=timezone.now(), auto_id="later-%s"),
        "names": names_of(conversation, story.last_message),
    }
    if "hints" not in more:
        context |= advice_to(held, conversation)
    status = more.pop("status", 200)
    return render(request, "inbox/conversation.html", listing(request) | context | more, status=status)


def _beginning(request: HttpRequest, conversation: Conversation, story: Told) -> dict[str, Any]:
    """What stands in the answer box: what is held there, else the saved reply that was taken."""
    held = story.held_by(signed_in(request))
    if held:
        return {"text": held.post.text, "done": held.done_afterwards, "lang": held.post.lang}
    lang = language_of(conversation, story.last_message)
    return {"text": taken_reply(request, conversation), "done": True, "lang": lang}


def taken_reply(request: HttpRequest, conversation: Conversation) -> str:
    """The saved reply that the address asks for, filled in: for browsers without script."""
    key, person = key_in(request.GET.get("reply", "")), signed_in(request)
    reply = SavedReply.objects.visible_to(person).filter(pk=key).first() if key else None
    return filled(reply, conversation, person) if reply else ""


@require_GET
@requires("look")
def conversation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One conversation; opening it marks it read."""
    person, found = signed_in(request), find(request, uuid)
    response = shown(request, found)
    read(found, by=person)
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
