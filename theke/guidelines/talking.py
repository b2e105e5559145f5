"""Colleagues talk about the open questions: everybody of the library may, whatever has been answered (B28)."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.guidelines.models import Voice
from theke.guidelines.policies import latest
from theke.notices.telling import tell
from theke.people.models import Library, Person

SAID = gettext_noop("%(person)s has said something to an open question")


@transaction.atomic
def say(library: Library, question: str, text: str, *, by: Person, now: datetime | None = None) -> Voice:
    """Say something to a question. Whoever has spoken before, and whoever has answered it, is told once until they read it."""
    listening = _listening(library, question, by)
    made = Voice.objects.create(library=library, question=question, text=text, by=by, by_name=by.name, at=now or timezone.now())
    path = f"{reverse('guidelines:question', args=[question])}#voice-{made.pk}"
    for person in listening:
        tell(person, SAID, path, params={"person": by.name}, excerpt=text, key=f"question:{question}")
    return made


def _listening(library: Library, question: str, but: Person) -> list[Person]:
    spoken = set(Voice.objects.filter(library=library, question=question).values_list("by", flat=True))
    answered = latest(library).get(question)
    keys = spoken | {answered.by_id if answered else None}
    return list(Person.objects.active().filter(library=library, pk__in=keys - {None}).exclude(pk=but.pk))


def take_back(voice: Voice, *, by: Person) -> None:
    """Take one's own words back. Raises PermissionDenied for a colleague's."""
    if voice.by_id != by.pk:
        raise PermissionDenied
    voice.delete()
