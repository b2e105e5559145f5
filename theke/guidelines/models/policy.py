"""The open questions of private and library accounts, and what the library has answered (B22 to B28)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy

from theke.people.models import Library, Person


class PolicyAnswerQuerySet(models.QuerySet["PolicyAnswer"]):
    """Questions about answers."""

    def due(self, library: int, day: date) -> Self:
        """Those of a library that count and whose day to be looked at again has come."""
        newer = PolicyAnswer.objects.filter(library=OuterRef("library"), question=OuterRef("question"), pk__gt=OuterRef("pk"))
        return self.filter(library=library, review_on__lte=day).exclude(Exists(newer))


class PolicyAnswer(models.Model):
    """An answer to one of the questions of `policies.py`. A new one is added; the last one counts, the others stay to be read."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="policy_answers")
    question = models.CharField(max_length=20)
    option = models.CharField(max_length=20)
    words = models.TextField(gettext_lazy("In our words"), max_length=2000, blank=True)
    decided_on = models.DateField(gettext_lazy("Decided on"))
    review_on = models.DateField(gettext_lazy("To be looked at again on"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    objects = PolicyAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["library", "question"])]

    def __str__(self) -> str:
        return f"{self.question}: {self.option}"


class Voice(models.Model):
    """What a colleague says to one of the questions: the discussion need not end with an answer (B28)."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="+")
    question = models.CharField(max_length=20)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["library", "question"])]

    def __str__(self) -> str:
        return self.text[:60]


class Handle(models.Model):
    """A private name that its owner has entered of their own accord, to be credited by it. Deleting it leaves nothing behind."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="private_handle")
    handle = models.CharField(max_length=120, help_text="in lower case and without @")
    agreed_at = models.DateTimeField(null=True, blank=True, help_text="of the second confirmation; None until then")

    def __str__(self) -> str:
        return f"@{self.handle}"

    @property
    def agreed(self) -> bool:
        """Whether its owner has confirmed a second time that posts may name it."""
        return self.agreed_at is not None

    @property
    def shown(self) -> str:
        """As a text names it."""
        return f"@{self.handle}"
