"""The guideline to read, in all its layers; and two editions side by side."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.guidelines import showing
from theke.guidelines.comparing import compare
from theke.guidelines.confirming import Changed, confirm, in_force, standing
from theke.guidelines.models import Edition
from theke.guidelines.views.frame import drawn
from theke.people.access import may, requires, signed_in
from theke.people.models import Person
from theke.people.views.colleagues import library_of
from theke.ui.picking import key_in


@require_GET
@requires("look")
def points(request: HttpRequest) -> HttpResponse:
    """All layers that count today, with the checks that serve each point; findings link to the anchors (A13)."""
    person, library = signed_in(request), library_of(request)
    day = library.today
    editions = in_force(library, day)
    context = {
        "reading": showing.reading(library, editions, person, day),
        "standing": standing(person, editions),
        "tab": "points",
    }
    return drawn(request, "points.html", context)


@require_POST
@requires("look")
def confirmations(request: HttpRequest) -> HttpResponse:
    """Confirm what stood on the page. Where another edition counts by now, it is shown first."""
    person, library = signed_in(request), library_of(request)
    keys = [key_in(key) for key in request.POST.getlist("edition")[:50]]
    try:
        confirm(person, keys, library.today)
    except Changed:
        messages.warning(request, _("The guideline has changed meanwhile. Please look at what is new and confirm then."))
        return redirect("guidelines:points")
    messages.success(request, _("Thank you. You have confirmed the guideline."))
    return redirect("guidelines:points")


def edition_of(person: Person, pk: int) -> Edition:
    """An edition of the person's library, or 404; drafts are there for those who work on them."""
    found = get_object_or_404(Edition.objects.visible_to(person).select_related("guideline__library"), pk=pk)
    if found.is_draft and not may(person, "manage_guideline"):
        raise Http404
    return found


@require_GET
@requires("look")
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """One edition by itself, an old one or a draft, too."""
    found = edition_of(signed_in(request), pk)
    layer = showing.layer(found, showing.checks_of(found.guideline.library, found.guideline.library.today), {})
    return drawn(request, "edition.html", {"edition": found, "layer": layer, "tab": "editions"})


@dataclass(frozen=True)
class _Pair:
    old: Edition | None
    new: Edition


def _pair(person: Person, request: HttpRequest) -> _Pair:
    """The two editions that are asked for; without an old one that before the new one."""
    new = edition_of(person, key_in(request.GET.get("new", "")))
    others = Edition.objects.visible_to(person).filter(guideline=new.guideline).exclude(pk=new.pk)
    if wanted := request.GET.get("old", ""):
        return _Pair(get_object_or_404(others, pk=key_in(wanted)), new)
    return _Pair(others.filter(number__lt=new.number).first(), new)


@require_GET
@requires("look")
def comparison(request: HttpRequest) -> HttpResponse:
    """What became of each point from one edition to the other, word by word."""
    person = signed_in(request)
    pair = _pair(person, request)
    found = compare(pair.old, pair.new)
    editions = Edition.objects.visible_to(person).filter(guideline=pair.new.guideline).decided()
    context = {
        "old": pair.old,
        "new": pair.new,
        "changes": [one for one in found if one.kind != "same"],
        "same": [one for one in found if one.kind == "same"],
        "editions": [one for one in editions if one.pk != pair.new.pk],
        "tab": "points",
    }
    return drawn(request, "comparison.html", context)
