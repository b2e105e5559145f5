"""A companion for somebody new: chosen by whoever introduces, or asked by the newcomer and agreed."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.people.access import may
from theke.people.introducing import is_new
from theke.people.models import Companionship, HistoryEntry, Person

COMPANION = gettext_noop("has a companion for the first week")


def candidates(newcomer: Person) -> QuerySet[Person]:
    """Colleagues who know the work: introduced themselves, or of the editorial group."""
    here = Person.objects.visible_to(newcomer).active().exclude(pk=newcomer.pk)
    found: QuerySet[Person] = here.exclude(introduction=None) | here.editors()
    return found.distinct().select_related("home_branch").order_by("name")


def companionship_of(newcomer: Person) -> Companionship | None:
    """Who goes along with somebody, agreed or asked; None where there is nobody, or who did has left."""
    return (
        Companionship.objects.filter(newcomer=newcomer, companion__left_at=None)
        .select_related("companion__home_branch", "by")
        .first()
    )


def companion_of(newcomer: Person) -> Person | None:
    """The companion of somebody who is still new; None where there is none who has agreed and is here."""
    agreed = Companionship.objects.under_way().filter(newcomer=newcomer, agreed_at__isnull=False, companion__left_at=None)
    found = agreed.select_related("companion").first()
    return found.companion if found else None


def may_arrange(person: Person, newcomer: Person) -> bool:
    """Whether the person chooses the companion of somebody new: for oneself, or as one who introduces."""
    return is_new(newcomer) and (person.pk == newcomer.pk or may(person, "introduce", newcomer))


@transaction.atomic
def arrange(newcomer: Person, companion: Person, *, by: Person, now: datetime | None = None) -> Companionship:
    """Choose a companion, or ask somebody where the newcomer chooses. Raises PermissionDenied for who may not, and for strangers."""
    if not may_arrange(by, newcomer) or not candidates(newcomer).filter(pk=companion.pk).exists():
        raise PermissionDenied
    now = now or timezone.now()
    agreed = None if by.pk == newcomer.pk else now
    given = {"companion": companion, "by": by, "at": now, "agreed_at": agreed}
    made, _fresh = Companionship.objects.update_or_create(newcomer=newcomer, defaults=given)
    if agreed:
        _write_history(made, by)
    return made


@transaction.atomic
def agree(newcomer: Person, *, by: Person, now: datetime | None = None) -> bool:
    """Say yes to having been asked; False where nobody asks this person."""
    asked = Companionship.objects.filter(newcomer=newcomer, companion=by, agreed_at=None)
    agreed = asked.update(agreed_at=now or timezone.now()) > 0
    if agreed:
        _write_history(Companionship.objects.get(newcomer=newcomer), by)
    return agreed


def decline(newcomer: Person, *, by: Person) -> bool:
    """Say no, or give it back; False where the person is not the companion."""
    gone, _kinds = Companionship.objects.filter(newcomer=newcomer, companion=by).delete()
    return bool(gone)


@transaction.atomic
def part(newcomer: Person, *, by: Person) -> bool:
    """Let there be no companion. Raises PermissionDenied like `arrange`."""
    if not may_arrange(by, newcomer):
        raise PermissionDenied
    gone, _kinds = Companionship.objects.filter(newcomer=newcomer).delete()
    return bool(gone)


def _write_history(made: Companionship, by: Person) -> None:
    if made.newcomer.library:
        HistoryEntry.write(COMPANION, made.newcomer, by=by, library=made.newcomer.library, companion=made.companion.name)
