"""Forms for what is the library's own."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from theke.guidelines.cards import Unusable, compiled
from theke.guidelines.forms.document import ALREADY, day_field
from theke.guidelines.models import CoverRight, ElectionPeriod, OwnThings
from theke.people.models import Library
from theke.ui.plain_input import PlainForm, TextField, keep_plain

MOST_LINES = 500
DOMAIN = re.compile(r"(?:[a-z0-9à-ÿ](?:[a-z0-9à-ÿ-]{0,61}[a-z0-9à-ÿ])?\.)+[a-z]{2,24}")
PHONE = re.compile(r"\+?[\d\s()/.\-–]{3,30}")
IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{8,30}")
LONGEST_ELECTION = timedelta(days=366)


class LinesField(TextField):
    """Several things, one on each line; each is looked at by itself."""

    def __init__(self, each: Callable[[str], str], *, longest: int = 200, **kwargs: Any) -> None:
        self.each, self.longest = each, longest
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The list, each thing once. Raises ValidationError that names the line."""
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(_("At most %(n)d lines, please."), params={"n": MOST_LINES})
        too_long = next((line for line in lines if len(line) > self.longest), None)
        if too_long:
            raise ValidationError(_("“%(line)s…” is too long."), params={"line": too_long[:40]})
        return list(dict.fromkeys(self.each(line) for line in lines))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the lines are others."""
        typed = [line.strip() for line in str(data or "").splitlines() if line.strip()]
        return typed != list(initial or [])


def as_typed(line: str) -> str:
    """Any words."""
    return line


def _domain(line: str) -> str:
    host = re.sub(r"^https?://", "", line.lower()).split("/")[0].removeprefix("www.")
    if not DOMAIN.fullmatch(host):
        raise ValidationError(_("“%(line)s” is no domain. For example: library.example"), params={"line": line})
    return host


def _phone(line: str) -> str:
    if not PHONE.fullmatch(line):
        raise ValidationError(_("“%(line)s” is no telephone number."), params={"line": line})
    return line


def _iban(line: str) -> str:
    plain = line.replace(" ", "").upper()
    turned = "".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4]) if IBAN.fullmatch(plain) else ""
    if not turned or int(turned) % 97 != 1:
        raise ValidationError(_("“%(line)s” is no IBAN: its check digits do not fit."), params={"line": line})
    return plain


def _address(line: str) -> str:
    try:
        validate_email(line)
    except ValidationError:
        raise ValidationError(_("“%(line)s” is no e-mail address."), params={"line": line}) from None
    return line.lower()


class OursForm(PlainForm):
    """Domains, telephones, card pattern, words: all that the checks have to know."""

    domains = LinesField(_domain, label=_("Our domains"), help_text=_("One a line. What lies below them counts, too."))
    phones = LinesField(
        _phone, label=_("Our telephone numbers"), help_text=_("They may stand in posts; others are asked about.")
    )
    addresses = LinesField(_address, label=_("E-mail addresses elsewhere that may be named"))
    ibans = LinesField(_iban, label=_("Our bank accounts (IBAN)"))
    names = LinesField(as_typed, label=_("Names as we spell them"), help_text=_("Branches, rooms, rows of events."))
    allowed = LinesField(
        as_typed, label=_("Words that are fine here"), help_text=_("Titles and names that a list of words must not object to.")
    )
    harsh_de = LinesField(as_typed, label=_("Further insulting words, German"))
    harsh_sv = LinesField(as_typed, label=_("Further insulting words, Swedish"))
    harsh_en = LinesField(as_typed, label=_("Further insulting words, English"))
    internal_terms = LinesField(
        as_typed, label=_("Internal words"), help_text=_("Names of projects, servers and lists that do not belong outside.")
    )
    unnamed = LinesField(as_typed, label=_("People who do not want to be named"))
    brands = LinesField(as_typed, label=_("Brands that are no word for a thing"))
    candidates = LinesField(as_typed, label=_("Further parties and candidates"))
    disclaimers = LinesField(
        as_typed, label=_("Sentences that mark a personal statement"), longest=300, help_text=_("The usual ones are known.")
    )
    card_pattern = forms.CharField(
        label=_("Borrower card: pattern"),
        required=False,
        max_length=120,
        help_text=_(
            "A regular expression for the whole number, for example 00\\d{8}. Empty where cards have no number of their own."
        ),
    )
    card_check = forms.ChoiceField(label=_("Check digit"), choices=OwnThings.Check.choices, required=False)
    follows_links = forms.BooleanField(
        label=_("Follow the links in our texts"),
        required=False,
        help_text=_(
            "In the background the desk looks whether the links of drafts and planned posts still lead somewhere, and says where they do not. Without the tick it calls no page for this."
        ),
    )

    LISTS = (
        "domains",
        "phones",
        "addresses",
        "ibans",
        "names",
        "allowed",
        "internal_terms",
        "unnamed",
        "brands",
        "candidates",
        "disclaimers",
    )
    SINGLE = ("card_pattern", "card_check", "follows_links")
    HARSH = ("de", "sv", "en")

    def __init__(self, *args: Any, row: OwnThings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.initial = {name: getattr(row, name) for name in (*self.LISTS, *self.SINGLE)}
        self.initial |= {f"harsh_{code}": row.harsh.get(code, []) for code in self.HARSH}

    def clean_card_pattern(self) -> str:
        """A pattern that says something and cannot run away."""
        typed: str = self.cleaned_data["card_pattern"]
        try:
            compiled(typed)
        except Unusable as trouble:
            self.add_error("card_pattern", str(trouble))
        return typed

    def save(self) -> list[str]:
        """Keep it; the names of what has changed."""
        given = self.cleaned_data
        for name in (*self.LISTS, *self.SINGLE):
            setattr(self.row, name, given[name])
        self.row.harsh = {code: given[f"harsh_{code}"] for code in self.HARSH if given[f"harsh_{code}"]}
        self.row.save()
        return list(self.changed_data)


class CardForm(PlainForm):
    """A pattern and a number to try it on."""

    card_pattern = forms.CharField(required=False, max_length=120)
    card_check = forms.ChoiceField(choices=OwnThings.Check.choices, required=False)
    card_number = forms.CharField(required=False, max_length=60)


class DutiesForm(PlainForm):
    """What somebody must have done before they may publish (A03)."""

    asks_confirmation = forms.BooleanField(label=_("have confirmed the guideline that counts"), required=False)
    asks_introduction = forms.BooleanField(label=_("have been introduced"), required=False)


class _OfLibrary(forms.ModelForm):  # type: ignore[type-arg]
    """A row of the library."""

    def __init__(self, library: Library, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_plain(self)
        self.instance.library = library


class CoverForm(_OfLibrary):
    """What a publisher allows."""

    source = forms.URLField(label=_("Where it says so"), max_length=300, required=False, assume_scheme="https")

    class Meta:
        model = CoverRight
        fields = ("publisher", "isbn_prefix", "may", "credit", "source")

    def clean_publisher(self) -> str:
        """Each publisher once."""
        name: str = self.cleaned_data["publisher"].strip()
        if CoverRight.objects.filter(library=self.instance.library, publisher__iexact=name).exists():
            raise ValidationError(ALREADY)
        return name

    def clean_isbn_prefix(self) -> str:
        """Digits and hyphens."""
        typed: str = self.cleaned_data["isbn_prefix"].strip()
        if typed and not re.fullmatch(r"97[89][\d -]{1,14}", typed):
            raise ValidationError(_("The beginning of an ISBN is 978 or 979 and some more digits."))
        return typed


class ElectionForm(_OfLibrary):
    """An election and the weeks before it."""

    first = day_field(_("First day"))
    last = day_field(_("Last day"))

    class Meta:
        model = ElectionPeriod
        fields = ("name", "first", "last")

    def clean(self) -> dict[str, Any]:
        """In the right order and within a year."""
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if isinstance(first, date) and isinstance(last, date):
            if last < first:
                self.add_error("last", _("The last day comes before the first."))
            elif last - first > LONGEST_ELECTION or not 2000 < first.year < 2100:
                self.add_error("last", _("Please check the year."))
        return data
