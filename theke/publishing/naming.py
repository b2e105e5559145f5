"""Where a colleague's private name stands: in what is planned, what is public, and in drafts (B27, R29)."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from theke.channels.models import Channel
from theke.guidelines.rules.base import Context, Draft, Own
from theke.guidelines.rules.handles import private_handles_have_leave
from theke.networks.base import JSON
from theke.people.models import Library
from theke.posts.models import Post
from theke.publishing.models import Delivery, DeliveryQuerySet, Kind, State
from theke.publishing.picturing import Use

NOT_GONE = (State.DUE, State.HAND, State.LATE, State.FAILED, State.DROPPED)
"""Planned, or such that a person may still send it as it was fixed."""


def is_named(handle: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts names this account (in lower case, without @), in any way that the guideline knows it by (R29)."""
    besides = tuple((str(number), text) for number, text in enumerate(texts) if text)
    context = Context(at=timezone.now(), own=Own(handles={handle: False}))
    return bool(private_handles_have_leave(Draft(targets=(), sender="", besides=besides), context))


def planned_with(handle: str, library: Library) -> Iterator[Delivery]:
    """What has not gone out and names the account in anything that would: text, signature, first comment, title, description."""
    planned = Delivery.objects.filter(kind=Kind.POST, state__in=NOT_GONE, post__library=library, post__form=Post.Form.POST)
    for delivery in planned.select_related("post__library", "post__sender", "channel__branch").oldest_first():
        if is_named(handle, _said_in(delivery.payload)):
            yield delivery


def _said_in(payload: JSON) -> Iterator[str]:
    yield from (str(payload.get(name) or "") for name in ("text", "title", "warning"))
    yield from (str(one.get("alt") or "") for one in payload.get("media", ()))
    yield from (str(value) for value in payload.get("options", {}).values())


def uses_of_name(handle: str, library: Library) -> list[Use]:
    """The posts that name it: planned, published, and drafts. What the public saw first and was changed since does not count."""
    found: dict[tuple[str, int], Use] = {}
    for delivery in planned_with(handle, library):
        _note(found, "planned", delivery.post, delivery.channel)
    for delivery in _standing_with(handle, library):
        _note(found, "published", delivery.post, delivery.channel)
    for post in _drafts_with(handle, library):
        _note(found, "draft", post, *(one.channel for one in post.versions.all()))
    return list(found.values())


def _note(found: dict[tuple[str, int], Use], state: str, post: Post, *channels: Channel) -> None:
    use = found.setdefault((state, post.pk), Use(post, state, []))
    use.channels.extend(one for one in channels if one not in use.channels)


def _standing_with(handle: str, library: Library) -> Iterator[Delivery]:
    bare = handle.partition("@")[0]
    told = Q(payload__text__icontains=bare) | Q(changes__payload__text__icontains=bare) | Q(payload__title__icontains=bare)
    leaving = Delivery.objects.filter(kind=Kind.POST, state__in=(State.SENDING, State.ASK))
    for rows in (Delivery.objects.standing(), leaving):
        yield from _those_with(handle, rows.filter(told, post__library=library, post__binned_at=None).distinct())


def _those_with(handle: str, rows: DeliveryQuerySet) -> Iterator[Delivery]:
    for delivery in rows.select_related("post__sender", "channel__branch").prefetch_related("changes").order_by("-sent_at"):
        if is_named(handle, _said_in(delivery.latest_payload)):
            yield delivery


def _drafts_with(handle: str, library: Library) -> Iterator[Post]:
    bare = handle.partition("@")[0]
    told = Q(text__icontains=bare) | Q(title__icontains=bare) | Q(versions__own_text__icontains=bare)
    drafts: QuerySet[Post] = Post.objects.posts().drafts().filter(told | ~Q(versions__options={}), library=library).distinct()
    for post in drafts.select_related("sender").prefetch_related("versions__channel__branch"):
        if is_named(handle, _written_in(post)):
            yield post


def _written_in(post: Post) -> Iterator[str]:
    yield from (post.text, post.title, post.warning)
    for version in post.versions.all():
        options: dict[str, Any] = version.options
        yield from (version.own_text or "", *(str(value) for value in options.values()))
