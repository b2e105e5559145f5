"""Answers the public: a post of the form reply, through the same checks and the same ledger as every post."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from theke.channels.models import Channel
from theke.inbox.caring import assign, close, reopen
from theke.inbox.heating import heat_of
from theke.inbox.models import Answer, Conversation, Message
from theke.networks.base import Ref
from theke.people.models import Person
from theke.posts.approving import withdraw
from theke.posts.models import Post, Version
from theke.publishing.models import NEEDS_A_PERSON, State
from theke.publishing.scheduling import CANNOT_ANSWER, UNDO_FOR, schedule, undo


@dataclass(frozen=True)
class Seen:
    """What the writer had before their eyes: the newest message and the newest answer."""

    message: int
    answer: int


def seen_now(conversation: Conversation) -> Seen:
    """What stands in the conversation now."""
    message = conversation.messages.order_by("-pk").values_list("pk", flat=True).first()
    answer = conversation.answers.filter(held=False).order_by("-pk").values_list("pk", flat=True).first()
    return Seen(message or 0, answer or 0)


def seen_in(messages: Sequence[Message], answers: Sequence[Answer]) -> Seen:
    """What stands among these."""
    newest = max((one.pk for one in messages), default=0)
    return Seen(newest, max((one.pk for one in answers if not one.held), default=0))


def held_answer(conversation: Conversation, person: Person) -> Answer | None:
    """The person's answer that has not gone out: written, undone, or held because someone else was faster."""
    return conversation.answers.filter(held=True, by=person).select_related("post").last()


@transaction.atomic
def keep(conversation: Conversation, text: str, *, by: Person, done: bool = True, lang: str = "") -> Answer:
    """Keep what the person wrote as their held answer, so that nothing is lost whatever happens next.

    `lang` is the language it is marked with, where it is another one than before.
    """
    held = held_answer(conversation, by)
    if held is None:
        message = _message_to_answer(conversation)
        post = Post.objects.create(
            library_id=conversation.library_id,
            sender=by,
            form=Post.Form.REPLY,
            lang=language_of(conversation, message),
            audience="direct" if conversation.direct else "public",
            late=Post.Late.SEND,
            names=names_in_front(conversation),
        )
        Version.objects.create(post=post, channel=conversation.channel)
        held = Answer.objects.create(conversation=conversation, message=message, post=post, by=by, held=True)
    Answer.objects.filter(pk=held.pk).update(done_afterwards=done)
    held.done_afterwards = done
    _write(held.post, text, lang or held.post.lang, conversation, by)
    return held


def _write(post: Post, text: str, lang: str, conversation: Conversation, by: Person) -> None:
    said = (text, lang if lang in conversation.library.languages else post.lang)
    if conversation.channel.looks_first and said != (post.text, post.lang):
        withdraw(post, by=by)  # whoever was asked to look would look at other words
    heat = heat_of(conversation)
    post.text, post.lang = said
    post.heated_at, post.answered_at = heat.since if heat else None, _last_answered(conversation)
    post.saved_at = timezone.now()
    post.save(update_fields=["text", "lang", "heated_at", "answered_at", "saved_at"])


def _last_answered(conversation: Conversation) -> datetime | None:
    return conversation.answers.filter(held=False).order_by("-at").values_list("at", flat=True).first()


def language_of(conversation: Conversation, message: Message | None = None) -> str:
    """The language to answer in: that of the message, where the library writes it."""
    lang = (message or _message_to_answer(conversation)).lang
    return lang if lang in conversation.library.languages else conversation.channel.language


def names_in_front(conversation: Conversation) -> str:
    """Whom an answer here must name to reach them; empty on networks that do not need it."""
    return names_of(conversation, _message_to_answer(conversation))


def cannot_answer(channel: Channel) -> str:
    """Why nobody can answer here from the desk, in the network's own words; empty where one can."""
    return "" if "reply" in channel.limits.can else channel.facts.cannot.get("reply", CANNOT_ANSWER)


def names_of(conversation: Conversation, last: Message | None) -> str:
    """The same, for a message that is at hand."""
    return last.author.handle if last and conversation.channel.facts.names_reader else ""


def _message_to_answer(conversation: Conversation) -> Message:
    return conversation.messages.order_by("at", "pk").select_related("author").reverse()[0]


@transaction.atomic
def send(answer: Answer, *, by: Person) -> None:
    """Send a held answer after the ten seconds in which it can be taken back.

    Raises `publishing.scheduling.Hindered` when a check stands in the way; the answer then stays held.
    """
    conversation, message = answer.conversation, answer.message
    target = Ref(message.remote_id, message.extra | {"handle": message.author.handle, "direct": message.direct})
    schedule(answer.post, at=None, by=by, undo=UNDO_FOR, replies_to=target)
    Answer.objects.filter(pk=answer.pk).update(held=False, at=timezone.now())
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=None)
    if conversation.owner is None:
        assign(conversation, by, by=by)
    if answer.done_afterwards:
        close(conversation, by=by)


def take_back(answer: Answer, *, by: Person) -> bool:
    """Take back an answer that has not left yet; False when it was too late."""
    with transaction.atomic():
        if not undo(answer.post, by=by):
            return False
        _back(answer)
        return True


def _back(answer: Answer) -> None:
    Answer.objects.filter(pk=answer.pk).update(held=True)
    reopen(answer.conversation)


def discard(answer: Answer) -> None:
    """Throw a held answer away; its text goes to the bin with its post, and nobody is asked to look at it any more."""
    if answer.held and answer.by:
        withdraw(answer.post, by=answer.by)
    Answer.objects.filter(pk=answer.pk, held=True).delete()
    Post.objects.filter(pk=answer.post_id).update(binned_at=timezone.now())


STUCK = (*NEEDS_A_PERSON, State.DROPPED)


def brought_back_next(most: int) -> list[int]:
    """Finished conversations whose answer did not go out."""
    stuck = Answer.objects.filter(held=False, brought_back_at=None, post__deliveries__state__in=STUCK)
    return list(stuck.filter(conversation__closed_at__isnull=False).values_list("pk", flat=True)[:most])


@transaction.atomic
def bring_back(answer_pk: int) -> None:
    """Open the conversation again, once: an answer that failed must not look done."""
    answer = Answer.objects.select_related("conversation").filter(pk=answer_pk, brought_back_at=None).first()
    if answer:
        Answer.objects.filter(pk=answer_pk).update(brought_back_at=timezone.now())
        reopen(answer.conversation)
