"""Follows a link as a reader's browser would, to see whether something is there (R33); what stands there is not read."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from theke.networks import net
from theke.networks.base import Account, NetworkError, NoSuchHost, Refused
from theke.networks.judging import Answer
from theke.networks.wire import deadline

SECONDS = 10.0
"""For the whole of one look, redirects included."""
MOST_HOPS = 5
ONWARD = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
"""Who answers so asks that the new address be used from now on (RFC 9110, 15.4); the others ask to keep the old one."""
NOTHING_THERE = (404, 410)


@dataclass(frozen=True)
class Found:
    """What came of following a link once."""

    status: int | None = None
    """Of the last answer; None where nobody answered."""
    nowhere: bool = False
    """Whether the answer says that no page is there, or no host has that name."""
    nameless: bool = False
    """Of the two, the latter: only as sure as the name service is."""
    moved_to: str = ""
    """The address to which it has moved for good; empty where it has not."""


def follow(address: str, *, home: str, private_ok: bool = False, seconds: float = SECONDS) -> Found:
    """Look where an address with http or https leads; `home` is our own, by which whoever is asked can tell who asks.

    Raises nothing: what nobody answered, or what may not be called, is a `Found` that says nothing.
    """
    account = Account("", private_ok=private_ok, plain_ok=True, deadline=seconds)
    headers = {"User-Agent": f"{net.USER_AGENT} +{home}", "Accept": "*/*"}
    try:
        with deadline(seconds):
            return _followed(account, address, headers)
    except NoSuchHost:
        return Found(nowhere=True, nameless=True)
    except NetworkError:
        return Found()


def _followed(account: Account, address: str, headers: dict[str, str]) -> Found:
    at = moved_to = address
    for_good = True
    for _hop in range(MOST_HOPS + 1):
        answer = _look(account, at, headers)
        further = _further(at, answer)
        if not further:
            break
        for_good = for_good and answer.status in FOR_GOOD
        at, moved_to = further, further if for_good else moved_to
    nowhere = answer.status in NOTHING_THERE
    return Found(answer.status, nowhere, moved_to="" if nowhere or moved_to == address else _with_place(moved_to, address))


def _look(account: Account, address: str, headers: dict[str, str]) -> Answer:
    """The answer without the page; asked for the page itself where the short question gets none or a no."""
    try:
        answer = net.glance(account, "HEAD", address, headers)
    except (NoSuchHost, Refused):
        raise
    except NetworkError:
        return net.glance(account, "GET", address, headers)
    return answer if answer.status < 400 else net.glance(account, "GET", address, headers)


def _further(at: str, answer: Answer) -> str:
    """Where it leads on; empty where it does not, or to no page, such as into an app."""
    if answer.status not in ONWARD or "location" not in answer.headers:
        return ""
    try:
        found = urljoin(at, answer.headers["location"].strip())
        return found if urlsplit(found).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _with_place(moved_to: str, address: str) -> str:
    """The place on the page stays the same unless the answer names another (RFC 9110, 10.2.2)."""
    place = address.partition("#")[2]
    return f"{moved_to}#{place}" if place and "#" not in moved_to else moved_to
