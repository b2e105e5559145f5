"""Brings a conversation to the right person: the sender, else the stand-in, else the branch, else the editorial group (B20)."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils import timezone

from theke.inbox.models import Assignment, Conversation, Message
from theke.networks.base import gettext_noop
from theke.notices.telling import tell
from theke.people.models import Branch, Person
from theke.people.routing import is_away, standing_in_for

OWNED = gettext_noop("%(name)s wrote to the library on %(channel)s")
FREE = gettext_noop("%(name)s wrote on %(channel)s, nobody has taken it yet")


def route(conversation: Conversation, message: Message, today: date | None = None) -> None:
    """Give the conversation an owner if there is one, and tell whom it concerns.

    An owner who is here keeps it. `today` is a day of the library, for tests; the present one without it.
    """
    day = today or timezone.now().astimezone(conversation.library.zone).date()
    first = conversation.owner or (conversation.about.sender if conversation.about else None)
    owner = standing_in_for(first, day) if first else None
    if owner is not None:
        _give(conversation, owner, "sender" if owner == first else "stand_in")
        _tell(conversation, message, [owner], OWNED)
        return
    branch = (first.home_branch if first else None) or conversation.channel.branch
    people, why = _who_is_there(conversation, branch, day)
    _give(conversation, None, why)
    _tell(conversation, message, people, FREE)


def _who_is_there(conversation: Conversation, branch: Branch | None, day: date) -> tuple[Sequence[Person], str]:
    """The people of the branch who are here today, else the editorial group."""
    staff = Person.objects.active().filter(library_id=conversation.library_id)
    at_branch = [p for p in staff.filter(home_branch=branch) if not is_away(p, day)] if branch else []
    return (at_branch, "branch") if at_branch else (list(staff.editors()), "editors")


def _give(conversation: Conversation, owner: Person | None, why: str) -> None:
    last = conversation.assignments.last()
    if conversation.owner != owner or last is None or (owner is None and last.why != why):
        Assignment.objects.create(conversation=conversation, person=owner, why=why)
    if conversation.owner != owner:
        conversation.owner = owner
        conversation.save(update_fields=["owner"])


def _tell(conversation: Conversation, message: Message, people: Sequence[Person], words: str) -> None:
    path = reverse("inbox:conversation", args=[conversation.uuid])
    params = {"name": str(message.author), "channel": str(conversation.channel)}
    for person in people:
        tell(person, words, path, params=params, excerpt=message.text[:500], key=f"conversation:{conversation.pk}")
