"""What people may type into a field: words, not control characters and not marks that turn text around."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ALLOWED = frozenset("\n\r\t")


def only_words(text: str) -> None:
    """Refuse control characters and marks that change the direction of writing. Raises ValidationError."""
    if any(char in TURNING or (unicodedata.category(char) == "Cc" and char not in ALLOWED) for char in str(text)):
        raise ValidationError(_("This contains invisible control characters. Please type it anew."), code="control")


class PlainForm(forms.Form):
    """A form whose text fields take words only; every form of the desk that stores text is one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_plain(self)


def keep_plain(form: forms.BaseForm) -> None:
    """Have all text fields of the form take words only. For forms that are not a PlainForm."""
    for field in form.fields.values():
        if isinstance(field, forms.CharField) and only_words not in field.validators:
            field.validators.append(only_words)
