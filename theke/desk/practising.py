"""What a colleague has done on the practice network, by the deliveries themselves: nothing here is declared by hand."""

from datetime import datetime

from django.db.models import Exists, Min, OuterRef, Q
from django.utils.translation import gettext_lazy

from theke.channels.models import Channel
from theke.people.models import Person
from theke.posts.models import Attachment, Post
from theke.publishing.models import Delivery, Kind, State

TASKS = {
    "picture": (
        gettext_lazy("Publish a post with a picture and its description"),
        gettext_lazy(
            "Choose only channels of the practice network. The description says what somebody hears who does not see."
        ),
        "posts:new",
    ),
    "answer": (
        gettext_lazy("Answer a reader’s comment"),
        gettext_lazy(
            "Open your post on the practice network and comment on it as the public. A moment later it is in the inbox."
        ),
        "practice:timeline",
    ),
    "change": (
        gettext_lazy("Correct a post, or remove it"),
        gettext_lazy("Mistakes happen. Open a post that is out and change it, so that you know the way."),
        "publishing:list",
    ),
}
"""What to do, how, and where."""


def practised(person: Person) -> dict[str, datetime | None]:
    """When each of the three small tasks was first done: `picture`, `answer`, `change`; None for what was not."""
    described = Attachment.objects.filter(post=OuterRef("post")).exclude(alt="")
    there = Delivery.objects.filter(state=State.SENT, channel__in=Channel.objects.visible_to(person).to_learn())
    theirs = there.filter(Q(post__sender=person) | Q(by=person)).annotate(described=Exists(described))
    own = Q(post__sender=person, kind=Kind.POST)
    found: dict[str, datetime | None] = theirs.aggregate(
        picture=Min("sent_at", filter=own & Q(post__form=Post.Form.POST, described=True)),
        answer=Min("sent_at", filter=own & Q(post__form=Post.Form.REPLY)),
        change=Min("sent_at", filter=Q(by=person, kind__in=[Kind.EDIT, Kind.REMOVE])),
    )
    return found
