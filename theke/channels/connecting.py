"""Connects the library's accounts, disconnects them and connects them again; nothing that was published is touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from theke.channels import budgeting
from theke.channels.models import Channel, Credential
from theke.channels.sealing import account_of, seal
from theke.jobs.sources import wake
from theke.networks.base import Account, Choose, Connected, GoTo, Reconnect, Refused
from theke.networks.registry import Network, network, networks
from theke.people.models import Branch, HistoryEntry, Library, Person
from theke.practice.opening import open_account

CONNECTED = gettext_noop("connected")
AGAIN = gettext_noop("connected again")
DISCONNECTED = gettext_noop("disconnected")
NOT_ALLOWED = gettext_noop(
    "%(network)s costs money. Nothing is connected before a manager has read what it costs and set a budget."
)
ANOTHER_ACCOUNT = gettext_noop("You signed in as another account than %(handle)s. Nothing was changed.")


@dataclass(frozen=True)
class Allowed:
    """What a manager lets a channel cost, in US cents a month, having read the words `read`."""

    cents: int
    read: str


def line(library: Library, of: Network) -> Account:
    """What may be called while connecting: no address and no secret yet. Private addresses only where that is allowed."""
    private_ok = settings.ALLOW_PRIVATE_ADDRESSES or of.facts.in_house
    return Account(address="", settings={"library": library.slug}, private_ok=private_ok)


def look(library: Library, key: str, form: Mapping[str, str]) -> None:
    """Check the answers given so far, where the network can. Raises BadField for one that will not do."""
    of = network(key)
    checks = getattr(of.connect, "look", None)
    if checks is not None:
        checks(line(library, of), form)


def begin(library: Library, key: str, form: Mapping[str, str], back: str) -> GoTo | Choose | Connected:
    """Start connecting. Raises BadField for an answer that will not do, and the other errors of `networks.base`."""
    of = network(key)
    if of.connect is None:
        raise KeyError(key)
    started: GoTo | Choose | Connected = of.connect.begin(line(library, of), form, back)
    return started


def finish(library: Library, key: str, pending: Mapping[str, Any], query: Mapping[str, str]) -> Choose | Connected:
    """Finish what `begin` started elsewhere, when the person has come back."""
    of = network(key)
    if of.connect is None:
        raise KeyError(key)
    done: Choose | Connected = of.connect.finish(line(library, of), pending, query)
    return done


def choose(library: Library, key: str, pending: Mapping[str, Any], value: str) -> Connected:
    """Connect the account that was chosen of several."""
    of = network(key)
    if of.connect is None:
        raise KeyError(key)
    done: Connected = of.connect.chosen(line(library, of), pending, value)
    return done


def known_answers(channel: Channel) -> dict[str, str]:
    """What need not be asked again when the channel is connected again."""
    try:
        kept = account_of(channel).secret.get("answers") or {}
    except Reconnect:
        kept = {}
    told = {"address": channel.address, "identity": channel.remote_id}
    told |= {name: value for name, value in channel.settings.items() if isinstance(value, str)}
    return told | {str(name): str(answer) for name, answer in kept.items()}


@transaction.atomic
def keep(
    library: Library,
    key: str,
    got: Connected,
    *,
    by: Person | None,
    channel: Channel | None = None,
    allowed: Allowed | None = None,
) -> Channel:
    """Enter the account in the register, or bring back the one that stands there. Its check follows at once.

    `channel` is the one that is to be connected again; `allowed` what a manager lets it cost. Raises Refused when the account is
    another one, and where calls cost money and nobody has allowed any; nothing is changed then.
    """
    known = Channel.objects.filter(library=library, network_key=key, address=got.address, remote_id=got.remote_id).first()
    if channel is not None and (known is None or known.pk != channel.pk):
        raise Refused(ANOTHER_ACCOUNT, handle=channel.handle or channel.name)
    if network(key).facts.needs_consent and allowed is None and not budgeting.switched_on(known):
        raise Refused(NOT_ALLOWED, network=network(key).facts.label)
    kept = known or _entered(library, key, got, by)
    now = timezone.now()
    if allowed is not None and by is not None:
        budgeting.decide(kept, cents=allowed.cents, read=allowed.read, by=by)
    budgeting.note_connecting(kept, now)
    _work_again(kept, got, now)
    HistoryEntry.write(AGAIN if known else CONNECTED, kept, by=by, library=library)
    wake()
    kept.refresh_from_db()
    return kept


def _work_again(kept: Channel, got: Connected, now: datetime) -> None:
    """The connection holds from now on, whatever went before."""
    fields: dict[str, Any] = {"connected_at": now, "disconnected_at": None, "not_before": None, "last_trouble": {}}
    fields |= {"token_state": Channel.Token.UNKNOWN, "next_check_at": now, "settings": kept.settings | got.settings}
    Channel.objects.filter(pk=kept.pk).update(**fields)
    Credential.objects.update_or_create(channel=kept, defaults={"sealed": seal(got.secret), "expires_at": got.expires})


def _entered(library: Library, key: str, got: Connected, by: Person | None) -> Channel:
    return Channel.objects.create(
        library=library,
        network_key=key,
        name=gettext(network(key).facts.label),
        address=got.address,
        remote_id=got.remote_id,
        responsible=by,
        branch=by.home_branch if by and library.branches.count() > 1 else None,
        language=library.language,
        position=library.channels.count(),
    )


@transaction.atomic
def disconnect(channel: Channel, *, by: Person) -> None:
    """Forget the credential. The register, what was published and what was said about it stay."""
    Credential.objects.filter(channel=channel).delete()
    fields = {"disconnected_at": timezone.now(), "token_state": Channel.Token.UNKNOWN, "last_trouble": {}}
    Channel.objects.filter(pk=channel.pk).update(**fields)
    HistoryEntry.write(DISCONNECTED, channel, by=by, library=channel.library)


def connect_own_pages(library: Library, *, by: Person | None, name: str = "") -> Channel:
    """Connect the library's own pages in one step, without questions."""
    key = next(n.facts.key for n in networks() if n.facts.own_pages)
    got = begin(library, key, {}, settings.URL + "/")
    if not isinstance(got, Connected):
        raise TypeError(key)
    return _named(keep(library, key, got, by=by), name)


def connect_practice(library: Library, *, by: Person | None, name: str = "", branch: Branch | None = None) -> Channel:
    """Open an account on the practice network and connect it in one step."""
    key = next(n.facts.key for n in networks() if n.facts.to_learn)
    account = open_account(library, name or library.name, branch=branch)
    got = Connected(settings.URL, str(account.pk), {"token": account.new_token()})
    channel = _named(keep(library, key, got, by=by), name)
    Channel.objects.filter(pk=channel.pk).update(branch=branch, handle=f"@{account.handle}")
    channel.refresh_from_db()
    return channel


def name_by_profile(channel: Channel) -> None:
    """Call a new channel as its network calls the account, until somebody finds a better name."""
    channel.refresh_from_db()
    _named(channel, str(channel.profile.get("name") or "")[:80])


def _named(channel: Channel, name: str) -> Channel:
    if name:
        channel.name = name[:80]
        channel.save(update_fields=["name"])
    return channel
