"""The bin: what is thrown away stays for thirty days and can be fetched back."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from theke.media.models import Asset
from theke.people.models import Person
from theke.posts.approving import withdraw
from theke.posts.models import Post

KEPT_FOR = timedelta(days=30)


@transaction.atomic
def put_in_bin(post: Post, *, by: Person, now: datetime | None = None) -> bool:
    """Throw a draft away; a request for its approval is taken back. False for what is handed over or in the bin already."""
    thrown = Post.objects.drafts().filter(pk=post.pk).update(binned_at=now or timezone.now())
    if thrown:
        withdraw(post, by=by, now=now)
    return bool(thrown)


@transaction.atomic
def fetch_back(post: Post) -> None:
    """Take a draft out of the bin, and its pictures with it."""
    Post.objects.filter(pk=post.pk).update(binned_at=None)
    Asset.objects.filter(attachments__post=post, binned_at__isnull=False).update(binned_at=None)
