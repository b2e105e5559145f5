"""The composer's form: everything that one save brings."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Person
from theke.posts.composing import Changes, composed
from theke.posts.models import Attachment, Post
from theke.posts.showing import Review
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import TextField

AUDIENCES = {
    "public": _("public"),
    "unlisted": _("public, but not in the public timelines"),
    "private": _("followers only"),
    "direct": _("only those mentioned"),
}


class Slider(forms.NumberInput):
    """A slider in fine steps."""

    input_type = "range"

    def __init__(self) -> None:
        super().__init__({"step": "any"})


class PictureForm(forms.Form):
    """What is said of one picture."""

    alt = TextField(label=_("Picture description"), max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))
    decorative = forms.BooleanField(label=_("Decoration only, nothing to describe"), required=False)
    credit = TextField(label=_("Credit"), max_length=200, strip=True)
    licence = TextField(label=_("Licence"), max_length=60, strip=True)
    focus_x = forms.FloatField(label=_("From left to right"), required=False, min_value=-1, max_value=1, widget=Slider)
    focus_y = forms.FloatField(label=_("From bottom to top"), required=False, min_value=-1, max_value=1, widget=Slider)

    def __init__(self, attachment: Attachment, data: Any = None) -> None:
        self.attachment, asset = attachment, attachment.asset
        initial = {name: getattr(asset, name) for name in ("credit", "licence", "focus_x", "focus_y")}
        initial |= {"alt": attachment.alt, "decorative": attachment.decorative}
        super().__init__(data, prefix=f"picture-{attachment.pk}", initial=initial)
        if data is not None and f"{self.prefix}-alt" not in data:
            self.is_bound = False

    @property
    def said(self) -> dict[str, Any]:
        """What to change; a picture that the save does not know of is left alone."""
        if not self.is_bound:
            return {}
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


class ComposerForm(forms.Form):
    """The post itself. Pictures have forms of their own."""

    revision = forms.IntegerField(min_value=0, max_value=2**31, widget=forms.HiddenInput)
    page = TextField(max_length=40, strip=True, widget=forms.HiddenInput)
    channels = PickSeveral(Channel.objects.none(), required=False)
    text = TextField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 7}))
    title = TextField(label=_("Title"), max_length=200, strip=True)
    warning = TextField(label=_("Content warning"), max_length=200, strip=True)
    lang = forms.ChoiceField(label=_("Language"))
    audience = forms.ChoiceField(label=_("Visibility"))
    kind = forms.ChoiceField(label=_("Who is speaking"), choices=Post.Kind.choices, widget=forms.RadioSelect)
    late = forms.ChoiceField(label=_("If it cannot go out in time"), choices=Post.Late.choices)

    def __init__(self, post: Post, by: Person, data: Any = None) -> None:
        self.post = post
        names = ("revision", "text", "title", "warning", "lang", "audience", "kind", "late")
        versions = list(post.versions.all())
        initial = {name: getattr(post, name) for name in names} | {"channels": [version.channel_id for version in versions]}
        super().__init__(data, initial=initial)
        self.fields["text"].widget.attrs["lang"] = post.lang  # for the browser's spelling check
        self._offer_channels(by)
        self._field("lang").choices = _languages(post)
        self._field("audience").choices = list(AUDIENCES.items())
        self.own_of = {version.channel_id: f"own-{version.channel_id}" for version in versions if version.own_text is not None}
        for version in versions:
            if version.own_text is not None:
                widget = forms.Textarea(attrs={"rows": 7, "lang": post.lang})
                self.fields[f"own-{version.channel_id}"] = TextField(label=_("Text"), widget=widget, initial=version.own_text)
        self.pictures = [PictureForm(one, data) for one in post.attachments.select_related("asset")]
        self._complete()

    def _field(self, name: str) -> forms.ChoiceField:
        found = self.fields[name]
        assert isinstance(found, forms.ChoiceField)  # noqa: S101 -- for the type only
        return found

    def _offer_channels(self, by: Person) -> None:
        """All connected channels of the library, and those chosen before: drafting is open to everyone (A15)."""
        chosen = Q(pk__in=self.initial["channels"])
        working = Q(disconnected_at=None, connected_at__isnull=False)
        offered = Channel.objects.visible_to(by).filter(working | chosen).select_related("branch")
        self.fields["channels"] = PickSeveral(offered, required=False, label=_("Channels"))

    def _complete(self) -> None:
        """What a small save (such as one picture's) does not bring stays as it is."""
        if not self.is_bound:
            return
        names = ("lang", "audience", "kind", "late")
        missing = {name: self.initial[name] for name in names if name not in self.data}
        data = QueryDict(mutable=True)
        data.update(self.data)
        data.update(missing)
        self.data = data

    def is_valid(self) -> bool:
        """Whether the post and all its pictures are in order."""
        faulty = [picture for picture in self.pictures if picture.is_bound and not picture.is_valid()]
        return super().is_valid() and not faulty

    @property
    def all_errors(self) -> dict[str, list[str]]:
        """What is wrong, by the id of its field."""
        return {
            field.auto_id: [str(error) for error in field.errors]
            for form in (self, *self.pictures)
            for field in form
            if field.errors
        }

    def reviewed(self, by: Person) -> Review:
        """Hints, counters and previews for what the form holds now, stored or not."""
        stored = not self.is_bound or not self.is_valid()
        changes = ComposerForm.stored_changes(self.post) if stored else self.changes
        return Review(composed(self.post, changes), by)

    @staticmethod
    def stored_changes(post: Post) -> Changes:
        """No changes at all."""
        versions = post.versions.select_related("channel", "channel__branch")
        return Changes({}, [version.channel for version in versions])

    @property
    def changes(self) -> Changes:
        """What this save brings."""
        data = self.cleaned_data
        return Changes(
            fields={name: data[name] for name in ("title", "text", "warning", "lang", "audience", "kind", "late")},
            channels=list(data["channels"]),
            own={pk: data[name] for pk, name in self.own_of.items() if name in self.data},
            pictures={picture.attachment.pk: picture.said for picture in self.pictures},
        )


def _languages(post: Post) -> list[tuple[str, str]]:
    names = dict(settings.LANGUAGES)
    codes = dict.fromkeys([*post.library.languages, post.lang])
    return [(code, names.get(code, code)) for code in codes]


class ReasonForm(forms.Form):
    """Why somebody goes past a warning."""

    reason = TextField(required=True, strip=True, max_length=300, label=_("Reason"))
