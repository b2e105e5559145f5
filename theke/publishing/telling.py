"""Tells people what their delivery came to, when they must know."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.notices.models import Notice
from theke.notices.telling import tell
from theke.people.models import Person
from theke.posts.models import Post
from theke.publishing.models import Delivery, Kind, State

WORDS = {
    (Kind.POST, State.FAILED): gettext_noop("%(channel)s: your post was not published"),
    (Kind.POST, State.ASK): gettext_noop("%(channel)s: please check whether your post was published"),
    (Kind.POST, State.LATE): gettext_noop("%(channel)s: your post is too late, please decide"),
    (Kind.POST, State.HAND): gettext_noop("%(channel)s: your post is ready to be published by hand"),
    (Kind.EDIT, State.HAND): gettext_noop("%(channel)s: a change is ready to be made by hand"),
    (Kind.REMOVE, State.HAND): gettext_noop("%(channel)s: please remove your post there by hand"),
    (Kind.POST, State.DROPPED): gettext_noop("%(channel)s: your post was too late and was not sent"),
    (Kind.EDIT, State.FAILED): gettext_noop("%(channel)s: the change was not carried out"),
    (Kind.EDIT, State.ASK): gettext_noop("%(channel)s: please check whether the change was carried out"),
    (Kind.REMOVE, State.FAILED): gettext_noop("%(channel)s: the post was not removed"),
    (Kind.REMOVE, State.ASK): gettext_noop("%(channel)s: please check whether the post was removed"),
}
OF_AN_ANSWER = WORDS | {
    (Kind.POST, State.FAILED): gettext_noop("%(channel)s: your answer was not sent"),
    (Kind.POST, State.ASK): gettext_noop("%(channel)s: please check whether your answer was sent"),
    (Kind.POST, State.LATE): gettext_noop("%(channel)s: your answer is too late, please decide"),
    (Kind.POST, State.HAND): gettext_noop("%(channel)s: your answer is ready to be sent by hand"),
    (Kind.POST, State.DROPPED): gettext_noop("%(channel)s: your answer was too late and was not sent"),
    (Kind.REMOVE, State.HAND): gettext_noop("%(channel)s: please remove your answer there by hand"),
    (Kind.REMOVE, State.FAILED): gettext_noop("%(channel)s: the answer was not removed"),
    (Kind.REMOVE, State.ASK): gettext_noop("%(channel)s: please check whether the answer was removed"),
}
HELD = gettext_noop("A picture may no longer be shown, so your post waits: please say what becomes of it")
UNNAMED = gettext_noop("A colleague has taken their private name back, so your post waits: please take it out")
RECONNECT = gettext_noop("%(channel)s no longer accepts our sign-in. Connect it again.")


def tell_of(delivery: Delivery) -> None:
    """Tell the sender, and whoever asked for a change, what needs them. Says nothing of what went well."""
    said = OF_AN_ANSWER if delivery.post.form == Post.Form.REPLY else WORDS
    words = said.get((Kind(delivery.kind), State(delivery.state)))
    if words is None:
        return
    path = reverse("publishing:page", args=[delivery.post.uuid])
    for person in Person.objects.filter(pk__in={delivery.post.sender_id, delivery.by_id} - {None}, left_at=None):
        params = {"channel": delivery.channel.name}
        tell(person, words, path, params=params, excerpt=delivery.post.headline, key=f"delivery:{delivery.pk}:{delivery.state}")


def tell_held(delivery: Delivery, words: str = HELD) -> None:
    """Tell the sender that it waits, once for all channels of a post until they have read it."""
    post, key = delivery.post, "barred" if words == HELD else "unnamed"
    tell(post.sender, words, reverse("publishing:pause"), excerpt=post.headline, key=f"{key}:{post.pk}")


def key_of_look(urgent: int, *, again: bool = False) -> str:
    """The key of the notices that ask somebody to look at an urgent post, or remind them of it."""
    return f"urgent:{urgent}:again" if again else f"urgent:{urgent}"


def no_longer_asks(urgents: Iterable[int]) -> None:
    """What asked to look at these urgent posts, by their keys, is read: there is nothing to look at any more."""
    keys = [key_of_look(pk, again=again) for pk in urgents for again in (False, True)]
    Notice.objects.filter(key__in=keys, read_at=None).update(read_at=timezone.now())
