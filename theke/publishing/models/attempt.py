"""What was tried: written before the call, completed after it, never changed otherwise."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.publishing.models.delivery import Delivery


class Attempt(models.Model):
    """One step of a delivery on the network."""

    class Step(models.TextChoices):
        """What was done."""

        PREPARE = "prepare", _("pictures uploaded")
        SEND = "send", _("sent")
        FIND = "find", _("looked on the network")
        PERSON = "person", _("a person decided")

    class Outcome(models.TextChoices):
        """What came of it."""

        OPEN = "open", _("no answer yet")
        DONE = "done", _("done")
        FOUND = "found", _("it is there")
        ABSENT = "absent", _("it is not there")
        UNSURE = "unsure", _("unclear")
        LATER = "later", _("try again later")
        REFUSED = "refused", _("refused")
        RECONNECT = "reconnect", _("sign-in refused")

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    fence = models.PositiveIntegerField()
    step = models.CharField(max_length=7, choices=Step.choices)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, default=Outcome.OPEN)
    words = models.JSONField(default=dict, blank=True, help_text="words (msgid) and params")
    exchanges = models.JSONField(default=list, blank=True, help_text="Exchange of each call, redacted")
    remote = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.step} {self.outcome}"
