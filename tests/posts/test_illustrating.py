"""Pictures in a post: order, and renditions in good time."""

from tests import factories
from tests.people import Cast
from tests.posts.sheets import illustrated
from theke.media.models import RenditionOrder
from theke.media.specs import spec_for
from theke.posts.illustrating import attach, move


def test_pictures_move_up_and_down_and_stop_at_the_ends(people: Cast) -> None:
    post = factories.post(people.jana)
    one, two, three = (illustrated(post, width) for width in (50, 60, 70))
    move(three, -1)
    assert list(post.attachments.all()) == [one, three, two]
    move(one, -1)
    move(two, 1)
    assert list(post.attachments.all()) == [one, three, two]
    move(one, 1)
    assert list(post.attachments.all()) == [three, one, two]


def test_the_same_picture_is_in_a_post_once(people: Cast) -> None:
    post = factories.post(people.jana)
    one = illustrated(post)
    assert attach(post, one.asset, alt="anders").pk == one.pk
    assert post.attachments.count() == 1


def test_what_the_channels_need_is_ordered_at_once(people: Cast) -> None:
    channel = factories.channel(people.library)
    picture = illustrated(factories.post(people.jana, channel))
    ordered = set(RenditionOrder.objects.filter(asset=picture.asset).values_list("spec", flat=True))
    assert ordered == {"thumb", "view", spec_for(channel.limits)}
