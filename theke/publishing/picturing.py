"""Where a picture is used, and what may become of it: one that a post shows is never thrown away."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.media.models import Asset
from theke.media.publicity import is_shown
from theke.people.models import HistoryEntry, Person
from theke.posts.models import Attachment, Post
from theke.publishing.models import ON_THE_WAY, Delivery, Kind, State

USED = gettext_noop("This picture is used by “%(post)s”. Take it out there first.")
SHOWN = gettext_noop("This picture is on a public page now.")
MOST_USES = 50


class InUse(Exception):
    """Why a picture cannot be thrown away: an English msgid and what fills it in."""

    def __init__(self, words: str, **params: str) -> None:
        super().__init__(words % params if params else words)
        self.words = words
        self.params = params


@dataclass(frozen=True)
class Use:
    """A post that has the picture. `state` is draft, planned, published or removed."""

    post: Post
    state: str
    channels: list[Channel]

    @property
    def url(self) -> str:
        """Where the post is."""
        return reverse("posts:edit" if self.state == "draft" else "publishing:page", args=[self.post.uuid])

    @property
    def mend_url(self) -> str:
        """Where the picture is taken away: the prepared removal of what is out, the composer of what is not."""
        return reverse("publishing:removals" if self.state == "published" else "posts:edit", args=[self.post.uuid])

    @property
    def change_url(self) -> str:
        """Where what is out is changed, the change prepared: its signature is written anew by that, too."""
        return reverse("publishing:changes", args=[self.post.uuid])


def uses_of(asset: Asset, *, most: int | None = MOST_USES) -> list[Use]:
    """The posts that have it and are not in the bin, the newest first; answers have none. At most so many, None for all."""
    rows = Attachment.objects.filter(asset=asset, post__binned_at=None).annotate(**standing_of("post"))
    versions = Prefetch("post__versions__channel", Channel.objects.select_related("branch"))
    read = rows.select_related("post__sender").prefetch_related(versions).order_by("-post__saved_at")[:most]
    return [Use(one.post, _state(one.post, one), [version.channel for version in one.post.versions.all()]) for one in read]


def standing_of(post: str) -> dict[str, Exists]:
    """What a query is told so that `Use` knows its state; `post` is the field that leads to the key of the post."""
    standing = Delivery.objects.filter(post=OuterRef(post)).standing()
    ahead = Delivery.objects.filter(post=OuterRef(post), kind=Kind.POST, state__in=(*ON_THE_WAY, State.HAND))
    return {"stands": Exists(standing), "waits": Exists(ahead)}


def uses_among(posts: "QuerySet[Post]") -> list[Use]:
    """The same of these posts, the newest first."""
    versions = Prefetch("versions__channel", Channel.objects.select_related("branch"))
    read = posts.annotate(**standing_of("pk")).select_related("sender").prefetch_related(versions).order_by("-saved_at")
    return [Use(one, _state(one, one), [version.channel for version in one.versions.all()]) for one in read]


def _state(post: Post, told: Attachment | Post) -> str:
    if post.released_at is None:
        return "draft"
    if told.__dict__["stands"]:
        return "published"
    return "planned" if told.__dict__["waits"] else "removed"


@transaction.atomic
def put_in_bin(asset: Asset, *, by: Person, now: datetime | None = None) -> None:
    """Throw a picture away; it can be fetched back. Raises `InUse` while any post has it that is not in the bin itself."""
    now = now or timezone.now()
    used = Attachment.objects.filter(asset=asset, post__binned_at=None).select_related("post").first()
    if used is not None:
        raise InUse(USED, post=used.post.headline)
    if is_shown(asset, now):
        raise InUse(SHOWN)
    if Asset.objects.filter(pk=asset.pk, binned_at=None).update(binned_at=now):
        HistoryEntry.write(gettext_noop("put in the bin"), asset, by=by, library=asset.library)


@transaction.atomic
def fetch_back(asset: Asset, *, by: Person) -> None:
    """Take a picture out of the bin."""
    if Asset.objects.filter(pk=asset.pk, binned_at__isnull=False).update(binned_at=None):
        HistoryEntry.write(gettext_noop("fetched back"), asset, by=by, library=asset.library)
