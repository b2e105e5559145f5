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


@dataclass(frozen=True)
class Group:
    """Tiles that belong together. Of what `only_phone` holds, each page of the desk has its own link where there is room."""

    title: str
    tiles: list[Tile]
    only_phone: bool = False


Offer = tuple[str, str, str, str, str]
"""The ability it asks for, title, words, icon, address."""


def groups_for(person: Person, library: Library) -> list[Group]:
    """What the person may open, those of every day first."""
    wanted = [
        (_("To work with"), _of_every_day(), True),
        (_("For you"), [*_of_the_beginning(person), *_of_oneself()], False),
        (_("For writing"), _of_writing(), False),
        (_("Our library"), _of_the_house(library), False),
        (_("To keep an eye on"), _of_watching(), False),
    ]
    groups = [Group(title, _open_to(person, offers), only_phone) for title, offers, only_phone in wanted]
    return [group for group in groups if group.tiles]


def _open_to(person: Person, offers: list[Offer]) -> list[Tile]:
    return [Tile(title, words, icon, url) for ability, title, words, icon, url in offers if may(person, ability)]


def _of_every_day() -> list[Offer]:
    return [
        ("look", _("Posts"), _("Drafts, planned, published"), "newspaper", reverse("publishing:list")),
        ("look", _("Pictures"), _("With description, credit and consent"), "image", reverse("media:library")),
        ("look", _("Channels"), _("Accounts of the library, their state"), "radio-tower", reverse("channels:list")),
        ("look", _("Guideline"), _("The rules the checks follow"), "book-open", reverse("guidelines:points")),
        ("look", _("Practice"), _("Learn and try without an audience"), "graduation-cap", reverse("practice:timeline")),
        ("look", _("Notices"), _("What you should know"), "bell", reverse("notices:list")),
    ]


def _of_the_beginning(person: Person) -> list[Offer]:
    """For whoever is new."""
    if hasattr(person, "introduction"):
        return []
    return [("look", _("Your first week"), _("Steps, companion, practice"), "sprout", reverse("desk:own_first_week"))]


def _of_oneself() -> list[Offer]:
    return [
        ("own_profile", _("Your profile"), _("Name, language, colours, mail"), "user", reverse("people:profile")),
        ("own_profile", _("Absences"), _("Who is away and who stands in"), "calendar-off", reverse("people:absences")),
        ("own_profile", _("Your training record"), _("Read, tried, attended"), "graduation-cap", reverse("desk:own_record")),
        ("look", _("Calendar feed"), _("The plan in your own calendar program"), "rss", reverse("calendar:feed_key")),
    ]


def _of_writing() -> list[Offer]:
    words = _("Topics, hashtags and partners that the composer offers")
    return [
        ("look", _("Slots"), _("Places in the calendar that come back"), "repeat", reverse("calendar:slots")),
        ("look", _("Templates"), _("How recurring posts begin"), "file-text", reverse("posts:starters")),
        ("look", _("Saved replies"), _("What you are asked most often"), "notebook-text", reverse("inbox:replies")),
        ("manage_words", _("Words we use"), words, "tags", reverse("posts:words")),
        ("write", _("Bin"), _("Drafts thrown away, for thirty days"), "trash-2", reverse("posts:bin")),
    ]


def _of_the_house(library: Library) -> list[Offer]:
    pages = reverse("wall:library", args=[library.slug])
    statement = _("The public statement, its limits and contacts")
    ours = _("Domains, telephones, words and cards that the checks know")
    return [
        ("manage_library", _("Library"), _("Name, languages, time zone, imprint"), "library", reverse("people:library")),
        ("manage_library", _("Look"), _("Colour, coat of arms or logo, form of address"), "palette", reverse("desk:look")),
        ("look", _("Branches"), _("Shelf codes and opening hours"), "building-2", reverse("people:branches")),
        ("look", _("Closing days"), _("Holidays and other days without opening"), "calendar-x-2", reverse("people:closings")),
        ("look", _("Colleagues"), _("Who works here, who knows what"), "users", reverse("people:colleagues")),
        ("see_confirmations", _("Training"), _("How many have been introduced"), "graduation-cap", reverse("desk:records")),
        ("look", _("Introduction sheet"), _("What we do, which channels, the guideline"), "file-text", reverse("desk:sheet")),
        ("look", _("Public pages"), _("What the public sees of your website channel"), "globe", pages),
        ("manage_library", _("Accessibility"), statement, "accessibility", reverse("people:statement")),
        ("manage_guideline", _("What is ours"), ours, "shield-check", reverse("guidelines:ours")),
    ]


def _of_watching() -> list[Offer]:
    crisis = _("The switch for a crisis: all that is planned waits")
    return [
        ("pause", _("Pause everything"), crisis, "circle-pause", reverse("publishing:pause")),
        ("look", _("History"), _("Who did what"), "history", reverse("people:history")),
        ("see_health", _("Health"), _("Whether everything works"), "heart-pulse", reverse("desk:health")),
    ]
