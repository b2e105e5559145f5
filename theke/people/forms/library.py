"""The library itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.languages import desk_languages, time_zones
from theke.people.models import Library
from theke.people.places import places
from theke.ui.plain_input import keep_plain


def _address(label: Any) -> forms.URLField:
    return forms.URLField(label=label, required=False, max_length=200, assume_scheme="https")


class LibraryForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, languages, time zone, duties towards the public, form of address."""

    first_language = forms.ChoiceField(label=_("Main language"), choices=desk_languages, widget=forms.RadioSelect)
    more_languages = forms.MultipleChoiceField(
        label=_("Further languages"), choices=desk_languages, widget=forms.CheckboxSelectMultiple, required=False
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones, help_text=_("Posts are planned in this time."))

    imprint_url = _address(_("Address of the imprint"))
    privacy_url = _address(_("Address of the privacy notice"))
    netiquette_url = _address(_("Address of the netiquette"))

    class Meta:
        model = Library
        fields = [
            "name",
            "municipality",
            "time_zone",
            "jurisdiction",
            "population",
            "address_form",
            "urgent_by",
            "contact_email",
            "imprint_url",
            "privacy_url",
            "netiquette_url",
        ]
        widgets = {"address_form": forms.RadioSelect, "urgent_by": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jurisdiction"] = forms.ChoiceField(
            label=_("Land or state"),
            choices=places(self.instance.jurisdiction),
            required=False,
            help_text=_("Decides which days are holidays."),
        )
        self.initial["first_language"] = self.instance.language
        self.initial["more_languages"] = self.instance.languages[1:]
        keep_plain(self)

    def save(self, commit: bool = True) -> Library:
        """The main language stands first."""
        first = self.cleaned_data["first_language"]
        self.instance.languages = [first, *(code for code in self.cleaned_data["more_languages"] if code != first)]
        saved: Library = super().save(commit)
        return saved
