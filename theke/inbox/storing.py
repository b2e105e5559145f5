"""Stores one message once, in the conversation it belongs to."""

from django.utils import timezone

from theke.channels.models import Channel
from theke.inbox.models import Answer, Closure, Contact, Conversation, Message
from theke.inbox.postponing import bring_back_now
from theke.inbox.routing import route
from theke.networks.base import JSON, Author, Item, Ref
from theke.publishing.models import Delivery, Kind

LONGEST_TEXT = 50_000
UNSEEN = ("spam", "removed")


def store(channel: Channel, item: Item) -> Message | None:
    """Keep a message, put it into its conversation and route that; None when it was here already or is our own.

    What is here already is brought up to date: its author may have changed it, somebody may have approved or hidden it elsewhere.
    Must run inside the transaction that moves the cursor.
    """
    if item.author.id == channel.remote_id or _known(channel, item):
        return None
    contact = _contact(channel, item.author)
    conversation = _conversation(channel, item, contact)
    message = _written(channel, conversation, contact, item)
    if item.state in UNSEEN:
        _leave_aside(conversation)
    else:
        _wait_for_answer(conversation, message)
        route(conversation, message)
    return message


def _written(channel: Channel, conversation: Conversation, contact: Contact, item: Item) -> Message:
    return Message.objects.create(
        channel=channel,
        conversation=conversation,
        remote_id=item.id,
        kind=item.kind,
        author=contact,
        text=_clean(item.text)[:LONGEST_TEXT],
        lang=item.lang[:10],
        at=item.at,
        url=item.url[:500],
        on=item.on.as_json() if item.on else {},
        parent=item.parent.as_json() if item.parent else {},
        images=list(item.images),
        direct=item.direct,
        raw=item.raw,
        state=item.state or "",
        extra=item.extra,
    )


def _known(channel: Channel, item: Item) -> bool:
    here = Message.objects.filter(channel=channel, remote_id=item.id).select_related("conversation").first()
    if here is None:
        return False
    new: JSON = {"text": _clean(item.text)[:LONGEST_TEXT]}
    new |= {"state": item.state} if item.state is not None else {}
    new |= {"extra": item.extra} if item.extra else {}
    changed = {name: value for name, value in new.items() if getattr(here, name) != value}
    if changed:
        Message.objects.filter(pk=here.pk).update(**changed, raw=item.raw)
    if here.state in UNSEEN and item.state in ("", "held"):
        _wait_for_answer(here.conversation, here)
        route(here.conversation, here)
    return True


def _leave_aside(conversation: Conversation) -> None:
    """Nobody is asked to answer what the network holds for spam or has removed; it can be looked up among what is done."""
    if not conversation.messages.exclude(state__in=UNSEEN).exists():
        Conversation.objects.filter(pk=conversation.pk).update(closed_at=timezone.now())


def _clean(text: str) -> str:
    """Without NUL, which PostgreSQL cannot store."""
    return text.replace("\x00", "")


def _contact(channel: Channel, author: Author) -> Contact:
    shown = {"name": _clean(author.name)[:200], "handle": _clean(author.handle)[:300], "url": author.url[:500]}
    contact, made = Contact.objects.get_or_create(
        library_id=channel.library_id, network_key=channel.network_key, remote_id=author.id, defaults=shown
    )
    if not made and any(getattr(contact, name) != value for name, value in shown.items()):
        Contact.objects.filter(pk=contact.pk).update(**shown)
    return contact


def _conversation(channel: Channel, item: Item, contact: Contact) -> Conversation:
    """Find the conversation by what the message answers, or begin one."""
    known = _answered_conversation(channel, item.parent) or _answered_conversation(channel, item.on)
    if known:
        return known
    ours = _our_delivery(channel, item.parent) or _our_delivery(channel, item.on)
    root = f"{ours.remote['id']}:{contact.remote_id}" if ours else item.id
    conversation, _made = Conversation.objects.get_or_create(
        channel=channel,
        root=root[:300],
        defaults={
            "library_id": channel.library_id,
            "about": ours.post if ours else None,
            "delivery": ours,
            "with_contact": contact,
            "direct": item.direct,
            "last_at": item.at,
        },
    )
    return conversation


def _answered_conversation(channel: Channel, ref: Ref | None) -> Conversation | None:
    """The conversation in which the answered message, or our answer, stands."""
    if ref is None:
        return None
    message = Message.objects.filter(channel=channel, remote_id=ref.id).select_related("conversation").first()
    if message:
        return message.conversation
    ours = _our_delivery(channel, ref)
    answer = Answer.objects.filter(post=ours.post).select_related("conversation").first() if ours else None
    return answer.conversation if answer else None


def _our_delivery(channel: Channel, ref: Ref | None) -> Delivery | None:
    if ref is None:
        return None
    sent = Delivery.objects.filter(channel=channel, kind=Kind.POST, remote_id=ref.id)
    return sent.select_related("post__sender__home_branch").first()


def _wait_for_answer(conversation: Conversation, message: Message) -> None:
    """The public waits since this message, unless it waits already; a finished conversation is open again."""
    conversation.waiting_since = min(filter(None, [conversation.waiting_since, message.at]))
    conversation.last_at = max(conversation.last_at, message.at)
    if conversation.snoozed_until:
        bring_back_now(conversation)
    if conversation.closed_at:
        conversation.closed_at = None
        Closure.objects.filter(conversation=conversation, reopened_at=None).update(reopened_at=timezone.now())
    conversation.save(update_fields=["waiting_since", "last_at", "closed_at"])
