"""Duplicate a draft, use a published post again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theke.people.access import requires, signed_in
from theke.posts.duplicating import duplicate
from theke.posts.views.finding import find


@require_POST
@requires("write")
def copies(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Make a new draft of a post, whether it is out or not, and go to it."""
    made = duplicate(find(request, uuid), by=signed_in(request))
    messages.success(request, _("This is a new draft. The other post stays as it is."))
    return redirect("posts:edit", made.uuid)
