"""A second pair of eyes: who asks for it, who gives it, and for which words it holds.

Nobody approves what they have had a hand in, whatever way the request comes. An approval holds for the text and not for the
time: a later save ends it, and so does a picture or a channel more; moving the post does not.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.guidelines.rules.base import Finding
from theke.people.access import EDITORS, may
from theke.people.introducing import is_new
from theke.people.models import HistoryEntry, Person
from theke.posts import telling
from theke.posts.checking import findings
from theke.posts.models import Approval, Post

OWN = gettext_noop(
    "Nobody approves what they have written or handed in themselves. A colleague of the editorial group has to look."
)
NOT_THE_GROUP = gettext_noop("Only the editorial group approves posts.")
NOBODY = gettext_noop(
    "There is nobody who could approve this: everybody in the editorial group has had a hand in it. "
    "Somebody who manages the desk can give a colleague the role of an editor, or let the channel go without approval."
)
HANDED_OVER = gettext_noop("This post has already been handed over.")
CHANGED = gettext_noop("The post has been changed since it was handed in, so it has to be handed in again.")
SETTLED_BY = gettext_noop("%(name)s was faster: %(state)s.")
SETTLED = gettext_noop("This is settled already: %(state)s.")
A_WORD = gettext_noop("Please say in a few words what should change.")
SEALED = ("sender_id", "text", "title", "warning", "lang", "audience", "kind", "names")


class Declined(Exception):
    """Why something cannot be handed in or decided: an English msgid and what fills it in."""

    def __init__(self, words: str, **params: str) -> None:
        super().__init__(words % params if params else words)
        self.words = words
        self.params = params


def needed(
    post: Post,
    by: Person,
    at: datetime | None = None,
    *,
    channels: Iterable[Channel] | None = None,
    found: Iterable[Finding] | None = None,
) -> list[Channel]:
    """Which of its channels ask for a second pair of eyes when `by` lets it out at `at` (aware; None for now).

    Channels and findings are the stored ones, unless others are given that are not stored yet. Answers need no approval as a rule:
    somebody waits for them, and the inbox shows them to everybody.
    """
    if channels is None:
        channels = [version.channel for version in post.versions.select_related("channel", "channel__branch")]
    if post.form == Post.Form.REPLY:
        return _in_heat(post, channels)
    asking = [channel for channel in channels if channel.approval != Channel.Approval.NEVER]
    rules = {channel.approval for channel in asking}
    new = Channel.Approval.NEW in rules and (is_new(by) or is_new(post.sender))
    if Channel.Approval.FINDING not in rules:
        found = ()
    elif found is None:
        found = findings(post, at)
    warned = {one.channel for one in found if one.severity == "warn"}
    return [channel for channel in asking if _asks(channel, new, warned)]


def _in_heat(post: Post, channels: Iterable[Channel]) -> list[Channel]:
    """Of an answer that has not gone out: its channel, if that asks for it where a conversation is heated."""
    heated = post.heated_at is not None and post.released_at is None
    return [channel for channel in channels if heated and channel.looks_first]


def _asks(channel: Channel, new: bool, warned: set[str]) -> bool:
    if channel.approval == Channel.Approval.NEW:
        return new
    if channel.approval == Channel.Approval.FINDING:
        return bool(warned & {"", str(channel.pk)})
    return True


def seal_of(post: Post) -> str:
    """A mark of all that goes out, as stored: another one as soon as any of it is another."""
    said = {
        "post": Post.objects.values_list(*SEALED).get(pk=post.pk),
        "versions": sorted(post.versions.values_list("channel_id", "own_text", "options"), key=lambda one: one[0]),
        "pictures": list(post.attachments.values_list("asset__sha256", "alt", "decorative")),
        "authors": list(post.authorships.values_list("person_id", flat=True)),
    }
    return sha256(json.dumps(said, default=list).encode()).hexdigest()


def involved(post: Post) -> set[int]:
    """The keys of all who have had a hand in it: its sender, its named authors, and whoever has saved a word."""
    named = post.authorships.values_list("person_id", flat=True)
    return {post.sender_id, *named, *(int(key) for key in post.written_by)}


def why_not(person: Person, approval: Approval) -> str:
    """Why this person can not decide about it, as an English msgid; empty where they can."""
    if not may(person, "approve", approval.post):
        return NOT_THE_GROUP
    return OWN if person.pk in involved(approval.post) | {approval.asked_by_id} else ""


def approvers_of(post: Post, asked_by: Person) -> list[Person]:
    """Everybody who could approve it, if this person hands it in."""
    group = Person.objects.active().filter(library=post.library, role__in=EDITORS)
    return list(group.exclude(pk__in=involved(post) | {asked_by.pk}))


def latest(post: Post) -> Approval | None:
    """The last request, whatever became of it."""
    return post.approvals.select_related("asked_by", "decided_by").first()


def asked(post: Post) -> Approval | None:
    """The request that nobody has decided yet."""
    return post.approvals.waiting().select_related("asked_by").first()


def stands(post: Post) -> Approval | None:
    """The approval that holds for exactly what is stored now; None where there is none."""
    given = post.approvals.filter(state=Approval.State.APPROVED, revision=post.revision).first()
    return given if given is not None and given.seal == seal_of(post) else None


@transaction.atomic
def hand_in(
    post: Post,
    *,
    by: Person,
    at: datetime | None = None,
    remind_at: datetime | None = None,
    word: str = "",
    now: datetime | None = None,
) -> Approval:
    """Ask for approval, to go out at `at` (aware), or as soon as it is approved. Asking twice for the same is asking once.

    Who could approve is reminded once at `remind_at` (aware), if any; where that is past, asking is reminding.
    Raises `Declined` where nobody could approve it, and for what has been handed over.
    """
    now = now or timezone.now()
    stored = Post.objects.select_for_update().get(pk=post.pk)
    if stored.released_at or stored.binned_at:
        raise Declined(HANDED_OVER)
    approvers = approvers_of(stored, by)
    if not approvers:
        raise Declined(NOBODY)
    seal, before = seal_of(stored), asked(stored)
    if before is not None and (before.revision, before.seal, before.for_at) == (stored.revision, seal, at):
        return before
    withdraw(stored, by=by, now=now)
    reminded = {"remind_at": remind_at, "reminded_at": now if remind_at and remind_at <= now else None}
    asking = {"asked_by": by, "asked_at": now, "for_at": at, "word": word}
    made = Approval.objects.create(post=stored, revision=stored.revision, seal=seal, **asking, **reminded)
    Post.objects.filter(pk=post.pk).update(wished_at=at)
    _write_history(gettext_noop("handed in"), made, by)
    telling.ask(made, approvers)
    return made


@transaction.atomic
def approve(approval: Approval, *, by: Person, answer: str = "", now: datetime | None = None) -> Approval:
    """Say yes to the post as it was handed in. Raises `Declined` for who may not, what has changed, and what is settled."""
    _check(approval, by)
    stored = Post.objects.select_for_update().get(pk=approval.post_id)
    if (stored.revision, seal_of(stored)) != (approval.revision, approval.seal):
        raise Declined(CHANGED)
    _settle(approval, Approval.State.APPROVED, by, answer, now)
    _write_history(gettext_noop("approved"), approval, by)
    telling.tell_outcome(approval, telling.APPROVED)
    return approval


@transaction.atomic
def return_to_author(approval: Approval, *, by: Person, answer: str, now: datetime | None = None) -> Approval:
    """Give it back with a word. Raises `Declined` like `approve`, and without a word."""
    _check(approval, by)
    if not answer.strip():
        raise Declined(A_WORD)
    _settle(approval, Approval.State.RETURNED, by, answer, now)
    _write_history(gettext_noop("returned"), approval, by)
    telling.tell_outcome(approval, telling.RETURNED)
    return approval


@transaction.atomic
def withdraw(post: Post, *, by: Person, now: datetime | None = None) -> bool:
    """Take an open request back, because it is not wanted any more or because the text has been changed; whether there was one."""
    open_one = asked(post)
    if open_one is None or not _moved(open_one, Approval.State.WITHDRAWN, by, "", now):
        return False
    _write_history(gettext_noop("withdrawn"), open_one, by)
    return True


@transaction.atomic
def note_hand(post: Post, *, by: Person) -> None:
    """Note that somebody has had a hand in it otherwise than by saving: they cannot approve it, and it waits no longer."""
    stored = Post.objects.select_for_update().get(pk=post.pk)
    post.written_by = sorted({*stored.written_by, by.pk})
    Post.objects.filter(pk=post.pk).update(written_by=post.written_by)
    withdraw(post, by=by)


@transaction.atomic
def ask_again(approval: Approval, *, by: Person) -> bool:
    """Undo an approval: the request waits once more. False where the text has a newer request, or nothing stands any more."""
    given = Approval.objects.filter(pk=approval.pk, state=Approval.State.APPROVED, decided_by=by)
    if asked(approval.post) or not given.update(state=Approval.State.ASKED, decided_by=None, decided_at=None, answer=""):
        return False
    approval.refresh_from_db()
    _write_history(gettext_noop("approval taken back"), approval, by)
    return True


@transaction.atomic
def lapse(approval: Approval, *, now: datetime) -> bool:
    """Close a request whose moment has passed: the post does not go out, and both sides are told. False when it is settled."""
    if not _moved(approval, Approval.State.LAPSED, None, "", now):
        return False
    _write_history(gettext_noop("not approved in time"), approval, None)
    telling.tell_outcome(approval, telling.LAPSED)
    if approval.asked_by:
        telling.tell_all(approval, approvers_of(approval.post, approval.asked_by), telling.LAPSED_UNSEEN)
    return True


def _check(approval: Approval, by: Person) -> None:
    words = why_not(by, approval)
    if words:
        raise Declined(words)


def _settle(approval: Approval, state: Approval.State, by: Person, answer: str, now: datetime | None) -> None:
    """Only one of two who decide at once gets through. Raises `Declined` for the other."""
    if _moved(approval, state, by, answer, now):
        return
    settled = Approval.objects.select_related("decided_by").get(pk=approval.pk)
    if settled.decided_by:
        raise Declined(SETTLED_BY, name=settled.decided_by.name, state=settled.get_state_display())
    raise Declined(SETTLED, state=settled.get_state_display())


def _moved(approval: Approval, state: Approval.State, by: Person | None, answer: str, now: datetime | None) -> bool:
    fields = {"state": state, "decided_by": by, "decided_at": now or timezone.now(), "answer": answer}
    if not Approval.objects.filter(pk=approval.pk, state=Approval.State.ASKED).update(**fields):
        return False
    for name, value in fields.items():
        setattr(approval, name, value)
    telling.no_longer_waits(approval)
    return True


def _write_history(verb: str, approval: Approval, by: Person | None) -> None:
    post = approval.post
    HistoryEntry.write(verb, post, by=by, library=post.library, revision=approval.revision)
