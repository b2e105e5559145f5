"""The tiles of the settings page: what this person may look at or change."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from theke.people.access import may
from theke.people.models import Library, Person


@dataclass(frozen=True)
class Tile:
    """A way to a page."""

    title: str
    words: str
    icon: str
    url: str


Offer = tuple[str, str, str, str, str]
"""The ability it asks for, title, words, icon, address."""


def tiles_for(person: Person, library: Library) -> list[Tile]:
    """The tiles, those of every day first."""
    wanted = [*_of_the_beginning(person), *_of_every_day(library), *_of_the_house()]
    return [Tile(title, words, icon, url) for ability, title, words, icon, url in wanted if may(person, ability)]


def _of_the_beginning(person: Person) -> list[Offer]:
    """For whoever is new."""
    if hasattr(person, "introduction"):
        return []
    return [("look", _("Your first week"), _("Steps, companion, practice"), "sprout", reverse("desk:own_first_week"))]


def _of_every_day(library: Library) -> list[Offer]:
    pages = reverse("wall:library", args=[library.slug])
    return [
        ("look", _("Posts"), _("Drafts, planned, published"), "newspaper", reverse("publishing:list")),
        ("look", _("Notices"), _("What you should know"), "bell", reverse("notices:list")),
        ("own_profile", _("Your profile"), _("Name, language, colours, mail"), "user", reverse("people:profile")),
        ("own_profile", _("Absences"), _("Who is away and who stands in"), "calendar-off", reverse("people:absences")),
        ("own_profile", _("Your training record"), _("Read, tried, attended"), "graduation-cap", reverse("desk:own_record")),
        ("look", _("Channels"), _("Accounts of the library, their state"), "radio-tower", reverse("channels:list")),
        ("look", _("Practice"), _("Learn and try without an audience"), "graduation-cap", reverse("practice:timeline")),
        ("look", _("Guideline"), _("The rules the checks follow"), "book-open", reverse("guidelines:points")),
        ("look", _("Public pages"), _("What the public sees of your website channel"), "globe", pages),
        (
            "manage_words",
            _("Words we use"),
            _("Topics, hashtags and partners that the composer offers"),
            "tags",
            reverse("posts:words"),
        ),
        ("look", _("Slots"), _("Places in the calendar that come back"), "repeat", reverse("calendar:slots")),
        ("look", _("Calendar feed"), _("The plan in your own calendar program"), "rss", reverse("calendar:feed_key")),
        ("write", _("Bin"), _("Drafts thrown away, for thirty days"), "trash-2", reverse("posts:bin")),
    ]


def _of_the_house() -> list[Offer]:
    return [
        ("look", _("Colleagues"), _("Who works here, who knows what"), "users", reverse("people:colleagues")),
        ("see_confirmations", _("Training"), _("How many have been introduced"), "graduation-cap", reverse("desk:records")),
        ("look", _("Introduction sheet"), _("What we do, which channels, the guideline"), "file-text", reverse("desk:sheet")),
        ("look", _("Branches"), _("Shelf codes and opening hours"), "building-2", reverse("people:branches")),
        ("look", _("Closing days"), _("Holidays and other days without opening"), "calendar-x-2", reverse("people:closings")),
        *_of_those_who_manage(),
        ("look", _("History"), _("Who did what"), "history", reverse("people:history")),
        ("see_health", _("Health"), _("Whether everything works"), "heart-pulse", reverse("desk:health")),
    ]


def _of_those_who_manage() -> list[Offer]:
    return [
        ("manage_library", _("Look"), _("Colour, coat of arms or logo, form of address"), "palette", reverse("desk:look")),
        (
            "manage_library",
            _("Accessibility"),
            _("The public statement, its limits and contacts"),
            "accessibility",
            reverse("people:statement"),
        ),
        ("manage_library", _("Library"), _("Name, languages, time zone, imprint"), "library", reverse("people:library")),
        (
            "manage_guideline",
            _("What is ours"),
            _("Domains, telephones, words and cards that the checks know"),
            "shield-check",
            reverse("guidelines:ours"),
        ),
        (
            "pause",
            _("Pause everything"),
            _("The switch for a crisis: all that is planned waits"),
            "circle-pause",
            reverse("publishing:pause"),
        ),
    ]
