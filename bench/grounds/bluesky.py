"""Bluesky's own server behind a line that loses answers; eight accounts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench import ground
from bench.grounds import Spot
from bench.grounds.losing import losing
from tests.servers import bluesky
from tests.servers.bluesky import Bluesky, Person

CALL_SECONDS = 5


@dataclass(frozen=True)
class BlueskyStand:
    """The server, and its accounts as they are reached over the bad line."""

    spots: list[Spot]
    server: Bluesky

    def texts(self) -> list[str]:
        """All post records, asked for over the good line."""
        return [str(post["value"]["text"]) for spot in self.spots for post in self.server.posts(spot.remote_id)]


@contextmanager
def standing(place: Path) -> Iterator[BlueskyStand]:
    """Start it."""
    folder = place / "bluesky"
    folder.mkdir()
    with bluesky.running(folder) as server, losing(urlsplit(server.url).port or 0) as url:
        people = [server.person(f"konto{number}") for number in range(ground.CHANNELS)]
        yield BlueskyStand([_account(server, url, one) for one in people], server)


def _account(server: Bluesky, url: str, one: Person) -> Spot:
    given = {"identifier": one.handle, "password": one.app_password}
    made = server.call("POST", "com.atproto.server.createSession", given)
    secret = {"password": one.app_password, "access": made["accessJwt"], "refresh": made["refreshJwt"]}
    return Spot(url, secret, one.did)


def blind() -> None:
    """A record without a key of ours, as most programs write it, and nothing is looked for."""
    from theke.networks.base import Absent, Account, Op, Ref, Sent  # noqa: PLC0415 -- in the control only
    from theke.networks.bluesky import api, publish  # noqa: PLC0415
    from theke.networks.bluesky.records import POST  # noqa: PLC0415

    def send(account: Account, op: Op) -> Sent:
        given = {"repo": account.remote_id, "collection": POST, "record": op.state["record"]}
        told = api.post(account, "com.atproto.repo.createRecord", json=given).object()
        return Sent(Ref(str(told["uri"]), {"cid": str(told["cid"])}), publish.page_of(str(told["uri"])))

    module: Any = publish
    module.send, module.find = send, lambda account, op: Absent()
