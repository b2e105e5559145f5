"""What is the library's own: domains, telephones, words, the borrower card, cover rights, elections, duties."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from theke.guidelines.cards import Unusable, fits
from theke.guidelines.forms import CardForm, CoverForm, DutiesForm, ElectionForm, OursForm
from theke.guidelines.models import CoverRight, ElectionPeriod, OwnThings
from theke.guidelines.views.frame import drawn
from theke.people import recording
from theke.people.access import requires, signed_in
from theke.people.models import HistoryEntry, Library
from theke.people.views.colleagues import library_of
from theke.ui.undoing import offer


def _page(request: HttpRequest, **refused: Any) -> HttpResponse:
    """The page; a form that was refused stands in its place with its errors."""
    library = library_of(request)
    row = OwnThings.objects.filter(library=library).first() or OwnThings(library=library)
    context = {
        "form": OursForm(row=row),
        "duties": DutiesForm(initial={name: getattr(row, name) for name in DutiesForm.base_fields}),
        "cover_form": CoverForm(library, auto_id="id_cover-%s"),
        "election_form": ElectionForm(library, auto_id="id_election-%s"),
        "covers": CoverRight.objects.filter(library=library),
        "elections": ElectionPeriod.objects.filter(library=library),
        "tab": "ours",
    }
    return drawn(request, "ours.html", context | refused, status=422 if refused else 200)


@require_http_methods(["GET", "POST"])
@requires("manage_guideline")
def ours(request: HttpRequest) -> HttpResponse:
    """Look at it, and change it."""
    if request.method == "GET":
        return _page(request)
    library = library_of(request)
    form = OursForm(request.POST, row=OwnThings.of(library))
    if "try" in request.POST:
        return _page(request, form=form, card=_tried(request))
    if not form.is_valid():
        return _page(request, form=form)
    fields = form.save()
    _changed(library, form.row, request, fields)
    messages.success(request, _("Saved."))
    return redirect("guidelines:ours")


def _changed(library: Library, row: OwnThings, request: HttpRequest, fields: list[str]) -> None:
    if fields:
        HistoryEntry.write(recording.CHANGED, row, by=signed_in(request), library=library, fields=fields)
    OwnThings.touch(library)


@require_POST
@requires("manage_guideline")
def duties(request: HttpRequest) -> HttpResponse:
    """What somebody must have done before they may publish (A03)."""
    library = library_of(request)
    form = DutiesForm(request.POST)
    row = OwnThings.of(library)
    if form.is_valid():
        changed = [name for name, value in form.cleaned_data.items() if getattr(row, name) != value]
        for name in changed:
            setattr(row, name, form.cleaned_data[name])
        row.save(update_fields=changed)
        _changed(library, row, request, changed)
        messages.success(request, _("Saved."))
    return redirect(f"{reverse('guidelines:ours')}#duties")


def _tried(request: HttpRequest) -> dict[str, Any]:
    """What comes of the number that is tried on the pattern."""
    form = CardForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["card_number"]:
        return {}
    given = form.cleaned_data
    try:
        return {"tried": True, "fits": fits(given["card_number"], given["card_pattern"], given["card_check"])}
    except Unusable as trouble:
        return {"tried": True, "trouble": str(trouble)}


@require_POST
@requires("manage_guideline")
def card(request: HttpRequest) -> HttpResponse:
    """Whether a number fits the pattern that is being typed; nothing is kept."""
    return render(request, "guidelines/parts/card.html", {"card": _tried(request)})


@require_POST
@requires("manage_guideline")
def covers(request: HttpRequest) -> HttpResponse:
    """Enter what a publisher allows."""
    library = library_of(request)
    form = CoverForm(library, request.POST, auto_id="id_cover-%s")
    if not form.is_valid():
        return _page(request, cover_form=form)
    return _added(request, library, recording.save(form, by=signed_in(request), library=library), "covers")


@require_POST
@requires("manage_guideline")
def remove_cover(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a publisher out."""
    library = library_of(request)
    row = get_object_or_404(CoverRight, library=library, pk=pk)
    return _removed(request, library, row, "covers", CoverForm.base_fields)


@require_POST
@requires("manage_guideline")
def elections(request: HttpRequest) -> HttpResponse:
    """Enter an election period."""
    library = library_of(request)
    form = ElectionForm(library, request.POST, auto_id="id_election-%s")
    if not form.is_valid():
        return _page(request, election_form=form)
    return _added(request, library, recording.save(form, by=signed_in(request), library=library), "elections")


@require_POST
@requires("manage_guideline")
def remove_election(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an election period out."""
    library = library_of(request)
    row = get_object_or_404(ElectionPeriod, library=library, pk=pk)
    return _removed(request, library, row, "elections", ElectionForm.base_fields)


def _added(request: HttpRequest, library: Library, row: Any, place: str) -> HttpResponse:
    OwnThings.touch(library)
    messages.success(request, _("Added: %(word)s") % {"word": row})
    return redirect(f"{reverse('guidelines:ours')}#{place}")


def _removed(request: HttpRequest, library: Library, row: Any, place: str, names: Any) -> HttpResponse:
    fields = {name: str(getattr(row, name)) for name in names}
    words = _("Removed: %(word)s") % {"word": row}
    recording.remove(row, by=signed_in(request), library=library)
    OwnThings.touch(library)
    offer(request, words, reverse(f"guidelines:{place}"), **fields)
    return redirect(f"{reverse('guidelines:ours')}#{place}")
