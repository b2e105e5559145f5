"""The library of pictures: all of them to look through, and several new ones at once."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from theke.media.finding import ALL, PER_PAGE, SHOWN, found
from theke.media.models import Asset
from theke.media.ordering import order
from theke.media.receiving import NotAPicture, receive
from theke.people.access import requires, signed_in
from theke.ui.paging import Leaf

TABS = {
    "all": gettext_lazy("All pictures"),
    "undescribed": gettext_lazy("Without description"),
    "mine": gettext_lazy("From me"),
    "unused": gettext_lazy("In no post"),
    "unsaid": gettext_lazy("Rights unsaid"),
    "ending": gettext_lazy("Ending soon"),
    "ended": gettext_lazy("No longer to be shown"),
}
LONGEST_QUESTION = 100
MOST_AT_ONCE = 50


def asked(request: HttpRequest) -> dict[str, Any]:
    """What the address asks for: the words, the tab, and the page of pictures."""
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUESTION].strip()
    show = request.GET.get("show", ALL)
    show = show if show in SHOWN else ALL
    page = Leaf(found(signed_in(request), words, show), request.GET.get("page"), PER_PAGE)
    return {"q": words, "show": show, "page": page}


@require_GET
@requires("look")
def library(request: HttpRequest) -> HttpResponse:
    """The grid. Asked by htmx while one types, only the grid."""
    context = asked(request) | {"tabs": TABS.items()}
    part = request.headers.get("HX-Target") == "picture-grid"
    return render(request, "media/parts/grid.html" if part else "media/library.html", context)


@require_POST
@requires("write")
def files(request: HttpRequest) -> HttpResponse:
    """Take several files in. A script sends one at a time and gets its item, or the words of why not (422)."""
    person = signed_in(request)
    library = person.library
    taken: list[Asset] = []
    refused: list[str] = []
    for file in request.FILES.getlist("files")[:MOST_AT_ONCE] if library else ():
        try:
            taken.append(receive(file, library=library, by=person))  # type: ignore[arg-type]
        except NotAPicture as trouble:
            refused.append(_why_not(file, trouble))
    for one in taken:
        order(one, ["thumb", "view"])
    if "HX-Request" in request.headers:
        return _item(request, taken, refused)
    for words in refused:
        messages.error(request, words)
    if taken:
        messages.success(request, _("Pictures added. Please describe them."))
    return redirect("media:library")


def _why_not(file: "UploadedFile[bytes]", trouble: NotAPicture) -> str:
    return f"{str(file.name)[:100]}: {_(trouble.words) % trouble.params}"


def _item(request: HttpRequest, taken: list[Asset], refused: list[str]) -> HttpResponse:
    if refused or not taken:
        words = " ".join(refused) or _("The file is empty.")
        return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")
    return render(request, "media/parts/items.html", {"pictures": taken})
