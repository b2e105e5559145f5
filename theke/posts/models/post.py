"""What the library says, with the person who says it."""

import uuid
from functools import cached_property
from typing import Self

from django.db import models
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.people.models import Library, Person


class PostQuerySet(models.QuerySet["Post"]):
    """Questions about posts."""

    def visible_to(self, person: Person) -> Self:
        """The posts of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def posts(self) -> Self:
        """Those written for channels; answers apart."""
        return self.filter(form=Post.Form.POST)

    def kept(self) -> Self:
        """Those not in the bin."""
        return self.filter(binned_at=None)

    def drafts(self) -> Self:
        """Those that nobody has sent or planned yet."""
        return self.kept().filter(released_at=None)


class Post(models.Model):
    """One thing to say, on one or more channels. The sender is a person; how they are shown is the channel's rule."""

    class Kind(models.TextChoices):
        """On whose behalf it speaks (A21)."""

        LIBRARY = "library", _("on behalf of the library")
        PERSONAL = "personal", _("personal statement")

    class Form(models.TextChoices):
        """What it is."""

        POST = "post", _("post")
        REPLY = "reply", _("answer")

    class Late(models.TextChoices):
        """What happens when it could not go out in time."""

        SEND = "send", _("send it anyway")
        ASK = "ask", _("ask me")
        DROP = "drop", _("do not send it")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey(Library, models.CASCADE, related_name="posts")
    sender = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.LIBRARY)
    form = models.CharField(max_length=8, choices=Form.choices, default=Form.POST)
    title = models.CharField(_("Title"), max_length=200, blank=True)
    text = models.TextField(_("Text"), blank=True)
    warning = models.CharField(_("Content warning"), max_length=200, blank=True)
    lang = models.CharField(_("Language"), max_length=2, default="de")
    sponsored = models.BooleanField(
        _("Paid for, or about something we were given"), default=False, help_text=_("It is labelled as advertising then.")
    )
    ai_made = models.BooleanField(
        _("Written with the help of AI"), default=False, help_text=_("For more than spelling: it is labelled then.")
    )
    films_captioned = models.BooleanField(
        _("Linked films have captions or a transcript"),
        default=False,
        help_text=_("Asked where a link leads to a film or a recording."),
    )
    leave = models.CharField(
        _("Leave for what is quoted"), max_length=200, blank=True, help_text=_("Who has given it, and when.")
    )
    topics = models.ManyToManyField("posts.Topic", related_name="posts", blank=True, verbose_name=_("Topics"))
    names = models.CharField(
        max_length=300, blank=True, help_text="of an answer: whom it must name to reach them; stands in front"
    )
    heated_at = models.DateTimeField(null=True, blank=True, help_text="of an answer: since when its conversation is heated")
    answered_at = models.DateTimeField(null=True, blank=True, help_text="of an answer: when we last answered there")
    audience = models.CharField(_("Visibility"), max_length=10, default="public")
    late = models.CharField(_("If it cannot go out in time"), max_length=4, choices=Late.choices, default=Late.ASK)
    late_after = models.PositiveIntegerField(default=60, help_text="minutes after the planned time")
    planned_wall = models.CharField(max_length=16, blank=True, help_text="wall time as planned, YYYY-MM-DDTHH:MM")
    planned_zone = models.CharField(max_length=60, blank=True)
    wished_at = models.DateTimeField(
        null=True, blank=True, help_text="of a draft: the moment its author has in mind; nothing goes out because of it"
    )
    written_by = models.JSONField(
        default=list,
        blank=True,
        help_text="keys of all who have saved a word of it: none of them can be its second pair of eyes",
    )
    revision = models.PositiveIntegerField(default=0, help_text="raised by every save; a save of an older one is refused")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    saved_from = models.CharField(
        max_length=40, blank=True, help_text="the open page that saved last, a random word of its own"
    )
    set_aside = models.JSONField(
        default=dict,
        blank=True,
        help_text="texts that are not in use but not lost: own texts by channel, `replaced` by a later save",
    )
    released_at = models.DateTimeField(null=True, blank=True, help_text="when publishing took it over")
    released_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    binned_at = models.DateTimeField(null=True, blank=True)
    objects = PostQuerySet.as_manager()
    request_ended = False
    """Not stored: whether the last save has ended a request for approval."""

    class Meta:
        ordering = ["-saved_at"]
        indexes = [
            models.Index(fields=["library", "-saved_at"]),
            models.Index(fields=["library", "wished_at"]),
            models.Index(fields=["planned_wall"], name="post_planned"),
            models.Index(fields=["library", "-released_at"], name="post_by_release"),
            models.Index(
                fields=["library", "-saved_at"], name="post_drafts", condition=models.Q(released_at=None, binned_at=None)
            ),
            models.Index(fields=["library", "-binned_at"], name="post_bin_of", condition=models.Q(binned_at__isnull=False)),
            models.Index(fields=["binned_at"], name="post_in_bin", condition=models.Q(binned_at__isnull=False)),
            models.Index("library", Length("text"), name="posts_post_length"),  # finds the same text again
        ]

    def __str__(self) -> str:
        return self.headline

    @cached_property
    def authors(self) -> list[Person]:
        """Who speaks together with the sender, in their order; who has left speaks no longer. Can be set to what is not stored yet."""
        named = self.authorships.select_related("person")
        return [one.person for one in named if one.person.left_at is None and one.person_id != self.sender_id]

    @property
    def headline(self) -> str:
        """What to call it in a list: the title, or the beginning of the text."""
        line = self.title or next((part for part in self.text.splitlines() if part.strip()), "") or gettext("Without text")
        return line if len(line) <= 80 else line[:79].rstrip() + "…"
