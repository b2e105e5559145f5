"""The secret address under which a calendar program reads the plan."""

from django.db import models
from django.utils import timezone

from theke.people.models import Person


class FeedKey(models.Model):
    """Who knows the token reads the plan that its person may read. Made anew on demand; the old one stops working then."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="feed_key")
    token = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token in the address")
    filters = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person}"
