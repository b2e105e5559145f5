"""Inviting colleagues by e-mail. Only the hash of a link's token is kept."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from theke.people.models import HistoryEntry, Invitation, Person

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
