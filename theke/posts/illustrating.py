"""Pictures in a post: added, ordered, taken out and put back."""

from typing import IO

from django.db import transaction
from django.db.models import Max

from theke.media.models import Asset
from theke.media.ordering import order
from theke.media.receiving import receive
from theke.media.specs import spec_for
from theke.people.models import Person
from theke.posts.models import Attachment, Post

MOST_PICTURES = 20


def add(post: Post, file: IO[bytes], *, by: Person) -> Attachment:
    """Receive a picture and put it last. Raises `media.receiving.NotAPicture`."""
    asset = receive(file, library=post.library, by=by)
    return attach(post, asset, alt=asset.alt)


def attach(post: Post, asset: Asset, *, alt: str = "", decorative: bool = False, position: int | None = None) -> Attachment:
    """Put a picture that we have into the post; one that is in it already stays as it is."""
    last = post.attachments.aggregate(last=Max("position"))["last"]
    place = position if position is not None else 0 if last is None else last + 1
    defaults = {"alt": alt, "decorative": decorative, "position": place}
    attachment, _new = Attachment.objects.get_or_create(post=post, asset=asset, defaults=defaults)
    specs = [spec_for(version.channel.limits) for version in post.versions.select_related("channel")]
    order(asset, ["thumb", "view", *specs])
    return attachment


@transaction.atomic
def move(attachment: Attachment, by: int) -> None:
    """Move a picture one place up (-1) or down (1)."""
    pictures = list(attachment.post.attachments.all())
    place = pictures.index(attachment)
    wanted = place + by
    if 0 <= wanted < len(pictures):
        pictures[place], pictures[wanted] = pictures[wanted], pictures[place]
    for position, one in enumerate(pictures):
        Attachment.objects.filter(pk=one.pk).update(position=position)
