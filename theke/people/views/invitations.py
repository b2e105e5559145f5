"""The link of an invitation: set a password, then come in."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from theke.people import inviting
from theke.people.access import public
from theke.people.forms import PasswordForm

BACKEND = "theke.people.recognising.Recognition"


SESSION_KEY = "invitation"


@public
@never_cache
@require_GET
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address, so that it stands in no log, and go on to the form.

    Opening the link changes nothing else: mail scanners open links too.
    """
    if inviting.invitation_behind(token) is None:
        return render(request, "people/invitation_over.html", status=410)
    request.session[SESSION_KEY] = token
    return redirect("people:welcome")


@public
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Set the first password and come in."""
    found = inviting.invitation_behind(request.session.get(SESSION_KEY, ""))
    if found is None:
        return render(request, "people/invitation_over.html", status=410)
    form = PasswordForm(request.POST if request.method == "POST" else None, person=found.person)
    if not form.is_valid():
        return render(request, "people/invitation.html", {"form": form, "invitation": found})
    del request.session[SESSION_KEY]
    login(request, inviting.accept(found, form.cleaned_data["password1"]), BACKEND)
    return redirect("today")
