"""The daily look at what runs out."""

from django.db import models

from theke.people.models import Library


class ExpiryRound(models.Model):
    """For which day a library's licences and consents have been looked at last."""

    library = models.OneToOneField(Library, models.CASCADE, related_name="expiry_round")
    day = models.DateField(help_text="by the library's clocks")

    def __str__(self) -> str:
        return f"{self.library} {self.day}"
