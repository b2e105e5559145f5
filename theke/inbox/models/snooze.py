"""That a conversation is put off for a while."""

from django.db import models
from django.utils import timezone

from theke.inbox.models.conversation import Conversation
from theke.people.models import Person


class Snooze(models.Model):
    """Put off by somebody until a moment. It ends by itself, by hand, or when something new is written."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="snoozes")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.until}"
