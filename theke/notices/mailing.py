"""Notices by e-mail: plain text in the reader's language, tried again until the mail server has taken them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation

from theke.jobs.sources import Source
from theke.notices.models import Notice
from theke.notices.words import in_words
from theke.people.models import Person

LEASE = timedelta(minutes=5)
"""Longer than the mail server may take; whoever dies on the way is followed by another after it."""
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 360))
"""Between tries; the last one again and again."""


def due(most: int) -> list[int]:
    """The notices that may be mailed now, oldest first."""
    now = timezone.now()
    return list(Notice.objects.to_mail().filter(mail_again_at__lte=now).order_by("at").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next one becomes due."""
    return Notice.objects.to_mail().order_by("mail_again_at").values_list("mail_again_at", flat=True).first()


def run(key: int) -> bool:
    """Mail one notice, once; whether it went out. A crash after the server took it may repeat it, never lose it."""
    now = timezone.now()
    mine = Notice.objects.to_mail().filter(pk=key, mail_again_at__lte=now)
    if not mine.update(mail_again_at=now + LEASE, mail_tries=F("mail_tries") + 1):
        return False
    notice = Notice.objects.select_related("person").get(pk=key)
    if notice.person.left_at or notice.person.mail == Person.Mail.NONE:
        Notice.objects.filter(pk=key).update(mail=False)
        return False
    return _sent(notice)


def _sent(notice: Notice) -> bool:
    try:
        letter(notice).send()
    except OSError:  # smtplib's errors are OSErrors: the server is away, or refused for now
        wait = WAITS[min(notice.mail_tries, len(WAITS)) - 1]
        Notice.objects.filter(pk=notice.pk).update(mail_again_at=timezone.now() + wait)
        return False
    Notice.objects.filter(pk=notice.pk).update(mailed_at=timezone.now())
    return True


def letter(notice: Notice) -> EmailMessage:
    """The notice as a mail. Its link leads to the desk; whoever follows it signs in there."""
    with translation.override(notice.person.language):
        words = in_words(notice)
        context = {"notice": notice, "words": words, "link": settings.URL + notice.path, "url": settings.URL}
        text = render_to_string("notices/mail.txt", context)
    return EmailMessage(" ".join(words.split())[:150], text, None, [notice.person.email])


SOURCE = Source("mail", due=due, next_at=next_at, run=run, lanes=2)
