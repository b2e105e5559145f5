"""The library's colour as a stylesheet, and its statement of accessibility."""

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_http_methods, require_safe

from theke.people import recording
from theke.people.access import public, requires, signed_in
from theke.people.colouring import stylesheet
from theke.people.forms.look import StatementForm
from theke.people.models import Library
from theke.people.views.colleagues import library_of

A_YEAR = 365 * 24 * 3600


@public
@conditional_page
@require_safe
def look(request: HttpRequest, slug: str) -> HttpResponse:
    """The tokens of the colour. Under the address with the right mark it never changes."""
    library = get_object_or_404(Library, slug=slug)
    text = stylesheet(library.brand_colour)
    answer = HttpResponse(text, content_type="text/css; charset=utf-8")
    fits = request.GET.get("v") == library.brand_colour[1:]
    answer.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if fits else "public, max-age=60"
    answer.headers["ETag"] = f'"{sha256(text.encode()).hexdigest()[:16]}"'
    return answer


@requires("manage_library")
@require_http_methods(["GET", "POST"])
def statement(request: HttpRequest) -> HttpResponse:
    """What the statement of accessibility says of this library."""
    library = library_of(request)
    form: Any = StatementForm(request.POST if request.method == "POST" else None, instance=library)
    if not form.is_valid():
        return render(request, "people/statement.html", {"form": form, "library": library_of(request)})
    recording.save(form, by=signed_in(request), library=library)
    messages.success(request, _("Saved."))
    return redirect("people:statement")
