"""The first set-up: code, library, branch, manager; then the desk is open."""

from typing import Any

from django import forms
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from theke.desk import setting_up
from theke.desk.forms import BranchStep, CodeForm, LibraryStep, ManagerStep
from theke.people.access import public, requires
from theke.people.views.invitations import BACKEND

SESSION_KEY = "set_up"
STEPS: dict[str, type[forms.Form]] = {"library": LibraryStep, "branch": BranchStep, "manager": ManagerStep}
ORDER = list(STEPS)


@public
@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, code: str = "") -> HttpResponse:
    """Ask for the code, or take it from the link that the program printed."""
    if setting_up.one_time_code() is None:
        raise Http404
    given = request.POST.get("code", "") if request.method == "POST" else code
    if given and setting_up.is_right(given):
        request.session[SESSION_KEY] = {"code": given}
        return redirect("desk:set_up_step", ORDER[0])
    form = CodeForm({"code": given} if given or request.method == "POST" else None)
    if given:
        form.add_error("code", forms.ValidationError(wrong_code()))
    return render(request, "desk/set_up_code.html", {"form": form})


def wrong_code() -> str:
    """What to say to a wrong code."""
    return str(_("This is not the code. It stands in the file set-up-code in the data folder, too."))


@public
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, name: str) -> HttpResponse:
    """One question a page. What was answered is kept in the session until the last one."""
    answers: dict[str, Any] = request.session.get(SESSION_KEY, {})
    if name not in STEPS or setting_up.one_time_code() is None:
        raise Http404
    if not setting_up.is_right(str(answers.get("code", ""))):
        return redirect("desk:set_up")
    form = STEPS[name](request.POST if request.method == "POST" else None, initial=answers.get(name))
    if request.method == "POST" and form.is_valid():
        return _go_on(request, name, answers, form.cleaned_data)
    number = ORDER.index(name)
    context = {
        "form": form,
        "name": name,
        "number": number + 1,
        "of": len(ORDER),
        "before": ORDER[number - 1] if number else "",
    }
    return render(request, "desk/set_up.html", context)


def _go_on(request: HttpRequest, name: str, answers: dict[str, Any], given: dict[str, Any]) -> HttpResponse:
    missing = next((n for n in ORDER if n != name and n not in answers), None)
    if name == ORDER[-1] and missing is None:
        return _finish(request, answers, given)
    if name != ORDER[-1]:  # the last one holds a password, which no session keeps
        request.session[SESSION_KEY] = answers | {name: given}
    number = ORDER.index(name)
    return redirect("desk:set_up_step", missing if name == ORDER[-1] else ORDER[number + 1])


def _finish(request: HttpRequest, answers: dict[str, Any], manager: dict[str, Any]) -> HttpResponse:
    try:
        person = setting_up.set_up(answers["library"], answers["branch"], manager)
    except setting_up.AlreadySetUp as late:
        raise Http404 from late
    request.session.pop(SESSION_KEY, None)
    login(request, person, BACKEND)
    return redirect("desk:set_up_done")


@requires("connect_channels")
@require_GET
def done(request: HttpRequest) -> HttpResponse:
    """The desk is open: offer the first channels."""
    return render(request, "desk/set_up_done.html")
