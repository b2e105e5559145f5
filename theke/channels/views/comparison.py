"""What each network can, and the guide of each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from theke.channels.comparing import compared, everything, lines
from theke.channels.reaching import why_unreachable
from theke.networks.guides import guide
from theke.networks.registry import KEYS, network
from theke.people.access import may, requires, signed_in


@requires("look")
@require_GET
def comparison(request: HttpRequest) -> HttpResponse:
    """All networks side by side."""
    columns = everything()
    return render(request, "channels/networks.html", {"columns": columns, "lines": lines(columns)})


@requires("look")
@require_GET
def one_network(request: HttpRequest, key: str) -> HttpResponse:
    """What one network takes, costs and cannot do."""
    if key not in KEYS:
        raise Http404
    of = network(key)
    shown = {
        "facts": of.facts,
        "limits": compared(of).limits,
        "guide": mark_safe(guide(key, translation.get_language() or "en")),  # noqa: S308 -- files of ours, which a test reads
        "unreachable": why_unreachable() if of.facts.fetches_media else "",
        "may_connect": of.has("connect") and may(signed_in(request), "connect_channels"),
    }
    return render(request, "channels/network.html", shown)
