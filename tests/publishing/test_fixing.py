"""What is fixed when a post is planned, so that every try sends the same."""

from tests import factories
from tests.people import Cast
from theke.posts.models import Authorship
from theke.publishing.fixing import payloads_of


def test_a18_all_authors_are_kept_with_what_went_out(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    Authorship.objects.create(post=post, person=people.tom)
    (payload,) = payloads_of(post.versions.get())
    assert (payload["sender"], payload["authors"]) == ("Jana Berg", ["Tom Ritter"])
    people.tom.name = "Tom Anders"
    people.tom.save()
    assert payload["text"].endswith("– Jana Berg und Tom Ritter, Hafen"), "who is renamed later does not change it"
