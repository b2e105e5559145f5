"""Follows the links of texts in the background, so that the rules know which lead nowhere or elsewhere (R33).

A dead link is one that two looks with time between have found dead. What may be shut only to us, slow, or busy says nothing.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone

from theke.channels.models import Channel
from theke.channels.reaching import NOT_PUBLIC, why_unreachable
from theke.guidelines.models import Link, OwnThings
from theke.guidelines.models.link import SURE_AFTER
from theke.guidelines.rules.links import host_of, without_tracking
from theke.jobs.sources import Source, wake

if TYPE_CHECKING:
    from theke.networks.following import Found

PAUSE = timedelta(seconds=5)
"""Between two looks at one host."""
LEASE = timedelta(seconds=30)
"""Longer than a look takes: so long the host is ours, and so late it is looked at again after this process has died."""
AGAIN = timedelta(minutes=5)
"""After a look that found nothing there."""
LATER = timedelta(minutes=15)
"""After the first look that said nothing; four times as long after the next."""
MOST_TRIES = 3
FRESH = timedelta(days=1)
FRESH_TROUBLE = timedelta(hours=1)
KEPT = timedelta(days=30)
LATELY = timedelta(days=2)
LONGEST = 2000


def note(library: int, addresses: Iterable[str], now: datetime, *, anew: bool = True) -> None:
    """Remember that texts of a library use these addresses: new ones are followed soon, and with `anew` those not looked at lately."""
    wanted = {_mark(one): one for one in addresses if worth_following(one)}
    known = {one.mark: one for one in Link.objects.filter(library=library, mark__in=wanted)}
    new = [_new(library, mark, one, now) for mark, one in wanted.items() if mark not in known]
    stale = [one.pk for one in known.values() if anew and one.due_at is None and _is_stale(one, now)]
    Link.objects.bulk_create(new, ignore_conflicts=True)
    Link.objects.filter(pk__in=[one.pk for one in known.values() if one.used_at < now - FRESH]).update(used_at=now)
    Link.objects.filter(pk__in=stale, due_at=None).update(due_at=now, tries=0)
    if new or stale:
        wake()


def _mark(address: str) -> str:
    return sha256(address.encode("utf-8", "surrogatepass")).hexdigest()


def _new(library: int, mark: str, address: str, now: datetime) -> Link:
    return Link(library_id=library, mark=mark, address=address, host=host_of(address), used_at=now, due_at=now)


def _is_stale(link: Link, now: datetime) -> bool:
    age = FRESH_TROUBLE if link.misses or link.led_to else FRESH
    return link.looked_at is None or link.looked_at < now - age


def worth_following(address: str) -> bool:
    """Whether it is an address on the internet, without a password in it. What lies in the house is for R30 to say."""
    host = host_of(address)
    scheme, _colon, rest = address.partition("://")
    if scheme.lower() not in ("http", "https") or not host or len(host) > 253 or len(address) > LONGEST:
        return False
    named = "@" not in rest.partition("/")[0] and address.isprintable()
    return named and (settings.ALLOW_PRIVATE_ADDRESSES or why_unreachable(address) != NOT_PUBLIC)


def sweep(now: datetime) -> None:
    """Forget what no text has used for a long time."""
    Link.objects.filter(used_at__lt=now - KEPT).delete()


def due(most: int) -> list[int]:
    """The links to be followed now."""
    return list(Link.objects.due(timezone.now()).values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next one is to be followed."""
    found: datetime | None = Link.objects.followed().aggregate(soonest=Min("due_at"))["soonest"]
    return found


def run(pk: int) -> bool:
    """Follow one, if it is due and nobody else is at its host."""
    from theke.networks.following import follow  # noqa: PLC0415 -- the HTTP client: a desk that calls nobody does without

    link = _claimed(pk, timezone.now())
    if link is None:
        return False
    found = follow(without_tracking(link.address), home=settings.URL, private_ok=settings.ALLOW_PRIVATE_ADDRESSES)
    record(link, found, timezone.now())
    return True


@transaction.atomic
def _claimed(pk: int, now: datetime) -> Link | None:
    """The link, with all others of its host put off until the lease is over; None where it is not due or somebody is at its host."""
    waiting = Link.objects.filter(host__in=Link.objects.filter(pk=pk).values("host"), due_at__isnull=False)
    rows = list(waiting.order_by("pk").select_for_update())
    link = next((one for one in rows if one.pk == pk and one.due_at and one.due_at <= now), None)
    taken = next((one.leased_until for one in rows if one.leased_until and one.leased_until > now), None)
    until = taken or now + LEASE
    if link is None:
        return None
    Link.objects.filter(pk__in=[one.pk for one in rows if one.due_at and one.due_at < until]).update(due_at=until)
    if taken:
        return None
    link.due_at = link.leased_until = until
    link.save(update_fields=["leased_until"])
    return link


@transaction.atomic
def record(link: Link, found: "Found", now: datetime) -> None:
    """Keep what came of it, if the lease is still ours, and let the next of its host come after a pause."""
    kept = _kept(link, found, now) | {"looked_at": now, "status": found.status, "leased_until": None}
    if not Link.objects.filter(pk=link.pk, leased_until=link.leased_until).update(**kept):
        return
    Link.objects.filter(~Q(pk=link.pk), host=link.host, due_at=link.leased_until).update(due_at=now + PAUSE)
    if _told(kept["misses"], kept["led_to"]) != _told(link.misses, link.led_to):
        OwnThings.touch(link.library)


def _told(misses: int, led_to: str) -> tuple[bool, str]:
    return misses >= SURE_AFTER, led_to


def _kept(link: Link, found: "Found", now: datetime) -> dict[str, Any]:
    """How many looks found nothing, where it led, and when to look again."""
    before = {"misses": link.misses, "led_to": link.led_to, "tries": 0, "due_at": None}
    if found.nowhere and (not found.nameless or _names_are_known(link, now)):
        misses = min(link.misses + 1, SURE_AFTER)
        return before | {"misses": misses, "led_to": "", "due_at": None if misses == SURE_AFTER else now + AGAIN}
    if found.status is None or found.status == 429 or found.status >= 500:
        again = link.tries < MOST_TRIES
        return before | {"tries": link.tries + 1, "due_at": now + LATER * 4**link.tries if again else None}
    if found.status >= 300:
        return before
    return before | {"misses": 0, "led_to": _elsewhere(link, found)}


def _elsewhere(link: Link, found: "Found") -> str:
    """The address on another host to which it has moved for good; empty where that is as good as the same."""
    there = without_tracking(found.moved_to)
    moved = there and _plain_host(there) not in ("", _plain_host(link.address)) and len(there) <= LONGEST
    return there if moved else ""


def _plain_host(address: str) -> str:
    """The host as the name service is asked for it: one name has two spellings where it holds letters such as ü."""
    host = host_of(address).rstrip(".")
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _names_are_known(link: Link, now: datetime) -> bool:
    """Whether our name service knows the world outside: within some town halls it knows only the town, and all else seems missing."""
    lately = now - LATELY
    own = OwnThings.objects.filter(library=link.library_id).values_list("domains", flat=True).first() or []
    answered = Link.objects.filter(looked_at__gte=lately, status__isnull=False)
    hosts = answered.order_by().values_list("host", flat=True).distinct()[:100]
    if any(not f".{host}".endswith(tuple(f".{domain}" for domain in own)) for host in hosts):
        return True
    reached = Channel.objects.connected().filter(last_success_at__gte=lately)[:100]
    return any(not one.facts.to_learn and not one.facts.own_pages for one in reached)


SOURCE = Source("links", due=due, next_at=next_at, run=run)
