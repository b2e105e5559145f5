"""A stand-in for Mastodon (mastodon-mock) behind a line that loses answers; eight accounts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench import ground
from bench.grounds import Spot
from bench.grounds.losing import losing
from tests.servers import mastodon
from tests.servers.mastodon import Mastodon

CALL_SECONDS = 5
PER_PAGE = 40


@dataclass(frozen=True)
class MastodonStand:
    """The server, and its accounts as they are reached over the bad line."""

    spots: list[Spot]
    server: Mastodon

    def texts(self) -> list[str]:
        """What each account has posted, asked for over the good line."""
        return [text for spot in self.spots for text in self._of(spot)]

    def _of(self, spot: Spot) -> Iterator[str]:
        path, oldest = f"/api/v1/accounts/{spot.remote_id}/statuses?limit={PER_PAGE}", ""
        while page := self.server.call("GET", path + oldest, token=str(spot.secret["token"])):
            yield from (str(one["content"]) for one in page)
            oldest = f"&max_id={page[-1]['id']}"


@contextmanager
def standing(place: Path) -> Iterator[MastodonStand]:
    """Start it."""
    folder = place / "mastodon"
    folder.mkdir()
    names = [f"konto{number}" for number in range(ground.CHANNELS)]
    with mastodon.running(folder, *names) as server, losing(urlsplit(server.url).port or 0) as url:
        yield MastodonStand([_account(server, url, f"{name}_token") for name in names], server)


def _account(server: Mastodon, url: str, token: str) -> Spot:
    own = server.call("GET", "/api/v1/accounts/verify_credentials", token=token)
    return Spot(url, {"token": token}, str(own["id"]))


def blind() -> None:
    """Without the key by which the server knows a repeat, as on those of the family that ignore it, and nothing is looked for."""
    from theke.networks.base import Absent, Account  # noqa: PLC0415 -- in the control only
    from theke.networks.judging import Answer  # noqa: PLC0415
    from theke.networks.mastodon import api, publish  # noqa: PLC0415

    keyless: Any = api
    look: Any = publish
    whole = api.call

    def call(account: Account, method: str, path: str, **more: Any) -> Answer:
        return whole(account, method, path, **{name: value for name, value in more.items() if name != "headers"})

    keyless.call, look.find = call, lambda account, op: Absent()
