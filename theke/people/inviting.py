"""Inviting colleagues by e-mail. Only the hash of a link's token is kept."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from theke.jobs.sources import Source
from theke.people.models import HistoryEntry, Invitation, Person

LEASE = timedelta(minutes=5)
"""Longer than the mail server may take."""
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 360))
"""Between tries of an ordered mail; the last one again and again."""
INVITED = gettext_noop("invited")
JOINED = gettext_noop("joined by invitation")


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(person: Person, *, by: Person) -> str:
    """Make an invitation, close earlier ones, and give the link. The link is shown nowhere again; mail it with `send`."""
    token = secrets.token_urlsafe(32)
    person.invitations.filter(used_at=None).update(used_at=timezone.now())
    Invitation.objects.create(person=person, by=by, token=_hashed(token))
    if by.library:
        HistoryEntry.write(INVITED, person, by=by, library=by.library)
    return settings.URL + reverse("people:invitation", args=[token])


@transaction.atomic
def order(person: Person, *, by: Person) -> Invitation:
    """Have the worker mail an invitation: for many at once, where nobody can wait for the mail server."""
    if by.library:
        HistoryEntry.write(INVITED, person, by=by, library=by.library)
    # No link leads to it yet: its token is made when the mail is written.
    return Invitation.objects.create(
        person=person, by=by, token=_hashed(secrets.token_urlsafe(32)), mail_again_at=timezone.now()
    )


def due(most: int, now: datetime | None = None) -> list[int]:
    """The ordered invitations that may be mailed now, oldest first."""
    ready = Invitation.objects.to_mail().filter(mail_again_at__lte=now or timezone.now())
    return list(ready.order_by("pk").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next one becomes due."""
    return Invitation.objects.to_mail().order_by("mail_again_at").values_list("mail_again_at", flat=True).first()


def run(key: int, now: datetime | None = None) -> bool:
    """Mail one ordered invitation with a fresh link; whether it went out. A link that was mailed before stops working."""
    now = now or timezone.now()
    token = secrets.token_urlsafe(32)
    mine = Invitation.objects.to_mail().filter(pk=key, mail_again_at__lte=now)
    if not mine.update(mail_again_at=now + LEASE, mail_tries=F("mail_tries") + 1, token=_hashed(token)):
        return False
    found = Invitation.objects.select_related("person__library", "by").get(pk=key)
    link = settings.URL + reverse("people:invitation", args=[token])
    sent = found.by is not None and send(found.person, link, by=found.by)
    again = None if sent else now + WAITS[min(found.mail_tries, len(WAITS)) - 1]
    Invitation.objects.filter(pk=key).update(mail_again_at=again, at=now)
    return sent


def can_mail() -> bool:
    """Whether this installation has a mail server."""
    return not settings.EMAIL_BACKEND.endswith("console.EmailBackend")


def send(person: Person, link: str, *, by: Person) -> bool:
    """Mail the link in the person's language; False when there is no mail server or it did not take the mail."""
    with translation.override(person.language):
        context = {"person": person, "by": by, "link": link, "library": person.library}
        text = render_to_string("people/mail/invitation.txt", context)
        subject = _("%(library)s invites you to Theke") % {"library": person.library}
    try:
        return can_mail() and send_mail(subject, text, None, [person.email]) > 0
    except OSError:  # smtplib's errors are OSErrors too; the page shows the link instead
        return False


def invitation_behind(token: str) -> Invitation | None:
    """The open invitation of a link, None when it is unknown, used or too old."""
    found = Invitation.objects.filter(token=_hashed(token)).select_related("person__library", "by").first()
    return found if found and found.open else None


@transaction.atomic
def accept(invitation: Invitation, password: str) -> Person:
    """Set the password and use the invitation up."""
    person = invitation.person
    person.set_password(password)
    person.save(update_fields=["password"])
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    if person.library:
        HistoryEntry.write(JOINED, person, by=person, library=person.library)
    return person


SOURCE = Source("invitations", due=due, next_at=next_at, run=run, lanes=1)
