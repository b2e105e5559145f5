"""Tells colleagues what concerns them in a draft: that it waits for them, what became of it, that somebody speaks to them."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.notices.models import Notice
from theke.notices.telling import tell
from theke.people.accompanying import companion_of
from theke.people.models import Person
from theke.people.routing import is_away
from theke.posts.models import Approval, Post, Remark

ASKED = gettext_noop("%(person)s asks for your approval of a post")
SOON = gettext_noop("A post that waits for approval is meant to go out within the hour")
STILL = gettext_noop("A post has been waiting for approval for some time. It goes out as soon as somebody approves it")
APPROVED = gettext_noop("%(person)s has approved your post")
RETURNED = gettext_noop("%(person)s has returned your post: please look at it again")
LAPSED = gettext_noop("Your post was not approved in time. It has not gone out and is a draft again")
LAPSED_UNSEEN = gettext_noop("Nobody approved this post in time. It has not gone out and is a draft again")
OF_AN_ANSWER = {
    ASKED: gettext_noop("%(person)s asks you to look at an answer before it goes out"),
    STILL: gettext_noop(
        "An answer has been waiting for a colleague to look at it for some time, and somebody outside waits for it"
    ),
    APPROVED: gettext_noop("%(person)s has approved your answer"),
    RETURNED: gettext_noop("%(person)s has returned your answer: please look at it again"),
}
"""An answer goes out as soon as it is approved, so it is never too late."""
MENTIONED = gettext_noop("%(person)s mentions you in a remark on “%(post)s”")
REMARKED = gettext_noop("%(person)s has left a remark on your draft “%(post)s”")


def key_of(approval: Approval) -> str:
    """The key of the notices that say that it waits."""
    return f"approval:{approval.pk}"


def ask(approval: Approval, approvers: Iterable[Person]) -> None:
    """Tell those who should look first: the editorial group at the sender's branch, else all of it."""
    tell_all(approval, first_asked(approval.post, approvers), ASKED)


def first_asked(post: Post, approvers: Iterable[Person]) -> list[Person]:
    """Those who are told: who is there before who is away; of a newcomer the companion, else the sender's branch before the others."""
    everybody, today = list(approvers), post.library.today
    there = [person for person in everybody if not is_away(person, today)] or everybody
    companion = companion_of(post.sender)
    if companion in there:
        return [companion]
    near = [person for person in there if person.home_branch_id and person.home_branch_id == post.sender.home_branch_id]
    return near or there


def tell_all(approval: Approval, people: Iterable[Person], words: str) -> None:
    """Tell several of a request, each once until they have read it."""
    who = approval.asked_by.name if approval.asked_by else ""
    path = _page_of(approval.post, "publishing:approval")
    excerpt = "\n".join(line for line in (approval.post.headline, approval.word) if line)
    for person in people:
        key = key_of(approval) if words == ASKED else f"{key_of(approval)}:{words[:40]}"
        tell(person, _said_of(approval.post, words), path, params={"person": who}, excerpt=excerpt, key=key)


def _said_of(post: Post, words: str) -> str:
    """The same of an answer."""
    return OF_AN_ANSWER.get(words, words) if post.form == Post.Form.REPLY else words


def _page_of(post: Post, page: str) -> str:
    """Where one sees it: an answer stands in its conversation."""
    return reverse("inbox:of_answer" if post.form == Post.Form.REPLY else page, args=[post.uuid])


def tell_outcome(approval: Approval, words: str) -> None:
    """Tell the sender, and whoever handed it in, what became of it."""
    who = approval.decided_by.name if approval.decided_by else ""
    post = approval.post
    path = _page_of(post, "posts:edit")  # it leads on to the post where it has gone out
    excerpt = "\n".join(line for line in (post.headline, approval.answer) if line)
    for person in Person.objects.filter(pk__in={post.sender_id, approval.asked_by_id} - {None, approval.decided_by_id}):
        tell(person, _said_of(post, words), path, params={"person": who}, excerpt=excerpt)


def no_longer_waits(approval: Approval) -> None:
    """What asked to look at it is read: there is nothing to do any more."""
    Notice.objects.filter(key__startswith=key_of(approval), read_at=None).filter(
        key__regex=rf"^{key_of(approval)}(:|$)"
    ).update(read_at=timezone.now())


def tell_mentioned(remark: Remark, people: Iterable[Person]) -> None:
    """Tell those whom a remark names."""
    for person in people:
        _tell_of_remark(remark, person, MENTIONED, key="")


def tell_sender(remark: Remark) -> None:
    """Tell whose draft it is, once until they have read it."""
    _tell_of_remark(remark, remark.post.sender, REMARKED, key=f"remarks:{remark.post_id}")


def _tell_of_remark(remark: Remark, person: Person, words: str, key: str) -> None:
    who = remark.by.name if remark.by else ""
    path = f"{reverse('posts:edit', args=[remark.post.uuid])}#remarks"
    tell(person, words, path, params={"person": who, "post": remark.post.headline}, excerpt=remark.text, key=key)
