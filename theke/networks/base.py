"""The plain data and the five errors that every network shares.

A network is a folder `networks/<key>/` whose `__init__.py` holds `FACTS` and whose modules are its capabilities. A capability
that a network lacks is a file that is not there:

    connect.py   begin(line, form, back) -> GoTo | Choose | Connected
                 finish(line, pending, query) -> Choose | Connected;  chosen(line, pending, value) -> Connected
                 look(line, form) -> None;  renew(account) -> Renewed | None
    limits.py    DEFAULT: Limits;  probe(account) -> tuple[Profile, Limits]
    publish.py   prepare(account, op, keep) -> None;  send(account, op) -> Sent;  find(account, op) -> Found | Absent | Unknown
    inbox.py     poll(account, cursor, watching) -> Page
    insights.py  counts(account, refs) -> dict[str, Counts]
    moderate.py  act(account, action, ref) -> None
    costs.py     of_write(draft) -> int;  of_read(items) -> int;  HELPING, LOOK, ACT, CONNECTING: int

`line` is an `Account` without address and secret: it says what may be called and where calls are journalled. `form` holds the
answers to `FACTS.fields`, `back` is the desk's address to which the network sends the person back. A wrong answer to a field
raises `BadField`. A `look`, where there is one, checks the answers given so far before the next is asked. `chosen` is there where
`begin` or `finish` may give a `Choose`; `renew` where a sign-in runs out and can be renewed without a person.

`prepare` does what may be repeated, such as uploads, and calls `keep(name, value)` for each thing worth remembering (plain JSON):
the caller commits it at once and puts it into `Op.state[name]` for every later call; keeping the same name again replaces it.

`act` does what may be repeated, too: `action` is one of `ACTIONS`, and `Limits.can` names `moderate:<action>` for each that works.

Where calls cost money, `costs` tells the price beforehand, in micro-US-dollars and rather too high than too low, without calling
anybody: of a write with one look at it (`draft` is None for a removal), of so many things read, `HELPING` being the most that one
`poll` reads, of another `LOOK` at a doubtful write, of an `ACT` of `moderate`, and of `CONNECTING` (what `finish` reads).

All functions are synchronous, keep no state, and talk to the world through `networks.net` alone.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from theke.networks.account import Account as Account
from theke.networks.account import Choose as Choose
from theke.networks.account import Connected as Connected
from theke.networks.account import Exchange as Exchange
from theke.networks.account import GoTo as GoTo
from theke.networks.account import Renewed as Renewed
from theke.networks.errors import BadField as BadField
from theke.networks.errors import Later as Later
from theke.networks.errors import NetworkError as NetworkError
from theke.networks.errors import NoSuchHost as NoSuchHost
from theke.networks.errors import NotSent as NotSent
from theke.networks.errors import Reconnect as Reconnect
from theke.networks.errors import Refused as Refused
from theke.networks.errors import Unsure as Unsure
from theke.networks.facts import JSON as JSON
from theke.networks.facts import Facts as Facts
from theke.networks.facts import Field as Field
from theke.networks.facts import Option as Option
from theke.networks.facts import Words as Words
from theke.networks.facts import gettext_noop as gettext_noop
from theke.networks.measures import Limits as Limits
from theke.networks.measures import Measure as Measure

Action = Literal["hide", "show", "approve", "hold", "spam", "remove"]
ACTIONS: tuple[Action, ...] = ("hide", "show", "approve", "hold", "spam", "remove")
"""What can be done about what somebody else wrote below our posts, each where the network can."""


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
    credit: str = ""
    public_url: str = ""
    """Where the network may fetch it for a while; only for networks that do (`Facts.fetches_media`)."""


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
    """What it answers. `extra` holds what the answered message said of itself (`Item.extra`), its `handle`, and `direct`."""
    root: Ref | None = None
    """The first post of the chain that it goes on with."""
    options: JSON = field(default_factory=dict)
    """Answers to `Facts.options`, by name."""


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

    certain: bool = False
    """So complete that sending again is safe, whatever `Facts.resend` says of other writes."""


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
    state: Literal["", "held", "hidden", "spam", "removed"] | None = None
    """None: the network does not tell. Empty: everybody sees it. Held: waits to be approved. Hidden, spam and removed: the public does not see it (any more)."""
    extra: JSON = field(default_factory=dict)
    """What an answer to it will need; comes back in `Draft.reply_to.extra`."""
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
    links: tuple[str, ...] = ()
    """The addresses in the profile."""


@dataclass(frozen=True)
class Counts:
    """Responses to one post; None where the network gives no figure."""

    likes: int | None = None
    shares: int | None = None
    replies: int | None = None
