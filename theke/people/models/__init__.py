"""Libraries, branches, persons, absences, opening hours and the history."""

from theke.people.models.absence import Absence
from theke.people.models.history import HistoryEntry
from theke.people.models.learning import Companionship, Training
from theke.people.models.library import Branch, Closing, Library, OpeningHours
from theke.people.models.person import Introduction, Invitation, Person, Role

__all__ = [
    "Absence",
    "Branch",
    "Closing",
    "Companionship",
    "HistoryEntry",
    "Introduction",
    "Invitation",
    "Library",
    "OpeningHours",
    "Person",
    "Role",
    "Training",
]
