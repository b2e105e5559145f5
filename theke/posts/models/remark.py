"""A word between colleagues on a draft."""

from django.db import models
from django.utils import timezone

from theke.people.models import Person
from theke.posts.models.post import Post


class Remark(models.Model):
    """What a colleague says of a draft. It has no way out: nothing in publishing can be handed a remark."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="remarks")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    mentioned = models.ManyToManyField(Person, related_name="+", blank=True)
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
