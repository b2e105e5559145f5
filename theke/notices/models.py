"""What a person should know."""

from typing import Self

from django.db import models
from django.utils import timezone

from theke.people.models import Person


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about notices."""

    def unread_by(self, person: Person) -> Self:
        """What the person has not seen yet."""
        return self.filter(person=person, read_at=None)

    def to_mail(self) -> Self:
        """What still has to go out by e-mail."""
        return self.filter(mail=True, mailed_at=None, read_at=None)

    def stuck(self) -> Self:
        """What the mail server did not take so far; it is tried again."""
        return self.to_mail().exclude(mail_failed_at=None)


class Notice(models.Model):
    """One line for one person. `words` is an English msgid; `params` fill it in its reader's language."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    words = models.CharField(max_length=200)
    params = models.JSONField(default=dict)
    excerpt = models.TextField(blank=True)
    path = models.CharField(max_length=300, help_text="path within the desk")
    key = models.CharField(max_length=120, blank=True, help_text="a second unread notice of the same key is not written")
    mail = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_again_at = models.DateTimeField(default=timezone.now)
    mail_failed_at = models.DateTimeField(null=True, blank=True, help_text="when the mail server last refused it")
    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["person", "read_at", "-at"]),
            models.Index(
                fields=["mail_again_at"], name="notice_to_mail", condition=models.Q(mail=True, mailed_at=None, read_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.words}"
