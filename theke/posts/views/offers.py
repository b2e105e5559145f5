"""What the fields of the composer offer while one writes. Asked for once a page, never by key."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from theke.people.access import requires, signed_in
from theke.posts.completing import hashtags_for, partners_for
from theke.posts.emoji import GROUPS
from theke.posts.remarking import colleagues_of
from theke.posts.views.words import library_of


@require_GET
@requires("write")
def completions(request: HttpRequest) -> HttpResponse:
    """What may stand after # and @."""
    library = library_of(request)
    return JsonResponse({"#": hashtags_for(library), "@": partners_for(library)})


@require_GET
@requires("write")
def mentionable(request: HttpRequest) -> HttpResponse:
    """Who may stand after the @ of a remark, by whole name."""
    colleagues = [{"handle": one.name, "name": one.function} for one in colleagues_of(signed_in(request))]
    return JsonResponse({"#": [], "@": colleagues})


@require_GET
@requires("write")
def emoji(request: HttpRequest) -> HttpResponse:
    """The emoji in their groups."""
    return render(request, "posts/parts/emoji.html", {"groups": GROUPS})
