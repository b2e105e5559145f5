"""What people enter on the way out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.posts.models import Post, Version
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import TextField


class PlanForm(forms.Form):
    """When a planned post goes out: wall time of the library, as the browser sends it."""

    at = forms.CharField(
        label=_("Date and time"),
        max_length=40,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local", "step": 60}, format="%Y-%m-%dT%H:%M"),
    )


class PauseForm(forms.Form):
    """Why all that is planned is to wait."""

    why = TextField(
        label=_("What has happened?"),
        strip=True,
        max_length=200,
        required=True,
        help_text=_("One sentence; all colleagues see it on every page."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class HandInForm(forms.Form):
    """A request for approval: a word to whoever looks, and when the post should go out."""

    when = forms.ChoiceField(
        label=_("When should it go out?"),
        choices=[("soon", _("As soon as it is approved")), ("at", _("At a certain time"))],
        widget=forms.RadioSelect,
    )
    at = forms.CharField(
        label=_("Date and time"),
        max_length=40,
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local", "step": 60}, format="%Y-%m-%dT%H:%M"),
    )
    why = TextField(
        label=_("Why it cannot wait"),
        strip=True,
        max_length=300,
        help_text=_("Kept with the post, and shown to whoever looks at it afterwards."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    word = TextField(
        label=_("A word to whoever looks at it"),
        strip=True,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AnswerForm(forms.Form):
    """What the second pair of eyes says."""

    answer = TextField(
        label=_("Your word to the author"),
        strip=True,
        max_length=1000,
        help_text=_("Needed when you return it; kept with the post."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RemovalForm(forms.Form):
    """From where a post is removed, and why."""

    channels = PickSeveral(Channel.objects.none(), label=_("Remove from"), widget=forms.CheckboxSelectMultiple)
    reason = TextField(
        label=_("Reason"),
        required=True,
        strip=True,
        max_length=300,
        help_text=_("It is kept in the history; the public does not see it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, channels: list[Channel], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["channels"]
        if isinstance(chosen, PickSeveral):
            chosen.queryset = Channel.objects.filter(pk__in=[channel.pk for channel in channels])
            chosen.initial = [channel.pk for channel in channels]


class ChangeForm(forms.Form):
    """The texts of a post that is out: the shared one, and those that channels have of their own."""

    def __init__(self, *args: Any, post: Post, versions: list[Version], **options: Any) -> None:
        super().__init__(*args, **options)
        self.versions = {f"own-{version.pk}": version for version in versions if version.own_text is not None}
        if post.title or any("title" in version.channel.limits.can for version in versions):
            self.fields["title"] = forms.CharField(label=_("Title"), max_length=200, required=False, initial=post.title)
        if len(self.versions) < len(versions):
            self.fields["text"] = TextField(label=_("Text"), required=True, widget=forms.Textarea, initial=post.text)
        for name, version in self.versions.items():
            label = _("Text on %(channel)s") % {"channel": version.channel.name}
            self.fields[name] = TextField(label=label, required=True, widget=forms.Textarea, initial=version.own_text)

    def write(self, post: Post) -> None:
        """Put the texts into the rows; the caller decides whether they stay."""
        for name in ("title", "text"):
            setattr(post, name, self.cleaned_data.get(name, getattr(post, name)))
        post.revision += 1
        post.save(update_fields=["title", "text", "revision"])
        for name, version in self.versions.items():
            version.own_text = self.cleaned_data[name]
            version.save(update_fields=["own_text"])


class ThereForm(forms.Form):
    """Where a doubtful post was found; the address may be left out."""

    url = forms.URLField(label=_("Its address, if you have it"), required=False, max_length=500, assume_scheme="https")

    def clean_url(self) -> str:
        """Only the web: such an address becomes a link."""
        url: str = self.cleaned_data["url"]
        if url and not url.startswith(("https://", "http://")):
            raise ValidationError(_("Enter an address that begins with https://."))
        return url
