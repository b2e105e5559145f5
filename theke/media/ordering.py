"""Has renditions made before they are needed, where nobody waits for them."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Min
from django.utils import timezone

from theke.jobs.sources import Source, wake
from theke.media.models import Asset, Rendition, RenditionOrder
from theke.media.rendering import CannotRender, render

log = logging.getLogger(__name__)
AGAIN_AFTER = timedelta(minutes=1)
MOST_TRIES = 5


def order(asset: Asset, specs: Iterable[str]) -> None:
    """Ask for renditions; those that are there or already asked for cost nothing."""
    made = set(Rendition.objects.filter(asset=asset).values_list("spec", flat=True))
    missing = [RenditionOrder(asset=asset, spec=spec) for spec in dict.fromkeys(specs) if spec not in made]
    if missing:
        RenditionOrder.objects.bulk_create(missing, ignore_conflicts=True)
        wake()


def due(most: int) -> list[int]:
    """The orders that may be carried out now."""
    waiting = RenditionOrder.objects.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")
    return list(waiting.values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next order may be carried out."""
    first: datetime | None = RenditionOrder.objects.aggregate(at=Min("due_at"))["at"]
    return first


def run(pk: int) -> None:
    """Carry out one order. What cannot be made is tried again later, and once more when it is sent."""
    wanted = RenditionOrder.objects.select_related("asset").filter(pk=pk).first()
    if wanted is None:
        return
    try:
        render(wanted.asset, wanted.spec)
    except (OSError, ValueError, CannotRender) as trouble:
        log.warning("rendition %s of asset %s: %s", wanted.spec, wanted.asset_id, trouble)
        _again(wanted)
    else:
        wanted.delete()


def _again(wanted: RenditionOrder) -> None:
    tries = wanted.tries + 1
    if tries >= MOST_TRIES:
        wanted.delete()
        return
    RenditionOrder.objects.filter(pk=wanted.pk).update(tries=tries, due_at=timezone.now() + AGAIN_AFTER * 4**wanted.tries)


SOURCE = Source("renditions", due, next_at, run, lanes=1)
