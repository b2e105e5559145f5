"""How much a rule weighs by a layer: with date, reason and author, and never overwritten (B21)."""

from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy

from theke.guidelines.models.document import Guideline
from theke.people.models import Library, Person


class RuleSettingQuerySet(models.QuerySet["RuleSetting"]):
    """Settings are added and read, nothing else."""

    def of(self, library: Library) -> Self:
        """Those of all layers of a library, the oldest first."""
        return self.filter(guideline__library=library).select_related("guideline").order_by("valid_from", "pk")

    def update(self, **fields: Any) -> int:
        """Refused: what was set stays to be read."""
        raise PermissionDenied("rule settings are append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: what was set stays to be read."""
        raise PermissionDenied("rule settings are append-only")


class RuleSetting(models.Model):
    """From a day on, what a layer makes of a rule."""

    class Weight(models.TextChoices):
        """How much it weighs; `as written` takes the layer's own word back."""

        BLOCK = "block", gettext_lazy("needed to publish")
        WARN = "warn", gettext_lazy("publish with a reason")
        HINT = "hint", gettext_lazy("hint")
        OFF = "off", pgettext_lazy("rule", "off")
        AS_WRITTEN = "", gettext_lazy("as the desk brings it")

    guideline = models.ForeignKey(Guideline, models.CASCADE, related_name="settings")
    rule = models.CharField(max_length=8)
    weight = models.CharField(gettext_lazy("Weight"), max_length=5, choices=Weight.choices, blank=True)
    valid_from = models.DateField(gettext_lazy("Valid from"))
    reason = models.CharField(gettext_lazy("Reason"), max_length=300)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    objects = RuleSettingQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-pk"]
        indexes = [models.Index(fields=["guideline", "rule"])]

    def __str__(self) -> str:
        return f"{self.rule} {self.get_weight_display()}"
