"""The tiles of the settings page: what this person may look at or change."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from theke.desk.places import place
from theke.people.access import may
from theke.people.models import Person


@dataclass(frozen=True)
class Tile:
    """A way to a page."""

    title: str
    words: str
    icon: str
    url: str


def tiles_for(person: Person) -> list[Tile]:
    """The tiles, those of every day first."""
    library = person.library
    slug = library.slug if library else ""
    wanted = [
        ("look", _("Notices"), _("What you should know"), "bell", place("notices:list")),
        ("own_profile", _("Your profile"), _("Name, language, colours, mail"), "user", place("people:profile")),
        ("own_profile", _("Absences"), _("Who is away and who stands in"), "calendar-off", place("people:absences")),
        ("look", _("Channels"), _("Accounts of the library, their state"), "radio-tower", place("channels:list")),
        ("look", _("Practice"), _("Learn and try without an audience"), "graduation-cap", place("practice:timeline")),
        ("look", _("Guideline"), _("The rules the checks follow"), "book-open", place("guidelines:points")),
        ("look", _("Public pages"), _("What the public sees of your website channel"), "globe", place("wall:library", slug)),
        ("write", _("Bin"), _("Drafts thrown away, for thirty days"), "trash-2", place("posts:bin")),
        ("look", _("Colleagues"), _("Who works here, who knows what"), "users", place("people:colleagues")),
        ("look", _("Branches"), _("Shelf codes and opening hours"), "building-2", place("people:branches")),
        ("manage_library", _("Library"), _("Name, languages, time zone, imprint"), "library", place("people:library")),
        ("look", _("History"), _("Who did what"), "history", place("people:history")),
        ("see_health", _("Health"), _("Whether everything works"), "heart-pulse", place("desk:health")),
    ]
    return [Tile(title, words, icon, url) for ability, title, words, icon, url in wanted if url and may(person, ability)]
