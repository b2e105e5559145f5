"""Fixes a delivery: what is written once, when it is scheduled, so that every try sends the same."""

from typing import Literal

from theke.channels.models import Channel
from theke.guidelines.rules.base import parts_of as split
from theke.media.lending import lent_url
from theke.media.models import Asset
from theke.media.rendering import render, spec_for
from theke.networks.base import JSON, Draft, Media, Op, Ref
from theke.posts.models import Attachment, Post, Version
from theke.posts.signing import signed_text
from theke.publishing.models import Delivery, Kind

KINDS: dict[Kind, Literal["post", "edit", "remove"]] = {Kind.POST: "post", Kind.EDIT: "edit", Kind.REMOVE: "remove"}


def parts_of(version: Version) -> list[str]:
    """The text with its signature, in the parts in which this channel shows it."""
    whole = signed_text(version)
    parts = split(whole)
    return parts if "thread" in version.channel.limits.can else ["\n\n".join(parts)]


def payloads_of(version: Version) -> list[JSON]:
    """What goes out for a version, one payload for each part; pictures go with the first. What stands below a post comes last."""
    post, channel = version.post, version.channel
    pictures = [_picture(one, channel) for one in post.attachments.select_related("asset")]
    return [
        _payload(post, channel, text)
        | {"media": pictures if number == 0 else [], "options": version.options if number == 0 else {}}
        for number, text in enumerate(parts_of(version))
    ] + [_payload(post, channel, text) | {"media": [], "options": {}, "below": True} for text in _below(version)]


def _below(version: Version) -> list[str]:
    """What goes out by itself below the post, such as a first comment."""
    wished = [str(version.options.get(one.name) or "") for one in version.channel.facts.options if one.below]
    return [text.strip() for text in wished if text.strip()]


def _payload(post: Post, channel: Channel, text: str) -> JSON:
    return {
        "text": text,
        "title": post.title if "title" in channel.limits.can else "",
        "warning": post.warning,
        "lang": post.lang,
        "audience": post.audience,
        "kind": post.kind,
        "sender": post.sender.name,
        "authors": [one.name for one in post.authors],
    }


def _picture(attachment: Attachment, channel: Channel) -> JSON:
    asset = attachment.asset
    return {
        "asset": asset.pk,
        "spec": spec_for(channel.limits),
        "alt": "" if attachment.decorative else attachment.alt,
        "focus": [asset.focus_x, asset.focus_y],
        "credit": asset.credit_in(attachment.post.lang),
    }


def op_of(delivery: Delivery) -> Op:
    """The write as its network sees it. Makes missing renditions, so never call it in a transaction for one with pictures."""
    return Op(
        id=str(delivery.uuid),
        kind=KINDS[Kind(delivery.kind)],
        key=delivery.key,
        at=delivery.created_at,
        draft=None if delivery.kind == Kind.REMOVE else _draft(delivery),
        target=Ref.from_json(delivery.original.remote) if delivery.original else None,
        state=dict(delivery.staged),
        tried_at=delivery.intent_at,
    )


def _draft(delivery: Delivery) -> Draft:
    payload = delivery.payload
    return Draft(
        text=payload["text"],
        title=payload["title"],
        warning=payload["warning"],
        lang=payload["lang"],
        audience=payload["audience"],
        media=_media(payload["media"], delivery.channel),
        reply_to=_answered(delivery),
        root=_root(delivery),
        options=payload.get("options", {}),
    )


def _media(pictures: list[JSON], channel: Channel) -> tuple[Media, ...]:
    if not pictures:
        return ()
    assets = Asset.objects.in_bulk([one["asset"] for one in pictures])
    fetched = channel.facts.fetches_media
    return tuple(_medium(assets[one["asset"]], one, fetched) for one in pictures)


def _medium(asset: Asset, picture: JSON, fetched: bool) -> Media:
    made = render(asset, picture["spec"])
    x, y = picture["focus"]
    return Media(
        key=f"{asset.sha256[:16]}-{picture['spec']}",
        path=made.path,
        mime=made.mime,
        width=made.width,
        height=made.height,
        alt=picture["alt"],
        focus=(x, y),
        credit=picture.get("credit", ""),
        public_url=lent_url(made) if fetched else "",
    )


def _post_of(delivery: Delivery) -> Delivery:
    """The delivery whose place in a chain counts: the original of a change."""
    return delivery.original or delivery


def _answered(delivery: Delivery) -> Ref | None:
    one = _post_of(delivery)
    return Ref.from_json(one.follows.remote) if one.follows else Ref.from_json(one.target)


def _root(delivery: Delivery) -> Ref | None:
    first = _post_of(delivery)
    if first.part == 0:
        return None
    while first.follows:
        first = first.follows
    return Ref.from_json(first.remote)
