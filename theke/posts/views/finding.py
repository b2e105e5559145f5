"""Finds the post that a request speaks of."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from theke.guidelines.knowing import looks
from theke.people.access import signed_in
from theke.posts.models import Approval, Attachment, Post, Remark, Version

PARTS = (
    Prefetch("versions", Version.objects.select_related("channel__branch")),
    Prefetch("attachments", Attachment.objects.select_related("asset")),
)
TALKED_OF = {
    "has_approvals": Exists(Approval.objects.filter(post=OuterRef("pk"))),
    "has_remarks": Exists(Remark.objects.filter(post=OuterRef("pk"))),
}


def find(request: HttpRequest, uuid: UUID) -> Post:
    """A post of the person's library that is not in the bin. 404 otherwise."""
    return get_object_or_404(_findable(request), uuid=uuid)


def find_to_open(request: HttpRequest, uuid: UUID) -> Post:
    """The same, knowing whether there is anything to ask for beside it. For pages that change nothing."""
    return get_object_or_404(_findable(request).annotate(**TALKED_OF), uuid=uuid)


def _findable(request: HttpRequest) -> QuerySet[Post]:
    posts = Post.objects.visible_to(signed_in(request)).posts().kept()
    with_people = posts.select_related("library", "sender__home_branch", "sender__library", "saved_by", "writing__person")
    today = timezone.localdate()
    return with_people.annotate(**looks("library", "sender", today)).prefetch_related(*PARTS)


def find_to_change(request: HttpRequest, uuid: UUID) -> Post:
    """A draft; drafts are everybody's (A15). What has been handed over is changed in publishing: 403."""
    post = find(request, uuid)
    if post.released_at is not None:
        raise PermissionDenied
    return post
