"""Who has the pen: one person writes a draft, the others read it and may take it over."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.people.access import requires, signed_in
from theke.posts.composing import Composed
from theke.posts.locking import hold, holder_of, let_go, take_over, writer
from theke.posts.models import Post
from theke.posts.showing import Review
from theke.posts.views.finding import find, find_to_change

LONGEST_PAGE = 40


@require_POST
@requires("write")
def pen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A sign of life of the page that writes (`keep`), its end (`leave`), or that somebody takes the draft over (`take`)."""
    post, person = find_to_change(request, uuid), signed_in(request)
    page, act = page_of(request), request.POST.get("act")
    if act == "take":
        take_over(post, by=person)
        return redirect("posts:edit", uuid)
    if act == "leave":
        let_go(post, by=person, page=page)
    elif not hold(post, by=person, page=page or None):
        return JsonResponse({"words": taken_words(post)}, status=409)
    return HttpResponse(status=204)


def page_of(request: HttpRequest) -> str:
    """The random word of the open page."""
    page = request.POST.get("page", "")[:LONGEST_PAGE]
    return page if page.isprintable() else ""


def held_words(holder: str) -> str:
    """Who has the draft in hand."""
    return _("%(name)s is writing this draft now. Nothing is lost: both texts are kept.") % {"name": holder}


def taken_words(post: Post) -> str:
    """That somebody else goes on now, for who wrote before."""
    return _("%(name)s has taken this draft over. What you had not saved is kept on this device.") % {"name": holder_of(post)}


def reading(request: HttpRequest, post: Post) -> HttpResponse:
    """The draft to read, while somebody else writes it."""
    return render(request, "posts/reading.html", _context(request, post))


@require_GET
@requires("write")
def watch(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The part of the page to read that changes; nothing while all is as the page has it."""
    post = find(request, uuid)
    context = _context(request, post)
    if request.GET.get("mark") == context["mark"]:
        return HttpResponse(status=204)
    return render(request, "posts/parts/reading.html", context)


def _context(request: HttpRequest, post: Post) -> dict[str, object]:
    held = writer(post)
    work = Composed(post, list(post.versions.all()), list(post.attachments.all()))
    mark = f"{post.revision}-{held.person_id if held else 0}-{int(post.released_at is not None)}"
    return {"post": post, "writing": held, "review": Review(work, signed_in(request)), "mark": mark}
