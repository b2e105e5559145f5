"""What follows when somebody no longer wants to be shown, or to be named by a private name.

Nothing new goes out, and each post that shows or names them is brought to its people.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_noop

from theke.guidelines import handling
from theke.media.consenting import take_back
from theke.media.models import Consent
from theke.notices.telling import tell
from theke.people.access import EDITORS
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.publishing.deciding import decide
from theke.publishing.guarding import NAMED, hold
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.naming import planned_with, uses_of_name
from theke.publishing.picturing import Use, uses_of
from theke.publishing.scheduling import cancel
from theke.publishing.telling import UNNAMED, tell_held

NO_LONGER = {
    "published": gettext_noop("Somebody on a picture of this post no longer wants to be shown. Please remove it."),
    "planned": gettext_noop("Somebody on a picture no longer wants to be shown. This post was taken out of the plan."),
    "draft": gettext_noop("Somebody on a picture of this draft no longer wants to be shown. Please take it out."),
}
TO_REMOVE = gettext_noop("Somebody no longer wants to be shown on a picture that is public. Please see that it is removed.")
NAMED_IN_DRAFT = {
    "draft": gettext_noop("This draft names a private account whose owner no longer agrees to it. Please take the name out.")
}
NAMED_IN_PUBLIC = gettext_noop(
    "A private name was taken back that posts of yours still show. Please change them, or remove them."
)
TO_UNNAME = gettext_noop("A private name was taken back that public posts still show. Please see that it goes.")
MOST_LISTED = 30
"""Posts in one notice: their keys stand in its address."""
MOST_NAMED = 8


@transaction.atomic
def withdraw(consent: Consent, *, why: str, by: Person) -> list[Use]:
    """Take a consent back at once, with all that follows. Gives the posts concerned as they stood; none when it was known already.

    Our public pages leave the picture out from this moment; planned posts are drafts again, and cannot be planned while the picture
    is in them (R13, R14). What stands on networks is removed by people, who are told.
    """
    if not take_back(consent, why=why, by=by):
        return []
    uses = uses_of(consent.asset, most=None)
    for use in uses:
        if use.state == "planned":
            _take_out(use.post, by)
        _tell_sender(use, NO_LONGER, "unshown")
    if any(use.state == "published" for use in uses):
        path = reverse("publishing:withdrawal", args=[consent.pk])
        for person in _editors(consent.asset.library, {use.post.sender_id for use in uses} | {by.pk}):
            tell(person, TO_REMOVE, path, key=f"withdrawn:{consent.pk}")
    return uses


@transaction.atomic
def withdraw_name(person: Person) -> list[Use]:
    """Take one's own private name back, with all that follows (B27). Gives the posts that name it, as they stood.

    The name itself is deleted, and nothing is kept of it. What is planned waits, and goes out only after it has been a draft: a
    signature is written anew then. What is public is changed or removed by people, who are told.
    """
    entered, library = handling.handle_of(person), person.library
    if entered is None or library is None:
        return []
    uses = uses_of_name(entered.handle, library)
    for delivery in planned_with(entered.handle, library):
        if not hold(delivery, {"words": NAMED}):  # it waits already, after a pause
            Delivery.objects.held().filter(pk=delivery.pk).update(trouble={"words": NAMED})
        tell_held(delivery, UNNAMED)
    handling.take_back(person)
    for use in uses:
        _tell_sender(use, NAMED_IN_DRAFT, "unnamed")
    _tell_of_public(public(uses), library)
    return uses


def public(uses: Iterable[Use]) -> list[Use]:
    """Those that the public sees."""
    return [use for use in uses if use.state == "published"]


def address_of(uses: Sequence[Use]) -> str:
    """The page that lists these posts, each with its change and its removal prepared."""
    return f"{reverse('publishing:named')}?posts={','.join(str(use.post.pk) for use in uses[:MOST_LISTED])}"


def _tell_of_public(uses: list[Use], library: Library) -> None:
    senders = {use.post.sender for use in uses}
    for sender in senders:
        _tell_listed(sender, NAMED_IN_PUBLIC, [use for use in uses if use.post.sender == sender])
    for person in _editors(library, {sender.pk for sender in senders}):
        _tell_listed(person, TO_UNNAME, uses)


def _tell_listed(person: Person, words: str, uses: list[Use]) -> None:
    for first in range(0, len(uses), MOST_LISTED):
        some = uses[first : first + MOST_LISTED]
        excerpt = "\n".join(use.post.headline for use in some[:MOST_NAMED])
        tell(person, words, address_of(some), excerpt=excerpt)


def _take_out(post: Post, by: Person) -> None:
    """Nothing of it goes out any more, not by hand either."""
    cancel(post, by=by)
    for delivery in Delivery.objects.filter(post=post, kind=Kind.POST, state=State.HAND).select_related(
        "post__library", "channel"
    ):
        decide(delivery, "give_up", by=by)


def _tell_sender(use: Use, words: Mapping[str, str], key: str) -> None:
    if use.state in words:
        tell(use.post.sender, words[use.state], use.mend_url, excerpt=use.post.headline, key=f"{key}:{use.post.pk}")


def _editors(library: Library, but: set[int]) -> "QuerySet[Person]":
    """Those who can remove a colleague's post, in case its sender is away."""
    group: QuerySet[Person] = Person.objects.active().filter(library=library, role__in=EDITORS)
    return group.exclude(pk__in=but)
