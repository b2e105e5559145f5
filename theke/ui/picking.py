"""Choosing several rows by their keys."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST_KEY = 18
"""Digits of a key that every database can compare; SQLite raises OverflowError for longer ones."""


def key_in(typed: str) -> int:
    """The key that an address or a form names; 0, which no row has, for what can be none."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_KEY else 0


class PickSeveral(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several rows of a queryset; a key that no database could hold is refused like one that is not there."""

    def clean(self, value: Any) -> Any:
        """Refuse impossible keys before the database is asked."""
        for key in value if isinstance(value, (list, tuple)) else ():
            if len(str(key)) > LONGEST_KEY:
                raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": key[:20]})
        return super().clean(value)
