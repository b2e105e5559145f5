"""A real WordPress on MariaDB behind a line that loses answers; eight authors of one blog."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench import ground
from bench.grounds import Spot
from bench.grounds.losing import losing
from tests.servers import wordpress
from tests.servers.wordpress import WordPress

# PHP on two processors that do everything else as well.
CALL_SECONDS = 5
PER_PAGE = 100


@dataclass(frozen=True)
class WordPressStand:
    """The site, and its authors as they are reached over the bad line."""

    spots: list[Spot]
    site: WordPress

    def texts(self) -> list[str]:
        """The public posts, asked for over the good line."""
        found: list[str] = []
        while len(found) % PER_PAGE == 0:
            page = self.site.call("GET", f"/posts?per_page={PER_PAGE}&offset={len(found)}&orderby=id&order=asc")
            found += [str(one["content"]["rendered"]) for one in page]
            if not page:
                break
        return found


@contextmanager
def standing(place: Path) -> Iterator[WordPressStand]:
    """Start it."""
    folder = place / "wordpress"
    folder.mkdir()
    with wordpress.running(folder) as site, losing(urlsplit(site.url).port or 0) as url:
        yield WordPressStand([_author(site, url, number) for number in range(ground.CHANNELS)], site)


def _author(site: WordPress, url: str, number: int) -> Spot:
    name = f"schreibt{number}"
    user = {"username": name, "password": f"{name}-password", "email": f"{name}@example.org", "roles": ["author"]}
    made = site.call("POST", "/users", user, "admin")["id"]
    password = site.call("POST", f"/users/{made}/application-passwords", {"name": "bench"}, "admin")["password"]
    settings = {"user": name, "home": url, "lang": "de-DE"}
    return Spot(f"{url}/wp-json", {"password": password}, f"{urlsplit(url).netloc}#{made}", settings)


def blind() -> None:
    """One plain POST, published at once, and nothing is looked for."""
    from theke.networks.base import Absent, Account, Op, Ref, Sent  # noqa: PLC0415 -- in the control only
    from theke.networks.wordpress import api, publish  # noqa: PLC0415
    from theke.networks.wordpress.writing import POSTS, fields_of  # noqa: PLC0415

    def send(account: Account, op: Op) -> Sent:
        given = fields_of(account, op) | {"status": "publish"}
        told = api.read_object(api.post(account, POSTS, json=given, query={"_fields": "id,link"}))
        return Sent(Ref(str(told["id"])), str(told["link"]))

    module: Any = publish
    module.prepare, module.send, module.find = lambda account, op, keep: None, send, lambda account, op: Absent()
