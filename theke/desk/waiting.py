"""What waits for someone: troubles first, then the public by how long it has waited."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from theke.channels.models import Channel
from theke.inbox.models import Answer, Conversation
from theke.people.access import EDITORS, may
from theke.people.models import Person
from theke.publishing.models import Delivery, State

MOST = 12


@dataclass(frozen=True)
class Waiting:
    """One line: the spine, a sentence, the reason, one button with a verb."""

    key: str
    channel: Channel
    sentence: str
    button: str
    url: str
    said: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    tag: str = ""
    tag_kind: str = ""
    since: datetime | None = None


def waiting_for(person: Person) -> list[Waiting]:
    """Everything that waits for this person, in the order in which it should be done."""
    return [
        *_deliveries(person),
        *_channels(person),
        *_held(person),
        *_conversations(Conversation.objects.of(person), person, pgettext("button", "Answer"), ""),
        *_conversations(Conversation.objects.free(), person, pgettext("button", "Look"), _("free")),
    ]


def _deliveries(person: Person) -> Iterable[Waiting]:
    found = Delivery.objects.visible_to(person).needing_a_person().select_related("post", "channel__branch")
    if person.role not in EDITORS:
        found = found.filter(Q(post__sender=person) | Q(by=person))
    sentences = {
        State.FAILED: _("“%(post)s” was not published"),
        State.ASK: _("Please check whether “%(post)s” is there"),
        State.LATE: _("“%(post)s” is late: send it all the same?"),
    }
    for one in found.oldest_first()[:MOST]:
        failed = one.state == State.FAILED
        yield Waiting(
            key=f"delivery-{one.pk}",
            channel=one.channel,
            sentence=sentences[State(one.state)] % {"post": one.post.headline},
            button=pgettext("button", "Mend") if failed else pgettext("button", "Decide"),
            url=reverse("publishing:page", args=[one.post.uuid]),
            said=one.trouble,
            tag=_("Error") if failed else _("Decision"),
            tag_kind="danger" if failed else "warn",
        )


def _channels(person: Person) -> Iterable[Waiting]:
    found = Channel.objects.visible_to(person).connected().filter(token_state__in=[Channel.Token.DEAD, Channel.Token.EXPIRING])
    mends = may(person, "connect_channels")
    if not mends:
        found = found.filter(Q(responsible=person) | Q(deputy=person))
    for one in found.select_related("branch")[:MOST]:
        dead = one.token_state == Channel.Token.DEAD
        sentence = _("%(channel)s no longer lets us in") if dead else _("The access to %(channel)s runs out soon")
        yield Waiting(
            key=f"channel-{one.pk}",
            channel=one,
            sentence=sentence % {"channel": one.name},
            button=_("Connect again") if mends else pgettext("button", "Look"),
            url=reverse("channels:page", args=[one.pk]),
            said=one.last_trouble,
            tag=_("Error") if dead else "",
            tag_kind="danger",
        )


def _held(person: Person) -> Iterable[Waiting]:
    found = Answer.objects.filter(by=person, held=True, conversation__library_id=person.library_id or 0)
    for one in found.select_related("conversation__channel__branch", "conversation__with_contact")[:MOST]:
        yield Waiting(
            key=f"answer-{one.pk}",
            channel=one.conversation.channel,
            sentence=_("Your answer to %(who)s was held back") % {"who": one.conversation.with_contact},
            button=pgettext("button", "Decide"),
            url=reverse("inbox:conversation", args=[one.conversation.uuid]),
            reason=_("Something new was written meanwhile."),
            tag=_("Decision"),
            tag_kind="warn",
        )


def _conversations(found: Any, person: Person, button: str, tag: str) -> Iterable[Waiting]:
    open_ones = found.visible_to(person).open().filter(waiting_since__isnull=False).longest_waiting_first()
    for one in open_ones.select_related("channel__branch", "with_contact", "about")[:MOST]:
        yield Waiting(
            key=f"conversation-{one.pk}",
            channel=one.channel,
            sentence=_("%(who)s waits for an answer") % {"who": one.with_contact},
            button=button,
            url=reverse("inbox:conversation", args=[one.uuid]),
            reason=_("On “%(post)s”") % {"post": one.about.headline} if one.about else "",
            tag=tag,
            since=one.waiting_since,
        )
