"""What a conversation looks like: everything that happened in it, in order; and how it looks in a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, DateTimeField, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from theke.inbox.models import Answer, Assignment, Closure, Conversation, Message, Moderation, Note, Reading, Snooze
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


@dataclass(frozen=True)
class Event:
    """What colleagues did: a note, a change of owner, a closure, putting off."""

    pk: int
    by: str
    who: str = ""
    """Of a change of owner: to whom."""
    why: str = ""
    text: str = ""
    moment: datetime | None = None
    """Of putting off: until when; of a closure: when it was opened again."""


@dataclass(frozen=True)
class Told:
    """Everything in a conversation, fetched once."""

    messages: list[Message]
    answers: list[Answer]
    entries: list[Entry]

    @property
    def last_message(self) -> Message | None:
        """What the public said last."""
        return self.messages[-1] if self.messages else None

    def held_by(self, person: Person) -> Answer | None:
        """The answer of this person that has not gone out."""
        return next((one for one in reversed(self.answers) if one.held and one.by_id == person.pk), None)


def told(conversation: Conversation) -> Told:
    """Messages, answers and what colleagues did, oldest first."""
    messages = list(Message.objects.filter(conversation=conversation).select_related("author").defer("raw"))
    every = Answer.objects.filter(conversation=conversation).select_related("post", "by")
    answers = list(every.prefetch_related("post__deliveries"))
    found = [Entry("message", m.at, m) for m in messages]
    found += [Entry("answer", a.at, a, next(iter(a.post.deliveries.all()), None)) for a in answers if not a.held]
    found += _events(conversation)
    return Told(messages, answers, sorted(found, key=lambda entry: entry.at))


def _events(conversation: Conversation) -> Iterable[Entry]:
    """What colleagues did, from four tables in one query."""
    notes = _rows(Note.objects.filter(conversation=conversation), "note", text="text")
    owners = _rows(
        Assignment.objects.filter(conversation=conversation), "assignment", who="person__name", why="why", text="message"
    )
    ends = _rows(Closure.objects.filter(conversation=conversation), "closure", moment="reopened_at")
    put_off = _rows(Snooze.objects.filter(conversation=conversation), "snooze", moment="until")
    acts = _rows(
        Moderation.objects.filter(message__conversation=conversation),
        "moderation",
        who="message__author__name",
        why="action",
        text="state",
    )
    for kind, pk, at, by, who, why, text, moment in notes.union(owners, ends, put_off, acts, all=True):
        yield Entry(kind, at, Event(pk, by or "", who or "", why, text, moment))


def _rows(rows: "QuerySet[Any]", kind: str, **given: str) -> "QuerySet[Any, Any]":
    empty = {"who": Value("", CharField()), "why": Value("", CharField()), "text": Value("", TextField())}
    columns: dict[str, Any] = (
        empty | {"moment": Cast(Value(None), DateTimeField())} | {name: F(field) for name, field in given.items()}
    )
    named = {f"row_{name}": value for name, value in columns.items()}
    marked = rows.order_by().annotate(row_kind=Value(kind, CharField()), **named)
    told: QuerySet[Any, Any] = marked.values_list(
        "row_kind", "pk", "at", "by__name", "row_who", "row_why", "row_text", "row_moment"
    )
    return told


@dataclass(frozen=True)
class Line:
    """A conversation in the list."""

    conversation: Conversation
    excerpt: str
    unread: bool


def with_tips(found: "QuerySet[Conversation]", person: Person) -> "QuerySet[Conversation]":
    """The conversations with the text and the arrival of their last message, and until when the person has read them."""
    newest = Message.objects.filter(conversation=OuterRef("pk")).order_by("-at", "-pk")
    read = Reading.objects.filter(conversation=OuterRef("pk"), person=person).values("until")
    return found.annotate(
        tip=Subquery(newest.values("text")[:1]),
        tip_at=Subquery(newest.values("received_at")[:1]),
        read_until=Subquery(read[:1]),
    )


def lines(found: Iterable[Any]) -> list[Line]:
    """Conversations as `with_tips` fetched them, each with the beginning of its last message, and whether it is unread."""
    return [
        Line(c, c.tip[:160], c.closed_at is None and (c.read_until is None or c.read_until < c.tip_at))
        for c in found
        if c.tip_at is not None
    ]


@dataclass(frozen=True)
class Before:
    """What went before with the same person (E19)."""

    last: list[Line]
    more: bool


MOST_BEFORE = 3


def before(conversation: Conversation, person: Person) -> Before:
    """Earlier conversations with whom this one is, newest first."""
    if conversation.with_contact_id is None:
        return Before([], more=False)
    same = Conversation.objects.filter(with_contact=conversation.with_contact_id, library=conversation.library_id)
    others = with_tips(same.exclude(pk=conversation.pk), person).order_by("-last_at").select_related("channel", "with_contact")
    found = lines(others[: MOST_BEFORE + 1])
    return Before(found[:MOST_BEFORE], len(found) > MOST_BEFORE)
