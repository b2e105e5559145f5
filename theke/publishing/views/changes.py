"""Changing and removing a post that is out."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from theke.guidelines.rules.base import Finding
from theke.people.access import requires, signed_in
from theke.posts.models import Post
from theke.publishing.changing import edit, possible, remove
from theke.publishing.forms import ChangeForm, RemovalForm
from theke.publishing.paying import costs_of
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import Hindered
from theke.publishing.views.reasons import keep_reasons
from theke.publishing.views.releases import in_words, own


@require_http_methods(["GET", "POST"])
@requires("publish")
def changes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change the text wherever the network can; say beforehand where it cannot."""
    post = own(request, uuid)
    places = possible(post)
    versions = list(post.versions.select_related("channel__branch"))
    form = ChangeForm(request.POST or None, post=post, versions=versions)
    found: list[Finding] = []
    able = [place.deliveries for place in places if not place.edit]
    if request.method == "POST" and able and form.is_valid():
        found = _change(request, post, form)
        if not found and not form.errors:
            messages.success(request, _("The change is on its way."))
            return redirect("publishing:page", uuid)
    context = {"post": post, "form": form, "places": places, "findings": found, "reasons": request.POST}
    context |= {"able": able, "costs": costs_of(able, removal=False)}
    return render(request, "publishing/changes.html", context, status=422 if found or form.errors else 200)


def _change(request: HttpRequest, post: Post, form: ChangeForm) -> list[Finding]:
    """Write and hand over, or nothing of both. Gives what stands in the way."""
    person = signed_in(request)
    try:
        with transaction.atomic():
            form.write(post)
            keep_reasons(request, post, person)
            edit(post, by=person)
    except Hindered as hindered:
        return hindered.findings
    except NotPlanned as trouble:
        form.add_error(None, in_words(trouble))
    return []


@require_http_methods(["GET", "POST"])
@requires("publish")
def removals(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Remove a post, with a reason, where the network can; say beforehand where it cannot."""
    post = own(request, uuid)
    places = possible(post)
    able = [here.channel for here in places if not here.remove]
    form = RemovalForm(request.POST or None, channels=able)
    if request.method == "POST" and form.is_valid():
        try:
            remove(post, by=signed_in(request), reason=form.cleaned_data["reason"], channels=form.cleaned_data["channels"])
        except NotPlanned as trouble:
            form.add_error(None, in_words(trouble))
        else:
            messages.success(request, _("The removal is on its way."))
            return redirect("publishing:page", uuid)
    costs = costs_of([here.deliveries for here in places if not here.remove], removal=True)
    context = {"post": post, "form": form, "places": places, "able": able, "costs": costs}
    return render(request, "publishing/removals.html", context, status=422 if form.errors else 200)
