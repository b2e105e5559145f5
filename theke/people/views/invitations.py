"""The link of an invitation: set a password, then come in."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from theke.people import inviting
from theke.people.access import public
from theke.people.forms import PasswordForm

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing (mail scanners open links too); sending the form does."""
    found = inviting.invitation_behind(token)
    if found is None:
        return render(request, "people/invitation_over.html", status=410)
    form = PasswordForm(request.POST if request.method == "POST" else None, person=found.person)
    if not form.is_valid():
        return render(request, "people/invitation.html", {"form": form, "invitation": found})
    login(request, inviting.accept(found, form.cleaned_data["password1"]), BACKEND)
    return redirect("today")
