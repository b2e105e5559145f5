"""How a channel is, in plain words."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.networks.registry import GONE, network

NEVER = gettext_noop("not connected yet")
LEFT = gettext_noop("disconnected")
DEAD = gettext_noop("The sign-in is no longer accepted.")
EXPIRING = gettext_noop("The sign-in runs out soon.")
UNCHECKED = gettext_noop("connected, not checked yet")
FINE = gettext_noop("connected")


@dataclass(frozen=True)
class Health:
    """`level` is ok, quiet, warn or danger; `said` is words (msgid) and params; `mend` says that reconnecting helps."""

    level: str
    said: dict[str, Any] = field(default_factory=dict)
    mend: bool = False


def health_of(channel: Channel) -> Health:
    """How the channel is now, from what its row knows: asks no network."""
    if network(channel.network_key).gone:
        return Health("quiet", {"words": GONE})
    if not channel.connected:
        return Health("quiet", {"words": LEFT if channel.disconnected_at else NEVER}, mend=True)
    if channel.token_state == Channel.Token.DEAD:
        return Health("danger", {"words": DEAD}, mend=True)
    if in_trouble(channel):
        return Health("warn", channel.last_trouble)
    if channel.token_state == Channel.Token.EXPIRING:
        return Health("warn", {"words": EXPIRING}, mend=True)
    return Health("ok", {"words": UNCHECKED if channel.token_state == Channel.Token.UNKNOWN else FINE})


def in_trouble(channel: Channel) -> bool:
    """Whether the last thing we know of the network is a trouble."""
    if not channel.last_trouble or channel.last_trouble_at is None:
        return False
    return channel.last_success_at is None or channel.last_success_at < channel.last_trouble_at
