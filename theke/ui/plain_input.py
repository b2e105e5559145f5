"""What people may type into a field: words, not control characters and not marks that turn text around."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ALLOWED = frozenset("\n\r\t")
LONGEST_TEXT = 50_000


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


def cleaned(text: str) -> str:
    """The text with plain line ends and without control characters, which nobody types on purpose."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) != "Cc")


class TextField(forms.CharField):
    """A text as typed, spaces included; invisible control characters are left out instead of refused."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "strip": False, "max_length": LONGEST_TEXT} | kwargs)

    def to_python(self, value: Any) -> str:
        """The text without control characters."""
        return cleaned(super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: a browser would cut off what is pasted without a word."""
        return {key: value for key, value in super().widget_attrs(widget).items() if key != "maxlength"}
