"""Consents on a picture: noted, and the signed form fetched by the editorial group."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from theke.media.consent_forms import ConsentForm
from theke.media.consenting import note
from theke.media.models import Asset, Consent
from theke.people.access import requires, signed_in


@require_http_methods(["GET", "POST"])
@requires("write")
def new_consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that somebody agrees to be shown."""
    person = signed_in(request)
    asset = get_object_or_404(Asset.objects.visible_to(person).select_related("library"), pk=pk)
    form = ConsentForm(request.POST or None, request.FILES or None, instance=Consent(asset=asset))
    if request.method == "POST" and form.is_valid():
        note(form.save(commit=False), form.scanned, by=person)
        messages.success(request, _("Consent noted."))
        return redirect("publishing:picture", pk)
    return render(request, "media/consent.html", {"asset": asset, "form": form}, status=422 if form.errors else 200)


@require_GET
@requires("see_scans")
def scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed form, to be saved; never shown in the desk, never to the public."""
    consent = get_object_or_404(Consent.objects.visible_to(signed_in(request)).exclude(scan=""), pk=pk)
    if not consent.scan_path.exists():
        raise Http404
    name = f"consent-{consent.pk}.{consent.scan_mime.rpartition('/')[2]}"
    answer = FileResponse(consent.scan_path.open("rb"), as_attachment=True, filename=name, content_type=consent.scan_mime)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
