"""Branches with shelf code and opening hours."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.people import recording
from theke.people.access import requires, signed_in
from theke.people.forms import BranchForm
from theke.people.forms.branch import written_hours
from theke.people.models import Branch
from theke.people.views.colleagues import library_of
from theke.ui.picking import key_in


@requires("look")
@require_GET
def branches(request: HttpRequest) -> HttpResponse:
    """All branches and when they are open."""
    found = library_of(request).branches.prefetch_related("opening_hours")
    return render(request, "people/branches.html", {"branches": found})


@requires("manage_library")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add a branch."""
    return _edit(request, BranchForm(request.POST if request.method == "POST" else None, library=library_of(request)))


@requires("manage_library")
@require_http_methods(["GET", "POST"])
def branch(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a branch."""
    library = library_of(request)
    found = get_object_or_404(Branch, library=library, pk=pk)
    return _edit(request, BranchForm(request.POST if request.method == "POST" else None, instance=found, library=library))


def _edit(request: HttpRequest, form: BranchForm) -> HttpResponse:
    library = library_of(request)
    if request.method == "POST" and "copy" in request.POST:
        form = _with_copied_hours(request, form)
    others = library.branches.exclude(pk=form.instance.pk or 0).filter(opening_hours__isnull=False).distinct()
    if not form.is_valid():
        return render(request, "people/branch.html", {"form": form, "others": others})
    recording.save(form, by=signed_in(request), library=library_of(request))
    messages.success(request, _("Saved."))
    return redirect("people:branches")


def _with_copied_hours(request: HttpRequest, form: BranchForm) -> BranchForm:
    """The form as it was typed, with the hours of another branch in it; nothing is saved yet."""
    key = request.POST.get("copy_from", "")
    known = key_in(key)
    source = get_object_or_404(Branch, library=library_of(request), pk=known)
    typed = {name: request.POST.get(name, "") for name in form.fields}
    return BranchForm(initial=typed | written_hours(source), instance=form.instance, library=source.library)


@requires("manage_library")
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a branch; its people and channels stay, without a branch."""
    library = library_of(request)
    found = get_object_or_404(Branch, library=library, pk=pk)
    try:
        recording.remove(found, by=signed_in(request), library=library)
    except ProtectedError:
        messages.error(request, _("%(branch)s is still in use and cannot be removed.") % {"branch": found})
    else:
        messages.success(request, _("%(branch)s was removed.") % {"branch": found})
    return redirect("people:branches")
