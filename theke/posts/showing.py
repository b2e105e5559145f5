"""What the composer shows beside the text: counters, hints, previews and the sentence before sending."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theke.channels.models import Channel
from theke.guidelines.points import BY_ANCHOR
from theke.guidelines.rules.base import Finding, parts_of
from theke.guidelines.rules.table import TITLES
from theke.networks.base import Measure
from theke.networks.measuring import length
from theke.people.access import may
from theke.people.models import Person
from theke.posts.checking import draft_of, judge
from theke.posts.composing import Composed
from theke.posts.marking import marked
from theke.posts.models import Attachment, Override, Post, Version
from theke.posts.signing import signature_of, signed_text

HINTS_SHOWN = 3


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
    def body(self) -> SafeString:
        """The text, with what becomes a link marked."""
        return marked(self.version.text)

    @property
    def has_title(self) -> bool:
        """Whether the title is shown there."""
        return "title" in self.channel.limits.can


@dataclass(frozen=True)
class Hint:
    """A finding put into words."""

    finding: Finding
    confirmed: str = ""
    channel: str = ""
    picture: int = 0

    @property
    def title(self) -> str:
        """The rule in two or three words."""
        if self.finding.rule == "P07":
            return _("Invisible sign")
        return _(TITLES[self.finding.rule]) if self.finding.rule in TITLES else _("Still missing")

    @property
    def words(self) -> str:
        """What was seen and what would mend it."""
        return _(self.finding.words) % self.finding.params

    @property
    def point(self) -> str:
        """The point of the guideline that it serves."""
        known = BY_ANCHOR.get(self.finding.point)
        return f"{known.number}. {_(known.title)}" if known else ""

    @property
    def number(self) -> str:
        """The number of that point."""
        return self.finding.point.split("-", 1)[0]

    @property
    def url(self) -> str:
        """Where that point can be read (A13)."""
        return f"{reverse('guidelines:points')}#{self.finding.point}"

    @property
    def kind(self) -> str:
        """How it looks."""
        if self.confirmed:
            return "ok"
        return {"block": "danger", "warn": "warn", "hint": ""}[self.finding.severity]

    @property
    def asks(self) -> bool:
        """Whether it can be gone past with a reason."""
        return self.finding.severity == "warn" and not self.confirmed

    @property
    def mends(self) -> bool:
        """Whether one button mends it in the text."""
        return self.finding.mend is not None and bool(self.finding.seen)

    @property
    def field(self) -> str:
        """The id of the field that it speaks of."""
        finding = self.finding
        if finding.picture:
            return f"id_picture-{finding.picture}-alt"
        return f"id_own-{finding.target}" if finding.target and finding.seen else "id_text"


@dataclass
class Review:
    """Everything beside the text, for one state of it."""

    work: Composed
    by: Person
    at: datetime | None = None

    @cached_property
    def findings(self) -> list[Finding]:
        """All that is missing and all that the guideline says."""
        work = self.work
        channels = [version.channel for version in work.versions]
        return judge(draft_of(work.post, work.versions, work.attachments), channels, self.at)

    @cached_property
    def hints(self) -> list[Hint]:
        """The findings in words, what stands in the way first."""
        warned = any(one.severity == "warn" for one in self.findings)
        confirmed = Override.objects.filter(post=self.work.post) if warned else Override.objects.none()
        reasons = dict(confirmed.values_list("finding", "reason"))
        names = {str(version.channel_id): version.channel.name for version in self.work.versions}
        places = {str(one.pk): place for place, one in enumerate(self.work.attachments, 1)}
        made = [
            Hint(one, reasons.get(one.fingerprint, ""), names.get(one.target, ""), places.get(one.picture, 0))
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

    @property
    def sentence(self) -> str:
        """What happens on the one click: how many channels, how many pictures, how it is signed."""
        work = self.work
        parts = [_count_channels(len(work.versions))]
        if work.attachments:
            count = len(work.attachments)
            parts.append(ngettext("%(n)d picture", "%(n)d pictures", count) % {"n": count})
        lines = dict.fromkeys(signature_of(work.post, version.channel) for version in work.versions)
        signed = " · ".join(line for line in lines if line)
        parts.append(_("signed “%(line)s”") % {"line": signed} if signed else _("without signature"))
        if work.post.kind == Post.Kind.PERSONAL:
            parts.append(_("personal statement"))
        return ", ".join(parts)


def _count_channels(count: int) -> str:
    return ngettext("%(n)d channel", "%(n)d channels", count) % {"n": count}


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
