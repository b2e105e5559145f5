"""That a post went out before anybody else had looked, and what was said afterwards."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person
from theke.posts.models import Post
from theke.publishing.models.delivery import Delivery


class UrgentQuerySet(models.QuerySet["Urgent"]):
    """Questions about urgent posts."""

    def visible_to(self, person: Person) -> Self:
        """Those of the person's library."""
        return self.filter(post__library_id=person.library_id, post__library__isnull=False)

    def open(self) -> Self:
        """Those that nobody has looked at afterwards."""
        return self.filter(verdict=Urgent.Verdict.OPEN)

    def to_remind_of(self) -> Self:
        """Those that the public sees, that nobody has looked at and of which nobody has been reminded."""
        standing = Delivery.objects.filter(post=models.OuterRef("post")).standing()
        return self.open().filter(models.Exists(standing), remind_at__isnull=False, reminded_at=None, post__binned_at=None)


class Urgent(models.Model):
    """One post that went out at once although a channel asks for a second pair of eyes."""

    class Verdict(models.TextChoices):
        """What came of the look afterwards."""

        OPEN = "open", _("went out urgently")
        FINE = "fine", _("looked at, all right")
        RECALLED = "recalled", _("recalled everywhere")
        UNDONE = "undone", _("taken back by its author")

    post = models.ForeignKey(Post, models.CASCADE, related_name="urgents")
    seal = models.CharField(max_length=64, help_text="mark of all that goes out, when it was called urgent")
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, default=Verdict.OPEN)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    remind_at = models.DateTimeField(null=True, blank=True, help_text="when those who could look are reminded, once")
    reminded_at = models.DateTimeField(null=True, blank=True)
    objects = UrgentQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["post"], name="urgent_one_open", condition=models.Q(verdict="open"))]
        indexes = [
            models.Index(fields=["remind_at"], name="urgent_to_remind", condition=models.Q(verdict="open", reminded_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.verdict}"
