"""The bin: thrown away for thirty days, and what lies there can be fetched back."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.media.models import Asset, AssetQuerySet
from theke.people.access import requires, signed_in
from theke.posts import binning
from theke.posts.binning import KEPT_FOR
from theke.posts.models import Post
from theke.posts.models.post import PostQuerySet
from theke.ui.paging import Leaf

PER_PAGE = 30
PICTURES_SHOWN = 60


def binned(request: HttpRequest) -> PostQuerySet:
    """What colleagues have thrown away lately."""
    posts = Post.objects.visible_to(signed_in(request)).posts()
    return posts.filter(binned_at__gt=timezone.now() - KEPT_FOR).select_related("sender").order_by("-binned_at")


def binned_pictures(request: HttpRequest) -> AssetQuerySet:
    """The pictures thrown away lately."""
    pictures = Asset.objects.visible_to(signed_in(request)).filter(binned_at__gt=timezone.now() - KEPT_FOR)
    return pictures.select_related("by").order_by("-binned_at")


@require_GET
@requires("write")
def bin_list(request: HttpRequest) -> HttpResponse:
    """What can be fetched back, and until when."""
    page = Leaf(binned(request), request.GET.get("page"), PER_PAGE)
    pictures = list(binned_pictures(request)[:PICTURES_SHOWN])
    context = {
        "page": page,
        "drafts": [(one, _goes_at(one.binned_at)) for one in page],
        "pictures": [(one, _goes_at(one.binned_at)) for one in pictures],
        "days": KEPT_FOR.days,
    }
    return render(request, "posts/bin.html", context)


def _goes_at(binned_at: datetime | None) -> datetime | None:
    """When it is deleted for good."""
    return binned_at + KEPT_FOR if binned_at else None


@require_POST
@requires("write")
def fetch_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a draft out of the bin."""
    post = get_object_or_404(binned(request), uuid=uuid)
    binning.fetch_back(post)
    messages.success(request, _("The draft is back."))
    return redirect("posts:edit", uuid)
