"""What a channel's network asks of a post besides its text, such as a category: a small form for each channel that asks."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext

from theke.channels.models import Channel
from theke.networks.base import Option
from theke.posts.models import Attachment, Post, Version
from theke.ui.plain_input import TextField

WRITTEN = ("text", "long")
"""The kinds of options that hold words."""


def options_of(channel: Channel) -> list[Option]:
    """What can be decided for a post on this channel."""
    return [one for one in channel.facts.options if not one.needs or one.needs in channel.limits.can]


Keyed = tuple[tuple[str, str], ...]


def other_words(post: Post, versions: Iterable[Version], attachments: Iterable[Attachment]) -> tuple[Keyed, Keyed]:
    """What goes out below the post by itself, and what else of it is read; each by the key of its field (`rules.base.Draft.below`)."""
    asked = [(one, version) for version in versions for one in version.channel.facts.options if one.kind in WRITTEN]
    answers = [
        (f"{version.channel_id}:{one.name}", str(version.options.get(one.name) or ""), one.below) for one, version in asked
    ]
    alts = [(f":picture-{one.pk}-alt", "" if one.decorative else one.alt) for one in attachments]
    besides = [(":title", post.title), (":warning", post.warning), *alts]
    besides += [(key, text) for key, text, below in answers if not below]
    return tuple((key, text) for key, text, below in answers if below and text), tuple(one for one in besides if one[1])


def choices_of(channel: Channel, option: Option) -> list[tuple[str, str]]:
    """The values and names to choose from: the network's own, else those that this account offers."""
    if option.choices:
        return [(value, gettext(label)) for value, label in option.choices]
    return list(channel.limits.choices.get(option.name, ()))


class OptionsForm(forms.Form):
    """The questions of one channel. A save that does not bring them leaves the answers as they are."""

    def __init__(self, version: Version, data: Any = None) -> None:
        self.channel = version.channel
        self.kept: dict[str, Any] = version.options
        prefix = f"option-{self.channel.pk}"
        bound = data is not None and f"{prefix}-asked" in data
        super().__init__(data if bound else None, prefix=prefix, initial=self.kept)
        for one in options_of(self.channel):
            self.fields[one.name] = _field(one, choices_of(self.channel, one), self.kept.get(one.name))

    @cached_property
    def said(self) -> dict[str, Any]:
        """The answers, without those that are empty."""
        if not self.is_bound:
            return self.kept
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", [], False, None)}

    @property
    def summary(self) -> int:
        """How many are answered."""
        return len(self.kept)


def _field(option: Option, choices: list[tuple[str, str]], kept: Any) -> forms.Field:
    told: dict[str, Any] = {
        "label": gettext(option.label),
        "help_text": gettext(option.help) if option.help else "",
        "required": False,
    }
    if option.kind == "flag":
        return forms.BooleanField(**told)
    if option.kind == "choice":
        return forms.ChoiceField(choices=[("", "–"), *_with(choices, [kept])], **told)
    if option.kind == "choices":
        return forms.MultipleChoiceField(choices=_with(choices, kept or []), widget=forms.CheckboxSelectMultiple, **told)
    widget = forms.Textarea(attrs={"rows": 3}) if option.kind == "long" else forms.TextInput()
    return TextField(strip=True, max_length=option.longest, widget=widget, **told)


def _with(choices: list[tuple[str, str]], kept: list[Any]) -> list[tuple[str, str]]:
    """The choices, and what was chosen before although it is no longer offered: it is not dropped without a word."""
    known = {value for value, _label in choices}
    return choices + [(str(value), str(value)) for value in kept if value and value not in known]
