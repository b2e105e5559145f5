"""A colleague, as managers see them, and one's own profile."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.people.finding import areas_in_use
from theke.people.languages import spoken_languages
from theke.people.models import Library, Person, Role
from theke.people.quieting import is_open
from theke.ui.plain_input import keep_plain


def _clock(label: Any, help_text: Any = "") -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(label=label, required=False, widget=widget, help_text=help_text)


class ListField(forms.CharField):
    """Words divided by commas, kept as a list."""

    def prepare_value(self, value: Any) -> Any:
        """Show the list as it is written."""
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """Read the words, without doubles."""
        words = [" ".join(part.split()) for part in super().clean(value).split(",")]
        return list(dict.fromkeys(word for word in words if word))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as written."""
        return super().has_changed(self.prepare_value(initial), data)


class _AboutForm(forms.ModelForm):  # type: ignore[type-arg]
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"), choices=spoken_languages, widget=forms.CheckboxSelectMultiple, required=False
    )
    subject_areas = ListField(
        label=_("Subject areas"),
        required=False,
        max_length=300,
        help_text=_("Divided by commas, for example: manga, local history"),
    )

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "home_branch" in self.fields:
            self.fields["home_branch"] = forms.ModelChoiceField(
                library.branches.all(), label=_("Home branch"), required=False, empty_label="–"
            )
        if areas := areas_in_use(library):
            self.fields["subject_areas"].help_text = gettext("Divided by commas. In use here: %(areas)s") % {
                "areas": ", ".join(areas)
            }
        keep_plain(self)


class ColleagueForm(_AboutForm):
    """Who they are and what they may do."""

    class Meta:
        model = Person
        fields = [
            "name",
            "email",
            "role",
            "home_branch",
            "function",
            "phone",
            "initials",
            "language",
            "languages",
            "subject_areas",
        ]
        widgets = {"role": forms.RadioSelect, "email": forms.EmailInput(attrs={"autocomplete": "off"})}

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, library=library, **kwargs)
        self.fields["role"].help_text = _(
            "Employees write, publish and answer. Editors also look after colleagues' posts. Managers also connect channels and "
            "look after people and the library."
        )
        if not self.instance.pk:
            self.instance.library, self.instance.language = library, library.language
            self.initial.setdefault("language", library.language)

    def clean_email(self) -> str:
        """In lower case, and not in use."""
        email = str(self.cleaned_data["email"]).strip().lower()
        if Person.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody in Theke already uses this address."))
        return email

    def clean_role(self) -> str:
        """The library keeps at least one manager."""
        role = str(self.cleaned_data["role"])
        was_manager = self.instance.pk and Person.objects.get(pk=self.instance.pk).role == Role.MANAGER
        if was_manager and role != Role.MANAGER and only_manager(self.instance):
            raise forms.ValidationError(_("There must be at least one manager. Make somebody else manager first."))
        return role

    def save(self, commit: bool = True) -> Person:
        """A new address is the only one that signs in."""
        if not self.instance.pk:
            self.instance.set_unusable_password()
        person: Person = super().save(commit)
        EmailAddress.objects.filter(user=person).exclude(email=person.email).delete()
        return person


def only_manager(person: Person) -> bool:
    """Whether the library would have no manager without this person."""
    others = Person.objects.filter(library_id=person.library_id, role=Role.MANAGER).active().exclude(pk=person.pk)
    return person.role == Role.MANAGER and not others.exists()


class ProfileForm(_AboutForm):
    """What one changes oneself."""

    digest_at = _clock(_("Digest at"), _("Once a day, on your working days, and only if there is something new."))
    quiet_from = _clock(_("No e-mail from"))
    quiet_until = _clock(_("until"))

    class Meta:
        model = Person
        fields = [
            "name",
            "function",
            "phone",
            "initials",
            "languages",
            "subject_areas",
            "language",
            "theme",
            "keys",
            "mail",
            "digest_at",
            "quiet_from",
            "quiet_until",
        ]
        widgets = {"theme": forms.RadioSelect, "language": forms.RadioSelect, "mail": forms.RadioSelect}
        help_texts = {"initials": _("Shown where a channel signs with initials, for example /jb")}

    def clean(self) -> dict[str, Any]:
        """A time that was left out stays as it was; an hour of the day is left for mails."""
        cleaned = super().clean() or {}
        for name in ("digest_at", "quiet_from", "quiet_until"):
            if cleaned.get(name) is None:
                cleaned[name] = getattr(self.instance, name)
        if not any(is_open(cleaned["quiet_from"], cleaned["quiet_until"], hour) for hour in range(24)):
            self.add_error("quiet_until", _("No hour of the day is left for mails. To get none, choose “not at all”."))
        return cleaned
