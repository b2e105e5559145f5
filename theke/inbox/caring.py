"""What colleagues do with a conversation besides answering: take, give, finish, note, read, be there."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from theke.inbox.models import Assignment, Closure, Conversation, Note, Presence, Reading
from theke.networks.base import gettext_noop
from theke.notices.telling import tell
from theke.people.models import Person

PRESENT_FOR = timedelta(seconds=25)


@transaction.atomic
def assign(conversation: Conversation, to: Person | None, *, by: Person, message: str = "") -> None:
    """Take it (`to` is `by`), give it to a colleague with a word, or set it free (None)."""
    why = "freed" if to is None else "taken" if to == by else "given"
    Assignment.objects.create(conversation=conversation, person=to, by=by, why=why, message=message[:300])
    Conversation.objects.filter(pk=conversation.pk).update(owner=to)
    conversation.owner = to
    if to is not None and to != by:
        path = reverse("inbox:conversation", args=[conversation.uuid])
        words = gettext_noop("%(colleague)s gave you the conversation with %(name)s")
        params = {"colleague": by.name, "name": str(conversation.with_contact)}
        tell(to, words, path, params=params, excerpt=message, key=f"conversation:{conversation.pk}")


@transaction.atomic
def close(conversation: Conversation, *, by: Person) -> None:
    """Finish it; a second time changes nothing."""
    now = timezone.now()
    if Conversation.objects.filter(pk=conversation.pk, closed_at=None).update(
        closed_at=now, waiting_since=None, snoozed_until=None
    ):
        Closure.objects.create(conversation=conversation, by=by, at=now)
    conversation.closed_at = conversation.closed_at or now


@transaction.atomic
def reopen(conversation: Conversation) -> None:
    """Open it again; whoever waited waits again since the last message of theirs."""
    last = conversation.messages.last()
    answered = conversation.answers.filter(held=False).last()
    waits = last.at if last and (answered is None or answered.at < last.received_at) else None
    Conversation.objects.filter(pk=conversation.pk).update(closed_at=None, waiting_since=waits)
    Closure.objects.filter(conversation=conversation, reopened_at=None).update(reopened_at=timezone.now())
    conversation.closed_at = None


def note(conversation: Conversation, text: str, *, by: Person) -> Note:
    """Leave a word for colleagues, and tell the owner."""
    made = Note.objects.create(conversation=conversation, by=by, text=text)
    if conversation.owner and conversation.owner != by:
        path = reverse("inbox:conversation", args=[conversation.uuid])
        words = gettext_noop("%(colleague)s left a note on the conversation with %(name)s")
        params = {"colleague": by.name, "name": str(conversation.with_contact)}
        tell(conversation.owner, words, path, params=params, excerpt=text[:500], key=f"note:{made.pk}")
    return made


def read(conversation: Conversation, *, by: Person, now: datetime | None = None) -> None:
    """Remember that the person has seen everything up to now."""
    until = now or timezone.now()
    if not Reading.objects.filter(conversation=conversation, person=by).update(until=until):
        Reading.objects.update_or_create(conversation=conversation, person=by, defaults={"until": until})


def be_there(conversation: Conversation, *, by: Person, writing: bool, now: datetime | None = None) -> None:
    """Say that the person looks at it, or writes an answer, right now."""
    seen = {"writing": writing, "at": now or timezone.now()}
    Presence.objects.update_or_create(conversation=conversation, person=by, defaults=seen)


def others_there(conversation: Conversation, person: Person, now: datetime | None = None) -> list[Presence]:
    """Who else is here now; those who write come first."""
    since = (now or timezone.now()) - PRESENT_FOR
    there = conversation.presences.filter(at__gte=since).exclude(person=person)
    return list(there.select_related("person").order_by("-writing", "person__name"))
