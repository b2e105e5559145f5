"""No room left on the disk, in the middle of publishing (B42)."""

import os
import resource
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.faults.world import until
from tests.faults.world import world as opened
from tests.media.pictures import encoded, noisy
from tests.servers.desk import Desk
from tests.servers.hostile import Hostile

pytestmark = pytest.mark.real

SIZE = 24_000_000
BOUNDARY = "b" * 20
TEXT = "Morgen wird vorgelesen."


@dataclass
class Disk:
    """A small disk: a file system of its own where one may be had, else a limit on the files that the desk may write."""

    folder: Path
    own: bool

    def fill(self, desk: Desk) -> None:
        """Leave no room."""
        if not self.own:
            resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
            return
        with (self.folder / "ballast").open("wb", buffering=0) as ballast:
            size = 1_000_000
            while size:
                try:
                    ballast.write(b"\0" * size)
                except OSError:
                    size //= 10

    def empty(self, desk: Desk) -> None:
        """Make room again."""
        if self.own:
            (self.folder / "ballast").unlink()
        else:
            resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@pytest.fixture(params=["file system", "limit"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """Both kinds of small disk, or the limit twice where nothing may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    own = request.param == "file system" and os.getuid() == 0 and not subprocess.run(mount, check=False).returncode
    yield Disk(folder, own)
    if own:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def a_picture() -> tuple[bytes, str]:
    """A picture in a form, and the type of the form."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="x.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    return head.encode() + encoded(noisy()) + f"\r\n--{BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={BOUNDARY}"


def test_a_full_disk_stops_everything_in_words_and_nothing_for_good(installed: Path, disk: Disk, server: Hostile) -> None:
    with opened(installed, disk.folder / "data") as world, world.run() as desk:
        server.behave("publish", "slow", times=3)
        batch, uuid = world.plan(world.channels(server, "One", "Two"), 12, over=3.0, after=0.1), world.stage.ask("draft")
        assert until(lambda: server.calls["publish"] > 1, within=10)
        disk.fill(desk)
        try:
            refused = world.call(desk, f"/write/{uuid}/pictures/", *a_picture(), script=True)
            unsaved = world.call(desk, f"/write/{uuid}/save/", urlencode({"text": TEXT, "revision": 0}).encode())
            page, calls = world.call(desk, batch.last_path), server.calls["publish"]
            time.sleep(3.0)  # long enough for every part of the engine to stumble
            assert server.calls["publish"] == calls, "something left whose intent could not be written"
            assert batch.moving, "everything was out before the disk was full"
        finally:
            disk.empty(desk)
        assert (refused.status, refused.text[:28]) == (503, "There is no room left on the")
        assert (unsaved.status, "no room left" in unsaved.text, TEXT in unsaved.text) == (503, True, True)
        assert page.status == 200
        assert batch.settled(within=30), batch.rows
        batch.went_out_once(server)
        assert world.call(desk, f"/write/{uuid}/pictures/", *a_picture()).status == 302
        assert until(lambda: world.stage.ask("workers")["alive"], within=15)
