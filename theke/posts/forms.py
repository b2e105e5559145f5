"""The composer's form: everything that one save brings."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import F, FilteredRelation, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Person
from theke.posts.composing import DECLARED, Changes, composed
from theke.posts.models import Post, Topic
from theke.posts.options import OptionsForm
from theke.posts.picture_forms import PictureForm
from theke.posts.showing import Review
from theke.posts.topics import offered_to, topics_of
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import TextField

AUDIENCES = {
    "public": _("public"),
    "unlisted": _("public, but not in the public timelines"),
    "private": _("followers only"),
    "direct": _("only those mentioned"),
}


class WallTimeField(forms.Field):
    """A day and a time as the library's clocks show them. Where they jump or come twice, the earlier reading is taken."""

    def __init__(self, zone: ZoneInfo, **kwargs: Any) -> None:
        self.zone = zone
        super().__init__(widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The moment as the clocks show it; what was typed stays as typed."""
        return value.astimezone(self.zone).replace(tzinfo=None) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        """The moment (aware), None for nothing."""
        if not value:
            return None
        try:
            wall = datetime.fromisoformat(str(value).strip())
        except ValueError:
            wall = datetime.min  # noqa: DTZ901 -- refused below
        if wall.tzinfo is not None or not 2000 <= wall.year <= 9000:
            raise ValidationError(_("Enter a date and a time."))
        return wall.replace(second=0, microsecond=0, tzinfo=self.zone)


@dataclass(frozen=True)
class Offered:
    """One box to tick."""

    value: int
    name: str
    chosen: bool


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
    sponsored = forms.BooleanField(required=False)
    ai_made = forms.BooleanField(required=False)
    films_captioned = forms.BooleanField(required=False)
    leave = TextField(max_length=200, strip=True)
    late = forms.ChoiceField(label=_("If it cannot go out in time"), choices=Post.Late.choices)

    def __init__(self, post: Post, by: Person, data: Any = None) -> None:
        self.post = post
        names = ("revision", "text", "title", "warning", "lang", "audience", "kind", "late", "wished_at", *DECLARED)
        versions = list(post.versions.all())
        initial = {name: getattr(post, name) for name in names} | {"channels": [version.channel_id for version in versions]}
        super().__init__(data, initial=initial)
        self.fields["text"].widget.attrs["lang"] = post.lang  # for the browser's spelling check
        self._offer_channels(by)
        self._offer_details(by)
        for name in DECLARED:
            self.fields[name].label, self.fields[name].help_text = said_of(name)
        self._field("lang").choices = _languages(post)
        self._field("audience").choices = list(AUDIENCES.items())
        self.own_of = {version.channel_id: f"own-{version.channel_id}" for version in versions if version.own_text is not None}
        for version in versions:
            if version.own_text is not None:
                widget = forms.Textarea(attrs={"rows": 7, "lang": post.lang})
                self.fields[f"own-{version.channel_id}"] = TextField(label=_("Text"), widget=widget, initial=version.own_text)
        self.pictures = [PictureForm(one, data) for one in post.attachments.all()]
        self.options = [made for version in versions if (made := OptionsForm(version, data)).fields]
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

    def _offer_details(self, by: Person) -> None:
        """Topics, colleagues who may be named beside the sender, and the moment that the author has in mind."""
        self.topics = list(offered_to(self.post)) or list(topics_of(self.post.library))
        self.everybody = list(_nameable(self.post, by))
        self.colleagues = [one for one in self.everybody if one.pk != self.post.sender_id]
        self.initial["topics"] = [one.pk for one in self.topics if getattr(one, "chosen", False)]
        named = sorted((one for one in self.colleagues if one.place is not None), key=lambda one: one.place)
        self.initial["authors"] = [one.pk for one in named]
        self.post.authors = [one for one in named if one.left_at is None]
        offered = Topic.objects.filter(pk__in=[one.pk for one in self.topics])
        self.fields["topics"] = PickSeveral(offered, required=False, label=_("Topics"))
        self.fields["authors"] = PickSeveral(
            _nameable(self.post, by).exclude(pk=self.post.sender_id), required=False, label=_("Written together with")
        )
        about = _("Nothing goes out because of it; the calendar shows it.")
        self.fields["wished_at"] = WallTimeField(
            self.post.library.zone, required=False, label=_("Wished time"), help_text=about, show_hidden_initial=True
        )

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

    @property
    def topics_offered(self) -> list[Offered]:
        """The topics as chips, as they are ticked now."""
        return self._offered("topics", [(one.pk, one.name) for one in self.topics])

    @property
    def authors_offered(self) -> list[Offered]:
        """The colleagues as chips."""
        return self._offered("authors", [(one.pk, one.name) for one in self.colleagues])

    @property
    def authors_named(self) -> str:
        """Who is ticked, in a line."""
        return ", ".join(one.name for one in self.authors_offered if one.chosen)

    def _offered(self, name: str, choices: list[tuple[int, str]]) -> list[Offered]:
        said = self.is_bound and self.details_said
        ticked = {str(value) for value in (self[name].value() if said else self.initial[name])}
        return [Offered(pk, words, str(pk) in ticked) for pk, words in choices]

    @property
    def details_said(self) -> bool:
        """Whether the save speaks of topics, authors and the wished time: nothing ticked looks like nothing said."""
        return "details" in self.data

    @property
    def wish_said(self) -> bool:
        """Whether the wished time was changed on the page. Otherwise a draft moved in the calendar meanwhile keeps its new day."""
        shown = self.add_initial_prefix("wished_at")
        return self.details_said and (shown not in self.data or "wished_at" in self.changed_data)

    def is_valid(self) -> bool:
        """Whether the post, all its pictures and all that its channels ask are in order."""
        faulty = [one for one in (*self.pictures, *self.options) if one.is_bound and not one.is_valid()]
        return super().is_valid() and not faulty

    @property
    def all_errors(self) -> dict[str, list[str]]:
        """What is wrong, by the id of its field."""
        return {
            field.auto_id: [str(error) for error in field.errors]
            for form in (self, *self.pictures, *self.options)
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
        return Changes({}, [version.channel for version in post.versions.all()])

    @property
    def changes(self) -> Changes:
        """What this save brings."""
        data, said = self.cleaned_data, self.details_said
        names = ["title", "text", "warning", "lang", "audience", "kind", "late", *(DECLARED if said else ())]
        names += ["wished_at"] if self.wish_said else []
        return Changes(
            fields={name: data[name] for name in names},
            channels=list(data["channels"]),
            own={pk: data[name] for pk, name in self.own_of.items() if name in self.data},
            options={one.channel.pk: one.said for one in self.options},
            pictures={picture.attachment.pk: picture.said for picture in self.pictures},
            topics=list(data["topics"]) if said else None,
            authors=self._in_order(data["authors"]) if said else None,
        )

    def _in_order(self, authors: Any) -> list[Person]:
        """Who was named before keeps the place, who is new comes last."""
        before = self.initial["authors"]
        return sorted(authors, key=lambda one: before.index(one.pk) if one.pk in before else len(before))


def _nameable(post: Post, by: Person) -> Any:
    """Colleagues who work here, and who is named already, each with their `place` among the authors."""
    named = FilteredRelation("authorships", condition=Q(authorships__post_id=post.pk))
    people = Person.objects.visible_to(by).annotate(named=named, place=F("named__position"))
    return people.filter(Q(left_at=None, is_active=True) | Q(place__isnull=False))


def said_of(name: str) -> tuple[str, str]:
    """How the post itself calls one of its fields, and what it says of it."""
    asked: Any = Post._meta.get_field(name)
    return asked.verbose_name, asked.help_text


def _languages(post: Post) -> list[tuple[str, str]]:
    names = dict(settings.LANGUAGES)
    codes = dict.fromkeys([*post.library.languages, post.lang])
    return [(code, names.get(code, code)) for code in codes]


class ReasonForm(forms.Form):
    """Why somebody goes past a warning."""

    reason = TextField(required=True, strip=True, max_length=300, label=_("Reason"))
