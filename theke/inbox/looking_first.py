"""A second pair of eyes for an answer in a heated conversation, where its channel asks for it (A28, A29)."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from theke.inbox.answering import send
from theke.inbox.models import Answer, Conversation
from theke.jobs import sources
from theke.people.models import Person
from theke.people.working import working_time_after
from theke.posts import approving
from theke.posts.approving import approve, why_not
from theke.posts.models import Approval

REMIND_AFTER = timedelta(hours=1)
"""Opening hours after which those who could look are reminded: somebody outside waits."""


@dataclass(frozen=True)
class Waiting:
    """An answer that waits for a colleague, as one person sees it."""

    approval: Approval
    may_decide: bool


def shown_to(person: Person, conversation: Conversation) -> list[Waiting]:
    """The answers here that wait, each with whether this person can look at it for whoever wrote it."""
    return [Waiting(one, not why_not(person, one)) for one in waiting(conversation)]


def waiting(conversation: Conversation) -> list[Approval]:
    """The answers here that wait for a colleague. Costs no query where the channel never asks for it."""
    if not conversation.channel.looks_first:
        return []
    held = Answer.objects.filter(conversation=conversation, held=True).values("post")
    return list(Approval.objects.waiting().filter(post__in=held).select_related("post__sender", "asked_by"))


@transaction.atomic
def hand_in(answer: Answer, *, by: Person) -> Approval:
    """Ask for a colleague's look, and have them reminded once (`publishing.handing_in`). Raises `Declined` where nobody could look."""
    post = answer.post
    remind_at = working_time_after(post.library, post.sender.home_branch, timezone.now(), REMIND_AFTER)
    made = approving.hand_in(post, by=by, remind_at=remind_at)
    sources.wake()
    return made


@transaction.atomic
def let_out(approval: Approval, *, by: Person, word: str = "") -> None:
    """Approve an answer and send it in its author's name.

    Raises `Declined` for who may not and for what has been changed, and `NotPlanned` for what can not go out.
    """
    approve(approval, by=by, answer=word)
    answer = Answer.objects.select_related("post__sender", "conversation", "message__author").get(post=approval.post_id)
    send(answer, by=answer.post.sender)
