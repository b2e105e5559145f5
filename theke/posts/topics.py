"""What a library's posts are about: the themes it can choose from."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext, gettext_noop, override

from theke.people.models import Library
from theke.posts.models import Post, Topic

FIRST = (
    gettext_noop("Education"),
    gettext_noop("Media and catalogue"),
    gettext_noop("Reading"),
    gettext_noop("Events"),
    gettext_noop("Service"),
    gettext_noop("Behind the scenes"),
)


def topics_of(library: Library) -> QuerySet[Topic]:
    """The topics offered for new posts. A library that has never had one gets the first ones, in its own language."""
    if not Topic.objects.filter(library=library).exists():
        _make_first(library)
    return Topic.objects.filter(library=library).in_use()


def _make_first(library: Library) -> None:
    with override(library.language):
        made = [Topic(library=library, name=gettext(name), position=place) for place, name in enumerate(FIRST)]
    Topic.objects.bulk_create(made, ignore_conflicts=True)


def offered_to(post: Post) -> QuerySet[Topic]:
    """The topics to choose from for this post, each with `chosen`; what it already has stays on offer when retired."""
    has = Exists(Post.topics.through.objects.filter(post_id=post.pk, topic_id=OuterRef("pk")))
    return Topic.objects.filter(library_id=post.library_id).annotate(chosen=has).filter(Q(retired_at=None) | Q(chosen=True))
