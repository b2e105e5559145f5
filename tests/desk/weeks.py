"""What somebody new does in their first days, as rows."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from tests import factories
from theke.channels.models import Channel
from theke.desk.first_week import READ, remember
from theke.media.models import Asset
from theke.people.models import Person
from theke.posts.models import Approval, Attachment, Post
from theke.publishing.models import Delivery, Kind


def practised(person: Person, channel: Channel, task: str) -> Delivery:
    """One of the three tasks, done on a channel."""
    form = Post.Form.REPLY if task == "answer" else Post.Form.POST
    post = factories.post(person, channel, form=form)
    if task == "picture":
        given: Any = {
            "sha256": uuid4().hex * 2,
            "mime": "image/png",
            "width": 1,
            "height": 1,
            "size": 1,
            "library": person.library,
        }
        asset = Asset.objects.create(by=person, **given)
        Attachment.objects.create(post=post, asset=asset, alt="Ein Regal voller Romane")
    made = factories.delivery(post, channel, state="sent")
    if task == "change":
        return factories.delivery(post, channel, kind=Kind.REMOVE, purpose="remove:1", state="sent", original=made)
    return made


def together(person: Person, channel: Channel, other: Person) -> Post:
    """A post for the public that somebody else has approved."""
    post, now = factories.post(person, channel), timezone.now()
    decided = {"state": Approval.State.APPROVED, "decided_by": other, "decided_at": now}
    Approval.objects.create(post=post, revision=post.revision, asked_by=person, **decided)
    return post


def walked(person: Person, website: Channel, other: Person) -> None:
    """Everything, in a library that has no practice channel and no edition in force."""
    person.function, person.initials, person.languages = "Auskunft", "jb", ["de"]
    person.save(update_fields=["function", "initials", "languages"])
    remember(person, READ)
    together(person, website, other)
