"""The forms that stand beside the composer: a remark, a starter."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Library, Person
from theke.posts.models import Starter, Topic
from theke.posts.remarking import colleagues_of
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import TextField, keep_plain


class RemarkForm(forms.Form):
    """A word to colleagues, and whom it names besides those it names with an @."""

    text = TextField(label=_("Remark"), required=True, strip=True, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    mentioned = PickSeveral(Person.objects.none(), required=False, label=_("Mention"))

    def __init__(self, *args: Any, by: Person, **options: Any) -> None:
        super().__init__(*args, **({"auto_id": "id_remark_%s"} | options))
        chooser = self.fields["mentioned"]
        assert isinstance(chooser, PickSeveral)  # noqa: S101 -- for the type only
        chooser.queryset = Person.objects.filter(pk__in=[person.pk for person in colleagues_of(by)])


class StarterForm(forms.ModelForm):  # type: ignore[type-arg]
    """A beginning of the library's own."""

    text = TextField(
        label=_("Text"),
        required=True,
        strip=True,
        help_text=_(
            "Put what changes each time in square brackets, such as [Title]. The hints remind of what is not filled in."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    topics = PickSeveral(Topic.objects.none(), required=False, label=_("Topics"), widget=forms.CheckboxSelectMultiple)
    channels = PickSeveral(Channel.objects.none(), required=False, label=_("Channels"), widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Starter
        fields = ["name", "title", "text", "topics", "channels"]

    def __init__(self, library: Library, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.library = library
        self._choose("topics", Topic.objects.filter(library=library).in_use())
        self._choose("channels", Channel.objects.filter(library=library).connected())
        keep_plain(self)

    def _choose(self, name: str, found: Any) -> None:
        chooser = self.fields[name]
        assert isinstance(chooser, PickSeveral)  # noqa: S101 -- for the type only
        chooser.queryset = found

    def clean_name(self) -> str:
        """One name means one starter; and it is the library's."""
        name: str = self.cleaned_data["name"].strip()
        if Starter.objects.filter(library=self.library, name=name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("There is a template of this name already."))
        self.instance.library = self.library
        return name
