"""What a conversation looks like: everything that happened in it, in order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from theke.inbox.models import Answer, Assignment, Closure, Conversation, Message, Note, Reading, Snooze
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
    found += [Entry("snooze", s.at, s) for s in Snooze.objects.filter(conversation=conversation).select_related("by")]
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
    last = _newest(conversations)
    read = dict(Reading.objects.filter(person=person, conversation__in=keys).values_list("conversation_id", "until"))
    return [
        Line(c, last[c.pk].text[:160], c.closed_at is None and (c.pk not in read or read[c.pk] < last[c.pk].received_at))
        for c in conversations
        if c.pk in last
    ]


def _newest(conversations: list[Conversation]) -> dict[int, Message]:
    """The last message of each."""
    newest = Message.objects.filter(conversation=OuterRef("pk")).order_by("-at", "-pk").values("pk")[:1]
    tips = Conversation.objects.filter(pk__in=[c.pk for c in conversations]).annotate(tip=Subquery(newest)).values("tip")
    return {m.conversation_id: m for m in Message.objects.filter(pk__in=tips).defer("raw")}


@dataclass(frozen=True)
class Before:
    """What went before with the same person (E19): how many conversations, and the last ones."""

    count: int
    last: list[Line]


MOST_BEFORE = 3


def before(conversation: Conversation) -> Before:
    """Earlier conversations with whom this one is, newest first."""
    same = Conversation.objects.filter(with_contact=conversation.with_contact, library=conversation.library)
    same = same.exclude(pk=conversation.pk).exclude(with_contact=None)
    found = list(same.order_by("-last_at").select_related("with_contact", "channel")[: MOST_BEFORE + 1])
    count = same.count() if len(found) > MOST_BEFORE else len(found)
    last = _newest(found[:MOST_BEFORE])
    return Before(count, [Line(c, last[c.pk].text[:90], unread=False) for c in found if c.pk in last])
