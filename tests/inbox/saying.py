"""What the public says in these tests, and what the library had said."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from tests import factories
from theke.channels.models import Channel
from theke.inbox.models import Conversation, Message
from theke.inbox.storing import store
from theke.networks.base import Author, Item, Ref
from theke.people.models import Person
from theke.posts.models import Post
from theke.publishing.models import Delivery, State

LONG_AGO = timedelta(hours=2)


def said(text: str = "Ist am Brückentag offen?", **fields: Any) -> Item:
    """A message from the public."""
    author = fields.pop("author", Author("77", "Jonas Berger", "@jonas"))
    given: dict[str, Any] = {
        "id": uuid4().hex,
        "kind": "reply",
        "at": timezone.now() - LONG_AGO,
        "url": "https://social.example/1",
    }
    return Item(author=author, text=text, **given | fields)


def published(by: Person, channel: Channel, remote_id: str = "", **fields: Any) -> Delivery:
    """A post that stands on the channel under this remote id."""
    remote_id = remote_id or uuid4().hex
    post = fields.pop("post", None) or factories.post(by, channel, released_at=timezone.now())
    return Delivery.objects.create(
        post=post,
        channel=channel,
        payload={"text": post.text, "media": []},
        key=uuid4().hex,
        state=State.SENT,
        due_at=timezone.now(),
        sent_at=timezone.now(),
        remote=Ref(remote_id).as_json(),
        remote_id=remote_id,
        **fields,
    )


def message_about(delivery: Delivery, text: str = "Ist am Brückentag offen?", **fields: Any) -> Message:
    """An answer of the public to a published post, stored and routed."""
    ref = Ref(delivery.remote_id)
    message = store(delivery.channel, said(text, on=ref, parent=ref, **fields))
    assert message is not None
    return message


def conversation_about(delivery: Delivery, **fields: Any) -> Conversation:
    """The conversation that such an answer begins."""
    return message_about(delivery, **fields).conversation


def reply_post(conversation: Conversation) -> Post:
    """The post behind the latest answer."""
    return Post.objects.filter(form=Post.Form.REPLY, answer__conversation=conversation).latest("pk")


def moment(text: str) -> datetime:
    """An aware moment."""
    return datetime.fromisoformat(text)
