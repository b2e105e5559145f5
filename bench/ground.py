"""What every benchmark stands on: a throw-away desk in a temporary folder, worker processes, and the result in its two forms."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bench.grounds import Spot

ROOT = Path(__file__).resolve().parent.parent
CHANNELS = 8


def report(name: str, table: Sequence[tuple[str, object]], **figures: object) -> None:
    """Print the table, and as the last line the figures as one JSON object."""
    width = max(len(label) for label, _value in table)
    for label, value in table:
        print(f"{label:<{width}}  {value}")
    print(json.dumps({"name": name, **figures}), flush=True)


@contextmanager
def folder() -> Iterator[Path]:
    """A temporary folder, gone afterwards."""
    place = Path(tempfile.mkdtemp(prefix="theke-bench-"))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a process that works on this data folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("THEKE_", "DATABASE_", "DJANGO_"))}
    fixed = {"THEKE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "theke.site.settings", "THEKE_ALLOW_PRIVATE_ADDRESSES": "1"}
    return own | fixed | {"PYTHONPATH": str(ROOT)} | more


def open_desk(data: Path, **more: str) -> None:
    """Make this very process work on a fresh desk in the folder. Once per process."""
    os.environ.update(environment(data, **more))
    import django  # noqa: PLC0415 -- the folder is known only now
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)


def enter(key: str, spots: "Sequence[Spot]") -> list[Any]:
    """A library with one person, and a channel of this network for each account."""
    from tests import factories  # noqa: PLC0415 -- needs the settings
    from theke.networks.registry import network  # noqa: PLC0415

    library, of = factories.library(), network(key)
    factories.person(library, name="Jana Berg", home_branch=factories.branch(library, name="Hafen"))
    assert of.limits is not None
    limits = of.limits.DEFAULT.as_json()
    fixed = {"network_key": key, "limits_read": limits, "next_check_at": moment_in(86_400)}
    return [
        factories.channel(library, name=f"Kanal {number}", **fixed, **{k: v for k, v in vars(spot).items() if v})
        for number, spot in enumerate(spots)
    ]


def make_channels(address: str, tokens: list[str]) -> list[Any]:
    """A library with one person, and a practice channel for each token."""
    from tests import factories  # noqa: PLC0415 -- needs the settings
    from theke.networks.base import Limits  # noqa: PLC0415

    library = factories.library()
    factories.person(library, name="Jana Berg", home_branch=factories.branch(library, name="Hafen"))
    limits = Limits(can=frozenset({"text", "edit", "remove"})).as_json()
    return [
        factories.channel(library, name=f"Kanal {number}", address=address, secret={"token": token}, limits_read=limits)
        for number, token in enumerate(tokens)
    ]


def plan_posts(channels: list[Any], moments: list[datetime], every_picture: int = 0) -> list[str]:
    """Hand over a post for each moment, channel by channel in turn; every so many of a channel carry a picture.

    Gives the keys of the deliveries, in that order.
    """
    from django.db import transaction  # noqa: PLC0415 -- needs the settings

    from tests import factories  # noqa: PLC0415
    from theke.people.models import Person  # noqa: PLC0415
    from theke.posts.models import Attachment  # noqa: PLC0415
    from theke.publishing.scheduling import schedule  # noqa: PLC0415

    jana = Person.objects.get(name="Jana Berg")
    pictures = _pictures(jana) if every_picture else []
    keys = []
    with transaction.atomic():
        for number, moment in enumerate(moments):
            words = f"Beitrag {number}"
            post = factories.post(
                jana, channels[number % len(channels)], title=words if every_picture else "", text=words, late="send"
            )
            # Not by turns: eight channels by turns would give the pictures to every second channel only.
            if every_picture and (number // len(channels)) % every_picture == 0:
                Attachment.objects.create(post=post, asset=pictures[number % len(pictures)], alt="Ein Bild")
            keys.append(schedule(post, at=moment, by=jana)[0].key)
    return keys


def _pictures(jana: Any) -> list[Any]:
    """A few pictures in the media library."""
    from io import BytesIO  # noqa: PLC0415 -- with the settings

    from PIL import Image  # noqa: PLC0415

    from theke.media.receiving import receive  # noqa: PLC0415

    made = []
    for colour in ("teal", "navy", "maroon", "olive", "gray"):
        file = BytesIO()
        Image.new("RGB", (640, 480), colour).save(file, "JPEG")
        file.seek(0)
        made.append(receive(file, library=jana.library, by=jana, alt="Ein Bild", name=f"{colour}.jpg"))
    return made


def moment_in(seconds: float) -> datetime:
    """The moment in so many seconds."""
    from django.utils import timezone  # noqa: PLC0415 -- needs the settings

    return timezone.now() + timedelta(seconds=seconds)


@contextmanager
def process(*command: str, env: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own, ended afterwards."""
    with log.open("ab") as out:
        running = subprocess.Popen([sys.executable, *command], env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=out)
    try:
        yield running
    finally:
        end(running)


def end(running: subprocess.Popen[bytes], number: int = signal.SIGTERM) -> None:
    """End a process that we started, and wait for it."""
    if running.poll() is None:
        running.send_signal(number)
        try:
            running.wait(15)
        except subprocess.TimeoutExpired:
            running.kill()
    running.wait()
    if running.stdout:
        running.stdout.close()


def first_line(running: subprocess.Popen[bytes]) -> str:
    """The first line that a process prints: it is ready."""
    assert running.stdout is not None
    return running.stdout.readline().decode().strip()


def until(true: Callable[[], bool], seconds: float, every: float = 0.2) -> bool:
    """Wait until it is true, at most so long."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if true():
            return True
        time.sleep(every)
    return true()


def quantile(values: list[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
