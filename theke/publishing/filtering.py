"""Narrows the list of posts down: by channel, branch, topic and person, as last chosen by whoever looks."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from theke.channels.models import Channel
from theke.people.access import signed_in
from theke.people.models import Branch, Person
from theke.people.remembering import recall
from theke.posts.models import Post, Topic, Version
from theke.ui.picking import key_in

NAMES = ("channel", "branch", "topic", "person")


@dataclass
class Filter:
    """What the list is narrowed to: the key of one row for each name, 0 for all. Keys of nothing narrow to nothing."""

    looks: Person
    channel: int = 0
    branch: int = 0
    topic: int = 0
    person: int = 0

    @cached_property
    def channels(self) -> list[Channel]:
        """The channels to choose from."""
        return list(Channel.objects.visible_to(self.looks).select_related("branch"))

    @cached_property
    def topics(self) -> list[Topic]:
        """The topics to choose from, those no longer in use too: old posts have them."""
        return list(Topic.objects.visible_to(self.looks))

    @cached_property
    def people(self) -> list[Person]:
        """The colleagues to choose from."""
        return list(Person.objects.active().filter(library_id=self.looks.library_id).select_related("home_branch"))

    @property
    def branches(self) -> list[Branch]:
        """The branches to choose from: those that have a channel or a colleague."""
        found = [one.branch for one in self.channels] + [one.home_branch for one in self.people]
        return sorted({one for one in found if one is not None}, key=lambda one: (one.position, one.name))

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any((self.channel, self.branch, self.topic, self.person))

    def among(self, posts: "QuerySet[Post]") -> "QuerySet[Post]":
        """Those of the posts that fit."""
        if self.channel:
            posts = posts.filter(self._goes_to(channel=self.channel))
        if self.branch:
            posts = posts.filter(Q(sender__home_branch=self.branch) | self._goes_to(channel__branch=self.branch))
        if self.topic:
            posts = posts.filter(Exists(Post.topics.through.objects.filter(post_id=OuterRef("pk"), topic_id=self.topic)))
        if self.person:
            posts = posts.filter(Q(sender=self.person) | Q(authorships__person=self.person)).distinct()
        return posts

    @staticmethod
    def _goes_to(**conditions: int) -> Q:
        return Q(Exists(Version.objects.filter(post=OuterRef("pk"), **conditions)))


def filter_of(request: HttpRequest) -> Filter:
    """What this request, or the last one that chose anything, narrows the list to."""
    chosen = recall(request, "posts", NAMES)
    keys = {name: key_in(next(iter(chosen.get(name, [])), "")) for name in NAMES}
    return Filter(signed_in(request), **keys)
