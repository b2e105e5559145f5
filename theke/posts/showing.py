"""What the composer shows beside the text: counters, hints, previews and the sentence before sending."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from theke.channels import budgeting
from theke.channels.models import Channel
from theke.guidelines.rules.base import Finding, parts_of
from theke.networks.base import Draft, Measure
from theke.networks.measuring import length
from theke.people.access import may
from theke.people.models import Person
from theke.posts.approving import needed, stands
from theke.posts.checking import draft_of, judge
from theke.posts.composing import Composed
from theke.posts.duplicating import twin_of
from theke.posts.hinting import Hint
from theke.posts.marking import marked
from theke.posts.models import Attachment, Override, Post, Version
from theke.posts.signing import signature_of, signed_text
from theke.posts.splitting import split

HINTS_SHOWN = 3
LATE: dict[str, Promise] = {
    Post.Late.SEND: gettext_lazy("If it cannot go out in time, it goes out as soon as it can."),
    Post.Late.ASK: gettext_lazy("If it cannot go out within the hour, you are asked."),
    Post.Late.DROP: gettext_lazy("If it cannot go out in time, it is not sent, and you are told."),
}


@dataclass(frozen=True)
class Counter:
    """How much of a channel's room a text takes, signature included."""

    channel: Channel
    have: int
    most: int
    measure: Measure
    signature: str
    own: bool
    chained: bool = False

    @property
    def state(self) -> str:
        """Nothing up to 80 %, `near` up to the limit, `over` above."""
        return "over" if self.have > self.most else "near" if self.have > self.near else ""

    @property
    def near(self) -> int:
        """From here on it gets tight."""
        return self.most * 8 // 10

    @property
    def facts(self) -> str:
        """What the browser needs to count the same, as JSON."""
        own = f"id_own-{self.channel.pk}" if self.own else ""
        facts = {"max": self.most, "signature": self.signature, "own": own, "chained": self.chained}
        return json.dumps(asdict(self.measure) | facts)


@dataclass(frozen=True)
class Preview:
    """The post as one channel will show it."""

    version: Version
    signature: str
    pictures: list[Attachment]
    notes: list[str]

    @property
    def channel(self) -> Channel:
        """Where."""
        return self.version.channel

    @property
    def name(self) -> str:
        """The account's name as its network shows it."""
        return str(self.channel.profile.get("name") or self.version.post.library.name)

    @property
    def bodies(self) -> list[SafeString]:
        """The text, with what becomes a link marked; several where it is a chain of posts."""
        parts = parts_of(self.version.text)
        shown = parts if "thread" in self.channel.limits.can else ["\n\n".join(parts)]
        return [marked(part) for part in shown]

    @property
    def has_title(self) -> bool:
        """Whether the title is shown there."""
        return "title" in self.channel.limits.can


@dataclass(frozen=True)
class Splitting:
    """A channel whose text can become a chain, and of how many posts."""

    channel: Channel
    count: int


@dataclass
class Review:
    """Everything beside the text, for one state of it."""

    work: Composed
    by: Person
    at: datetime | None = None
    seeks_twin: bool = True

    @cached_property
    def findings(self) -> list[Finding]:
        """All that is missing and all that the guideline says."""
        work = self.work
        channels = [version.channel for version in work.versions]
        draft = draft_of(work.post, work.versions, work.attachments)
        return judge(work.post, draft, channels, self.at, recently=bool(work.post.text))

    @cached_property
    def hints(self) -> list[Hint]:
        """The findings in words, what stands in the way first."""
        warned = any(one.severity == "warn" for one in self.findings)
        confirmed = Override.objects.filter(post=self.work.post) if warned else Override.objects.none()
        reasons = dict(confirmed.values_list("finding", "reason"))
        names = {str(version.channel_id): version.channel.name for version in self.work.versions}
        places = {str(one.pk): place for place, one in enumerate(self.work.attachments, 1)}
        library = self.work.post.library
        made = [
            Hint(one, reasons.get(one.fingerprint, ""), names.get(one.channel, ""), places.get(one.picture, 0), library)
            for one in self.findings
            if self._worth_saying(one)
        ]
        return sorted(made, key=lambda hint: bool(hint.confirmed))

    def _worth_saying(self, finding: Finding) -> bool:
        """An empty page is told nothing: it knows that it is empty."""
        post = self.work.post
        return bool(post.revision or post.text) or finding.rule not in ("P01", "P02")

    @property
    def first_hints(self) -> list[Hint]:
        """Those shown at once."""
        return self.hints[:HINTS_SHOWN]

    @property
    def other_hints(self) -> list[Hint]:
        """Those folded away."""
        return self.hints[HINTS_SHOWN:]

    @property
    def blocks(self) -> list[Hint]:
        """What stands in the way for certain."""
        return [Hint(one) for one in self.findings if one.severity == "block"]

    @property
    def open_warnings(self) -> list[Hint]:
        """What needs a reason first."""
        return [hint for hint in self.hints if hint.asks]

    @property
    def clear(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.blocks and not self.open_warnings

    @cached_property
    def closed(self) -> list[Channel]:
        """Chosen channels on which this person may prepare but not publish."""
        return [v.channel for v in self.work.versions if not v.channel.allows(self.by, "publish")]

    @property
    def belongs_to(self) -> str:
        """Whose draft it is, where this person may write it but not send it."""
        sender = self.work.post.sender
        return "" if sender.pk == self.by.pk or may(self.by, "recall", self.work.post) else sender.name

    @property
    def may_send(self) -> bool:
        """Whether this person may send it, everywhere it is to go."""
        return not self.closed and not self.belongs_to

    @cached_property
    def counters(self) -> list[Counter]:
        """One for each channel that has a limit."""
        return [_counter(self.work.post, version) for version in self.work.versions if version.channel.limits.text_max]

    @cached_property
    def previews(self) -> list[Preview]:
        """One for each channel."""
        return [_preview(self.work, version) for version in self.work.versions]

    @cached_property
    def approval(self) -> list[Channel]:
        """The channels that ask for a second pair of eyes before this goes out, unless somebody has looked at just this."""
        channels = [version.channel for version in self.work.versions]
        asking = needed(self.work.post, self.by, self.at, channels=channels, found=self.findings)
        return [] if asking and stands(self.work.post) else asking

    @cached_property
    def twin(self) -> Post | None:
        """A post that is planned or out with just this text."""
        return twin_of(self.work.post, self.work.post.text) if self.seeks_twin else None

    @property
    def where(self) -> str:
        """How many channels: the first words of the sentence that says what happens on the one click (E2)."""
        return _count_channels(len(self.work.versions))

    @property
    def what(self) -> str:
        """The rest of it, after the time: how many pictures, and how it is signed."""
        post, parts = self.work.post, []
        if count := len(self.work.attachments):
            parts.append(ngettext("%(n)d picture", "%(n)d pictures", count) % {"n": count})
        lines = dict.fromkeys(signature_of(post, version.channel).lstrip("–^ ") for version in self.work.versions)
        signed = " · ".join(line for line in lines if line)
        parts.append(_("signed %(line)s") % {"line": signed} if signed else _("without signature"))
        if post.kind == Post.Kind.PERSONAL and not signed:
            parts.append(_("personal statement"))
        return ", ".join(parts)

    @property
    def costs(self) -> list[budgeting.Cost]:
        """What it costs where calls cost money, and what is left of the month."""
        paid = [one for one in self.work.versions if budgeting.costs_money(one.channel)]
        return [budgeting.cost(one.channel, _price(one)) for one in paid]

    @property
    def late(self) -> str:
        """What happens when it cannot go out in time."""
        return str(LATE[self.work.post.late])

    @cached_property
    def too_long(self) -> list[Splitting]:
        """The channels on which the text is too long for one post and can become several."""
        over = [one for one in self.counters if one.state == "over" and one.chained]
        return [Splitting(one.channel, len(self._split(one))) for one in over]

    def _split(self, counter: Counter) -> list[str]:
        version = next(one for one in self.work.versions if one.channel_id == counter.channel.pk)
        warning = self.work.post.warning
        return split(version.text, counter.most, counter.measure, signature=counter.signature, warning=warning)


def _count_channels(count: int) -> str:
    return ngettext("%(n)d channel", "%(n)d channels", count) % {"n": count}


def _price(version: Version) -> int:
    return budgeting.price(version.channel, Draft(signed_text(version)))


def _counter(post: Post, version: Version) -> Counter:
    limits = version.channel.limits
    version.post = post
    chained, whole = "thread" in limits.can, signed_text(version)
    have = max(length(part, limits.measure, post.warning) for part in (parts_of(whole) if chained else [whole]))
    line = signature_of(post, version.channel)
    return Counter(version.channel, have, limits.text_max or 0, limits.measure, line, version.own_text is not None, chained)


def _preview(work: Composed, version: Version) -> Preview:
    version.post = work.post
    return Preview(
        version, signature_of(work.post, version.channel), work.attachments, list(_left_out(work.post, version.channel))
    )


def _left_out(post: Post, channel: Channel) -> Iterable[str]:
    """What this channel cannot show of what was filled in."""
    can = channel.limits.can
    if post.title and "title" not in can:
        yield _("Shows no title.")
    if post.warning and "warning" not in can:
        yield _("Knows no content warning; put it at the beginning of the text.")
    if post.audience not in channel.limits.audiences:
        yield _("Knows only public posts.")
