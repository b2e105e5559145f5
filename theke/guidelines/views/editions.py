"""Layers and their editions: begin a draft, work on it, decide it."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.guidelines import editing
from theke.guidelines.deciding import Incomplete, decide
from theke.guidelines.forms import BeginForm, DecisionForm, DraftForm, LayerForm, PackageForm, PointForm, TitleForm
from theke.guidelines.forms.document import language_name
from theke.guidelines.layering import add_layer, own_layer
from theke.guidelines.models import Edition, Guideline, Point
from theke.guidelines.packing import bring_back, kept_point
from theke.guidelines.patterns import LANGUAGES, NAMES, pattern
from theke.guidelines.views.frame import drawn
from theke.people.access import requires, signed_in
from theke.people.models import Library
from theke.people.views.colleagues import library_of
from theke.ui.undoing import offer


def page(request: HttpRequest, *, status: int = 200, **refused: Any) -> HttpResponse:
    """The page of all layers; a form that was refused stands in its place with its errors."""
    library = library_of(request)
    read = Count("acknowledgements", filter=Q(acknowledgements__person__left_at=None), distinct=True)
    rows = list(Edition.objects.filter(guideline__library=library).annotate(read=read).order_by("-number"))
    layers = list(library.guidelines.all())
    context = {
        "layers": [_layer(one, [row for row in rows if row.guideline_id == one.pk], library) for one in layers],
        "layer_form": refused.get("layer_form") or LayerForm(there=layers),
        "package_form": refused.get("package_form") or PackageForm(),
        "package_of": refused.get("package_of"),
        "patterns": [(key, _(name)) for key, name in NAMES.items()],
        "tab": "editions",
    }
    return drawn(request, "editions.html", context, status=status)


def _layer(guideline: Guideline, rows: list[Edition], library: Library) -> dict[str, Any]:
    day = library.today
    decided = [one for one in rows if not one.is_draft]
    counting = next((one for one in decided if one.valid_from and one.valid_from <= day), None)
    return {
        "guideline": guideline,
        "draft": next((one for one in rows if one.is_draft), None),
        "decided": decided,
        "counting": counting,
        "languages": [(code, language_name(code), code in library.languages) for code in LANGUAGES],
    }


@require_GET
@requires("manage_guideline")
def layers(request: HttpRequest) -> HttpResponse:
    """All layers with their editions."""
    return page(request)


@require_POST
@requires("manage_guideline")
def new_layer(request: HttpRequest) -> HttpResponse:
    """Add a layer."""
    library = library_of(request)
    form = LayerForm(request.POST, there=list(library.guidelines.all()))
    if not form.is_valid():
        return page(request, status=422, layer_form=form)
    made = add_layer(library, form.cleaned_data["layer"], form.cleaned_data["name"], by=signed_in(request))
    messages.success(request, _("Added: %(word)s") % {"word": made})
    return redirect(f"{reverse('guidelines:editions')}#layer-{made.pk}")


def layer_of(request: HttpRequest, pk: int) -> Guideline:
    """A layer of the library, or 404."""
    return get_object_or_404(Guideline.objects.select_related("library"), library=library_of(request), pk=pk)


@require_POST
@requires("manage_guideline")
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a draft: from the last edition, from a template, or empty."""
    guideline, by = layer_of(request, pk), signed_in(request)
    form = BeginForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose how to begin."))
        return redirect("guidelines:editions")
    how, languages = form.cleaned_data["how"], form.cleaned_data["languages"] or guideline.library.languages
    if how == "last":
        made = editing.from_last(guideline, by=by)
    elif how == "empty":
        made = editing.begin(guideline, languages, by=by)
    else:
        made = editing.from_pattern(guideline, pattern(how), languages, by=by)
    return redirect("guidelines:draft", made.pk)


@require_POST
@requires("manage_guideline")
def begin_own(request: HttpRequest) -> HttpResponse:
    """Begin the library's own guideline with the seven points."""
    guideline = own_layer(library_of(request))
    made = editing.from_pattern(guideline, pattern("seven_points"), guideline.library.languages, by=signed_in(request))
    return redirect("guidelines:draft", made.pk)


def draft_of(request: HttpRequest, pk: int) -> Edition:
    """A draft of the library, or 404."""
    found = Edition.objects.visible_to(signed_in(request)).filter(decided_at=None)
    return get_object_or_404(found.select_related("guideline__library"), pk=pk)


def _draft_page(
    request: HttpRequest, edition: Edition, form: DraftForm | None = None, title_form: TitleForm | None = None
) -> HttpResponse:
    refused = bool(form or title_form)
    context = {
        "edition": edition,
        "form": form or DraftForm(edition=edition),
        "title_form": title_form or TitleForm(),
        "points": [(point, _lacks(edition, point)) for point in edition.points.all()],
        "tab": "editions",
    }
    return drawn(request, "draft.html", context, status=422 if refused else 200)


def _lacks(edition: Edition, point: Point) -> list[str]:
    return [language_name(code) for code in edition.languages if not point.title.get(code) or not point.text.get(code)]


@require_http_methods(["GET", "POST"])
@requires("manage_guideline")
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft: its languages, its opening words, its points."""
    edition = draft_of(request, pk)
    if request.method == "GET":
        return _draft_page(request, edition)
    form = DraftForm(request.POST, edition=edition)
    if not form.is_valid():
        return _draft_page(request, edition, form)
    form.save()
    messages.success(request, _("Saved."))
    return redirect("guidelines:draft", edition.pk)


@require_POST
@requires("manage_guideline")
def new_point(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a point to a draft."""
    edition = draft_of(request, pk)
    if "again" in request.POST:
        bring_back(edition, request.POST["again"])
        return redirect("guidelines:draft", edition.pk)
    form = TitleForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, edition, title_form=form)
    made = editing.add_point(edition, {edition.languages[0]: form.cleaned_data["title"]})
    return redirect("guidelines:point", made.pk)


def _point_of(request: HttpRequest, pk: int) -> Point:
    """A point of a draft of the library, or 404."""
    drafts = Edition.objects.visible_to(signed_in(request)).filter(decided_at=None)
    return get_object_or_404(Point.objects.select_related("edition__guideline__library"), edition__in=drafts, pk=pk)


@require_http_methods(["GET", "POST"])
@requires("manage_guideline")
def point(request: HttpRequest, pk: int) -> HttpResponse:
    """The words of a point in each language."""
    found = _point_of(request, pk)
    form = PointForm(request.POST if request.method == "POST" else None, point=found)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return drawn(request, "point.html", {"point": found, "form": form, "tab": "editions"}, status=status)
    form.save()
    messages.success(request, _("Saved."))
    return redirect(f"{reverse('guidelines:draft', args=[found.edition_id])}#point-{found.pk}")


@require_POST
@requires("manage_guideline")
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a point up or down, or take it out."""
    found = _point_of(request, pk)
    act, here = request.POST.get("act", ""), reverse("guidelines:draft", args=[found.edition_id])
    if act == "remove":
        back = reverse("guidelines:new_point", args=[found.edition_id])
        offer(request, _("“%(point)s” is taken out.") % {"point": found}, back, again=kept_point(found))
        found.delete()
        return redirect(here)
    if act in ("up", "down"):
        editing.move_point(found, -1 if act == "up" else 1)
    return redirect(f"{here}#point-{found.pk}")


@require_http_methods(["GET", "POST"])
@requires("manage_guideline")
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a draft count: from when, decided by whom."""
    edition = draft_of(request, pk)
    library = edition.guideline.library
    last = edition.guideline.editions.decided().first()
    form = DecisionForm(request.POST if request.method == "POST" else None, today=library.today, last=last)
    if form.is_valid():
        try:
            decide(edition, by=signed_in(request), **form.cleaned_data)
        except Incomplete:
            form.add_error(None, _("Some points lack words. The list below says which."))
        else:
            messages.success(request, _("The edition is decided. Everybody is asked to read and confirm it."))
            return redirect("guidelines:points")
    lacking = [(one, language_name(code) if code else "") for one, code in editing.missing(edition)]
    context = {"edition": edition, "form": form, "lacking": lacking, "last": last, "tab": "editions"}
    return drawn(request, "decision.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@requires("manage_guideline")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    edition = draft_of(request, pk)
    if "sure" not in request.POST:
        raise Http404
    editing.drop_draft(edition, by=signed_in(request))
    messages.success(request, _("The draft is thrown away."))
    return redirect("guidelines:editions")
