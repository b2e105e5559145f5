"""What follows when somebody no longer wants to be shown: nothing new goes out, and each post that shows them is brought to its people."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from theke.media.consenting import take_back
from theke.media.models import Consent
from theke.notices.telling import tell
from theke.people.models import Person, Role
from theke.posts.models import Post
from theke.publishing.deciding import decide
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.picturing import Use, uses_of
from theke.publishing.scheduling import cancel

NO_LONGER = {
    "published": gettext_noop("Somebody on a picture of this post no longer wants to be shown. Please remove it."),
    "planned": gettext_noop("Somebody on a picture no longer wants to be shown. This post was taken out of the plan."),
    "draft": gettext_noop("Somebody on a picture of this draft no longer wants to be shown. Please take it out."),
}
TO_REMOVE = gettext_noop("Somebody no longer wants to be shown on a picture that is public. Please see that it is removed.")


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
        _tell_sender(use)
    if any(use.state == "published" for use in uses):
        _tell_editors(consent, by, {use.post.sender_id for use in uses})
    return uses


def _take_out(post: Post, by: Person) -> None:
    """Nothing of it goes out any more, not by hand either."""
    cancel(post, by=by)
    for delivery in Delivery.objects.filter(post=post, kind=Kind.POST, state=State.HAND).select_related(
        "post__library", "channel"
    ):
        decide(delivery, "give_up", by=by)


def _tell_sender(use: Use) -> None:
    if use.state in NO_LONGER:
        tell(use.post.sender, NO_LONGER[use.state], use.mend_url, excerpt=use.post.headline, key=f"unshown:{use.post.pk}")


def _tell_editors(consent: Consent, by: Person, told: Iterable[int]) -> None:
    """Those who can remove a colleague's post, in case its sender is away."""
    path = reverse("publishing:withdrawal", args=[consent.pk])
    editors = Person.objects.filter(library=consent.asset.library, left_at=None, role__in=[Role.EDITOR, Role.MANAGER])
    for person in editors.exclude(pk__in={*told, by.pk}):
        tell(person, TO_REMOVE, path, key=f"withdrawn:{consent.pk}")
