"""What is noted of a consent."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.media.consenting import MEGABYTES, kind_of
from theke.media.models import Asset, Consent
from theke.ui.plain_input import PlainForm, keep_plain


class ConsentForm(forms.ModelForm):  # type: ignore[type-arg]
    """Who agrees, to what, until when, with the signed form."""

    channels = forms.MultipleChoiceField(
        label=_("Only for these channels"),
        required=False,
        help_text=_("None ticked: for all."),
        widget=forms.CheckboxSelectMultiple,
    )
    scan_file = forms.FileField(
        label=_("Signed form"),
        required=False,
        help_text=_("PDF, JPEG or PNG. Only the editorial group can fetch it."),
        widget=forms.FileInput({"accept": "application/pdf, image/jpeg, image/png", "class": "input"}),
    )

    class Meta:
        model = Consent
        fields = ["who", "minor", "guardians", "guardians_needed", "asks_own", "own", "channels", "until"]

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        listed = Channel.objects.filter(library=self.instance.asset.library)
        self.fields["channels"].choices = [(str(one.pk), one.name) for one in listed]  # type: ignore[attr-defined]
        until = self.fields["until"]
        until.help_text, until.widget = "", forms.DateInput({"type": "date"}, "%Y-%m-%d")
        for name in ("guardians", "guardians_needed"):
            self.fields[name].widget = forms.NumberInput({"min": 0, "max": 9})
        keep_plain(self)
        self.scanned = b""

    def clean_channels(self) -> list[int]:
        """The keys as numbers."""
        return [int(one) for one in self.cleaned_data["channels"]]

    def clean_until(self) -> object:
        """A day that is over helps nobody."""
        return not_over(self.cleaned_data["until"], self.instance.asset)

    def clean_scan_file(self) -> object:
        """The file is what it is by its first bytes; name and type of the upload are not believed."""
        file = self.cleaned_data.get("scan_file")
        if not file:
            return None
        self.scanned = file.read(MEGABYTES * 1_000_000 + 1)
        if len(self.scanned) > MEGABYTES * 1_000_000:
            raise forms.ValidationError(_("The file is too large: at most %(most)s MB.") % {"most": MEGABYTES})
        if not kind_of(self.scanned):
            raise forms.ValidationError(_("This is neither a PDF nor a JPEG or PNG picture."))
        return file

    def clean(self) -> dict[str, object]:
        """A child has guardians."""
        given: dict[str, object] = super().clean() or self.cleaned_data
        if given.get("minor") and not given.get("guardians_needed"):
            self.add_error("guardians_needed", _("At least one guardian has custody of a child."))
        return given


def not_over(day: date | None, asset: Asset) -> date | None:
    """The day, where it is not over by the library's clocks."""
    if day and day < asset.library.today:
        raise forms.ValidationError(_("This day is over."))
    return day


class LastDayForm(PlainForm):
    """Until when somebody agrees to be shown."""

    until = forms.DateField(
        label=_("Holds until"),
        required=False,
        help_text=_("That day included. Empty: without an end, until it is withdrawn."),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def __init__(self, *args: Any, consent: Consent, **options: Any) -> None:
        super().__init__(*args, initial={"until": consent.until}, **options)
        self.asset = consent.asset

    def clean_until(self) -> date | None:
        """A day that is over helps nobody; whoever no longer agrees withdraws."""
        return not_over(self.cleaned_data["until"], self.asset)


class WithdrawalForm(PlainForm):
    """What the person said; nothing is asked of them."""

    why = forms.CharField(label=_("What was said"), max_length=300, required=False)
