"""Several posts at once: into the bin, to another day, with a topic."""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from theke.people.access import requires, signed_in
from theke.posts.binning import fetch_back
from theke.posts.models import Post, Topic
from theke.publishing.planning import NotPlanned, moment_of, wall_of
from theke.publishing.selecting import NotWith, Report, add_topics, bin_all, may_tag, move_all, move_one, planned_for
from theke.publishing.views.releases import in_words
from theke.ui import undoing
from theke.ui.picking import key_in
from theke.ui.templatetags.ui import said
from theke.ui.wording import quoted

MOST = 50


def _posts(request: HttpRequest) -> list[Post]:
    """The posts that are ticked, of the person's library; what is no key is left out."""
    keys = [key for given in request.POST.getlist("posts")[:MOST] if (key := _uuid(given))]
    found = Post.objects.visible_to(signed_in(request)).posts().kept().filter(uuid__in=keys)
    return list(found.select_related("library", "sender"))


def _uuid(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def _back(request: HttpRequest) -> HttpResponse:
    """To the list as it was, from the words that the form carries."""
    show, of = request.POST.get("show", ""), request.POST.get("of", "")
    known = show if show.isascii() and show.isalpha() and len(show) < 12 else ""
    return redirect(f"{reverse('publishing:list')}?show={known}&of={'all' if of == 'all' else 'mine'}")


@require_POST
@requires("write")
def selection(request: HttpRequest) -> HttpResponse:
    """Do with the ticked posts what the button says, and report."""
    posts = _posts(request)
    act = request.POST.get("act", "")
    if not posts:
        messages.warning(request, _("Tick one or several posts first."))
    elif act in ACTS:
        ACTS[act](request, posts)
    return _back(request)


def _tell_refused(request: HttpRequest, report: Report) -> None:
    for post, why in report.refused:
        messages.warning(request, f"{quoted(post.headline)}: {said(why)}")


def _bin(request: HttpRequest, posts: list[Post]) -> None:
    report = bin_all(posts, by=signed_in(request))
    if report.done:
        count = len(report.done)
        words = ngettext("%(n)d draft is in the bin.", "%(n)d drafts are in the bin.", count) % {"n": count}
        _offer(request, words, "bin", [str(post.uuid) for post in report.done])
    _tell_refused(request, report)


def _move(request: HttpRequest, posts: list[Post]) -> None:
    try:
        day = date.fromisoformat(request.POST.get("day", "")[:10])
    except ValueError:
        messages.error(request, _("Please choose a day."))
        return
    before = {post.pk: at for post in posts if (at := planned_for(post))}
    report = move_all(posts, day, by=signed_in(request))
    if report.done:
        count = len(report.done)
        words = ngettext("%(n)d post is moved.", "%(n)d posts are moved.", count) % {"n": count}
        _offer(request, words, "move", [f"{post.uuid} {_wall(post, before[post.pk])}" for post in report.done])
    _tell_refused(request, report)


def _wall(post: Post, at: datetime) -> str:
    return f"{wall_of(at, post.library.zone)} {post.library.local(at).fold}"


def _topics(request: HttpRequest, posts: list[Post]) -> None:
    keys = map(key_in, request.POST.getlist("topics")[:MOST])
    chosen = list(Topic.objects.visible_to(signed_in(request)).in_use().filter(pk__in=keys))
    if not chosen:
        messages.error(request, _("Please choose a topic."))
        return
    report, added = add_topics(posts, chosen, by=signed_in(request))
    if report.done:
        count = len(report.done)
        words = ngettext("%(n)d post has the topic.", "%(n)d posts have the topic.", count) % {"n": count}
        _offer(request, words, "topics", [f"{post.uuid} {topic.pk}" for post, topic in added])
    _tell_refused(request, report)


ACTS = {"bin": _bin, "move": _move, "topics": _topics}


def _offer(request: HttpRequest, words: str, act: str, done: list[str]) -> None:
    place = {"show": request.POST.get("show", ""), "of": request.POST.get("of", "")}
    undoing.offer(request, words, reverse("publishing:selection_undo"), act=act, done=done, **place)


@require_POST
@requires("write")
def undo(request: HttpRequest) -> HttpResponse:
    """Take back what was done with several."""
    mine = Post.objects.visible_to(signed_in(request)).posts().select_related("library", "sender")
    step = UNDO.get(request.POST.get("act", ""), _nothing)
    for line in request.POST.getlist("done")[: MOST * 5]:
        key, _space, rest = line.partition(" ")
        uuid = _uuid(key)
        post = mine.filter(uuid=uuid).first() if uuid else None
        if post is not None:
            step(request, post, rest)
    messages.success(request, _("Undone."))
    return _back(request)


def _nothing(request: HttpRequest, post: Post, rest: str) -> None:
    """An undo of something that is not done here."""


def _fetch(request: HttpRequest, post: Post, rest: str) -> None:
    if post.binned_at is not None:
        fetch_back(post)


def _move_back(request: HttpRequest, post: Post, rest: str) -> None:
    wall, _space, fold = rest.partition(" ")
    try:
        move_one(post, moment_of(wall[:16], post.library.zone, 1 if fold == "1" else 0), by=signed_in(request))
    except NotWith as trouble:
        messages.warning(request, f"{quoted(post.headline)}: {said(trouble.said)}")
    except NotPlanned as trouble:
        messages.warning(request, f"{quoted(post.headline)}: {in_words(trouble)}")


def _take_topic(request: HttpRequest, post: Post, rest: str) -> None:
    if may_tag(signed_in(request), post):
        post.topics.remove(*Topic.objects.visible_to(signed_in(request)).filter(pk=key_in(rest)))


UNDO = {"bin": _fetch, "move": _move_back, "topics": _take_topic}
