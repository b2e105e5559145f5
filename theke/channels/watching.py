"""Looks after every credential once a day, and tells a passing trouble of the network from a dead sign-in."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Min
from django.utils import timezone

from theke.channels import budgeting
from theke.channels.alarming import tell_to_reconnect, tell_to_renew
from theke.channels.models import Channel, Credential
from theke.channels.renewing import calling, renew_ahead
from theke.jobs.sources import Source
from theke.networks.base import Limits, NetworkError, Profile, Reconnect
from theke.networks.registry import network

EVERY = timedelta(hours=24)
FIRST_RETRY = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=6)
WARN_BEFORE = timedelta(days=7)


def check(pk: int, now: datetime | None = None) -> None:
    """Ask the network who we are; keep what it says, or what went wrong. Safe at any time; raises nothing that is expected."""
    moment = now or timezone.now()
    channel = Channel.objects.connected().select_related("library").filter(pk=pk).first()
    of = network(channel.network_key) if channel else None
    if channel is None or of is None or of.limits is None:
        return
    # Before the call: whatever becomes of it, even the end of this process, the check does not come round again at once.
    Channel.objects.filter(pk=pk).update(next_check_at=moment + FIRST_RETRY)
    if not budgeting.may_look(channel, moment):
        Channel.objects.filter(pk=pk).update(next_check_at=moment + EVERY)
        return
    try:
        renew_ahead(channel, moment)
        profile, limits = of.limits.probe(calling(channel))
    except Reconnect as dead:
        _dead(channel, dead, moment)
    except NetworkError as trouble:
        _blip(channel, trouble, moment)
    else:
        _fine(channel, profile, limits, moment)


def _fine(channel: Channel, profile: Profile, limits: Limits, now: datetime) -> None:
    runs_out = Credential.objects.filter(channel=channel, expires_at__lt=now + WARN_BEFORE).exists()
    told = asdict(profile)
    shown = {name: told[name] for name in ("name", "about", "followers", "posts", "links")}
    known = {"handle": profile.handle[:200], "url": profile.url[:500]}
    Channel.objects.filter(pk=channel.pk).update(
        **{name: value for name, value in known.items() if value},
        profile=shown,
        limits_read=limits.as_json(),
        token_state=Channel.Token.EXPIRING if runs_out else Channel.Token.WORKS,
        last_success_at=now,
        last_trouble={},
        next_check_at=now + EVERY,
    )
    if runs_out:
        tell_to_renew(channel)


def _dead(channel: Channel, trouble: NetworkError, now: datetime) -> None:
    fields = _troubled(trouble, now) | {"token_state": Channel.Token.DEAD, "next_check_at": now + EVERY}
    Channel.objects.filter(pk=channel.pk).update(**fields)
    if channel.token_state != Channel.Token.DEAD:
        tell_to_reconnect(channel)


def _blip(channel: Channel, trouble: NetworkError, now: datetime) -> None:
    """Keep what we knew of the sign-in: that a server is away says nothing about it. Look again soon, then less often."""
    tries = int(channel.last_trouble.get("tries", 0)) + 1
    wait = min(FIRST_RETRY * 2 ** min(tries - 1, 10), LONGEST_RETRY)
    fields = _troubled(trouble, now) | {"next_check_at": now + wait}
    fields["last_trouble"] |= {"tries": tries}
    Channel.objects.filter(pk=channel.pk).update(**fields)


def _troubled(trouble: NetworkError, now: datetime) -> dict[str, Any]:
    return {"last_trouble_at": now, "last_trouble": trouble.said}


def due(most: int) -> list[int]:
    """The channels to be checked now."""
    found = Channel.objects.connected().filter(next_check_at__lte=timezone.now()).order_by("next_check_at")
    return list(found.values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next channel is to be checked."""
    found: datetime | None = Channel.objects.connected().aggregate(soonest=Min("next_check_at"))["soonest"]
    return found


SOURCE = Source(name="channels", due=due, next_at=next_at, run=check, lanes=2)
