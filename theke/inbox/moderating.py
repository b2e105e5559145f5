"""Hides, approves and removes what others wrote below our posts, where the network can; every act may be repeated on the network."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels import budgeting
from theke.channels.models import Channel
from theke.channels.renewing import calling
from theke.inbox.models import Message, Moderation
from theke.jobs.sources import Source, wake
from theke.networks.base import JSON, NetworkError, NotSent, Reconnect, Ref, Refused, Unsure
from theke.networks.judging import NO_CLEAR_ANSWER
from theke.networks.registry import network
from theke.notices.telling import tell
from theke.people.access import may
from theke.people.models import Person

Action = Moderation.Action
LEASE = timedelta(minutes=3)
PAUSE, LONGEST_PAUSE = timedelta(seconds=20), timedelta(hours=1)
MOST_TRIES = 12

BACK: dict[str, str] = {
    "hide": "show",
    "show": "hide",
    "approve": "hold",
    "hold": "approve",
    "spam": "approve",
    "remove": "approve",
}
"""The act that takes another back, where the network can do that one, too."""
LEADS_TO: dict[str, str] = {"hide": "hidden", "show": "", "approve": "", "hold": "held", "spam": "spam", "remove": "removed"}
FITS: dict[str, tuple[Action, ...]] = {
    "": (Action.HIDE, Action.HOLD, Action.SPAM, Action.REMOVE),
    "held": (Action.APPROVE, Action.SPAM, Action.REMOVE),
    "hidden": (Action.SHOW, Action.REMOVE),
    "spam": (Action.APPROVE, Action.REMOVE),
    "removed": (Action.APPROVE,),
}
"""What makes sense for a message in this state."""
FOR_EDITORS = (Action.SPAM, Action.REMOVE)
FAILED = gettext_noop("What you asked for about a message of %(name)s did not work on %(channel)s.")
GAVE_UP = gettext_noop("The network did not answer for a long time.")


def offered(message: Message, channel: Channel, person: Person) -> list[Action]:
    """What this person can do about this message, on this channel, now."""
    if message.direct or not channel.connected:
        return []
    can = channel.limits.can
    return [one for one in FITS.get(message.state, ()) if f"moderate:{one}" in can and may_do(person, one)]


def may_do(person: Person, action: str) -> bool:
    """Removing and calling spam is for the editorial group; everything that leaves the words in place is for whoever answers."""
    return may(person, "remove_comments" if action in FOR_EDITORS else "moderate")


@transaction.atomic
def ask_for(message: Message, action: Action, *, by: Person, reason: str = "") -> Moderation:
    """Have it done. An earlier act about the message that has not begun is dropped.

    Raises PermissionDenied for somebody who may not, and ValueError where the network cannot.
    """
    channel = message.channel
    if not may_do(by, action):
        raise PermissionDenied
    if f"moderate:{action}" not in channel.limits.can or message.direct:
        raise ValueError(action)
    waiting = Moderation.objects.filter(message=message, state=Moderation.State.DUE)
    waiting.update(state=Moderation.State.DROPPED, ended_at=timezone.now())
    made = Moderation.objects.create(message=message, action=action, by=by, reason=reason)
    wake()
    return made


def run(pk: int) -> bool:
    """Carry out one act on its network. Safe to call at any time: whoever does not get it does nothing."""
    now = timezone.now()
    mine = Moderation.objects.filter(pk=pk, state=Moderation.State.DUE, next_at__lte=now)
    if not mine.update(next_at=now + LEASE, tries=F("tries") + 1):
        return False
    act = Moderation.objects.select_related("message__channel__library", "message__author", "by").get(pk=pk)
    channel, try_ = act.message.channel, f"act:{act.pk}:{act.tries}"
    if not budgeting.reserve_act(channel, try_):
        _end(act, Moderation.State.FAILED, {"words": budgeting.OVER})
        return True
    try:
        _do(act)
    except NetworkError as trouble:
        if trouble.words != NO_CLEAR_ANSWER:  # else it may have been done and be paid for
            budgeting.give_back(channel, try_)
        _after(act, trouble)
    else:
        _end(act, Moderation.State.DONE)
    return True


def _after(act: Moderation, trouble: NetworkError) -> None:
    if isinstance(trouble, NotSent | Unsure):
        _again(act, trouble)
    else:
        _end(act, Moderation.State.FAILED, trouble.said)


def _do(act: Moderation) -> None:
    message = act.message
    module = network(message.channel.network_key).moderate
    if module is None:
        raise Refused(gettext_noop("This network cannot do this."))
    if not message.channel.connected:
        raise Reconnect(gettext_noop("This channel is not connected."))
    ref = Ref(message.remote_id, message.extra | {"on": message.on, "parent": message.parent})
    module.act(calling(message.channel), act.action, ref)


def _again(act: Moderation, trouble: NetworkError) -> None:
    """After any doubt: what may be repeated is repeated, ever less often."""
    if act.tries >= MOST_TRIES:
        _end(act, Moderation.State.FAILED, {"words": GAVE_UP})
        return
    asked = timedelta(seconds=trouble.again_in) if isinstance(trouble, NotSent) else PAUSE
    pause = min(max(asked, PAUSE * 2 ** min(act.tries - 1, 8)), LONGEST_PAUSE)
    Moderation.objects.filter(pk=act.pk).update(next_at=timezone.now() + pause, trouble=trouble.said)


@transaction.atomic
def _end(act: Moderation, state: Moderation.State, trouble: JSON | None = None) -> None:
    ended = {"state": state, "ended_at": timezone.now(), "trouble": trouble or {}}
    if not Moderation.objects.filter(pk=act.pk, state=Moderation.State.DUE).update(**ended):
        return  # dropped meanwhile: the later act decides what is shown
    if state == Moderation.State.DONE:
        Message.objects.filter(pk=act.message_id).update(state=LEADS_TO[act.action])
    elif act.by:
        path = reverse("inbox:conversation", args=[act.message.conversation.uuid])
        params = {"name": act.message.author.name, "channel": act.message.channel.name}
        tell(act.by, FAILED, path, params=params, key=f"moderation:{act.pk}")


def due(most: int) -> list[int]:
    """The acts to be carried out now."""
    waiting = Moderation.objects.filter(state=Moderation.State.DUE, next_at__lte=timezone.now())
    return list(waiting.order_by("next_at", "pk").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next act is to be carried out."""
    first: datetime | None = Moderation.objects.filter(state=Moderation.State.DUE).aggregate(first=Min("next_at"))["first"]
    return first


SOURCE = Source("moderations", due, next_at, run, lanes=2)
