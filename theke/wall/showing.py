"""What the public sees: posts that were delivered to the library's own pages and not taken down again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext

from theke.channels.models import Channel
from theke.media.models import Asset, Rendition
from theke.media.publicity import public_path
from theke.media.rendering import CannotRender, render
from theke.people.models import Branch, Library
from theke.publishing.models import Delivery, Kind, State


@dataclass(frozen=True)
class Picture:
    """A picture of a post, as anybody may fetch it."""

    url: str
    alt: str
    width: int
    height: int
    mime: str
    size: int


@dataclass(frozen=True)
class Shown:
    """A post as it stands on the pages now."""

    uuid: str
    title: str
    text: str
    warning: str
    lang: str
    personal: bool
    at: datetime
    edited_at: datetime | None
    branch: Branch | None
    pictures: list[Picture]

    @property
    def headline(self) -> str:
        """The title, or the beginning of the text; of a picture without words, what is to be seen on it."""
        words = (self.title, self.text, *(picture.alt for picture in self.pictures))
        line = next((line for said in words for line in said.splitlines() if line.strip()), "") or gettext("Picture")
        return line if len(line) <= 90 else line[:89].rstrip() + "…"

    @property
    def changed_at(self) -> datetime:
        """When it last changed."""
        return self.edited_at or self.at


def _own_channels(library: Library) -> list[Channel]:
    return [channel for channel in Channel.objects.filter(library=library) if channel.facts.own_pages]


def _removal() -> Exists:
    return Exists(Delivery.objects.filter(original=OuterRef("pk"), kind=Kind.REMOVE, state=State.SENT))


def delivered(library: Library) -> QuerySet[Delivery]:
    """All posts that ever stood on the library's own pages, newest first, those taken down among them."""
    found = Delivery.objects.filter(channel__in=_own_channels(library), kind=Kind.POST, part=0, state=State.SENT)
    ready = found.select_related("post__sender__home_branch", "channel__branch").prefetch_related("changes")
    return ready.order_by("-sent_at", "-pk")


def was_removed(one: Delivery) -> bool:
    """Whether the post was taken down."""
    return any(change.kind == Kind.REMOVE and change.state == State.SENT for change in one.changes.all())


def standing(library: Library, branch: Branch | None = None) -> QuerySet[Delivery]:
    """The posts that stand there now, of all branches or of one."""
    found = delivered(library).exclude(_removal())
    if branch is None:
        return found
    return found.filter(Q(post__sender__home_branch=branch) | Q(post__sender__home_branch=None, channel__branch=branch))


def shown(deliveries: Iterable[Delivery]) -> list[Shown]:
    """The deliveries as their readers see them, with their pictures, in few queries."""
    rows = [(one, one.latest_payload) for one in deliveries]
    media = [medium for _one, payload in rows for medium in payload.get("media", [])]
    pictures = _pictures(media, rows[0][0].post.library.today) if media else {}
    return [_shown(one, payload, pictures) for one, payload in rows]


def _shown(one: Delivery, payload: dict[str, Any], pictures: dict[tuple[int, str], Rendition]) -> Shown:
    edits = [c.sent_at for c in one.changes.all() if c.kind == Kind.EDIT and c.state == State.SENT and c.sent_at]
    media = payload.get("media", [])
    return Shown(
        uuid=str(one.uuid),
        title=payload.get("title", ""),
        text=payload["text"],
        warning=payload.get("warning", ""),
        lang=payload.get("lang") or one.post.lang,
        personal=payload.get("kind", one.post.kind) == "personal",
        at=one.sent_at or one.created_at,
        edited_at=max(edits, default=None),
        branch=one.post.sender.home_branch or one.channel.branch,
        pictures=[_picture(m, r) for m in media if (r := pictures.get((m["asset"], m["spec"])))],
    )


def _picture(medium: dict[str, Any], rendition: Rendition) -> Picture:
    url = public_path(rendition)
    return Picture(url, medium.get("alt", ""), rendition.width, rendition.height, rendition.mime, rendition.size)


def _pictures(media: list[dict[str, Any]], day: date) -> dict[tuple[int, str], Rendition]:
    wanted = {(one["asset"], one["spec"]) for one in media}
    public = Asset.objects.showable(day).filter(pk__in={asset for asset, _spec in wanted})
    known = Rendition.objects.filter(asset__in=public) if wanted else []
    found = {key: one for one in known if (key := (one.asset_id, one.spec)) in wanted}
    return found | _made(wanted - found.keys(), day)


def _made(missing: set[tuple[int, str]], day: date) -> dict[tuple[int, str], Rendition]:
    """Renditions are made before a post goes out; one that was cleared away is made again."""
    assets, made = Asset.objects.showable(day).in_bulk([asset for asset, _spec in missing]) if missing else {}, {}
    for key in missing & {(pk, spec) for pk, spec in missing if pk in assets}:
        try:
            made[key] = render(assets[key[0]], key[1])
        except (OSError, ValueError, CannotRender):
            continue  # a post without its picture is better than no page
    return made
