"""What colleagues do on a network about what somebody else wrote below our posts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theke.inbox.models.message import Message
from theke.people.models import Person


class Moderation(models.Model):
    """One act about one message: asked for by somebody, carried out by the engine, which may repeat it."""

    class Action(models.TextChoices):
        """What is done, by the words of `networks.base.ACTIONS`."""

        HIDE = "hide", _("Hide")
        SHOW = "show", pgettext_lazy("moderation", "Show again")
        APPROVE = "approve", pgettext_lazy("moderation", "Approve")
        HOLD = "hold", _("Hold back")
        SPAM = "spam", _("Mark as spam")
        REMOVE = "remove", pgettext_lazy("moderation", "Remove")

    class State(models.TextChoices):
        """How far it is."""

        DUE = "due", _("under way")
        DONE = "done", _("done")
        FAILED = "failed", _("did not work")
        DROPPED = "dropped", _("replaced by a later one")

    message = models.ForeignKey(Message, models.CASCADE, related_name="moderations")
    action = models.CharField(max_length=7, choices=Action.choices)
    reason = models.CharField(max_length=300, blank=True, help_text="for the record; the public does not see it")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=7, choices=State.choices, default=State.DUE)
    next_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)
    trouble = models.JSONField(default=dict, blank=True, help_text="words (msgid) and params of what went wrong last")

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["next_at"], name="moderation_due", condition=models.Q(state="due"))]

    def __str__(self) -> str:
        return f"{self.action} {self.message_id}"
