"""How difficult the practice network is told to be."""

from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from theke.people.models import Library

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def share(label: "StrOrPromise") -> "models.PositiveSmallIntegerField[int, int]":
    """A share of the calls in percent."""
    return models.PositiveSmallIntegerField(label, default=0, validators=[MaxValueValidator(100)])


class Faults(models.Model):
    """What goes wrong for a library's accounts, in percent of the calls; all zero is a good day."""

    library = models.OneToOneField(Library, models.CASCADE, related_name="practice_faults")
    slow_seconds = models.FloatField(_("Seconds before each answer"), default=0, validators=[MaxValueValidator(120)])
    busy = share(_("Too many calls, wait (429)"))
    away = share(_("Not available, nothing stored (503)"))
    broken = share(_("Stored, but answered with an error (500)"))
    lost = share(_("Stored, but the answer gets lost"))
    dropped = share(_("Connection cut, nothing stored"))
    token_refused = models.BooleanField(_("The sign-in is refused"), default=False)

    class Meta:
        verbose_name_plural = "faults"

    def __str__(self) -> str:
        return f"{self.library}"

    @property
    def any(self) -> bool:
        """Whether anything goes wrong at all."""
        shares = self.busy + self.away + self.broken + self.lost + self.dropped
        return bool(shares or self.slow_seconds or self.token_refused)
