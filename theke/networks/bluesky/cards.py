"""The card below a post with a link: this network fetches no page itself, so we read title, description and picture there.

The page may lie anywhere, so it is fetched like any other call: within a short time, up to a size, and never from a private
address unless the installation allows that. A card that cannot be made is no reason to hold a post back.
"""

from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urljoin

from theke.networks import net
from theke.networks.base import JSON, Account, NetworkError
from theke.networks.bluesky.pictures import SMALL, upload
from theke.networks.bluesky.shrinking import shrunk

SHORTLY = 8.0
LARGEST_PAGE = 500_000
LARGEST_PICTURE = 5_000_000
EDGE = 1200
LONGEST_TITLE, LONGEST_TEXT = 300, 1000


class _Head(HTMLParser):
    """Reads what a page says of itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, str] = {}
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = (given.get("property") or given.get("name") or "").lower()
        self.in_title = tag == "title" and "title" not in self.said
        if tag == "meta" and name:
            self.said.setdefault(name, given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self.in_title = self.in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.said["title"] = self.said.get("title", "") + data

    def first(self, *names: str) -> str:
        """The first of these that the page says, in one line."""
        return next((line for name in names if (line := " ".join(self.said.get(name, "").split()))), "")


def card(account: Account, url: str) -> JSON:
    """The card of this address; empty when none can be made. Raises nothing of the network."""
    with suppress(NetworkError):
        return _card(account, url)
    return {}


def _card(account: Account, url: str) -> JSON:
    page = net.get(_stranger(account), url, headers={"Accept": "text/html,*/*;q=0.1"}, largest=LARGEST_PAGE)
    if "html" not in page.headers.get("content-type", "html"):
        return {}
    head = read(page.body.decode("utf-8", "replace"))
    title = head.first("og:title", "twitter:title", "title")
    if not title:
        return {}
    text = head.first("og:description", "twitter:description", "description")
    external: JSON = {"uri": url, "title": title[:LONGEST_TITLE], "description": text[:LONGEST_TEXT]}
    picture = head.first("og:image:secure_url", "og:image", "twitter:image")
    with suppress(NetworkError, ValueError):
        external |= {"thumb": _thumb(account, urljoin(url, picture))} if picture else {}
    return {"$type": "app.bsky.embed.external", "external": external}


def read(html: str) -> _Head:
    """What the page says of itself."""
    head = _Head()
    head.feed(html)
    head.close()
    return head


def _thumb(account: Account, url: str) -> JSON:
    found = net.get(_stranger(account), url, headers={"Accept": "image/*"}, largest=LARGEST_PICTURE)
    return upload(account, shrunk(found.body, SMALL, EDGE), "image/jpeg")


def _stranger(account: Account) -> Account:
    """The line without our sign-in, and with little time."""
    return replace(account, secret={}, deadline=min(account.deadline, SHORTLY))
