"""How the library looks and speaks to its public."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.colouring import is_colour, nearest, passes, weakest
from theke.people.models import Library
from theke.ui.plain_input import keep_plain


class LookForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, colour, form of address, and a new coat of arms or logo. `offered` is a colour that could be taken instead."""

    brand_colour = forms.CharField(
        label=_("Colour of the library"),
        required=False,
        max_length=7,
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off", "pattern": "#[0-9a-fA-F]{6}"}),
        help_text=_("As #rrggbb, for example #0B5563. Empty for the colour of Theke."),
    )
    emblem_file = forms.FileField(
        label=_("Coat of arms or logo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
        help_text=_("PNG, JPEG or WebP, best on a transparent ground. Make sure that you may use it."),
    )

    class Meta:
        model = Library
        fields = ["name", "address_form", "brand_colour"]
        widgets = {"address_form": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = ""
        keep_plain(self)

    def clean_brand_colour(self) -> str:
        """A colour that can be read; else the nearest one that can is offered."""
        colour = str(self.cleaned_data["brand_colour"]).strip().upper()
        if not colour:
            return ""
        if not is_colour(colour):
            raise forms.ValidationError(_("Please write the colour like this: #0B5563"))
        if not passes(colour):
            self.offered = nearest(colour)
            raise forms.ValidationError(
                _(
                    "This colour is too pale to read: contrast %(found)s to 1, needed are 4.5 to 1. The nearest that works is %(offer)s."
                ),
                params={"found": f"{weakest(colour):.1f}", "offer": self.offered},
            )
        return colour


class StatementForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the law wants to be said."""

    class Meta:
        model = Library
        fields = ["contact_email", "enforcement", "barriers", "statement_on"]
        widgets = {
            "enforcement": forms.Textarea(attrs={"rows": 3}),
            "barriers": forms.Textarea(attrs={"rows": 4}),
            "statement_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("enforcement", "barriers"):
            self.fields[name] = forms.CharField(
                label=self.fields[name].label,
                help_text=self.fields[name].help_text,
                widget=self.fields[name].widget,
                required=False,
                max_length=3000,
            )
        keep_plain(self)
