"""Gives out pictures: to colleagues of the library, and to the public what is public."""

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from theke.media.lending import lent_rendition
from theke.media.models import Asset, Rendition
from theke.media.publicity import ENDINGS, is_public
from theke.media.rendering import CannotRender, render
from theke.media.specs import NAMED
from theke.people.access import public, requires

A_YEAR = 365 * 24 * 3600


@require_GET
@requires("look")
def picture(request: HttpRequest, pk: int, spec: str) -> HttpResponseBase:
    """A rendition for a colleague. Only the named ones and those already there: an address must not make work."""
    asset = get_object_or_404(Asset.objects.visible_to(request.user), pk=pk)  # type: ignore[arg-type]
    return _answer(_rendition(asset, spec), f"private, max-age={A_YEAR}, immutable")


def _rendition(asset: Asset, spec: str) -> Rendition:
    if spec not in NAMED:
        return get_object_or_404(Rendition, asset=asset, spec=spec)
    try:
        return render(asset, spec)
    except (OSError, CannotRender) as trouble:
        raise Http404 from trouble


@require_GET
@public
def public_picture(request: HttpRequest, sha256: str, ending: str) -> HttpResponseBase:
    """A rendition for everybody, as long as one of our public pages shows it."""
    found = Rendition.objects.filter(sha256=sha256).select_related("asset__library")
    shown = next((one for one in found if ENDINGS[one.mime] == ending and is_public(one)), None)
    if shown is None:
        raise Http404
    return _answer(shown, "public, max-age=3600")


@require_GET
@public
def lent_picture(request: HttpRequest, sealed: str, ending: str) -> HttpResponseBase:
    """A rendition for a network that fetches it, for a day."""
    lent = lent_rendition(sealed, ending)
    if lent is None:
        raise Http404
    answer = _answer(lent, "private, max-age=300")
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _answer(rendition: Rendition, caching: str) -> HttpResponseBase:
    path: Path = rendition.path
    if not path.exists():
        raise Http404
    headers = {"Cache-Control": caching, "Content-Disposition": "inline", "ETag": f'"{rendition.sha256}"'}
    return FileResponse(path.open("rb"), content_type=rendition.mime, headers=headers)
