"""Tells those who look after a channel that it needs them."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.notices.telling import tell
from theke.people.models import Person, Role

RECONNECT = gettext_noop("%(channel)s no longer accepts our sign-in. Connect it again.")
RENEW = gettext_noop("The sign-in of %(channel)s runs out soon. Connect it again before that.")


def carers(channel: Channel) -> list[Person]:
    """The person responsible, else the deputy, else the managers; only those who still work here."""
    there = Person.objects.active().filter(library_id=channel.library_id)
    for pk in (channel.responsible_id, channel.deputy_id):
        if pk and (found := list(there.filter(pk=pk))):
            return found
    return list(there.filter(role=Role.MANAGER))


def tell_to_reconnect(channel: Channel) -> None:
    """The sign-in is dead."""
    _tell(channel, RECONNECT, "reconnect")


def tell_to_renew(channel: Channel) -> None:
    """The sign-in runs out soon."""
    _tell(channel, RENEW, "renew")


def _tell(channel: Channel, words: str, key: str) -> None:
    path = reverse("channels:page", args=[channel.pk])
    for person in carers(channel):
        tell(person, words, path, params={"channel": channel.name}, key=f"{key}:{channel.pk}")
