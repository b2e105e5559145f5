"""The library's own templates: made from a draft or anew, changed, removed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.people import recording
from theke.people.access import requires, signed_in
from theke.posts.models import Post, Starter
from theke.posts.small_forms import StarterForm
from theke.posts.starting import beginnings
from theke.posts.topics import topics_of
from theke.posts.views.words import library_of
from theke.ui import undoing


@require_GET
@requires("manage_words")
def starter_list(request: HttpRequest) -> HttpResponse:
    """All of them, and the three that are always there."""
    own = Starter.objects.visible_to(signed_in(request)).select_related("by")
    built_in = [one for one in beginnings(signed_in(request)) if not one.key.isdigit()]
    return render(request, "posts/starters.html", {"own": own, "built_in": built_in})


@require_http_methods(["GET", "POST"])
@requires("manage_words")
def add(request: HttpRequest) -> HttpResponse:
    """A new one, begun with a draft where the address names one."""
    library = library_of(request)
    topics_of(library)
    blank = Starter(library=library, by=signed_in(request), at=timezone.now())
    form = StarterForm(library, request.POST or None, instance=blank, initial=_of_draft(request))
    return _kept(request, form, _("The template is there. It is offered to everybody who begins a post."))


def _of_draft(request: HttpRequest) -> dict[str, Any]:
    """What the draft of `?from=` holds; nothing for a key that is none."""
    try:
        uuid = UUID(request.GET.get("from", ""))
    except ValueError:
        return {}
    post = get_object_or_404(Post.objects.visible_to(signed_in(request)).posts().kept(), uuid=uuid)
    channels = [version.channel_id for version in post.versions.all()]
    return {
        "name": post.headline[:80],
        "title": post.title,
        "text": post.text,
        "topics": post.topics.all(),
        "channels": channels,
    }


@require_http_methods(["GET", "POST"])
@requires("manage_words")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name or text for one."""
    found = get_object_or_404(Starter.objects.visible_to(signed_in(request)), pk=pk)
    form = StarterForm(library_of(request), request.POST or None, instance=found)
    return _kept(request, form, _("Saved."))


def _kept(request: HttpRequest, form: StarterForm, words: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        recording.save(form, by=signed_in(request), library=library_of(request))
        messages.success(request, words)
        return redirect("posts:starters")
    return render(request, "posts/starter.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@requires("manage_words")
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one; drafts that began with it keep their text, and the bar makes it anew."""
    found = get_object_or_404(Starter.objects.visible_to(signed_in(request)), pk=pk)
    fields: dict[str, Any] = {name: getattr(found, name) for name in ("name", "title", "text")}
    fields |= {name: [one.pk for one in getattr(found, name).all()] for name in ("topics", "channels")}
    recording.remove(found, by=signed_in(request), library=library_of(request))
    undoing.offer(request, _("Removed: %(word)s") % {"word": found.name}, reverse("posts:new_starter"), **fields)
    return redirect("posts:starters")
