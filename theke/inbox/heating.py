"""When a conversation is heated: a colleague says so, somebody insults, or many messages come at once (A28, A29, R25)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from theke.guidelines.keeping import kept
from theke.guidelines.rules.tone import is_harsh
from theke.inbox.models import Conversation, Message
from theke.people.models import Person

LASTS = timedelta(days=7)
"""So long an insult is remembered."""
MANY, AT_ONCE = 5, timedelta(hours=1)
MARKED = gettext_noop("%(name)s has marked this conversation as heated.")
HARSH = gettext_noop("Somebody insults in this conversation.")
CROWDED = gettext_noop("Many messages have come here in a short time.")


@dataclass(frozen=True)
class Heat:
    """That a conversation is heated."""

    since: datetime
    reason: str
    name: str = ""
    """Who has said so, where a colleague has."""

    @property
    def words(self) -> str:
        """Why it counts as heated."""
        return gettext(self.reason) % {"name": self.name}


def heat_of(conversation: Conversation, messages: Iterable[Message] | None = None, now: datetime | None = None) -> Heat | None:
    """Whether it is heated, and why; None where it is calm. Messages are the stored ones, unless they are at hand."""
    if conversation.heated_at is not None:
        return Heat(conversation.heated_at, MARKED, conversation.heated_by.name if conversation.heated_by else "")
    since = (now or timezone.now()) - LASTS
    since = max(since, conversation.calmed_at) if conversation.calmed_at else since
    every = conversation.messages.defer("raw") if messages is None else messages
    lately = sorted((one for one in every if one.at > since), key=lambda one: one.at)
    return _harsh(conversation, lately) or _crowded(lately)


def _harsh(conversation: Conversation, messages: list[Message]) -> Heat | None:
    own, lang = kept(conversation.library).own, conversation.channel.language
    return next((Heat(one.at, HARSH) for one in messages if is_harsh(one.text, one.lang or lang, own)), None)


def _crowded(messages: list[Message]) -> Heat | None:
    rows = zip(messages, messages[MANY - 1 :], strict=False)
    return next((Heat(last.at, CROWDED) for first, last in rows if last.at - first.at <= AT_ONCE), None)


def mark_heated(conversation: Conversation, *, by: Person, now: datetime | None = None) -> None:
    """Say that it is heated."""
    Conversation.objects.filter(pk=conversation.pk).update(heated_at=now or timezone.now(), heated_by=by)


def calm(conversation: Conversation, *, now: datetime | None = None) -> None:
    """Say that it is calm again; only what comes from now on can heat it anew."""
    Conversation.objects.filter(pk=conversation.pk).update(heated_at=None, heated_by=None, calmed_at=now or timezone.now())
