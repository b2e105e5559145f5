"""One's own private name: entered of one's own accord, confirmed twice, taken back at any time (B22, B25, B27)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from theke.guidelines.forms import HandleForm
from theke.guidelines.handling import agree, enter, handle_of
from theke.guidelines.policies import handles_allowed, handles_sign
from theke.guidelines.views.frame import drawn
from theke.people.access import requires, signed_in
from theke.people.views.colleagues import library_of


@require_http_methods(["GET", "POST"])
@requires("own_profile")
def handle(request: HttpRequest) -> HttpResponse:
    """Enter it, or confirm it for the second time. Taking it back concerns posts, so `publishing` does it."""
    person, library = signed_in(request), library_of(request)
    form = HandleForm(request.POST if "enter" in request.POST else None)
    allowed = handles_allowed(library)
    if request.method == "POST" and allowed and "agree" in request.POST and agree(person):
        messages.success(request, _("From now on posts may name you by it. You can take that back here."))
        return redirect("guidelines:handle")
    if allowed and form.is_valid() and handle_of(person) is None:  # another one is entered after this one was taken back
        enter(person, form.cleaned_data["handle"])
        return redirect("guidelines:handle")
    context = {"form": form, "handle": handle_of(person), "allowed": allowed, "signs": handles_sign(library)}
    return drawn(request, "handle.html", context, status=422 if form.is_bound else 200)
