"""A first password, twice."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person


def _secret(label: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget)


class PasswordForm(forms.Form):
    """A password that the installation's rules take."""

    password1 = _secret(_("Password"))
    password2 = _secret(_("Password, once more"))

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["password1"].help_text = " ".join(password_validation.password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        """Both alike, and good enough."""
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ."))
        if first:
            self._judge(first)
        return cleaned

    def _judge(self, password: str) -> None:
        try:
            password_validation.validate_password(password, self.person)
        except ValidationError as weak:
            self.add_error("password1", weak)
