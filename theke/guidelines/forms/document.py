"""Forms for layers, drafts and points."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from theke.guidelines.models import Edition, Guideline, Point
from theke.guidelines.patterns import LANGUAGES, NAMES
from theke.ui.plain_input import PlainForm, TextField

LONGEST = 5_000
FARTHEST = timedelta(days=3 * 365)
ALREADY = _("There is one already.")


def language_name(code: str) -> str:
    """A language by its own name, as a heading."""
    name: str = get_language_info(code)["name_local"]
    return name.capitalize()


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, chosen in the browser's calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **more)


class LayerForm(PlainForm):
    """A further layer."""

    layer = forms.ChoiceField(label=_("Layer"), choices=Guideline.Layer.choices, widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Whose guideline it is"), max_length=120, help_text=_("For example the municipality’s name.")
    )

    def __init__(self, *args: Any, there: list[Guideline], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {one.name.casefold() for one in there}
        once = {one.layer for one in there} - {Guideline.Layer.FURTHER}
        choice = self.fields["layer"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [pair for pair in Guideline.Layer.choices if pair[0] not in once]
            self.initial["layer"] = choice.choices[0][0]

    def clean_name(self) -> str:
        """A name that no other layer has."""
        name: str = self.cleaned_data["name"].strip()
        if name.casefold() in self.names:
            self.add_error("name", ALREADY)
        return name


class BeginForm(PlainForm):
    """How a draft begins: from the last edition, a template, or empty."""

    how = forms.ChoiceField(
        choices=[("last", ""), ("empty", ""), *((key, "") for key in NAMES)], error_messages={"required": _("Please choose.")}
    )
    languages = forms.MultipleChoiceField(choices=[(code, code) for code in LANGUAGES], required=False)


class DraftForm(PlainForm):
    """The languages of a draft, and its words before the points in each."""

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Languages"),
            choices=[(code, language_name(code)) for code in LANGUAGES],
            initial=edition.languages,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one language.")},
        )
        for code in edition.languages:
            self.fields[f"intro_{code}"] = TextField(
                label=_("Opening words: %(language)s") % {"language": language_name(code)},
                initial=edition.intro.get(code, ""),
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 4, "lang": code}),
            )

    def save(self) -> Edition:
        """Keep it; words of a language that was taken out are kept, too, until the draft is decided."""
        edition = self.edition
        given = self.cleaned_data
        edition.intro = edition.intro | {code: given[f"intro_{code}"].strip() for code in edition.languages}
        wanted = given["languages"]
        edition.languages = [code for code in edition.languages if code in wanted] + [
            code for code in wanted if code not in edition.languages
        ]
        edition.save(update_fields=["intro", "languages"])
        return edition


class TitleForm(PlainForm):
    """A new point by its title in the first language."""

    title = forms.CharField(label=_("Title of the point"), max_length=200)


PARTS: tuple[tuple[str, Any, Any, int], ...] = (
    ("text", _("Text"), "", 6),
    ("do", pgettext_lazy("guideline", "Do"), _("One line each."), 3),
    ("dont", pgettext_lazy("guideline", "Don’t"), _("One line each."), 3),
)


class PointForm(PlainForm):
    """A point in each language of its edition. What is missing is said when the edition is decided, not before."""

    def __init__(self, *args: Any, point: Point, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.point = point
        for code in point.edition.languages:
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title of the point"),
                initial=point.title.get(code, ""),
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"lang": code}),
            )
            for name, label, help_text, rows in PARTS:
                self.fields[f"{name}_{code}"] = TextField(
                    label=label,
                    help_text=help_text,
                    initial=getattr(point, name).get(code, ""),
                    max_length=LONGEST,
                    widget=forms.Textarea(attrs={"rows": rows, "lang": code}),
                )

    @property
    def by_language(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Code, name and fields of each language."""
        return [
            (code, language_name(code), [self[f"{name}_{code}"] for name in ("title", "text", "do", "dont")])
            for code in self.point.edition.languages
        ]

    def save(self) -> Point:
        """Keep it."""
        for name in ("title", "text", "do", "dont"):
            words = dict(getattr(self.point, name))
            for code in self.point.edition.languages:
                words[code] = self.cleaned_data[f"{name}_{code}"].strip()
            setattr(self.point, name, {code: text for code, text in words.items() if text})
        self.point.save(update_fields=["title", "text", "do", "dont"])
        return self.point


class DecisionForm(PlainForm):
    """From when, and who decided it."""

    valid_from = day_field(_("Valid from"))
    decided_by = forms.CharField(
        label=pgettext_lazy("edition", "Decided by"),
        max_length=200,
        help_text=_("For example: library management, with the staff council, 12 May"),
    )

    def __init__(self, *args: Any, today: date, last: Edition | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.last = today, last
        self.initial["valid_from"] = today

    def clean_valid_from(self) -> date:
        """Not before the edition before it, and not in the far future."""
        day: date = self.cleaned_data["valid_from"]
        if self.last and self.last.valid_from and day < self.last.valid_from:
            self.add_error("valid_from", _("The edition before it counts from a later day on."))
        elif abs(day - self.today) > FARTHEST:
            self.add_error("valid_from", _("Please check the year."))
        return day


class PackageForm(PlainForm):
    """A package from another house."""

    file = forms.FileField(label=_("File of the package"), widget=forms.FileInput(attrs={"accept": ".json,application/json"}))
