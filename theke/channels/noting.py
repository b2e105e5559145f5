"""Notes on a channel's row what came of a call that others made, such as collecting."""

from django.utils import timezone

from theke.channels.alarming import tell_to_reconnect
from theke.channels.models import Channel
from theke.networks.base import NetworkError, Reconnect


def note_success(channel: Channel) -> None:
    """The network answered just now."""
    Channel.objects.filter(pk=channel.pk).update(last_success_at=timezone.now())


def note_trouble(channel: Channel, trouble: NetworkError) -> None:
    """The network did not answer as it should; a refused sign-in is dead, and those who look after the channel are told."""
    row = Channel.objects.filter(pk=channel.pk)
    row.update(last_trouble_at=timezone.now(), last_trouble=trouble.said)
    if isinstance(trouble, Reconnect) and row.exclude(token_state=Channel.Token.DEAD).update(token_state=Channel.Token.DEAD):
        tell_to_reconnect(channel)
