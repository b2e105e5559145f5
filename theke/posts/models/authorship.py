"""Who wrote a post together with its sender."""

from django.db import models

from theke.people.models import Person
from theke.posts.models.post import Post


class Authorship(models.Model):
    """A further named author of a post (A18). The sender comes first and has no row here."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="authorships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="authorships")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="authorship_once")]

    def __str__(self) -> str:
        return f"{self.person} / {self.post_id}"
