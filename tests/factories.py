"""Plain factories: each makes one believable thing and lets the test say what matters."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from theke.channels.models import Channel, Credential
from theke.channels.sealing import seal
from theke.people.models import Branch, Library, Person
from theke.posts.models import Post, Version
from theke.publishing.models import Delivery


def library(**fields: Any) -> Library:
    return Library.objects.create(**{"name": "Stadtbibliothek Seeborn", "slug": f"seeborn-{uuid4().hex[:6]}"} | fields)


def branch(of: Library, **fields: Any) -> Branch:
    code = fields.pop("shelf_code", uuid4().hex[:3].upper())
    return Branch.objects.create(
        **{"library": of, "name": f"Zweigstelle {code}", "shelf_code": code, "slug": code.lower()} | fields
    )


def person(of: Library | None, **fields: Any) -> Person:
    name = fields.pop("name", "Jana Berg")
    email = fields.pop("email", f"{uuid4().hex[:8]}@seeborn.example")
    return Person.objects.create_user(email, fields.pop("password", "geheim-geheim"), **{"name": name, "library": of} | fields)


def channel(of: Library, **fields: Any) -> Channel:
    secret = fields.pop("secret", {"token": "t"})
    given = {
        "library": of,
        "network_key": "practice",
        "name": "Übungskanal",
        "address": "http://127.0.0.1:9",
        "remote_id": uuid4().hex,
        "handle": "@seeborn",
        "connected_at": timezone.now(),
    }
    made = Channel.objects.create(**given | fields)
    Credential.objects.create(channel=made, sealed=seal(secret))
    return made


def post(by: Person, *channels: Channel, **fields: Any) -> Post:
    made = Post.objects.create(**{"library": by.library, "sender": by, "text": "Am Samstag wird vorgelesen."} | fields)
    for one in channels:
        Version.objects.create(post=made, channel=one)
    return made


def delivery(of: Post, to: Channel, **fields: Any) -> Delivery:
    payload = {"text": of.text, "title": of.title, "warning": of.warning, "lang": of.lang, "kind": of.kind, "media": []}
    given = {"post": of, "channel": to, "payload": payload, "key": uuid4().hex, "due_at": timezone.now(), "by": of.sender}
    made = Delivery.objects.create(**given | fields)
    if made.state == "sent" and made.sent_at is None:
        made.sent_at = timezone.now()
        made.save(update_fields=["sent_at"])
    return made


def soon(seconds: float = 0) -> Any:
    return timezone.now() + timedelta(seconds=seconds)
