"""Figures entered by hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from theke.channels.forms import FigureForm
from theke.channels.models import Channel, Figure
from theke.people.access import requires, signed_in


@requires("enter_figures")
@require_http_methods(["GET", "POST"])
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """All figures of a channel, and one more; the same day again replaces, `remove` takes one away."""
    person = signed_in(request)
    channel = get_object_or_404(Channel.objects.visible_to(person).select_related("library", "branch"), pk=pk)
    if request.POST.get("remove", "").isdecimal():
        Figure.objects.filter(channel=channel, pk=int(request.POST["remove"][:18])).delete()
        return redirect("channels:figures", pk=pk)
    form = FigureForm(request.POST if request.method == "POST" else None, today=channel.library.today)
    if form.is_valid():
        data = form.cleaned_data
        kept = {"value": data["value"], "by": person, "at": timezone.now()}
        Figure.objects.update_or_create(channel=channel, name=data["name"], on=data["on"], defaults=kept)
        messages.success(request, _("Saved."))
        return redirect("channels:figures", pk=pk)
    shown = {"channel": channel, "form": form, "figures": channel.figures.select_related("by")[:200]}
    return render(request, "channels/figures.html", shown, status=422 if form.is_bound else 200)
