"""Where a picture is used, and that none in use is thrown away (E23; A12, B27)."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.media.pictures import drawn, encoded
from tests.publishing.conftest import World
from theke.media.models import Asset
from theke.media.publicity import open_to_public
from theke.media.receiving import receive
from theke.people.models import Person
from theke.posts.illustrating import attach
from theke.posts.models import Post
from theke.publishing.picturing import InUse, put_in_bin, uses_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(world: World) -> Asset:
    return receive(BytesIO(encoded(drawn())), library=world.people.library, by=world.people.jana, name="vorlesen.jpg")


def desk_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def used(world: World, picture: Asset, **fields: Any) -> Post:
    post = world.post(**fields)
    attach(post, picture, alt="Zwei Kinder")
    return post


def test_it_says_where_it_is_used_and_how_far_that_is(world: World, picture: Asset, now: datetime) -> None:
    used(world, picture, text="Entwurf")
    used(world, picture, text="Beiseitegelegt", binned_at=now)
    for text, state in (("Geplant", "due"), ("Draußen", "sent"), ("Entfernt", "cancelled")):
        post = used(world, picture, text=text, released_at=now)
        factories.delivery(post, world.channel, state=state)
    assert {use.post.text: use.state for use in uses_of(picture)} == {
        "Entwurf": "draft",
        "Geplant": "planned",
        "Draußen": "published",
        "Entfernt": "removed",
    }
    page = desk_of(world.people.tom).get(reverse("publishing:picture", args=[picture.pk])).text
    assert "Draußen" in page and "Beiseitegelegt" not in page


@pytest.mark.parametrize("state", ["draft", "due", "sent"])
def test_a_picture_in_use_is_not_thrown_away_by_whatever_request(
    world: World, picture: Asset, state: str, now: datetime
) -> None:
    post = used(world, picture)
    if state != "draft":
        Post.objects.update(released_at=now)
        factories.delivery(post, world.channel, state=state)
    with pytest.raises(InUse):
        put_in_bin(picture, by=world.people.maria)
    desk_of(world.people.maria).post(reverse("publishing:bin_picture", args=[picture.pk]))
    assert Asset.objects.get().binned_at is None


def test_a_picture_on_a_public_page_is_not_thrown_away(world: World, picture: Asset) -> None:
    open_to_public(picture, "emblem")
    with pytest.raises(InUse):
        put_in_bin(picture, by=world.people.jana)


def test_the_bin_gives_it_back(world: World, picture: Asset) -> None:
    desk, address = desk_of(world.people.jana), reverse("publishing:bin_picture", args=[picture.pk])
    page = desk.post(address, follow=True)
    assert "undo-bar" in page.text
    assert f"picture-{picture.pk}" not in page.text
    assert f'id="picture-{picture.pk}"' in desk.get(reverse("posts:bin")).text
    desk.post(address, {"act": "back"})
    assert Asset.objects.get().binned_at is None


def test_description_credit_and_spot_are_kept(world: World, picture: Asset) -> None:
    address = reverse("publishing:picture", args=[picture.pk])
    given = {"alt": "Ein Regal", "credit": "Foto: Berg", "licence": "CC BY 4.0", "focus_x": "0.5", "focus_y": ""}
    assert desk_of(world.people.tom).post(address, given).status_code == 302
    picture.refresh_from_db()
    assert (picture.alt, picture.credit, picture.licence, picture.focus_x, picture.focus_y) == (
        "Ein Regal",
        "Foto: Berg",
        "CC BY 4.0",
        0.5,
        0.0,
    )


def test_a_post_keeps_the_description_it_has(world: World, picture: Asset) -> None:
    post = used(world, picture)
    desk_of(world.people.tom).post(reverse("publishing:picture", args=[picture.pk]), {"alt": "Anders", "credit": ""})
    assert post.attachments.get().alt == "Zwei Kinder"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("credit", "x" * 201),
        ("credit", "a\u202eb"),
        ("licence", "x" * 61),
        ("alt", "x" * 5001),
        ("focus_x", "2"),
        ("focus_y", "oben"),
        ("focus_x", "nan"),
    ],
)
def test_what_will_not_do_is_refused_at_its_field_and_stays_typed(world: World, picture: Asset, field: str, value: str) -> None:
    given = {"alt": "Bleibt stehen", "credit": "", "licence": ""} | {field: value}
    answer = desk_of(world.people.jana).post(reverse("publishing:picture", args=[picture.pk]), given)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "Bleibt stehen" in answer.text or field == "alt"


def test_another_librarys_picture_is_not_there(world: World, picture: Asset) -> None:
    desk = desk_of(world.people.stranger)
    assert desk.get(reverse("publishing:picture", args=[picture.pk])).status_code == 404
    assert desk.post(reverse("publishing:bin_picture", args=[picture.pk])).status_code == 404


def test_three_uses_cost_no_more_queries_than_one(world: World, picture: Asset, django_assert_num_queries: Any) -> None:
    client, address = desk_of(world.people.jana), reverse("publishing:picture", args=[picture.pk])
    used(world, picture)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    assert len(one.captured_queries) <= 12
    used(world, picture, text="Zwei")
    used(world, picture, text="Drei")
    with django_assert_num_queries(len(one.captured_queries)):
        client.get(address)
