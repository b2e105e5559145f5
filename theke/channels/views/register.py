"""The register of the library's accounts."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.channels import connecting, watching
from theke.channels.forms import ChannelForm
from theke.channels.health import health_of
from theke.channels.models import Channel, Figure
from theke.channels.profile_check import look_at_profile
from theke.channels.views.budgets import money_of
from theke.networks.registry import network
from theke.people import recording
from theke.people.access import may, requires, signed_in
from theke.people.models import HistoryEntry, Person, Role

FIRST = {"danger": 0, "warn": 1}
HISTORY = 20


def _rows(channels: Iterable[Channel]) -> list[dict[str, Any]]:
    """Channels with their health, those that need someone first."""
    rows = [{"channel": c, "health": health_of(c)} for c in channels]
    return sorted(rows, key=lambda row: FIRST.get(row["health"].level, 2))


def _by_branch(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    def house(row: dict[str, Any]) -> tuple[int, str]:
        branch = row["channel"].branch
        return (branch.position + 1, branch.name) if branch else (0, "")

    return [(name, list(group)) for (_place, name), group in groupby(sorted(rows, key=house), key=house)]


@requires("look")
@require_GET
def channels(request: HttpRequest) -> HttpResponse:
    """All accounts by branch; those in trouble on top."""
    person = signed_in(request)
    found = Channel.objects.visible_to(person).select_related("branch", "responsible", "deputy")
    rows = _rows(found)
    troubled = [row for row in rows if row["health"].level in FIRST]
    well = [row for row in rows if row["health"].level not in FIRST]
    shown = {"troubled": troubled, "houses": _by_branch(well), "may_connect": may(person, "connect_channels")}
    return render(request, "channels/list.html", shown)


@requires("look")
@require_GET
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: what it is for, who looks after it, how it is, and what happened to it."""
    person = signed_in(request)
    found = Channel.objects.visible_to(person).select_related("branch", "responsible", "deputy", "library", "credential")
    channel = get_object_or_404(found, pk=pk)
    shown = {
        "channel": channel,
        "health": health_of(channel),
        "limits": channel.limits,
        "gone": network(channel.network_key).gone,
        "figures": _latest_figures(channel),
        "money": money_of(channel),
        "may_spend": may(person, "set_budgets"),
        "may_enter": may(person, "enter_figures"),
        "profile_seen": look_at_profile(channel),
        "language": dict(settings.LANGUAGES).get(channel.language, channel.language),
        "expires_at": channel.credential.expires_at if hasattr(channel, "credential") else None,
        "history": HistoryEntry.objects.visible_to(person).about(channel)[:HISTORY],
        "may_connect": may(person, "connect_channels"),
        "managers": Person.objects.visible_to(person).active().filter(role=Role.MANAGER).values_list("name", flat=True),
    }
    return render(request, "channels/page.html", shown)


def _latest_figures(channel: Channel) -> list[Figure]:
    """The newest of each kind that was entered by hand."""
    newest: dict[str, Figure] = {}
    for one in channel.figures.order_by("-on"):
        newest.setdefault(one.name, one)
    return list(newest.values())


@requires("connect_channels")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what the register says."""
    person = signed_in(request)
    channel = get_object_or_404(Channel.objects.visible_to(person).select_related("library"), pk=pk)
    name = channel.name
    form = ChannelForm(request.POST if request.method == "POST" else None, instance=channel, library=channel.library)
    if form.is_valid():
        recording.save(form, by=person, library=channel.library)
        messages.success(request, _("Saved."))
        return redirect("channels:page", pk=pk)
    shown = {"form": form, "channel": channel, "name": name, "fresh": "new" in request.GET}
    return render(request, "channels/edit.html", shown, status=422 if form.is_bound else 200)


@requires("connect_channels")
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the network now how the account is."""
    channel = get_object_or_404(Channel.objects.visible_to(signed_in(request)), pk=pk)
    watching.check(channel.pk)
    messages.info(request, _("The network was asked."))
    return redirect("channels:page", pk=pk)


@requires("connect_channels")
@require_http_methods(["GET", "POST"])
def disconnect(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then forget the credential."""
    person = signed_in(request)
    channel = get_object_or_404(Channel.objects.visible_to(person).select_related("library", "branch"), pk=pk)
    if request.method == "GET":
        return render(request, "channels/disconnect.html", {"channel": channel})
    connecting.disconnect(channel, by=person)
    messages.success(request, _("%(channel)s is disconnected.") % {"channel": channel})
    return redirect("channels:page", pk=pk)
