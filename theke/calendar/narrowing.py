"""What the calendar is narrowed down to: branches, channels, states, topics, persons."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Branch, Library, Person
from theke.posts.models import Authorship, Post, Topic
from theke.ui.picking import key_in

STATES: dict[str, Promise] = {
    "draft": _("Drafts"),
    "asked": _("Waiting for approval"),
    "planned": _("Planned"),
    "published": _("Published"),
    "trouble": _("Needs somebody"),
    "free": _("Free places"),
}
NAMES = ("branch", "channel", "state", "topic", "person")
LABELS: dict[str, Promise] = {
    "branch": _("Branch"),
    "channel": _("Channel"),
    "state": _("State"),
    "topic": _("Topic"),
    "person": _("Person"),
}


@dataclass(frozen=True)
class Chip:
    """One filter that is on; `query` is the address without it."""

    label: str
    words: str
    query: str


@dataclass
class Filters:
    """The filters by name, each a list of values; what does not belong to the library is left out."""

    chosen: dict[str, list[str]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def read(cls, chosen: Mapping[str, Iterable[str]], library: Library) -> Self:
        """Check what was asked for; costs a question for each kind of filter that is on."""
        made = cls()
        for name in NAMES:
            known = _known(name, list(chosen.get(name, ())), library)
            if known:
                made.chosen[name] = list(known)
                made.words |= {(name, value): words for value, words in known.items()}
        return made

    def __bool__(self) -> bool:
        return bool(self.chosen)

    def keys(self, name: str) -> list[int]:
        """The primary keys chosen under this name."""
        return [int(value) for value in self.chosen.get(name, ())]

    @cached_property
    def query(self) -> str:
        """The filters as a query."""
        return urlencode(self.chosen, doseq=True)

    @property
    def chips(self) -> list[Chip]:
        """What is on, each with the way to take it off."""
        return [Chip(str(LABELS[name]), self.words[name, one], self._without(name, one)) for name, one in self.words]

    def _without(self, name: str, value: str) -> str:
        rest = {key: [one for one in values if (key, one) != (name, value)] for key, values in self.chosen.items()}
        return urlencode({key: values for key, values in rest.items() if values}, doseq=True) or "clear=1"

    def shows(self, group: str) -> bool:
        """Whether things of this state are wanted."""
        states = self.chosen.get("state")
        return states is None or group in states

    def on_posts(self, prefix: str, channel: str) -> Q:
        """The condition on posts (found under `prefix`) and on the channel (found under `channel`)."""
        wanted = Q()
        if branches := self.keys("branch"):
            wanted &= Q(**{f"{channel}__branch__in": branches}) | Q(**{f"{prefix}sender__home_branch__in": branches})
        if channels := self.keys("channel"):
            wanted &= Q(**{f"{channel}__in": channels})
        if topics := self.keys("topic"):
            tagged = Post.topics.through.objects.filter(topic_id__in=topics).values("post_id")
            wanted &= Q(**{f"{prefix}pk__in": tagged})
        if people := self.keys("person"):
            named = Authorship.objects.filter(person_id__in=people).values("post_id")
            wanted &= Q(**{f"{prefix}sender__in": people}) | Q(**{f"{prefix}pk__in": named})
        return wanted


def options(name: str, library: Library) -> "QuerySet[Any]":
    """What can be chosen under this name; not for states."""
    found: dict[str, Callable[[], QuerySet[Any]]] = {
        "branch": lambda: Branch.objects.filter(library=library),
        "channel": lambda: Channel.objects.filter(library=library).select_related("branch"),
        "topic": lambda: Topic.objects.filter(library=library),
        "person": lambda: Person.objects.filter(library=library).active(),
    }
    return found[name]()


def _known(name: str, values: list[str], library: Library) -> dict[str, str]:
    if name == "state":
        return {value: str(STATES[value]) for value in values if value in STATES}
    keys = [key for key in map(key_in, values) if key]
    return {str(one.pk): _name_of(one) for one in options(name, library).filter(pk__in=keys)} if keys else {}


def _name_of(one: Model) -> str:
    return str(one)
