"""What the frame of every desk page shows: where one can go, and what waits there."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db.models import Count, Exists, QuerySet, Subquery, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from theke.guidelines.models import Edition, PolicyAnswer
from theke.inbox.models import Conversation
from theke.notices.models import Notice
from theke.people.access import may
from theke.people.models import Companionship, Library, Person
from theke.people.views.absences import within_reach
from theke.publishing.models import Urgent
from theke.publishing.pausing import held_for

THEME_COOKIE = "theke_theme"
THEMES = {"light", "dark"}
WAITS = "theke_waits"


@dataclass
class Entry:
    """One place to go. `count` is what waits there, said as `count_words`."""

    label: str
    url: str
    icon: str
    short: str = ""
    count: int = 0
    count_words: str = ""
    current: bool = False
    main_act: bool = False
    key: str = ""
    """The keys that lead there."""


@dataclass
class Navigation:
    """The rail, its foot, and the bar of the phone."""

    library: str
    home: str
    look: str = ""
    emblem: str = ""
    paused: str = ""
    """Why all that is planned waits; empty as a rule."""
    statement: str = ""
    """Where the library says how accessible its pages are."""
    main: list[Entry] = field(default_factory=list)
    foot: list[Entry] = field(default_factory=list)
    bar: list[Entry] = field(default_factory=list)


KEYS = {
    "today": "g t",
    "posts:new": "n",
    "calendar:week": "g c",
    "publishing:list": "g p",
    "media:library": "g m",
    "inbox:list": "g i",
    "channels:list": "g k",
    "guidelines:points": "g l",
    "practice:timeline": "g u",
    "notices:list": "g n",
    "desk:settings": "g e",
    "people:profile": "g o",
}


BELOW = {
    "/deliveries/": "/posts/",
    "/consents/": "/media/",
    "/first-week/": "/settings/",
    "/training/": "/settings/",
    "/colleagues/": "/settings/",
    "/branches/": "/settings/",
    "/closings/": "/settings/",
    "/absences/": "/settings/",
    "/library/": "/settings/",
    "/history/": "/settings/",
    "/health/": "/settings/",
    "/sheet/": "/settings/",
    "/pause/": "/settings/",
}
"""What has no place of its own in the rail, and the place from which one goes there."""


def _entries(*wanted: tuple[str, str, str]) -> dict[str, Entry]:
    return {name: Entry(label, reverse(name), icon, short=label, key=KEYS.get(name, "")) for label, name, icon in wanted}


def _mark_current(entries: list[Entry], path: str) -> None:
    path = next((above for below, above in BELOW.items() if path.startswith(below)), path)
    fitting = [e for e in entries if e.url == path or (e.url != "/" and path.startswith(e.url))]
    if fitting:
        max(fitting, key=lambda e: len(e.url)).current = True


def _count(entry: Entry, number: int, words: str) -> None:
    entry.count, entry.count_words = number, words


@dataclass(frozen=True)
class Counts:
    """How much waits for a person, as the frame says it."""

    conversations: int
    notices: int


@dataclass(frozen=True)
class Waits(Counts):
    """The same, and what Today says besides."""

    bereft: bool
    unconfirmed: bool = False
    """Whether something of the guideline is in force that the person has not confirmed."""
    asked_again: bool = False
    """Whether the day has come to look at an answer to an open question again."""
    held: bool = False
    """Whether posts wait for the person's word, after a pause or over a picture."""
    accompanies: bool = False
    """Whether somebody new is in the person's care."""
    urgent: bool = False
    """Whether a post that went out urgently may have to be looked at; whose it is, Today finds out."""


def counts_of(request: HttpRequest, person: Person) -> Counts:
    """In one query, and in none where Today has asked for more already."""
    known = getattr(request, WAITS, None)
    return known if isinstance(known, Counts) else Counts(*_asked(person, *_counted(person)))


def waits_of(request: HttpRequest, person: Person) -> Waits:
    """All in one query, of which the frame of the same page takes its numbers."""
    found = Waits(*_asked(person, *_counted(person), *_told(person)))
    setattr(request, WAITS, found)
    return found


def _asked(person: Person, *wanted: Any) -> tuple[Any, ...]:
    conversations, notices, *others = Person.objects.filter(pk=person.pk).values_list(*wanted)[0]
    return (conversations or 0, notices or 0, *others)


def _counted(person: Person) -> tuple[Subquery, ...]:
    talks = Conversation.objects.visible_to(person).open().of(person).order_by()
    unread = Notice.objects.unread_by(person).order_by()
    return _number_of(talks), _number_of(unread)


def _told(person: Person) -> tuple[Exists, ...]:
    today = timezone.localdate()
    bereft = Exists(within_reach(person).bereft(today))
    unconfirmed = Exists(Edition.objects.unconfirmed_by(person, today))
    again = Exists(PolicyAnswer.objects.due(person.library_id or 0, today))
    held = Exists(held_for(person))
    accompanies = Exists(Companionship.objects.concerning(person))
    urgent = Exists(Urgent.objects.open())  # whose it is, Today finds out
    return bereft, unconfirmed, again, held, accompanies, urgent


def _number_of(rows: "QuerySet[Any]") -> Subquery:
    return Subquery(rows.annotate(every=Value(1)).values("every").annotate(number=Count("pk")).values("number"))


def _main(person: Person, waits: Counts) -> dict[str, Entry]:
    entries = _entries(
        (_("Today"), "today", "house"),
        (_("Write"), "posts:new", "square-pen"),
        (_("Calendar"), "calendar:week", "calendar-days"),
        (_("Posts"), "publishing:list", "newspaper"),
        (_("Pictures"), "media:library", "image"),
        (_("Inbox"), "inbox:list", "inbox"),
        (_("Channels"), "channels:list", "radio-tower"),
        (_("Guideline"), "guidelines:points", "book-open"),
        (_("Practice"), "practice:timeline", "graduation-cap"),
    )
    _count(entries["inbox:list"], waits.conversations, _("open conversations of yours"))
    return entries


def _foot(person: Person, waits: Counts) -> dict[str, Entry]:
    entries = _entries(
        (_("Notices"), "notices:list", "bell"),
        (_("Settings"), "desk:settings", "settings"),
        (person.name, "people:profile", "user"),
    )
    _count(entries["notices:list"], waits.notices, _("unread notices"))
    return entries


def _bar(main: dict[str, Entry], foot: dict[str, Entry]) -> list[Entry]:
    main["posts:new"].main_act = True
    shown = [main[name] for name in ("today", "calendar:week", "posts:new", "inbox:list")]
    elsewhere = any(entry.current for entry in (*main.values(), *foot.values()) if entry not in shown)
    last = Entry(_("More"), foot["desk:settings"].url, "menu", short=_("More"), current=elsewhere)
    _count(last, foot["notices:list"].count, _("unread notices"))
    return [*shown, last]


def navigation_of(request: HttpRequest) -> Navigation:
    """Where the person may go from here; nothing but home for someone signed out."""
    person = request.user
    if not isinstance(person, Person) or not may(person, "look"):
        return Navigation("Theke", "/")
    waits = counts_of(request, person)
    main, foot = _main(person, waits), _foot(person, waits)
    _mark_current([*main.values(), *foot.values()], request.path)
    found = Navigation("Theke", reverse("today"), main=[*main.values()], foot=[*foot.values()], bar=_bar(main, foot))
    if library := person.library:
        found.library, found.look, found.emblem = library.name, library.look_url, library.emblem_url
        found.paused = library.paused_why if library.paused_at else ""
        found.statement = reverse("wall:accessibility", args=[library.slug])
    return found


def house_of(request: HttpRequest) -> Library | None:
    """The library whose look the pages before sign-in wear: the one there is, none where there are several."""
    found = Library.objects.all()[:2]
    return found[0] if len(found) == 1 else None


def theme_of(request: HttpRequest) -> str:
    """The colours chosen: by the person, before sign-in by cookie; empty for those of the device."""
    person = getattr(request, "user", None)
    chosen = person.theme if isinstance(person, Person) else request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `nav` (a Navigation), `theme` and `house` (a Library or None), each made only where it is shown."""
    return {
        "nav": SimpleLazyObject(partial(navigation_of, request)),
        "theme": SimpleLazyObject(partial(theme_of, request)),
        "house": SimpleLazyObject(partial(house_of, request)),
    }
