"""Fills a library with as many posts and messages as are wished, so that all pages have something to show.

The density is the same whatever the number: twelve posts a day back from eight weeks ahead, four messages to a conversation. Forty
conversations are open, half of them Jana's; forty drafts have a wished moment.
"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

A_DAY = 12
AHEAD_DAYS = 56
OPEN = 40
BATCH = 2000
WORDS = ("Vorlesen", "Bücherflohmarkt", "Lesung", "Spielenachmittag", "Hörspiel", "Robotik", "Reisebericht", "Bilderbuchkino")


def fill(posts: int, messages: int) -> Any:
    """Make the library; gives the person who looks at it."""
    from django.db import transaction  # noqa: PLC0415 -- needs the settings

    from tests import factories  # noqa: PLC0415
    from theke.people.models import Introduction  # noqa: PLC0415

    library = factories.library(jurisdiction="DE-NW")
    houses = [factories.branch(library, name=name, position=n) for n, name in enumerate(("Zentrale", "Hafen", "Südstadt"))]
    people = [factories.person(library, name=name, home_branch=houses[n % 3], role="editor") for n, name in enumerate(_names())]
    Introduction.objects.bulk_create(Introduction(person=person) for person in people)
    channels = [factories.channel(library, name=f"Kanal {n}", branch=houses[n % 3]) for n in range(6)]
    with transaction.atomic():
        made = _posts(library, people, channels, posts)
        _deliveries(made, channels)
        _drafts(library, people, channels)
        _talks(library, people, channels, made, messages)
        _pictures(library, people, min(posts // 10, 10_000))
    return people[0]


def _names() -> list[str]:
    return ["Jana Berg", *(f"Kollegin {n}" for n in range(24))]


def _now() -> Any:
    from django.utils import timezone  # noqa: PLC0415 -- needs the settings

    return timezone.now()


def _moment(number: int) -> Any:
    day, turn = divmod(number, A_DAY)
    return _now() + timedelta(days=AHEAD_DAYS - day, minutes=turn * 40)


def _posts(library: Any, people: list[Any], channels: list[Any], count: int) -> list[Any]:
    from theke.posts.models import Post, Version  # noqa: PLC0415 -- needs the settings

    rows = (
        Post(
            library=library,
            sender=people[n % len(people)],
            text=f"{WORDS[n % len(WORDS)]} am Abend, Nummer {n}. Alle sind eingeladen, der Eintritt ist frei.",
            released_at=_moment(n),
            saved_at=_moment(n),
            revision=3,
        )
        for n in range(count)
    )
    made = Post.objects.bulk_create(rows, batch_size=BATCH)
    Version.objects.bulk_create(
        (Version(post=post, channel=channels[n % len(channels)]) for n, post in enumerate(made)), batch_size=BATCH
    )
    return made


def _deliveries(posts: list[Any], channels: list[Any]) -> None:
    from theke.publishing.models import Delivery, State  # noqa: PLC0415 -- needs the settings

    now = _now()
    payload = {"text": "Am Abend", "title": "", "warning": "", "lang": "de", "audience": "public", "media": []}
    Delivery.objects.bulk_create(
        (
            Delivery(
                post=post,
                channel=channels[n % len(channels)],
                payload=payload,
                key=uuid4().hex,
                due_at=post.released_at,
                state=State.DUE if post.released_at > now else State.SENT,
                sent_at=None if post.released_at > now else post.released_at,
                remote_id=str(n),
                by=post.sender,
            )
            for n, post in enumerate(posts)
        ),
        batch_size=BATCH,
    )


def _drafts(library: Any, people: list[Any], channels: list[Any]) -> None:
    from tests import factories  # noqa: PLC0415 -- needs the settings

    for n in range(OPEN):
        text = f"Entwurf Nummer {n} über das Vorlesen"
        factories.post(
            people[n % 4], channels[n % len(channels)], text=text, revision=1, wished_at=_now() + timedelta(days=n % 14)
        )


def _talks(library: Any, people: list[Any], channels: list[Any], posts: list[Any], messages: int) -> None:
    from theke.inbox.models import Contact, Conversation  # noqa: PLC0415 -- needs the settings

    count = max(1, messages // 4)
    contacts = Contact.objects.bulk_create(
        Contact(library=library, network_key="practice", remote_id=str(n), name=f"Leserin {n}", handle=f"@leserin{n}")
        for n in range(min(count, 5000))
    )
    talks = Conversation.objects.bulk_create(
        (
            Conversation(
                library=library,
                channel=channels[n % len(channels)],
                root=str(n),
                about=posts[n % len(posts)],
                with_contact=contacts[n % len(contacts)],
                owner=people[0] if n % 2 else people[1 + n % 5],
                last_at=_moment(n),
                waiting_since=_now() - timedelta(hours=n) if n < OPEN else None,
                closed_at=None if n < OPEN else _now() - timedelta(days=n % 900),
            )
            for n in range(count)
        ),
        batch_size=BATCH,
    )
    _messages(talks)


def _messages(talks: list[Any]) -> None:
    from theke.inbox.models import Message  # noqa: PLC0415 -- needs the settings

    Message.objects.bulk_create(
        (
            Message(
                channel=talk.channel,
                conversation=talk,
                remote_id=f"m{n}-{part}",
                kind="reply",
                author=talk.with_contact,
                text=f"Gibt es {WORDS[(n + part) % len(WORDS)]} auch am Samstag? Frage {n}",
                at=talk.last_at,
            )
            for n, talk in enumerate(talks)
            for part in range(4)
        ),
        batch_size=BATCH,
    )


def _pictures(library: Any, people: list[Any], count: int) -> None:
    from theke.media.models import Asset  # noqa: PLC0415 -- needs the settings

    Asset.objects.bulk_create(
        (
            Asset(
                library=library,
                sha256=uuid4().hex * 2,
                mime="image/jpeg",
                width=1600,
                height=1200,
                size=200_000,
                file_name=f"foto-{n}.jpg",
                alt=f"Ein Bild vom {WORDS[n % len(WORDS)]}",
                by=people[n % len(people)],
            )
            for n in range(count)
        ),
        batch_size=BATCH,
    )
