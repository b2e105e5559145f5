"""Finding a companion for somebody new, with word to whom it concerns; and asking for the end of the introduction."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.notices.models import Notice
from theke.notices.telling import tell
from theke.people import accompanying
from theke.people.access import may
from theke.people.models import Companionship, Person

ASKED = gettext_noop("%(person)s asks you to go along in the first week, as companion")
CHOSEN = gettext_noop("%(person)s is new, and you are their companion in the first week")
FOUND = gettext_noop("%(person)s is your companion in the first week")
NOT_NOW = gettext_noop("%(person)s cannot be your companion now. Please ask somebody else")
COMPLETE = gettext_noop("%(person)s has done everything of the first week and asks for the end of the introduction")


@transaction.atomic
def choose(newcomer: Person, companion: Person, *, by: Person) -> Companionship:
    """Choose or ask a companion, and tell those it concerns. Raises PermissionDenied like `accompanying.arrange`."""
    no_longer_waits(newcomer)
    made = accompanying.arrange(newcomer, companion, by=by)
    if made.agreed_at is None:
        _tell(companion, ASKED, newcomer, newcomer)
        return made
    if companion != by:
        _tell(companion, CHOSEN, newcomer, newcomer)
    _tell(newcomer, FOUND, companion, newcomer)
    return made


@transaction.atomic
def answer(newcomer: Person, *, by: Person, yes: bool) -> bool:
    """Say yes or no to having been asked, and tell the newcomer; False where nobody asks this person."""
    done = accompanying.agree(newcomer, by=by) if yes else accompanying.decline(newcomer, by=by)
    if done:
        no_longer_waits(newcomer)
        _tell(newcomer, FOUND if yes else NOT_NOW, by, newcomer)
    return done


@transaction.atomic
def part(newcomer: Person, *, by: Person) -> None:
    """Let there be no companion; what told of one is read. Raises PermissionDenied like `accompanying.part`."""
    accompanying.part(newcomer, by=by)
    no_longer_waits(newcomer)


def no_longer_waits(newcomer: Person) -> None:
    """Nothing that told of a companion waits to be read any more."""
    Notice.objects.filter(key=f"companion:{newcomer.pk}", read_at=None).update(read_at=timezone.now())


def introducers_of(newcomer: Person) -> list[Person]:
    """Who is asked to end the introduction: the companion and whoever chose them; else the editorial group, their branch first."""
    pair = accompanying.companionship_of(newcomer)
    close = {one.pk: one for one in (pair.companion, pair.by) if one} if pair else {}
    able = [one for one in close.values() if one.pk != newcomer.pk and may(one, "introduce", newcomer)]
    if able:
        return able
    group = list(Person.objects.visible_to(newcomer).active().editors().exclude(pk=newcomer.pk))
    return [one for one in group if one.home_branch_id and one.home_branch_id == newcomer.home_branch_id] or group


def ask_for_the_end(newcomer: Person) -> list[Person]:
    """Ask those who introduce, each once until they have read it."""
    asked = introducers_of(newcomer)
    for person in asked:
        _tell(person, COMPLETE, newcomer, newcomer, about="complete")
    return asked


def _tell(whom: Person, words: str, who: Person, newcomer: Person, about: str = "companion") -> None:
    path = reverse("desk:first_week", args=[newcomer.pk])
    tell(whom, words, path, params={"person": who.name}, key=f"{about}:{newcomer.pk}")
