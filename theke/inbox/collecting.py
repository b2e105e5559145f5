"""Collects what the public says: polls with a cursor, stores each message once, moves the cursor in the same transaction."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from theke.channels import budgeting, noting
from theke.channels.models import Channel, ChannelQuerySet
from theke.channels.renewing import calling
from theke.inbox.models import Collection
from theke.inbox.storing import store
from theke.networks.base import JSON, Item, NetworkError, NotSent, Page, Reconnect, Ref
from theke.networks.judging import NO_CLEAR_ANSWER
from theke.networks.registry import KEYS, network
from theke.publishing.models import Delivery, Kind, State

log = logging.getLogger(__name__)

POLL_EVERY = timedelta(seconds=settings.COLLECT_SECONDS)
POLL_WITH_MORE_AFTER = timedelta(seconds=1)
COSTLY_EVERY = max(timedelta(minutes=15), POLL_EVERY)
"""Where reading costs money."""
LONGEST_PAUSE = max(timedelta(minutes=30), POLL_EVERY)
LEASE = timedelta(minutes=5)
SKEW = timedelta(seconds=30)
WATCHED_FOR = timedelta(days=30)
WATCHED_MOST = 40


def listening() -> ChannelQuerySet:
    """Connected channels on whose network one can listen."""
    can = [key for key in KEYS if network(key).has("inbox")]
    costly = [key for key in KEYS if network(key).facts.needs_consent]
    unpaid = Q(network_key__in=costly) & (Q(budget=None) | Q(budget__cents=0))
    found = Channel.objects.connected().filter(network_key__in=can).exclude(token_state=Channel.Token.DEAD)
    return found.exclude(unpaid) if costly else found


def collect(channel_pk: int) -> int:
    """Collect one helping from one channel; the number of messages that were new.

    Safe to call at any time, from any number of workers: whoever does not get the lease does nothing. Raises nothing that is
    expected; trouble stands on the channel's row and the next try waits longer.
    """
    collection = _claim(channel_pk)
    if collection is None:
        return 0
    channel, reading = collection.channel, f"reading:{collection.fence}"
    if not budgeting.reserve_reading(channel, reading):
        _let_rest(collection)
        return 0
    try:
        page = _poll(channel, collection.cursor)
    except NetworkError as trouble:
        if trouble.words != NO_CLEAR_ANSWER:  # else it may have been read and be paid for
            budgeting.settle_reading(channel, reading, 0)
        _pause(collection, trouble)
        return 0
    budgeting.settle_reading(channel, reading, len(page.items))
    stored = _keep(collection, page)
    noting.note_success(channel)
    return stored


def may_be_collected(now: datetime) -> Q:
    """What is due and nobody's. A moment further ahead than we ever write was written before the clock was set back.

    A lease that is taken over so harms nothing: the fence lets only one of the two store what it has heard.
    """
    free = Q(lease_until=None) | Q(lease_until__lte=now) | Q(lease_until__gt=now + LEASE + SKEW)
    due = Q(next_at__lte=now) | Q(next_at__gt=now + LONGEST_PAUSE + SKEW)
    return free & due


def _claim(channel_pk: int) -> Collection | None:
    now = timezone.now()
    mine = Collection.objects.filter(may_be_collected(now), channel_id=channel_pk)
    if not mine.update(fence=F("fence") + 1, lease_until=now + LEASE):
        return None
    return Collection.objects.select_related("channel__library").get(channel_id=channel_pk)


def _poll(channel: Channel, cursor: JSON) -> Page:
    module = network(channel.network_key).inbox
    if module is None:
        return Page((), cursor)
    page: Page = module.poll(calling(channel), cursor, watched(channel))
    return page


def watched(channel: Channel, now: datetime | None = None) -> Sequence[Ref]:
    """What we published here lately, newest first: its threads are read too, so that no answer is missed."""
    since = (now or timezone.now()) - WATCHED_FOR
    ours = Delivery.objects.filter(channel=channel, kind=Kind.POST, state=State.SENT, sent_at__gte=since)
    recent = ours.exclude(payload__has_key="below")  # an answer to it comes with those to its post
    remotes = recent.order_by("-sent_at").values_list("remote", flat=True)[:WATCHED_MOST]
    return [ref for remote in remotes if (ref := Ref.from_json(remote))]


@transaction.atomic
def _keep(collection: Collection, page: Page) -> int:
    """Store the page and move the cursor, or do neither: a lease lost meanwhile stops us."""
    usual = COSTLY_EVERY if budgeting.costs_money(collection.channel) else POLL_EVERY
    again = POLL_WITH_MORE_AFTER if page.more else usual
    now = timezone.now()
    mine = Collection.objects.filter(pk=collection.pk, fence=collection.fence)
    if not mine.update(cursor=page.cursor, next_at=now + again, lease_until=None, last_success_at=now, failures=0):
        return 0
    return sum(1 for item in _ours_to_answer(collection, page) if store(collection.channel, item))


def _ours_to_answer(collection: Collection, page: Page) -> list[Item]:
    """All of it; but the first time only what came after the connection: what is older was dealt with elsewhere."""
    since = collection.channel.connected_at if collection.last_success_at is None else None
    return [item for item in page.items if since is None or item.at >= since]


def _let_rest(collection: Collection) -> None:
    """Nothing is left of the month's budget: look again later, whether there is."""
    mine = Collection.objects.filter(pk=collection.pk, fence=collection.fence)
    mine.update(next_at=timezone.now() + LONGEST_PAUSE, lease_until=None)


def _pause(collection: Collection, trouble: NetworkError) -> None:
    noting.note_trouble(collection.channel, trouble)
    asked = timedelta(seconds=trouble.again_in) if isinstance(trouble, NotSent) else POLL_EVERY
    grown = POLL_EVERY * 2 ** min(collection.failures, 5)
    pause = LONGEST_PAUSE if isinstance(trouble, Reconnect) else min(max(asked, grown), LONGEST_PAUSE)
    mine = Collection.objects.filter(pk=collection.pk, fence=collection.fence)
    mine.update(next_at=timezone.now() + pause, lease_until=None, failures=F("failures") + 1)
    log.info("collecting from channel %s paused for %s", collection.channel_id, pause)
