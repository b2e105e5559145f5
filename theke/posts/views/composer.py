"""The composer's page, whatever led to it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from theke.channels.models import Channel
from theke.guidelines.rules.base import PART_BREAK
from theke.people.access import signed_in
from theke.posts.forms import ComposerForm
from theke.posts.models import Post
from theke.posts.showing import Review
from theke.posts.views.acting import REMOVED
from theke.ui.plain_input import LONGEST_TEXT


@dataclass(frozen=True)
class Tab:
    """A channel in the row of tabs: its own text where it has one."""

    channel: Channel
    field: Any = None
    """The bound field of its own text; None while it has the shared one."""

    @property
    def chained(self) -> bool:
        """Whether its own text has parts."""
        return self.field is not None and PART_BREAK.search(str(self.field.value() or "")) is not None


@dataclass(frozen=True)
class Conflict:
    """Somebody was faster, or writes now: who, in words, and the text that is stored."""

    words: str
    text: str
    held: bool = False


@dataclass(frozen=True)
class NotThen:
    """A time for which a post cannot be planned: as it was typed, and why."""

    proposed: str
    trouble: str


def composer(
    request: HttpRequest, post: Post, form: ComposerForm, *, status: int = 200, conflict: Conflict | None = None
) -> HttpResponse:
    """The page with this form. After a conflict the stored text is shown beside the typed one."""
    return _page(request, post, form, status, {"conflict": conflict})


def asked_again(request: HttpRequest, post: Post, refused: NotThen) -> HttpResponse:
    """The page with the question for the time still open: what was typed, and what is wrong with it."""
    form = ComposerForm(post, signed_in(request))
    typed = {"proposed": refused.proposed, "proposed_at": None, "wished": False}
    return _page(request, post, form, 422, typed | {"ask": "plan", "trouble": refused.trouble})


def _page(request: HttpRequest, post: Post, form: ComposerForm, status: int, more: dict[str, Any]) -> HttpResponse:
    person = signed_in(request)
    ask, review = request.GET.get("ask", ""), form.reviewed(person)
    tabs = _tabs(post, form)
    review.seeks_twin = bool(ask) or not post.revision  # else it was said when the text was written
    context = beside(post, review) | {
        "form": form,
        "tabs": tabs,
        "chained": any(tab.chained for tab in tabs),
        "chosen": _chosen(form),
        "mentionable": [one for one in form.everybody if one.pk != person.pk and one.left_at is None],
        "ask": ask if ask in ("plan", "now") else "",
        "hindered": "hindered" in request.GET,
        "offers": _offers(post),
        "removed": _removed(request, post),
        "replaced": post.set_aside.get("replaced"),
        "longest": LONGEST_TEXT,
        "backup": f"theke:post:{person.pk}:{post.uuid}",
    }
    return render(request, "posts/edit.html", context | more, status=status)


def beside(post: Post, review: Review) -> dict[str, Any]:
    """What the part beside the text needs: hints, preview, and the two questions before sending."""
    now = timezone.now()
    wished = post.wished_at is not None and post.wished_at > now
    proposed = post.library.local(post.wished_at if post.wished_at and wished else _tomorrow(post, now))
    return {
        "post": post,
        "review": review,
        "late_choices": Post.Late.choices,
        "zone": post.library.time_zone.rsplit("/", 1)[-1].replace("_", " "),
        "earliest": f"{post.library.local(now):%Y-%m-%dT%H:%M}",
        "today": f"{post.library.local(now):%Y-%m-%d}",
        "proposed": f"{proposed:%Y-%m-%dT%H:%M}",
        "proposed_at": proposed,
        "wished": wished,
        "next_free": "" if wished else _next_free(),
    }


def _tomorrow(post: Post, now: datetime) -> datetime:
    day = post.library.local(now).date() + timedelta(days=1)
    return datetime.combine(day, time(10), post.library.zone)


def _next_free() -> str:
    """Where the calendar says which place is free next; it stands above us and may be left out."""
    try:
        return reverse("calendar:next_free")
    except NoReverseMatch:
        return ""


def _tabs(post: Post, form: ComposerForm) -> list[Tab]:
    versions = post.versions.all()
    return [Tab(v.channel, form[form.own_of[v.channel_id]] if v.channel_id in form.own_of else None) for v in versions]


def _offers(post: Post) -> dict[str, bool]:
    """Which fields some chosen channel can use, or hold something already."""
    limits = [version.channel.limits for version in post.versions.all()]
    can = {ability for one in limits for ability in one.can}
    return {
        "title": "title" in can or bool(post.title),
        "warning": "warning" in can or bool(post.warning),
        "audience": any(len(one.audiences) > 1 for one in limits) or post.audience != "public",
    }


def _chosen(form: ComposerForm) -> set[str]:
    return {str(value) for value in form["channels"].value() or []}


def _removed(request: HttpRequest, post: Post) -> bool:
    removed = request.session.get(REMOVED)
    return bool(removed and removed["post"] == str(post.uuid))
