"""The first steps of a new library: from empty to the first published post in at most ten (A01)."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from theke.channels.models import Channel
from theke.people.access import may
from theke.people.models import Person
from theke.publishing.models import Delivery, State


@dataclass(frozen=True)
class Step:
    """One thing to do once."""

    words: str
    url: str
    done: bool


def first_steps(person: Person) -> list[Step]:
    """What a new library still has to do, for those who may; empty once something was published."""
    library = person.library
    if library is None or not may(person, "connect_channels"):
        return []
    if Delivery.objects.visible_to(person).filter(state=State.SENT).exists():
        return []
    return [
        Step(_("Enter branches"), reverse("people:branches"), library.branches.exists()),
        Step(_("Connect a channel"), reverse("channels:connect"), Channel.objects.visible_to(person).connected().exists()),
        Step(_("Invite colleagues"), reverse("people:new_colleague"), library.people.exclude(pk=person.pk).exists()),
        Step(_("Write the first post"), reverse("posts:new"), False),
    ]
