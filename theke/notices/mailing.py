"""Notices by e-mail: plain text in the reader's language, tried again until the mail server has taken them.

A notice becomes due when it is written. Whoever takes it up looks then whether its reader may be mailed now, and else puts it off:
so a changed profile, an absence or a holiday counts until the last moment.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import ngettext

from theke.jobs.sources import Source
from theke.notices.models import Notice
from theke.notices.sorting import by_subject
from theke.notices.timing import mail_at
from theke.notices.words import in_words
from theke.people.models import Person

LEASE = timedelta(minutes=5)
"""Longer than the mail server may take; whoever dies on the way is followed by another after it."""
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 360))
"""Between tries; the last one again and again."""
MOST = 40
"""Lines in one mail; the rest is a number and stands in the desk."""


def due(most: int, now: datetime | None = None) -> list[int]:
    """The notices that may be looked at now, oldest first."""
    ready = Notice.objects.to_mail().filter(mail_again_at__lte=now or timezone.now())
    return list(ready.order_by("at").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next one becomes due."""
    return Notice.objects.to_mail().order_by("mail_again_at").values_list("mail_again_at", flat=True).first()


def run(key: int, now: datetime | None = None) -> bool:
    """Mail a notice, and with it all that its reader should get by now; whether a mail went out.

    A crash after the server took it may repeat it, never lose it.
    """
    now = now or timezone.now()
    notice = Notice.objects.to_mail().filter(pk=key, mail_again_at__lte=now).select_related("person__library").first()
    if notice is None:
        return False
    person = notice.person
    if person.left_at or person.mail == Person.Mail.NONE:
        Notice.objects.filter(pk=key).update(mail=False)
        return False
    moment = mail_at(person, notice.at, _last_mail(person), now)
    if moment > now:
        Notice.objects.filter(pk=key).update(mail_again_at=moment)
        return False
    return _mail(person, key, now)


def _last_mail(person: Person) -> datetime | None:
    sent = Notice.objects.filter(person=person, mailed_at__isnull=False).order_by("-mailed_at")
    return sent.values_list("mailed_at", flat=True).first()


def _mail(person: Person, key: int, now: datetime) -> bool:
    """Claim what is due for the person and send it in one mail: what waited for the morning does not come as a flood."""
    lease = now + LEASE
    waiting = Notice.objects.to_mail().filter(person=person, mail_again_at__lte=now)
    waiting.update(mail_again_at=lease, mail_tries=F("mail_tries") + 1)
    mine = list(Notice.objects.to_mail().filter(person=person, mail_again_at=lease).order_by("at", "pk"))
    if key not in {notice.pk for notice in mine}:
        return False
    for notice in mine:
        notice.person = person
    return _sent(mine, now)


def _sent(mine: list[Notice], now: datetime) -> bool:
    rows = Notice.objects.filter(pk__in=[notice.pk for notice in mine])
    try:
        (letter(mine[0]) if len(mine) == 1 and mine[0].person.mail == Person.Mail.NOW else digest(mine)).send()
    except OSError:  # smtplib's errors are OSErrors: the server is away, or refused for now
        wait = WAITS[min(max(notice.mail_tries for notice in mine), len(WAITS)) - 1]
        rows.update(mail_again_at=now + wait, mail_failed_at=now)
        return False
    rows.update(mailed_at=now)
    return True


def _link(notice: Notice) -> str:
    return settings.URL + reverse("notices:notice", args=[notice.pk])


def letter(notice: Notice) -> EmailMessage:
    """One notice as a mail. Its link leads to the desk; whoever follows it signs in there."""
    with translation.override(notice.person.language):
        words = in_words(notice)
        text = render_to_string("notices/mail.txt", {"notice": notice, "words": words, "link": _link(notice), **_frame(notice)})
    return EmailMessage(" ".join(words.split())[:150], text, None, [notice.person.email])


def digest(mine: list[Notice]) -> EmailMessage:
    """Several notices of one person in one mail, sorted by what they are about."""
    person = mine[0].person
    with translation.override(person.language):
        shown = [(notice, in_words(notice), _link(notice), _one_line(notice.excerpt)) for notice in mine[:MOST]]
        groups = by_subject(shown, lambda row: row[0].path)
        subject = ngettext("%(n)d notice from Theke", "%(n)d notices from Theke", len(mine)) % {"n": len(mine)}
        older = Notice.objects.unread_by(person).filter(mailed_at__isnull=False).count()
        context = {"groups": groups, "more": len(mine) - len(shown), "older": older, **_frame(mine[0])}
        text = render_to_string("notices/digest.txt", context)
    return EmailMessage(subject, text, None, [person.email])


def _one_line(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(140)


def _frame(notice: Notice) -> dict[str, object]:
    """What stands around each mail."""
    return {
        "library": notice.person.library,
        "list_link": settings.URL + reverse("notices:list"),
        "profile_link": settings.URL + reverse("people:profile"),
    }


SOURCE = Source("mail", due=due, next_at=next_at, run=run, lanes=2)
