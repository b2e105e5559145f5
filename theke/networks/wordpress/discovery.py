"""Finds the interface of a site from any of its addresses.

Sources: developer.wordpress.org/rest-api/using-the-rest-api/discovery, and the answers of WordPress 6.1.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit, urlunsplit

from theke.networks import net
from theke.networks.base import JSON, Account, BadField, NotSent, Reconnect, Refused, gettext_noop
from theke.networks.judging import Answer, Rejected, SignInRefused
from theke.networks.wordpress import api

API = "https://api.w.org/"
HOSTED = ("wordpress.com", "public-api.wordpress.com")
IN_HEADER = re.compile(rf'<([^<>]+)>\s*;[^,]*rel="?{re.escape(API)}"?', re.IGNORECASE)
LONGEST_ADDRESS = 300
PAGE_BYTES = 400_000

NOT_AN_ADDRESS = gettext_noop("This is not the address of a website. It looks like https://blog.bibliothek.example.")
NOT_REACHED = gettext_noop("%(host)s cannot be reached. Please check the address.")
NO_HTTPS = gettext_noop(
    "%(host)s cannot be reached by https. A password may travel by https only: its administrator must set that up first."
)
NOT_WORDPRESS = gettext_noop(
    "%(host)s does not answer like WordPress. Is it a WordPress blog, and is its interface (REST API) open?"
)
HOSTED_ELSEWHERE = gettext_noop(
    "This blog is hosted by WordPress.com, which has an interface and a sign-in of its own that this desk does not speak."
    " A blog on the library's own webspace works."
)


@dataclass(frozen=True)
class Site:
    """A site that runs on WordPress."""

    root: str
    """Address of the interface, without a slash at its end."""
    home: str
    sign_in: str
    """The page on which a person allows access; empty where application passwords are switched off."""
    lang: str = ""

    @property
    def name(self) -> str:
        """Host and folder: tells the sites of one network apart."""
        return self.home.split("://")[-1].rstrip("/")


class _Head(HTMLParser):
    """Collects what a page says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.lang = self.root = ""
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = given.get("lang", "")
        elif tag == "link" and given.get("rel") == API:
            self.root = given.get("href", "")
        elif tag == "a":
            self.links.append(given.get("href", ""))


def head_of(answer: Answer) -> _Head:
    """What the page in an answer says of itself."""
    head = _Head()
    head.feed(answer.body.decode("utf-8", "replace"))
    return head


def address_of(typed: str) -> str:
    """The address that a person typed, whole. Raises BadField when it is none."""
    words = typed.strip()
    try:
        parts = urlsplit(words if "://" in words else "https://" + words)
        host, fine_port = parts.hostname or "", parts.port is None or parts.port > 0
    except ValueError as trouble:
        raise BadField("address", NOT_AN_ADDRESS) from trouble
    fine = host.isprintable() and not set(words) & set(' "<>\\^`{|}') and ("." in host or host == "localhost") and fine_port
    if not fine or len(words) > LONGEST_ADDRESS or parts.username or parts.scheme not in ("http", "https"):
        raise BadField("address", NOT_AN_ADDRESS)
    return urlunsplit(parts._replace(fragment=""))


def discover(line: Account, typed: str) -> Site:
    """Find the site to which an address belongs. Raises BadField in words when there is none that we can use."""
    address = address_of(typed)
    if not line.private_ok:
        address = address.replace("http://", "https://", 1)
    _check_own(address)
    page = _look(line, address)
    head = head_of(page)
    named = IN_HEADER.search(page.headers.get("link", ""))
    linked = urljoin(address, named.group(1) if named else head.root) if named or head.root else ""
    for root in dict.fromkeys(filter(None, [linked, *_guesses(address)])):
        site = _site(line, _secure(line, root), head.lang)
        if site:
            return site
    raise BadField("address", NOT_WORDPRESS, host=net.host_of(address))


def _check_own(address: str) -> None:
    host = net.host_of(address)
    if host in HOSTED or host.endswith(".wordpress.com"):
        raise BadField("address", HOSTED_ELSEWHERE)


def _secure(line: Account, root: str) -> str:
    """Some sites are reached by https and still name themselves with http."""
    return root if line.private_ok else root.replace("http://", "https://", 1)


def _guesses(address: str) -> Iterable[str]:
    """Where the interface may lie: here, where it usually is, and the same in the folders above."""
    yield address
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    for depth in range(len(steps), -1, -1):
        base = f"{parts.scheme}://{parts.netloc}" + "".join(f"/{step}" for step in steps[:depth])
        yield base + "/wp-json/"
        yield base + "/?rest_route=/"


def _look(line: Account, address: str) -> Answer:
    """The page at an address, whatever its status. Raises BadField when nothing answers there."""
    host = net.host_of(address)
    try:
        return net.get(line, address, headers={"Accept": "text/html,*/*"}, largest=PAGE_BYTES)
    except (Rejected, SignInRefused) as no:
        return no.answer
    except NotSent as trouble:
        raise BadField("address", NOT_REACHED if line.private_ok else NO_HTTPS, host=host) from trouble
    except Refused as no:
        raise BadField("address", no.words, **no.params) from no


def _site(line: Account, root: str, lang: str) -> Site | None:
    """The site whose interface this is. None where there is none."""
    if net.host_of(root) in HOSTED:
        raise BadField("address", HOSTED_ELSEWHERE)
    address = root.rstrip("/")
    try:
        answer = net.get(line, root)
    except (Rejected, SignInRefused) as no:
        # A plugin lets nobody in who is not signed in: that is WordPress, too.
        return _closed(address, lang) if no.answer.status in (401, 403) and api.code_of(no.answer).startswith("rest_") else None
    except (NotSent, Refused, Reconnect):
        return None
    told: JSON = {}
    with suppress(NotSent):
        told = api.read_object(answer)
    return _told(address, told, lang) if "wp/v2" in (told.get("namespaces") or []) else None


def _told(root: str, told: JSON, lang: str) -> Site:
    ways = told.get("authentication")
    way = ways.get("application-passwords") if isinstance(ways, dict) else None
    ends = way.get("endpoints") if isinstance(way, dict) else None
    page = str(ends.get("authorization") or "") if isinstance(ends, dict) else ""
    return Site(root, str(told.get("home") or _home(root)), page, lang)


def _closed(root: str, lang: str) -> Site:
    return Site(root, _home(root), _home(root) + "/wp-admin/authorize-application.php", lang)


def _home(root: str) -> str:
    return re.sub(r"/(wp-json|\?rest_route=|index\.php\?rest_route=)$", "", root)
