"""The words that a library uses again and again: its topics, hashtags and partners, and the forms in which they are kept."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from theke.people.models import HistoryEntry, Library, Person
from theke.posts.models import Hashtag, Partner, Topic
from theke.ui.plain_input import keep_plain

HASHTAG = re.compile(r"(?=\w*[^\W\d_])\w+")
HANDLE = re.compile(r"@\w[\w.-]*(@[\w-]+(\.[\w-]+)+)?|https://\S+")

Word = Topic | Hashtag | Partner


class WordForm(forms.ModelForm):  # type: ignore[type-arg]
    """A word of the library; it has each one once, whatever its capitals."""

    unique = "name"

    def __init__(self, library: Library, *args: Any, **kwargs: Any) -> None:
        self.library = library
        super().__init__(*args, **kwargs)
        keep_plain(self)
        self.instance.library = library

    def clean(self) -> dict[str, Any]:
        """Refuse what the library has already."""
        data = super().clean() or {}
        given = data.get(self.unique)
        same = type(self.instance).objects.filter(library=self.library, **{f"{self.unique}__iexact": given})
        if given and same.exclude(pk=self.instance.pk).exists():
            self.add_error(self.unique, _("You have this one already."))
        return data


class TopicForm(WordForm):
    """A topic's name."""

    class Meta:
        model = Topic
        fields = ("name",)


class HashtagForm(WordForm):
    """A hashtag, with or without its sign."""

    unique = "word"

    class Meta:
        model = Hashtag
        fields = ("word",)
        help_texts = {"word": _("With a capital for each word, so that screen readers read it well: #ReadingTogether")}

    def clean_word(self) -> str:
        """The word without the sign, if networks would take it for a hashtag."""
        word = str(self.cleaned_data["word"]).removeprefix("#")
        if not HASHTAG.fullmatch(word):
            raise ValidationError(_("A hashtag has letters and digits only, and at least one letter."))
        return word


class PartnerForm(WordForm):
    """An institution and its public account."""

    unique = "handle"

    class Meta:
        model = Partner
        fields = ("name", "handle")

    def clean_handle(self) -> str:
        """The account as it is written in posts."""
        handle = str(self.cleaned_data["handle"])
        if not HANDLE.fullmatch(handle):
            raise ValidationError(_("Please write the account as in a post, such as @museum@kultur.example, or its address."))
        return handle


FORMS: dict[str, type[WordForm]] = {"topics": TopicForm, "hashtags": HashtagForm, "partners": PartnerForm}


@transaction.atomic
def place_last(topic: Topic) -> None:
    """Put a new topic after the others."""
    last = Topic.objects.filter(library=topic.library).exclude(pk=topic.pk).aggregate(last=Max("position"))["last"]
    Topic.objects.filter(pk=topic.pk).update(position=(last or 0) + 1)


@transaction.atomic
def move(topic: Topic, step: int) -> None:
    """Move a topic one place up (-1) or down (1). A retired one has no place."""
    topics = list(Topic.objects.filter(library=topic.library).in_use())
    if topic not in topics:
        return
    place = topics.index(topic)
    if 0 <= place + step < len(topics):
        topics[place], topics[place + step] = topics[place + step], topics[place]
    for position, one in enumerate(topics):
        Topic.objects.filter(pk=one.pk).update(position=position)


@transaction.atomic
def retire(topic: Topic, *, by: Person) -> None:
    """Offer a topic no longer; posts keep it."""
    Topic.objects.filter(pk=topic.pk).update(retired_at=timezone.now())
    HistoryEntry.write(gettext_noop("retired"), topic, by=by, library=topic.library)


@transaction.atomic
def bring_back(topic: Topic, *, by: Person) -> None:
    """Offer it again, after the others."""
    Topic.objects.filter(pk=topic.pk).update(retired_at=None)
    place_last(topic)
    HistoryEntry.write(gettext_noop("brought back"), topic, by=by, library=topic.library)
