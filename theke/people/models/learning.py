"""How colleagues learn: with a companion at first, and on courses and talks later."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.models.person import Person


class CompanionshipQuerySet(models.QuerySet["Companionship"]):
    """Questions about who accompanies whom."""

    def under_way(self) -> Self:
        """Those of colleagues who are here and still new."""
        return self.filter(newcomer__introduction=None, newcomer__left_at=None, newcomer__is_active=True)

    def concerning(self, person: Person) -> Self:
        """Those that a person agreed to, is asked for, or has arranged for somebody else."""
        arranged = models.Q(by=person) & ~models.Q(newcomer=person)
        return self.under_way().filter(models.Q(companion=person) | arranged)


class Companionship(models.Model):
    """Who goes along with a new colleague until their introduction ends. A newcomer may ask; then the other has to agree."""

    newcomer = models.OneToOneField(Person, models.CASCADE, related_name="companionship")
    companion = models.ForeignKey(Person, models.CASCADE, related_name="accompanies")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True, blank=True, help_text="None while the companion has not answered")
    objects = CompanionshipQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.newcomer} / {self.companion}"


class TrainingQuerySet(models.QuerySet["Training"]):
    """Questions about courses and talks."""

    def visible_to(self, person: Person) -> Self:
        """Those of the person's library."""
        return self.filter(person__library_id=person.library_id, person__library__isnull=False)


class Training(models.Model):
    """A course or talk that a colleague attended, entered by hand (A03)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="trainings")
    title = models.CharField(_("Course or talk"), max_length=160)
    held_on = models.DateField(_("Day"))
    given_by = models.CharField(_("Given by"), max_length=160, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    objects = TrainingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.held_on})"
