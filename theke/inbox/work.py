"""What the inbox has to run: collecting from each channel, and bringing back answers that did not go out."""

from datetime import datetime

from django.db.models import Min
from django.utils import timezone

from theke.inbox import moderating, postponing
from theke.inbox.answering import bring_back, brought_back_next
from theke.inbox.collecting import collect, listening, may_be_collected
from theke.inbox.models import Collection
from theke.jobs.sources import Source, register


def _due(most: int) -> list[int]:
    for channel in listening().filter(collection=None)[:most]:
        Collection.objects.get_or_create(channel=channel)
    ready = Collection.objects.filter(may_be_collected(timezone.now()), channel__in=listening())
    return list(ready.order_by("next_at").values_list("channel_id", flat=True)[:most])


def _next_at() -> datetime | None:
    if listening().filter(collection=None).exists():
        return timezone.now()
    waiting = Collection.objects.filter(channel__in=listening(), lease_until=None)
    first: datetime | None = waiting.aggregate(first=Min("next_at"))["first"]
    return first


def register_sources() -> None:
    """Tell the engine."""
    register(Source("collect", _due, _next_at, collect, lanes=3))
    register(Source("later", postponing.due, postponing.next_at, postponing.come_back))
    register(moderating.SOURCE)
    register(Source("answers", brought_back_next, lambda: None, bring_back))
