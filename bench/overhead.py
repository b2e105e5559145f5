"""Wall time per post through the whole way out, against bare HTTP calls to the same server; 8 in flight in both."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from bench import ground, way_out

POSTS = 400
BODY = {"key": "", "text": "Beitrag", "title": "", "warning": "", "lang": "de", "audience": "public", "media": [], "alts": []}


def bare(port: int, posts: int) -> float:
    """Seconds a post for bare calls, each channel with its own kept connection."""

    def calls(number: int) -> None:
        line = HTTPConnection("127.0.0.1", port)
        for one in range(posts // ground.CHANNELS):
            body = json.dumps({**BODY, "key": f"bare-{number}-{one}"})
            line.request("POST", "/practice/api/statuses", body, {"Content-Type": "application/json"})
            line.getresponse().read()
        line.close()

    began = time.monotonic()
    with ThreadPoolExecutor(ground.CHANNELS) as pool:
        list(pool.map(calls, range(ground.CHANNELS)))
    return (time.monotonic() - began) / posts


def main(posts: int = POSTS) -> dict[str, float]:
    """Measure both, one after the other."""
    with way_out.desk() as (place, peer, channels):
        from theke.publishing.models import Delivery  # noqa: PLC0415 -- needs the settings

        plain = bare(peer.port, posts)
        due = ground.moment_in(8)
        ground.plan_posts(channels, [due] * posts)
        with way_out.worker(place):
            ground.until(lambda: Delivery.objects.filter(state="sent").count() == posts, 60)
        last = Delivery.objects.exclude(sent_at=None).order_by("-sent_at").values_list("sent_at", flat=True).first()
    whole = (last - due).total_seconds() / posts if last else 60.0
    figures = {"ratio": round(whole / plain, 2)}
    table = [
        ("posts", posts),
        ("bare, ms a post", round(1000 * plain, 2)),
        ("way out, ms a post", round(1000 * whole, 2)),
        *figures.items(),
    ]
    ground.report("overhead", table, **figures)
    return figures


if __name__ == "__main__":
    main()
