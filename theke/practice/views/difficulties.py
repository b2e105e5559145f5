"""Making the practice network difficult."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from theke.people.access import requires, signed_in
from theke.people.models import Library
from theke.practice.faults import PRESETS, faults_of
from theke.practice.forms import FaultsForm
from theke.practice.models import Faults

PRESET_WORDS = {
    "good_day": (gettext_lazy("A good day"), gettext_lazy("Everything works.")),
    "slow": (gettext_lazy("Slow"), gettext_lazy("Each answer takes four seconds.")),
    "bad_day": (gettext_lazy("A bad day"), gettext_lazy("Some of everything: refusals, lost answers, cut connections.")),
    "silent": (gettext_lazy("No answer"), gettext_lazy("The post is stored, but the answer never arrives.")),
    "down": (gettext_lazy("Down"), gettext_lazy("Nothing can be reached.")),
    "locked_out": (gettext_lazy("Locked out"), gettext_lazy("The sign-in of every channel is refused.")),
}


def _library(request: HttpRequest) -> Library:
    library = signed_in(request).library
    if library is None:
        raise Http404
    return library


def _as_chosen(key: str) -> dict[str, Any]:
    """Every figure of one kind of day."""
    plain = Faults()
    return {f: getattr(plain, f) for f in FaultsForm.Meta.fields} | PRESETS[key]


def _in_force(key: str, now: Faults) -> bool:
    return all(getattr(now, name) == value for name, value in _as_chosen(key).items())


@requires("manage_practice")
@require_http_methods(["GET", "POST"])
def difficulties(request: HttpRequest) -> HttpResponse:
    """Choose what goes wrong, figure by figure."""
    form = FaultsForm(request.POST or None, instance=faults_of(_library(request)))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The practice network now behaves like that."))
        return redirect("practice:difficulties")
    now = form.instance
    presets = [(key, *words, _in_force(key, now)) for key, words in PRESET_WORDS.items()]
    status = 422 if form.is_bound else 200
    return render(request, "practice/difficulties.html", {"form": form, "presets": presets}, status=status)


@requires("manage_practice")
@require_POST
def presets(request: HttpRequest) -> HttpResponse:
    """Choose one of a few kinds of day."""
    chosen = request.POST.get("preset", "")
    if chosen not in PRESETS:
        raise Http404
    Faults.objects.update_or_create(library=_library(request), defaults=_as_chosen(chosen))
    messages.success(request, _("The practice network now behaves like that."))
    return redirect("practice:difficulties")
