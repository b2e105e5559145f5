"""How a draft begins: three beginnings that every library has, and those that it keeps itself.

The places to fill in stand in square brackets; the guideline's hints remind of those that are left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import transaction
from django.db.models import F
from django.utils import formats, timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, gettext_lazy, gettext_noop, override

from theke.channels.models import Channel
from theke.people.models import Branch, OpeningHours, Person
from theke.posts.approving import note_hand
from theke.posts.models import Post, Starter, Version
from theke.ui.picking import key_in

EVENT = gettext_noop(
    "[Title of the event]\n\nOn [day], [date], at [time], in the branch [branch].\n\n"
    "[What happens there, and for whom]\n\n[Free or at what price; with or without registration]"
)
BOOK = gettext_noop(
    "Our tip: “[Title]” by [author]\n\n[What it is about, in one sentence, and why you like it]\n\n"
    "To be borrowed here: [link to the catalogue]"
)
HOURS = gettext_noop("When we are open: %(branch)s\n\n%(hours)s\n\n[What is different this week, or why you tell it]")
NO_HOURS = gettext_noop("[days]: [from] – [until]")
NAMES = {
    "event": gettext_lazy("Event"),
    "book": gettext_lazy("Book tip"),
    "hours": gettext_lazy("Opening hours"),
}
ICONS = {"event": "calendar-days", "book": "book-open", "hours": "clock"}


@dataclass(frozen=True)
class Beginning:
    """One that is offered: its key in the form, what it is called, and its icon."""

    key: str
    name: str
    icon: str


def beginnings(person: Person) -> list[Beginning]:
    """What a draft can begin with: the three of every library, then the library's own."""
    own = Starter.objects.visible_to(person)
    built_in = [Beginning(key, str(name), ICONS[key]) for key, name in NAMES.items()]
    return [*built_in, *(Beginning(str(one.pk), one.name, "file-text") for one in own)]


@transaction.atomic
def start(post: Post, key: str, *, by: Person) -> bool:
    """Put the beginning into the draft, after what stands there already. False for one that is not there."""
    own = Starter.objects.visible_to(by).filter(pk=key_in(key)).first()
    if own is None and key not in NAMES:
        return False
    text = own.text if own else text_of(key, post)
    whole = f"{post.text.rstrip()}\n\n{text}" if post.text.strip() else text
    title = post.title or (own.title if own else "")
    note_hand(post, by=by)
    fields = {"text": whole, "title": title, "saved_at": timezone.now(), "saved_by": by}
    Post.objects.filter(pk=post.pk, released_at=None).update(**fields, revision=F("revision") + 1)
    if own:
        _choose(post, own, by)
    post.refresh_from_db()
    return True


def _choose(post: Post, own: Starter, by: Person) -> None:
    """The topics and channels that the starter brings besides those chosen already."""
    post.topics.add(*own.topics.in_use())
    working = Channel.objects.connected().visible_to(by)
    for channel in working.filter(pk__in=own.channels.values("pk")):
        Version.objects.get_or_create(post=post, channel=channel)


def text_of(key: str, post: Post) -> str:
    """One of the three, in the language of the draft."""
    with override(post.lang):
        if key == "event":
            return gettext(EVENT)
        if key == "book":
            return gettext(BOOK)
        branch = _branch_of(post)
        named = branch.name if branch else post.library.name
        return gettext(HOURS) % {"branch": named, "hours": _hours_of(branch) or gettext(NO_HOURS)}


def _branch_of(post: Post) -> Branch | None:
    """The sender's house, if it has opening hours, else the first that has."""
    open_ones = Branch.objects.filter(library=post.library, opening_hours__isnull=False).distinct()
    return open_ones.filter(pk=post.sender.home_branch_id or 0).first() or open_ones.first()


def _hours_of(branch: Branch | None) -> str:
    """A line for each run of days that are open at the same hours, in the language that is active."""
    if branch is None:
        return ""
    rows = OpeningHours.objects.filter(branch=branch)
    by_day = {day: _spans(group) for day, group in groupby(rows, key=lambda row: row.weekday)}
    runs: list[list[int]] = []
    for day in sorted(by_day):
        if runs and runs[-1][-1] == day - 1 and by_day[day] == by_day[runs[-1][-1]]:
            runs[-1].append(day)
        else:
            runs.append([day])
    return "\n".join(f"{_days(run)}: {by_day[run[0]]}" for run in runs)


def _spans(rows: Iterable[OpeningHours]) -> str:
    times = [(formats.time_format(row.opens, "TIME_FORMAT"), formats.time_format(row.closes, "TIME_FORMAT")) for row in rows]
    return ", ".join(f"{opens}–{closes}" for opens, closes in times)


def _days(run: Sequence[int]) -> str:
    names = [str(WEEKDAYS[day]).capitalize() for day in (run[0], run[-1])]
    return names[0] if len(run) == 1 else f"{names[0]}–{names[1]}"
