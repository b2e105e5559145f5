"""An account while it is being called, and what connecting it can come to; `networks.base` gives them to the rest of the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from theke.networks.facts import JSON, Words
from theke.networks.measures import Limits


@dataclass(frozen=True)
class Exchange:
    """One call as it went over the wire, with every secret already removed."""

    method: str
    url: str
    sent: str
    status: int | None
    received: str
    seconds: float
    trouble: str = ""


@dataclass(frozen=True)
class Renewed:
    """A new secret in place of one that has run out or is about to."""

    secret: JSON = field(repr=False)
    expires: datetime | None = None
    """Aware; None when the network does not say."""


Fetch = Callable[[JSON], Renewed]


def _just_fetch(used: JSON, fetch: Fetch) -> JSON:
    return fetch(used).secret


@dataclass(frozen=True)
class Account:
    """A channel as a network sees it, with its secret in the clear. Lives only as long as the call; never logged."""

    address: str
    """Base URL of the server, without a trailing slash."""
    remote_id: str = ""
    secret: JSON = field(default_factory=dict, repr=False)
    limits: Limits = field(default_factory=Limits)
    settings: JSON = field(default_factory=dict)
    private_ok: bool = False
    """Addresses of private networks and of this machine may be called."""
    plain_ok: bool = False
    """Addresses without https may be called: only where nothing goes along that others must not read."""
    journal: Callable[[Exchange], None] = field(default=lambda exchange: None, repr=False)
    deadline: float = 30.0
    """Seconds for one whole call."""
    renewed: Callable[[JSON, Fetch], JSON] = field(default=_just_fetch, repr=False)
    """Gives a secret newer than the one used: `renewed(used, fetch)` calls `fetch(stored)` under a lease on the credential, and
    only when nobody has renewed it meanwhile. Raises Later when somebody else is at it for long. Go on with
    `dataclasses.replace(account, secret=fresh)`."""


@dataclass(frozen=True)
class Connected:
    """The account is connected."""

    address: str
    remote_id: str
    secret: JSON = field(repr=False)
    """`answers` in it, where it is there, holds the wizard's answers that are not asked again on a reconnect."""
    expires: datetime | None = None
    settings: JSON = field(default_factory=dict)


@dataclass(frozen=True)
class GoTo:
    """Send the person to `url`; when they come back, call `finish` with `pending` (kept sealed) and the query."""

    url: str
    pending: JSON = field(repr=False)


@dataclass(frozen=True)
class Choose:
    """The sign-in opens several accounts: ask which, then call `chosen` with `pending` (kept sealed) and the value."""

    question: Words
    options: tuple[tuple[str, str], ...]
    """Value and name of each account."""
    pending: JSON = field(repr=False)
