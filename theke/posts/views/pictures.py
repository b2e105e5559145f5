"""Uploads of the composer by script: each file by itself, with progress."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from theke.people.access import requires, signed_in
from theke.posts.locking import hold, holder_of
from theke.posts.models import Attachment, Post
from theke.posts.picture_forms import PictureForm
from theke.posts.views.acting import add_files
from theke.posts.views.finding import find_to_change
from theke.posts.views.pens import held_words


@require_POST
@requires("write")
def attachments(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add pictures. A script gets the new items, or the words of what was turned away (422)."""
    post = find_to_change(request, uuid)
    added: list[Attachment] = []
    if hold(post, by=signed_in(request)):
        added = add_files(request, post)
    else:
        messages.error(request, held_words(holder_of(post)))
    if "HX-Request" not in request.headers:
        return redirect("posts:edit", uuid)
    if not added:
        words = " ".join(str(message) for message in messages.get_messages(request))
        return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")
    return render(request, "posts/parts/pictures.html", {"pictures": [PictureForm(one) for one in added], "post": post})


@require_GET
@requires("write")
def attachment(request: HttpRequest, pk: int) -> HttpResponse:
    """The place in the composer where a picture is described."""
    posts = Post.objects.visible_to(signed_in(request)).posts().kept()
    found = get_object_or_404(Attachment.objects.filter(post__in=posts).select_related("post"), pk=pk)
    return redirect(f"{reverse('posts:edit', args=[found.post.uuid])}#picture-{pk}")
