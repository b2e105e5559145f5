"""What posts are about (A06)."""

from tests import factories
from tests.people import Cast
from theke.posts.models import Topic
from theke.posts.topics import offered_to, topics_of


def test_a_library_starts_with_topics_in_its_own_language(people: Cast) -> None:
    """A06: what the posts show of the library can be told from their topics."""
    assert [topic.name for topic in topics_of(people.library)][:2] == ["Bildung", "Medien und Katalog"]
    swedish = factories.library(languages=["sv"])
    assert "Bakom kulisserna" in [topic.name for topic in topics_of(swedish)]


def test_the_first_topics_are_made_once(people: Cast) -> None:
    first = list(topics_of(people.library))
    Topic.objects.filter(pk=first[0].pk).update(retired_at=factories.soon())
    assert list(topics_of(people.library)) == first[1:]
    Topic.objects.update(retired_at=factories.soon())
    assert list(topics_of(people.library)) == [], "who has retired them all wants none"


def test_a_retired_topic_stays_on_the_post_that_has_it(people: Cast) -> None:
    one, two = list(topics_of(people.library))[:2]
    post = factories.post(people.jana)
    post.topics.add(one)
    Topic.objects.filter(pk__in=[one.pk, two.pk]).update(retired_at=factories.soon())
    offered = {topic.pk: topic.chosen for topic in offered_to(post)}  # type: ignore[attr-defined]
    assert offered[one.pk] is True and two.pk not in offered
