"""Who stands in for whom on a day."""

from datetime import date

from theke.people.models import Absence, Person


def is_away(person: Person, day: date) -> bool:
    """Whether the person has left, or is absent on this day of the library."""
    return person.left_at is not None or Absence.objects.on(day).filter(person=person).exists()


def standing_in_for(person: Person, day: date) -> Person | None:
    """Who acts for the person on this day: they themselves, or the nearest stand-in who is there; None if nobody is.

    Follows chains of stand-ins and ends at the first person met twice.
    """
    seen: set[int] = set()
    current: Person | None = person
    while current is not None and current.pk not in seen:
        seen.add(current.pk)
        if not is_away(current, day):
            return current
        absence = Absence.objects.on(day).filter(person=current).select_related("stand_in").first()
        current = absence.stand_in if absence else None
    return None
