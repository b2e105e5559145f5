"""The same again: a new draft from an old post, and whether just this has been said already."""

from django.db import transaction
from django.db.models.functions import Length

from theke.people.models import Person
from theke.posts.composing import DECLARED
from theke.posts.illustrating import attach
from theke.posts.models import Authorship, Post, Version

SHORTEST = 20
"""A text of fewer characters is said twice for good reasons."""
COPIED = ("kind", "title", "text", "warning", "lang", "audience", "late", "late_after", *DECLARED)


@transaction.atomic
def duplicate(post: Post, *, by: Person) -> Post:
    """A new draft of `by`: text, own texts, pictures, topics and other authors of the post.

    Not its times, approvals, remarks and confirmed warnings: those were given to the other one. Channels that are connected no
    longer stay behind. Whoever wrote the other one has written this one, too: they cannot approve it.
    """
    hands = sorted({by.pk, post.sender_id, *post.written_by})
    made = Post.objects.create(
        library=post.library, sender=by, saved_by=by, written_by=hands, **{name: getattr(post, name) for name in COPIED}
    )
    kept = post.versions.filter(channel__disconnected_at=None, channel__connected_at__isnull=False)
    Version.objects.bulk_create(
        Version(post=made, channel_id=one.channel_id, own_text=one.own_text, options=one.options) for one in kept
    )
    for picture in post.attachments.select_related("asset").filter(asset__binned_at=None):
        attach(made, picture.asset, alt=picture.alt, decorative=picture.decorative, position=picture.position)
    made.topics.set(post.topics.in_use())
    others = post.authorships.exclude(person=by).filter(person__left_at=None)
    Authorship.objects.bulk_create(Authorship(post=made, person_id=one.person_id, position=one.position) for one in others)
    return made


def twin_of(post: Post, text: str) -> Post | None:
    """Another post of the library with just this text that is planned or out; the newest. `text` is what the draft holds now."""
    if len(text.strip()) < SHORTEST:
        return None
    others = Post.objects.posts().kept().filter(library_id=post.library_id, released_at__isnull=False).exclude(pk=post.pk)
    same = others.annotate(size=Length("text")).filter(size=len(text), text=text)  # the length has an index
    return same.order_by("-released_at").first()
