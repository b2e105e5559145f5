"""Keeps drafts: begun, saved again and again, never lost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from theke.channels.models import Channel
from theke.media.models import Asset
from theke.people.models import Person
from theke.posts.approving import withdraw
from theke.posts.locking import hold, holder_of
from theke.posts.models import Attachment, Authorship, Post, Topic, Version

DECLARED = ("sponsored", "ai_made", "films_captioned", "leave")
"""What its author says of how it came about."""
FIELDS = ("title", "text", "warning", "lang", "audience", "kind", "late", "wished_at", *DECLARED)
OF_THE_PICTURE = ("wording", "credit", "licence", "focus_x", "focus_y", "people", "minors")
"""What a draft may say of a picture itself, wherever else it is used."""


class Older(Exception):
    """Somebody else has saved since the text was fetched. Nothing was written."""


class Held(Older):
    """Somebody else has the draft in hand. Nothing was written."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@dataclass
class Composed:
    """A post as it is being written: not stored, but all that is needed to check and to show it."""

    post: Post
    versions: list[Version]
    attachments: list[Attachment]
    topics: list[Topic] | None = None
    authors: list[Person] | None = None
    unsaid: frozenset[str] = frozenset()
    """Fields of the post that the save does not speak of: they stay as they are stored by then."""


@dataclass(frozen=True)
class Changes:
    """What a save brings. `own` is the text of each channel that has one, `options` the answers to its network's questions; `pictures` what is said of each attachment, by key.

    `topics` and `authors` are None where the save does not speak of them.
    """

    fields: dict[str, Any]
    channels: list[Channel]
    own: dict[int, str] = field(default_factory=dict)
    options: dict[int, dict[str, Any]] = field(default_factory=dict)
    pictures: dict[int, dict[str, Any]] = field(default_factory=dict)
    topics: list[Topic] | None = None
    authors: list[Person] | None = None


def begin(by: Person) -> Post:
    """A new draft in the library's language; the last one is taken up again while it is still empty."""
    library = by.library
    if library is None:
        raise PermissionDenied
    mine = Post.objects.posts().drafts().filter(sender=by, library=library, text="", title="", revision=0)
    unused = mine.filter(attachments=None).first()
    post = unused or Post.objects.create(library=library, sender=by, lang=library.language, saved_by=by)
    _choose_the_only_channel(post)
    return post


def _choose_the_only_channel(post: Post) -> None:
    """Where one channel is connected, there is nothing to choose."""
    working = Channel.objects.filter(library=post.library, disconnected_at=None, connected_at__isnull=False)
    if len(found := working[:2]) == 1:
        Version.objects.get_or_create(post=post, channel=found[0])


def composed(post: Post, changes: Changes) -> Composed:
    """The post with the changes, in memory only. `post` itself is changed, not saved."""
    for name in FIELDS:
        setattr(post, name, changes.fields.get(name, getattr(post, name)))
    known = {version.channel_id: version for version in post.versions.all()}
    versions = [_version(post, channel, known.get(channel.pk), changes) for channel in changes.channels]
    attachments = list(post.attachments.all())
    for one in attachments:
        _describe(one, changes.pictures.get(one.pk, {}))
    if changes.authors is not None:
        post.authors = [one for one in changes.authors if one.pk != post.sender_id]
    authors = None if changes.authors is None else post.authors
    return Composed(post, versions, attachments, changes.topics, authors, frozenset(FIELDS) - changes.fields.keys())


def _version(post: Post, channel: Channel, known: Version | None, changes: Changes) -> Version:
    version = known or Version(post=post, channel=channel, own_text=post.set_aside.get(str(channel.pk)))
    version.channel = channel  # with its branch, as fetched for the form
    if version.own_text is not None:
        version.own_text = changes.own.get(channel.pk, version.own_text)
    version.options = changes.options.get(channel.pk, version.options)
    return version


def _describe(attachment: Attachment, said: dict[str, Any]) -> None:
    for name in ("alt", "decorative"):
        setattr(attachment, name, said.get(name, getattr(attachment, name)))
    for name in OF_THE_PICTURE:
        setattr(attachment.asset, name, said.get(name, getattr(attachment.asset, name)))


@transaction.atomic
def save(work: Composed, *, revision: int, by: Person, page: str = "", now: datetime | None = None) -> Post:
    """Store it if `revision` is still the newest, and raise the revision.

    Raises `Older` otherwise, and `Held`, which is one, while somebody else has the draft in hand.

    `page` names the open page that saves: when the answer to its last save was lost, it may go on all the same, because nobody
    else has saved since.
    """
    post = work.post
    if not hold(post, by=by, page=page or None, now=now):
        raise Held(holder_of(post))
    fields: dict[str, Any] = {name: getattr(post, name) for name in FIELDS if name not in work.unsaid}
    aside = _set_aside(post, {version.channel_id for version in work.versions})
    known = Q(revision=revision) | Q(saved_from=page) if page else Q(revision=revision)
    newest = Post.objects.filter(known, pk=post.pk, binned_at=None, released_at=None)
    if post.revision == revision and newest.exists() and _is_stored(work, fields):
        return post  # an approval holds for what stands there: saying it again does not end it
    stamp = {"saved_at": now or timezone.now(), "saved_by": by, "saved_from": page, "set_aside": aside}
    stamp["written_by"] = sorted({*post.written_by, by.pk})
    if newest.update(revision=F("revision") + 1, **fields, **stamp):
        _save_versions(post, work.versions)
        for one in work.attachments:
            _save_attachment(one)
        _save_chosen(work)
        post.request_ended = withdraw(post, by=by, now=now)
    elif not _is_stored(work, fields):
        raise Older
    post.refresh_from_db()
    return post


def _is_stored(work: Composed, fields: dict[str, Any]) -> bool:
    """Whether just this is stored already: a page that was reloaded while its last save was on the way says it again."""
    post = work.post
    same = Post.objects.filter(pk=post.pk, binned_at=None, released_at=None, **fields).exists()
    own = {pk: said for pk, *said in Version.objects.filter(post=post).values_list("channel_id", "own_text", "options")}
    return (
        same
        and own == {version.channel_id: [version.own_text, version.options] for version in work.versions}
        and _is_chosen(work)
        and all(_is_described(one) for one in work.attachments)
    )


def _is_chosen(work: Composed) -> bool:
    post = work.post
    topics = work.topics is None or {one.pk for one in work.topics} == set(post.topics.values_list("pk", flat=True))
    named = list(post.authorships.values_list("person_id", flat=True))
    return topics and (work.authors is None or [one.pk for one in work.authors] == named)


def _is_described(one: Attachment) -> bool:
    asset = {name: getattr(one.asset, name) for name in OF_THE_PICTURE}
    said = {f"asset__{name}": value for name, value in asset.items()} | {"alt": one.alt, "decorative": one.decorative}
    return Attachment.objects.filter(pk=one.pk, **said).exists()


def _set_aside(post: Post, kept: set[int]) -> dict[str, Any]:
    """An own text outlives its channel being taken out: it is there again when the channel comes back."""
    leaving = post.versions.exclude(channel_id__in=kept).exclude(own_text=None)
    kept_aside: dict[str, Any] = dict(post.set_aside)
    return kept_aside | {str(version.channel_id): version.own_text for version in leaving}


def _save_versions(post: Post, versions: Iterable[Version]) -> None:
    versions = list(versions)
    post.versions.exclude(channel_id__in={version.channel_id for version in versions}).delete()
    for version in versions:
        kept = {"own_text": version.own_text, "options": version.options}
        Version.objects.update_or_create(post=post, channel=version.channel, defaults=kept)


def _save_chosen(work: Composed) -> None:
    """Topics and authors, where the save speaks of them."""
    if work.topics is not None:
        work.post.topics.set(work.topics)
    if work.authors is not None:
        work.post.authorships.exclude(person__in=work.authors).delete()
        for position, person in enumerate(work.authors):
            Authorship.objects.update_or_create(post=work.post, person=person, defaults={"position": position})


def _save_attachment(attachment: Attachment) -> None:
    asset = attachment.asset
    attachment.save(update_fields=["alt", "decorative"])
    asset.alt = asset.alt or attachment.alt  # the first description is offered where the picture is used again
    said = {name: getattr(asset, name) for name in OF_THE_PICTURE}
    Asset.objects.filter(pk=asset.pk).update(alt=asset.alt, **said)


def keep_replaced(post: Post) -> None:
    """Put what is stored aside, because a save that did not know of it is about to take its place."""
    stored = Post.objects.select_related("saved_by").get(pk=post.pk)
    by = stored.saved_by.name if stored.saved_by else ""
    replaced = {"text": stored.text, "by": by, "at": stored.saved_at.isoformat()}
    post.set_aside = stored.set_aside | {"replaced": replaced}


def adapt(post: Post, channel_pk: int) -> None:
    """Give a channel a text of its own: the one it had before, else the shared one to start from."""
    version = post.versions.filter(channel_id=channel_pk, own_text=None).first()
    if version:
        version.own_text = post.set_aside.get(str(channel_pk)) or post.text
        version.save(update_fields=["own_text"])


def share(post: Post, channel_pk: int) -> None:
    """Let a channel have the shared text again; its own is set aside."""
    version = post.versions.filter(channel_id=channel_pk).exclude(own_text=None).first()
    if version:
        post.set_aside[str(channel_pk)] = version.own_text
        post.save(update_fields=["set_aside"])
        version.own_text = None
        version.save(update_fields=["own_text"])
