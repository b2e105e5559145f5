"""What can be done backstage: each function sets something in the database, or reads it. Runs only in `backstage`."""

from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import F
from django.utils import timezone

from tests import factories
from theke.channels.models import Channel
from theke.inbox.models import Collection, Message
from theke.jobs import heartbeat
from theke.jobs.models import Worker
from theke.networks.base import Limits
from theke.people.models import Person, Role
from theke.posts.composing import begin
from theke.posts.models import Post
from theke.publishing.models import ON_THE_WAY, Attempt, Delivery
from theke.publishing.scheduling import schedule
from theke.site.starting import prepare

PASSWORD = "geheim-geheim"
CAN = frozenset({"text", "image", "alt", "edit", "remove", "inbox"})


def open_desk() -> str:
    """An installed desk with a library and Jana, who looks after it. Gives the cookie of her session."""
    prepare()
    library = factories.library()
    branch = factories.branch(library, name="Hafen")
    jana = factories.person(library, name="Jana Berg", role=Role.MANAGER, home_branch=branch, language="en", password=PASSWORD)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(jana.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = jana.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def make_channel(address: str, name: str) -> int:
    """A channel on a server; no daily check disturbs it."""
    jana = Person.objects.get()
    assert jana.library is not None
    tomorrow = timezone.now() + timedelta(days=1)
    made = factories.channel(
        jana.library, name=name, address=address, limits_read=Limits(can=CAN).as_json(), next_check_at=tomorrow
    )
    return made.pk


def plan(channels: list[int], count: int, over: float = 0.0, after: float = 0.0) -> list[dict[str, Any]]:
    """So many posts, on the channels in turn, due evenly over so many seconds that begin after so many."""
    jana = Person.objects.get()
    begin = timezone.now() + timedelta(seconds=after)
    made = []
    for number in range(count):
        post = factories.post(jana, Channel.objects.get(pk=channels[number % len(channels)]), text=f"Am Samstag: {number}.")
        Post.objects.filter(pk=post.pk).update(late="send")
        post.refresh_from_db()
        at = begin + timedelta(seconds=over * number / count) if after or over else None
        (delivery,) = schedule(post, at=at, by=jana)
        made.append({"key": delivery.key, "uuid": str(post.uuid), "pk": delivery.pk})
    return made


def rows(pks: list[int]) -> list[dict[str, Any]]:
    """How these deliveries stand, in the order given."""
    found = {one.pk: one for one in Delivery.objects.filter(pk__in=pks).prefetch_related("attempts")}
    return [_row(found[pk]) for pk in pks]


def _row(one: Delivery) -> dict[str, Any]:
    attempts = [f"{attempt.step} {attempt.outcome}" for attempt in one.attempts.all()]
    told = {"state": one.state, "tries": one.tries, "trouble": one.trouble, "attempts": attempts}
    return {**told, "sent_at": one.sent_at, "lease_until": one.lease_until}


def moving(pks: list[int]) -> int:
    """How many of these are on their way."""
    return Delivery.objects.filter(pk__in=pks, state__in=ON_THE_WAY).count()


def leave_from_a_later_clock(pk: int, hours: float) -> None:
    """As a crash in the middle of a call leaves its rows behind, seen from a clock that was set back since."""
    by = timedelta(hours=hours)
    later = timezone.now() + by
    Delivery.objects.filter(pk=pk).update(
        state="sending", tries=1, fence=F("fence") + 1, lease_until=later, intent_at=later, due_at=F("due_at") + by
    )
    made = Delivery.objects.get(pk=pk)
    Attempt.objects.create(delivery=made, fence=made.fence, step=Attempt.Step.SEND, at=later)
    busy = {"busy_until": later, "busy_with": f"{pk}:{made.fence}", "budget_at": later}
    Channel.objects.filter(pk=made.channel_id).update(**busy)
    Collection.objects.create(channel=made.channel, next_at=later, last_success_at=later)


def listening(channel: int) -> dict[str, Any]:
    """How it stands with the inbox of a channel."""
    row = Collection.objects.filter(channel=channel).first()
    heard = list(Message.objects.filter(channel=channel).order_by("pk").values_list("remote_id", flat=True))
    told = {"cursor": row.cursor, "failures": row.failures} if row else {"cursor": {}, "failures": 0}
    return {**told, "messages": heard}


def workers() -> dict[str, Any]:
    """Whether a worker is heard of, how many there are, and when the last beat was."""
    now = timezone.now()
    return {"alive": heartbeat.alive(now), "count": Worker.objects.count(), "last": heartbeat.last_beat()}


def pass_time(channel: int, seconds: float) -> None:
    """Let seconds pass for what waits on this channel: each moment it waits for comes that much closer."""
    by = timedelta(seconds=seconds)
    Delivery.objects.filter(channel=channel, retry_at__isnull=False).update(retry_at=F("retry_at") - by)
    Channel.objects.filter(pk=channel, not_before__isnull=False).update(not_before=F("not_before") - by)


def draft() -> str:
    """An empty draft of Jana's. Gives its address."""
    return str(begin(Person.objects.get()).uuid)


def draft_text(uuid: str) -> str:
    """What is stored of a draft."""
    return Post.objects.get(uuid=uuid).text


def sign_out() -> str:
    """End every session. Gives the address by which Jana signs in."""
    Session.objects.all().delete()
    return str(Person.objects.get().email)
