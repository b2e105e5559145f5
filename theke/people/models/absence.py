"""Who is away, and who stands in."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from theke.people.models.person import Person


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Questions about absences."""

    def visible_to(self, person: Person) -> Self:
        """Absences of people who work in the person's library."""
        return self.filter(person__in=Person.objects.visible_to(person).active())

    def on(self, day: date) -> Self:
        """Absences that cover this day of the library."""
        return self.filter(starts__lte=day, ends__gte=day)

    def bereft(self, today: date) -> Self:
        """Absences, running or to come, whose stand-in has left and for whom nobody has chosen anew."""
        return self.filter(stand_in=None, left_stand_in__isnull=False, ends__gte=today)


class Absence(models.Model):
    """Whole days on which a person is away, first and last included; the stand-in gets what would come to them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="absences")
    stand_in = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="stands_in_for")
    left_stand_in = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="who was to stand in and has left the library; until somebody chooses anew",
    )
    starts = models.DateField(_("First day"))
    ends = models.DateField(_("Last day"))
    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="absence_ends_after_start")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.starts}-{self.ends}"
