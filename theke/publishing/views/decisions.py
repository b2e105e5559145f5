"""The three buttons of a doubtful delivery, and the two of a late one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theke.people.access import requires, signed_in
from theke.publishing.deciding import POSSIBLE, decide, may_decide
from theke.publishing.forms import ThereForm
from theke.publishing.models import Delivery
from theke.publishing.scheduling import Hindered
from theke.ui.wording import worded


@require_POST
@requires("decide_doubt")
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what a person decided."""
    person = signed_in(request)
    delivery = get_object_or_404(Delivery.objects.visible_to(person).select_related("post__library", "channel"), pk=pk)
    if not may_decide(person, delivery):
        raise PermissionDenied
    choice, form = request.POST.get("decision", ""), ThereForm(request.POST)
    if choice not in POSSIBLE:
        raise Http404
    if choice == "there" and not form.is_valid():
        messages.error(request, _("Enter an address that begins with https://."))
    else:
        _carry_out(request, delivery, choice, form.cleaned_data["url"] if form.is_valid() else "")
    return redirect("publishing:page", delivery.post.uuid)


def _carry_out(request: HttpRequest, delivery: Delivery, choice: str, url: str) -> None:
    try:
        if not decide(delivery, choice, by=signed_in(request), url=url):
            messages.warning(request, _("Somebody was faster. This is how it stands now."))
    except Hindered as hindered:
        reasons = " ".join(worded(one.words, one.params) for one in hindered.findings)
        messages.error(request, f"{_('The guideline stands in the way.')} {reasons}")
