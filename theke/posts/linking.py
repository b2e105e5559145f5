"""Finds the links of the texts that are to go out, to have them followed (`guidelines.following`, R33).

The texts are the truth: what was missed, or came in by another way, is found at the next round. No page waits for this, and
no save pays for it.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from theke.guidelines import following
from theke.guidelines.rules.links import links
from theke.jobs.sources import Source
from theke.people.models import Library
from theke.posts.models import Approval, Post, Version

SETTLED = timedelta(seconds=15)
"""So long after the last save a text is looked through: an address is not followed while somebody types it."""
EVERY = 20.0
WHOLE_EVERY = 1800.0
"""Seconds on the monotonic clock, between two rounds and between two that look at everything."""
LATELY = timedelta(days=14)
BEFORE = timedelta(hours=25)
"""So long before it goes out a text has its links followed anew; the rounds leave an hour to do it in."""
ZONES = timedelta(hours=14)
"""How far the clocks of a library can be from UTC."""
WALL = "%Y-%m-%dT%H:%M"


@dataclass
class Rounds:
    """When this process looked through the texts; all of it may be forgotten."""

    last: float | None = None
    last_whole: float | None = None
    seen: datetime | None = None
    """What was saved by then is looked through."""

    def wait(self, moment: float) -> float:
        """Seconds until the next round is due. `moment` is monotonic."""
        return 0.0 if self.last is None else max(0.0, self.last + EVERY - moment)

    def go(self, moment: float, now: datetime) -> None:
        """One round: what was saved since the last one, and now and then everything that is to go out."""
        self.last = moment
        libraries = list(Library.objects.exclude(own_things__follows_links=False).values_list("pk", flat=True))
        ours = Post.objects.kept().filter(library__in=libraries)
        settled = now - SETTLED
        _note(ours.filter(saved_at__gt=self.seen or now - following.FRESH, saved_at__lte=settled), now)
        self.seen = settled
        if self.last_whole is None or moment >= self.last_whole + WHOLE_EVERY:
            self.last_whole = moment
            _note_all(ours, now)
            following.sweep(now)


def _note_all(ours: "QuerySet[Post]", now: datetime) -> None:
    """What is about to go out is followed anew; what waits longer is only remembered."""
    planned = ours.filter(planned_wall__gt=f"{now - ZONES:{WALL}}")
    soon = Q(planned_wall__lt=f"{now + BEFORE + ZONES:{WALL}}")
    handed_in = Approval.objects.waiting().values("post")
    drafts = ours.filter(released_at=None, saved_at__gt=now - LATELY, saved_at__lte=now - SETTLED)
    for posts, anew in ((planned.filter(soon), True), (ours.filter(pk__in=handed_in), True), (planned.exclude(soon), False)):
        _note(posts, now, anew=anew)
    _note(drafts, now, anew=False)


def _note(posts: "QuerySet[Post]", now: datetime, *, anew: bool = True) -> None:
    found: dict[int, dict[str, None]] = {}
    for library, text in _texts(posts):
        found.setdefault(library, {}).update(dict.fromkeys(link for _start, link in links(text)))
    for library, addresses in found.items():
        following.note(library, addresses, now, anew=anew)


def _texts(posts: "QuerySet[Post]") -> Iterator[tuple[int, str]]:
    """Each text with the key of its library: the shared one, those of channels, and what channels ask besides."""
    yield from posts.order_by().values_list("library", "text")
    versions = Version.objects.filter(post__in=posts.order_by().values("pk")).order_by()
    for library, own_text, options in versions.values_list("post__library", "own_text", "options"):
        for text in (own_text, *options.values()):
            if isinstance(text, str):
                yield library, text


_rounds = Rounds()


def due(most: int) -> list[int]:
    """The round, when it is time for one."""
    return [1][:most] if _rounds.wait(time.monotonic()) == 0 else []


def next_at() -> datetime | None:
    """When the next round is due."""
    return timezone.now() + timedelta(seconds=_rounds.wait(time.monotonic()))


def run(_key: int) -> Any:
    """Go round once."""
    _rounds.go(time.monotonic(), timezone.now())


SOURCE = Source("links of texts", due=due, next_at=next_at, run=run)
