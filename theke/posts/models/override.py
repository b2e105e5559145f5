"""The reason someone gave for going past a warning."""

from django.db import models
from django.utils import timezone

from theke.people.models import Person
from theke.posts.models.post import Post


class Override(models.Model):
    """A confirmed warning. It holds for the same finding only: `finding` is its fingerprint (rule, channel, matched text)."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="overrides")
    rule = models.CharField(max_length=6)
    finding = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "finding"], name="override_once")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"
