"""The library's look: one colour, a coat of arms or logo, a name, a form of address."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from theke.desk.looking import change, emblem_named, received
from theke.media.models import Rendition
from theke.media.receiving import NotAPicture
from theke.people.access import requires, signed_in
from theke.people.colouring import dark_tones, is_colour, light_tones, nearest, passes, weakest
from theke.people.forms.look import LookForm
from theke.people.models import Library
from theke.people.views.colleagues import library_of
from theke.ui.undoing import offer


@requires("manage_library")
@require_http_methods(["GET", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Show and change it."""
    before = library_of(request)
    library = Library.objects.get(pk=before.pk)  # apart from the one in the frame, which shows what is kept, not what was typed
    form = LookForm(request.POST or None, request.FILES or None, instance=library)
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, before)
    try:
        emblem = _emblem(request, form, before)
    except NotAPicture as wrong:
        form.add_error("emblem_file", _(wrong.words) % wrong.params if wrong.params else _(wrong.words))
        return _page(request, form, before)
    change(library, emblem, by=signed_in(request))
    was = {"name": before.name, "address_form": before.address_form, "brand_colour": before.brand_colour}
    offer(request, _("The look is saved."), reverse("desk:look"), emblem=before.emblem or "none", **was)
    return redirect("desk:look")


def _page(request: HttpRequest, form: LookForm, library: Library) -> HttpResponse:
    colour = library.brand_colour if passes_as_colour(library.brand_colour) else "#0B5563"
    context = {"form": form, "library": library, "tones": tones_of(colour), "colour": colour}
    return render(request, "desk/look.html", context)


def _emblem(request: HttpRequest, form: LookForm, before: Library) -> Rendition | None:
    """A new one, none, the one that an undo brings back, or the one there was."""
    if file := form.cleaned_data["emblem_file"]:
        return received(file, before, by=signed_in(request))
    wanted = request.POST.get("emblem", before.emblem)
    return emblem_named(wanted, before)


def passes_as_colour(text: str) -> bool:
    """Whether this is a colour that can be read."""
    return is_colour(text) and passes(text)


def tones_of(colour: str) -> dict[str, Any]:
    """What the preview shows of a colour that passes."""
    light, dark = light_tones(colour).named(), dark_tones(colour).named()
    return {name: f"light-dark({tone}, {dark[name]})" for name, tone in light.items()}


@requires("manage_library")
@require_GET
def tones(request: HttpRequest) -> JsonResponse:
    """The tones of a colour for the preview, and whether it can be read."""
    colour = request.GET.get("colour", "").strip()
    if not is_colour(colour):
        return JsonResponse({"words": ""})
    good, said = nearest(colour), {"found": f"{weakest(colour):.1f}"}
    if passes(colour):
        words = _("Contrast %(found)s to 1: easy to read.") % said
    else:
        words = _("Contrast %(found)s to 1: too pale. Shown is the nearest that works, %(offer)s.") % {**said, "offer": good}
    return JsonResponse({"words": words, "tones": tones_of(good), "passes": passes(colour)})
