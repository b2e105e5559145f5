"""Forms of the inbox."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.inbox.filling import unknown_places
from theke.inbox.models import Conversation, Moderation, SavedReply
from theke.inbox.postponing import FURTHEST, choices
from theke.people.models import Library, Person
from theke.publishing.planning import NotPlanned, moment_of
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import TextField, keep_plain


class AnswerForm(forms.Form):
    """An answer to the public."""

    text = TextField(label=_("Answer"), max_length=20_000, strip=True, widget=forms.Textarea, required=True)
    done = forms.BooleanField(label=_("done afterwards"), required=False)
    lang = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2)
    seen_message = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen_answer = forms.IntegerField(widget=forms.HiddenInput, required=False)


class SafeForm(AnswerForm):
    """An answer that is to go a safe way, or back."""

    way = forms.ChoiceField(choices=[(way, way) for way in ("text", "back", "private", "public")])


class NoteForm(forms.Form):
    """A word between colleagues."""

    text = TextField(label=_("Internal note"), max_length=5_000, strip=True, widget=forms.Textarea, required=True)


class WordForm(forms.Form):
    """A word to whoever has written an answer."""

    word = TextField(max_length=500, strip=True)


class ModerationForm(forms.Form):
    """What to do about a message on its network, and why."""

    action = forms.ChoiceField(choices=Moderation.Action.choices)
    reason = TextField(max_length=300, strip=True)


class OwnerForm(forms.Form):
    """Who is to take care of a conversation."""

    to = forms.ModelChoiceField(
        Person.objects.none(), label=_("Colleague"), required=False, empty_label=_("Nobody: set it free")
    )
    message = TextField(label=_("A word to them"), max_length=300, strip=True)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Person.objects.active().visible_to(by)


def _put_off_until(library: Library, chosen: str, wall: str, now: datetime) -> datetime:
    """The moment (aware) that a choice means, or the wall time typed. Raises ValidationError."""
    offered = {choice.key: choice.until for choice in choices(library, now)}
    if chosen in offered:
        return offered[chosen]
    try:
        until = moment_of(wall, library.zone, fold=0)
    except NotPlanned as trouble:
        raise forms.ValidationError(gettext(trouble.words) % trouble.params) from trouble
    if not now < until <= now + FURTHEST:
        raise forms.ValidationError(_("Choose a time that is still to come, within a year."))
    return until


class LaterForm(forms.Form):
    """Until when a conversation is put off: one of the plain choices, or a time of one's own."""

    choice = forms.CharField(required=False, max_length=10)
    at = forms.CharField(label=_("At another time"), required=False, max_length=40)

    def __init__(self, *args: Any, library: Library, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.library, self.now = library, now

    def clean(self) -> dict[str, Any]:
        """Turn what was chosen into a moment."""
        cleaned: dict[str, Any] = super().clean() or {}
        try:
            self.until = _put_off_until(self.library, cleaned.get("choice", ""), cleaned.get("at", ""), self.now)
        except forms.ValidationError as wrong:
            self.add_error("at", wrong)
        return cleaned


class BulkForm(forms.Form):
    """What to do with several conversations."""

    ticked = PickSeveral(Conversation.objects.none(), error_messages={"required": _("Tick at least one conversation.")})
    act = forms.ChoiceField(choices=[(act, act) for act in ("finish", "later", "give", "reopen", "back")])
    to = forms.ModelChoiceField(Person.objects.none(), required=False)
    choice = forms.CharField(required=False, max_length=10)

    def __init__(self, *args: Any, by: Person, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.now = by, now
        for name, rows in (("ticked", Conversation.objects.visible_to(by)), ("to", Person.objects.active().visible_to(by))):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows

    def clean(self) -> dict[str, Any]:
        """Putting off needs a moment, giving a colleague."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("act") == "later" and self.by.library:
            self.until = _put_off_until(self.by.library, cleaned.get("choice") or "tomorrow", "", self.now)
        if cleaned.get("act") == "give" and cleaned.get("to") is None:
            self.add_error("to", _("Choose a colleague."))
        return cleaned


class SavedReplyForm(forms.ModelForm):  # type: ignore[type-arg]
    """A saved reply."""

    text = TextField(label=_("Text"), max_length=5_000, strip=True, widget=forms.Textarea, required=True)

    class Meta:
        model = SavedReply
        fields = ["name", "lang", "text", "safe_way"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_plain(self)

    def clean_text(self) -> str:
        """Only places that can be filled in."""
        text: str = self.cleaned_data["text"]
        wrong = unknown_places(text)
        if wrong:
            raise forms.ValidationError(_("Nothing fills in %(place)s.") % {"place": ", ".join(f"{{{one}}}" for one in wrong)})
        return text

    def clean(self) -> dict[str, Any]:
        """One of a name in each language."""
        cleaned: dict[str, Any] = super().clean() or {}
        same = SavedReply.objects.filter(library=self.instance.library, name=cleaned.get("name"), lang=cleaned.get("lang"))
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("name", _("There is one of this name already in this language."))
        return cleaned
