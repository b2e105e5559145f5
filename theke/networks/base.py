"""The plain data and the five errors that every network shares.

A network is a folder `networks/<key>/` whose `__init__.py` holds `FACTS` and whose modules are its capabilities. A capability
that a network lacks is a file that is not there:

    connect.py   begin(line, form, back) -> GoTo | Connected;  finish(line, pending, query) -> Connected
    limits.py    DEFAULT: Limits;  probe(account) -> tuple[Profile, Limits]
    publish.py   prepare(account, op, keep) -> None;  send(account, op) -> Sent;  find(account, op) -> Found | Absent | Unknown
    inbox.py     poll(account, cursor, watching) -> Page
    insights.py  counts(account, refs) -> dict[str, Counts]

`line` is an `Account` without address and secret: it says what may be called and where calls are journalled. `form` holds the
answers to `FACTS.fields`, `back` is the desk's address to which the network sends the person back. A wrong answer to a field
raises `BadField`. A `look(line, form)` in `connect.py`, where there is one, checks the answers given so far before the next is asked.

`prepare` does what may be repeated, such as uploads, and calls `keep(name, value)` for each thing worth remembering (plain JSON):
the caller commits it at once and puts it into `Op.state[name]` for every later call.

All functions are synchronous, keep no state, and talk to the world through `networks.net` alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from theke.networks.errors import BadField as BadField
from theke.networks.errors import Later as Later
from theke.networks.errors import NetworkError as NetworkError
from theke.networks.errors import NotSent as NotSent
from theke.networks.errors import Reconnect as Reconnect
from theke.networks.errors import Refused as Refused
from theke.networks.errors import Unsure as Unsure
from theke.networks.measures import Limits as Limits
from theke.networks.measures import Measure as Measure

JSON = dict[str, Any]
Words = str
"""An English sentence marked with `gettext_noop`; shown to people through gettext, with `%(name)s` filled in afterwards."""


def gettext_noop(text: str) -> Words:
    """Mark a sentence for translation. Networks do not know Django; the desk translates when it shows the words."""
    return text


# What a network is -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Field:
    """One question of the connecting wizard; asked one a page."""

    name: str
    label: Words
    help: Words = ""
    kind: Literal["address", "text", "secret"] = "text"
    required: bool = True
    example: str = ""


@dataclass(frozen=True)
class Facts:
    """What the product must know of a network, declared by the network itself."""

    key: str
    label: str
    code: str
    """Two letters for the spine label."""
    colour: Literal["petrol", "orange", "violet", "green", "red", "grey"]
    about: Words
    """What it is and what connecting takes, one or two sentences for a librarian."""
    fields: tuple[Field, ...] = ()
    signs_in_by_redirect: bool = False
    own_pages: bool = False
    """Its posts stand on the library's own public pages, which the desk itself serves."""
    in_house: bool = False
    """It lives in this installation: nobody outside has to be asked, and its address is the desk's own."""
    names_reader: bool = False
    """An answer reaches only those whose names stand in its text."""
    resend: Literal["always", "after_looking", "never"] = "never"
    """After a doubtful outcome and a look that says Absent: is sending again safe?"""
    settle_seconds: int = 30
    """How long a doubtful write may take to become visible to `find`."""
    looks: int = 2
    """How many looks must say Absent before the post is sent again."""
    burst: int = 30
    """How many calls in a row we allow ourselves on one account."""
    refill: float = 1.0
    """How many calls a second we allow ourselves in the long run."""
    cannot: Mapping[str, Words] = field(default_factory=dict)
    """For each capability that is missing or odd: what to tell a person before they try."""


# What travels ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ref:
    """A thing on a network: its id there, an opaque string, and what else later calls need."""

    id: str
    extra: JSON = field(default_factory=dict)

    def as_json(self) -> JSON:
        """Give plain JSON that `from_json` reads back."""
        return {"id": self.id, "extra": self.extra}

    @classmethod
    def from_json(cls, data: JSON | None) -> "Ref | None":
        """Read what `as_json` wrote; None and {} are None."""
        return cls(data["id"], data.get("extra") or {}) if data else None


@dataclass(frozen=True)
class Media:
    """A picture, already rendered within the account's limits and free of metadata."""

    key: str
    """Names this picture in `Op.state`; the same for every try of the same delivery."""
    path: Path
    mime: str
    width: int
    height: int
    alt: str = ""
    focus: tuple[float, float] = (0.0, 0.0)
    """From -1,-1 (left, bottom) to 1,1 (right, top), as Mastodon defines it."""


@dataclass(frozen=True)
class Draft:
    """One post as it will appear: text with signature. A thread is several, each its own `Op`."""

    text: str
    title: str = ""
    warning: str = ""
    lang: str = ""
    audience: str = "public"
    media: tuple[Media, ...] = ()
    reply_to: Ref | None = None
    root: Ref | None = None


@dataclass(frozen=True)
class Op:
    """One write, fixed before the first try, the same for every try."""

    id: str
    """UUID of the delivery."""
    kind: Literal["post", "edit", "remove"]
    key: str
    """Idempotency or record key, chosen once."""
    at: datetime
    """Aware; when the delivery was fixed. Goes into records that must be the same on every try."""
    draft: Draft | None = None
    target: Ref | None = None
    """What to edit or remove."""
    state: JSON = field(default_factory=dict)
    """What `prepare` has kept so far, such as remote media ids."""
    tried_at: datetime | None = None
    """Aware; when the first try went on the wire. None before."""


@dataclass(frozen=True)
class Sent:
    """The network accepted the write."""

    ref: Ref
    url: str


@dataclass(frozen=True)
class Found:
    """A look found the write in place."""

    ref: Ref
    url: str


@dataclass(frozen=True)
class Absent:
    """A look was complete and the write is not there."""


@dataclass(frozen=True)
class Unknown:
    """A look could not tell."""

    why: Words = ""


@dataclass(frozen=True)
class Author:
    """Someone on a network, as the network shows them."""

    id: str
    name: str
    handle: str
    url: str = ""


@dataclass(frozen=True)
class Item:
    """One message from the public."""

    id: str
    kind: Literal["reply", "mention", "comment", "direct", "quote"]
    author: Author
    text: str
    at: datetime
    url: str
    on: Ref | None = None
    """Our post that it belongs to, if the network tells."""
    parent: Ref | None = None
    """What it answers directly."""
    direct: bool = False
    """Not public."""
    lang: str = ""
    images: tuple[str, ...] = ()
    raw: JSON = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """One helping of messages, oldest first. The caller stores them and moves the cursor in one transaction."""

    items: tuple[Item, ...]
    cursor: JSON
    more: bool = False


@dataclass(frozen=True)
class Profile:
    """An account as its network shows it."""

    remote_id: str
    name: str
    handle: str
    url: str
    about: str = ""
    followers: int | None = None
    posts: int | None = None


@dataclass(frozen=True)
class Counts:
    """Responses to one post; None where the network gives no figure."""

    likes: int | None = None
    shares: int | None = None
    replies: int | None = None


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
    journal: Callable[[Exchange], None] = field(default=lambda exchange: None, repr=False)
    deadline: float = 30.0
    """Seconds for one whole call."""


@dataclass(frozen=True)
class Connected:
    """The account is connected."""

    address: str
    remote_id: str
    secret: JSON = field(repr=False)
    expires: datetime | None = None
    settings: JSON = field(default_factory=dict)


@dataclass(frozen=True)
class GoTo:
    """Send the person to `url`; when they come back, call `finish` with `pending` (kept sealed) and the query."""

    url: str
    pending: JSON = field(repr=False)
