"""The heartbeat of each worker."""

from django.db import models
from django.utils import timezone


class Worker(models.Model):
    """A process that runs what is due. It beats every few seconds; silence means that nothing goes out."""

    name = models.CharField(max_length=120, unique=True, help_text="host and process id")
    started_at = models.DateTimeField(default=timezone.now)
    beat_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.name
