"""Does one thing with several posts, and says of each that it could not be done with, why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext_noop

from theke.networks.base import JSON
from theke.people.models import Person
from theke.posts.binning import put_in_bin
from theke.posts.locking import hold, holder_of
from theke.posts.models import Post, Topic
from theke.publishing.changing import may_change
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.planning import NotPlanned, moment_of
from theke.publishing.scheduling import move

HANDED_OVER = gettext_noop("It is planned or published already. Take it out of the plan first, or remove it on its page.")
IN_HAND = gettext_noop("%(name)s is writing it.")
NOT_YOURS = gettext_noop("Only its sender or the editorial group may do that.")
NOT_PLANNED = gettext_noop("It is not planned.")
GONE = gettext_noop("It has left already.")


@dataclass
class Report:
    """What came of it: the posts with which it was done, and for the others the sentence why not."""

    done: list[Post] = field(default_factory=list)
    refused: list[tuple[Post, JSON]] = field(default_factory=list)


class NotWith(Exception):
    """Why it cannot be done with one post."""

    def __init__(self, words: str, **params: str) -> None:
        super().__init__(words)
        self.said: JSON = {"words": words, "params": params}


def _each(posts: Iterable[Post], act: Callable[[Post], None]) -> Report:
    report = Report()
    for post in posts:
        try:
            act(post)
        except NotWith as trouble:
            report.refused.append((post, trouble.said))
        except NotPlanned as trouble:
            report.refused.append((post, {"words": trouble.words, "params": trouble.params}))
        else:
            report.done.append(post)
    return report


def bin_all(posts: Iterable[Post], *, by: Person) -> Report:
    """Throw drafts away; what is handed over, and what a colleague writes at this moment, stays."""

    def throw(post: Post) -> None:
        if post.released_at is None and not hold(post, by=by):
            raise NotWith(IN_HAND, name=holder_of(post))
        if not put_in_bin(post, by=by):
            raise NotWith(HANDED_OVER)

    return _each(posts, throw)


def planned_for(post: Post) -> datetime | None:
    """When it goes out, if it is planned and nothing of it has left."""
    ahead = Delivery.objects.filter(post=post, kind=Kind.POST, state=State.DUE)
    first: datetime | None = ahead.aggregate(at=Min("due_at"))["at"]
    return first if post.planned_wall else None


def move_all(posts: Iterable[Post], day: date, *, by: Person) -> Report:
    """Move planned posts to another day; each keeps the time on the clock that it has."""

    def shift(post: Post) -> None:
        at = planned_for(post)
        if at is None:
            raise NotWith(NOT_PLANNED)
        wall = post.library.local(at)
        move_one(post, moment_of(f"{day.isoformat()}T{wall:%H:%M}", post.library.zone, wall.fold), by=by)

    return _each(posts, shift)


def move_one(post: Post, at: datetime, *, by: Person) -> None:
    """Move one planned post. Raises `NotWith` or `NotPlanned` where that cannot be."""
    if not may_change(by, post):
        raise NotWith(NOT_YOURS)
    if not move(post, at=at, by=by):
        raise NotWith(GONE)


def may_tag(person: Person, post: Post) -> bool:
    """Drafts are everybody's; what is handed over is its sender's and the editorial group's."""
    return post.released_at is None or may_change(person, post)


@transaction.atomic
def add_topics(posts: Iterable[Post], topics: Iterable[Topic], *, by: Person) -> tuple[Report, list[tuple[Post, Topic]]]:
    """Give posts topics besides those they have; also what was really added, so that it can be undone."""
    chosen = list(topics)
    added: list[tuple[Post, Topic]] = []

    def tag(post: Post) -> None:
        if not may_tag(by, post):
            raise NotWith(NOT_YOURS)
        had = set(post.topics.values_list("pk", flat=True))
        post.topics.add(*chosen)
        added.extend((post, topic) for topic in chosen if topic.pk not in had)

    return _each(posts, tag), added
