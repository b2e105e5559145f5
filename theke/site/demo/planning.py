"""What stands in the demo's calendar beside the posts: slots that come back, drafts for a day, a closing day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from theke.calendar.models import Slot, SlotDay
from theke.calendar.spanning import moment_at, monday_of
from theke.people.models import Branch, Closing, Library, Person
from theke.posts.models import Post


@dataclass(frozen=True)
class Coming:
    """A slot of a demo library: its name, the code of its branch, weekday, time, and the channel it is kept for."""

    name: str
    house: str
    weekday: int
    at: str
    channel: str
    every: int = 1


COMING = {
    "seeborn": (
        Coming("Vorlesestunde", "HAF", 1, "16:00", "Blog Kinderbibliothek"),
        Coming("Buchtipp der Woche", "ZEN", 4, "10:00", "Facebook"),
        Coming("Gaming-Nachmittag", "SÜD", 3, "15:30", "Mastodon", every=2),
    ),
    "sjoby": (
        Coming("Sagostund", "NOR", 3, "10:00", "Barnbloggen"),
        Coming("Veckans boktips", "HUV", 4, "09:00", "Facebook"),
    ),
}
CLOSED = {"seeborn": ("HAF", "Inventur"), "sjoby": ("EKB", "Inventering")}


def plan_ahead(library: Library, now: datetime) -> None:
    """Fill the calendar of a demo library; `now` (aware) is the moment from which its days count."""
    today = library.local(now).date()
    houses = {branch.shelf_code: branch for branch in library.branches.all()}
    channels = {channel.name: channel for channel in library.channels.all()}
    by = library.people.filter(role="editor").order_by("pk").first()
    for coming in COMING.get(library.slug, ()):
        slot = _slot(library, coming, houses.get(coming.house), by, today)
        slot.channels.set([channels[coming.channel]] if coming.channel in channels else [])
    _leave_one_out(library, today, by)
    for days, draft in enumerate(Post.objects.posts().drafts().filter(library=library).order_by("pk"), start=3):
        Post.objects.filter(pk=draft.pk).update(wished_at=moment_at(today + timedelta(days=days), time(11), library.zone))
    code, reason = CLOSED.get(library.slug, ("", ""))
    if code in houses:
        Closing.objects.create(library=library, branch=houses[code], day=today + timedelta(days=9), reason=reason)


def _slot(library: Library, coming: Coming, house: Branch | None, by: Person | None, today: date) -> Slot:
    return Slot.objects.create(
        library=library,
        name=coming.name,
        branch=house,
        weekday=coming.weekday,
        every=coming.every,
        at=time.fromisoformat(coming.at),
        starts=monday_of(today) - timedelta(days=56),
        by=by,
    )


def _leave_one_out(library: Library, today: date, by: Person | None) -> None:
    """An exception in two weeks, so that one sees what it looks like."""
    slot = library.slots.order_by("pk").first()
    if slot is not None:
        day = monday_of(today) + timedelta(days=14 + slot.weekday)
        SlotDay.objects.create(slot=slot, day=day, skipped=True, by=by)
