"""Finds things of a library by what is written in them, for one person."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theke.channels.models import Channel
from theke.inbox.models import Answer, Conversation, Message, Note, Reading
from theke.media.models import Asset
from theke.people.folding import standing_in
from theke.people.models import Person
from theke.posts.models import Post, Version
from theke.search.excerpts import excerpt
from theke.search.looking import Keys, look, words_of

KINDS = {
    "posts": gettext_lazy("Posts and drafts"),
    "conversations": gettext_lazy("Conversations"),
    "people": gettext_lazy("Colleagues"),
    "channels": gettext_lazy("Channels"),
    "media": gettext_lazy("Pictures"),
}
SOURCES = {"posts": ("post", "version"), "conversations": ("message", "note", "contact", "post"), "media": ("media",)}

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Hit:
    """One thing found: what it is called, where it is, and the words around what was found."""

    title: str
    url: str
    excerpt: SafeString | str = ""
    tag: str = ""
    at: datetime | None = None
    icon: str = ""


@dataclass(frozen=True)
class Group:
    """The hits of one kind. `more` says that there are others behind them."""

    kind: str
    hits: list[Hit]
    more: bool = False

    @property
    def label(self) -> str:
        """What they are."""
        return str(KINDS[self.kind]) if self.kind in KINDS else _("Recent")


@dataclass(frozen=True)
class Asked:
    """What is looked for, by whom, how much of it, and whether only among their own."""

    person: Person
    words: list[str]
    most: int
    mine: bool = False


def find(person: Person, typed: str, *, kinds: Iterable[str] = KINDS, most: int = 5, mine: bool = False) -> list[Group]:
    """What holds all the words, by kind, newest first; kinds without a hit are left out."""
    asked, kinds = Asked(person, words_of(typed), most, mine), [kind for kind in KINDS if kind in set(kinds)]
    if not asked.words or person.library_id is None:
        return []
    sources = {source for kind in kinds for source in SOURCES.get(kind, ())}
    # Some more than shown: what is in the bin, or of others, falls out again.
    keys = look(person.library_id, asked.words, sources, (most + 1) * (20 if mine else 4))
    groups = [_group(kind, FINDERS[kind](asked, keys), most) for kind in kinds]
    return [group for group in groups if group.hits]


def _group(kind: str, hits: list[Hit], most: int) -> Group:
    return Group(kind, hits[:most], len(hits) > most)


def recent(person: Person, most: int = 4) -> list[Group]:
    """What the person has written or read last."""
    posts = Post.objects.visible_to(person).posts().kept().filter(sender=person).exclude(text="", title="")
    read = Reading.objects.filter(person=person, conversation__in=Conversation.objects.visible_to(person))
    talks = read.order_by("-until").select_related("conversation__with_contact")[:most]
    hits = [_of_post(post, []) for post in posts.order_by("-saved_at")[:most]]
    hits += [_of_conversation(one.conversation, "", []) for one in talks]
    return [Group("recent", hits)] if hits else []


def _latest(found: "QuerySet[Row]", when: str, most: int) -> "QuerySet[Row]":
    """The latest of rows named by key. Coalesce hides the column: SQLite would read the whole library by the index of that order."""
    return found.order_by(Coalesce(when, when).desc(), "-pk")[: most + 1]


def _posts(asked: Asked, keys: Keys) -> list[Hit]:
    own_texts = Version.objects.filter(pk__in=keys.get("version", [])).order_by().values("post")
    # A union, not OR: for OR the database reads all posts of the library.
    wanted = Post.objects.filter(pk__in=keys.get("post", [])).order_by().values("pk").union(own_texts)
    found = Post.objects.visible_to(asked.person).posts().kept().filter(pk__in=wanted)
    if asked.mine:
        found = found.filter(sender=asked.person)
    return [_of_post(post, asked.words) for post in _latest(found, "saved_at", asked.most)]


def _of_post(post: Post, words: list[str]) -> Hit:
    draft = post.released_at is None
    url = reverse("posts:edit" if draft else "publishing:page", args=[post.uuid])
    tag = _("Draft") if draft else ""
    return Hit(post.headline, url, excerpt(post.text, words), tag, post.saved_at, "square-pen" if draft else "newspaper")


def _conversations(asked: Asked, keys: Keys) -> list[Hit]:
    found = Conversation.objects.visible_to(asked.person).filter(pk__in=_talks(keys))
    if asked.mine:
        found = found.filter(owner=asked.person)
    shown = list(_latest(found.select_related("with_contact"), "last_at", asked.most))
    said = Message.objects.filter(pk__in=keys.get("message", [])).order_by("pk")
    texts = dict(said.values_list("conversation", "text")) if shown else {}
    return [_of_conversation(one, texts.get(one.pk, ""), asked.words) for one in shown]


def _talks(keys: Keys) -> "QuerySet[Any, Any]":
    """The keys of the conversations in which something was found, or with whom."""
    messages = Message.objects.filter(pk__in=keys.get("message", []))
    notes = Note.objects.filter(pk__in=keys.get("note", []))
    answers = Answer.objects.filter(post__in=keys.get("post", []), held=False)
    theirs = Conversation.objects.filter(with_contact__in=keys.get("contact", []))
    first, *more = (rows.order_by().values("conversation") for rows in (messages, notes, answers))
    return first.union(*more, theirs.order_by().values("pk"))


def _of_conversation(one: Conversation, text: str, words: list[str]) -> Hit:
    tag = _("Done") if one.closed_at else ""
    url = reverse("inbox:conversation", args=[one.uuid])
    return Hit(str(one.with_contact or _("Somebody")), url, excerpt(text, words), tag, one.last_at, "message-circle")


def _containing(words: list[str], *fields: str) -> Q:
    """Rows in which each word stands in one of the fields; for tables that are small."""
    return reduce(and_, (standing_in(word, *fields) for word in words))


def _people(asked: Asked, keys: Keys) -> list[Hit]:
    fields = ("name", "function", "home_branch__name", "email", "subject_areas")
    found = Person.objects.visible_to(asked.person).active().filter(_containing(asked.words, *fields))
    return [
        Hit(one.name, f"{reverse('people:colleagues')}#person-{one.pk}", _listed(one.function, *one.subject_areas), icon="user")
        for one in found[: asked.most + 1]
    ]


def _channels(asked: Asked, keys: Keys) -> list[Hit]:
    found = Channel.objects.visible_to(asked.person).filter(
        _containing(asked.words, "name", "handle", "purpose", "branch__name")
    )
    return [
        Hit(one.name, reverse("channels:page", args=[one.pk]), one.handle or one.purpose, icon="radio-tower")
        for one in found[: asked.most + 1]
    ]


def _media(asked: Asked, keys: Keys) -> list[Hit]:
    found = Asset.objects.visible_to(asked.person).filter(pk__in=keys.get("media", []))
    found = found.exclude(binned_at__isnull=False)  # said so, SQLite does not take the index of what is kept
    if asked.mine:
        found = found.filter(by=asked.person)
    return [
        Hit(
            one.file_name or _("Picture"),
            reverse("publishing:picture", args=[one.pk]),
            excerpt(f"{one.alt} {one.wording}".strip(), asked.words),
            "",
            one.at,
            "image",
        )
        for one in _latest(found, "at", asked.most)
    ]


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


FINDERS: dict[str, Callable[[Asked, Keys], list[Hit]]] = {
    "posts": _posts,
    "conversations": _conversations,
    "people": _people,
    "channels": _channels,
    "media": _media,
}
