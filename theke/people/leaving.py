"""Leaving the library: all rights go in one step, the history stays (B15)."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext_noop

from theke.people.models import HistoryEntry, Person

LEFT = gettext_noop("left the library")


@transaction.atomic
def leave(person: Person, *, by: Person, now: datetime, **left: Any) -> None:
    """Take every right away. The lost password ends all open sessions; nobody is stood in for by someone who left.

    What the person owned in packages above is handed back by `desk.departing`; `left` says for the history what it was.
    """
    person.left_at, person.is_active, person.mail = now, False, Person.Mail.NONE
    person.set_unusable_password()
    person.save(update_fields=["left_at", "is_active", "mail", "password"])
    person.invitations.filter(used_at=None).update(used_at=now)
    person.stands_in_for.filter(ends__gte=now.date()).update(stand_in=None, left_stand_in=person)
    EmailAddress.objects.filter(user=person).delete()
    if person.library:
        HistoryEntry.write(LEFT, person, by=by, library=person.library, **left)
