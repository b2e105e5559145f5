"""Where we are in listening to a channel."""

from django.db import models
from django.utils import timezone

from theke.channels.models import Channel


class Collection(models.Model):
    """The cursor of one channel. It moves in the transaction that stores the messages."""

    channel = models.OneToOneField(Channel, models.CASCADE, related_name="collection")
    cursor = models.JSONField(default=dict)
    next_at = models.DateTimeField(default=timezone.now, db_index=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    fence = models.PositiveIntegerField(default=0)
    last_success_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"collection of {self.channel_id}"
