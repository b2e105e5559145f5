"""Writing for a day, and the next free place."""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.calendar.beginning import begin_for, begin_for_slot, proposed
from theke.calendar.models import Slot
from theke.calendar.seeking import Free, next_free
from theke.calendar.shading import shades_of
from theke.calendar.spanning import day_of
from theke.calendar.views.entries import back_of
from theke.calendar.views.pages import filters_of
from theke.people.access import requires, signed_in
from theke.people.models import Library
from theke.people.views.colleagues import library_of
from theke.posts.models import Post
from theke.publishing.planning import NotPlanned, wall_of
from theke.publishing.views.releases import in_words
from theke.ui.picking import key_in


def slot_of(request: HttpRequest, key: str) -> Slot:
    """A slot of the person's library; else 404."""
    number = key_in(key)
    rows = Slot.objects.visible_to(signed_in(request)).select_related("library", "starter", "topic", "branch")
    return get_object_or_404(rows, pk=number)


@require_POST
@requires("write")
def write_for(request: HttpRequest) -> HttpResponse:
    """Begin a draft for a day, or with `slot` for a slot on that day, and go to it."""
    key = request.POST.get("slot") or request.GET.get("slot") or ""
    try:
        day = day_of(request.POST.get("day", ""))
        post = _for_slot(request, key, day) if key else begin_for(_moment(request, day), by=signed_in(request))
    except ValueError:
        messages.error(request, _("Enter a date."))
        return redirect(back_of(request))
    except NotPlanned as refused:
        messages.error(request, in_words(refused))
        return redirect(back_of(request))
    return redirect("posts:edit", post.uuid)


def _for_slot(request: HttpRequest, key: str, day: date) -> Post:
    person = signed_in(request)
    post = begin_for_slot(slot_of(request, key), day, by=person, now=timezone.now())
    if post.sender_id != person.pk:
        messages.info(request, _("%(name)s has begun this one already.") % {"name": post.sender.name})
    return post


def _moment(request: HttpRequest, day: date) -> datetime:
    """Ten o'clock, or when the branch opens that alone is looked at."""
    library, branches = library_of(request), filters_of(request).keys("branch")
    opens = shades_of(library, day, day, branches).opens(day) if len(branches) == 1 else None
    return proposed(library, day, timezone.now(), opens)


@require_GET
@requires("write")
def free(request: HttpRequest) -> HttpResponse:
    """The next free place for `?post=<uuid>`: `{"at": "YYYY-MM-DDTHH:MM", "words": …}`, both empty where all is full."""
    posts = Post.objects.visible_to(signed_in(request)).posts().kept().select_related("library", "sender")
    post = get_object_or_404(posts, uuid=_uuid(request.GET.get("post", "")))
    found = next_free(post, timezone.now())
    if found is None:
        return JsonResponse({"at": "", "words": _("No free place in the next six weeks.")})
    return JsonResponse({"at": wall_of(found.at, post.library.zone), "words": _free_words(found, post.library)})


def _uuid(value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError:
        raise Http404 from None


def _free_words(found: Free, library: Library) -> str:
    local = library.local(found.at)
    when = f"{formats.date_format(local, 'WEEKDAY_DATE')}, {formats.date_format(local, 'TIME_FORMAT')}"
    if found.slot:
        return _("%(when)s: free place “%(slot)s”") % {"when": when, "slot": found.slot.name}
    return _("%(when)s: no other post within two hours") % {"when": when}
