"""Seals credentials with the installation's keys (`settings.SEALING_KEYS`) and opens them for a call."""

import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from theke.channels.models import Channel, Credential
from theke.networks.base import JSON, Account, Reconnect, gettext_noop


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.SEALING_KEYS])


def seal(secret: JSON) -> str:
    """Seal a secret with the first key."""
    return _keys().encrypt(json.dumps(secret).encode()).decode()


def unseal(sealed: str) -> JSON:
    """Open with whichever key fits. Raises Reconnect when none does."""
    try:
        opened: JSON = json.loads(_keys().decrypt(sealed.encode()))
    except InvalidToken as trouble:
        raise Reconnect(gettext_noop("The stored sign-in cannot be opened with the keys of this installation.")) from trouble
    return opened


def reseal(credential: Credential) -> None:
    """Seal again with the first key, after a new one was put on top. Raises Reconnect when no key opens it."""
    credential.sealed = seal(unseal(credential.sealed))
    credential.save(update_fields=["sealed", "updated_at"])


def account_of(channel: Channel, **extra: Any) -> Account:
    """The channel as its network sees it, with the secret opened for one call.

    `extra` overrides fields of `Account`, such as `journal`. Raises Reconnect when the secret is missing or cannot be opened.
    """
    credential = Credential.objects.filter(channel=channel).first()
    if credential is None:
        raise Reconnect(gettext_noop("This channel is not connected."))
    given: JSON = {
        "address": channel.address.rstrip("/"),
        "remote_id": channel.remote_id,
        "secret": unseal(credential.sealed),
        "limits": channel.limits,
        "settings": channel.settings,
        "private_ok": settings.ALLOW_PRIVATE_ADDRESSES or channel.facts.in_house,
    }
    return Account(**given | extra)
