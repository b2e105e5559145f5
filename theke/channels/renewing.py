"""Renews sign-ins that run out: one at a time for each credential, whoever notices first, and never inside a transaction."""

import time
from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Channel, Credential
from theke.channels.sealing import account_of, seal, unseal
from theke.networks.account import Fetch
from theke.networks.base import JSON, Account, Later, Reconnect, Renewed
from theke.networks.registry import network

LEASE = timedelta(seconds=90)
PATIENCE = 20.0
"""Seconds to wait for somebody else's renewal; a call to a network takes no longer."""
LOOK_EVERY = 0.1

BEING_RENEWED = gettext_noop("The sign-in of this channel is just being renewed.")
NOT_CONNECTED = gettext_noop("This channel is not connected.")


def calling(channel: Channel, **extra: object) -> Account:
    """The channel as its network sees it, with a secret that can be renewed on the way; see `account_of`."""

    def renewed(used: JSON, fetch: Fetch) -> JSON:
        return renew(channel.pk, used, fetch)

    return account_of(channel, renewed=renewed, **extra)


def renew(channel_pk: int, used: JSON, fetch: Fetch, patience: float = PATIENCE) -> JSON:
    """A secret other than the one `used`: the stored one if somebody has renewed it, else what `fetch` gets for the stored one.

    The lease is a column of the credential, so workers in other processes wait, too. Raises Later when it is taken for longer
    than `patience` (seconds), Reconnect when the channel is no longer connected, and whatever `fetch` raises.
    """
    ends = time.monotonic() + patience
    while True:
        stored = _stored(channel_pk)
        if stored != used:
            return stored
        if _take(channel_pk):
            return _renewed_under_lease(channel_pk, used, fetch)
        if time.monotonic() >= ends:
            raise Later(BEING_RENEWED, again_in=5.0)
        time.sleep(LOOK_EVERY)


def _renewed_under_lease(channel_pk: int, used: JSON, fetch: Fetch) -> JSON:
    try:
        stored = _stored(channel_pk)  # the lease may have come free because the work is done
        if stored != used:
            return stored
        fresh = fetch(stored)
        return _keep(channel_pk, stored, fresh)
    finally:
        Credential.objects.filter(channel_id=channel_pk).update(renewing_until=None)


def _stored(channel_pk: int) -> JSON:
    sealed = Credential.objects.filter(channel_id=channel_pk).values_list("sealed", flat=True).first()
    if sealed is None:
        raise Reconnect(NOT_CONNECTED)
    return unseal(sealed)


def _take(channel_pk: int) -> bool:
    free = Q(renewing_until=None) | Q(renewing_until__lte=Now())
    mine = Credential.objects.filter(free, channel_id=channel_pk)
    return bool(mine.update(renewing_until=Now() + LEASE))


def _keep(channel_pk: int, stored: JSON, fresh: Renewed) -> JSON:
    """Seal the new secret; what the network does not renew (the wizard's answers) stays."""
    secret = stored | fresh.secret
    kept = {"sealed": seal(secret), "updated_at": timezone.now(), "expires_at": fresh.expires}
    Credential.objects.filter(channel_id=channel_pk).update(**kept)
    return secret


def renew_ahead(channel: Channel, now: datetime) -> bool:
    """Renew the sign-in before it runs out, where the network can; whether that was done. Raises what the network raises."""
    of = network(channel.network_key)
    ahead = getattr(of.connect, "renew", None)
    soon = Credential.objects.filter(channel=channel, expires_at__lt=now + of.facts.renew_ahead).exists()
    if ahead is None or not soon:
        return False
    account = account_of(channel)

    def fetch(stored: JSON) -> Renewed:
        fresh: Renewed | None = ahead(replace(account, secret=stored))
        return fresh or Renewed(stored, Credential.objects.get(channel=channel).expires_at)

    return renew(channel.pk, account.secret, fetch) != account.secret
