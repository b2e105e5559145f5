"""The list of notices, opening one, marking all read."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from theke.notices.models import Notice
from theke.notices.words import in_words
from theke.people.access import requires, signed_in

PAGE = 30


@requires("look")
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """What the person should know, newest first."""
    mine = Notice.objects.filter(person=signed_in(request))
    page = Paginator(mine, PAGE).get_page(request.GET.get("page"))
    lines = [(notice, in_words(notice)) for notice in page]
    unread = Notice.objects.unread_by(signed_in(request)).exists()
    return render(request, "notices/list.html", {"page": page, "lines": lines, "unread": unread})


@requires("look")
@require_GET
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what the notice is about; it counts as read then."""
    found = get_object_or_404(Notice, person=signed_in(request), pk=pk)
    Notice.objects.filter(pk=pk, read_at=None).update(read_at=timezone.now())
    return redirect(found.path if url_has_allowed_host_and_scheme(found.path, allowed_hosts=None) else "notices:list")


@requires("look")
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    Notice.objects.unread_by(signed_in(request)).update(read_at=timezone.now())
    return redirect("notices:list")
