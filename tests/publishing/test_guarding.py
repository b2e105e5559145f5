"""What may no longer be shown does not go out, however it came to be planned (A25, R13, R14, R15)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.media.test_consenting import desk_of
from tests.publishing.conftest import World
from tests.publishing.test_withdrawing import agreed, picture, shown
from theke.media.models import Asset, Consent
from theke.notices.models import Notice
from theke.people.models import Library
from theke.posts.illustrating import attach
from theke.publishing.guarding import hold_back
from theke.publishing.models import Delivery, State
from theke.publishing.pausing import resume
from theke.publishing.picturing import uses_of
from theke.publishing.scheduling import Hindered, schedule
from theke.publishing.sending import deliver
from theke.publishing.withdrawing import withdraw

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["picture"]

RIGHTS = {"terms": "permission", "author": "N. Ek", "source": "Verlag", "licence": "Vertrag"}


def planned(world: World, asset: Asset, days: int = 5) -> Delivery:
    return schedule(shown(world, asset), at=timezone.now() + timedelta(days=days), by=world.people.jana)[0]


def licensed(asset: Asset, days: int) -> None:
    Asset.objects.filter(pk=asset.pk).update(rights_until=asset.library.today + timedelta(days=days), **RIGHTS)
    asset.refresh_from_db()


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.select_related("post__library", "post__sender", "channel").get(pk=delivery.pk)


def test_a_licence_cut_short_stops_the_post_when_it_would_leave(
    world: World, picture: Asset, pass_time: Callable[[float], None]
) -> None:
    licensed(picture, 9)
    delivery = planned(world, picture)
    licensed(picture, -1)
    pass_time(5 * 86400 + 60)
    assert deliver(delivery.pk) is None
    assert fresh(delivery).is_held and not world.network.texts
    assert "%(until)s" in fresh(delivery).trouble["words"]
    assert Notice.objects.get(person=world.people.jana).path == reverse("publishing:pause")


def test_a_consent_withdrawn_behind_the_desks_back_stops_it_too(
    world: World, picture: Asset, pass_time: Callable[[float], None]
) -> None:
    agreed(world, picture)
    delivery = planned(world, picture)
    Consent.objects.update(withdrawn_at=timezone.now())
    pass_time(5 * 86400 + 60)
    assert deliver(delivery.pk) is None
    assert fresh(delivery).is_held


def test_what_holds_goes_out(world: World, picture: Asset, pass_time: Callable[[float], None]) -> None:
    licensed(picture, 9)
    agreed(world, picture, until=picture.library.today + timedelta(days=9))
    delivery = planned(world, picture)
    pass_time(5 * 86400 + 60)
    assert deliver(delivery.pk) == State.SENT


def test_a_shorter_last_day_holds_what_is_planned_later_at_once(world: World, picture: Asset) -> None:
    consent = agreed(world, picture, until=picture.library.today + timedelta(days=9))
    early, late = planned(world, picture, 1), planned(world, picture, 5)
    page = reverse("publishing:last_day", args=[consent.pk])
    desk = desk_of(world.people.tom)
    over = picture.library.today - timedelta(days=1)
    assert desk.post(page, {"until": over.isoformat()}).status_code == 422
    day = picture.library.today + timedelta(days=3)
    answer = desk.post(page, {"until": day.isoformat()}, follow=True).text
    assert "1 geplanter Beitrag" in answer
    assert (fresh(early).is_held, fresh(late).is_held) == (False, True)
    assert desk_of(world.people.stranger).get(page).status_code == 404


def test_a_shorter_licence_holds_it_and_the_page_that_waits_says_why(world: World, picture: Asset) -> None:
    licensed(picture, 9)
    delivery = planned(world, picture)
    desk, day = desk_of(world.people.jana), picture.library.today + timedelta(days=2)
    fields = {"alt": "Ein Regal", "people": "", "rights_until": day.isoformat(), **RIGHTS}
    desk.post(reverse("publishing:picture", args=[picture.pk]), fields)
    assert fresh(delivery).is_held
    for page in (reverse("publishing:pause"), reverse("publishing:page", args=[delivery.post.uuid])):
        assert f"{day:%d.%m.%Y}" in desk.get(page).text


def test_it_goes_on_once_the_picture_may_be_shown_again(
    world: World, picture: Asset, pass_time: Callable[[float], None]
) -> None:
    licensed(picture, 9)
    delivery = planned(world, picture)
    licensed(picture, 2)
    assert [post.pk for post in hold_back(picture)] == [delivery.post_id]
    assert hold_back(picture) == []
    with pytest.raises(Hindered):
        resume(fresh(delivery).post, by=world.people.jana)
    licensed(picture, 30)
    resume(fresh(delivery).post, by=world.people.jana)
    assert not fresh(delivery).is_held and not fresh(delivery).trouble
    pass_time(5 * 86400 + 60)
    assert deliver(delivery.pk) == State.SENT


def test_one_notice_for_a_post_on_two_channels(world: World, picture: Asset) -> None:
    licensed(picture, 9)
    post = shown(world, picture)
    post.versions.create(channel=world.channel_of())
    schedule(post, at=timezone.now() + timedelta(days=5), by=world.people.jana)
    licensed(picture, 2)
    hold_back(picture)
    assert Delivery.objects.held().count() == 2
    assert Notice.objects.filter(person=world.people.jana).count() == 1


def test_the_day_is_that_of_the_librarys_clocks(world: World, picture: Asset) -> None:
    """A post that leaves while the last day still lasts where the library is goes out."""
    Library.objects.update(time_zone="Pacific/Honolulu")
    picture.refresh_from_db()
    licensed(picture, 1)
    zone = Library.objects.get(pk=picture.library_id).zone
    last = timezone.now().astimezone(zone).replace(hour=23, minute=30) + timedelta(days=1)
    post = shown(world, Asset.objects.get(pk=picture.pk))
    delivery = schedule(type(post).objects.get(pk=post.pk), at=last, by=world.people.jana)[0]
    assert hold_back(picture) == [] and not fresh(delivery).is_held


def test_what_was_to_be_published_by_hand_waits_again_in_the_desk(world: World, picture: Asset) -> None:
    licensed(picture, 9)
    letter = world.channel_of(network_key="byhand", name="Newsletter", address="")
    post = world.post(letter)
    attach(post, picture, alt="Ein Regal")
    delivery = schedule(post, at=None, by=world.people.jana)[0]
    assert deliver(delivery.pk) == State.HAND
    assert [use.state for use in uses_of(picture)] == ["planned"]
    licensed(picture, -1)
    assert [one.pk for one in hold_back(picture)] == [post.pk]
    assert fresh(delivery).is_held
    licensed(picture, 9)
    resume(fresh(delivery).post, by=world.people.jana)
    assert deliver(delivery.pk) == State.HAND


def test_a_withdrawal_takes_it_back_from_whoever_was_to_publish_it_by_hand(world: World, picture: Asset) -> None:
    consent = agreed(world, picture)
    post = world.post(world.channel_of(network_key="byhand", name="Newsletter", address=""))
    attach(post, picture, alt="Jemand liest vor")
    delivery = schedule(post, at=None, by=world.people.jana)[0]
    assert deliver(delivery.pk) == State.HAND
    withdraw(consent, why="", by=world.people.maria)
    assert fresh(delivery).state == State.CANCELLED and fresh(delivery).post.released_at is None
