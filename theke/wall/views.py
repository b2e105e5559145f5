"""The library's own public pages: no cookie, no script, nobody else's server."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.http import conditional_page, require_safe

from theke.people.access import public
from theke.people.holidaying import jurisdiction_of
from theke.people.models import Branch, Library
from theke.wall import feeds
from theke.wall.showing import delivered, shown, standing, was_removed

PAGE = 24
CACHING = "public, max-age=120, stale-while-revalidate=600, stale-if-error=86400"
POLICY = {
    "default-src": [NONE],
    "script-src": [NONE],
    "connect-src": [NONE],
    "form-action": [NONE],
    "img-src": [SELF],
    "style-src": [SELF],
    "font-src": [SELF],
}


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for everybody: in the library's language and time, cacheable, with an ETag made of its content."""

    @conditional_page
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
        library = get_object_or_404(Library, slug=slug)
        with translation.override(library.language), timezone.override(library.zone):
            response = view(request, library, **kwargs)
        response.headers["Content-Language"] = library.language
        response.headers["Cache-Control"] = CACHING if response.status_code == 200 else "no-cache"
        return response

    guarded: Any = answer
    return cast("Callable[..., HttpResponse]", public(csp_replace(POLICY)(guarded)))


def _list(request: HttpRequest, library: Library, branch: Branch | None) -> HttpResponse:
    page = Paginator(standing(library, branch), PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {"library": library, "branch": branch, "page": page, "posts": shown(page.object_list)}
    context["branches"] = library.branches.all()
    return render(request, "wall/list.html", context)


@public_page
def library_page(request: HttpRequest, library: Library) -> HttpResponse:
    """All posts of the library."""
    return _list(request, library, None)


@public_page
def branch_page(request: HttpRequest, library: Library, branch: str) -> HttpResponse:
    """The posts of one branch."""
    return _list(request, library, get_object_or_404(Branch, library=library, slug=branch))


@public_page
def post_page(request: HttpRequest, library: Library, uuid: Any) -> HttpResponse:
    """One post. A removed one says that it is gone."""
    found = get_object_or_404(delivered(library), uuid=uuid)
    if was_removed(found):
        return render(request, "wall/gone.html", {"library": library}, status=410)
    return render(request, "wall/post.html", {"library": library, "post": shown([found])[0]})


@public_page
def accessibility(request: HttpRequest, library: Library) -> HttpResponse:
    """The statement of accessibility that public bodies owe."""
    limits = [line.strip() for line in library.barriers.splitlines() if line.strip()]
    context = {"library": library, "limits": limits, "sweden": jurisdiction_of(library).startswith("SE")}
    return render(request, "wall/accessibility.html", context)


@public_page
def atom(request: HttpRequest, library: Library) -> HttpResponse:
    """The Atom feed."""
    text = feeds.atom(library, shown(standing(library)[: feeds.MOST]))
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


@public_page
def json_feed(request: HttpRequest, library: Library) -> HttpResponse:
    """The JSON feed."""
    feed = feeds.json_feed(library, shown(standing(library)[: feeds.MOST]))
    return JsonResponse(feed, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})
