"""Fills the places of a saved reply in, for one conversation."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from theke.inbox.models import Conversation, SavedReply
from theke.people.models import Branch, Person
from theke.people.opening import in_words

PLACE = re.compile(r"\{(\w+)\}")


def branch_of(conversation: Conversation, person: Person) -> Branch | None:
    """The branch that speaks: the channel's, else the one of the person."""
    return conversation.channel.branch or person.home_branch


@dataclass(frozen=True)
class Filling:
    """For whom a text is filled in, and by whom."""

    conversation: Conversation
    person: Person
    lang: str

    @property
    def branch(self) -> Branch | None:
        """The branch that speaks."""
        return branch_of(self.conversation, self.person)


def _name(filling: Filling) -> str:
    return str(filling.conversation.with_contact or "")


def _me(filling: Filling) -> str:
    return filling.person.name


def _library(filling: Filling) -> str:
    return filling.conversation.library.name


def _branch(filling: Filling) -> str:
    return branch_name(filling.conversation, filling.person)


def branch_name(conversation: Conversation, person: Person) -> str:
    """The branch that speaks; the library, where there is none."""
    branch = branch_of(conversation, person)
    return branch.name if branch else conversation.library.name


def _hours(filling: Filling) -> str:
    return in_words(filling.branch, filling.lang) if filling.branch else ""


PLACES: dict[str, Callable[[Filling], str]] = {
    "name": _name,
    "me": _me,
    "branch": _branch,
    "library": _library,
    "opening_hours": _hours,
}
"""The places that a saved reply may have."""
WORDS = {
    "name": _("whoever is answered"),
    "me": _("your name"),
    "branch": _("the branch"),
    "library": _("the library"),
    "opening_hours": _("its opening hours"),
}
"""What they say of themselves."""


def unknown_places(text: str) -> list[str]:
    """Places in the text that nothing fills in."""
    return sorted({place for place in PLACE.findall(text) if place not in PLACES})


def filled(reply: SavedReply, conversation: Conversation, person: Person) -> str:
    """The text with its places filled in, in the language of the reply."""
    filling = Filling(conversation, person, reply.lang)
    return PLACE.sub(lambda hit: PLACES[hit[1]](filling) if hit[1] in PLACES else hit[0], reply.text)
