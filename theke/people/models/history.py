"""What happened, append-only."""

from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from theke.people.models.library import Library
from theke.people.models.person import Person


class HistoryQuerySet(models.QuerySet["HistoryEntry"]):
    """History is written and read, nothing else."""

    def visible_to(self, person: Person) -> Self:
        """What happened in the person's own library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def about(self, thing: models.Model) -> Self:
        """What happened to one thing."""
        return self.filter(kind=thing._meta.label_lower, thing_id=str(thing.pk))

    def update(self, **fields: Any) -> int:
        """Refused: history is append-only."""
        raise PermissionDenied("history is append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: history is append-only."""
        raise PermissionDenied("history is append-only")


class HistoryEntry(models.Model):
    """One line: who did what to which thing. `verb` is a short English code, put into words where it is shown."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="history")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    thing_id = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now, editable=False)
    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "thing_id"]), models.Index(fields=["library", "-at"])]
        verbose_name_plural = "history entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_name} {self.verb} {self.label}"

    @classmethod
    def write(
        cls, verb: str, thing: models.Model, *, by: Person | None, library: Library, label: str = "", **details: Any
    ) -> "HistoryEntry":
        """Add a line. `label` is what to call the thing where its own name says too little; `details` is plain JSON and holds no secret."""
        return cls.objects.create(
            library=library,
            by=by,
            by_name=by.name if by else "",
            verb=verb,
            kind=thing._meta.label_lower,
            thing_id=str(thing.pk),
            label=(label or str(thing))[:200],
            details=details,
        )
