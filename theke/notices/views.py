"""The list of notices, opening one, marking as read and taking that back."""

from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from theke.notices.models import Notice
from theke.notices.words import in_words
from theke.people.access import requires, signed_in
from theke.ui.undoing import offer

PAGE = 30
TABS = {"unread", "all"}


@requires("look")
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """What the person should know, newest first, by day; what is unread first."""
    person = signed_in(request)
    unread = Notice.objects.unread_by(person).count()
    chosen = request.GET.get("show", "")
    tab = chosen if chosen in TABS else "unread" if unread else "all"
    mine = Notice.objects.unread_by(person) if tab == "unread" else Notice.objects.filter(person=person)
    page = Paginator(mine, PAGE).get_page(request.GET.get("page"))
    lines = [(timezone.localdate(notice.at), notice, in_words(notice)) for notice in page]
    return render(request, "notices/list.html", {"page": page, "lines": lines, "unread": unread, "tab": tab})


@requires("look")
@require_GET
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what the notice is about; it counts as read then."""
    found = get_object_or_404(Notice, person=signed_in(request), pk=pk)
    Notice.objects.filter(pk=pk, read_at=None).update(read_at=timezone.now())
    return redirect(found.path if url_has_allowed_host_and_scheme(found.path, allowed_hosts=None) else "notices:list")


@requires("look")
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one as read without going there."""
    mine = Notice.objects.filter(person=signed_in(request))
    get_object_or_404(mine, pk=pk)
    return _mark(request, mine.filter(pk=pk))


@requires("look")
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    return _mark(request, Notice.objects.filter(person=signed_in(request)))


def _mark(request: HttpRequest, found: QuerySet[Notice]) -> HttpResponse:
    """The moment of the marking is what the undo knows them by."""
    now = timezone.now()
    marked = found.filter(read_at=None).update(read_at=now)
    if marked:
        words = ngettext("%(n)d notice marked as read.", "%(n)d notices marked as read.", marked) % {"n": marked}
        offer(request, words, reverse("notices:unread"), at=now.isoformat())
    return redirect("notices:list")


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:  # well formed, but no such day
        return None
    return found if found and timezone.is_aware(found) else None


@requires("look")
@require_POST
def unread(request: HttpRequest) -> HttpResponse:
    """Take a marking back: what was marked as read at the moment `at` is unread again."""
    moment = _moment(request.POST.get("at", ""))
    if moment is not None:
        Notice.objects.filter(person=signed_in(request), read_at=moment).update(read_at=None)
    return redirect("notices:list")
