"""What is said of a picture."""

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.media.crediting import CREATIVE_COMMONS
from theke.media.models import Asset
from theke.ui.plain_input import TextField, keep_plain

LONGEST_WORDING = 1000


class AssetForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is on a picture, whose it is and who can be seen, and the spot that stays visible when it is cropped."""

    alt = TextField(
        label=_("Picture description"),
        max_length=5000,
        strip=True,
        help_text=_("Offered where the picture is used again. Posts keep the description they have."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wording = TextField(
        label=_("Words in the picture"),
        max_length=LONGEST_WORDING,
        strip=True,
        help_text=_("As they stand there, if there are any."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    focus_x = forms.FloatField(label=_("From left to right"), min_value=-1, max_value=1, required=False)
    focus_y = forms.FloatField(label=_("From bottom to top"), min_value=-1, max_value=1, required=False)

    class Meta:
        model = Asset
        fields = [
            "alt",
            "wording",
            "people",
            "minors",
            "terms",
            "licence",
            "author",
            "source",
            "cover_of",
            "rights_until",
            "credit",
            "cropped",
            "ai_made",
            "focus_x",
            "focus_y",
        ]

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["licence"].label = _("Licence or agreement in words")
        self.fields["credit"].help_text = _("Leave it empty, and the desk writes what the licence demands.")
        until = self.fields["rights_until"]
        until.help_text, until.widget = "", forms.DateInput({"type": "date"}, "%Y-%m-%d")
        if not self.instance.author:
            self.initial["author"] = self.instance.credit
        for name in ("focus_x", "focus_y"):
            self.fields[name].widget = forms.NumberInput({"type": "range", "step": "any", "min": -1, "max": 1})
            self.fields[name].widget.input_type = "range"
        keep_plain(self)

    def clean(self) -> dict[str, object]:
        """A spot that is not given is the middle."""
        given: dict[str, object] = super().clean() or self.cleaned_data
        for name in ("focus_x", "focus_y"):
            given[name] = given.get(name) or 0.0
        self._ask_for_what_belongs_together(given)
        return given

    def _ask_for_what_belongs_together(self, given: dict[str, object]) -> None:
        terms = str(given.get("terms") or "")
        if terms.startswith(CREATIVE_COMMONS) and not given.get("author"):
            self.add_error("author", _("This licence asks for the name of whoever made it."))
        if terms == Asset.Terms.COVER and not given.get("cover_of"):
            self.add_error("cover_of", _("Please enter the ISBN or the publisher; what it allows is looked up by it."))
        if not given.get("people") and self.instance.pk and self.instance.consents.exists():
            self.add_error("people", _("Consents are noted here, so please say who can be recognised."))
        if given.get("minors") and given.get("people") != Asset.People.RECOGNISABLE:
            self.add_error("people", _("Please say that people can be recognised, or that no children are among them."))
