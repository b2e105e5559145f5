"""That somebody else looks before a post goes out."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person
from theke.posts.models.post import Post


class ApprovalQuerySet(models.QuerySet["Approval"]):
    """Questions about approvals."""

    def visible_to(self, person: Person) -> Self:
        """Those of the person's library."""
        return self.filter(post__library_id=person.library_id, post__library__isnull=False)

    def waiting(self) -> Self:
        """Those that nobody has decided."""
        return self.filter(state=Approval.State.ASKED)


class Approval(models.Model):
    """One request that a post be approved, and what became of it. It holds for one revision of the text only."""

    class State(models.TextChoices):
        """What became of it."""

        ASKED = "asked", _("waits for approval")
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")
        LAPSED = "lapsed", _("not approved in time")

    post = models.ForeignKey(Post, models.CASCADE, related_name="approvals")
    state = models.CharField(max_length=9, choices=State.choices, default=State.ASKED)
    revision = models.PositiveIntegerField(help_text="of the post when it was handed in")
    seal = models.CharField(max_length=64, blank=True, help_text="mark of all that goes out, when it was handed in")
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    for_at = models.DateTimeField(null=True, blank=True, help_text="when it should go out; None for as soon as it is approved")
    word = models.TextField(blank=True, help_text="of the one who hands in")
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, help_text="of the one who decides")
    remind_at = models.DateTimeField(null=True, blank=True, help_text="when the editorial group is reminded, once")
    reminded_at = models.DateTimeField(null=True, blank=True)
    objects = ApprovalQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["post"], name="approval_one_open", condition=models.Q(state="asked"))]
        indexes = [
            models.Index(fields=["state", "for_at"]),
            models.Index(fields=["remind_at"], name="approval_to_remind", condition=models.Q(state="asked", reminded_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.state}"
