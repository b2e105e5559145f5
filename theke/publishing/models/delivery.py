"""One write to one channel, fixed when it was scheduled. The row is the truth; an engine only moves it."""

import uuid
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Person
from theke.posts.models import Post


class State(models.TextChoices):
    """Where a delivery stands. `due` and `sending` are on their way; the others are settled until a person acts."""

    DUE = "due", _("planned")
    SENDING = "sending", _("going out")
    SENT = "sent", _("published")
    FAILED = "failed", _("not published")
    ASK = "ask", _("please check")
    LATE = "late", _("too late, please decide")
    HAND = "hand", _("to be published by hand")
    DROPPED = "dropped", _("not sent, too late")
    CANCELLED = "cancelled", _("cancelled")


class Kind(models.TextChoices):
    """What the write does."""

    POST = "post", _("publication")
    EDIT = "edit", _("change")
    REMOVE = "remove", _("removal")


ON_THE_WAY = (State.DUE, State.SENDING)
NEEDS_A_PERSON = (State.FAILED, State.ASK, State.LATE, State.HAND)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Questions about deliveries."""

    def visible_to(self, person: Person) -> Self:
        """The deliveries of the person's library."""
        return self.filter(post__library_id=person.library_id, post__library__isnull=False)

    def on_the_way(self) -> Self:
        """Planned, or going out now."""
        return self.filter(state__in=ON_THE_WAY)

    def needing_a_person(self) -> Self:
        """Failed, doubtful or late: somebody must decide."""
        return self.filter(state__in=NEEDS_A_PERSON)

    def held(self) -> Self:
        """What a pause has stopped, until somebody says what becomes of it."""
        return self.filter(state=State.DUE, held_at__isnull=False)

    def standing(self) -> Self:
        """Posts that were sent and not removed again: what the public can see."""
        removed = Delivery.objects.filter(original=models.OuterRef("pk"), kind=Kind.REMOVE, state=State.SENT)
        return self.filter(kind=Kind.POST, state=State.SENT).exclude(models.Exists(removed))

    def oldest_first(self) -> Self:
        """In the order in which they are due."""
        return self.order_by("due_at", "pk")


class Delivery(models.Model):
    """A post to a channel, its edit, or its removal. Everything that makes the write repeatable is fixed at creation."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, models.PROTECT, related_name="deliveries")
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="deliveries")
    kind = models.CharField(max_length=6, choices=Kind.choices, default=Kind.POST)
    purpose = models.CharField(max_length=20, default="post", help_text="post, edit:1, edit:2 …, remove:1 …")
    part = models.PositiveSmallIntegerField(default=0, help_text="place in a chain of replies to ourselves")
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    original = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="changes", help_text="what is edited or removed"
    )
    payload = models.JSONField(
        help_text="text with signature, title, warning, lang, audience, media [{asset, spec, alt, focus}], sender"
    )
    target = models.JSONField(default=dict, blank=True, help_text="Ref that a reply answers")
    key = models.CharField(max_length=64, unique=True, help_text="idempotency or record key, chosen once")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    state = models.CharField(max_length=9, choices=State.choices, default=State.DUE)
    due_at = models.DateTimeField()
    late = models.CharField(max_length=4, choices=Post.Late.choices, default=Post.Late.ASK)
    late_at = models.DateTimeField(null=True, blank=True, help_text="from then on the late policy holds; None for never")
    retry_at = models.DateTimeField(null=True, blank=True)
    fence = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    intent_at = models.DateTimeField(null=True, blank=True, help_text="when the first try was about to go on the wire")
    held_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="since when it waits for a person's word, after a pause or over a picture; it goes nowhere before",
    )
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often the write was put on the wire")
    looks = models.PositiveSmallIntegerField(default=0, help_text="looks in a row that said Absent since the last try")
    staged = models.JSONField(default=dict, blank=True, help_text="what preparing has kept, such as remote media ids")
    remote = models.JSONField(default=dict, blank=True, help_text="Ref of the post on its network")
    remote_id = models.CharField(
        max_length=300, blank=True, db_index=True, help_text="remote['id'], for finding what an answer answers"
    )
    url = models.URLField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    trouble = models.JSONField(default=dict, blank=True, help_text="words (msgid) and params of what is wrong now")
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["post", "channel", "purpose", "part"], name="delivery_once", condition=~models.Q(state="cancelled")
            )
        ]
        indexes = [
            models.Index(fields=["state", "due_at"]),
            models.Index(fields=["channel", "state", "due_at"]),
            models.Index(fields=["channel", "-sent_at"]),
            models.Index(fields=["post"], name="delivery_held", condition=models.Q(held_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.post} / {self.channel} ({self.purpose})"

    @property
    def latest_payload(self) -> dict[str, Any]:
        """What the public sees now: the payload of the last change that was carried out, else the original one."""
        changes = [one for one in self.changes.all() if one.kind == Kind.EDIT and one.state == State.SENT]
        payload: dict[str, Any] = max(changes, key=lambda one: one.pk).payload if changes else self.payload
        return payload

    @property
    def is_held(self) -> bool:
        """Whether a pause has stopped it and nobody has decided yet."""
        return self.state == State.DUE and self.held_at is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing happens any more unless a person acts."""
        return self.state not in ON_THE_WAY
