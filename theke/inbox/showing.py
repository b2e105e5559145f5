"""What a conversation looks like: everything that happened in it, in order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from theke.inbox.models import Answer, Assignment, Closure, Conversation, Message, Note, Reading
from theke.people.models import Person
from theke.publishing.models import Delivery


@dataclass(frozen=True)
class Entry:
    """One thing that happened, told by the partial `inbox/parts/<kind>.html`."""

    kind: str
    at: datetime
    thing: Any
    delivery: Delivery | None = None
    """Of an answer: where it stands on its network."""

    @property
    def partial(self) -> str:
        """The template that shows it."""
        return f"inbox/parts/{self.kind}.html"


def entries(conversation: Conversation) -> list[Entry]:
    """Messages, answers, notes, changes of owner and closures, oldest first."""
    found = [Entry("message", m.at, m) for m in _messages(conversation)]
    found += [Entry("answer", a.at, a, next(iter(a.post.deliveries.all()), None)) for a in _answers(conversation)]
    found += [Entry("note", n.at, n) for n in Note.objects.filter(conversation=conversation).select_related("by")]
    found += [Entry("assignment", a.at, a) for a in _assignments(conversation)]
    found += [Entry("closure", c.at, c) for c in Closure.objects.filter(conversation=conversation).select_related("by")]
    return sorted(found, key=lambda entry: entry.at)


def _messages(conversation: Conversation) -> list[Message]:
    return list(Message.objects.filter(conversation=conversation).select_related("author"))


def _answers(conversation: Conversation) -> list[Answer]:
    sent = Answer.objects.filter(conversation=conversation, held=False).select_related("post", "by")
    return list(sent.prefetch_related("post__deliveries__channel"))


def _assignments(conversation: Conversation) -> list[Assignment]:
    return list(Assignment.objects.filter(conversation=conversation).select_related("person", "by"))


@dataclass(frozen=True)
class Line:
    """A conversation in the list."""

    conversation: Conversation
    excerpt: str
    unread: bool


def lines(conversations: list[Conversation], person: Person) -> list[Line]:
    """The conversations with the beginning of their last message, and whether the person has read it."""
    keys = [c.pk for c in conversations]
    last = {m.conversation_id: m for m in Message.objects.filter(conversation__in=keys).order_by("at", "pk")}
    read = dict(Reading.objects.filter(person=person, conversation__in=keys).values_list("conversation_id", "until"))
    return [
        Line(c, last[c.pk].text[:160], c.closed_at is None and (c.pk not in read or read[c.pk] < last[c.pk].received_at))
        for c in conversations
        if c.pk in last
    ]
