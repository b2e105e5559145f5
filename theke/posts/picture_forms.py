"""The part of the composer's form that describes one picture."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.media.forms import LONGEST_WORDING
from theke.media.models import Asset
from theke.posts.composing import OF_THE_PICTURE
from theke.posts.models import Attachment
from theke.ui.plain_input import TextField


class Slider(forms.NumberInput):
    """A slider in fine steps."""

    input_type = "range"

    def __init__(self) -> None:
        super().__init__({"step": "any"})


class PictureForm(forms.Form):
    """What is said of one picture."""

    alt = TextField(label=_("Picture description"), max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))
    decorative = forms.BooleanField(label=_("Decoration only, nothing to describe"), required=False)
    wording = TextField(
        label=Asset._meta.get_field("wording").verbose_name,
        max_length=LONGEST_WORDING,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    credit = TextField(label=_("Credit"), max_length=200, strip=True)
    licence = TextField(label=_("Licence"), max_length=60, strip=True)
    people = forms.ChoiceField(label=_("Who can be recognised"), choices=Asset.People.choices, required=False)
    minors = forms.BooleanField(label=_("Children or young people among them"), required=False)
    shown = TextField(max_length=20, widget=forms.HiddenInput)
    """What the page showed of the people: only what differs from it is written, so that an old page undoes no colleague's word."""
    focus_x = forms.FloatField(label=_("From left to right"), required=False, min_value=-1, max_value=1, widget=Slider)
    focus_y = forms.FloatField(label=_("From bottom to top"), required=False, min_value=-1, max_value=1, widget=Slider)

    def __init__(self, attachment: Attachment, data: Any = None) -> None:
        self.attachment, asset = attachment, attachment.asset
        initial = {name: getattr(asset, name) for name in OF_THE_PICTURE}
        initial |= {"shown": _people(asset.people, asset.minors), "alt": attachment.alt, "decorative": attachment.decorative}
        super().__init__(data, prefix=f"picture-{attachment.pk}", initial=initial)
        if data is not None and f"{self.prefix}-alt" not in data:
            self.is_bound = False

    @property
    def said(self) -> dict[str, Any]:
        """What to change; a picture that the save does not know of is left alone."""
        if not self.is_bound:
            return {}
        # A page from before there was the field says nothing of it.
        unsaid = set() if f"{self.prefix}-wording" in self.data else {"wording"}
        said = {name: value for name, value in self.cleaned_data.items() if value is not None and name not in unsaid}
        people, shown = said.get("people", ""), said.pop("shown", "")
        said["minors"] = bool(said.get("minors")) and people == Asset.People.RECOGNISABLE
        if not people or _people(people, said["minors"]) == shown:
            said = {name: value for name, value in said.items() if name not in {"people", "minors"}}
        return said


def _people(people: str, minors: bool) -> str:
    return f"{people}+" if minors else people
