"""Pictures that the library has already, for a draft."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from theke.media.models import Asset, AssetQuerySet
from theke.media.views.library import asked
from theke.people.access import requires, signed_in
from theke.posts.approving import note_hand
from theke.posts.illustrating import MOST_PICTURES, attach
from theke.posts.locking import hold, holder_of
from theke.posts.models import Attachment, Post
from theke.posts.picture_forms import PictureForm
from theke.posts.views.finding import find_to_change
from theke.posts.views.pens import held_words
from theke.ui.picking import key_in


@require_http_methods(["GET", "POST"])
@requires("write")
def library(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Look through the pictures and put several into the draft, with their descriptions and credits."""
    post = find_to_change(request, uuid)
    if request.method == "POST":
        return _taken(request, post)
    return render(request, _template(request), _grid(request, post))


def _template(request: HttpRequest) -> str:
    """A page of its own, the inside of the window, or the grid alone while one searches."""
    if "HX-Request" not in request.headers:
        return "posts/library.html"
    grid = request.headers.get("HX-Target") == "picker-grid"
    return "posts/parts/picker_grid.html" if grid else "posts/parts/picker.html"


def _grid(request: HttpRequest, post: Post) -> dict[str, Any]:
    """What fits, after what is ticked already; pictures that the draft has are not offered."""
    there = set(post.attachments.values_list("asset_id", flat=True))
    ticked = list(_chosen(request, request.GET.getlist("pictures")))
    hidden = there | {one.pk for one in ticked}
    context = asked(request)
    return context | {"post": post, "ticked": ticked, "offered": [one for one in context["page"] if one.pk not in hidden]}


def _chosen(request: HttpRequest, keys: list[str]) -> AssetQuerySet:
    return Asset.objects.visible_to(signed_in(request)).kept().filter(pk__in=map(key_in, keys[:MOST_PICTURES]))


def _taken(request: HttpRequest, post: Post) -> HttpResponse:
    person = signed_in(request)
    added: list[Attachment] = []
    if hold(post, by=person):
        added = _attached(request, post)
    else:
        messages.error(request, held_words(holder_of(post)))
    if "HX-Request" not in request.headers:
        return redirect(f"{reverse('posts:edit', args=[post.uuid])}#pictures")
    if not added:
        words = " ".join(str(message) for message in messages.get_messages(request)) or _("Choose a picture first.")
        return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")
    return render(request, "posts/parts/pictures.html", {"pictures": [PictureForm(one) for one in added], "post": post})


def _attached(request: HttpRequest, post: Post) -> list[Attachment]:
    """The chosen ones in the draft, as many as it takes."""
    there = set(post.attachments.values_list("asset_id", flat=True))
    chosen = [one for one in _chosen(request, request.POST.getlist("pictures")) if one.pk not in there]
    room = MOST_PICTURES - len(there)
    if len(chosen) > room:
        messages.error(request, _("A post can hold at most %(most)s pictures.") % {"most": MOST_PICTURES})
    made = [attach(post, one, alt=one.alt) for one in chosen[: max(room, 0)]]
    if made:
        note_hand(post, by=signed_in(request))
    return made
