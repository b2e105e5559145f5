"""Empties the bin: what has lain there for thirty days is really gone, row and file."""

import logging
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Min
from django.db.models.deletion import ProtectedError
from django.utils import timezone

from theke.jobs.sources import Source
from theke.media.models import Asset, AssetQuerySet, Rendition
from theke.people.models import Library
from theke.posts.binning import KEPT_FOR
from theke.posts.models import Post
from theke.posts.models.post import PostQuerySet

log = logging.getLogger(__name__)


def _drafts() -> PostQuerySet:
    """Thrown away, and nothing of them has ever been handed over: a post with deliveries is a record and stays."""
    return Post.objects.posts().filter(binned_at__isnull=False, deliveries=None)


def _pictures() -> AssetQuerySet:
    """Thrown away, and neither a post nor a public page needs them; a draft in the bin needs them until it goes itself."""
    return Asset.objects.filter(binned_at__isnull=False, attachments=None, showings=None)


def due_drafts(most: int) -> list[int]:
    """The drafts whose thirty days are over."""
    over = _drafts().filter(binned_at__lte=timezone.now() - KEPT_FOR).order_by("binned_at", "pk")
    return list(over.values_list("pk", flat=True)[:most])


def due_pictures(most: int) -> list[int]:
    """The pictures whose thirty days are over."""
    over = _pictures().filter(binned_at__lte=timezone.now() - KEPT_FOR).order_by("binned_at", "pk")
    return list(over.values_list("pk", flat=True)[:most])


def next_draft_at() -> datetime | None:
    """When the next draft goes."""
    first: datetime | None = _drafts().aggregate(at=Min("binned_at"))["at"]
    return first + KEPT_FOR if first else None


def next_picture_at() -> datetime | None:
    """When the next picture goes."""
    first: datetime | None = _pictures().aggregate(at=Min("binned_at"))["at"]
    return first + KEPT_FOR if first else None


@transaction.atomic
def delete_draft(pk: int) -> bool:
    """Delete one draft with all that hangs on it; its pictures stay in the library. False when it has been fetched back."""
    gone, _kinds = _drafts().filter(pk=pk, binned_at__lte=timezone.now() - KEPT_FOR).delete()
    return bool(gone)


@transaction.atomic
def delete_picture(pk: int) -> bool:
    """Delete one picture, then its files where no other row needs them. False when it has been fetched back or is used."""
    found = _pictures().select_for_update(of=("self",)).filter(pk=pk, binned_at__lte=timezone.now() - KEPT_FOR).first()
    if found is None:
        return False
    paths = [(found.path, found.sha256), *((one.path, one.sha256) for one in found.renditions.all())]
    try:
        found.delete()
    except ProtectedError:  # a draft has taken it up this very moment
        return False
    transaction.on_commit(lambda: _drop(paths))
    return True


def _drop(paths: list[tuple[Path, str]]) -> None:
    for path, sha256 in paths:
        if not _needed(sha256):
            _drop_file(path, sha256)


def _drop_file(path: Path, sha256: str) -> None:
    """Put the file aside, look once more, and only then let go of it: the same picture may come in at this moment."""
    aside = path.with_name(f".gone-{path.name}")
    try:
        path.rename(aside)
        if _needed(sha256):
            aside.rename(path)
        else:
            aside.unlink()
    except OSError as trouble:
        log.warning("file of a deleted picture: %s", trouble)


def _needed(sha256: str) -> bool:
    """Whether any row speaks of these bytes."""
    kinds = (
        Asset.objects.filter(sha256=sha256),
        Rendition.objects.filter(sha256=sha256),
        Library.objects.filter(emblem__startswith=sha256),
    )
    return any(rows.exists() for rows in kinds)


DRAFTS = Source("bin-drafts", due_drafts, next_draft_at, delete_draft)
PICTURES = Source("bin-pictures", due_pictures, next_picture_at, delete_picture)
