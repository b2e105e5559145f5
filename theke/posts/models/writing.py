"""Who has a draft in hand."""

from django.db import models
from django.utils import timezone

from theke.people.models import Person
from theke.posts.models.post import Post


class Writing(models.Model):
    """That a person writes a draft now: others read it, and may take it over. A row that has not been renewed means nothing."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="writing")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    page = models.CharField(max_length=40, blank=True, help_text="the open page that writes, a random word of its own")
    at = models.DateTimeField(default=timezone.now, help_text="last sign of life")

    def __str__(self) -> str:
        return f"{self.person} / {self.post_id}"
