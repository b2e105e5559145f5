"""What is said of a picture."""

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.media.models import Asset
from theke.ui.plain_input import TextField, keep_plain


class AssetForm(forms.ModelForm):  # type: ignore[type-arg]
    """Description, credit and licence of a picture, and the spot that stays visible when it is cropped."""

    alt = TextField(
        label=_("Picture description"),
        max_length=5000,
        strip=True,
        help_text=_("Offered where the picture is used again. Posts keep the description they have."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    focus_x = forms.FloatField(label=_("From left to right"), min_value=-1, max_value=1, required=False)
    focus_y = forms.FloatField(label=_("From bottom to top"), min_value=-1, max_value=1, required=False)

    class Meta:
        model = Asset
        fields = ["alt", "credit", "licence", "focus_x", "focus_y"]

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        for name in ("focus_x", "focus_y"):
            self.fields[name].widget = forms.NumberInput({"type": "range", "step": "any", "min": -1, "max": 1})
            self.fields[name].widget.input_type = "range"
        keep_plain(self)

    def clean(self) -> dict[str, object]:
        """A spot that is not given is the middle."""
        given: dict[str, object] = super().clean() or self.cleaned_data
        for name in ("focus_x", "focus_y"):
            given[name] = given.get(name) or 0.0
        return given
