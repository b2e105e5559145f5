"""What cannot wait goes out before anybody else has looked; somebody else looks afterwards, and can recall it everywhere.

Only the second pair of eyes is put off. Whatever the guideline blocks stays, and a crisis stops urgent posts like all others.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.jobs.sources import Source
from theke.networks.base import JSON
from theke.notices.telling import tell
from theke.people.access import EDITORS, may
from theke.people.introducing import is_new
from theke.people.models import HistoryEntry, Library, Person
from theke.people.working import working_time_after
from theke.posts import approving
from theke.posts.approving import NOBODY, NOT_THE_GROUP, OWN, Declined, approvers_of, involved, seal_of
from theke.posts.models import Post
from theke.posts.telling import first_asked
from theke.publishing.changing import may_change, possible, remove
from theke.publishing.models import ON_THE_WAY, Delivery, Kind, State, Urgent, UrgentQuerySet
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import UNDO_FOR, back_to_draft, schedule
from theke.publishing.telling import key_of_look, no_longer_asks

A_REASON = gettext_noop("Please say in a few words why it cannot wait.")
LOOK = gettext_noop("%(person)s has sent a post out urgently: please look at it now")
STILL = gettext_noop("A post of %(person)s went out urgently, and nobody has looked at it yet")
REMIND_AFTER = timedelta(hours=2)
"""Opening hours after which those who could look are reminded: sooner than of what waits for approval, since this is public."""
FINE = gettext_noop("%(person)s has looked at your urgent post: all right")
RECALLED = gettext_noop("%(person)s has recalled your urgent post everywhere")
SETTLED = gettext_noop("Somebody has looked at it already.")
UNSURE = {
    State.SENDING: gettext_noop("It is going out there at this moment. Please recall it once more in a minute."),
    State.ASK: gettext_noop("Nobody knows yet whether it stands there. Please look."),
}
STOPPED_HERE = (State.HAND, State.LATE, State.FAILED)
"""Where it has not gone out, and would only by a person's hand."""
WHY_REMOVED = gettext_noop("recalled after it went out urgently")


@dataclass(frozen=True)
class Left:
    """Where a post that was recalled still stands, and why: `{"words", "params"}`."""

    channel: Channel
    why: JSON


def may_hurry(person: Person, post: Post) -> bool:
    """Whether the library lets this person send a post before anybody else has looked (by default, editors and managers)."""
    who = post.library.urgent_by
    if who == Library.Hurry.NOBODY or not may_change(person, post):
        return False
    return person.role in EDITORS or (who == Library.Hurry.EVERYONE and not is_new(person))


@transaction.atomic
def send_urgently(post: Post, *, by: Person, why: str) -> list[Delivery]:
    """Send a draft at once, to be looked at afterwards.

    Raises PermissionDenied for who may not, `Declined` where nobody could look, `NotPlanned` and its kin as `schedule` does,
    and without a reason.
    """
    if not may_hurry(by, post):
        raise PermissionDenied
    if not why.strip():
        raise NotPlanned(A_REASON)
    approvers = approvers_of(post, by)
    if not approvers:
        raise Declined(NOBODY)
    now = timezone.now()
    remind_at = working_time_after(post.library, post.sender.home_branch, now, REMIND_AFTER)
    given = {"seal": seal_of(post), "why": why.strip()[:300], "at": now, "remind_at": remind_at}
    made = Urgent.objects.create(post=post, by=by, **given)
    deliveries = schedule(post, at=None, by=by, undo=UNDO_FOR)
    approving.withdraw(post, by=by)
    HistoryEntry.write(gettext_noop("sent out urgently"), post, by=by, library=post.library, why=made.why)
    _tell(first_asked(post, approvers), LOOK, made, by, key_of_look(made.pk))
    return deliveries


def open_for(post: Post) -> Urgent | None:
    """What still has to be looked at; None where there is nothing."""
    found = Urgent.objects.open().filter(post=post).select_related("by").first()
    if found is not None:
        found.post = post
    return found


def to_look_at(person: Person) -> UrgentQuerySet:
    """What this person could look at afterwards, the oldest first; of whoever has saved a word in it the post itself knows."""
    if not may(person, "approve"):
        return Urgent.objects.none()
    asked = Urgent.objects.visible_to(person).open().filter(post__binned_at=None)
    others = asked.exclude(post__sender=person).exclude(by=person).exclude(post__authorships__person=person)
    return others.order_by("at")


def why_not(person: Person, urgent: Urgent) -> str:
    """Why this person can not be the second pair of eyes, as an English msgid; empty where they can."""
    if not may(person, "approve", urgent.post):
        return NOT_THE_GROUP
    return OWN if person.pk in involved(urgent.post) | {urgent.by_id} else ""


@transaction.atomic
def accept(urgent: Urgent, *, by: Person) -> None:
    """Say that it is all right. Raises `Declined` for who may not, and for what is settled."""
    _settle(urgent, Urgent.Verdict.FINE, by)
    _write_history(gettext_noop("looked at it afterwards: all right"), urgent, by)
    _tell_author(urgent, FINE, by)


@transaction.atomic
def reopen(urgent: Urgent, *, by: Person) -> bool:
    """Undo an "all right" of one's own; whether there was one."""
    given = Urgent.objects.filter(pk=urgent.pk, verdict=Urgent.Verdict.FINE, decided_by=by)
    if not given.update(verdict=Urgent.Verdict.OPEN, decided_by=None, decided_at=None):
        return False
    _write_history(gettext_noop("took the look afterwards back"), urgent, by)
    return True


@transaction.atomic
def recall(urgent: Urgent, *, by: Person) -> list[Left]:
    """Remove it from every channel that can, and stop what has not left; gives where it stays, with the reason.

    What is on the wire at this moment cannot be stopped: then all else is removed, and it stays open to be recalled once more.
    Raises `Declined` like `accept`.
    """
    post = urgent.post
    on_the_wire = Delivery.objects.filter(post=post, kind=Kind.POST, state=State.SENDING).exists()
    _settle(urgent, Urgent.Verdict.OPEN if on_the_wire else Urgent.Verdict.RECALLED, by)
    with suppress(NotPlanned):  # where nothing can be removed from here, it is said instead where it stands
        remove(post, by=by, reason=WHY_REMOVED, channels=_not_yet_removed(post))
    Delivery.objects.filter(post=post, kind=Kind.POST, state__in=STOPPED_HERE).update(state=State.CANCELLED, decided_by=by)
    if not on_the_wire:
        _write_history(gettext_noop("recalled everywhere"), urgent, by)
        _tell_author(urgent, RECALLED, by)
    if not Delivery.objects.filter(post=post).exclude(state=State.CANCELLED).exists():
        back_to_draft(post)  # nothing of it had left anywhere
    return left_over(post)


def left_over(post: Post) -> list[Left]:
    """Where it stands and cannot be removed from here, where nobody knows, and where it is going out at this moment."""
    unsure = Delivery.objects.filter(post=post, kind=Kind.POST, state__in=UNSURE).select_related("channel__branch")
    return [*stays(post), *(Left(one.channel, {"words": UNSURE[State(one.state)]}) for one in unsure)]


def stays(post: Post) -> list[Left]:
    """Where it stands and cannot be removed from here: said before anybody recalls it."""
    return [Left(here.channel, here.remove) for here in possible(post) if here.remove]


def _not_yet_removed(post: Post) -> list[Channel]:
    """The channels of the post but those from which it is being removed already: nothing is removed twice."""
    going = Delivery.objects.filter(post=post, kind=Kind.REMOVE, state__in=(*ON_THE_WAY, State.HAND)).values("channel")
    return list(Channel.objects.filter(deliveries__post=post).exclude(pk__in=going).distinct())


def _settle(urgent: Urgent, verdict: Urgent.Verdict, by: Person) -> None:
    words = why_not(by, urgent)
    if words:
        raise Declined(words)
    now = timezone.now()
    if not Urgent.objects.open().filter(pk=urgent.pk).update(verdict=verdict, decided_by=by, decided_at=now):
        raise Declined(SETTLED)
    urgent.verdict, urgent.decided_by, urgent.decided_at = verdict, by, now
    if verdict != Urgent.Verdict.OPEN:
        no_longer_asks([urgent.pk])


def _tell_author(urgent: Urgent, words: str, by: Person) -> None:
    people = Person.objects.filter(pk__in={urgent.post.sender_id, urgent.by_id} - {None, by.pk})
    _tell(people, words, urgent, by, key="")


def _tell(people: Iterable[Person], words: str, urgent: Urgent, by: Person, key: str) -> None:
    path = reverse("publishing:page", args=[urgent.post.uuid])
    excerpt = "\n".join((urgent.post.headline, urgent.why))
    for person in people:
        tell(person, words, path, params={"person": by.name}, excerpt=excerpt, key=key)


def _write_history(verb: str, urgent: Urgent, by: Person) -> None:
    HistoryEntry.write(verb, urgent.post, by=by, library=urgent.post.library)


def due(most: int, now: datetime | None = None) -> list[int]:
    """The urgent posts of which it is time to remind those who could look."""
    ripe = Urgent.objects.to_remind_of().filter(remind_at__lte=now or timezone.now())
    return list(ripe.order_by("remind_at", "pk").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next of them has to be reminded of."""
    first: datetime | None = Urgent.objects.to_remind_of().order_by().aggregate(first=Min("remind_at"))["first"]
    return first


@transaction.atomic
def run(pk: int, now: datetime | None = None) -> bool:
    """Remind everybody who could look, once, that nobody has; False when there is nothing to do."""
    now = now or timezone.now()
    ripe = Urgent.objects.filter(pk__in=Urgent.objects.to_remind_of().filter(pk=pk, remind_at__lte=now))
    if not ripe.filter(verdict=Urgent.Verdict.OPEN, reminded_at=None).update(reminded_at=now):
        return False
    found = Urgent.objects.select_related("post__library", "post__sender", "by").get(pk=pk)
    by = found.by or found.post.sender
    _tell(approvers_of(found.post, by), STILL, found, by, key_of_look(pk, again=True))
    return True


SOURCE = Source("urgent", due, next_at, run)
