"""Writes the past of a demo library: posts as they went out, and what came back."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse

from theke.channels.models import Channel
from theke.inbox.answering import keep
from theke.inbox.caring import close
from theke.inbox.models import Answer, Conversation, Message
from theke.inbox.storing import store
from theke.media.models import Asset
from theke.media.publicity import open_to_public
from theke.media.rendering import render
from theke.networks.base import Author, Item, Ref
from theke.networks.registry import network
from theke.notices.models import Notice
from theke.people.models import Person
from theke.posts.models import Post
from theke.practice.models import Picture, PracticeAccount, Status
from theke.practice.playing import comment
from theke.publishing.fixing import payloads_of
from theke.publishing.models import Attempt, Delivery, State

Answers = tuple[tuple[str, str, str], ...]


def tell_past(post: Post, at: datetime, answers: Answers, accounts: Mapping[str, PracticeAccount], rng: random.Random) -> None:
    """Have the post published at `at` (aware) on all its channels, and let the public answer on the first practice channel."""
    Post.objects.filter(pk=post.pk).update(released_at=at, released_by=post.sender, created_at=at, saved_at=at)
    sent = [_publish(post, version.channel, at, accounts, rng) for version in post.versions.select_related("channel")]
    talking = [delivery for delivery in sent if delivery.channel.name in accounts]
    for number, (name, text, reply) in enumerate(answers):
        asked = at + timedelta(hours=2 + 3 * number, minutes=rng.randint(0, 50))
        _converse(talking[-1], name, text, reply, asked, accounts)


def _publish(
    post: Post, channel: Channel, at: datetime, accounts: Mapping[str, PracticeAccount], rng: random.Random
) -> Delivery:
    for payload in payloads_of(post.versions.get(channel=channel))[:1]:
        delivery = Delivery.objects.create(
            post=post, channel=channel, payload=payload, key=uuid4().hex, by=post.sender, due_at=at, created_at=at, tries=1
        )
    account = accounts.get(channel.name)
    ref, url = _on_practice(delivery, account, at, rng) if account else _on_own_pages(delivery)
    delivery.state, delivery.sent_at, delivery.url = State.SENT, at + timedelta(seconds=2), url
    delivery.remote, delivery.remote_id = Ref(ref).as_json(), ref
    delivery.save()
    Attempt.objects.create(
        delivery=delivery, fence=1, step=Attempt.Step.SEND, outcome=Attempt.Outcome.DONE, at=at, ended_at=delivery.sent_at
    )
    return delivery


def _on_own_pages(delivery: Delivery) -> tuple[str, str]:
    for picture in delivery.payload["media"]:
        open_to_public(Asset.objects.get(pk=picture["asset"]), str(delivery.uuid))
    ref = str(delivery.uuid)
    return ref, delivery.channel.settings["post_url"].format(id=ref)


def _on_practice(delivery: Delivery, account: PracticeAccount, at: datetime, rng: random.Random) -> tuple[str, str]:
    payload = delivery.payload
    status = Status.objects.create(
        library=account.library,
        account=account,
        key=delivery.key,
        text=payload["text"],
        title=payload["title"],
        lang=payload["lang"],
        at=at,
        likes=rng.randint(2, 48),
        shares=rng.randint(0, 9),
    )
    for position, picture in enumerate(payload["media"]):
        rendition = render(Asset.objects.get(pk=picture["asset"]), picture["spec"])
        made = Picture(account=account, status=status, mime=rendition.mime, alt=picture["alt"], position=position)
        made.file.save(f"{made.uuid}", ContentFile(rendition.path.read_bytes()))
    return str(status.pk), settings.URL + reverse("practice:status", args=[status.pk])


def _converse(
    delivery: Delivery, name: str, text: str, reply: str, at: datetime, accounts: Mapping[str, PracticeAccount]
) -> None:
    """Let the public say something below a post, and the sender answer it if there is a reply."""
    said = comment(Status.objects.get(pk=int(delivery.remote_id)), text, name, at=at)
    message = store(delivery.channel, _item(said, delivery))
    if message is None:
        return
    Message.objects.filter(pk=message.pk).update(received_at=at)
    Conversation.objects.filter(pk=message.conversation_id).update(created_at=at)
    message.conversation.assignments.update(at=at)
    if reply:
        _reply(message, reply, delivery.post.sender, at + timedelta(minutes=75), accounts[delivery.channel.name])
        Notice.objects.filter(person__library=delivery.channel.library, path__contains=str(message.conversation.uuid)).delete()


def _item(said: Status, delivery: Delivery) -> Item:
    """The comment exactly as the practice network's adapter reads it."""
    module = network(delivery.channel.network_key).inbox
    assert module is not None  # noqa: S101 -- the practice network has an inbox
    on = Ref(delivery.remote_id)
    author = Author(f"public:{said.public_name}", said.public_name, "")
    return Item(
        id=str(said.pk), kind="comment", author=author, text=said.text, at=said.at, on=on, parent=on,
        url=settings.URL + reverse("practice:status", args=[said.pk]),
    )  # fmt: skip


def _reply(message: Message, text: str, by: Person, at: datetime, account: PracticeAccount) -> None:
    answer = keep(message.conversation, text, by=by)
    delivery = _answered(answer.post, message.channel, at, account, message)
    Post.objects.filter(pk=answer.post_id).update(released_at=at, released_by=by, created_at=at, saved_at=at)
    Answer.objects.filter(pk=answer.pk).update(held=False, at=delivery.sent_at)
    close(message.conversation, by=by)
    Conversation.objects.filter(pk=message.conversation_id).update(closed_at=at, last_at=at)
    message.conversation.closures.update(at=at)


def _answered(post: Post, channel: Channel, at: datetime, account: PracticeAccount, message: Message) -> Delivery:
    delivery = _publish(post, channel, at, {channel.name: account}, random.Random(post.pk))  # noqa: S311 -- likes of a demo
    parent = Status.objects.get(pk=int(message.remote_id))
    Status.objects.filter(pk=int(delivery.remote_id)).update(parent=parent, root=parent.root or parent, likes=1, shares=0)
    return delivery
