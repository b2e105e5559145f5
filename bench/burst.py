"""500 posts due at the same second, to servers that answer in 50 ms."""

import itertools

from bench import ground, way_out

POSTS = 500


def main(posts: int = POSTS) -> dict[str, float]:
    """Measure from the due moment to the last recorded success."""
    with way_out.desk() as (place, peer, channels):
        from theke.publishing.models import Delivery  # noqa: PLC0415 -- needs the settings

        due = ground.moment_in(8)
        keys = ground.plan_posts(channels, [due] * posts)
        with way_out.worker(place):
            ground.until(lambda: Delivery.objects.filter(state="sent").count() == posts, 60)
        arrived = peer.arrived()
        last = Delivery.objects.exclude(sent_at=None).order_by("-sent_at").values_list("sent_at", flat=True).first()
    seconds = round((last - due).total_seconds(), 2) if last else 60.0
    came = {key for key, _at in arrived}
    figures = {"seconds": seconds, "missing": len(set(keys) - came), "twice": way_out.twice(arrived)}
    order = [key for key, _at in arrived]
    disorder = sum(
        _inversions([keys.index(key) for key in order if keys.index(key) % len(channels) == n]) for n in range(len(channels))
    )
    table = [("posts", posts), ("channels", len(channels)), ("out of order within a channel", disorder), *figures.items()]
    ground.report("burst", table, **figures, disorder=disorder)
    return figures | {"disorder": disorder}


def _inversions(numbers: list[int]) -> int:
    return sum(1 for before, after in itertools.pairwise(numbers) if after < before)


if __name__ == "__main__":
    main()
