"""Which pictures the public may fetch: those on one of our own public pages, for as long as they are there."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from theke.media.models import Asset, Rendition, Showing

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}


def open_to_public(asset: Asset, key: str = "", *, until: datetime | None = None) -> None:
    """Let the public fetch the picture because `key` (such as a delivery) shows it. Safe to repeat."""
    Showing.objects.update_or_create(asset=asset, key=key, defaults={"until": until})


def withdraw(asset: Asset, key: str = "") -> None:
    """`key` no longer shows the picture; it stays public while something else does. Safe to repeat."""
    Showing.objects.filter(asset=asset, key=key).delete()


def is_public(rendition: Rendition, now: datetime | None = None) -> bool:
    """Whether anybody may fetch it: one of our pages shows it, and everybody on it agrees."""
    return is_shown(rendition.asset, now)


def is_shown(asset: Asset, now: datetime | None = None) -> bool:
    """Whether one of our own public pages shows it at this moment."""
    now = now or timezone.now()
    mine = Asset.objects.showable(asset.library.local(now).date()).filter(pk=asset.pk)
    return Showing.objects.filter(Q(until=None) | Q(until__gt=now), asset__in=mine).exists()


def public_path(rendition: Rendition) -> str:
    """The address, within this installation, under which the public fetches it."""
    return reverse("media:public", args=[rendition.sha256, ENDINGS[rendition.mime]])
