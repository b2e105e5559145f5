"""The public of the demo: somebody says something now and then, so that the inbox lives."""

import random
from datetime import datetime, timedelta

from django.utils import timezone

from theke.jobs.sources import Source
from theke.people.models import Library
from theke.practice.playing import react, speak

FIRST_AFTER = timedelta(seconds=40)
BETWEEN = (timedelta(minutes=2), timedelta(minutes=7))


class Public:
    """When somebody speaks next, kept in memory: a demo forgets it when it stops, and nobody minds."""

    def __init__(self, rng: random.Random, now: datetime) -> None:
        self.rng = rng
        self.next_at = now + FIRST_AFTER

    def due(self, most: int) -> list[int]:
        """A library, when it is time."""
        if timezone.now() < self.next_at:
            return []
        return [library.pk for library in Library.objects.order_by("?")[:1]][:most]

    def speak(self, library_pk: int) -> None:
        """Let somebody say something to this library."""
        now = timezone.now()
        shortest, longest = BETWEEN
        self.next_at = now + shortest + (longest - shortest) * self.rng.random()
        said = speak(Library.objects.get(pk=library_pk), self.rng, now)
        if said and said.parent:
            react(said.parent, self.rng)

    def source(self) -> Source:
        """The public as the engine sees it."""
        return Source("public", self.due, lambda: self.next_at, self.speak)
