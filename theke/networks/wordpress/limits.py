"""What an account may send, by its rights on the site, and what the site offers to choose from."""

from contextlib import suppress
from html import unescape
from typing import Any
from urllib.parse import urljoin

from theke.networks import net
from theke.networks.base import JSON, Account, Limits, Measure, NotSent, Profile, Refused
from theke.networks.judging import Rejected, SignInRefused
from theke.networks.wordpress import api
from theke.networks.wordpress.connect import ME, person_id
from theke.networks.wordpress.discovery import PAGE_BYTES, head_of

ALWAYS = frozenset({"text", "title", "link", "reply", "inbox", "counts"})
RIGHTS = {
    "upload_files": frozenset({"image", "alt"}),
    "edit_published_posts": frozenset({"edit"}),
    "delete_published_posts": frozenset({"remove"}),
    "moderate_comments": frozenset({"moderate:approve", "moderate:hold", "moderate:spam", "moderate:remove"}),
}
CAN = ALWAYS.union(*RIGHTS.values())
DEFAULT = Limits(
    text_max=None,
    measure=Measure("characters"),
    title_required=True,
    text_required=True,
    media_max=20,
    # PHP as it comes takes files of 2 MB, and a site does not tell how it is set; WordPress itself shows at most 2560 pixels.
    image_bytes=2_000_000,
    image_pixels=2560 * 2560,
    image_types=frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"}),
    alt_max=None,
    can=CAN,
)
MOST_CATEGORIES = 100
# Each is a box to tick; further ones can be typed.
MOST_TAGS = 30
MOST_LINKS = 200


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask the site who we are and what we may do. Raises Reconnect when the password no longer works."""
    answer = api.get(account, ME, query={"context": "edit", "_fields": "id,name,slug,capabilities"})
    me = api.read_object(answer)
    with answer.reading():
        profile, can = _profile(account, int(me["id"]), str(me.get("name") or me["slug"])), _abilities(me["capabilities"])
    choices = {"categories": _categories(account), "tags": _tags(account)}
    return profile, Limits(**DEFAULT.__dict__ | {"can": can, "choices": choices})


def _abilities(rights: JSON) -> frozenset[str]:
    return ALWAYS.union(*(found for right, found in RIGHTS.items() if rights.get(right)))


def _profile(account: Account, number: int, user: str) -> Profile:
    told = api.read_object(api.get(account, "/", query={"_fields": "name,description,home"}))
    home = str(told.get("home") or account.settings.get("home") or account.address)
    site = home.split("://")[-1].rstrip("/")
    return Profile(
        remote_id=person_id(site, number),
        name=unescape(str(told.get("name") or site)),
        handle=f"{user} · {site}",
        url=home,
        about=unescape(str(told.get("description") or "")),
        posts=api.total(api.get(account, "/wp/v2/posts", query={"per_page": 1, "_fields": "id"})),
        links=_links(account, home),
    )


def _links(account: Account, home: str) -> tuple[str, ...]:
    """The addresses on the front page: there the imprint is linked. None when it does not show itself."""
    with suppress(NotSent, Refused, Rejected, SignInRefused):
        page = net.get(account, home, headers={"Accept": "text/html,*/*"}, largest=PAGE_BYTES)
        found = (urljoin(home, link) for link in head_of(page).links)
        return tuple(dict.fromkeys(link for link in found if link.startswith("http")))[:MOST_LINKS]
    return ()


def _categories(account: Account) -> tuple[tuple[str, str], ...]:
    """The site's own, by number."""
    return tuple(_terms(account, "categories", per_page=MOST_CATEGORIES))


def _tags(account: Account) -> tuple[tuple[str, str], ...]:
    """Those that the site uses most, by name: a tag may also be new."""
    found = _terms(account, "tags", per_page=MOST_TAGS, orderby="count", order="desc")
    return tuple((name, name) for _number, name in found)


def _terms(account: Account, kind: str, **query: Any) -> list[tuple[str, str]]:
    answer = api.get(account, f"/wp/v2/{kind}", query=query | {"_fields": "id,name"})
    with answer.reading():
        return [(str(one["id"]), unescape(str(one["name"]))) for one in api.read_list(answer)]
