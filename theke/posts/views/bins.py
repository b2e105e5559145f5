"""The bin: thrown away for thirty days, and what lies there can be fetched back."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.people.access import requires, signed_in
from theke.posts.models import Post
from theke.posts.models.post import PostQuerySet

KEPT_FOR = timedelta(days=30)
PER_PAGE = 30


def binned(request: HttpRequest) -> PostQuerySet:
    """What colleagues have thrown away lately."""
    posts = Post.objects.visible_to(signed_in(request)).posts()
    return posts.filter(binned_at__gt=timezone.now() - KEPT_FOR).select_related("sender").order_by("-binned_at")


@require_GET
@requires("write")
def bin_list(request: HttpRequest) -> HttpResponse:
    """What can be fetched back."""
    page = Paginator(binned(request), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "posts/bin.html", {"page": page, "days": KEPT_FOR.days})


@require_POST
@requires("write")
def fetch_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a draft out of the bin."""
    post = get_object_or_404(binned(request), uuid=uuid)
    Post.objects.filter(pk=post.pk).update(binned_at=None)
    messages.success(request, _("The draft is back."))
    return redirect("posts:edit", uuid)
