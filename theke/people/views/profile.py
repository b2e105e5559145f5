"""One's own profile and password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from theke.people import recording
from theke.people.access import requires, signed_in
from theke.people.forms import PasswordForm, ProfileForm
from theke.people.models import Person
from theke.people.views.colleagues import library_of


@requires("own_profile")
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name, function, initials, language, colours, mail."""
    person = Person.objects.get(pk=signed_in(request).pk)
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=person, library=library_of(request))
    if not form.is_valid():
        return render(request, "people/profile.html", {"form": form})
    recording.save(form, by=person, library=library_of(request))
    with translation.override(person.language):
        messages.success(request, _("Your profile is saved."))
    return redirect("people:profile")


@requires("own_profile")
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """A new password; other devices are signed out."""
    person = signed_in(request)
    form = PasswordForm(request.POST if request.method == "POST" else None, person=person)
    if not form.is_valid():
        return render(request, "people/password.html", {"form": form})
    person.set_password(form.cleaned_data["password1"])
    person.save(update_fields=["password"])
    update_session_auth_hash(request, person)
    messages.success(request, _("Your new password is saved. Other devices are signed out."))
    return redirect("people:profile")
