"""Whoever no longer wants to be shown is shown no longer (A25, L7)."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.media.pictures import drawn, encoded
from tests.media.test_consenting import desk_of
from tests.publishing.conftest import World
from theke.media.consenting import note
from theke.media.models import Asset, Consent
from theke.media.publicity import is_public, open_to_public
from theke.media.receiving import receive
from theke.media.rendering import render
from theke.notices.models import Notice
from theke.posts.checking import findings
from theke.posts.illustrating import attach
from theke.posts.models import Post
from theke.publishing.scheduling import Hindered, schedule
from theke.publishing.withdrawing import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(world: World) -> Asset:
    return receive(BytesIO(encoded(drawn())), library=world.people.library, by=world.people.jana, name="vorlesen.jpg")


def shown(world: World, picture: Asset, text: str = "Samstag wird vorgelesen") -> Post:
    post = world.post(text=text)
    attach(post, picture, alt="Jemand liest vor einem Regal")
    return post


def agreed(world: World, picture: Asset, **fields: object) -> Consent:
    return note(Consent(asset=picture, **{"who": "Nils A.", **fields}), by=world.people.jana)


def rules(post: Post, at: datetime | None = None) -> list[str]:
    return [one.rule for one in findings(post, at)]


def test_nobody_recognised_goes_out_without_consent(world: World, picture: Asset) -> None:
    post = shown(world, picture)
    assert rules(post) == []
    Asset.objects.update(people="recognisable")
    assert rules(post) == ["R13"]
    with pytest.raises(Hindered):
        schedule(post, by=world.people.jana, at=None)
    agreed(world, picture)
    assert rules(post) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"guardians": 2}, []),
        ({"guardians": 1}, ["R14"]),
        ({"guardians": 1, "guardians_needed": 1}, []),
        ({"guardians": 2, "asks_own": True}, ["R14"]),
        ({"guardians": 2, "asks_own": True, "own": True}, []),
        ({"guardians": 2, "channels": [0]}, ["R14"]),
    ],
)
def test_a_child_is_shown_when_all_have_agreed(
    world: World, picture: Asset, fields: dict[str, object], found: list[str]
) -> None:
    agreed(world, picture, minor=True, **fields)
    assert rules(shown(world, picture)) == found


def test_a_consent_counts_on_the_day_on_which_the_post_goes_out(world: World, picture: Asset) -> None:
    agreed(world, picture, until=timezone.now().date() + timedelta(days=3))
    post = shown(world, picture)
    assert rules(post) == []
    assert rules(post, timezone.now() + timedelta(days=5)) == ["R13"]


def test_a_withdrawal_acts_at_once_on_every_post(world: World, picture: Asset) -> None:
    consent, jana = agreed(world, picture), world.people.jana
    planned, draft, out = (shown(world, picture, text) for text in ("Geplant", "Entwurf", "Draußen"))
    schedule(planned, by=jana, at=timezone.now() + timedelta(days=1))
    Post.objects.filter(pk=out.pk).update(released_at=timezone.now())
    factories.delivery(out, world.channel, state="sent")
    open_to_public(picture, "x")
    rendition = render(picture, "view")
    assert is_public(rendition)
    uses = withdraw(consent, why="", by=world.people.maria)
    assert {use.post.text: use.state for use in uses} == {"Geplant": "planned", "Entwurf": "draft", "Draußen": "published"}
    assert not is_public(rendition)
    planned.refresh_from_db()
    assert planned.released_at is None and rules(planned) == ["R13"]
    assert Notice.objects.filter(person=jana).count() == 3
    assert withdraw(consent, why="", by=jana) == [] and Notice.objects.filter(person=jana).count() == 3
    page = desk_of(world.people.maria).get(reverse("publishing:withdrawal", args=[consent.pk])).text
    assert reverse("publishing:removals", args=[out.uuid]) in page and reverse("posts:edit", args=[draft.uuid]) in page


def test_a_withdrawal_by_mistake_is_undone(world: World, picture: Asset) -> None:
    consent, desk = agreed(world, picture), desk_of(world.people.jana)
    post = shown(world, picture)
    desk.post(reverse("publishing:withdrawal", args=[consent.pk]), {"why": "Anruf"})
    assert rules(post) == ["R13"]
    desk.post(reverse("publishing:withdrawal_undo", args=[consent.pk]))
    assert rules(post) == []


def test_another_library_neither_sees_nor_withdraws(world: World, picture: Asset) -> None:
    url = reverse("publishing:withdrawal", args=[agreed(world, picture).pk])
    desk = desk_of(world.people.stranger)
    assert [desk.get(url).status_code, desk.post(url).status_code] == [404, 404]


def test_our_pages_leave_out_what_has_run_out(world: World, picture: Asset) -> None:
    open_to_public(picture, "x")
    rendition = render(picture, "view")
    last = date(2026, 11, 26)
    Asset.objects.update(rights_until=last)
    midnight = datetime(2026, 11, 27, tzinfo=world.people.library.zone)
    assert is_public(rendition, midnight - timedelta(seconds=1))
    assert not is_public(rendition, midnight), "by the clocks of the library, not of the server"
