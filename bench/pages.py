"""Server time and queries of the main pages with 1,000 and with 100,000 posts and messages."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import ground, stock

SMALL, LARGE = 1_000, 100_000
ROUNDS, WARM = 100, 5

Figures = dict[str, dict[str, float]]


def addresses(person: Any) -> dict[str, str]:
    """The pages that are measured, by name."""
    from django.urls import reverse  # noqa: PLC0415 -- needs the settings

    from theke.inbox.models import Conversation  # noqa: PLC0415
    from theke.posts.models import Post  # noqa: PLC0415

    draft = Post.objects.filter(sender=person, released_at=None).first()
    talk = Conversation.objects.filter(owner=person, closed_at=None).first()
    assert draft is not None and talk is not None
    return {
        "today": "/",
        "week": reverse("calendar:week"),
        "month": reverse("calendar:month"),
        "composer": reverse("posts:edit", args=[draft.uuid]),
        "media": reverse("media:library"),
        "inbox": reverse("inbox:list"),
        "conversation": reverse("inbox:conversation", args=[talk.uuid]),
        "register": reverse("channels:list"),
        "guideline": reverse("guidelines:points"),
        "search": reverse("search:find") + "?q=vorlesen",
        "search_rare": reverse("search:find") + "?q=" + "nummer+77",
    }


def measured(get: Callable[[], Any], rounds: int) -> dict[str, float]:
    """95th percentile in milliseconds, and the most queries of one request."""
    from django.db import connection  # noqa: PLC0415 -- needs the settings

    times: list[float] = []
    counts: list[int] = []

    def count(execute: Any, *given: Any) -> Any:
        counts[-1] += 1
        return execute(*given)

    for number in range(WARM + rounds):
        counts.append(0)
        started = time.perf_counter()
        with connection.execute_wrapper(count):
            answer = get()
        if number >= WARM:
            times.append((time.perf_counter() - started) * 1000)
        assert answer.status_code == 200, answer
    return {"p95_ms": round(ground.quantile(times, 0.95), 1), "queries": max(counts[WARM:])}


def child(size: int, rounds: int) -> None:
    """Fill a desk of this size, measure it, print the figures."""
    with ground.folder() as place:
        ground.open_desk(place)
        person = stock.fill(size, size)
        from django.test import Client  # noqa: PLC0415 -- needs the settings

        from theke.site.memory import settle  # noqa: PLC0415
        from theke.site.starting import collect_static  # noqa: PLC0415

        collect_static()
        settle()  # as the server does

        client = Client(SERVER_NAME="localhost")
        client.force_login(person)
        figures = {name: measured(lambda url=url: client.get(url), rounds) for name, url in addresses(person).items()}  # type: ignore[misc]
    print(json.dumps(figures), flush=True)


def of_size(size: int, rounds: int) -> Figures:
    """The figures of a desk of this size, measured in a process of its own."""
    command = [sys.executable, "-m", "bench.pages", "--child", str(size), "--rounds", str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def main(small: int = SMALL, large: int = LARGE, rounds: int = ROUNDS) -> dict[str, float]:
    """Measure both sizes and compare."""
    before, after = of_size(small, rounds), of_size(large, rounds)
    table = [("page", f"p95 ms at {small:,} / at {large:,}, ratio, queries")]
    for name, at in after.items():
        ratio = at["p95_ms"] / before[name]["p95_ms"]
        line = f"{before[name]['p95_ms']:6.1f} {at['p95_ms']:6.1f}  {ratio:.2f}  {at['queries']:.0f}"
        table.append((name, line))
    figures = {
        "p95_ms": max(at["p95_ms"] for at in after.values()),
        "ratio": round(max(at["p95_ms"] / before[name]["p95_ms"] for name, at in after.items()), 2),
        "queries": max(at["queries"] for at in after.values()),
    }
    ground.report("pages", table, **figures)
    return figures


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--child", type=int)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    if given.child:
        child(given.child, given.rounds)
    else:
        main(rounds=given.rounds)
