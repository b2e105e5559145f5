"""What waits for someone: troubles first, then the public by how long it has waited."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from theke.channels.models import Channel
from theke.inbox.models import Answer, Conversation
from theke.people.access import EDITORS, may
from theke.people.models import Person
from theke.people.views.absences import within_reach
from theke.posts.models import Approval, Post, Version
from theke.publishing.hurrying import to_look_at
from theke.publishing.models import Delivery, State
from theke.publishing.pausing import held_for

MOST = 12
LOOKED_AT = 60
"""So many requests are read to find those that a person may approve: who has written a post is not asked of the database."""
CAME_BACK = (Approval.State.RETURNED, Approval.State.LAPSED)


@dataclass(frozen=True)
class Waiting:
    """One line: the spine, a sentence, the reason, one button with a verb."""

    key: str
    channel: Channel | None
    sentence: str
    button: str
    url: str
    said: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    tag: str = ""
    tag_kind: str = ""
    since: datetime | None = None


def waiting_for(person: Person, *, bereft: bool = True, stopped: bool = True, urgent: bool = True) -> list[Waiting]:
    """Everything that waits for this person, in the order in which it should be done.

    `bereft` is False where it is known already that no absence has lost its stand-in, `stopped` where no post waits for a word,
    `urgent` where none that went out urgently has to be looked at.
    """
    return [
        *(_urgent(person) if urgent else ()),
        *(_stopped(person) if stopped else ()),
        *_deliveries(person),
        *_channels(person),
        *(_bereft(person) if bereft else ()),
        *_held(person),
        *_requests(person),
        *_conversations(person),
    ]


def _urgent(person: Person) -> Iterable[Waiting]:
    """What went out before anybody else had looked, and that can be this person's to look at."""
    found = list(to_look_at(person).select_related("post", "by")[:LOOKED_AT])
    mine = [one for one in found if person.pk not in one.post.written_by][:MOST]
    channels = _channels_of([one.post_id for one in mine])
    for one in mine:
        yield Waiting(
            key=f"urgent-{one.pk}",
            channel=channels.get(one.post_id),
            sentence=_("“%(post)s” went out urgently: look at it") % {"post": one.post.headline},
            button=pgettext("button", "Look"),
            url=reverse("publishing:page", args=[one.post.uuid]),
            reason=one.why,
            tag=_("Urgent"),
            tag_kind="danger",
        )


def _stopped(person: Person) -> Iterable[Waiting]:
    """One line for all that waits for a person's word, after a pause or over a picture."""
    number = held_for(person).values("post").distinct().count()
    if number:
        words = ngettext("%(n)d post waits for a word from you", "%(n)d posts wait for a word from you", number)
        yield Waiting(
            key="stopped",
            channel=None,
            sentence=words % {"n": number},
            button=pgettext("button", "Decide"),
            url=reverse("publishing:pause"),
            reason=_("None goes out by itself."),
        )


def _deliveries(person: Person) -> Iterable[Waiting]:
    found = Delivery.objects.visible_to(person).needing_a_person().select_related("post", "channel__branch")
    if person.role not in EDITORS:
        found = found.filter(Q(post__sender=person) | Q(by=person))
    sentences = {
        State.FAILED: _("“%(post)s” was not published"),
        State.ASK: _("Please check whether “%(post)s” is there"),
        State.HAND: _("“%(post)s” is ready to be published by hand"),
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


def _bereft(person: Person) -> Iterable[Waiting]:
    """Absences whose stand-in has left: one's own, an editor's all. The button leads to the choice of somebody else."""
    for one in within_reach(person).bereft(timezone.localdate()).select_related("left_stand_in")[:MOST]:
        mine = one.person_id == person.pk
        days = {"person": one.person_id, "starts": one.starts, "ends": one.ends, "absence": one.pk}
        yield Waiting(
            key=f"absence-{one.pk}",
            channel=None,
            sentence=_("Nobody stands in for you") if mine else _("Nobody stands in for %(name)s") % {"name": one.person},
            button=_("Choose somebody"),
            url=f"{reverse('desk:stand_in')}?{urlencode(days)}",
            reason=_("%(name)s has left the library. %(first)s to %(last)s")
            % {
                "name": one.left_stand_in,
                "first": formats.date_format(one.starts, "SHORT_DATE_FORMAT"),
                "last": formats.date_format(one.ends, "SHORT_DATE_FORMAT"),
            },
            tag=_("Absence"),
            tag_kind="warn",
        )


def _held(person: Person) -> Iterable[Waiting]:
    """Answers that have not gone out; what waits for a colleague, or came back from one, has a row of its own."""
    requests = Approval.objects.filter(post=OuterRef("post"))
    mine = Answer.objects.filter(by=person, held=True, conversation__library_id=person.library_id or 0)
    found = mine.annotate(last=Subquery(requests.values("state")[:1])).exclude(last__in=[Approval.State.ASKED, *CAME_BACK])
    for one in found.select_related("conversation__channel__branch", "conversation__with_contact")[:MOST]:
        yield Waiting(
            key=f"answer-{one.pk}",
            channel=one.conversation.channel,
            sentence=_("Your answer to %(who)s has not gone out") % {"who": one.conversation.with_contact},
            button=pgettext("button", "Decide"),
            url=reverse("inbox:conversation", args=[one.conversation.uuid]),
            tag=_("Decision"),
            tag_kind="warn",
        )


def _requests(person: Person) -> Iterable[Waiting]:
    """What is to be approved, then what came back. The channels of both are fetched together."""
    asked, back = _asked(person), _came_back(person)
    channels = _channels_of([one.post_id for one in (*asked, *back)])
    yield from (_approval(one, channels.get(one.post_id)) for one in asked)
    yield from (_returned(one, channels.get(one.post_id)) for one in back)


def _asked(person: Person) -> list[Approval]:
    """What waits for a second pair of eyes that can be this person's."""
    if not may(person, "approve"):
        return []
    asked = Approval.objects.visible_to(person).waiting().filter(post__binned_at=None)
    others = asked.exclude(post__sender=person).exclude(asked_by=person).exclude(post__authorships__person=person)
    found = others.select_related("post", "asked_by").order_by(F("for_at").asc(nulls_last=True), "asked_at")[:LOOKED_AT]
    return [one for one in found if person.pk not in one.post.written_by][:MOST]


def _approval(one: Approval, channel: Channel | None) -> Waiting:
    return Waiting(
        key=f"approval-{one.pk}",
        channel=channel,
        sentence=_("“%(post)s” waits for your approval") % {"post": one.post.headline},
        button=pgettext("button", "Look"),
        url=reverse("publishing:approval", args=[one.post.uuid]),
        reason=one.word or (one.asked_by.name if one.asked_by else ""),
        tag=_("Approval"),
        tag_kind="brand-tag",
    )


def _came_back(person: Person) -> list[Approval]:
    """The person's drafts that came back, or that nobody approved in time, until they are taken up again."""
    mine = Q(post__sender=person) | Q(asked_by=person)
    back = Approval.objects.visible_to(person).filter(mine, state__in=CAME_BACK, post__released_at=None, post__binned_at=None)
    newer = Approval.objects.filter(post=OuterRef("post"), pk__gt=OuterRef("pk"))
    untouched = back.filter(~Exists(newer), revision=F("post__revision")).select_related("post", "decided_by")
    return list(untouched.order_by("-decided_at")[:MOST])


def _returned(one: Approval, channel: Channel | None) -> Waiting:
    lapsed, answer = one.state == Approval.State.LAPSED, one.post.form == Post.Form.REPLY
    sentence = _("“%(post)s” was not approved in time") if lapsed else _("“%(post)s” came back to you")
    return Waiting(
        key=f"returned-{one.pk}",
        channel=channel,
        sentence=sentence % {"post": one.post.headline},
        button=_("Open the answer") if answer else _("Open the draft"),
        url=reverse("inbox:of_answer" if answer else "posts:edit", args=[one.post.uuid]),
        reason=one.answer,
        tag=one.get_state_display(),
        tag_kind="warn",
    )


def _channels_of(posts: list[int]) -> dict[int, Channel]:
    """The first channel of each post."""
    versions = Version.objects.filter(post__in=posts).select_related("channel__branch") if posts else ()
    return {one.post_id: one.channel for one in reversed(list(versions))}


def _conversations(person: Person) -> Iterable[Waiting]:
    """Where the public waits for an answer: the person's own first, then those that nobody has taken."""
    open_ones = Conversation.objects.visible_to(person).open().filter(waiting_since__isnull=False)
    theirs = open_ones.filter(Q(owner=person) | Q(owner=None)).order_by(F("owner").asc(nulls_last=True), "waiting_since")
    for one in theirs.select_related("channel__branch", "with_contact", "about")[: 2 * MOST]:
        free = one.owner_id is None
        yield Waiting(
            key=f"conversation-{one.pk}",
            channel=one.channel,
            sentence=_("%(who)s waits for an answer") % {"who": one.with_contact},
            button=pgettext("button", "Look") if free else pgettext("button", "Answer"),
            url=reverse("inbox:conversation", args=[one.uuid]),
            reason=_("On “%(post)s”") % {"post": one.about.headline} if one.about else "",
            tag=_("free") if free else "",
            since=one.waiting_since,
        )
