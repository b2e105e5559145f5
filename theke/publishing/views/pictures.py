"""One picture of the library: what is said of it, where it is used, and the bin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from theke.media.forms import AssetForm
from theke.media.models import Asset
from theke.media.publicity import is_shown
from theke.people import recording
from theke.people.access import may, requires, signed_in
from theke.people.models import Library
from theke.publishing.guarding import hold_back
from theke.publishing.picturing import InUse, fetch_back, put_in_bin, uses_of
from theke.publishing.views.withdrawals import say_held
from theke.ui import undoing


def find(request: HttpRequest, pk: int) -> Asset:
    """The picture, if it belongs to the library of whoever asks; else 404."""
    return get_object_or_404(Asset.objects.visible_to(signed_in(request)).select_related("by", "library"), pk=pk)


@require_http_methods(["GET", "POST"])
@requires("write")
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is on it and who made it; see where it is used."""
    asset = find(request, pk)
    form = AssetForm(request.POST or None, instance=asset)
    if request.method == "POST" and form.is_valid():
        recording.save(form, by=signed_in(request), library=_library(asset))
        say_held(request, hold_back(asset))
        return redirect("publishing:picture", pk)
    context = {"asset": asset, "form": form, "uses": uses_of(asset), "public_now": is_shown(asset)}
    context["over"] = not asset.may_be_shown()
    context |= {"consents": asset.consents.all(), "sees_scans": may(signed_in(request), "see_scans")}
    return render(request, "publishing/picture.html", context, status=422 if form.errors else 200)


def _library(asset: Asset) -> Library:
    return asset.library


@require_POST
@requires("write")
def bin_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw it away, or fetch it back with `act=back`."""
    asset, person = find(request, pk), signed_in(request)
    if request.POST.get("act") == "back":
        fetch_back(asset, by=person)
        messages.success(request, _("The picture is back."))
        return redirect("publishing:picture", pk)
    try:
        put_in_bin(asset, by=person)
    except InUse as trouble:
        messages.error(request, _(trouble.words) % trouble.params)
        return redirect("publishing:picture", pk)
    undoing.offer(request, _("The picture is in the bin."), reverse("publishing:bin_picture", args=[pk]), act="back")
    return redirect("media:library")
