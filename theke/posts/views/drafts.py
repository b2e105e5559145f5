"""Writing: begin, edit, save, review."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_POST

from theke.people.access import requires, signed_in
from theke.people.models import Person
from theke.posts import binning
from theke.posts.composing import Held, Older, begin, composed, keep_replaced, save
from theke.posts.forms import ComposerForm
from theke.posts.locking import has_just_opened, hold, holder_of, take_over
from theke.posts.models import Post
from theke.posts.views.acting import act, add_files
from theke.posts.views.composer import Conflict, beside, composer
from theke.posts.views.finding import find, find_to_change, find_to_open
from theke.posts.views.pens import held_words, reading
from theke.ui import undoing

NO_LONGER_ASKED = gettext_noop("It has been changed and no longer waits for approval. Hand it in again when it is ready.")


@require_GET
@requires("write")
def new(request: HttpRequest) -> HttpResponse:
    """Begin a draft and go to it."""
    return redirect("posts:edit", begin(signed_in(request)).uuid)


@require_GET
@requires("write")
def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The composer."""
    post = find_to_open(request, uuid)
    if post.released_at is not None:
        return redirect("publishing:page", uuid)
    person = signed_in(request)
    if not (has_just_opened(post, person) or hold(post, by=person, page="")):
        return reading(request, post)
    return composer(request, post, ComposerForm(post, person))


@require_POST
@requires("write")
def save_draft(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Save everything, then do what the button says.

    A save of an older revision, or of a draft that somebody else has in hand, is refused, and both texts are shown.
    """
    post, person = find_to_change(request, uuid), signed_in(request)
    form = ComposerForm(post, person, request.POST)
    if not form.is_valid():
        return _refused(request, post, form)
    if "take" in request.POST:
        take_over(post, by=person, page=form.cleaned_data["page"])
    if "despite" in request.POST:
        keep_replaced(post)
    try:
        data = form.cleaned_data
        save(composed(post, form.changes), revision=data["revision"], by=person, page=data["page"])
    except Held as held:
        return _conflict(request, find(request, uuid), form, held.holder)
    except Older:
        return _conflict(request, find(request, uuid), form)
    if "HX-Request" in request.headers:
        return JsonResponse({"revision": post.revision, "saved": saved_words(post), "wished": _wall(post)})
    if post.request_ended:
        messages.warning(request, _(NO_LONGER_ASKED))
    add_files(request, post)
    return act(request, post)


def saved_words(post: Post) -> str:
    """When it was saved, in words, and what else that meant."""
    at = formats.date_format(timezone.localtime(post.saved_at), "TIME_FORMAT")
    words = _("Draft saved at %(time)s") % {"time": at}
    return f"{words}. {_(NO_LONGER_ASKED)}" if post.request_ended else words


def _wall(post: Post) -> str:
    """The wished time as its field holds it: the calendar may have moved it meanwhile."""
    return f"{post.library.local(post.wished_at):%Y-%m-%dT%H:%M}" if post.wished_at else ""


def _refused(request: HttpRequest, post: Post, form: ComposerForm) -> HttpResponse:
    if "HX-Request" in request.headers:
        return JsonResponse({"errors": form.all_errors}, status=422)
    return composer(request, post, form, status=422)


def _conflict(request: HttpRequest, stored: Post, form: ComposerForm, holder: str = "") -> HttpResponse:
    """Both texts on one page: theirs to read, mine still in the field. `holder` is who writes it now."""
    words = held_words(holder) if holder else conflict_words(stored, signed_in(request))
    if "HX-Request" in request.headers:
        return JsonResponse({"revision": stored.revision, "conflict": words, "held": bool(holder)}, status=409)
    data = request.POST.copy()
    data["revision"] = str(stored.revision)
    mine = ComposerForm(stored, signed_in(request), data)
    return composer(request, stored, mine, status=409, conflict=Conflict(words, stored.text, held=bool(holder)))


def conflict_words(stored: Post, reader: Person) -> str:
    """Who was faster, and when; oneself, in another window, or somebody else."""
    at = formats.date_format(timezone.localtime(stored.saved_at), "TIME_FORMAT")
    if stored.saved_by == reader:
        return _("You changed this draft in another window at %(time)s. Nothing is lost: both texts are kept.") % {"time": at}
    name = stored.saved_by.name if stored.saved_by else _("Somebody")
    return _("%(name)s changed this draft at %(time)s, while you were writing. Nothing is lost: both texts are kept.") % {
        "name": name,
        "time": at,
    }


@require_POST
@requires("write")
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Hints and preview for what is being typed; nothing is stored."""
    post, person = find_to_change(request, uuid), signed_in(request)
    form = ComposerForm(post, person, request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    return render(request, "posts/parts/review.html", beside(post, form.reviewed(person)))


@require_POST
@requires("write")
def put_in_bin(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Throw a draft away; it can be fetched back."""
    post, person = find_to_change(request, uuid), signed_in(request)
    if not hold(post, by=person):
        messages.error(request, held_words(holder_of(post)))
        return redirect("posts:edit", uuid)
    if binning.put_in_bin(post, by=person):
        undoing.offer(request, _("The draft is in the bin."), reverse("posts:fetch_back", args=[uuid]))
    return redirect("posts:bin")
