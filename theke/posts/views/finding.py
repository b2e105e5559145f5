"""Finds the post that a request speaks of."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from theke.people.access import may, signed_in
from theke.posts.models import Post


def find(request: HttpRequest, uuid: UUID) -> Post:
    """A post of the person's library that is not in the bin. 404 otherwise."""
    posts = Post.objects.visible_to(signed_in(request)).posts().kept()
    return get_object_or_404(posts.select_related("library", "sender__home_branch", "sender__library", "saved_by"), uuid=uuid)


def find_to_change(request: HttpRequest, uuid: UUID) -> Post:
    """As `find`, and the person may change it. 403 otherwise."""
    post = find(request, uuid)
    if not may_change(request, post):
        raise PermissionDenied
    return post


def may_change(request: HttpRequest, post: Post) -> bool:
    """Drafts are everybody's; what has been handed over is changed by its sender or the editorial group."""
    person = signed_in(request)
    return post.released_at is None or post.sender_id == person.pk or may(person, "recall", post)
