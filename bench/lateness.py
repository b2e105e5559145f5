"""200 posts due over 60 s with 20,000 future deliveries in the table: from due to the request's arrival."""

import time
from datetime import timedelta
from statistics import median
from typing import Any

from bench import ground, way_out

POSTS, SECONDS, FUTURE = 200, 60.0, 20_000


def fill(channels: list[Any], count: int) -> None:
    """Future deliveries, as many, spread over the coming months."""
    from uuid import uuid4  # noqa: PLC0415

    from theke.people.models import Person  # noqa: PLC0415 -- needs the settings
    from theke.posts.models import Post  # noqa: PLC0415
    from theke.publishing.models import Delivery  # noqa: PLC0415

    jana = Person.objects.get(name="Jana Berg")
    start = ground.moment_in(3600)
    posts = Post.objects.bulk_create(Post(library=jana.library, sender=jana, text=f"Später {n}") for n in range(count))
    payload = {"text": "Später", "title": "", "warning": "", "lang": "de", "audience": "public", "media": []}
    Delivery.objects.bulk_create(
        Delivery(
            post=post,
            channel=channels[n % len(channels)],
            payload=payload,
            key=uuid4().hex,
            due_at=start + timedelta(minutes=n),
        )
        for n, post in enumerate(posts)
    )


def main(posts: int = POSTS, seconds: float = SECONDS, future: int = FUTURE) -> dict[str, float]:
    """Measure each post."""
    with way_out.desk() as (place, peer, channels):
        fill(channels, future)
        begin = ground.moment_in(10)
        moments = [begin + timedelta(seconds=seconds * number / posts) for number in range(posts)]
        keys = ground.plan_posts(channels, moments)
        with way_out.worker(place):
            time.sleep(max(0.0, (moments[-1] - ground.moment_in(0)).total_seconds()))
            ground.until(lambda: len(peer.arrived()) >= posts, 20, every=1.0)
        due = dict(zip(keys, moments, strict=True))
        late = [1000 * (at - due[key].timestamp()) for key, at in peer.arrived()]
    figures = {"median_ms": round(median(late), 1), "p99_ms": round(ground.quantile(late, 0.99), 1)}
    table = [
        ("posts", posts),
        ("future deliveries", future),
        ("arrived", len(late)),
        ("most_ms", round(max(late), 1)),
        *figures.items(),
    ]
    ground.report("lateness", table, **figures)
    return figures


if __name__ == "__main__":
    main()
