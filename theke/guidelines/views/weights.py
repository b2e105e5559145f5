"""How much each check weighs, and the history of it (B12, B21)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.guidelines.forms import SettingForm
from theke.guidelines.keeping import current
from theke.guidelines.knowing import point_of
from theke.guidelines.layering import own_layer
from theke.guidelines.models import RuleSetting
from theke.guidelines.views.frame import drawn
from theke.guidelines.weighing import BY_ID, set_weight, weighed
from theke.people.access import may, requires, signed_in
from theke.people.views.colleagues import library_of


@require_GET
@requires("look")
def weights(request: HttpRequest) -> HttpResponse:
    """All checks with what they weigh today, by the point they serve."""
    library = library_of(request)
    current(library)
    found = weighed(library, library.today)
    anchors = list(dict.fromkeys(sorted(one.entry.point for one in found)))
    groups = [(point_of(library, anchor), [one for one in found if one.entry.point == anchor]) for anchor in anchors]
    return drawn(request, "weights.html", {"groups": groups, "tab": "weights"})


def _page(request: HttpRequest, rule: str, form: SettingForm | None = None) -> HttpResponse:
    """One check: what it weighs, its history, and for those who manage a form."""
    if rule not in BY_ID:
        raise Http404
    library, person = library_of(request), signed_in(request)
    current(library)
    day = library.today
    manages = may(person, "manage_guideline")
    if form is None and manages:
        form = SettingForm(library=library, today=day)
    context = {
        "rule": next(one for one in weighed(library, day) if one.entry.id == rule),
        "point": point_of(library, BY_ID[rule].point),
        "ordinary": RuleSetting.Weight(BY_ID[rule].severity).label,
        "history": RuleSetting.objects.of(library).filter(rule=rule).order_by("-valid_from", "-pk"),
        "form": form if manages else None,
        "has_layers": library.guidelines.exists(),
        "today": day,
        "tab": "weights",
    }
    return drawn(request, "weight.html", context, status=422 if form and form.is_bound else 200)


@require_GET
@requires("look")
def weight(request: HttpRequest, rule: str) -> HttpResponse:
    """One check and the history of its weight."""
    return _page(request, rule)


@require_POST
@requires("manage_guideline")
def new_setting(request: HttpRequest, rule: str) -> HttpResponse:
    """Set what a layer makes of it from a day on; what was set before stays to be read."""
    library = library_of(request)
    own_layer(library)
    form = SettingForm(request.POST, library=library, today=library.today)
    if rule not in BY_ID or not form.is_valid():
        return _page(request, rule, form)
    given = form.cleaned_data
    set_weight(
        given["layer"], rule, given["weight"], valid_from=given["valid_from"], reason=given["reason"], by=signed_in(request)
    )
    messages.success(request, _("Saved."))
    return redirect(reverse("guidelines:weight", args=[rule]))
