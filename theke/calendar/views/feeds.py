"""The feed: made, made anew, switched off; and read by whoever has its address."""

from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from theke.calendar.feeding import feed_of, key_of, make_key, switch_off
from theke.calendar.forms import FeedForm
from theke.calendar.models import FeedKey
from theke.calendar.narrowing import NAMES, Filters
from theke.people.access import public, requires, signed_in
from theke.people.views.colleagues import library_of


@require_http_methods(["GET", "POST"])
@requires("look")
def feed_key(request: HttpRequest) -> HttpResponse:
    """One's own feed. The address is shown once, in the answer that makes it."""
    person, library = signed_in(request), library_of(request)
    context: dict[str, Any] = {}
    if request.method == "POST":
        chosen = {name: request.POST.getlist(name)[:100] for name in NAMES if name != "state"}
        filters = Filters.read(chosen, library)
        token = make_key(person, filters.chosen, timezone.now())
        context["address"] = urljoin(settings.URL, reverse("calendar:feed", args=[token]))
    key = FeedKey.objects.filter(person=person).first()
    filters = Filters.read(key.filters if key else {}, library)
    context |= {"key": key, "filters": filters, "form": FeedForm(library, filters.chosen)}
    answer = render(request, "calendar/feed.html", context)
    answer["Cache-Control"] = "no-store"  # the address is a secret
    return answer


@require_POST
@requires("look")
def feed_off(request: HttpRequest) -> HttpResponse:
    """Switch one's own feed off."""
    switch_off(signed_in(request))
    messages.success(request, _("The feed is switched off. Its address does not work any more."))
    return redirect("calendar:feed_key")


@require_safe
@public
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar file. A wrong token, an old one and one of a colleague who has left are all just not found."""
    now = timezone.now()
    key = key_of(token, now)
    if key is None:
        raise Http404
    body = feed_of(key, now)
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, max-age=300"
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Disposition"] = 'inline; filename="theke.ics"'
    return get_conditional_response(request, etag=etag, response=answer) or answer
