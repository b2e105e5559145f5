"""Who among the colleagues knows about what is asked (A07)."""

import re

from theke.inbox.models import Conversation
from theke.people.models import Person

WORD = re.compile(r"\w+")
MOST = 3


def knowing(conversation: Conversation, asking: Person) -> list[tuple[Person, str]]:
    """Colleagues whose subject area or whose language the last message names, with that area; the one who asks is left out."""
    last = conversation.messages.order_by("-at", "-pk").values_list("text", flat=True).first() or ""
    words = {word.lower() for word in WORD.findall(last)}
    colleagues = Person.objects.visible_to(asking).active().exclude(pk=asking.pk).exclude(subject_areas=[])
    found = ((person, _fitting(person.subject_areas, words)) for person in colleagues)
    return [(person, area) for person, area in found if area][:MOST]


def _fitting(areas: list[str], words: set[str]) -> str:
    """The first area all of whose words begin a word of the message, so that “Comic” finds “Comics”."""
    for area in areas:
        parts = [part.lower() for part in WORD.findall(area)]
        if parts and all(any(word.startswith(part) or part == word + "s" for word in words) for part in parts):
            return area
    return ""
