"""The questions of the first set-up."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from theke.people.forms.branch import SHELF_CODE
from theke.people.languages import desk_languages, time_zones
from theke.people.models import Person
from theke.ui.plain_input import PlainForm

ZONES = {"de": "Europe/Berlin", "sv": "Europe/Stockholm", "en": "Europe/London"}


class CodeForm(PlainForm):
    """The one-time code."""

    code = forms.CharField(label=_("One-time code"), max_length=60, help_text=_("The program printed it when it started."))


class LibraryStep(PlainForm):
    """Which library this is."""

    name = forms.CharField(label=_("Name of the library"), max_length=120)
    municipality = forms.CharField(label=_("Municipality"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Main language"), choices=desk_languages, widget=forms.RadioSelect)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones, help_text=_("Posts are planned in this time."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "de")[:2]
        self.initial = {"language": language, "time_zone": ZONES.get(language, "Europe/Berlin"), **self.initial}


class BranchStep(PlainForm):
    """The first branch."""

    name = forms.CharField(
        label=_("Name of the branch"), max_length=120, help_text=_("The main house first; others follow later.")
    )
    shelf_code = forms.CharField(
        label=_("Shelf code"), max_length=3, help_text=_("Up to three letters, shown on the spine label, for example ZEN")
    )

    def clean_shelf_code(self) -> str:
        """In capitals, letters and digits only."""
        code = str(self.cleaned_data["shelf_code"]).upper()
        if not SHELF_CODE.fullmatch(code):
            raise ValidationError(_("Only letters and digits, three at most."))
        return code


class ManagerStep(PlainForm):
    """Who manages the library here."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"), strip=False, max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = " ".join(password_validation.password_validators_help_texts())

    def clean_email(self) -> str:
        """In lower case."""
        return str(self.cleaned_data["email"]).lower()

    def clean_password(self) -> str:
        """Good enough for this installation."""
        password = str(self.cleaned_data["password"])
        person = Person(name=str(self.data.get("name", ""))[:120], email=str(self.data.get("email", ""))[:254])
        password_validation.validate_password(password, person)
        return password
