"""A filled-in composer, as a browser sends it."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.media.pictures import drawn, encoded
from theke.channels.models import Channel
from theke.media.receiving import receive
from theke.people.models import Person
from theke.posts.illustrating import attach
from theke.posts.models import Attachment, Post

QUIETLY = {"HX-Request": "true"}


def desk_of(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(person)
    return client


def sheet(post: Post, *channels: Channel, **fields: Any) -> dict[str, Any]:
    """What the form holds."""
    return {"revision": post.revision, "text": post.text, "channels": [channel.pk for channel in channels]} | fields


def sent(person: Person, post: Post, *channels: Channel, script: Any = False, **fields: Any) -> Any:
    """The answer to a save."""
    headers = QUIETLY if script else {}
    return desk_of(person).post(reverse("posts:save", args=[post.uuid]), sheet(post, *channels, **fields), headers=headers)


def upload(name: str = "vorlesen.jpg", data: bytes | None = None) -> SimpleUploadedFile:
    """A file as it comes from a picker."""
    return SimpleUploadedFile(name, encoded(drawn()) if data is None else data, "image/jpeg")


def illustrated(post: Post, width: int = 60) -> Attachment:
    """A picture in the post."""
    asset = receive(BytesIO(encoded(drawn((width, 40)))), library=post.library, by=post.sender)
    return attach(post, asset)
